"""The database: one engine, one way to write (`unit_of_work`), one way to only look (`reading`)."""

import re
import secrets
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any, Self
from uuid import UUID

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import declared_attr
from sqlmodel import Session, SQLModel

from medportal.infra import log
from medportal.infra.errors import TakenError
from medportal.kernel import clock
from medportal.settings import settings

# How long a writer waits for the one before him: somebody looks at a screen meanwhile, or nobody does.
BUSY_SECONDS, CHORE_SECONDS = 5, 60
READING = "medportal_reading"
BYTES = "medportal_bytes"
TURN = "medportal_turn"

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

_log = log.get(__name__)


class Row(SQLModel):
    """The base of every table; a class `AuthSession` becomes the table `auth_session`."""

    @declared_attr.directive
    def __tablename__(cls) -> str:  # pyright: ignore[reportIncompatibleVariableOverride]
        return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", cls.__name__).lower()


_patience = BUSY_SECONDS


def be_patient() -> None:
    """In a chore: wait long for the writers of a portal that is at work. Before the database is opened."""
    global _patience
    _patience = CHORE_SECONDS


_id_lock = threading.Lock()
_id_last = (0, 0)


def new_id() -> UUID:
    """A new identifier, version 7: ordered by time, and by birth within a millisecond of this process."""
    global _id_last
    millis = int(clock.now().timestamp() * 1000)
    with _id_lock:
        count = _id_last[1] + 1 if _id_last[0] == millis else secrets.randbelow(1 << 24)
        _id_last = (millis, count)
    # 48 bits of time, version, 12 + 14 bits of count, 48 bits of chance.
    high, low = (count >> 14) & 0xFFF, count & 0x3FFF
    return UUID(int=(millis & (1 << 48) - 1) << 80 | 7 << 76 | high << 64 | 2 << 62 | low << 48 | secrets.randbits(48))


def open_database(url: str) -> Engine:
    """An engine for SQLite (WAL, foreign keys kept) or PostgreSQL; statements are logged without their values."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return _open_sqlite(url, parsed.database)
    if parsed.drivername == "postgresql":
        parsed = parsed.set(drivername="postgresql+psycopg")
    opened = create_engine(parsed, hide_parameters=True, pool_pre_ping=True, pool_size=8, max_overflow=8)
    event.listen(opened, "before_cursor_execute", _answer_in_bytes)
    return opened


def _answer_in_bytes(_connection: Connection, cursor: Any, *statement: Any) -> None:
    # Asked for by `execution_options(**{BYTES: True})`: bytes come as they are, not written out in hexadecimal digits.
    _, _, context, _ = statement
    if context and context.execution_options.get(BYTES):
        from psycopg.pq import Format

        cursor.format = Format.BINARY


def _open_sqlite(url: str, file: str | None) -> Engine:
    if not file or file == ":memory:":
        raise ValueError("the portal needs a database in a file")
    Path(file).resolve().parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    opened = create_engine(
        url,
        hide_parameters=True,
        pool_size=8,
        max_overflow=24,
        connect_args={"timeout": _patience, "check_same_thread": False},
    )
    event.listen(opened, "connect", _prepare_sqlite)
    event.listen(opened, "begin", _begin_sqlite)
    return opened


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # The driver would begin transactions by its own rules, too late and without the write lock.
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", f"busy_timeout={_patience * 1000}", "synchronous=NORMAL"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes the write lock at once: two that first read and then write would refuse each other.
    options = connection.get_execution_options()
    looking = options.get(READING, False)
    if turn := options.get(TURN):
        turn.take()
    connection.exec_driver_sql(f"PRAGMA query_only={'ON' if looking else 'OFF'}")
    connection.exec_driver_sql("BEGIN" if looking else "BEGIN IMMEDIATE")


_writing = threading.Lock()


class _Turn:
    """A writer's turn among the threads of this process, taken at its first statement.

    SQLite lets writers collide and sleep, some of them for a second; waiting here, they follow each other at once.
    """

    def __init__(self) -> None:
        self._taken = False

    def take(self) -> None:
        self._taken = self._taken or _writing.acquire(timeout=_patience)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_failure: object) -> None:
        if self._taken:
            _writing.release()


_engine: Engine | None = None
_engine_lock = threading.Lock()


def engine() -> Engine:
    """The engine of this process, opened from the settings when first asked for."""
    global _engine
    with _engine_lock:
        if _engine is None:
            _engine = open_database(settings().database_url)
        return _engine


def use(other: Engine | None) -> None:
    """Put another engine in place and close the one before; `None` lets the next use open it anew."""
    global _engine
    with _engine_lock:
        before, _engine = _engine, other
    if before is not None and before is not other:
        before.dispose()


class UnitOfWork:
    """One transaction: what is added to `session` is committed together, once, or not at all."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._deeds: list[Callable[[], None]] = []

    def after_commit(self, deed: Callable[[], None]) -> None:
        """Do something once the commit has happened. Its failure is logged: the commit stands."""
        self._deeds.append(deed)

    def flush(self) -> None:
        """Send what was added to the database now, so that its constraints speak."""
        self.session.flush()

    @contextmanager
    def attempt(self) -> Generator[None, None, None]:
        """Try what a constraint may forbid; when it does, nothing of the attempt stands and the unit goes on.

        Raises:
            TakenError: the database refused.
        """
        try:
            with self.session.begin_nested():
                yield
        except IntegrityError:
            # Its message may hold what a person typed; ours does not.
            raise TakenError from None

    def committed(self) -> None:
        """Do what was to be done after the commit."""
        for deed in self._deeds:
            try:
                deed()
            except Exception as error:  # noqa: BLE001
                log.incident(error, where="after_commit")


_open: ContextVar[bool] = ContextVar("medportal_unit_open", default=False)


@contextmanager
def unit_of_work() -> Generator[UnitOfWork, None, None]:
    """Open the transaction of one use case: committed once at the end, rolled back on any exception.

    Raises:
        RuntimeError: one is open already; a part must join its caller's.
    """
    with (
        _alone(),
        _Turn() as turn,
        Session(engine().execution_options(**{TURN: turn}), expire_on_commit=False) as session,
    ):
        uow = UnitOfWork(session)
        yield uow
        session.commit()
    uow.committed()


@contextmanager
def reading() -> Generator[UnitOfWork, None, None]:
    """Open a transaction that only looks, at one moment: it waits for no writer and may write nothing.

    Raises:
        RuntimeError: a unit is open already.
    """
    options: dict[str, Any] = {READING: True, "postgresql_readonly": True}
    if engine().dialect.name == "postgresql":
        # SQLite looks at one moment by itself; here each statement would look at its own.
        options["isolation_level"] = "REPEATABLE READ"
    looking = engine().execution_options(**options)
    with _alone(), Session(looking, expire_on_commit=False) as session:
        # Closing ends the transaction and leaves what was read usable; a roll-back would empty it.
        yield UnitOfWork(session)


@contextmanager
def _alone() -> Generator[None, None, None]:
    if _open.get():
        raise RuntimeError("a unit of work is open already: pass it on instead of opening another")
    token = _open.set(True)
    try:
        yield
    finally:
        _open.reset(token)
