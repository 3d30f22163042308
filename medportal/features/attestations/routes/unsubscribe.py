"""Out of reminders by letter, without signing in: a look asks, one POST does it (RFC 8058)."""

import asyncio
from html import escape

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from medportal.features.attestations import service
from medportal.features.attestations.texts import letters
from medportal.kernel.actor import Actor, Role
from medportal.kernel.text import Locale, Text

HEADERS = {"cache-control": "no-store", "referrer-policy": "no-referrer", "x-robots-tag": "noindex"}


async def _page(request: Request) -> Response:
    """A GET may come from a programme that looks at every link: it changes nothing."""
    token = request.path_params["token"]
    language = await asyncio.to_thread(service.language_behind, _who(request), token)
    if language is None:
        return _answer(letters.UNSUBSCRIBE_NONE, "ru", 404)
    if request.method == "POST":
        await asyncio.to_thread(service.unsubscribe, _who(request), token)
        return _answer(letters.UNSUBSCRIBED, language)
    button = escape(letters.UNSUBSCRIBE_BUTTON.within(language))
    form = f'<form method="post"><p><button type="submit">{button}</button></p></form>'
    return _answer(letters.UNSUBSCRIBE_ASK, language, form=form)


def _answer(words: Text, language: Locale, status: int = 200, form: str = "") -> Response:
    title = escape(letters.UNSUBSCRIBE_TITLE.within(language))
    body = (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/styles/portal.css">'
        "<style>main{max-width:40rem;margin:3rem auto;padding:0 1rem;font:1.06rem/1.5 system-ui,sans-serif}"
        "button{font:inherit;padding:.7rem 1.3rem}</style></head>"
        f"<body><main><h1>{title}</h1><p>{escape(words.within(language))}</p>{form}</main></body></html>"
    )
    return HTMLResponse(body, status_code=status, headers=HEADERS)


def _who(request: Request) -> Actor:
    return Actor(Role.VISITOR, address=request.client.host if request.client else "")


ROUTES = [Route("/calendar/unsubscribe/{token}", _page, methods=["GET", "POST"])]
