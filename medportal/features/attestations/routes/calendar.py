"""The calendar of a person as his own pages fetch it: one request for a view."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from starlette.requests import Request
from starlette.routing import Route

from medportal.features.attestations import service, texts
from medportal.features.attestations.routes.parts import paper_shown
from medportal.features.attestations.schemas.calendar import CalendarView, DayView, EventView
from medportal.features.attestations.schemas.kinds import EventKind, EventState, MoveWhy
from medportal.features.attestations.texts import parts
from medportal.kernel.actor import Actor
from medportal.kernel.clock import MOSCOW
from medportal.kernel.errors import InvalidError, NotFoundError
from medportal.kernel.text import Text
from medportal.ui.private import private

WORST = (*(EventState(one) for one in ("overdue", "soon", "open", "ahead", "done", "past")),)
MOST_SHOWN = 2_000
MOST_UPCOMING = 4
_SETTLED = {EventState.DONE, EventState.PAST}


def _view(actor: Actor, request: Request) -> Mapping[str, Any]:
    """A month, a week, a year or the agenda around a day."""
    asked = request.query_params
    day = _within(_day(asked.get("day", ""))) or service.today_of(actor)
    match asked.get("view"):
        case "week":
            return _days("week", day, service.week(actor, day))
        case "year":
            return _year(day, service.year(actor, day.year))
        case "agenda":
            return _agenda(actor, day, asked)
        case _:
            return _days("month", day, service.month(actor, day))


def _upcoming(actor: Actor, _request: Request) -> Mapping[str, Any]:
    """The few dates that matter now: what is overdue, then what comes next, in words that need no calendar."""
    found = service.agenda(actor, limit=MOST_UPCOMING)
    nearest = sorted(found.overdue, key=lambda one: one.day, reverse=True) + [
        one for one in found.events if one.state not in _SETTLED
    ]
    return {
        "rows": [
            {
                "id": str(one.id),
                "day": f"{one.day:%d.%m.%Y}",
                "title": one.title.pair(),
                "state": one.state,
                "word": texts.STATES[one.state].pair(),
                "left": _left(one.days_left).pair(),
            }
            for one in nearest[:MOST_UPCOMING]
        ]
    }


def _left(days: int) -> Text:
    if days == 0:
        return parts.TODAY
    return (parts.IN_DAYS if days > 0 else parts.DAYS_AGO).fill(days=texts.DAYS.of(abs(days)))


def _event(actor: Actor, request: Request) -> Mapping[str, Any]:
    """One event explained: why it stands there, what moved it, what was said of it."""
    event_id = _id(request)
    seen = service.event(actor, event_id, _day(request.query_params.get("day", "")))
    story = service.event_story(actor, event_id)
    return {
        **_short(seen),
        "opens": _iso(seen.opens_on),
        "source": seen.source.pair() if seen.source else None,
        "from": seen.reckoned_from.pair(),
        "paper": paper_shown(seen.paper),
        "consequence": seen.consequence.pair() if seen.consequence else None,
        "right": texts.RIGHTS[seen.right].pair() if seen.right else None,
        "notes": seen.notes,
        "place": seen.place,
        "document": str(seen.document_id) if seen.document_id else None,
        "isDone": story.done,
        "snoozed": _iso(story.snoozed_until),
        "moves": [
            {"before": _iso(move.before), "after": _iso(move.after), "why": texts.WHY[move.why].pair()}
            for move in story.moves
        ],
        "reminders": [
            {
                "on": given.at.astimezone(MOSCOW).date().isoformat(),
                "letters": [{"channel": one.channel, "state": one.state} for one in given.letters],
                "posts": f"{given.posts_at.astimezone(MOSCOW):%d.%m.%Y %H:%M}" if given.posts_at else "",
            }
            for given in story.reminders
        ],
    }


def _form(actor: Actor, request: Request) -> Mapping[str, Any]:
    """An own event as its form takes it; without an id, an empty one on a day."""
    asked = request.query_params
    documents = [{"value": "", "text": texts.NO_DOCUMENT.pair()}]
    documents += [{"value": str(one), "text": title.pair()} for one, title in service.own_documents(actor)]
    choices: dict[str, Any] = {"$choices": {"document": documents}}
    if not asked.get("id"):
        day = _day(asked.get("day", "")) or service.today_of(actor)
        return {
            **choices,
            "starts": day.isoformat(),
            "ends": day.isoformat(),
            "all_day": "on",
            "repeat": "",
            "ladder": "1,0",
        }
    try:
        event_id = UUID(asked["id"])
    except ValueError:
        raise NotFoundError(texts.NO_EVENT) from None
    return {**choices, **service.event_answers(actor, event_id, _day(asked.get("occurrence", "")))}


def _moves(actor: Actor, _request: Request) -> Mapping[str, Any]:
    """What the plan moved of late, and why."""
    return {
        "moves": [
            {
                "title": one.title.pair(),
                "kind": one.kind,
                "before": _iso(one.before),
                "after": _iso(one.after),
                "why": texts.WHY[one.why].pair(),
                "at": f"{one.at.astimezone(MOSCOW):%d.%m.%Y}" if one.at else "",
            }
            for one in service.moves(actor, 40)
            if one.why is not MoveWhy.NEW
        ]
    }


def _what_if(actor: Actor, request: Request) -> Mapping[str, Any]:
    """«Что перестанет работать, если…»."""
    day = _day(request.query_params.get("day", ""))
    if day is None:
        raise InvalidError(texts.DATE_RANGE)
    found = service.what_if(actor, day)
    return {
        "day": day.isoformat(),
        "outages": [
            {
                "right": texts.RIGHTS[out.right].pair(),
                "since": out.since.isoformat(),
                "title": out.title.pair(),
                "consequence": out.consequence.pair(),
            }
            for out in found.outages
        ],
        "best": found.best_act.pair() if found.best_act else None,
        "keeps": [texts.RIGHTS[right].pair() for right in found.best_act_keeps],
    }


def _days(view: str, day: date, seen: CalendarView) -> dict[str, Any]:
    events = {(one.id, one.day): one for shown in seen.days for one in shown.events}
    return {
        **_frame(view, day, seen),
        "days": [_day_of(one) for one in seen.days],
        "events": [_short(one) for one in list(events.values())[:MOST_SHOWN]],
    }


def _year(day: date, seen: CalendarView) -> dict[str, Any]:
    """Each day with the worst state of each kind, each month with its events by kind: one that lasts for days is one."""
    days: list[dict[str, Any]] = []
    months: dict[str, dict[str, set[tuple[UUID, date]]]] = {}
    for one in seen.days:
        worst: dict[str, str] = {}
        month = months.setdefault(f"{one.day:%Y-%m}", {})
        for event in one.events:
            month.setdefault(event.kind, set()).add((event.id, event.day))
            worst[event.kind] = min(event.state, EventState(worst.get(event.kind, event.state)), key=WORST.index)
        days.append({**_day_of(one), "states": worst})
    counts = {month: {kind: len(events) for kind, events in kinds.items()} for month, kinds in months.items()}
    return {**_frame("year", day, seen), "days": days, "months": counts, "worst": WORST}


def _agenda(actor: Actor, day: date, asked: Mapping[str, str]) -> dict[str, Any]:
    known = set(EventKind)
    kinds = [EventKind(kind) for kind in asked.get("kinds", "").split(",") if kind in known] or None
    found = service.agenda(actor, _within(_day(asked.get("from", ""))), kinds)
    counts = Counter(one.kind for one in (*found.overdue, *found.events))
    return {
        "view": "agenda",
        "day": day.isoformat(),
        "today": found.today.isoformat(),
        "overdue": [_short(one) for one in found.overdue],
        "events": [_short(one) for one in found.events],
        "moreFrom": _iso(found.more_from),
        "counts": dict(counts),
    }


def _frame(view: str, day: date, seen: CalendarView) -> dict[str, Any]:
    return {
        "view": view,
        "day": day.isoformat(),
        "first": seen.first.isoformat(),
        "last": seen.last.isoformat(),
        "today": seen.today.isoformat(),
        "counts": dict(seen.counts),
    }


def _day_of(one: DayView) -> dict[str, Any]:
    mark = {"kind": one.mark.kind, "name": one.mark.name.pair()} if one.mark else None
    return {"day": one.day.isoformat(), "works": one.works, "mark": mark}


def _short(one: EventView) -> dict[str, Any]:
    return {
        "id": str(one.id),
        "day": one.day.isoformat(),
        "last": one.last_day.isoformat(),
        "time": f"{one.starts_at:%H:%M}" if one.starts_at else "",
        "end": f"{one.ends_at:%H:%M}" if one.ends_at and one.ends_at != one.starts_at else "",
        "kind": one.kind,
        "origin": one.origin,
        "title": one.title.pair(),
        "state": one.state,
        "left": one.days_left,
        "verified": one.is_verified,
        "movable": one.movable,
        "repeats": one.repeats,
    }


def _id(request: Request) -> UUID:
    try:
        return UUID(request.path_params["event_id"])
    except ValueError:
        raise NotFoundError(texts.NO_EVENT) from None


def _day(value: str) -> date | None:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return None
    # Far from both ends of what a date can be: an event that lasts must not run over them.
    return day if 1800 <= day.year <= 2200 else None


def _within(day: date | None) -> date | None:
    """The day, or the nearest one that the calendar shows: an arrow beyond its edge turns nothing."""
    return day and min(max(day, service.FIRST_DAY), service.LAST_DAY)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


ROUTES = [
    Route("/private/calendar/upcoming", private(_upcoming), methods=["GET"]),
    Route("/private/calendar/view", private(_view), methods=["GET"]),
    Route("/private/calendar/form", private(_form), methods=["GET"]),
    Route("/private/calendar/moves", private(_moves), methods=["GET"]),
    Route("/private/calendar/what-if", private(_what_if), methods=["GET"]),
    Route("/private/calendar/events/{event_id}", private(_event), methods=["GET"]),
]
