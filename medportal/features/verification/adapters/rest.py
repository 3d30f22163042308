"""A client of registers that speak REST: GET with a bearer token, JSON in a `content` wrapper; all of it in bounded time.

The same limits, retries and suspicion as towards SMEV; a look changes nothing, so that it may be repeated.
"""

import asyncio
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, cast, final
from uuid import UUID

import httpx
import stamina

from medportal.features.verification.adapters.envelopes import GarbledError
from medportal.features.verification.adapters.smev import PASSING, AsgiApp, Limits, PassingError, http_client, run
from medportal.features.verification.ports import RegisterDownError
from medportal.features.verification.schemas import Evidence, Reason

DEMONSTRATION: Final = "x-medportal-demonstration"
REQUEST_ID: Final = "x-request-id"
_NOT_FOUND: Final = 404
_REFUSALS: Final = frozenset({400, 401, 403, 422})


@dataclass(frozen=True, slots=True)
class Looked:
    """What several looks brought: one content for each path, None where nothing is known; `refused` is our own fault."""

    contents: tuple[object, ...] = field(repr=False)
    evidence: Evidence = field(repr=False)
    demonstration: bool = False
    refused: bool = False


@dataclass(frozen=True, slots=True)
class _Page:
    status: int
    body: str = field(repr=False)
    echoed: str = ""
    demonstration: bool = False


@final
class RestClient:
    """Looks things up in one register. With `app` the same requests go to an application in this process."""

    def __init__(self, url: str, token: str, limits: Limits, app: AsgiApp | None = None) -> None:
        self._url = url.rstrip("/")
        self._token = token
        self._limits = limits
        self._app = app

    @property
    def in_process(self) -> bool:
        """Whether no network and no state register stands behind this client."""
        return self._app is not None

    def look(self, paths: Sequence[str], query: Mapping[str, str], message_id: UUID) -> Looked:
        """Look at several resources with one query. The identifier goes along, so that both logs can be compared.

        Raises:
            RegisterDownError: unreachable, out of order, too slow, or talking nonsense.
        """
        return run(self._within_budget(paths, query, message_id))

    async def _within_budget(self, paths: Sequence[str], query: Mapping[str, str], message_id: UUID) -> Looked:
        try:
            async with asyncio.timeout(self._limits.budget):
                async with http_client(self._limits, self._app) as client:
                    pages = [await self._page(client, path, query, message_id) for path in paths]
                return _looked(paths, query, message_id, pages)
        except TimeoutError:
            raise RegisterDownError(Reason.TIMED_OUT) from None
        except GarbledError:
            raise RegisterDownError(Reason.GARBLED) from None
        except PassingError as trouble:
            raise RegisterDownError(trouble.reason) from None

    async def _page(self, client: httpx.AsyncClient, path: str, query: Mapping[str, str], message_id: UUID) -> _Page:
        async for attempt in stamina.retry_context(
            on=PassingError,
            attempts=self._limits.tries,
            timeout=self._limits.budget,
            wait_initial=self._limits.first_wait,
            wait_max=self._limits.longest_wait,
            wait_jitter=self._limits.first_wait,
        ):
            with attempt:
                return await self._get(client, path, query, message_id)
        raise RegisterDownError(Reason.UNREACHABLE)

    async def _get(self, client: httpx.AsyncClient, path: str, query: Mapping[str, str], message_id: UUID) -> _Page:
        headers = {
            "authorization": f"Bearer {self._token}",
            "accept": "application/json",
            "accept-encoding": "identity",
            REQUEST_ID: str(message_id),
        }
        try:
            async with (
                asyncio.timeout(self._limits.connect + self._limits.read),
                client.stream("GET", self._url + path, params=dict(query), headers=headers) as response,
            ):
                return await self._read(response)
        except (TimeoutError, httpx.ReadTimeout):
            raise PassingError(Reason.TIMED_OUT) from None
        except (httpx.TransportError, httpx.InvalidURL):
            raise PassingError(Reason.UNREACHABLE) from None

    async def _read(self, response: httpx.Response) -> _Page:
        status = response.status_code
        if status in PASSING:
            raise PassingError(Reason.OUT_OF_ORDER)
        if status not in _REFUSALS | {200, _NOT_FOUND}:
            raise RegisterDownError(Reason.OUT_OF_ORDER)
        if response.headers.get("content-encoding", "identity") != "identity":
            raise GarbledError
        body = bytearray()
        async for chunk in response.aiter_raw():
            body += chunk
            if len(body) > self._limits.max_answer:
                raise GarbledError
        told = response.headers
        return _Page(status, body.decode(errors="replace"), told.get(REQUEST_ID, ""), told.get(DEMONSTRATION) == "1")


def _looked(paths: Sequence[str], query: Mapping[str, str], message_id: UUID, pages: Sequence[_Page]) -> Looked:
    asked = "\n".join(f"GET {path}?{httpx.QueryParams(dict(query))}" for path in paths)
    heard = "\n".join(f"{page.status} {page.echoed}\n{page.body}" for page in pages)
    evidence = Evidence(f"{asked}\n{REQUEST_ID}: {message_id}", heard)
    demonstration = any(page.demonstration for page in pages)
    if any(page.status in _REFUSALS for page in pages):
        return Looked((), evidence, demonstration, refused=True)
    return Looked(tuple(_content(page) for page in pages), evidence, demonstration)


def _content(page: _Page) -> object:
    """What stands in the wrapper.

    Raises:
        GarbledError: it is not JSON, or has no wrapper.
    """
    if page.status == _NOT_FOUND:
        return None
    try:
        body: object = json.loads(page.body)
    except (ValueError, RecursionError):
        raise GarbledError from None
    if not isinstance(body, dict) or "content" not in body:
        raise GarbledError
    return cast("dict[str, object]", body)["content"]
