"""What kinds of events and facts there are, and in which state an event is."""

from enum import StrEnum
from typing import Final


class EventKind(StrEnum):
    """What an event is about; the legend of the calendar filters by it."""

    ACCREDITATION = "accreditation"
    CERTIFICATE = "certificate"
    CATEGORY = "category"
    NMO = "nmo"
    MENTORING = "mentoring"
    TRAINING = "training"
    LICENCE = "licence"
    OMS_POLICY = "oms_policy"
    PASSPORT = "passport"
    MEDICAL_EXAM = "medical_exam"
    ESIGN = "esign"
    TERM = "term"
    INSPECTION = "inspection"
    NOTICE = "notice"
    OWN = "own"


class FactKind(StrEnum):
    """A date from which rules reckon. The profile gives the first two, papers and the person the others.

    What can be read off papers alone (`OMS_POLICY`, a policy without an end, to `PAPER`, any other paper with one) no
    person tells.
    """

    BIRTH = "birth"
    PASSPORT_ISSUED = "passport_issued"
    ACCREDITATION = "accreditation"
    CERTIFICATE = "certificate"
    CATEGORY = "category"
    MENTORING = "mentoring"
    MEDICAL_EXAM = "medical_exam"
    HYGIENE = "hygiene"
    LICENCE = "licence"
    ESIGN = "esign"
    OMS_TEMPORARY = "oms_temporary"
    OMS_POLICY = "oms_policy"
    TRAINING = "training"
    EMPLOYMENT = "employment"
    PAPER = "paper"
    CORRECTION_ASKED = "correction_asked"
    ACCREDITATION_DECIDED = "accreditation_decided"
    PORTFOLIO_REFUSED = "portfolio_refused"
    LICENCE_DECIDED = "licence_decided"
    DATA_ASKED = "data_asked"
    CONSENT_WITHDRAWN = "consent_withdrawn"


# What a person tells himself; the rest comes from the profile and from papers.
TOLD: Final = frozenset(FactKind) - {
    FactKind.BIRTH,
    FactKind.PASSPORT_ISSUED,
    FactKind.OMS_POLICY,
    FactKind.TRAINING,
    FactKind.EMPLOYMENT,
    FactKind.PAPER,
}


class FactOrigin(StrEnum):
    """Who told a fact."""

    PROFILE = "profile"
    DOCUMENT = "document"
    PERSON = "person"


class EventState(StrEnum):
    """How an event stands on a day. OPEN: a window that has opened; PAST: an own event that is over."""

    DONE = "done"
    AHEAD = "ahead"
    SOON = "soon"
    OVERDUE = "overdue"
    OPEN = "open"
    PAST = "past"


class Origin(StrEnum):
    """Where an event came from."""

    RULE = "rule"
    OWN = "own"
    IMPORTED = "imported"
    STAFF = "staff"


class Right(StrEnum):
    """What a person may do only while a date is kept."""

    PRACTISE = "practise"
    CATEGORY_PAY = "category_pay"
    SIGN = "sign"
    IDENTITY = "identity"
    ADMISSION = "admission"
    LICENSED_WORK = "licensed_work"
    INSURANCE = "insurance"
    ACCREDITATION_ACCESS = "accreditation_access"


class MoveWhy(StrEnum):
    """Why the plan changed."""

    NEW = "new"
    FACT_CHANGED = "fact_changed"
    PAPER_CHANGED = "paper_changed"
    BY_PAPER = "by_paper"
    BY_WORD = "by_word"
    PAPER_GONE = "paper_gone"
    RULE_CHANGED = "rule_changed"
    GONE = "gone"
    TIME_PASSED = "time_passed"
