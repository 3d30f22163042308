"""Files on their way in: who sends, how long it is said to be, counted while it comes, and only then looked into.

PUT /files?kind=…                   one file is the whole document
    &upload=…&ordinal=…              … or one part of it, which POST /files/{id}/finish?parts=… completes
    &replaces=…                      … or a newer version of another
    &client=…                        … for a client, by the operator who serves him at the table
PUT /files?slot=signature&document=…  a detached signature

The name of a file stands in the head `x-name`: it may name a person, and addresses are written down on the way.
"""

import asyncio
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import unquote
from uuid import UUID

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from medportal.features.documents import service
from medportal.features.documents.routes.answers import document_of, no, refusal, yes
from medportal.features.documents.schemas.handing import Sent, Taken
from medportal.features.documents.schemas.intake import Slot
from medportal.features.documents.schemas.kinds import KindKey
from medportal.features.documents.service import inspecting, refusing, taking
from medportal.features.documents.texts import documents as texts
from medportal.features.documents.texts import refusals
from medportal.kernel.actor import Actor
from medportal.kernel.errors import InvalidError, NotFoundError, RefusedError
from medportal.kernel.problem import Problem
from medportal.ui.private import actor_behind, from_our_pages

AT_ONCE = 6  # files of one account on their way in
PIECE_SECONDS = 60.0
UPLOAD_KEY = 64
# Looking into files takes seconds: it has threads of its own, so that nobody else waits for one.
_threads = ThreadPoolExecutor(max_workers=4, thread_name_prefix="intake")
_under_way: Counter[UUID] = Counter()


async def put_file(request: Request) -> Response:
    """Take one file in."""
    if not from_our_pages(request):
        return no("NOT_FROM_HERE", refusals.NOT_FROM_HERE, 403)
    actor = await asyncio.to_thread(actor_behind, request)
    try:
        asked = await asyncio.to_thread(_Asked, request, actor)
    except RefusedError as refused:
        return refusal(refused)
    if _under_way[asked.account_id] >= AT_ONCE:
        return no("BUSY", refusals.TOO_OFTEN, 429, wait=5)
    _under_way[asked.account_id] += 1
    try:
        return await _received(request, actor, asked)
    except RefusedError as refused:
        return refusal(refused)
    except (ClientDisconnect, TimeoutError):
        return no("BROKEN_OFF", refusals.BROKEN_OFF, 400)
    finally:
        _under_way[asked.account_id] -= 1
        if not _under_way[asked.account_id]:
            del _under_way[asked.account_id]


async def finish(request: Request) -> Response:
    """POST /files/{document_id}/finish?parts=…: every part is there."""
    if not from_our_pages(request):
        return no("NOT_FROM_HERE", refusals.NOT_FROM_HERE, 403)
    try:
        actor = await asyncio.to_thread(actor_behind, request)
        parts = _number(request.query_params.get("parts", "1"))
        taken = await asyncio.to_thread(service.finish, actor, document_of(request), parts)
    except RefusedError as refused:
        return refusal(refused)
    return _taken(taken)


async def discard(request: Request) -> Response:
    """DELETE /files/{document_id}/parts[/{ordinal}]: throw away what was not finished."""
    if not from_our_pages(request):
        return no("NOT_FROM_HERE", refusals.NOT_FROM_HERE, 403)
    try:
        actor = await asyncio.to_thread(actor_behind, request)
        ordinal = request.path_params.get("ordinal")
        await asyncio.to_thread(service.discard, actor, document_of(request), ordinal)
    except RefusedError as refused:
        return refusal(refused)
    return yes({"ok": True})


