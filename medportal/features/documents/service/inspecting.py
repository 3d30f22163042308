"""May this file be taken in? Asked before anything is kept; touches no row, so it takes neither actor nor unit."""

import hashlib
from collections.abc import Callable, Iterable

from medportal.features.documents import ports
from medportal.features.documents.ports import InspectorDownError as InspectorDownError  # noqa: PLC0414 (handed on: callers wait on it)
from medportal.features.documents.rules import intake as rules
from medportal.features.documents.schemas.intake import Code, Cost, FileKind, Inspection, Page, Scan, Slot
from medportal.features.documents.texts import intake as texts
from medportal.kernel.problem import Problem
from medportal.kernel.text import Text

FIELD = "file"
ENOUGH_BYTES = rules.MAX_BYTES + 1  # of a file, to know that it is too large
ENOUGH_HEAD = 8  # to tell what a file is not
SIGNATURE_WORDS = {
    Code.FILE_TYPE_NOT_ALLOWED: texts.SIGNATURE_NOT_ALLOWED,
    Code.FILE_EXT_MISMATCH: texts.SIGNATURE_NOT_ALLOWED,
    Code.FILE_CONTENT_UNKNOWN: texts.SIGNATURE_UNKNOWN,
}


def sha256(data: bytes) -> str:
    """The sum of a file."""
    return hashlib.sha256(data).hexdigest()


def never_seen(_digest: str) -> bool:
    """For callers that keep nothing: no file was seen before."""
    return False


def inspect(
    data: bytes,
    name: str = "",
    declared: str | None = None,
    slot: Slot = Slot.DOCUMENT,
    is_known: Callable[[str], bool] = never_seen,
) -> Inspection:
    """Look at a file without trusting anything it says of itself.

    Cheap rules come first; only what passes them is opened, in a process that may do nothing else.

    Args:
        data: the whole file.
        name: what the sender calls it; only its extension is looked at.
        declared: the type the sender claims, as a media type or an extension.
        slot: where the file is to be put.
        is_known: whether the same person has handed in a file with this SHA-256 already.

    Raises:
        InspectorDownError: nobody could look inside; the file must wait.
    """
    digest = sha256(data)
    kind, codes = rules.objections(data, name, declared, slot)
    if not codes and is_known(digest):
        codes = (Code.FILE_DUPLICATE,)
    pages: tuple[Page, ...] = ()
    cost: Cost | None = None
    if not codes and kind is not None and kind is not FileKind.SIGNATURE:
        inside = ports.inspector().look_inside(kind, data)
        codes, pages, cost = inside.codes, inside.pages, inside.cost
    return Inspection(
        sha256=digest,
        size=len(data),
        kind=kind,
        codes=codes,
        problems=tuple(problem(code, slot) for code in codes),
        pages=pages,
        cost=cost,
    )


def early_objection(size: int, head: bytes, name: str, declared: str, slot: Slot) -> Code | None:
    """Why a file is refused as far as its announced size, its name and its first bytes tell, before it is here."""
    if (objection := rules.size_objection(size)) is not None:
        return objection
    if slot is Slot.DOCUMENT and len(head) >= ENOUGH_HEAD and rules.kind_of(head) is None:
        _, codes = rules.objections(head, name, declared, slot)
        return codes[0]
    return None


def problem(code: Code, slot: Slot = Slot.DOCUMENT) -> Problem:
    """A refusal as a finding with words: what is wrong, and what to do."""
    words: Text | None = SIGNATURE_WORDS.get(code) if slot is Slot.SIGNATURE else None
    return Problem(FIELD, code.value, words or texts.REFUSALS[code])


def scan(chunks: Iterable[bytes]) -> Scan:
    """Ask the malware scanner. `UNAVAILABLE` means wait and ask again, never accept."""
    return ports.scanner().scan(chunks)


def is_wholly_blank(pages: Iterable[Page]) -> bool:
    """Whether nothing is drawn on any page.

    A blank sheet is a sound file, so intake takes it; whoever needs words on it may refuse with `PAGES_BLANK`.
    """
    return all(page.blank for page in pages)
