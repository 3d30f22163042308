"""What the portal is made of here and now: settings are read, adapters plugged in, work begun. One screen."""

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict

import reflex as rx
from starlette.applications import Starlette
from starlette.routing import BaseRoute
from starlette.types import ASGIApp

from medportal import frontend, tables, wiring_documents
from medportal.demonstration.institutions import INSTITUTIONS
from medportal.demonstration.registers.app import application
from medportal.demonstration.registers.counter import Counter
from medportal.doorway.csp import Policies
from medportal.doorway.live import LiveTabs
from medportal.doorway.shell import Shell
from medportal.features.accounts import jobs as account_jobs
from medportal.features.accounts import service as accounts
from medportal.features.analytics import jobs as analytics_jobs
from medportal.features.analytics import ports as analytics_ports
from medportal.features.analytics import service as analytics
from medportal.features.analytics.adapters.apart import OpenerApart
from medportal.features.attestations import jobs as attestation_jobs
from medportal.features.attestations import service as attestations
from medportal.features.certificates import jobs as certificate_jobs
from medportal.features.certificates import service as certificates
from medportal.features.desk import jobs as desk_jobs
from medportal.features.documents import jobs as document_jobs
from medportal.features.documents import service as documents
from medportal.features.levels import jobs as level_jobs
from medportal.features.levels import service as levels
from medportal.features.notifications import jobs as notification_jobs
from medportal.features.notifications import ports as notification_ports
from medportal.features.notifications import service as notifications
from medportal.features.notifications.adapters import channels
from medportal.features.profile import service as profile
from medportal.features.qualification import jobs as qualification_jobs
from medportal.features.qualification import ports as qualification_ports
from medportal.features.qualification import service as qualification
from medportal.features.qualification.adapters import FileBook
from medportal.features.qualification.schemas import Institution
from medportal.features.registration import jobs as registration_jobs
from medportal.features.registration import service as registration
from medportal.features.reviews import jobs as review_jobs
from medportal.features.reviews import service as reviews
from medportal.features.verification import jobs as verification_jobs
from medportal.features.verification import ports as verification_ports
from medportal.features.verification import service as verification
from medportal.features.verification.adapters import Credentials, registers
from medportal.features.verification.schemas import Kind
from medportal.infra import db, facts, jobs, keys, log, nudges, shelf
from medportal.kernel.actor import Role
from medportal.settings import Settings, settings
from medportal.ui import session

# Importing these makes the schema whole and every job known before the first row is written.
PARTS = (
    tables,
    account_jobs,
    analytics_jobs,
    attestation_jobs,
    certificate_jobs,
    desk_jobs,
    document_jobs,
    level_jobs,
    notification_jobs,
    qualification_jobs,
    registration_jobs,
    review_jobs,
    verification_jobs,
)


def plug(*, chore: bool = False) -> None:
    """Keys, database, adapters: all that a use case needs, in the web process, a worker or a chore alike."""
    configured = settings()
    if chore:
        db.be_patient()
    log.configure(json=configured.log_json)
    keys.open_keys(configured)
    db.engine()
    verification_ports.registers.plug(
        registers(
            {
                Kind.SNILS: configured.register_snils_url,
                Kind.INN: configured.register_inn_url,
                Kind.PASSPORT: configured.register_passport_url,
                Kind.POLICY: configured.register_policy_url,
                Kind.EDUCATION: configured.register_education_url,
                Kind.PRACTITIONER: configured.register_practitioner_url,
            },
            application(Counter()) if configured.demonstration else None,
            credentials=_credentials(configured),
        )
    )
    invented = [Institution(**asdict(one)) for one in INSTITUTIONS] if configured.demonstration else []
    qualification_ports.institutions.plug(FileBook(configured.institutions_file, invented))
    mailer, gateway = channels(configured)
    notification_ports.mailer.plug(mailer)
    notification_ports.sms_gateway.plug(gateway)
    analytics_ports.opener.plug(OpenerApart())
    shelf.use(shelf.store_of(configured))
    wiring_documents.plug(configured)
    wiring_documents.plug_reader(configured)
    session.sessions.plug(accounts)
    accounts.personal_words[:] = [profile.personal_words]
    documents.servers[:] = [registration.served_since]
    notifications.tellers[:] = [attestations.tells_of]
    # In the order in which they rest on each other, so that one pass does for most changes.
    facts.watchers[:] = [
        "documents.recheck",
        qualification_jobs.LOOK_AGAIN,
        "levels.settle",
        "certificates.settle",
        "attestations.replan",
        analytics_jobs.FOLLOW,
    ]
    accounts.erasers[:] = [
        analytics.erase,
        certificates.erase,
        levels.erase,
        registration.erase,
        attestations.erase,
        documents.erase,
        qualification.erase,
        profile.erase,
        reviews.erase,
        verification.erase,
        facts.erase,
    ]


def _credentials(configured: Settings) -> Credentials | None:
    """In whose name the Register of Medical Workers is asked; the demonstration register takes anybody."""
    token = configured.register_practitioner_token
    return Credentials(configured.register_practitioner_organisation, token.get_secret_value()) if token else None


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
            origins=configured.origins,
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
        # and the rest seldom (measured, see docs/performance.md; the thresholds are set in `medportal`).
        gc.collect()
        gc.freeze()
        try:
            yield
        finally:
            await asyncio.to_thread(jobs.stop_embedded)
            nudges.stop()
