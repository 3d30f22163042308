"""Open tabs: which socket belongs to whom, so that a tab can be told that something changed, or sent away.

The list is of this process only; a nudge reaches every process, and each tells its own tabs.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import reflex as rx
from reflex.istate.manager.token import BaseStateToken

from medportal.infra import log
from medportal.kernel.actor import Actor
from medportal.ui.session import Session


@dataclass(frozen=True, slots=True)
class Tab:
    """One open socket: its state's key and the session token it came with."""

    key: str
    session_token: str
    account_id: UUID


class LiveTabs:
    """Who is here now."""

    def __init__(self, app: rx.App, resolve: Callable[[str], Actor | None]) -> None:
        self._app: Any = app  # the types of its contexts and states are unknown to the checker
        self._resolve = resolve
        self._loop: asyncio.AbstractEventLoop | None = None
        self._tabs: dict[UUID, dict[str, Tab]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def bind(self, loop: asyncio.AbstractEventLoop) -> None:
        """Name the loop on which tabs are told."""
        self._loop = loop

    def enter(self, tab: Tab) -> None:
        """A socket was opened."""
        self._tabs.setdefault(tab.account_id, {})[tab.key] = tab

    def leave(self, tab: Tab) -> None:
        """A socket was closed."""
        tabs = self._tabs.get(tab.account_id, {})
        if tabs.get(tab.key) is tab:
            del tabs[tab.key]
        if not tabs:
            self._tabs.pop(tab.account_id, None)

    def nudge(self, account_id: UUID) -> None:
        """Tell every tab of the account to look again; callable from any thread."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._start, account_id)

    def _start(self, account_id: UUID) -> None:
        task = asyncio.ensure_future(self._tell(account_id))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _tell(self, account_id: UUID) -> None:
        for tab in tuple(self._tabs.get(account_id, {}).values()):
            try:
                known = await asyncio.to_thread(self._resolve, tab.session_token)
                with self._app.set_contexts():
                    token = BaseStateToken(ident=tab.key, cls=Session)
                    async with self._app.modify_state(token) as root:
                        if known is None:
                            # Signed out elsewhere: what this tab shows is wiped before it is sent away.
                            root.reset()
                            (await root.get_state(Session))._order("go", to="/login?ended=1")
                        else:
                            (await root.get_state(Session)).nudges += 1
            except Exception as error:  # noqa: BLE001 (one tab's trouble must not keep the others from hearing)
                log.incident(error, where="live tabs")
