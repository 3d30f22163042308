"""Files of a practice on their way in, what their owner says of them, and the report of what was not taken.

PUT  /practice/imports?name=…        a file as the raw body, sealed while it comes
GET  /private/practice/imports       how far each import is
GET  /private/practice/imports/{id}  its columns and first rows, for mapping; kept by nobody on the way
POST /practice/imports/{id}/mapping | cancel | undo
GET  /practice/imports/{id}/refused  every refused row and its reason
"""

import asyncio
import queue
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Any
from urllib.parse import unquote
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from medportal.features.analytics import service
from medportal.features.analytics.schemas.imports import Choice, ColumnSeen, ImportView, Personal, Preview, Role
from medportal.features.analytics.texts import imports as words
from medportal.features.analytics.texts import service as texts
from medportal.kernel.actor import Actor
from medportal.kernel.clock import MOSCOW
from medportal.kernel.errors import InvalidError, NotFoundError, RefusedError
from medportal.ui.private import PrivateFile, actor_behind, from_our_pages, private, private_file, status_of

HEADERS = {"cache-control": "no-store, private", "referrer-policy": "no-referrer", "x-content-type-options": "nosniff"}
PIECE_SECONDS = 60.0
MOST_SAID = 64 * 1024
_END = b""
_RowNumber = Annotated[int, Field(ge=0, le=10_000_000)]
_Place = Annotated[int, Field(ge=0, le=2_000)]


class _Mapped(BaseModel):
    """What a person says of a file: roles of columns, and which rows to take."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True, frozen=True)

    mapping: dict[Role, _Place]
    left_out: list[tuple[_RowNumber, _RowNumber]] = Field(default_factory=list, max_length=1000)
    first: date | None = None
    last: date | None = None
    same: bool = False


async def _put(request: Request) -> Response:
    """Take a file in while it comes: never more than a few pieces of it are held."""
    if not from_our_pages(request):
        return _no(words.NOT_SENT.pair(), 403)
    actor = await asyncio.to_thread(actor_behind, request)
    waiting: queue.Queue[bytes | None] = queue.Queue(maxsize=16)
    taking = asyncio.create_task(
        asyncio.to_thread(service.receive, actor, unquote(request.headers.get("x-name", ""))[-200:], _pieces(waiting))
    )
    is_whole = await _fed(request, waiting, taking)
    try:
        import_id = await taking
    except RefusedError as refusal:
        return _no(refusal.text.pair(), status_of(refusal))
    except _BrokenOffError:
        return _no(words.NOT_SENT.pair(), 400)
    return JSONResponse({"id": str(import_id), "whole": is_whole}, headers=HEADERS)


class _BrokenOffError(Exception):
    """The sender went away in the middle."""


async def _fed(request: Request, waiting: "queue.Queue[bytes | None]", taking: "asyncio.Task[UUID]") -> bool:
    """Hand the body over piece by piece; stops early when the other side has refused."""
    stream, last = request.stream(), True
    try:
        while not taking.done():
            piece = await asyncio.wait_for(anext(stream, _END), PIECE_SECONDS)
            if not piece:
                break
            await _handed(waiting, piece, taking)
    except (ClientDisconnect, TimeoutError):
        last = False
    await _handed(waiting, _END if last else None, taking)
    return last


async def _handed(waiting: "queue.Queue[bytes | None]", piece: bytes | None, taking: "asyncio.Task[UUID]") -> None:
    while not taking.done():
        try:
            waiting.put_nowait(piece)
        except queue.Full:
            await asyncio.sleep(0.005)
        else:
            return


def _pieces(waiting: "queue.Queue[bytes | None]") -> Iterator[bytes]:
    while (piece := waiting.get(timeout=PIECE_SECONDS * 2)) != _END:
        if piece is None:
            raise _BrokenOffError
        yield piece


async def _post(request: Request) -> Response:
    """What a person does with an import."""
    if not from_our_pages(request):
        return _no(words.NOT_SENT.pair(), 403)
    actor = await asyncio.to_thread(actor_behind, request)
    body = await request.body() if int(request.headers.get("content-length") or 0) <= MOST_SAID else b"?"
    try:
        await asyncio.to_thread(_done, actor, request, body)
    except RefusedError as refusal:
        return _no(refusal.text.pair(), status_of(refusal))
    return JSONResponse({"ok": True}, headers=HEADERS)


def _done(actor: Actor, request: Request, body: bytes) -> None:
    import_id, deed = _import(request), request.path_params["deed"]
    if deed == "mapping":
        try:
            said = _Mapped.model_validate_json(body)
        except ValidationError:
            raise InvalidError(words.BAD_MAPPING) from None
        choice = Choice(tuple((min(one), max(one)) for one in said.left_out), said.first, said.last, said.same)
        service.put_mapping(actor, import_id, said.mapping, choice)
    elif deed == "cancel":
        service.cancel(actor, import_id)
    elif deed == "undo":
        service.undo(actor, import_id)
    else:
        raise NotFoundError(texts.NO_IMPORT)


def _list(actor: Actor, _request: Request) -> Mapping[str, Any]:
    return {"imports": [_shown(one) for one in service.imports_of(actor)]}


def _one(actor: Actor, request: Request) -> Mapping[str, Any]:
    found: Preview = service.preview(actor, _import(request))
    return {
        "columns": [_column(one) for one in found.columns],
        "gone": [_column(one) for one in found.gone],
        "rows": found.rows,
        "mapping": found.mapping,
        "told_by": found.told_by.pair() if found.told_by else None,
    }


def _refused(actor: Actor, request: Request) -> PrivateFile:
    import_id = _import(request)
    language = "en" if request.query_params.get("lang") == "en" else "ru"
    text = "".join(service.report(actor, import_id, language))
    return PrivateFile(text.encode(), "text/csv; charset=utf-8", f"refused-{import_id.hex[:8]}.csv")


def _shown(one: ImportView) -> dict[str, Any]:
    return {
        "id": str(one.id),
        "name": one.name,
        "origin": one.origin,
        "state": one.state,
        "at": f"{one.created_at.astimezone(MOSCOW):%d.%m.%Y %H:%M}",
        "done": one.done,
        "total": one.total,
        "rows": one.rows,
        "taken": one.taken,
        "refused": one.refused,
        "duplicates": one.duplicates,
        "unknown": one.unknown_codes,
        "trouble": words.TROUBLES[one.trouble].pair() if one.trouble else None,
        "personal": [words.PERSONAL[kind].pair() for kind in one.personal],
        "refusals": [{"text": words.REFUSALS[reason].pair(), "count": count} for reason, count in one.refusals],
    }


def _column(one: ColumnSeen) -> dict[str, Any]:
    return {
        "place": one.place,
        "title": one.title,
        "personal": words.PERSONAL[one.personal].pair() if one.personal else None,
        "born": one.personal is Personal.BIRTH_DATE,
    }


def _import(request: Request) -> UUID:
    try:
        return UUID(request.path_params["import_id"])
    except ValueError:
        raise NotFoundError(texts.NO_IMPORT) from None


def _no(text: Mapping[str, str], status: int) -> JSONResponse:
    return JSONResponse({"text": text}, status_code=status, headers=HEADERS)


BRINGING: list[BaseRoute] = [
    Route("/practice/imports", _put, methods=["PUT"]),
    Route("/practice/imports/{import_id}/refused", private_file(_refused), methods=["GET"]),
    Route("/practice/imports/{import_id}/{deed}", _post, methods=["POST"]),
    Route("/private/practice/imports", private(_list), methods=["GET"]),
    Route("/private/practice/imports/{import_id}", private(_one), methods=["GET"]),
]
