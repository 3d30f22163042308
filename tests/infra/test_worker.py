"""The engine behind jobs: quick, patient with failures, and nothing is lost with a killed process."""

import multiprocessing
import os
import pickle
import signal
import threading
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from statistics import median
from uuid import UUID

import pytest
from sqlmodel import Field, select

from medportal.infra import db, facts, jobs, worker
from medportal.kernel import clock
from medportal.settings import settings

ran: list[tuple[float, UUID]] = []
chores: list[str] = []


class WorkerTestParcel(db.Row, table=True):
    """What must be done: a row with a state, as everywhere."""

    id: UUID = Field(default_factory=db.new_id, primary_key=True)
    state: str = "waiting"
    started: int = 0
    done: int = 0


@jobs.job("worker_test.note")
def note(row_id: UUID) -> None:
    ran.append((time.monotonic(), row_id))


@jobs.job("worker_test.fail")
def fail(row_id: UUID) -> None:
    raise RuntimeError


@jobs.every("worker_test.hourly", minutes=60)
def hourly() -> None:
    chores.append("hourly")


@jobs.job("worker_test.carry")
def carry(row_id: UUID) -> None:
    """Two short units with something slow between them; the second looks again."""
    with db.unit_of_work() as uow:
        parcel = uow.session.get_one(WorkerTestParcel, row_id)
        if parcel.state == "done":
            return
        parcel.started += 1
        uow.session.add(parcel)
    if os.environ.get("SLOW"):
        time.sleep(60)
    with db.unit_of_work() as uow:
        parcel = uow.session.get_one(WorkerTestParcel, row_id)
        if parcel.state != "done":
            parcel.state, parcel.done = "done", parcel.done + 1
            uow.session.add(parcel)


@jobs.sweep("worker_test.find")
def find() -> None:
    with db.unit_of_work() as uow:
        for parcel in uow.session.exec(select(WorkerTestParcel).where(WorkerTestParcel.state == "waiting")):
            jobs.wake(uow, "worker_test.carry", parcel.id)


def until(true: Callable[[], object], seconds: float = 15) -> bool:
    """Wait for something that happens in another thread or process."""
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True


def wake(name: str = "worker_test.note", row: UUID | None = None, delay: float = 0) -> UUID:
    row = row or db.new_id()
    with db.unit_of_work() as uow:
        jobs.wake(uow, name, row, delay)
    return row


def parcel() -> WorkerTestParcel:
    with db.reading() as uow:
        return uow.session.exec(select(WorkerTestParcel)).one()


@pytest.fixture
def embedded(database) -> Iterator[None]:
    ran.clear()
    chores.clear()
    jobs.use(None)
    assert jobs.start_embedded()
    yield
    jobs.stop_embedded()


@pytest.fixture(params=["file", "redis"])
def engine(request, database) -> worker.HueyEngine:
    if request.param == "redis":
        request.getfixturevalue("redis_url")
    return worker.open_engine()


def test_a_job_runs_within_200_milliseconds_in_the_web_process(embedded):
    waited = []
    for _ in range(7):
        time.sleep(0.15)  # the workers have gone idle and look rarely
        start, row = time.monotonic(), wake()
        assert until(lambda row=row: any(seen == row for _, seen in ran))
        waited.append(next(at for at, seen in ran if seen == row) - start)
    assert median(waited) < 0.2


def test_a_job_for_later_runs_later(embedded):
    start, row = time.monotonic(), wake(delay=1)
    assert until(lambda: ran)
    assert ran[0][1] == row
    assert ran[0][0] - start >= 0.9


def test_a_job_that_fails_does_not_stop_the_workers(embedded):
    before = jobs.failures()
    for _ in range(5):
        wake("worker_test.fail")
    row = wake()
    assert until(lambda: any(seen == row for _, seen in ran))
    assert until(lambda: jobs.failures() == before + 5)
    assert jobs.alive()


