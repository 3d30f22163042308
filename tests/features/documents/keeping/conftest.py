"""The services of documents, plugged together as the wiring does it, on a shelf of their own."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from uuid import UUID

import pytest

import medportal.features.accounts.jobs
import medportal.features.documents.jobs
import medportal.features.notifications.jobs
import medportal.features.reviews.jobs
import medportal.features.verification.jobs  # noqa: F401
from medportal.features.accounts import service as accounts
from medportal.features.documents import ports, service
from medportal.features.documents.adapters.intake.absent import AbsentScanner
from medportal.features.documents.adapters.intake.pool import SandboxInspector
from medportal.features.documents.ports import Reader
from medportal.features.notifications import ports as notification_ports
from medportal.features.notifications.adapters.demonstration import DemonstrationCarrier
from medportal.features.profile import service as profile
from medportal.features.reviews import service as reviews
from medportal.features.verification import ports as verification_ports
from medportal.features.verification import service as verification
from medportal.features.verification.schemas import Claim, Evidence, Kind, State, Verdict
from medportal.infra import facts, jobs, shelf
from medportal.kernel import clock
from medportal.kernel.actor import Actor
from medportal.settings import settings
from tests.features.documents.keeping import people
from tests.features.documents.reading.fixtures import reader


class Registers:
    """Registers that say of everybody what a test has set."""

    def __init__(self) -> None:
        self.says: Mapping[Kind, State] = {}

    def confirm(self, claim: Claim, message_id: UUID) -> Verdict:
        return Verdict(self.says.get(claim.kind, State.OK), Evidence("", ""), demonstration=True)

    def acknowledge(self, receipt: UUID) -> None:
        raise AssertionError("there is no receipt")


@pytest.fixture(scope="session")
def _sandbox() -> Iterator[SandboxInspector]:
    made = SandboxInspector(seats=2)
    yield made
    made.close()


@pytest.fixture
def hands() -> Iterator[clock.Hands]:
    with clock.stopped(datetime(2026, 11, 23, 7, 0, tzinfo=UTC)) as hands:
        yield hands


@pytest.fixture
def registers() -> Registers:
    made = Registers()
    verification_ports.registers.plug(dict.fromkeys(Kind, made))
    return made


@pytest.fixture
def warm_reader() -> Reader:
    return reader()


@pytest.fixture
def portal(
    database: str, hands: clock.Hands, _sandbox: SandboxInspector, registers: Registers, warm_reader: Reader
) -> Iterator[str]:
    notification_ports.mailer.plug(DemonstrationCarrier())
    notification_ports.sms_gateway.plug(DemonstrationCarrier())
    ports.inspector.plug(_sandbox)
    ports.scanner.plug(AbsentScanner())
    ports.reader.plug(warm_reader)
    shelf.use(shelf.store_of(settings()))
    before = list(accounts.erasers), list(facts.watchers)
    accounts.erasers[:] = [service.erase, profile.erase, reviews.erase, verification.erase]
    facts.watchers[:] = ["documents.recheck"]
    jobs.work_off()
    yield database
    accounts.erasers[:], facts.watchers[:] = before
    shelf.use(None)


@pytest.fixture
def anna(portal: str) -> Actor:
    actor = people.doctor()
    jobs.work_off()
    return actor


@pytest.fixture
def boris(portal: str) -> Actor:
    actor = people.doctor(1, "pdf_reg_first.pdf")
    jobs.work_off()
    return actor
