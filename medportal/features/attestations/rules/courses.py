"""One course, once: what stands under «Квалификация» and was entered as a training, too, counts as the paper says.

A paper goes before a word (decision 0027). That both are the same course is known by the scan that is laid to both, by the
number of the certificate where both name one, and else by the title and the days.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from uuid import UUID

from medportal.features.attestations.rules.sources import folded
from medportal.features.attestations.schemas.training import CourseView, Training, TrainingKind
from medportal.features.qualification.schemas import Course

# A certificate is issued when the course is over, or soon after.
ISSUED_WITHIN = timedelta(days=60)


def counted(courses: Iterable[Course]) -> tuple[tuple[Course, CourseView], ...]:
    """The courses of which each counts, newest first; a paper in place of one that was lost counts with that one."""
    known = sorted(courses, key=lambda one: (one.is_duplicate, one.issued_on, one.id))
    kept: list[Course] = []
    for one in known:
        if not (one.is_duplicate and any(_taught(one) == _taught(other) for other in kept)):
            kept.append(one)
    return tuple(
        (one, CourseView(_training(one), one.confirmed, one.link))
        for one in sorted(kept, key=lambda one: one.issued_on, reverse=True)
    )


def stand_ins(
    entered: Mapping[UUID, Training], courses: Sequence[tuple[Course, CourseView]]
) -> Mapping[UUID, CourseView]:
    """Which of the trainings entered are courses that stand under «Квалификация»."""
    found = ((key, next((view for course, view in courses if same(one, course)), None)) for key, one in entered.items())
    return {key: view for key, view in found if view is not None}


def same(one: Training, course: Course) -> bool:
    """Whether what was entered is this course."""
    if one.document_id is not None and one.document_id == course.document_id:
        return True
    mine, paper = _signs(one.number), _signs(course.number)
    if mine and paper:
        # Who types a number often leaves the series out.
        return mine == paper or (len(mine) >= 4 and paper.endswith(mine))
    in_time = one.started_on <= course.issued_on <= one.ended_on + ISSUED_WITHIN
    return in_time and _words(one.title) == _words(course.theme) != ""


def counts_for(one: Training, topic: str, topics: Iterable[str]) -> bool:
    """Whether a training counts for the accreditation of a speciality; one for another of them does not."""
    own = folded(one.topic)
    return not own or own == folded(topic) or own not in {folded(other) for other in topics}


def _training(course: Course) -> Training:
    return Training(
        course.theme, course.institution, TrainingKind.COURSE, course.hours, 0, course.issued_on, course.issued_on,
        course.document_id, course.number, course.speciality,
    )  # fmt: skip


def _taught(course: Course) -> tuple[str, str, int]:
    return _words(course.theme), _words(course.institution), course.hours


def _words(text: str) -> str:
    """Words as they are compared: quotes, dots and dashes are typed in many ways."""
    return " ".join("".join(sign if sign.isalnum() else " " for sign in folded(text)).split())


def _signs(number: str) -> str:
    return "".join(sign for sign in folded(number) if sign.isalnum())
