"""What the calendar's smaller pages fetch, and files on their way in."""

import asyncio
import re
from collections.abc import Callable, Mapping
from typing import Any

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from medportal.features.attestations import service, texts
from medportal.features.attestations.rules import revising, training
from medportal.features.attestations.rules.ics import MOST_BYTES as MOST_ICS
from medportal.features.attestations.rules.tables import MOST_BYTES as MOST_TABLE
from medportal.features.attestations.schemas.calendar import OwnEvent
from medportal.features.attestations.schemas.planning import PaperView
from medportal.features.attestations.schemas.training import ListRead, Readiness, RowRefused, Training
from medportal.features.attestations.texts import training as training_texts
from medportal.kernel import clock
from medportal.kernel.actor import Actor
from medportal.kernel.clock import MOSCOW
from medportal.kernel.errors import InvalidError, RefusedError
from medportal.kernel.text import Text
from medportal.ui.private import actor_behind, from_our_pages, private, status_of

SHOWN = 200
PIECE_SECONDS = 30.0
NO_STORE = {"cache-control": "no-store, private"}
Taken = Callable[[Actor, bytes, Request], Mapping[str, Any]]


def paper_shown(paper: PaperView | None) -> dict[str, Any] | None:
    """The paper behind a date, as screens show it."""
    return {"title": paper.title.pair(), "link": paper.link, "confirmed": paper.confirmed} if paper else None


def _facts(actor: Actor, _request: Request) -> Mapping[str, Any]:
    """The dates that the person has told, and those that the portal takes by itself."""
    return {
        "taken": [
            {
                "title": texts.FACTS[one.kind].pair(),
                "on": one.on.isoformat(),
                "until": one.until.isoformat() if one.until else "",
                "topic": one.topic,
                "counts": one.counts,
                "paper": paper_shown(one.paper),
            }
            for one in service.sources_of(actor)
        ],
        "rows": [
            {
                "id": str(one.id),
                "title": texts.FACTS[one.kind].pair(),
                "counts": one.counts,
                "paper": paper_shown(one.beaten_by),
                "values": {
                    "kind": one.kind,
                    "on": one.on.isoformat(),
                    "until": one.until.isoformat() if one.until else "",
                    "topic": one.topic,
                },
            }
            for one in service.facts(actor)
        ],
    }


def _trainings(actor: Actor, _request: Request) -> Mapping[str, Any]:
    """The trainings that the person has entered, and the courses under «Квалификация»."""
    documents = [{"value": "", "text": texts.NO_DOCUMENT.pair()}]
    documents += [{"value": str(one), "text": title.pair()} for one, title in service.own_documents(actor)]
    found = service.training_records(actor)
    topics = [{"value": "", "text": training_texts.ANY_TOPIC.pair()}]
    topics += [{"value": one, "text": _plain(one)} for one in found.topics]
    rows = [
        {
            "id": str(view.id),
            "title": training_texts.KINDS[view.training.kind].pair(),
            "counts": view.counts,
            "course": {"title": view.course.training.title, "link": view.course.link} if view.course else None,
            "values": _typed(view.training),
        }
        for view in found.entered
    ]
    courses = [
        {"values": _typed(one.training), "counts": one.counts, "confirmed": one.confirmed, "link": one.link}
        for one in found.courses
    ]
    start = {"several": "on" if found.topics else ""}
    return {"rows": rows, "courses": courses, "start": start, "$choices": {"document": documents, "topic": topics}}


def _typed(one: Training) -> dict[str, str]:
    return {
        "title": one.title,
        "provider": one.provider,
        "kind": one.kind,
        "hours": str(one.hours),
        "points": str(one.points),
        "started_on": one.started_on.isoformat(),
        "ended_on": one.ended_on.isoformat(),
        "number": one.number,
        "topic": one.topic,
        "document": str(one.document_id or ""),
    }


def _readiness(actor: Actor, _request: Request) -> Mapping[str, Any]:
    """How far the person is with each of his accreditations, and at which he looks."""
    found = service.readiness(actor)
    return {"shown": found.shown, "each": [_ready(one) for one in found.each]}


def _ready(state: Readiness) -> dict[str, Any]:
    return {
        "ref": state.ref,
        "starts": state.starts_on.isoformat(),
        "ends": state.ends_on.isoformat(),
        "asks": state.asks,
        "asksCpd": state.asks_cpd,
        "hours": state.hours,
        "cpd": state.cpd,
        "courseHours": state.course_hours,
        "missing": state.missing,
        "missingCpd": state.missing_cpd,
        "firstDay": state.first_day.isoformat(),
        "safeDay": state.safe_day.isoformat(),
        "workingDays": state.working_days,
        "over": state.ends_on < clock.today(),
        "certain": state.is_certain,
        "source": state.source.pair(),
        "topic": state.topic,
        "plan": [{"first": one.first.isoformat(), "hours": one.hours, "cpd": one.cpd} for one in state.plan],
    }


