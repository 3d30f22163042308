"""Refusals: the handful of reasons for which a use case says no, each with words for a person.

An error never carries what a person typed: its text is written by us, and its problems name fields.
"""

from collections.abc import Sequence

from medportal.kernel.problem import Problem
from medportal.kernel.text import Text


class RefusedError(Exception):
    """The request was understood and is refused; `text` says why and what to do."""

    def __init__(self, text: Text, problems: Sequence[Problem] = ()) -> None:
        super().__init__(type(self).__name__)
        self.text = text
        self.problems = tuple(problems)


class InvalidError(RefusedError):
    """One or more answers do not fit; `problems` says which."""


class ForbiddenError(RefusedError):
    """This actor may not do this."""


class NotFoundError(RefusedError):
    """There is no such thing, or not for this actor: the two look the same."""


class ConflictError(RefusedError):
    """Somebody or something was faster, or the thing exists already."""


class TooOftenError(RefusedError):
    """Too many attempts; `wait_seconds` says when to come again."""

    def __init__(self, text: Text, wait_seconds: int) -> None:
        super().__init__(text)
        self.wait_seconds = wait_seconds


class UnavailableError(RefusedError):
    """The portal cannot do this just now, through no fault of the person's; nothing was lost, and later it will."""
