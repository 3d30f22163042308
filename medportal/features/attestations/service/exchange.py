"""Out to the person's own calendar, and in from it."""

import json
import re
import secrets
import threading
from collections import OrderedDict
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from uuid import UUID

from medportal.features.attestations import texts
from medportal.features.attestations.models import CalendarEvent
from medportal.features.attestations.rules import ics
from medportal.features.attestations.schemas.calendar import OwnEvent
from medportal.features.attestations.schemas.exchange import Entry, Feed, FeedView, ImportReport
from medportal.features.attestations.schemas.kinds import EventKind, Origin
from medportal.features.attestations.schemas.planning import Rule
from medportal.features.attestations.service import own as own_events
from medportal.features.attestations.service.planning import stored_event
from medportal.features.attestations.store import events, feeds, reminders
from medportal.features.attestations.store import rules as book
from medportal.features.notifications import service as notifications
from medportal.infra import audit, nudges
from medportal.infra.db import UnitOfWork, reading, unit_of_work
from medportal.kernel.actor import Actor
from medportal.kernel.errors import InvalidError, NotFoundError
from medportal.kernel.problem import Problem
from medportal.kernel.text import Locale, Text
from medportal.settings import settings

MOST_IN_FEED = 5_000
MOST_RENDERED = 64


class _Rendered:
    """The last feeds written, by their tags: programmes ask every few hours, and many devices ask for one."""

    def __init__(self) -> None:
        self._feeds: OrderedDict[UUID, tuple[str, bytes]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, feed_id: UUID, etag: str) -> bytes | None:
        with self._lock:
            kept = self._feeds.get(feed_id)
            return kept[1] if kept is not None and kept[0] == etag else None

    def keep(self, feed_id: UUID, etag: str, body: bytes) -> bytes:
        with self._lock:
            self._feeds[feed_id] = (etag, body)
            self._feeds.move_to_end(feed_id)
            while len(self._feeds) > MOST_RENDERED:
                self._feeds.popitem(last=False)
        return body


_rendered = _Rendered()


def open_feed(actor: Actor, token: str = "") -> str:
    """Make a secret address by which another calendar may subscribe; one made before stops working.

    Args:
        actor: whose calendar.
        token: the secret part, when the person's browser has made it: then the portal never shows it to anybody.

    Returns:
        The address, shown now and never again: only its fingerprint is kept.

    Raises:
        InvalidError: the token is none.
    """
    account_id = actor.must_be_known()
    if token and not re.fullmatch(r"[A-Za-z0-9_-]{43}", token):
        raise InvalidError(texts.NO_FEED)
    token = token or secrets.token_urlsafe(32)
    with unit_of_work() as uow:
        feeds.revoke(uow, account_id)
        row = feeds.put(uow, account_id, token)
        audit.record(uow, actor, "attestations.feed_opened", row.id)
    return f"{settings().public_origin}/calendar/feed/{token}.ics"


def revoke_feed(actor: Actor) -> None:
    """Make the address useless; harmless when there is none."""
    account_id = actor.must_be_known()
    with unit_of_work() as uow:
        if feeds.revoke(uow, account_id):
            audit.record(uow, actor, "attestations.feed_revoked", account_id)


def feed_view(actor: Actor) -> FeedView | None:
    """Whether there is a feed, and since when."""
    with reading() as uow:
        row = feeds.of(uow, actor.must_be_known())
    return FeedView(row.created_at) if row else None


def feed(_actor: Actor, token: str, have: str = "") -> Feed:
    """The calendar behind a secret address. Who knows the address reads it: nobody signs in.

    Args:
        _actor: whoever asks.
        token: the secret part of the address.
        have: the tag of what the reader has (`If-None-Match`).

    Raises:
        NotFoundError: there is no such address, or it was revoked; the two look the same.
    """
    if not 20 <= len(token) <= 100 or not token.isascii():
        raise NotFoundError(texts.NO_FEED)
    with reading() as uow:
        row = feeds.find(uow, token)
        if row is None:
            raise NotFoundError(texts.NO_FEED)
        stamp = events.stamp(uow, row.account_id)
        language = notifications.language_of(uow, row.account_id)
        etag = f'"{row.id.hex[-8:]}-{stamp.number if stamp else 0}-{language}"'
        if etag in (tag.strip().removeprefix("W/") for tag in have.split(",")):
            return Feed(etag, None)
        if (rendered := _rendered.get(row.id, etag)) is not None:
            return Feed(etag, rendered)
        rows = events.live(uow, row.account_id, limit=MOST_IN_FEED)
        names = _names(uow)
        entries = [_entry(one, names, language) for one in rows]
        feed_id = row.id
    return Feed(etag, _rendered.keep(feed_id, etag, ics.written(entries, texts.FEED_NAME.within(language))))


