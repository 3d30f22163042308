"""Nudges: «look again, something of yours has changed». They carry an account and nothing else, and may get lost."""

# redis leaves parts of its types open.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false

import threading
from collections.abc import Callable
from contextlib import suppress
from uuid import UUID, uuid4

import redis

from medportal.infra import log
from medportal.infra.db import UnitOfWork
from medportal.settings import settings

CHANNEL = "medportal:nudges"
RETRY_SECONDS = 2.0

Listener = Callable[[UUID], None]

_log = log.get(__name__)
_me = uuid4().hex
_listeners: list[Listener] = []
_lock = threading.Lock()


def nudge(uow: UnitOfWork, account_id: UUID) -> None:
    """Tell whoever listens, here and in other processes, once the caller's unit is committed."""
    uow.after_commit(lambda: _tell(account_id))


def listen(callback: Listener) -> None:
    """Call back for every nudge, from whichever thread it comes in: the callback must be quick and thread-safe."""
    with _lock:
        _listeners.append(callback)
    if url := settings().redis_url:
        _post.start(url)


def forget(callback: Listener) -> None:
    """Call this one back no more."""
    with _lock, suppress(ValueError):
        _listeners.remove(callback)


def connected(timeout: float = 0) -> bool:
    """Whether the line to the other processes is open, waiting for it so many seconds."""
    return _post.connected.wait(timeout)


def stop() -> None:
    """Close the line to the other processes."""
    _post.stop()


def _tell(account_id: UUID) -> None:
    _tell_here(account_id)
    if url := settings().redis_url:
        _post.send(url, account_id)


def _tell_here(account_id: UUID) -> None:
    with _lock:
        listeners = tuple(_listeners)
    for listener in listeners:
        try:
            listener(account_id)
        except Exception as error:  # noqa: BLE001
            log.incident(error, where="nudges")


class _Post:
    """The line between processes: Redis publish and subscribe."""

    def __init__(self) -> None:
        self._client: redis.Redis | None = None
        self._thread: threading.Thread | None = None
        self._ended = threading.Event()
        self._lock = threading.Lock()
        self.connected = threading.Event()

    def send(self, url: str, account_id: UUID) -> None:
        self._connection(url).publish(CHANNEL, f"{_me}:{account_id}")

    def start(self, url: str) -> None:
        with self._lock:
            if self._thread is not None:
                return
            self._ended.clear()
            self._thread = threading.Thread(target=self._hear, args=(url,), name="nudges", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        with self._lock:
            thread, self._thread = self._thread, None
            client, self._client = self._client, None
        self._ended.set()
        if thread is not None:
            thread.join(timeout=5)
        if client is not None:
            client.close()
        self.connected.clear()

    def _connection(self, url: str) -> redis.Redis:
        with self._lock:
            if self._client is None:
                self._client = redis.Redis.from_url(url, socket_connect_timeout=2, socket_timeout=2)
            return self._client

    def _hear(self, url: str) -> None:
        while not self._ended.is_set():
            try:
                self._hear_until_cut(url)
            except (redis.RedisError, OSError):
                self.connected.clear()
                _log.warning("nudges from other processes are cut off, trying again")
                self._ended.wait(RETRY_SECONDS)

    def _hear_until_cut(self, url: str) -> None:
        with redis.Redis.from_url(url, socket_connect_timeout=2) as client, client.pubsub() as heard:
            heard.subscribe(CHANNEL)
            self.connected.set()
            while not self._ended.is_set():
                message = heard.get_message(ignore_subscribe_messages=True, timeout=0.5)
                if message is not None and isinstance(data := message["data"], bytes):
                    self._pass_on(data)

    def _pass_on(self, data: bytes) -> None:
        sender, _, account = data.decode(errors="replace").partition(":")
        if sender == _me:
            return
        with suppress(ValueError):
            _tell_here(UUID(account))


_post = _Post()
