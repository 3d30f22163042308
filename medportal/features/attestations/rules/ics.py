"""iCalendar (RFC 5545) written by hand, for speed, and read by the library `icalendar`, within bounds."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Any, cast
from zoneinfo import ZoneInfo, available_timezones

from icalendar import Calendar, Timezone

from medportal.features.attestations import texts
from medportal.features.attestations.rules import own, recurrence
from medportal.features.attestations.schemas.calendar import OwnEvent
from medportal.features.attestations.schemas.exchange import Entry
from medportal.kernel.text import Text

MOST_BYTES, MOST_EVENTS, MOST_ALARMS, MOST_LINE = 1_000_000, 2_000, 5, 20_000
PRODUCT = "-//MedPortal//Calendar//RU"
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def written(entries: Sequence[Entry], name: str) -> bytes:
    """A calendar of these events: stable UIDs, alarms, and the zones that its series need."""
    zones = sorted({entry.zone for entry in entries if entry.rrule is not None and not entry.all_day})
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_escaped(name)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
    ]
    body = [_folded(line) for line in lines] + [_zone(zone) for zone in zones]
    body += [_folded(line) for entry in entries for line in _event(entry)]
    return ("\r\n".join([*body, "END:VCALENDAR"]) + "\r\n").encode()


def objection(data: bytes) -> Text | None:
    """Why a file is not even opened, or None."""
    if len(data) > MOST_BYTES:
        return texts.ICS_LARGE
    head = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").upper()
    if not head.startswith(b"BEGIN:VCALENDAR"):
        return texts.ICS_NONE
    if data.upper().count(b"BEGIN:") > 4 * MOST_EVENTS or data.upper().count(b"BEGIN:VEVENT") > MOST_EVENTS:
        return texts.ICS_MANY
    if max(map(len, data.splitlines()), default=0) > MOST_LINE:
        return texts.ICS_NONE
    return None


def events(data: bytes, zone: str) -> Iterator[tuple[str, OwnEvent | Text]]:
    """The events of a file that `objection` let through: a UID and what is to be entered, or why it is left out.

    Args:
        data: the file.
        zone: the person's zone, for hours that name none.

    Raises:
        ValueError: it cannot be read at all.
    """
    # The library leaves its types open.
    calendar: Any = Calendar.from_ical(data)
    for component in calendar.walk("VEVENT"):
        uid = str(component.get("UID", ""))[:500]
        try:
            yield uid, _read(component, zone)
        except (ValueError, TypeError, AttributeError, KeyError, OverflowError, IndexError):
            yield uid, texts.ICS_BROKEN


def _read(component: Any, zone: str) -> OwnEvent | Text:
    if str(component.get("STATUS", "")).upper() == "CANCELLED" or "RECURRENCE-ID" in component:
        return texts.ICS_EXCEPTION
    starts, ends, zone, all_day = _times(component, zone)
    rules = component.get("RRULE")
    if isinstance(rules, list) or "RDATE" in component:
        return texts.REPEAT_WRONG
    event = OwnEvent(
        title=_plain(component.get("SUMMARY", ""))[: own.LONGEST_TITLE] or "—",
        starts=starts,
        ends=ends,
        all_day=all_day,
        zone=zone,
        repeat=_repeat(rules.to_ical().decode()) if rules is not None else "",
        notes=_plain(component.get("DESCRIPTION", ""))[: own.LONGEST_NOTES],
        place=_plain(component.get("LOCATION", ""))[: own.LONGEST_TITLE],
    )
    problems = own.problems(event)
    return problems[0].text if problems else event


def _times(component: Any, zone: str) -> tuple[datetime, datetime, str, bool]:
    start: date = component["DTSTART"].dt
    end = component["DTEND"].dt if "DTEND" in component else None
    length: timedelta | None = component["DURATION"].dt if "DURATION" in component else None
    if not isinstance(start, datetime):
        last = end - timedelta(days=1) if end is not None else start + (length or timedelta(days=1)) - timedelta(days=1)
        return datetime.combine(start, time()), datetime.combine(max(last, start), time()), zone, True
    key = getattr(start.tzinfo, "key", None)
    named = key if key in available_timezones() else zone
    finish = end if end is not None else start + (length or timedelta(0))
    return _local(start, named), _local(cast("datetime", finish), named), named, False


def _local(at: datetime, zone: str) -> datetime:
    return (at.astimezone(ZoneInfo(zone)) if at.tzinfo else at).replace(tzinfo=None)


def _repeat(rule: str) -> str:
    """The rule as it stands, its end cut to the day."""
    return re.sub(r"UNTIL=(\d{8})T\d{6}Z?", r"UNTIL=\1", rule)


def _plain(value: object) -> str:
    return _CONTROL.sub("", str(value).replace("\r\n", "\n")).strip()


def _event(entry: Entry) -> Iterable[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.id}@medportal"
    yield f"DTSTAMP:{_utc(entry.changed_at)}"
    yield f"CREATED:{_utc(entry.created_at)}"
    yield f"LAST-MODIFIED:{_utc(entry.changed_at)}"
    yield f"SEQUENCE:{entry.sequence}"
    yield f"SUMMARY:{_escaped(entry.title)}"
    if entry.notes:
        yield f"DESCRIPTION:{_escaped(entry.notes)}"
    if entry.place:
        yield f"LOCATION:{_escaped(entry.place)}"
    yield f"CATEGORIES:{entry.kind.upper()}"
    yield f"STATUS:{'CANCELLED' if entry.cancelled else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT" if entry.all_day else "TRANSP:OPAQUE"
    yield from _when(entry)
    if not entry.cancelled:
        for rung in sorted(entry.ladder)[:MOST_ALARMS]:
            yield "BEGIN:VALARM"
            yield "ACTION:DISPLAY"
            yield f"DESCRIPTION:{_escaped(entry.title)}"
            yield f"TRIGGER:{'-' if rung >= 0 else ''}P{abs(rung)}D"
            yield "END:VALARM"
    yield "END:VEVENT"


def _when(entry: Entry) -> Iterable[str]:
    zone = ZoneInfo(entry.zone)
    if entry.all_day:
        yield f"DTSTART;VALUE=DATE:{_utc(entry.starts_at)[:8]}"
        yield f"DTEND;VALUE=DATE:{_utc(entry.ends_at)[:8]}"
    elif entry.rrule is None:
        yield f"DTSTART:{_utc(entry.starts_at)}"
        yield f"DTEND:{_utc(entry.ends_at)}"
    else:
        yield f"DTSTART;TZID={entry.zone}:{entry.starts_at.astimezone(zone):%Y%m%dT%H%M%S}"
        yield f"DTEND;TZID={entry.zone}:{entry.ends_at.astimezone(zone):%Y%m%dT%H%M%S}"
    if entry.rrule is None:
        return
    body, until = recurrence.parted(entry.rrule)
    if entry.all_day:
        yield f"RRULE:{body};UNTIL={until:%Y%m%d}"
        yield from (f"EXDATE;VALUE=DATE:{day:%Y%m%d}" for day in entry.skipped)
        return
    hour = entry.starts_at.astimezone(zone).time()
    yield f"RRULE:{body};UNTIL={_utc(own.moment(datetime.combine(until, hour), entry.zone))}"
    yield from (f"EXDATE;TZID={entry.zone}:{datetime.combine(day, hour):%Y%m%dT%H%M%S}" for day in entry.skipped)


@lru_cache(maxsize=64)
def _zone(name: str) -> str:
    made: Any = Timezone.from_tzid(name)
    return made.to_ical().decode().strip()


def _utc(at: datetime) -> str:
    # Cut out of the ISO form: five times as fast as strftime, and a feed has thousands of moments.
    iso = (at if at.tzinfo is UTC else at.astimezone(UTC)).isoformat()
    return f"{iso[:4]}{iso[5:7]}{iso[8:13]}{iso[14:16]}{iso[17:19]}Z"


def _escaped(text: str) -> str:
    if text.isalnum():
        return text
    plain = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> str:
    """A line in pieces of at most 75 octets, no character torn apart (RFC 5545 §3.1)."""
    if len(line) <= 37 or (line.isascii() and len(line) <= 75):
        return line
    pieces: list[str] = []
    piece, size = "", 0
    for sign in line:
        octets = len(sign.encode())
        if size + octets > 75:
            pieces.append(piece)
            piece, size = " ", 1
        piece += sign
        size += octets
    return "\r\n".join([*pieces, piece])
