"""When to remind: rungs of a ladder counted from the due day, once each, a missed run caught up once."""

from collections.abc import Collection, Iterable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

from medportal.features.attestations import texts
from medportal.features.attestations.schemas.kinds import EventKind
from medportal.features.attestations.schemas.reminders import Choices, Digest
from medportal.kernel.problem import Problem

MOST_RUNGS, FARTHEST, LATEST = 12, 365, -30


def step_due(due_on: date, ladder: Iterable[int], today: date, since: date, given: Collection[int]) -> int | None:
    """The rung to remind of today, or None.

    It is the nearest rung reached. Rungs reached before `since` (the day the event came to be, or its date moved)
    were never owed; farther rungs that a run missed are made up for by this one; nothing is said when this rung or a
    nearer one was given already, so that runs in any order and any number give each rung once at most.
    """
    reached = [rung for rung in ladder if since <= due_on - timedelta(days=rung) <= today]
    nearest = min(reached, default=None)
    if nearest is None or any(one <= nearest for one in given):
        return None
    return nearest


def next_day(due_on: date, ladder: Iterable[int], after: date, given: Collection[int]) -> date | None:
    """The next day after another on which a rung is reached that was not given yet."""
    days = (due_on - timedelta(days=rung) for rung in ladder if not any(one <= rung for one in given))
    return min((day for day in days if day > after), default=None)


def has_something_to_say(due_on: date, ladder: Iterable[int], last_day: date, today: date) -> bool:
    """Whether a rung is still ahead, today included, that tells of the last day of a paper in time, or that it is over."""
    ahead = [(rung, day) for rung in ladder if (day := due_on - timedelta(days=rung)) >= today]
    if last_day < today:
        return any(rung < 0 for rung, _ in ahead)
    return any(rung >= 0 and day <= last_day for rung, day in ahead)


def ladder_of(kind: EventKind, own: tuple[int, ...] | None, choices: Choices) -> tuple[int, ...]:
    """The ladder of an event: that of the person for the kind, else the event's own; none when the kind is muted."""
    if kind in choices.muted:
        return ()
    return dict(choices.ladders).get(kind, own or ())


def moment(day: date, choices: Choices) -> datetime:
    """The moment of a day at which the person is reminded: his hour, in his zone, out of his quiet hours."""
    local = datetime.combine(day, time(choices.hour), tzinfo=ZoneInfo(choices.zone))
    return out_of_quiet(local.astimezone(UTC), choices)


def out_of_quiet(at: datetime, choices: Choices) -> datetime:
    """The moment itself, or the end of the quiet hours in which it lies."""
    if choices.quiet_from == choices.quiet_to:
        return at
    local = at.astimezone(ZoneInfo(choices.zone))
    start, end = choices.quiet_from, choices.quiet_to
    quiet = start <= local.hour or local.hour < end if start > end else start <= local.hour < end
    if not quiet:
        return at
    day = local.date() + timedelta(days=1 if start > end and local.hour >= start else 0)
    return datetime.combine(day, time(end), tzinfo=local.tzinfo).astimezone(UTC)


def letter_at(now: datetime, choices: Choices) -> datetime | None:
    """When the letter of a reminder given now goes: past quiet hours, an absence, or at the time of the digest.

    None when the person wants no letters.
    """
    if not choices.email and not choices.sms:
        return None
    at = out_of_quiet(now, choices)
    day = at.astimezone(ZoneInfo(choices.zone)).date()
    if choices.digest is not Digest.NONE:
        day = _digest_day(at, choices)
        at = max(at, moment(day, choices))
    if absent := absence_end(day, choices):
        at = moment(absent + timedelta(days=1), choices)
    return at


def absence_end(day: date, choices: Choices) -> date | None:
    """The last day of the absence in which a day lies, if it does."""
    if choices.absent_from is None or choices.absent_to is None:
        return None
    return choices.absent_to if choices.absent_from <= day <= choices.absent_to else None


def problems(choices: Choices) -> tuple[Problem, ...]:
    """What is wrong with a person's choices."""
    found: list[Problem] = []
    if choices.zone not in available_timezones():
        found.append(Problem("zone", "zone_unknown", texts.ZONE_UNKNOWN))
    if any(not 0 <= hour <= 23 for hour in (choices.hour, choices.quiet_from, choices.quiet_to)):
        found.append(Problem("hour", "hour_wrong", texts.HOUR_WRONG))
    absent = (choices.absent_from, choices.absent_to)
    if (absent[0] is None) != (absent[1] is None) or (absent[0] and absent[1] and absent[0] > absent[1]):
        found.append(Problem("absent_to", "end_before", texts.END_BEFORE))
    if any(not ladder_fits(ladder) for _, ladder in choices.ladders):
        found.append(Problem("ladders", "ladder_wrong", texts.LADDER_WRONG))
    return tuple(found)


def ladder_fits(ladder: Collection[int]) -> bool:
    """Whether a ladder is one that the portal keeps."""
    return len(ladder) <= MOST_RUNGS and all(LATEST <= rung <= FARTHEST for rung in ladder)


def _digest_day(at: datetime, choices: Choices) -> date:
    local = at.astimezone(ZoneInfo(choices.zone))
    day = local.date() + timedelta(days=1 if local.hour > choices.hour else 0)
    if choices.digest is Digest.WEEKLY:
        day += timedelta(days=-day.weekday() % 7)
    return day
