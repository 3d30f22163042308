"""The client of SMEV 3: put a question into the queue, look for the answer, acknowledge it; all of it in bounded time."""

import asyncio
import ssl
from collections.abc import Awaitable, Callable, Coroutine, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final, TypeVar, final
from uuid import UUID
from xml.etree import ElementTree as ET

import httpx
import stamina

from medportal.features.verification.adapters import envelopes
from medportal.features.verification.adapters.envelopes import Answer, Fault, GarbledError, Queued, Reply
from medportal.features.verification.ports import RegisterDownError
from medportal.features.verification.schemas import Evidence, Reason
from medportal.kernel import clock

T = TypeVar("T")

_Message = MutableMapping[str, Any]
AsgiApp = Callable[
    [_Message, Callable[[], Awaitable[_Message]], Callable[[_Message], Awaitable[None]]], Awaitable[None]
]

PASSING: Final = frozenset({429, 502, 503, 504})
_ALREADY_SENT: Final = "MessageIsAlreadySent"


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how much, in seconds and bytes.

    `patience` is for how long an answer is looked for before it is left to the next asking; `budget` bounds one asking
    with all its retries and looks, whatever happens.
    """

    connect: float = 2.0
    read: float = 5.0
    budget: float = 7.0
    patience: float = 3.5
    tries: int = 3
    first_wait: float = 0.1
    longest_wait: float = 1.0
    max_answer: int = 256 * 1024


@dataclass(frozen=True, slots=True)
class Heard:
    """What came of one asking: an answer, or a refusal of the envelope; with the messages as evidence."""

    answer: Answer | Fault = field(repr=False)
    evidence: Evidence = field(repr=False)


@final
class PassingError(Exception):
    """A trouble that may be over in a moment, so that trying again makes sense."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


