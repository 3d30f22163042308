"""Answers of the routes: refusals as a code with words, and addresses that name a document."""

from uuid import UUID

from starlette.requests import Request
from starlette.responses import JSONResponse

from medportal.features.documents.schemas.intake import Code
from medportal.features.documents.texts import documents as texts
from medportal.kernel.errors import NotFoundError, RefusedError, TooOftenError
from medportal.kernel.text import Text
from medportal.ui.private import status_of

NO_STORE = {"cache-control": "no-store, private", "referrer-policy": "no-referrer", "x-content-type-options": "nosniff"}
STATUS = {
    Code.FILE_TOO_LARGE: 413,
    Code.FILE_TYPE_NOT_ALLOWED: 415,
    Code.FILE_EXT_MISMATCH: 415,
    Code.FILE_CONTENT_UNKNOWN: 415,
    Code.FILE_DUPLICATE: 409,
}


def yes(body: dict[str, object], status: int = 200) -> JSONResponse:
    """It is done."""
    return JSONResponse(body, status_code=status, headers=NO_STORE)


def no(code: str, text: Text, status: int, **more: object) -> JSONResponse:
    """It is refused: a stable code, and words in both languages that say what to do."""
    return JSONResponse({"code": code, "text": text.pair(), **more}, status_code=status, headers=NO_STORE)


def refusal(refused: RefusedError) -> JSONResponse:
    """A refusal of a service as an answer."""
    code = refused.problems[0].code if refused.problems else type(refused).__name__.removesuffix("Error").upper()
    status = STATUS.get(Code(code), 422) if code in set(Code) else status_of(refused)
    if isinstance(refused, TooOftenError):
        return no(code, refused.text, status, wait=refused.wait_seconds)
    return no(code, refused.text, status)


def document_of(request: Request) -> UUID:
    """The document that an address names.

    Raises:
        NotFoundError: it names none.
    """
    try:
        return UUID(request.path_params["document_id"])
    except ValueError:
        raise NotFoundError(texts.NO_DOCUMENT) from None
