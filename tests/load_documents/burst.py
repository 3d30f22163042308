"""Five hundred documents handed in at once by one person: what the jobs make of it, and how long somebody else waits beside it.

`python -m tests.load_documents.burst` prints it. Everything is the portal's own: services, watchers, the engine of jobs with its
two threads in this process. Only the sandbox is left out, as in `gallery`.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from threading import Thread
from uuid import UUID

from tests.support import portal

DOCUMENTS = 500
QUIET_SECONDS = 3.0
PATIENCE = 600.0


def measure() -> Iterator[tuple[str, float, str]]:
    """What was measured, how much it is, and of what: in a process of its own, with keys and a database of its own."""
    with tempfile.TemporaryDirectory() as folder:
        env = portal.environment(MEDPORTAL_DATA_DIR=folder)
        told = subprocess.run(
            [sys.executable, "-m", "tests.attacks.settle"],
            cwd=portal.CHECKOUT, env=env, check=True, capture_output=True, timeout=300,
        )  # fmt: skip
        people = [one["account_id"] for one in json.loads(told.stdout)["people"].values()]
        done = subprocess.run(
            [sys.executable, "-m", "tests.load_documents.burst", *people[:2]],
            cwd=portal.CHECKOUT, env=env, check=True, capture_output=True, timeout=PATIENCE,
        )  # fmt: skip
        seen = json.loads(done.stdout.splitlines()[-1])
    yield f"{DOCUMENTS} documents at once: until all is quiet", seen["wall"], "s"
    yield "… processor time in it, the taking in included", seen["work"], "s"
    yield "… of it taking in", seen["taking"], "s"
    yield "… passes over what the person's facts move", seen["passes"], ""
    yield "… another person's look into the cabinet beside it, p50", seen["p50"], "ms"
    yield "… p95", seen["p95"], "ms"


def _burst(account_id: UUID, other_id: UUID) -> dict[str, float]:
    from medportal import wiring
    from medportal.features.documents import ports
    from medportal.features.levels import service as levels
    from medportal.infra import jobs
    from medportal.kernel.actor import Actor, Role
    from tests.load_documents import gallery

    wiring.plug()
    ports.inspector.plug(gallery.Drawn())
    doctor, other = Actor(Role.DOCTOR, account_id), Actor(Role.DOCTOR, other_id)
    last, passes, looks = [time.monotonic()], [0], list[float]()
    perform = jobs.perform

    def counted(name: str, row_id: UUID | None) -> bool:
        answer = perform(name, row_id)
        passes[0] += name == "levels.settle"
        if row_id is not None:
            last[0] = time.monotonic()
        return answer

    jobs.perform = counted
    began, worked = time.monotonic(), time.process_time()
    jobs.start_embedded()
    handing = Thread(target=lambda: [gallery.hand_in(doctor, number) for number in range(gallery.DOCUMENTS)])
    handing.start()
    taken = began
    while handing.is_alive() or time.monotonic() - last[0] < QUIET_SECONDS or not _is_followed(account_id):
        taken = time.monotonic() if handing.is_alive() else taken
        looked = time.perf_counter()
        levels.way(other)
        looks.append((time.perf_counter() - looked) * 1000)
        time.sleep(0.05)
    work = time.process_time() - worked
    jobs.stop_embedded()
    looks.sort()
    return {
        "wall": last[0] - began, "work": work, "taking": taken - began, "passes": passes[0],
        "p50": statistics.median(looks), "p95": looks[int(len(looks) * 0.95)],
    }  # fmt: skip


def _is_followed(account_id: UUID) -> bool:
    from medportal.infra import db, facts

    with db.reading() as uow:
        return facts.is_followed(uow, account_id)


def main() -> None:
    """Print the table; told whose documents and who looks on, measure them."""
    if len(sys.argv) == 3:
        print(json.dumps(_burst(UUID(sys.argv[1]), UUID(sys.argv[2]))))
        sys.stdout.flush()
        os._exit(0)
    for what, found, unit in measure():
        print(f"{what:<64} {found:8.1f} {unit}")


if __name__ == "__main__":
    main()
