"""What cases are about, and how long the desk may take."""

from enum import StrEnum
from typing import Final


class Subject(StrEnum):
    """What is decided about."""

    DOCUMENT = "document"
    EDUCATION = "education"
    POLICY = "policy"
    IDENTITY = "identity"
    DUPLICATE = "duplicate"


# Working days; the wish-list says 3–5 working days for corrections (rules §2.5, ruling 14).
TERMS: Final[dict[Subject, int]] = {
    Subject.DOCUMENT: 3,
    Subject.EDUCATION: 5,
    Subject.POLICY: 3,
    Subject.IDENTITY: 3,
    Subject.DUPLICATE: 5,
}
