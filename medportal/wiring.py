"""What the portal is made of here and now: settings are read, adapters plugged in, work begun. One screen."""

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import reflex as rx
from starlette.applications import Starlette
from starlette.routing import BaseRoute
from starlette.types import ASGIApp

from medportal import frontend
from medportal.doorway.csp import Policies
from medportal.doorway.live import LiveTabs
from medportal.doorway.origins import allowed_origins
from medportal.doorway.shell import Shell
from medportal.features.accounts import service as accounts
from medportal.features.notifications import ports as notifications
from medportal.features.notifications.adapters import channels
from medportal.features.profile import service as profile
from medportal.features.registration import service as registration
from medportal.features.verification import ports as verification
from medportal.features.verification.adapters import registers
from medportal.infra import db, jobs, keys, log, nudges
from medportal.kernel.actor import Role
from medportal.settings import settings
from medportal.ui import session


def plug() -> None:
    """Keys, database, adapters: all that a use case needs, in the web process, a worker or a chore alike."""
    configured = settings()
    log.configure(json=configured.log_json)
    keys.open_keys(configured)
    db.open_database(configured.database_url)
    from medportal import tables  # noqa: F401 (the schema is whole before the first query)

    verification.registers.plug(
        registers(
            {
                Kind.SNILS: configured.register_snils_url,
                Kind.INN: configured.register_inn_url,
                Kind.PASSPORT: configured.register_passport_url,
            },
            application(Counter()) if configured.demonstration else None,
        )
    )
    mailer, gateway = channels(configured)
    notifications.mailer.plug(mailer)
    notifications.sms_gateway.plug(gateway)
    session.sessions.plug(accounts)
    accounts.erasers[:] = [registration.erase, profile.erase, verification.erase]


class House:
    """The parts that live as long as the web process."""

    def __init__(self, app: rx.App, routes: list[BaseRoute], doors: dict[str, frozenset[Role]]) -> None:
        self._app = app
        self._doors = doors
        self._live = LiveTabs(app, accounts.resolve)
        self.transformers = [Starlette(routes=routes), self._wrap]

    def _wrap(self, inner: ASGIApp) -> ASGIApp:
        configured = settings()
        return Shell(
            inner,
            reflex_app=self._app,
            live=self._live,
            resolve=accounts.resolve,
            origins=allowed_origins(configured.public_origin),
            doors=self._doors,
            policies=Policies(frontend.STATIC),
        )

    @asynccontextmanager
    async def life(self) -> AsyncIterator[None]:
        """From the start of the web process to its end."""
        await asyncio.to_thread(plug)
        self._live.bind(asyncio.get_running_loop())
        nudges.listen(self._live.nudge)
        await asyncio.to_thread(jobs.start_embedded)
        # Thousands of live states make full collections a cliff: what stands after the start is never collected,
        # and the rest seldom (measured, see docs/performance.md).
        gc.collect()
        gc.freeze()
        gc.set_threshold(50_000, 20, 100)
        try:
            yield
        finally:
            await asyncio.to_thread(jobs.stop_embedded)
            nudges.stop()
