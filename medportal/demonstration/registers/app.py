"""The application: one path per register, a look at its health, and, where it is served alone, faults on demand."""

import asyncio
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from json import JSONDecodeError, loads
from math import isfinite
from typing import Final, cast

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from medportal.demonstration.registers import practitioners, soap
from medportal.demonstration.registers.counter import (
    AlreadySentError,
    Counter,
    DownError,
    Fault,
    Office,
)
from medportal.demonstration.registers.soap import (
    Ack,
    GetResponse,
    NonsenseError,
    SendRequest,
)
from medportal.kernel import clock

PATHS: Final[dict[Office, str]] = {
    Office.SNILS: "/sfr/snils",
    Office.INN: "/fns/inn",
    Office.PASSPORT: "/mvd/passport",
    Office.POLICY: "/foms/policy",
    Office.EDUCATION: "/obrnadzor/education",
}
# All of them, the one that speaks REST included.
ADDRESSES: Final[dict[Office, str]] = {**PATHS, Office.PRACTITIONER: practitioners.PATH}
MAX_BODY_BYTES: Final = 64 * 1024
_XML: Final = "text/xml; charset=utf-8"
_NONSENSE: Final = b"\xff\xfe<answer>\x00 the register is talking to itself </"


class _TooLargeError(Exception):
    """The body is longer than a question can be."""


def application(counter: Counter, *, faults_on_demand: bool = False) -> Starlette:
    """The registers as an ASGI application over one counter. Several may be made, each with its own."""
    routes = [Route(path, _office(counter, office), methods=["POST"]) for office, path in PATHS.items()]
    routes += practitioners.routes(counter)
    routes.append(Route("/health", _health(counter), methods=["GET"]))
    if faults_on_demand:
        routes.append(Route("/faults", _faults(counter), methods=["POST"]))
    return Starlette(debug=False, routes=routes)


def _office(counter: Counter, office: Office) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        if delay := counter.delay_of(office):
            await asyncio.sleep(delay)
        fault = counter.fault_of(office)
        if fault is Fault.DOWN:
            return _out_of_order()
        if fault is Fault.GARBAGE:
            return Response(_NONSENSE, media_type=_XML)
        try:
            return _handled(counter, office, soap.read(await _body(request)))
        except Exception as trouble:  # noqa: BLE001 - a register shows a fault, never a traceback
            return _told(trouble)

    return endpoint


def _told(trouble: Exception) -> Response:
    match trouble:
        case _TooLargeError():
            return _fault("Client", "the body is too large", status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        case NonsenseError():
            return _fault("Client", trouble.reason)
        case AlreadySentError():
            return _fault("Server", "the message was sent before", "MessageIsAlreadySent")
        case DownError():
            return _out_of_order()
        case ClientDisconnect():
            return Response(status_code=HTTPStatus.BAD_REQUEST)
        case _:
            return _fault("Server", "internal error")


def _handled(counter: Counter, office: Office, operation: SendRequest | GetResponse | Ack) -> Response:
    match operation:
        case SendRequest():
            counter.take_in(office, operation)
            return Response(soap.queued(operation.message_id, clock.now()), media_type=_XML)
        case GetResponse():
            waiting = counter.answer_for(office, operation)
            if waiting is None:
                return Response(soap.nothing_yet(), media_type=_XML)
            if waiting.content is None:
                return Response(_NONSENSE, media_type=_XML)
            answer = soap.answered(waiting.message_id, waiting.response_id, waiting.content, clock.now())
            return Response(answer, media_type=_XML)
        case Ack():
            counter.forget(office, operation.target_id)
            return Response(soap.acknowledged(), media_type=_XML)


def _health(counter: Counter) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(_request: Request) -> Response:
        return JSONResponse({"demonstration": True, "registers": dict(counter.faults())})

    return endpoint


def _faults(counter: Counter) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        # A page in somebody's browser cannot send this type across origins without being asked first.
        if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
            return _complaint("send application/json", HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
        try:
            wish = loads(await _body(request))
            office, fault, seconds = _wish(wish)
        except _TooLargeError:
            return _complaint("the body is too large", HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        except (
            JSONDecodeError,
            UnicodeDecodeError,
            RecursionError,
            ValueError,
            TypeError,
            KeyError,
        ):
            registers, ways = "|".join(Office), "|".join(Fault)
            words = f'send {{"register": "{registers}", "fault": "{ways}", "seconds": 5}}'
            return _complaint(words, HTTPStatus.UNPROCESSABLE_ENTITY)
        counter.set_fault(office, fault, seconds)
        return JSONResponse({"registers": dict(counter.faults())})

    return endpoint


def _wish(wish: object) -> tuple[Office, Fault, float | None]:
    if not isinstance(wish, dict):
        raise TypeError
    fields = cast("dict[str, object]", wish)
    seconds = fields.get("seconds")
    if seconds is not None and (isinstance(seconds, bool) or not isinstance(seconds, int | float)):
        raise TypeError
    if seconds is not None and not isfinite(seconds):
        raise ValueError
    return Office(str(fields["register"])), Fault(str(fields["fault"])), seconds


async def _body(request: Request) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BODY_BYTES:
            raise _TooLargeError
    return bytes(body)


def _out_of_order() -> Response:
    return Response("out of order", HTTPStatus.SERVICE_UNAVAILABLE, media_type="text/plain")


def _fault(
    code: str,
    reason: str,
    detail: str | None = None,
    status: HTTPStatus = HTTPStatus.INTERNAL_SERVER_ERROR,
) -> Response:
    return Response(soap.fault(code, reason, detail), status, media_type=_XML)


def _complaint(words: str, status: HTTPStatus) -> Response:
    return JSONResponse({"error": words}, status)
