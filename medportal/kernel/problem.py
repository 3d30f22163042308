"""A finding about one answer: which field, what is wrong, and what to do."""

from dataclasses import dataclass

from medportal.kernel.text import Text


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend. `code` is stable (tests and scripts may rely on it), `text` is for people."""

    field: str
    code: str
    text: Text
