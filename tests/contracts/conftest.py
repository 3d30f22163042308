"""Two ways to the same registers: inside this process, and served alone on a port of the loopback."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import httpx
import pytest

from medportal.demonstration.registers.app import ADDRESSES, application
from medportal.demonstration.registers.counter import Counter, Fault, Office
from medportal.features.verification.adapters import Limits, registers
from medportal.features.verification.ports import Register
from medportal.features.verification.schemas import Kind
from tests.support.servers import die_with_parent, free_port, stop

LIMITS = Limits(budget=20.0, patience=0.1, tries=2, first_wait=0.01, longest_wait=0.05)
IMPATIENT = Limits(connect=0.2, read=0.2, budget=0.3, tries=2, first_wait=0.01, longest_wait=0.05)


@dataclass(frozen=True)
class Line:
    """A way to the registers, the same for somebody in a hurry, and a way to make them misbehave."""

    registers: Mapping[Kind, Register]
    impatient: Mapping[Kind, Register]
    stumble: Callable[[Kind, str, float | None], None]


@pytest.fixture(params=["in-process", "served"])
def line(request: pytest.FixtureRequest) -> Iterator[Line]:
    """The registers in good order, and in good order again afterwards."""
    made = _in_process() if request.param == "in-process" else _served(request.getfixturevalue("served"))
    yield made
    for kind in Kind:
        made.stumble(kind, "ok", None)


@pytest.fixture(scope="session")
def served() -> Iterator[str]:
    """The demonstration registers in a process of their own, as `medportal registers` serves them."""
    port = free_port()
    command = [sys.executable, "-m", "medportal.demonstration.registers", str(port)]
    process = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=die_with_parent,  # noqa: PLW1509
    )
    origin = f"http://127.0.0.1:{port}"
    try:
        _wait_for(origin, process)
        yield origin
    finally:
        stop(process)


def _in_process() -> Line:
    counter = Counter()
    return Line(
        registers({}, application(counter), limits=LIMITS),
        registers({}, application(counter), limits=IMPATIENT),
        lambda kind, fault, seconds: counter.set_fault(Office(kind), Fault(fault), seconds),
    )


def _served(origin: str) -> Line:
    visitor = httpx.Client(trust_env=False, verify=False)

    def stumble(kind: Kind, fault: str, seconds: float | None) -> None:
        wish = {"register": kind, "fault": fault, "seconds": seconds}
        visitor.post(f"{origin}/faults", json=wish).raise_for_status()

    urls = {Kind(office): origin + path for office, path in ADDRESSES.items()}
    reached, impatient = (registers(urls, application(Counter()), limits=limits) for limits in (LIMITS, IMPATIENT))
    return Line(reached, impatient, stumble)


def _wait_for(origin: str, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(200):
        if process.poll() is not None:
            pytest.fail("the demonstration registers ended at once")
        try:
            httpx.get(f"{origin}/health", trust_env=False).raise_for_status()
        except httpx.HTTPError:
            time.sleep(0.05)
        else:
            return
    pytest.fail("the demonstration registers did not come up")
