"""Rules of the wizard: how far each section is, and what may be opened."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from medportal.features.registration.schemas import ContactStatus, Section, Status

ORDER = tuple(Section)
# What opens before the phone is confirmed; the rest waits for it (rules §2.4, gate «phone not confirmed»).
BEFORE_PHONE = frozenset({Section.CONSENT, Section.PERSON, Section.CONTACTS})
# What a person with a finished registration may correct; contacts and password have pages of their own.
CORRECTABLE = frozenset({Section.PERSON, Section.NUMBERS, Section.PASSPORT, Section.ADDRESS, Section.WORK})
# Sections whose answers are masked once the registration is finished.
SEALED = frozenset({Section.NUMBERS, Section.PASSPORT})
ANSWERED = CORRECTABLE | {Section.CONTACTS}
TAKEN_WINDOW = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the answers of one section are."""

    begun: bool
    valid: bool


def statuses(
    progress: Mapping[Section, Progress], *, consented: bool, contacts: ContactStatus, has_password: bool
) -> dict[Section, Status]:
    """The task list's statuses."""
    result = {Section.CONSENT: Status.DONE if consented else Status.EMPTY}
    for section in ORDER[1:]:
        if not consented or (section not in BEFORE_PHONE and not contacts.phone_confirmed):
            result[section] = Status.LOCKED
        elif section is Section.PASSWORD:
            result[section] = Status.DONE if has_password else Status.EMPTY
        else:
            result[section] = _status(section, progress.get(section, Progress(begun=False, valid=False)), contacts)
    return result


def _status(section: Section, progress: Progress, contacts: ContactStatus) -> Status:
    if not progress.begun:
        return Status.EMPTY
    if not progress.valid:
        return Status.STARTED
    if section is Section.CONTACTS and not (contacts.phone_confirmed and contacts.email_confirmed):
        return Status.WAITING
    return Status.DONE


def following(section: Section, statuses_now: Mapping[Section, Status]) -> Section | None:
    """The next section that still needs the person, looking forward first; `None` when there is none."""
    place = ORDER.index(section)
    for candidate in (*ORDER[place + 1 :], *ORDER[:place]):
        if statuses_now[candidate] in {Status.EMPTY, Status.STARTED}:
            return candidate
    return None
