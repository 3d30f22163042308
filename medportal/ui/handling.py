"""How a handler talks to a service: in a thread, and a refusal becomes words on the page."""

import asyncio
from collections.abc import Callable, Sequence
from typing import Any, ParamSpec, TypeVar

from medportal.kernel.errors import RefusedError
from medportal.kernel.problem import Problem

P = ParamSpec("P")
R = TypeVar("R")

NOTHING = {"ru": "", "en": ""}


async def call(use_case: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Run a use case without holding up the other people of this process."""
    return await asyncio.to_thread(use_case, *args, **kwargs)


def told(refusal: RefusedError) -> dict[str, str]:
    """The words of a refusal as a state may hold them."""
    return refusal.text.pair()


def listed(problems: Sequence[Problem]) -> list[dict[str, Any]]:
    """Problems as the form component takes them."""
    return [{"field": one.field, "code": one.code, "text": one.text.pair()} for one in problems]
