"""Decisions that can still be taken back, as the browser sees them: for ten seconds each, the last first."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

import reflex as rx

from medportal.features.desk import texts
from medportal.features.desk.state.asked import DESK
from medportal.features.reviews import service as reviews
from medportal.kernel import clock
from medportal.kernel.errors import RefusedError
from medportal.kernel.text import Text
from medportal.ui.handling import NOTHING, call, told
from medportal.ui.session import Session, actor_of, allow

_MOST = 5


@dataclass
class Offer:
    """One decision: the case, what was done, and until when (milliseconds of the server's clock)."""

    case: str
    words: dict[str, str]
    until: float


class UndoState(rx.State):
    """What was decided in this tab during the last seconds."""

    offers: rx.Field[list[Offer]] = rx.field(default_factory=list)
    now: float = 0
    message: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))

    @rx.event
    @allow(*DESK)
    async def undo(self, case: str) -> Any:
        """A decision is taken back; nothing named is the last one."""
        self._forget_old()
        wanted = next((one for one in self.offers if case in ("", one.case)), None)
        if wanted is None:
            return None
        self.offers = [one for one in self.offers if one.case != wanted.case]
        try:
            await call(reviews.undo, await actor_of(self), UUID(wanted.case))
        except RefusedError as refusal:
            self.message = told(refusal)
            return None
        (await self.get_state(Session))._order("announce", **texts.DONE["undone"].pair())
        return rx.redirect(f"/desk/case?id={wanted.case}")

    @rx.event
    @allow(*DESK)
    def pass_by(self) -> None:
        """The time of the oldest is over."""
        self._forget_old()

    def _offer(self, case: str, words: Text) -> None:
        until = (clock.now() + reviews.UNDO_FOR).timestamp() * 1000
        self._forget_old()
        self.offers, self.message = [Offer(case, words.pair(), until), *self.offers][:_MOST], dict(NOTHING)

    def _forget_old(self) -> None:
        self.now = clock.now().timestamp() * 1000
        soon = self.now + timedelta(milliseconds=200).total_seconds() * 1000
        self.offers = [one for one in self.offers if one.until > soon]
