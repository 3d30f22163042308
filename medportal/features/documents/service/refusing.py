"""Refusals of documents, with a code each."""

from medportal.features.documents.schemas.intake import Code, Slot
from medportal.features.documents.service import inspecting
from medportal.features.documents.texts import documents as texts
from medportal.features.documents.texts import refusals
from medportal.kernel.errors import InvalidError, NotFoundError, UnavailableError
from medportal.kernel.problem import Problem
from medportal.kernel.text import Text


def not_found() -> NotFoundError:
    """There is no such document, or not for this actor: the two look the same."""
    return NotFoundError(texts.NO_DOCUMENT)


def refused(code: Code, slot: Slot = Slot.DOCUMENT, words: Text | None = None) -> InvalidError:
    """A file is refused."""
    problem = inspecting.problem(code, slot)
    text = words or problem.text
    return InvalidError(text, [Problem(problem.field, problem.code, text)])


def too_many_pages(most: int) -> InvalidError:
    """The document would have more pages than its kind allows."""
    return refused(Code.PDF_TOO_MANY_PAGES, words=refusals.TOO_MANY_PAGES.fill(pages=texts.PAGES.of(most)))


def store_down() -> UnavailableError:
    """The file could not be laid down."""
    return UnavailableError(refusals.STORE_DOWN, [Problem("file", "STORE_DOWN", refusals.STORE_DOWN)])
