"""A page comes with its door: address, title, body, who may enter and what it asks for when it opens."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import reflex as rx

from medportal.kernel.actor import Role
from medportal.kernel.text import Text

ANYONE = frozenset(Role) - {Role.SYSTEM}
SIGNED_IN = ANYONE - {Role.VISITOR, Role.APPLICANT}


@dataclass(frozen=True, slots=True)
class Page:
    """One address of the portal.

    The door is a courtesy to people (they are sent to sign in); what may be seen or done is decided in services.
    """

    route: str
    title: Text
    body: Callable[[], rx.Component]
    door: frozenset[Role]
    on_load: Any = None
    demonstration_only: bool = False
