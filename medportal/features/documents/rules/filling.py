"""What a person types off a document: tidied, checked, and never more than its kind asks for."""

import re
from collections.abc import Mapping
from datetime import date

from medportal.features.documents.schemas.kinds import FieldSpec, KindSpec
from medportal.features.documents.texts import filling as texts
from medportal.kernel.fields.dates import read_date
from medportal.kernel.problem import Problem

EARLIEST = date(1900, 1, 1)
LATEST_YEARS = 60


def filled(spec: KindSpec, values: Mapping[str, str], today: date) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The values in canonical form, and what does not fit. Empty ones are left out."""
    kept: dict[str, str] = {}
    problems: list[Problem] = []
    for name, raw in values.items():
        field = spec.field(name)
        if field is None:
            problems.append(Problem(name, "field_unknown", texts.FIELD_UNKNOWN))
            continue
        value = " ".join(str(raw).split())
        if not value:
            continue
        problem = _objection(field, value, today)
        if problem is not None:
            problems.append(problem)
        else:
            kept[name] = value
    return kept, (*problems, *_together(kept))


def _objection(field: FieldSpec, value: str, today: date) -> Problem | None:
    if len(value) > field.length:
        return Problem(field.name, "too_long", texts.TOO_LONG.fill(label=field.label, most=field.length))
    if field.pattern and not re.fullmatch(field.pattern, value):
        return Problem(field.name, "shape", texts.SHAPE.fill(label=field.label))
    if field.shape == "text":
        return None
    day = read_date(value)
    if day is None or not EARLIEST <= day <= date(today.year + LATEST_YEARS, 12, 31):
        return Problem(field.name, "date_format", texts.DATE_FORMAT.fill(label=field.label))
    if field.shape == "day" and day > today:
        return Problem(field.name, "date_future", texts.DATE_FUTURE.fill(label=field.label))
    return None


def _together(kept: Mapping[str, str]) -> tuple[Problem, ...]:
    issued, ends = (read_date(kept[name]) if name in kept else None for name in ("issued_on", "expires_on"))
    if issued is not None and ends is not None and ends < issued:
        return (Problem("expires_on", "end_before", texts.END_BEFORE),)
    return ()