class _Asked:
    """What the address and the heads of an upload say, checked."""

    def __init__(self, request: Request, actor: Actor) -> None:
        query = request.query_params
        self.slot = Slot.SIGNATURE if query.get("slot") == Slot.SIGNATURE else Slot.DOCUMENT
        self.kind = _kind(query.get("kind", "")) if self.slot is Slot.DOCUMENT else KindKey.OTHER
        self.client = _document(query["client"]) if query.get("client") and self.slot is Slot.DOCUMENT else None
        kind = KindKey.PASSPORT if self.slot is Slot.SIGNATURE else self.kind
        self.account_id = taking.may_take_in(actor, kind, self.client)
        self.document = _document(query.get("document", "")) if self.slot is Slot.SIGNATURE else None
        self.name = unquote(request.headers.get("x-name", ""))[-taking.NAME_LENGTH :]
        self.declared = request.headers.get("content-type", "")
        self.upload = _key(query.get("upload", ""))
        self.ordinal = _number(query.get("ordinal", "0"))
        self.replaces = _document(query["replaces"]) if query.get("replaces") else None
        self.length = request.headers.get("content-length", "")

    def sent(self, data: bytes) -> Sent:
        """The file with what was said of it."""
        whole = not self.upload
        return Sent(
            self.kind, self.name, self.declared, data, self.upload, self.ordinal, whole, self.replaces, self.client
        )


async def _received(request: Request, actor: Actor, asked: _Asked) -> Response:
    data = await _body(request, asked)
    running = asyncio.get_running_loop()
    if asked.document is not None:
        await running.run_in_executor(_threads, service.sign, actor, asked.document, asked.sent(data))
        return yes({"document": str(asked.document)}, 201)
    return _taken(await running.run_in_executor(_threads, service.take_in, actor, asked.sent(data)))


async def _body(request: Request, asked: _Asked) -> bytes:
    """The whole file; what will be refused anyway is counted to its end, but not kept.

    Raises:
        InvalidError: it is longer than allowed or than was said, or is none of our kinds by its first bytes.
        ClientDisconnect: the connection broke.
        TimeoutError: nothing came for a minute.
    """
    if not asked.length.isdecimal():
        raise InvalidError(refusals.WRONG_ADDRESS, [Problem("file", "LENGTH_NEEDED", refusals.WRONG_ADDRESS)])
    announced = int(asked.length)
    objection = inspecting.early_objection(announced, b"", asked.name, asked.declared, asked.slot)
    if objection is not None and announced > inspecting.ENOUGH_BYTES:
        raise refusing.refused(objection, asked.slot)
    data, looked, pieces = bytearray(), False, request.stream()
    while piece := await asyncio.wait_for(anext(pieces, b""), PIECE_SECONDS):
        if objection is None:
            data += piece
            if len(data) > announced:
                raise ClientDisconnect
        if not looked and objection is None and len(data) >= inspecting.ENOUGH_HEAD:
            looked = True
            objection = inspecting.early_objection(announced, bytes(data[:64]), asked.name, asked.declared, asked.slot)
    if objection is not None:
        raise refusing.refused(objection, asked.slot)
    if len(data) != announced:
        raise ClientDisconnect
    return bytes(data)


def _taken(taken: Taken) -> Response:
    return yes(
        {
            "document": str(taken.document_id),
            "ordinal": taken.ordinal,
            "pages": taken.pages,
            "finished": taken.finished,
            "again": taken.again,
        },
        200 if taken.again else 201,
    )


def _kind(said: str) -> KindKey:
    try:
        return KindKey(said)
    except ValueError:
        raise InvalidError(refusals.NO_KIND, [Problem("kind", "NO_KIND", refusals.NO_KIND)]) from None


def _document(said: str) -> UUID:
    try:
        return UUID(said)
    except ValueError:
        raise NotFoundError(texts.NO_DOCUMENT) from None


def _number(said: str) -> int:
    if not said.isdecimal() or len(said) > 2:
        raise InvalidError(refusals.WRONG_ADDRESS, [Problem("ordinal", "WRONG_ADDRESS", refusals.WRONG_ADDRESS)])
    return int(said)


def _key(said: str) -> str:
    if len(said) > UPLOAD_KEY or not all(one.isalnum() or one in "-_" for one in said):
        raise InvalidError(refusals.WRONG_ADDRESS, [Problem("upload", "WRONG_ADDRESS", refusals.WRONG_ADDRESS)])
    return said
