"""An own event between its form (texts by field) and its shape (typed): read, with findings, and written."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from uuid import UUID

from medportal.features.attestations import texts
from medportal.features.attestations.rules import recurrence
from medportal.features.attestations.schemas.calendar import OwnEvent
from medportal.features.attestations.schemas.kinds import EventKind
from medportal.kernel.problem import Problem
from medportal.kernel.text import Text

REPETITION = ("repeat", "interval", "weekdays", "ending", "until")
REPEATS = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
LADDER = (30, 14, 7, 3, 1, 0)


def read(values: Mapping[str, str], zone: str) -> tuple[OwnEvent | None, tuple[Problem, ...]]:
    """The event, or what is wrong with what was typed; what is impossible as an event is judged by `own.problems`."""
    found: list[Problem] = []
    all_day = values.get("all_day") == "on"
    starts = _moment(values, "starts", all_day, found)
    ends = _moment(values, "ends", all_day, found) if values.get("ends") else starts
    repeat = _repeat(values, found)
    if starts is None or ends is None or found:
        # Who left several fields empty is told of all at once.
        missing = [] if values.get("title", "").strip() else [Problem("title", "title_missing", texts.TITLE_MISSING)]
        return None, (*missing, *found)
    known = set(EventKind)
    kind = values.get("kind", EventKind.OWN)
    event = OwnEvent(
        title=values.get("title", ""),
        starts=starts,
        ends=ends,
        all_day=all_day,
        zone=zone,
        repeat=repeat,
        ladder=tuple(int(one) for one in values.get("ladder", "").split(",") if re.fullmatch(r"-?\d{1,3}", one)),
        kind=EventKind(kind) if kind in known else EventKind.OWN,
        notes=values.get("notes", ""),
        place=values.get("place", ""),
        document_id=_document(values.get("document", "")),
    )
    return event, ()


def written(event: OwnEvent) -> dict[str, str]:
    """The event as its form takes it."""
    return {
        "title": event.title,
        "kind": event.kind,
        "all_day": "on" if event.all_day else "",
        "starts": f"{event.starts:%Y-%m-%d}",
        "starts_time": "" if event.all_day else f"{event.starts:%H:%M}",
        "ends": f"{event.ends:%Y-%m-%d}",
        "ends_time": "" if event.all_day else f"{event.ends:%H:%M}",
        **_repeat_written(event.repeat),
        "ladder": ",".join(str(rung) for rung in event.ladder),
        "place": event.place,
        "notes": event.notes,
        "document": str(event.document_id or ""),
    }


def read_day(value: str) -> date | None:
    """«2026-11-27» or «27.11.2026» as a day; None when it is none."""
    value = value.strip()
    for shape in ("%Y-%m-%d", "%d.%m.%Y"):
        try:
            # A civil day has no zone.
            return datetime.strptime(value, shape).date()  # noqa: DTZ007
        except ValueError:
            continue
    return None


def read_time(value: str) -> time | None:
    """«09:30», «9.30» or «930» as a time; None when it is none."""
    told = re.fullmatch(r"([0-9]{1,2})[:.,\s-]?([0-9]{2})", value.strip())
    if told is None or int(told[1]) > 23 or int(told[2]) > 59:
        return None
    return time(int(told[1]), int(told[2]))


def _moment(values: Mapping[str, str], name: str, all_day: bool, found: list[Problem]) -> datetime | None:
    day = read_day(values.get(name, ""))
    if day is None:
        found.append(Problem(name, "date_wrong", texts.DATE_WRONG))
        return None
    if all_day:
        return datetime.combine(day, time())
    at = read_time(values.get(f"{name}_time", ""))
    if at is None:
        found.append(Problem(f"{name}_time", "time_wrong", texts.TIME_WRONG))
        return None
    return datetime.combine(day, at)


def _repeat(values: Mapping[str, str], found: list[Problem]) -> str:
    every = values.get("repeat", "")
    if every not in REPEATS:
        return ""
    parts = [f"FREQ={every}"]
    parts.append(f"INTERVAL={_number(values, 'interval', recurrence.MOST_INTERVAL, texts.INTERVAL_WRONG, found)}")
    days = [one for one in values.get("weekdays", "").split(",") if one in recurrence.WEEKDAYS]
    if every == "WEEKLY" and days:
        parts.append(f"BYDAY={','.join(days)}")
    match values.get("ending"):
        case "count":
            count = _number(values, "count", recurrence.MOST_COUNT, texts.COUNT_WRONG, found)
            parts.append(f"COUNT={count}")
        case "until":
            until = read_day(values.get("until", ""))
            if until is None:
                found.append(Problem("until", "date_wrong", texts.DATE_WRONG))
            else:
                parts.append(f"UNTIL={until:%Y%m%d}")
        case _:
            pass
    return ";".join(parts)


def _number(values: Mapping[str, str], name: str, most: int, words: Text, found: list[Problem]) -> int:
    value = values.get(name, "").strip() or "1"
    if re.fullmatch(r"[0-9]{1,6}", value) and 1 <= int(value) <= most:
        return int(value)
    found.append(Problem(name, "number_wrong", words))
    return 1


def _repeat_written(rule: str) -> dict[str, str]:
    if not rule:
        return {"repeat": "", "interval": "1", "ending": ""}
    body, until = recurrence.parted(rule)
    parts = dict(part.split("=", 1) for part in body.split(";"))
    ends = until < recurrence.LAST
    return {
        "repeat": parts["FREQ"],
        "interval": parts.get("INTERVAL", "1"),
        "weekdays": parts.get("BYDAY", "") if parts["FREQ"] == "WEEKLY" else "",
        "ending": "until" if ends else "",
        "until": until.isoformat() if ends else "",
    }


def _document(value: str) -> UUID | None:
    try:
        return UUID(value) if value else None
    except ValueError:
        return None
