"""Rules of own events: what is taken in, and where in time it stands."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

from medportal.features.attestations import texts
from medportal.features.attestations.rules import recurrence
from medportal.features.attestations.rules.ladder import ladder_fits
from medportal.features.attestations.rules.planning import EARLIEST, LATEST
from medportal.features.attestations.schemas.calendar import OwnEvent
from medportal.features.attestations.schemas.kinds import EventKind
from medportal.kernel.problem import Problem
from medportal.kernel.text import Text

MOST_EVENTS = 10_000
LONGEST_TITLE, LONGEST_NOTES, LONGEST_EVENT = 200, 4_000, timedelta(days=366)
OWN_KINDS = frozenset({EventKind.OWN, EventKind.TRAINING})


def problems(event: OwnEvent) -> tuple[Problem, ...]:
    """What is wrong with an event as it was entered; the fields are those of `OwnEvent`."""
    first, last = event.starts.date(), event.ends.date()
    checks: tuple[tuple[bool, str, str, Text], ...] = (
        (not event.title.strip(), "title", "title_missing", texts.TITLE_MISSING),
        (len(event.title) > LONGEST_TITLE, "title", "title_long", texts.TITLE_LONG),
        (len(event.notes) > LONGEST_NOTES, "notes", "notes_long", texts.NOTES_LONG),
        (len(event.place) > LONGEST_TITLE, "place", "title_long", texts.TITLE_LONG),
        (not EARLIEST <= first <= LATEST, "starts", "date_range", texts.DATE_RANGE),
        (not EARLIEST <= last <= LATEST, "ends", "date_range", texts.DATE_RANGE),
        (_reversed(event), "ends", "end_before", texts.END_BEFORE),
        (event.ends - event.starts > LONGEST_EVENT, "ends", "too_long", texts.TOO_LONG),
        (event.zone not in available_timezones(), "zone", "zone_unknown", texts.ZONE_UNKNOWN),
        (not ladder_fits(event.ladder), "ladder", "ladder_wrong", texts.LADDER_WRONG),
        (event.kind not in OWN_KINDS, "kind", "kind_wrong", texts.KIND_WRONG),
    )
    found = [Problem(field, code, text) for wrong, field, code, text in checks if wrong]
    if event.repeat and not any(one.field == "starts" for one in found):
        objection = recurrence.objection(event.repeat, first)
        found += [objection] if objection else []
    return tuple(found)


def moment(local: datetime, zone: str) -> datetime:
    """A local moment as UTC. One that a clock skipped in spring is an hour later; of two alike in autumn the first."""
    return local.replace(tzinfo=ZoneInfo(zone), fold=0).astimezone(UTC)


def span(event: OwnEvent) -> tuple[datetime, datetime]:
    """Start and end in UTC; a whole day begins at its midnight, wherever it is spent."""
    if event.all_day:
        start, last = (datetime.combine(one.date(), time(), tzinfo=UTC) for one in (event.starts, event.ends))
        return start, last + timedelta(days=1)
    return moment(event.starts, event.zone), moment(event.ends, event.zone)


def occurrence(
    day: date, starts_at: datetime, ends_at: datetime, zone: str, *, all_day: bool
) -> tuple[datetime, datetime]:
    """Start and end, in UTC, of the occurrence of a series on a day: the same hour on the clock all year round."""
    if all_day:
        start = datetime.combine(day, time(), tzinfo=UTC)
        return start, start + (ends_at - starts_at)
    local = ZoneInfo(zone)
    start, end = starts_at.astimezone(local), ends_at.astimezone(local)
    begins = datetime.combine(day, start.time())
    return moment(begins, zone), moment(begins + (end.replace(tzinfo=None) - start.replace(tzinfo=None)), zone)


def _reversed(event: OwnEvent) -> bool:
    return event.ends.date() < event.starts.date() if event.all_day else event.ends < event.starts
