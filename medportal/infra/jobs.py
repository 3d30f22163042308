"""Jobs: work that is done behind the screens, after its cause is committed.

What must happen stands as a row with a state, written in its cause's transaction; the engine is only told to look.
A job is named, takes the id of a row, reads the row anew and may run twice. What the engine forgot, because a process
was killed or a message lost, is found by a sweep: it looks for rows that have waited too long and wakes them again.
"""

import heapq
import itertools
import threading
from collections.abc import Callable
from typing import Protocol, TypeVar
from uuid import UUID

from medportal.infra import log
from medportal.infra.db import UnitOfWork
from medportal.kernel import clock

JobFn = TypeVar("JobFn", bound=Callable[[UUID], None])
ChoreFn = TypeVar("ChoreFn", bound=Callable[[], None])

SWEEP_MINUTES = 1

_log = log.get(__name__)
_jobs: dict[str, Callable[[UUID], None]] = {}
_chores: dict[str, tuple[int, Callable[[], None]]] = {}
_failures = itertools.count(1)
_failed = 0


class Engine(Protocol):
    """What carries a job from its cause to its worker."""

    def put(self, name: str, row_id: UUID | None, delay: float) -> None:
        """Have a job or chore run, not before `delay` seconds have passed."""
        ...

    def alive(self) -> bool:
        """Whether somebody is at work."""
        ...


def job(name: str) -> Callable[[JobFn], JobFn]:
    """Register a job under a name like "verification.ask". It must re-read its row and may run more than once."""

    def register(work: JobFn) -> JobFn:
        _claim_name(name, _jobs.get(name), work)
        _jobs[name] = work
        return work

    return register


def sweep(name: str) -> Callable[[ChoreFn], ChoreFn]:
    """Register a sweep, run every minute and at the start of a worker: wake again what has waited too long."""
    return every(name, minutes=SWEEP_MINUTES)


def every(name: str, *, minutes: int) -> Callable[[ChoreFn], ChoreFn]:
    """Register a chore run every so many minutes, counted from midnight UTC; it may run twice, and may miss a turn."""

    def register(work: ChoreFn) -> ChoreFn:
        _claim_name(name, _chores[name][1] if name in _chores else None, work)
        _chores[name] = (minutes, work)
        return work

    return register


def wake(uow: UnitOfWork, name: str, row_id: UUID, delay: float = 0) -> None:
    """Tell the engine to look at a row, once the caller's unit is committed.

    Raises:
        LookupError: no job bears this name in this process.
    """
    if name not in _jobs:
        raise LookupError(f"no job is named {name}")
    uow.after_commit(lambda: engine().put(name, row_id, delay))


def perform(name: str, row_id: UUID | None) -> bool:
    """Run one job or chore now. A failure is logged and counted and never travels further."""
    global _failed
    try:
        if row_id is not None:
            _jobs[name](row_id)
        else:
            _chores[name][1]()
    except Exception as error:  # noqa: BLE001
        # Whatever went wrong, the worker must live on; the row stays as it was and the sweep finds it.
        _failed = next(_failures)
        log.incident(error, where=f"job {name}")
        return False
    return True


def failures() -> int:
    """How many jobs have failed in this process."""
    return _failed


def names() -> tuple[str, ...]:
    """Every job and chore registered in this process."""
    return (*_jobs, *_chores)


def sweeps() -> tuple[str, ...]:
    """The chores that look for what was forgotten."""
    return tuple(name for name, (minutes, _) in _chores.items() if minutes == SWEEP_MINUTES)


def due_between(last_minute: int, this_minute: int) -> tuple[str, ...]:
    """The chores whose turn came after one minute (of the epoch) and up to another."""
    return tuple(name for name, (step, _) in _chores.items() if last_minute // step != this_minute // step)


class Memory:
    """An engine for tests: jobs wait in this process until `work_off` runs them, and delays follow the clock."""

    def __init__(self) -> None:
        self._waiting: list[tuple[float, int, str, UUID | None]] = []
        self._order = itertools.count()
        self._lock = threading.Lock()
        self._minute = self._now_minute()

    def put(self, name: str, row_id: UUID | None, delay: float) -> None:
        """Keep a job until it is due."""
        with self._lock:
            heapq.heappush(self._waiting, (clock.now().timestamp() + delay, next(self._order), name, row_id))

    def alive(self) -> bool:
        """A test works when it says so."""
        return True

    def take_due(self) -> tuple[str, UUID | None] | None:
        """The next job that is due, or nothing."""
        with self._lock:
            if self._waiting and self._waiting[0][0] <= clock.now().timestamp():
                return heapq.heappop(self._waiting)[2:]
        return None

    def forget(self) -> int:
        """Lose everything that waits, as a killed worker does; how much was lost."""
        with self._lock:
            lost = len(self._waiting)
            self._waiting.clear()
        return lost

    def turn_minute(self) -> None:
        """Run the chores whose turn came since the last look at the clock."""
        before, self._minute = self._minute, self._now_minute()
        for name in due_between(before, self._minute):
            perform(name, None)

    @staticmethod
    def _now_minute() -> int:
        return int(clock.now().timestamp() // 60)


_engine: Engine | None = None
_engine_lock = threading.Lock()


def engine() -> Engine:
    """The engine of this process: Redis when it is configured, else a file beside the database."""
    global _engine
    with _engine_lock:
        if _engine is None:
            from medportal.infra import worker

            _engine = worker.open_engine()
        return _engine


def use(other: Engine | None) -> None:
    """Put another engine in place; `None` lets the next use open it from the settings."""
    global _engine
    with _engine_lock:
        _engine = other


def use_memory() -> Memory:
    """Put a fresh engine for tests in place."""
    memory = Memory()
    use(memory)
    return memory


def work_off() -> int:
    """For tests: run, in this thread, everything that is due now, until nothing is; how many jobs ran.

    Sweeps and chores run first, when the clock has passed into another minute since the last call.
    """
    memory = engine()
    if not isinstance(memory, Memory):
        raise TypeError("work_off is for the engine of tests: call jobs.use_memory() first")
    memory.turn_minute()
    done = 0
    while (due := memory.take_due()) is not None:
        perform(*due)
        done += 1
    return done


def run_sweeps() -> None:
    """For tests and chores: run every sweep now."""
    for name in sweeps():
        perform(name, None)


def alive() -> bool:
    """Whether a worker, in this process or another, has left a sign of life within the last minutes."""
    return engine().alive()


def start_embedded() -> bool:
    """Work inside this process, in threads of its own; returns whether it does.

    With Redis configured it does not: there `medportal work` processes do the work.
    """
    from medportal.infra import worker

    return worker.start_embedded()


def stop_embedded() -> None:
    """Finish what is being done, for some seconds at most, and stop working inside this process."""
    from medportal.infra import worker

    worker.stop_embedded()


def run_worker(threads: int = 4) -> None:
    """Work until told to stop by a signal: the body of `medportal work`."""
    from medportal.infra import worker

    worker.run_worker(threads)


def _claim_name(name: str, holder: Callable[..., None] | None, work: Callable[..., None]) -> None:
    same = holder is None or (holder.__module__, holder.__qualname__) == (work.__module__, work.__qualname__)
    if not same or (holder is None and name in names()):
        raise ValueError(f"two jobs are named {name}")
