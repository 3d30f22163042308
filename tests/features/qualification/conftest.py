"""Doctors as registration makes them, registers in this process, the book of institutions, and a desk that decides."""

from collections.abc import Callable, Iterator
from dataclasses import asdict

import pytest

from medportal.demonstration.institutions import INSTITUTIONS
from medportal.demonstration.people import PEOPLE
from medportal.demonstration.registers.app import application
from medportal.demonstration.registers.counter import Counter
from medportal.features.qualification import jobs as qualification_jobs
from medportal.features.qualification import ports
from medportal.features.qualification.adapters import FileBook
from medportal.features.qualification.schemas import Institution
from medportal.features.reviews import jobs as _reviews  # noqa: F401
from medportal.features.verification import ports as verification_ports
from medportal.features.verification.adapters import registers
from medportal.infra import facts
from tests.features.qualification.doctors import Doctor
from tests.features.registration.applicants import Applicant
from tests.features.registration.conftest import QUICK, hands, portal

__all__ = ["hands", "portal"]


@pytest.fixture
def counter() -> Counter:
    """The demonstration registers' own state: faults are set here."""
    return Counter()


@pytest.fixture
def house(portal: str, counter: Counter) -> Iterator[str]:
    """The services of qualification, plugged as the wiring does it."""
    verification_ports.registers.plug(registers({}, application(counter), limits=QUICK))
    ports.institutions.plug(FileBook(more=[Institution(**asdict(one)) for one in INSTITUTIONS]))
    before = list(facts.watchers)
    facts.watchers[:] = [qualification_jobs.LOOK_AGAIN]
    yield portal
    facts.watchers[:] = before


@pytest.fixture
def doctor(house: str) -> Callable[[str], Doctor]:
    """An invented person who has registered, by key."""
    people = {each.key: each for each in PEOPLE}

    def come(key: str) -> Doctor:
        number = len(key) % 200 + 1
        return Doctor(Applicant(people[key], f"192.0.2.{number}").registered())

    return come


@pytest.fixture
def anna(doctor: Callable[[str], Doctor]) -> Doctor:
    return doctor("anna.primerova")