def event_ics(actor: Actor, event_id: UUID) -> bytes:
    """One event as a file for another calendar.

    Raises:
        NotFoundError: there is no such event, or not for this person.
    """
    account_id = actor.must_be_known()
    with reading() as uow:
        row = events.find(uow, account_id, event_id)
        if row is None or row.cancelled_at is not None:
            raise NotFoundError(texts.NO_EVENT)
        language = notifications.language_of(uow, account_id)
        return ics.written([_entry(row, _names(uow), language)], texts.FEED_NAME.within(language))


def preview_ics(actor: Actor, data: bytes) -> list[tuple[str, OwnEvent | Text]]:
    """The events of an ICS file, or why one is left out; nothing is taken in.

    Raises:
        InvalidError: it is too large, holds too many events, or is no calendar; the problem names `file`.
    """
    account_id = actor.must_be_known()
    if objection := ics.objection(data):
        raise InvalidError(objection, [Problem("file", "file_refused", objection)])
    with reading() as uow:
        zone = reminders.choices(uow, account_id).zone
    try:
        return list(ics.events(data, zone))
    except (ValueError, TypeError, AttributeError, KeyError, IndexError, RecursionError):
        raise InvalidError(texts.ICS_NONE, [Problem("file", "file_refused", texts.ICS_NONE)]) from None


def import_ics(actor: Actor, data: bytes) -> ImportReport:
    """Take the events of an ICS file in; the same file twice adds nothing.

    Raises:
        InvalidError: it is too large, holds too many events, or is no calendar; the problem names `file`.
        ConflictError: the calendar is full; nothing was added.
    """
    account_id = actor.must_be_known()
    found = preview_ics(actor, data)
    added = known = 0
    left_out: list[tuple[int, Text]] = []
    with unit_of_work() as uow:
        for number, (uid, event) in enumerate(found, start=1):
            if isinstance(event, Text):
                left_out.append((number, event))
                continue
            key = f"ics:{sha256((uid or repr((event.title, event.starts))).encode()).hexdigest()[:40]}"
            if events.by_key(uow, account_id, key) is not None:
                known += 1
                continue
            own_events.add(uow, account_id, event, Origin.IMPORTED, key)
            added += 1
        if added:
            events.touch(uow, account_id)
            nudges.nudge(uow, account_id)
        audit.record(uow, actor, "attestations.calendar_imported", account_id, added=added, left_out=len(left_out))
    return ImportReport(added, known, tuple(left_out))


def _names(uow: UnitOfWork) -> dict[tuple[str, int], Rule]:
    return {(rule.key, rule.version): rule for rule in book.versions(uow)}


def _entry(row: CalendarEvent, names: Mapping[tuple[str, int], Rule], language: Locale) -> Entry:
    planned = stored_event(row, names) if row.origin == Origin.RULE else None
    words = {} if planned else events.words_of(row)
    notes = words.get("notes", "")
    if planned is not None:
        told = [planned.consequence, planned.source] + ([] if planned.is_verified else [texts.UNVERIFIED])
        notes = "\n".join(one.within(language) for one in told)
    return Entry(
        id=row.id,
        title=(planned.title if planned else events.title_of(words)).within(language),
        notes=notes,
        place=words.get("place", ""),
        kind=EventKind(row.kind),
        all_day=row.all_day,
        zone=row.zone,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        rrule=row.rrule,
        skipped=tuple(date.fromisoformat(day) for day in json.loads(row.skipped)) if row.skipped != "[]" else (),
        ladder=tuple(json.loads(row.ladder)) if row.ladder else (),
        cancelled=row.cancelled_at is not None,
        sequence=row.sequence,
        created_at=row.created_at,
        changed_at=row.changed_at,
    )