def test_starting_and_stopping_twice_is_doing_it_once(embedded):
    count = threading.active_count()
    assert jobs.start_embedded()
    assert threading.active_count() == count
    jobs.stop_embedded()
    jobs.stop_embedded()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith(("Worker", "Scheduler", "jobs"))]


def test_what_waited_while_nobody_worked_is_swept_up_at_the_start(database):
    with db.unit_of_work() as uow:
        uow.session.add(WorkerTestParcel())
    jobs.use(None)
    assert not jobs.alive()
    jobs.start_embedded()
    try:
        assert until(lambda: parcel().done == 1)
    finally:
        jobs.stop_embedded()


def test_with_redis_the_web_process_leaves_the_work_to_workers(database, redis_url):
    jobs.use(None)
    assert not jobs.start_embedded()
    assert not jobs.alive()


def _process(kind: str, environment: dict[str, str]) -> None:
    """The body of a process of its own: a web process, or a worker when there is Redis."""
    os.environ.update(environment)
    settings.cache_clear()
    facts.watchers[:] = ["worker_test.carry"]
    if kind == "redis":
        jobs.run_worker(threads=2)
    else:
        jobs.start_embedded()
        time.sleep(60)


@pytest.mark.parametrize("told", ["by a row", "by a fact"])
@pytest.mark.parametrize("kind", ["file", "redis"])
def test_a_job_cut_off_by_a_killed_process_is_done_once_after_a_restart(request, database, kind, told):
    address = {"MEDPORTAL_REDIS_URL": request.getfixturevalue("redis_url")} if kind == "redis" else {}
    environment = {"MEDPORTAL_DATABASE_URL": database, "MEDPORTAL_DATA_DIR": str(settings().data_dir), **address}
    # A fork of this process would inherit SQLite's idea of which locks it holds.
    start = multiprocessing.get_context("forkserver")
    start.set_forkserver_preload([__name__])
    # Changed two minutes ago, with the message lost: the sweep at the start of a worker finds either.
    with clock.stopped(clock.now() - timedelta(minutes=2)), db.unit_of_work() as uow:
        uow.session.add(put := WorkerTestParcel(state="waiting" if told == "by a row" else "changed"))
        if told == "by a fact":
            facts.changed(uow, put.id)
    before = put.state

    first = start.Process(target=_process, args=(kind, {**environment, "SLOW": "1"}), daemon=True)
    first.start()
    assert until(lambda: parcel().started == 1, seconds=30)
    first.kill()
    first.join()
    assert (parcel().state, parcel().done) == (before, 0)

    second = start.Process(target=_process, args=(kind, environment), daemon=True)
    second.start()
    assert until(lambda: parcel().state == "done", seconds=30)
    time.sleep(0.3)
    assert (parcel().started, parcel().done) == (2, 1)
    second.terminate()
    second.join(timeout=10)
    assert second.exitcode in (0, -signal.SIGTERM)


def test_a_chore_is_put_once_though_several_workers_turn_the_minute(engine, monkeypatch):
    other = worker.open_engine()
    monkeypatch.setattr(jobs, "due_between", lambda _last, _this: ("worker_test.hourly",))
    for turning in (engine, other, engine):
        turning.turn_minute()
    assert engine.huey.pending_count() == 1


def test_the_queue_holds_names_and_ids_only_and_never_pickles(engine):
    row = db.new_id()
    engine.put("worker_test.note", row, 0)
    [message] = engine.huey.storage.enqueued_items()
    assert str(row).encode() in bytes(message)
    engine.huey.storage.flush_queue()

    class Evil:
        def __reduce__(self):
            return (ran.append, ((0.0, UUID(int=666)),))

    engine.huey.storage.enqueue(pickle.dumps(Evil()))
    with pytest.raises(ValueError):
        engine.huey.dequeue()
    assert (0.0, UUID(int=666)) not in ran


def test_a_sign_of_life_grows_old(engine):
    assert not engine.alive()
    engine.beat()
    assert engine.alive()


def test_the_file_of_the_queue_stands_in_the_data_directory(database):
    worker.open_engine()
    assert Path(settings().data_dir, "jobs.db").exists()
