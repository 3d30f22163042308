"""How long a document is kept, as a table, and why the bin keeps one longer.

Sources: thirty days to undo are the portal's own promise (issue 3, line 1). What a decision rests on is kept three
years from the decision, the general term within which it may be disputed (Civil Code art. 196) [U]; what was
replaced, refused or has ended is of no use after a year [U]. Both are data, to be set by whoever answers for them.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from medportal.features.documents.schemas.documents import DocumentState
from medportal.features.documents.texts import keeping as texts
from medportal.kernel.text import Text

BIN = timedelta(days=30)
DECIDED = timedelta(days=3 * 365)
UNFINISHED = timedelta(days=2)

# From the moment a document came to the state; states that are not named are kept until their owner says otherwise.
AFTER: Mapping[DocumentState, timedelta] = {
    DocumentState.SUPERSEDED: timedelta(days=365),
    DocumentState.REJECTED: timedelta(days=365),
    DocumentState.EXPIRED: timedelta(days=3 * 365),
}


def gone_at(
    state: DocumentState, changed_at: datetime, binned_at: datetime | None, decided_at: datetime | None
) -> datetime | None:
    """When the files of a document go; None while nobody can say.

    A decision keeps what it rests on, in the bin, too. What goes into the bin is taken off the desk, so that none is
    being made there.
    """
    if binned_at is not None:
        least = binned_at + BIN
        return max(least, decided_at + DECIDED) if decided_at is not None else least
    if state not in AFTER:
        return None
    least = changed_at + AFTER[state]
    return max(least, decided_at + DECIDED) if decided_at is not None else least


def kept_in_bin(*, decided: bool) -> Text | None:
    """Why a document in the bin outlives the thirty days, if it does."""
    return texts.KEPT_FOR_DECISION if decided else None
