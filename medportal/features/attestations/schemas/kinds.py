"""What kinds of events and facts there are, and in which state an event is."""

from enum import StrEnum


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
    """A date from which rules reckon. The profile gives the first two, documents and the person the others."""

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
    CORRECTION_ASKED = "correction_asked"
    ACCREDITATION_DECIDED = "accreditation_decided"
    PORTFOLIO_REFUSED = "portfolio_refused"
    LICENCE_DECIDED = "licence_decided"
    DATA_ASKED = "data_asked"
    CONSENT_WITHDRAWN = "consent_withdrawn"


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
    RULE_CHANGED = "rule_changed"
    GONE = "gone"
    TIME_PASSED = "time_passed"
