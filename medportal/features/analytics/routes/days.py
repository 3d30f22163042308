"""The sheet of a day: given to the page, and kept as it is typed.

GET /private/practice/days/{day}    the counters of a day
PUT /practice/days/{day}            the same, filled in
"""

import asyncio
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from medportal.features.analytics import service
from medportal.features.analytics.schemas.days import DaySheet, NamedLine, SheetLine
from medportal.features.analytics.texts import imports as words
from medportal.features.analytics.texts import service as texts
from medportal.features.attestations import service as attestations
from medportal.kernel.actor import Actor
from medportal.kernel.errors import InvalidError, RefusedError
from medportal.ui.private import actor_behind, from_our_pages, private, status_of

HEADERS = {"cache-control": "no-store, private"}
MOST_SAID = 32 * 1024
_Count = Annotated[int, Field(ge=0, le=10_000)]
_Written = Annotated[str, Field(max_length=24)]


class _Line(BaseModel):
    """A counter as a page sends it."""

    model_config = ConfigDict(strict=True, extra="forbid", hide_input_in_errors=True, frozen=True)

    kind: _Count
    reason: _Count
    place: _Count
    payment: _Count
    diagnosis: _Written = ""
    service: _Written = ""
    visits: _Count = 0


class _Sheet(BaseModel):
    """A sheet as a page sends it."""

    model_config = ConfigDict(strict=True, extra="forbid", hide_input_in_errors=True, frozen=True)

    lines: list[_Line] = Field(max_length=40)
    no_shows: _Count = 0
    minutes: _Count = 0


def _get(actor: Actor, request: Request) -> Mapping[str, Any]:
    sheet, named = service.day_sheet(actor, _day(request))
    return {
        "day": sheet.day.isoformat(),
        "today": attestations.today_of(actor).isoformat(),
        "no_shows": sheet.no_shows,
        "minutes": sheet.minutes,
        "lines": [_shown(one) for one in named],
    }


async def _put(request: Request) -> Response:
    if not from_our_pages(request):
        return JSONResponse({"text": words.NOT_SENT.pair()}, status_code=403, headers=HEADERS)
    actor = await asyncio.to_thread(actor_behind, request)
    body = await request.body() if int(request.headers.get("content-length") or 0) <= MOST_SAID else b"?"
    try:
        await asyncio.to_thread(_keep, actor, request, body)
    except RefusedError as refusal:
        return JSONResponse({"text": refusal.text.pair()}, status_code=status_of(refusal), headers=HEADERS)
    return JSONResponse({"ok": True}, headers=HEADERS)


def _keep(actor: Actor, request: Request, body: bytes) -> None:
    try:
        said = _Sheet.model_validate_json(body)
    except ValidationError:
        raise InvalidError(texts.BAD_SHEET) from None
    lines = tuple(SheetLine(**one.model_dump()) for one in said.lines)
    service.put_day(actor, DaySheet(_day(request), lines, said.no_shows, said.minutes))


def _shown(one: NamedLine) -> dict[str, Any]:
    line = one.line
    return {
        "kind": line.kind,
        "reason": line.reason,
        "place": line.place,
        "payment": line.payment,
        "diagnosis": line.diagnosis,
        "service": line.service,
        "visits": line.visits,
        "name": one.name.pair(),
    }


def _day(request: Request) -> date:
    try:
        return date.fromisoformat(request.path_params["day"])
    except ValueError:
        raise InvalidError(texts.BAD_SHEET) from None


DAYS: list[BaseRoute] = [
    Route("/private/practice/days/{day}", private(_get), methods=["GET"]),
    Route("/practice/days/{day}", _put, methods=["PUT"]),
]