def _settings(actor: Actor, _request: Request) -> Mapping[str, Any]:
    """How the person wants to be reminded."""
    return service.choice_answers(actor)


def _feed(actor: Actor, _request: Request) -> Mapping[str, Any]:
    """Whether there is a feed, and since when."""
    seen = service.feed_view(actor)
    return {"since": f"{seen.created_at.astimezone(MOSCOW):%d.%m.%Y}" if seen else ""}


def _rule(_actor: Actor, request: Request) -> Mapping[str, Any]:
    """The newest version of a rule, as its form takes it."""
    versions = service.rule_versions(_actor, request.path_params["key"])
    return revising.written(versions[-1]) if versions else {}


def _ics(actor: Actor, data: bytes, request: Request) -> Mapping[str, Any]:
    if "preview" in request.query_params:
        found = service.preview_ics(actor, data)
        fit = [one for _, one in found if isinstance(one, OwnEvent)]
        refused = [(number, one) for number, (_, one) in enumerate(found, start=1) if isinstance(one, Text)]
        rows = [_plain(f"{one.starts:%d.%m.%Y}: {one.title}") for one in fit[:SHOWN]]
        return {"count": len(fit), "rows": rows, "refused": _refused(RowRefused(*one) for one in refused)}
    report = service.import_ics(actor, data)
    left = [RowRefused(number, why) for number, why in report.left_out]
    return {"added": report.added, "known": report.known, "refused": _refused(left)}


def _list(actor: Actor, data: bytes, request: Request) -> Mapping[str, Any]:
    mapping = _mapping(request.query_params.get("mapping", ""))
    if "preview" in request.query_params:
        return _read(service.read_list(actor, data, mapping))
    report = service.import_list(actor, data, mapping)
    return {
        "added": report.added,
        "known": report.known,
        "import": str(report.import_id) if report.import_id else "",
        "refused": _refused(report.read.refused),
    }


def _read(seen: ListRead) -> dict[str, Any]:
    rows = [
        training_texts.ROW.fill(
            day=f"{one.ended_on:%d.%m.%Y}", title=one.title, hours=one.hours, points=one.points
        ).pair()
        for one in seen.rows[:SHOWN]
    ]
    return {
        "columns": list(seen.columns),
        "mapping": dict(seen.mapping),
        "count": len(seen.rows),
        "rows": rows,
        "refused": _refused(seen.refused),
    }


def _plain(words: str) -> dict[str, str]:
    return {"ru": words, "en": words}


def _refused(rows: Any) -> list[dict[str, Any]]:
    return [{"number": one.number, "why": one.why.pair()} for one in list(rows)[:SHOWN]]


def _mapping(told: str) -> dict[str, int] | None:
    pairs = re.findall(r"(\w+):(\d{1,2})(?:,|$)", told)
    return {name: int(at) for name, at in pairs if name in training.FIELDS} or None


def _incoming(taken: Taken, most: int, too_large: Text) -> Callable[[Request], Any]:
    """An endpoint for a small file: from our pages, counted while it comes, never kept as a file."""

    async def endpoint(request: Request) -> Response:
        if not from_our_pages(request):
            return JSONResponse({"error": texts.NOT_FROM_HERE.pair()}, status_code=403, headers=NO_STORE)
        actor = await asyncio.to_thread(actor_behind, request)
        try:
            actor.must_be_known()
            data = await _body(request, most, too_large)
            body = await asyncio.to_thread(taken, actor, data, request)
        except RefusedError as refused:
            return JSONResponse({"error": refused.text.pair()}, status_code=status_of(refused), headers=NO_STORE)
        except (ClientDisconnect, TimeoutError):
            return JSONResponse({"error": texts.ICS_NONE.pair()}, status_code=400, headers=NO_STORE)
        return JSONResponse(dict(body), headers=NO_STORE)

    return endpoint


async def _body(request: Request, most: int, too_large: Text) -> bytes:
    length = request.headers.get("content-length", "")
    if length.isdecimal() and int(length) > most:
        raise InvalidError(too_large)
    data = bytearray()
    pieces = request.stream()
    while piece := await asyncio.wait_for(anext(pieces, b""), PIECE_SECONDS):
        data += piece
        if len(data) > most:
            raise InvalidError(too_large)
    return bytes(data)


ROUTES = [
    Route("/private/calendar/facts", private(_facts), methods=["GET"]),
    Route("/private/calendar/training", private(_trainings), methods=["GET"]),
    Route("/private/calendar/readiness", private(_readiness), methods=["GET"]),
    Route("/private/calendar/settings", private(_settings), methods=["GET"]),
    Route("/private/calendar/feed", private(_feed), methods=["GET"]),
    Route("/private/calendar/rules/{key}", private(_rule), methods=["GET"]),
    Route("/calendar/import", _incoming(_ics, MOST_ICS, texts.ICS_LARGE), methods=["PUT"]),
    Route("/calendar/training/import", _incoming(_list, MOST_TABLE, training_texts.FILE_LARGE), methods=["PUT"]),
]
