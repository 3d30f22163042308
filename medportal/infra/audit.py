"""The audit log: every deed, written in its own transaction, append-only, each entry chained to the one before.

The chain is keyed: who can only write to the database can not make a new chain that holds. The head, kept apart,
tells when entries are missing at the end. Facts are typed, so that no number and no name slips in.
"""

import hmac
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from typing import TypeAlias
from uuid import UUID

from sqlalchemy import CheckConstraint, text
from sqlmodel import Field, select

from medportal.infra import audit_guard, vault
from medportal.infra.db import Row, UnitOfWork
from medportal.kernel import clock
from medportal.kernel.actor import Actor

Fact: TypeAlias = UUID | StrEnum | datetime | int | bool

FIRST = "0" * 64
LOCK = 4216
_DEED = re.compile(r"[a-z][a-z_]*\.[a-z][a-z_]*")


class AuditEntry(Row, table=True):
    """One deed. `prev_hash` is the hash of the entry before."""

    seq: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: datetime
    actor_role: str
    actor_id: UUID | None = Field(default=None, index=True)
    deed: str
    subject_id: UUID | None = Field(default=None, index=True)
    facts: str
    prev_hash: str
    hash: str


class AuditHead(Row, table=True):
    """The end of the chain: one row, signed."""

    __table_args__ = (CheckConstraint("id = 1", name="single"),)

    id: int = Field(default=1, primary_key=True, sa_column_kwargs={"autoincrement": False})
    length: int
    hash: str
    mac: str


audit_guard.attach(AuditEntry.metadata.tables[audit_guard.TABLE])


@dataclass(frozen=True, slots=True)
class ChainReport:
    """What a look through the whole chain found; `broken_at` is the first entry that is wrong or missing."""

    ok: bool
    length: int
    broken_at: int | None = None


def record(uow: UnitOfWork, actor: Actor, deed: str, subject: UUID | None = None, **facts: Fact) -> None:
    """Write down who did what to whom, in the caller's transaction.

    Raises:
        TypeError: a fact is a plain string, or of another kind that may carry a person's words.
        ValueError: the deed is not named like "registration.submitted".
    """
    if not _DEED.fullmatch(deed):
        raise ValueError("a deed is named like registration.submitted")
    canonical = _canonical(facts)
    session = uow.session
    if session.get_bind().dialect.name == "postgresql":
        # On SQLite the writer holds the only write lock already.
        session.connection().execute(text("select pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
    head = session.get(AuditHead, 1, populate_existing=True)
    seq, prev = (head.length + 1, head.hash) if head else (1, FIRST)
    entry = AuditEntry(
        seq=seq,
        at=clock.now().astimezone(UTC),
        actor_role=actor.role.value,
        actor_id=actor.account_id,
        deed=deed,
        subject_id=subject,
        facts=canonical,
        prev_hash=prev,
        hash="",
    )
    entry.hash = _hash(entry)
    session.add(entry)
    if head is None:
        head = AuditHead(id=1, length=0, hash=FIRST, mac="")
        session.add(head)
    head.length, head.hash, head.mac = seq, entry.hash, _mac(seq, entry.hash)
    session.flush()


def verify(uow: UnitOfWork) -> ChainReport:
    """Go through the whole chain: altered, missing, inserted and cut-off entries are found."""
    seen, prev = 0, FIRST
    for entry in uow.session.exec(select(AuditEntry).order_by("seq").execution_options(yield_per=1000)):
        expected = seen + 1
        if entry.seq != expected or entry.prev_hash != prev or not hmac.compare_digest(entry.hash, _hash(entry)):
            return ChainReport(ok=False, length=seen, broken_at=expected)
        seen, prev = expected, entry.hash
        uow.session.expunge(entry)
    head = uow.session.get(AuditHead, 1, populate_existing=True)
    if head is None:
        return ChainReport(ok=True, length=0) if seen == 0 else ChainReport(ok=False, length=seen, broken_at=seen)
    if (head.length, head.hash) != (seen, prev) or not hmac.compare_digest(head.mac, _mac(head.length, head.hash)):
        return ChainReport(ok=False, length=seen, broken_at=seen + 1)
    return ChainReport(ok=True, length=seen)


def _canonical(facts: Mapping[str, Fact]) -> str:
    return json.dumps({name: _plain(value) for name, value in facts.items()}, sort_keys=True, separators=(",", ":"))


def _plain(value: object) -> str | int | bool:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, bool | int):
        return value
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, datetime) and value.utcoffset() is not None:
        return value.astimezone(UTC).isoformat()
    raise TypeError(f"a fact of the audit log may not be a {type(value).__name__}")


def _hash(entry: AuditEntry) -> str:
    told = [
        entry.seq,
        entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        entry.actor_role,
        str(entry.actor_id),
        entry.deed,
        str(entry.subject_id),
        entry.facts,
        entry.prev_hash,
    ]
    return hmac.new(vault.derived_key("audit"), json.dumps(told).encode(), sha256).hexdigest()


def _mac(length: int, last: str) -> str:
    return hmac.new(vault.derived_key("audit-head"), f"{length}:{last}".encode(), sha256).hexdigest()
