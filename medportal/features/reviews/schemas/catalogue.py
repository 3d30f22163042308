"""The catalogue of reasons: why something is refused or asked again, and what cures it. Adding one is one entry."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from medportal.features.reviews.schemas.subjects import Subject
from medportal.features.reviews.texts import reasons as words
from medportal.kernel.text import Text


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason. `link` leads to where the cure is done; `{subject_id}` in it is filled by `link_for`."""

    code: str
    subjects: frozenset[Subject]
    staff: Text
    doctor: Text
    cure: Text
    link: str
    kinds: frozenset[str] = frozenset()
    needs_note: bool = False

    def fits(self, subject: Subject, kind: str = "") -> bool:
        """Whether it can be said of this subject, and of this sort of it."""
        return subject in self.subjects and (not self.kinds or kind in self.kinds)

    def link_for(self, subject_id: object) -> str:
        """Where the doctor goes to mend it."""
        return self.link.format(subject_id=subject_id)


_DOCUMENT: Final = "/documents?id={subject_id}"
_EDUCATION: Final = "/qualification?id={subject_id}"
_POLICY: Final = "/qualification?policy={subject_id}"
_ANSWERS: Final = "/cabinet"
_LINKS: Final = {Subject.DOCUMENT: _DOCUMENT, Subject.EDUCATION: _EDUCATION, Subject.POLICY: _POLICY}


def _about(
    code: str,
    *subjects: Subject,
    link: str | None = None,
    kinds: frozenset[str] = frozenset(),
    needs_note: bool = False,
) -> Reason:
    staff, doctor, cure = words.REASONS[code]
    where = link or _LINKS.get(subjects[0], _ANSWERS)
    return Reason(code, frozenset(subjects), staff, doctor, cure, where, kinds, needs_note)


REASONS: Final[Mapping[str, Reason]] = MappingProxyType(
    {
        reason.code: reason
        for reason in (
            _about("UNREADABLE", Subject.DOCUMENT),
            _about("CROPPED", Subject.DOCUMENT),
            _about("PAGE_MISSING", Subject.DOCUMENT),
            _about("WRONG_DOCUMENT", Subject.DOCUMENT),
            _about("NOT_YOURS", Subject.DOCUMENT),
            _about("DOCUMENT_DIFFERS", Subject.DOCUMENT),
            _about("ANSWERS_DIFFER", Subject.DOCUMENT, link=_ANSWERS),
            _about("OUT_OF_DATE", Subject.DOCUMENT),
            _about("NO_SIGNATURE", Subject.DOCUMENT),
            _about("ALTERED", Subject.DOCUMENT),
            _about("WRONG_LICENCE", Subject.DOCUMENT, kinds=frozenset({"licence"})),
            _about("INSTITUTION_UNKNOWN", Subject.EDUCATION),
            _about("INSTITUTION_NOT_ACCREDITED", Subject.EDUCATION),
            _about("SERIES_MISSING", Subject.EDUCATION),
            _about("NUMBER_DIFFERS", Subject.EDUCATION),
            _about("DATE_DIFFERS", Subject.EDUCATION),
            _about("SPECIALITY_DIFFERS", Subject.EDUCATION),
            _about("NOT_IN_REGISTER", Subject.EDUCATION),
            _about("EDUCATION_INCOMPLETE", Subject.EDUCATION),
            _about("HOLDER_DIFFERS", Subject.POLICY),
            _about("POLICY_NUMBER_DIFFERS", Subject.POLICY),
            _about("POLICY_CLOSED", Subject.POLICY),
            _about("PERSON_DIFFERS", Subject.IDENTITY),
            _about("PASSPORT_AGAIN", Subject.IDENTITY, link="/documents?add=passport"),
            _about("SAME_PERSON", Subject.DUPLICATE),
            _about("NUMBER_OF_ANOTHER", Subject.DUPLICATE),
            _about("OTHER", *Subject, link=_ANSWERS, needs_note=True),
        )
    }
)


def reasons_for(subject: Subject, kind: str = "") -> tuple[Reason, ...]:
    """The reasons that fit a subject, in the order of the catalogue."""
    return tuple(reason for reason in REASONS.values() if reason.fits(subject, kind))
