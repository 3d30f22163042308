"""What an evaluation yields: values tidied, problems, remarks, and corrections that one click makes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from medportal.kernel.problem import Problem
from medportal.kernel.text import Text


@dataclass(frozen=True, slots=True)
class Mend:
    """A correction that is safe: with it the field has no problem. `value` is what the input should hold then."""

    code: str
    text: Text
    value: str = field(repr=False)

    def as_json(self) -> dict[str, object]:
        """The correction as the browser's interpreter gives it."""
        return {"code": self.code, "text": self.text.pair(), "value": self.value}


@dataclass(frozen=True, slots=True)
class FieldOutcome:
    """One field: `value` is what is stored, `shown` what its input should hold; they differ for formatted numbers.

    With a problem, `value` is what was typed with its ends trimmed. At most one problem is told at a time.
    """

    name: str
    value: str = field(repr=False)
    shown: str = field(repr=False)
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    notices: tuple[Problem, ...] = ()
    mends: tuple[Mend, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing stands in the way; warnings do not."""
        return not self.problems

    def as_json(self) -> dict[str, object]:
        """The outcome as the browser's interpreter gives it."""
        return {
            "name": self.name,
            "value": self.value,
            "shown": self.shown,
            "problems": [told(one) for one in self.problems],
            "warnings": [told(one) for one in self.warnings],
            "notices": [told(one) for one in self.notices],
            "mends": [one.as_json() for one in self.mends],
        }


@dataclass(frozen=True, slots=True)
class SectionOutcome:
    """One section: every field's outcome, and all problems in the order of the page."""

    key: str
    fields: Mapping[str, FieldOutcome]
    problems: tuple[Problem, ...]

    @property
    def ok(self) -> bool:
        """Whether the section may be passed."""
        return not self.problems

    @property
    def values(self) -> dict[str, str]:
        """What is stored, by field."""
        return {name: outcome.value for name, outcome in self.fields.items()}

    def as_json(self) -> dict[str, object]:
        """The outcome as the browser's interpreter gives it."""
        return {
            "key": self.key,
            "ok": self.ok,
            "fields": {name: outcome.as_json() for name, outcome in self.fields.items()},
            "problems": [told(one) for one in self.problems],
            "values": self.values,
        }


def told(problem: Problem) -> dict[str, object]:
    """A problem as plain data."""
    return {"field": problem.field, "code": problem.code, "text": problem.text.pair()}
