"""The bell as the browser sees it: how many lines were not read, and nothing else. The words travel past the state."""

from uuid import UUID

import reflex as rx

from medportal.features.notifications import service
from medportal.kernel.actor import Role
from medportal.ui.handling import call
from medportal.ui.session import actor_of, allow

_SIGNED_IN = tuple(frozenset(Role) - {Role.VISITOR, Role.APPLICANT, Role.SYSTEM})


class BellState(rx.State):
    """The count under the bell."""

    unread: int = 0

    @rx.event
    @allow(*_SIGNED_IN)
    async def look(self) -> None:
        """A page was opened, or something about the person changed."""
        self.unread = await call(service.unread, await actor_of(self))

    @rx.event
    @allow(*_SIGNED_IN)
    async def read(self, line: str) -> None:
        """One line was read."""
        try:
            line_id = UUID(line)
        except (ValueError, TypeError, AttributeError):
            return
        await call(service.read_line, await actor_of(self), line_id)
        await self.look()

    @rx.event
    @allow(*_SIGNED_IN)
    async def read_all(self) -> None:
        """Every line was read."""
        await call(service.read_all, await actor_of(self))
        await self.look()
