"""The engine behind jobs: huey, on a file beside the database or on Redis, inside the web process or on its own."""

# huey ships no types.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportUnknownLambdaType=false

import json
import os
import threading
import time
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from huey import Huey
from huey.consumer import Consumer, ConsumerStopped
from huey.registry import Message
from huey.serializer import Serializer
from huey.storage import RedisStorage, SqliteStorage

from medportal.infra import jobs, log
from medportal.kernel import clock
from medportal.settings import Settings, settings

QUEUE = "medportal"
EMBEDDED_THREADS = 2
STOP_SECONDS = 5.0
# A worker looks at an empty queue ten to fifty times a second: a look costs about ten microseconds.
FIRST_LOOK, LAST_LOOK, BACKOFF = 0.02, 0.1, 1.2
BEAT_KEY = "beat"
ALIVE_FOR = timedelta(seconds=150)
KEPT_MINUTES = 10

_log = log.get(__name__)


class _Plain(Serializer):
    """Messages as JSON: whoever can write into the queue must not be able to run code, as pickle would let him."""

    def _serialize(self, data: Any) -> bytes:
        if isinstance(data, Message):
            eta = data.eta.isoformat() if data.eta else None
            return json.dumps({"id": data.id, "name": data.name, "eta": eta, "args": data.args}).encode()
        return json.dumps({"value": data}).encode()

    def _deserialize(self, data: bytes) -> Any:
        kept = json.loads(bytes(data))
        if "name" not in kept:
            return kept["value"]
        eta = datetime.fromisoformat(kept["eta"]) if kept["eta"] else None
        return Message(id=kept["id"], name=kept["name"], eta=eta, args=tuple(kept["args"]), kwargs={}, retries=0)


class HueyEngine:
    """huey with one task for each registered name."""

    def __init__(self, huey: Huey) -> None:
        self.huey = huey
        self._tasks: dict[str, Any] = {}
        self._lock = threading.Lock()
        self._minute = huey.periodic_task(lambda _: True, name="minute")(self.turn_minute)
        for name in jobs.names():
            self._task(name)

    def put(self, name: str, row_id: UUID | None, delay: float) -> None:
        """Write the job into the queue, or into the schedule when it is for later."""
        args = (str(row_id) if row_id else "",)
        task = self._task(name)
        if delay > 0:
            task.schedule(args=args, delay=delay)
        else:
            task(*args)

    def open_day(self) -> None:
        """At the start of a worker: have every sweep run, whether or not another worker has swept this minute."""
        self.turn_minute(always=jobs.sweeps())

    def beat(self) -> None:
        """Leave a sign that a worker is alive."""
        self.huey.put(BEAT_KEY, clock.now().isoformat())

    def alive(self) -> bool:
        """Whether a worker has left a sign lately."""
        seen = self.huey.get(BEAT_KEY, peek=True)
        return seen is not None and clock.now() - datetime.fromisoformat(seen) < ALIVE_FOR

    def _task(self, name: str) -> Any:
        with self._lock:
            if name not in self._tasks:

                def run(row_id: str) -> None:
                    jobs.perform(name, UUID(row_id) if row_id else None)

                self._tasks[name] = self.huey.task(name=name)(run)
            return self._tasks[name]

    def turn_minute(self, always: tuple[str, ...] = ()) -> None:
        """Once a minute, whichever of several workers comes first, put the chores whose turn it is."""
        minute = int(clock.now().timestamp() // 60)
        self.beat()
        first = self.huey.put_if_empty(f"minute:{minute}", True)
        if first:
            for past in range(minute - KEPT_MINUTES, minute - 1):
                self.huey.delete(f"minute:{past}")
        for name in jobs.due_between(minute - 1, minute) if first else always:
            self.put(name, None, 0)


def open_engine(configured: Settings | None = None) -> HueyEngine:
    """The engine the settings ask for."""
    chosen = configured or settings()
    if chosen.redis_url:
        storage: dict[str, Any] = {"storage_class": RedisStorage, "url": chosen.redis_url}
    else:
        chosen.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        storage = {"storage_class": SqliteStorage, "filename": os.fspath(chosen.data_dir.resolve() / "jobs.db")}
    return HueyEngine(Huey(QUEUE, results=False, serializer=_Plain(), **storage))


class _Consumer(Consumer):
    """A consumer that leaves the signals to the process it lives in."""

    def _set_signal_handlers(self) -> None:
        pass

    def watch(self) -> None:
        """Replace threads that died, until told to stop."""
        seen = time.monotonic()
        with suppress(ConsumerStopped):
            while True:
                seen = self.loop(seen)


_embedded: tuple[_Consumer, threading.Thread] | None = None


def start_embedded() -> bool:
    """Start two threads that work, unless Redis is configured; starting twice is starting once."""
    global _embedded
    if settings().redis_url:
        return False
    engine = jobs.engine()
    if _embedded is not None or not isinstance(engine, HueyEngine):
        return _embedded is not None
    consumer = _consumer(_Consumer, engine, EMBEDDED_THREADS)
    thread = threading.Thread(target=consumer.watch, name="jobs", daemon=True)
    _embedded = (consumer, thread)
    engine.open_day()
    consumer.start()
    thread.start()
    return True


def stop_embedded() -> None:
    """Let the threads finish what they do, five seconds at most."""
    global _embedded
    if _embedded is None:
        return
    (consumer, thread), _embedded = _embedded, None
    consumer.stop(graceful=True)
    thread.join(timeout=STOP_SECONDS)


def run_worker(threads: int) -> None:
    """Work in this process until SIGINT or SIGTERM."""
    engine = jobs.engine()
    if not isinstance(engine, HueyEngine):
        raise TypeError("this engine has no workers")
    engine.open_day()
    _log.info("worker started", threads=threads, process=os.getpid())
    _consumer(Consumer, engine, threads).run()


def _consumer(kind: type[Consumer], engine: HueyEngine, threads: int) -> Any:
    return kind(
        engine.huey,
        workers=threads,
        initial_delay=FIRST_LOOK,
        max_delay=LAST_LOOK,
        backoff=BACKOFF,
        shutdown_timeout=STOP_SECONDS,
        graceful_signal="TERM",
    )
