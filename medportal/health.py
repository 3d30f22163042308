"""Two addresses for whoever watches the portal: is it alive, and can it serve."""

import asyncio

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from medportal.infra import health


async def _live(_request: Request) -> JSONResponse:
    return JSONResponse(health.live())


async def _ready(_request: Request) -> JSONResponse:
    found = await asyncio.to_thread(health.ready)
    return JSONResponse(found, status_code=200 if found["ok"] else 503)


ROUTES = [Route("/health/live", _live, methods=["GET"]), Route("/health/ready", _ready, methods=["GET"])]
