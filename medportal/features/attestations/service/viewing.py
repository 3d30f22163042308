"""The calendar as it is seen: month, week, year and agenda, each from one look through an index."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from medportal.features.attestations import texts
from medportal.features.attestations.models import CalendarEvent
from medportal.features.attestations.rules import own, planning
from medportal.features.attestations.schemas.calendar import Agenda, CalendarView, DayView, EventView
from medportal.features.attestations.schemas.kinds import EventKind, EventState, Origin
from medportal.features.attestations.schemas.planning import PlannedEvent, Rule
from medportal.features.attestations.service import ladders
from medportal.features.attestations.service.planning import stored_event
from medportal.features.attestations.service.sources import paper_of
from medportal.features.attestations.store import events, reminders
from medportal.features.attestations.store import rules as book
from medportal.infra.db import UnitOfWork, reading
from medportal.kernel import clock, working_days
from medportal.kernel.actor import Actor
from medportal.kernel.errors import InvalidError, NotFoundError

Kinds = Collection[EventKind] | None
Book = Mapping[tuple[str, int], Rule]
PAGE = 100
# The very edges of the calendar have no month around them.
FIRST_DAY, LAST_DAY = planning.EARLIEST + timedelta(days=40), planning.LATEST - timedelta(days=40)
AHEAD = (timedelta(days=31), timedelta(days=92), timedelta(days=366))


def month(actor: Actor, day: date, kinds: Kinds = None) -> CalendarView:
    """The month in which a day lies, in whole weeks from Monday to Sunday.

    Raises:
        ForbiddenError: nobody has signed in.
        InvalidError: the day lies outside of the calendar.
    """
    _must_lie_within(day)
    first = day.replace(day=1)
    last = first + relativedelta(months=1, days=-1)
    return _view(actor, first - timedelta(days=first.weekday()), last + timedelta(days=6 - last.weekday()), kinds)


def week(actor: Actor, day: date, kinds: Kinds = None) -> CalendarView:
    """The week in which a day lies, from Monday; refusals as of `month`."""
    _must_lie_within(day)
    monday = day - timedelta(days=day.weekday())
    return _view(actor, monday, monday + timedelta(days=6), kinds)


def year(actor: Actor, number: int, kinds: Kinds = None) -> CalendarView:
    """A whole year; refusals as of `month`."""
    if not planning.EARLIEST.year <= number <= planning.LATEST.year:
        raise InvalidError(texts.DATE_RANGE)
    return _view(actor, date(number, 1, 1), date(number, 12, 31), kinds)


def agenda(actor: Actor, start: date | None = None, kinds: Kinds = None, limit: int = PAGE) -> Agenda:
    """«Повестка»: what lies ahead from a day (today unless told otherwise), at most a year; overdue dates first.

    Raises:
        ForbiddenError: nobody has signed in.
        InvalidError: the day lies outside of the calendar.
    """
    account_id = actor.must_be_known()
    with reading() as uow:
        zone = reminders.choices(uow, account_id).zone
        today = clock.today(ZoneInfo(zone))
        first = start or today
        _must_lie_within(first)
        shown: list[EventView] = []
        for ahead in AHEAD:
            # A full calendar fills the page within a month; only a thin one is looked through for a year.
            shown = _found(uow, account_id, (first, first + ahead), zone, kinds)
            if len(shown) > limit:
                break
        late: Sequence[CalendarEvent] = () if start else events.overdue(uow, account_id, today, kinds)
        names = _book(uow)
        overdue = tuple(_shown(row, row.due_on, zone, names) for row in late)
        overdue = tuple(one for one in overdue if one.state is EventState.OVERDUE)
    more = shown[limit].day if len(shown) > limit else None
    return Agenda(today, overdue, tuple(one for one in shown[:limit] if one.day != more or shown[0].day == more), more)


def event(actor: Actor, event_id: UUID, occurrence: date | None = None) -> EventView:
    """One event, for the sheet that explains it.

    Raises:
        NotFoundError: there is no such event, or not for this person.
    """
    account_id = actor.must_be_known()
    with reading() as uow:
        row = events.find(uow, account_id, event_id)
        if row is None or row.cancelled_at is not None:
            raise NotFoundError(texts.NO_EVENT)
        zone = reminders.choices(uow, account_id).zone
        shown = _shown(row, occurrence or row.due_on, zone, _book(uow))
        return replace(shown, paper=paper_of(uow, account_id, row.paper or ""))


def _view(actor: Actor, first: date, last: date, kinds: Kinds) -> CalendarView:
    account_id = actor.must_be_known()
    with reading() as uow:
        zone = reminders.choices(uow, account_id).zone
        found = _found(uow, account_id, (first, last), zone, kinds)
    by_day: dict[date, list[EventView]] = {}
    for one in found:
        for offset in range((min(one.last_day, last) - max(one.day, first)).days + 1):
            by_day.setdefault(max(one.day, first) + timedelta(days=offset), []).append(one)
    marks = {mark.day: mark for mark in working_days.marks(first, last)}
    days = (first + timedelta(days=offset) for offset in range((last - first).days + 1))
    counts = Counter(one.kind for one in found)
    return CalendarView(
        first,
        last,
        clock.today(ZoneInfo(zone)),
        zone,
        tuple(
            DayView(day, working_days.is_working_day(day), marks.get(day), tuple(by_day.get(day, ()))) for day in days
        ),
        tuple((kind, counts[kind]) for kind in EventKind if kind in counts),
    )


def _found(uow: UnitOfWork, account_id: UUID, between: tuple[date, date], zone: str, kinds: Kinds) -> list[EventView]:
    first, last = between
    names = _book(uow)
    found: list[EventView] = []
    for row in events.window(uow, account_id, first, last, kinds):
        if row.rrule is None:
            shown = [_shown(row, row.due_on, zone, names)]
        else:
            back = row.ends_at - row.starts_at + timedelta(days=1)
            days = ladders.days_of(row, first - back, last + timedelta(days=1))
            shown = [_shown(row, day, zone, names) for day in days]
        found += [one for one in shown if one.day <= last and one.last_day >= first]
    return sorted(found, key=lambda one: (one.day, one.starts_at is not None, one.starts_at or one.day, one.id))


def _shown(row: CalendarEvent, day: date, zone: str, names: Book) -> EventView:
    planned = stored_event(row, names) if row.origin == Origin.RULE else None
    words = events.words_of(row)
    starts, ends = row.starts_at, row.ends_at
    if row.rrule is not None:
        starts, ends = own.occurrence(day, starts, ends, row.zone, all_day=row.all_day)
    local = UTC if row.all_day else ZoneInfo(zone)
    starts, ends = starts.astimezone(local), ends.astimezone(local)
    last_day = (ends - timedelta(microseconds=1)).date() if ends > starts else starts.date()
    today = clock.today(ZoneInfo(zone))
    first_day = starts.date()
    title = planned.title if planned else events.title_of(words)
    return EventView(
        id=row.id,
        key=row.key,
        kind=EventKind(row.kind),
        origin=Origin(row.origin),
        title=title,
        day=first_day,
        last_day=last_day,
        starts_at=None if row.all_day else starts,
        ends_at=None if row.all_day else ends,
        opens_on=row.opens_on,
        # Only a duty can be overdue: a window is open from its day on, what a person noted for himself is over.
        state=planning.state_on(
            today,
            last_day,
            row.opens_on,
            done=row.done_at is not None,
            late=_late(planned),
            soon=planning.SOON_DAYS if row.origin in {Origin.RULE, Origin.STAFF} else planning.SOON_DAYS_OWN,
        ),
        days_left=(first_day - today).days,
        source=planned.source if planned else None,
        reckoned_from=texts.ORIGINS[planned.origin if planned else row.origin],
        consequence=planned.consequence if planned else None,
        is_verified=planned.is_verified if planned else True,
        right=planned.right if planned else None,
        movable=row.origin in {Origin.OWN, Origin.IMPORTED},
        repeats=row.rrule is not None,
        notes=words.get("notes", ""),
        place=words.get("place", ""),
        document_id=row.document_id,
    )


def _late(planned: PlannedEvent | None) -> EventState:
    if planned is None:
        return EventState.PAST
    return EventState.OPEN if planned.window else EventState.OVERDUE


def _book(uow: UnitOfWork) -> Book:
    return {(rule.key, rule.version): rule for rule in book.versions(uow)}


def _must_lie_within(day: date) -> None:
    if not FIRST_DAY <= day <= LAST_DAY:
        raise InvalidError(texts.DATE_RANGE)
