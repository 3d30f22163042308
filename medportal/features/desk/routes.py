"""The personal side of a case, fetched by its page alone."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any
from uuid import UUID

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from medportal.features.desk import service, texts
from medportal.features.desk.schemas import Beside, Row, Values
from medportal.features.desk.texts import centre
from medportal.features.documents.schemas.documents import WORKING, Waits
from medportal.features.registration import service as registration
from medportal.features.registration.schemas import Section
from medportal.kernel.actor import Actor
from medportal.kernel.clock import MOSCOW
from medportal.kernel.errors import NotFoundError, RefusedError
from medportal.settings import settings
from medportal.ui.private import actor_behind, private


def _case(actor: Actor, request: Request) -> Mapping[str, Any]:
    """Values read, typed and answered; notes of colleagues; what the doctor wrote."""
    file, found = service.values(actor, _id(request))
    return {
        "who": found.who,
        "register": found.register.pair() if found.register else None,
        "role": found.role.pair() if found.role else None,
        **_table(found),
        "beside": [{"title": one.title.pair(), **_table(one)} for one in found.beside],
        "notes": [
            {"at": f"{one.at.astimezone(MOSCOW):%d.%m.%Y %H:%M}", "words": one.words, "author": str(one.author_id)}
            for one in file.notes
        ],
        "appeal": file.appeal_words,
        "note": file.view.note,
    }


def _table(one: Values | Beside) -> dict[str, Any]:
    return {
        "columns": [words.pair() for words in one.columns] if one.columns else None,
        "rows": [_row(row) for row in one.rows],
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        **asdict(row),
        "label": row.label.pair(),
        "register": row.register.pair() if row.register else None,
    }


def _id(request: Request) -> UUID:
    try:
        return UUID(request.query_params.get("id", ""))
    except ValueError:
        raise NotFoundError(texts.NO_CASE) from None


def _client(actor: Actor, request: Request) -> Mapping[str, Any]:
    """Who has an account, beside the passport on the table."""
    return asdict(service.client_card(actor, _id(request)))


def _answers(actor: Actor, request: Request) -> Mapping[str, Any]:
    """What was keyed in so far in one section."""
    section = request.query_params.get("section", "")
    if section not in set(Section):
        raise NotFoundError(centre.NO_CLIENT)
    return registration.client_answers(actor, _id(request), Section(section))


def _scan(actor: Actor, request: Request) -> Mapping[str, Any]:
    """What was read off the client's passport for one section."""
    section = request.query_params.get("section", "")
    if section not in set(Section):
        raise NotFoundError(centre.NO_CLIENT)
    return registration.client_suggestions(actor, _id(request), Section(section)).told()


def _papers(actor: Actor, request: Request) -> Mapping[str, Any]:
    """What was scanned for the client so far: kinds, states and reasons, no value and no picture."""
    return {
        "papers": [
            {
                "id": str(one.card.id),
                "title": one.card.title.pair(),
                "word": one.card.word.pair(),
                "tone": one.card.tone,
                "state": one.card.state,
                "pages": one.card.pages,
                "working": one.card.state in WORKING and one.card.waits is not Waits.REGISTRATION,
                "reasons": [reason.text.pair() for reason in one.reasons],
            }
            for one in service.papers_of(actor, _id(request))
        ]
    }


async def _instruction(request: Request) -> Response:
    """GET /desk/centre/instruction.pdf: the paper a client takes home."""

    def made() -> Response:
        try:
            paper = service.instruction(actor_behind(request), "en" if request.cookies.get("mp_lang") == "en" else "ru")
        except RefusedError as refusal:
            return JSONResponse({"error": refusal.text.pair()}, status_code=403, headers=_HEADERS)
        return Response(paper, media_type="application/pdf", headers=_HEADERS)

    return await run_in_threadpool(made)


async def _centres(_request: Request) -> JSONResponse:
    """GET /centres: the service centres of the settings; public."""
    return JSONResponse({"centres": [one.model_dump() for one in settings().centres]})


_HEADERS = {"cache-control": "no-store, private"}
ROUTES = [
    Route("/private/desk/case", private(_case), methods=["GET"]),
    Route("/private/desk/client", private(_client), methods=["GET"]),
    Route("/private/desk/answers", private(_answers), methods=["GET"]),
    Route("/private/desk/scan", private(_scan), methods=["GET"]),
    Route("/private/desk/papers", private(_papers), methods=["GET"]),
    Route("/desk/centre/instruction.pdf", _instruction, methods=["GET"]),
    Route("/centres", _centres, methods=["GET"]),
]