@final
class SmevClient:
    """Asks one register. With `app` the same requests go to an application in this process instead of the network."""

    def __init__(self, url: str, limits: Limits, app: AsgiApp | None = None) -> None:
        self._url = url
        self._limits = limits
        self._app = app

    @property
    def in_process(self) -> bool:
        """Whether no network and no state register stands behind this client."""
        return self._app is not None

    def ask(self, message_id: UUID, content: ET.Element) -> Heard:
        """Ask and wait for the answer. The same `message_id` finds the same question.

        Raises:
            RegisterDownError: unreachable, out of order, too slow, or talking nonsense.
        """
        return run(self._within_budget(self._ask(message_id, content)))

    def acknowledge(self, response_id: UUID) -> None:
        """Let the register take its answer out of the queue.

        Raises:
            RegisterDownError: it could not be told.
        """
        _ = run(self._within_budget(self._acknowledge(response_id)))

    async def _within_budget(self, deed: Coroutine[Any, Any, T]) -> T:
        try:
            async with asyncio.timeout(self._limits.budget):
                return await deed
        except TimeoutError:
            raise RegisterDownError(Reason.TIMED_OUT) from None
        except GarbledError:
            raise RegisterDownError(Reason.GARBLED) from None
        except PassingError as trouble:
            raise RegisterDownError(trouble.reason) from None

    async def _ask(self, message_id: UUID, content: ET.Element) -> Heard:
        question = envelopes.send_request(message_id, content)
        async with self._client() as client:
            reply, body = await self._exchange(client, "SendRequest", question)
            if isinstance(reply, Fault) and reply.name != _ALREADY_SENT:
                return Heard(reply, _evidence(question, body))
            if not isinstance(reply, Fault) and reply != Queued(message_id):
                raise GarbledError
            answer, body = await self._answer(client, message_id, content.tag)
            return Heard(answer, _evidence(question, body))

    async def _answer(self, client: httpx.AsyncClient, message_id: UUID, tag: str) -> tuple[Answer, bytes]:
        """Look until the answer is there, less and less often, as long as patience lasts."""
        loop = asyncio.get_running_loop()
        last_look = loop.time() + self._limits.patience
        wait = self._limits.first_wait
        while True:
            look = envelopes.get_response(message_id, tag, clock.now())
            reply, body = await self._exchange(client, "GetResponse", look)
            if isinstance(reply, Answer) and reply.original_id == message_id:
                return reply, body
            if not isinstance(reply, envelopes.Nothing):
                raise GarbledError
            if loop.time() + wait > last_look:
                raise RegisterDownError(Reason.NO_ANSWER_YET)
            await asyncio.sleep(wait)
            wait = min(wait * 2, self._limits.longest_wait)

    async def _acknowledge(self, response_id: UUID) -> None:
        async with self._client() as client:
            _ = await self._exchange(client, "Ack", envelopes.ack(response_id))

    async def _exchange(self, client: httpx.AsyncClient, operation: str, message: bytes) -> tuple[Reply, bytes]:
        """One operation, tried again after passing troubles: the queue knows a message by its identifier."""
        async for attempt in stamina.retry_context(
            on=PassingError,
            attempts=self._limits.tries,
            timeout=self._limits.budget,
            wait_initial=self._limits.first_wait,
            wait_max=self._limits.longest_wait,
            wait_jitter=self._limits.first_wait,
        ):
            with attempt:
                body = await self._post(client, operation, message)
                return envelopes.read(body), body
        raise RegisterDownError(Reason.UNREACHABLE)

    async def _post(self, client: httpx.AsyncClient, operation: str, message: bytes) -> bytes:
        headers = {
            "content-type": "text/xml; charset=utf-8",
            "soapaction": f'"urn:{operation}"',
            "accept": "text/xml",
            # A small compressed body may unfold into gigabytes.
            "accept-encoding": "identity",
        }
        try:
            # In-process there is no socket to time out on.
            async with (
                asyncio.timeout(self._limits.connect + self._limits.read),
                client.stream("POST", self._url, content=message, headers=headers) as response,
            ):
                return await self._body(response)
        except (TimeoutError, httpx.ReadTimeout):
            raise PassingError(Reason.TIMED_OUT) from None
        except (httpx.TransportError, httpx.InvalidURL):
            raise PassingError(Reason.UNREACHABLE) from None

    async def _body(self, response: httpx.Response) -> bytes:
        if response.status_code in PASSING:
            raise PassingError(Reason.OUT_OF_ORDER)
        # 500 is how SOAP 1.1 carries a fault, which is read like an answer.
        if response.status_code not in (200, 500):
            raise RegisterDownError(Reason.OUT_OF_ORDER)
        if response.headers.get("content-encoding", "identity") != "identity":
            raise GarbledError
        body = bytearray()
        async for chunk in response.aiter_raw():
            body += chunk
            if len(body) > self._limits.max_answer:
                raise GarbledError
        return bytes(body)

    def _client(self) -> httpx.AsyncClient:
        return http_client(self._limits, self._app)


def http_client(limits: Limits, app: AsgiApp | None) -> httpx.AsyncClient:
    """A client that follows no redirect and asks no proxy; with `app` it speaks to an application in this process."""
    transport = (
        httpx.AsyncHTTPTransport(verify=trusted())
        if app is None
        else httpx.ASGITransport(app, raise_app_exceptions=False)
    )
    return httpx.AsyncClient(
        transport=transport,
        timeout=httpx.Timeout(limits.read, connect=limits.connect),
        follow_redirects=False,
        trust_env=False,
    )


@cache
def trusted() -> ssl.SSLContext:
    """Whom to trust: the machine's own store, where an operator puts the authority of a gateway. Read once: it is slow."""
    return ssl.create_default_context()


def _evidence(question: bytes, body: bytes) -> Evidence:
    return Evidence(question.decode(), body.decode(errors="replace"))


def run(deed: Coroutine[Any, Any, T]) -> T:
    """Run to the end in this thread, or, where a loop already turns in it, in one of its own."""
    try:
        _ = asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(deed)
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(asyncio.run, deed).result()
