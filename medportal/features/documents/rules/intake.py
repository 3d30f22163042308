"""Cheap rules of intake: what can be told of a file from its bytes alone, without decoding any of it.

Source of the limits: domain rules 2.5, ruling 19 (PDF, JPG, PNG; 10 MB; a signature only in its slot).
"""

from collections.abc import Callable
from pathlib import PurePath

from medportal.features.documents.rules import intake_jpeg, intake_pdf, intake_png, intake_tails
from medportal.features.documents.rules.intake_walk import Walk
from medportal.features.documents.schemas.intake import Code, FileKind, Slot

MAX_BYTES = 10 * 1024 * 1024
MAX_PAGES = 10
MAX_PIXELS = 60_000_000
MIN_SIDE = 100

EXTENSIONS: dict[Slot, dict[str, FileKind]] = {
    Slot.DOCUMENT: {
        ".pdf": FileKind.PDF,
        ".jpg": FileKind.JPEG,
        ".jpeg": FileKind.JPEG,
        ".png": FileKind.PNG,
    },
    Slot.SIGNATURE: {".sig": FileKind.SIGNATURE, ".p7s": FileKind.SIGNATURE},
}
# What browsers say of our kinds. Names that say nothing of the content, and unknown ones, prove nothing either way.
DECLARED: dict[str, FileKind] = {
    "application/pdf": FileKind.PDF,
    "application/x-pdf": FileKind.PDF,
    "image/jpeg": FileKind.JPEG,
    "image/jpg": FileKind.JPEG,
    "image/pjpeg": FileKind.JPEG,
    "image/png": FileKind.PNG,
    "application/pkcs7-signature": FileKind.SIGNATURE,
    "application/x-pkcs7-signature": FileKind.SIGNATURE,
    "application/pgp-signature": FileKind.SIGNATURE,
    "pdf": FileKind.PDF,
    "jpg": FileKind.JPEG,
    "jpeg": FileKind.JPEG,
    "png": FileKind.PNG,
    "sig": FileKind.SIGNATURE,
    "p7s": FileKind.SIGNATURE,
}
SAYS_NOTHING = frozenset({"", "application/octet-stream", "binary/octet-stream", "application/x-download"})

MAGIC: dict[bytes, FileKind] = {
    b"%PDF-": FileKind.PDF,
    b"\xff\xd8\xff": FileKind.JPEG,
    b"\x89PNG\r\n\x1a\n": FileKind.PNG,
}
WALKS: dict[FileKind, Callable[[bytes], Walk]] = {
    FileKind.PDF: intake_pdf.walk,
    FileKind.JPEG: intake_jpeg.walk,
    FileKind.PNG: intake_png.walk,
}


def kind_of(data: bytes) -> FileKind | None:
    """What a file is by its first bytes; nothing before them is tolerated."""
    return next((kind for magic, kind in MAGIC.items() if data.startswith(magic)), None)


def looks_like_signature(data: bytes) -> bool:
    """Whether a file may be a CMS signature: DER, PEM or bare base64. Whether it is one, its verifier says."""
    head = data[:64].lstrip()
    # A DER sequence whose length takes one to four bytes, or one of indefinite length; the same in base64 begins "MI".
    der = data[:1] == b"\x30" and len(data) > 2 and data[1] in (0x80, 0x81, 0x82, 0x83, 0x84)
    return der or head.startswith((b"-----BEGIN ", b"MI"))


def size_objection(size: int) -> Code | None:
    """Why a file of so many bytes is refused, if it is."""
    if size == 0:
        return Code.FILE_EMPTY
    return Code.FILE_TOO_LARGE if size > MAX_BYTES else None


def pixel_objection(width: int, height: int) -> Code | None:
    """Why a picture of this size is refused, if it is."""
    if width * height > MAX_PIXELS:
        return Code.IMAGE_TOO_LARGE
    return Code.IMAGE_TOO_SMALL if min(width, height) < MIN_SIDE else None


def objections(data: bytes, name: str, declared: str | None, slot: Slot) -> tuple[FileKind | None, tuple[Code, ...]]:
    """What a file is, and why it is refused as far as its bytes alone tell; never raises, whatever the bytes."""
    if (objection := size_objection(len(data))) is not None:
        return None, (objection,)
    said = _said(name, declared, slot)
    if isinstance(said, Code):
        return None, (said,)
    if slot is Slot.SIGNATURE:
        known = looks_like_signature(data)
        return (FileKind.SIGNATURE, ()) if known else (None, (Code.FILE_CONTENT_UNKNOWN,))
    kind = kind_of(data)
    if kind is None:
        return None, (Code.FILE_CONTENT_UNKNOWN,)
    flaw = _flaw(kind, data)
    if any(one is not kind for one in said):
        # The name is wrong; and when the content only begins like a document, that is said, too.
        broken = flaw is Code.FILE_DAMAGED
        return kind, (Code.FILE_EXT_MISMATCH, Code.FILE_CONTENT_UNKNOWN) if broken else (Code.FILE_EXT_MISMATCH,)
    return kind, (flaw,) if flaw is not None else ()


def _said(name: str, declared: str | None, slot: Slot) -> Code | tuple[FileKind, ...]:
    """The kinds that the name and the sender claim, or why these claims alone are enough to refuse."""
    claims: list[FileKind] = []
    extension = PurePath(name.replace("\\", "/")).suffix.lower()
    if extension:
        if extension not in EXTENSIONS[slot]:
            return Code.FILE_TYPE_NOT_ALLOWED
        claims.append(EXTENSIONS[slot][extension])
    told = (declared or "").partition(";")[0].strip().lower().removeprefix(".")
    if told not in SAYS_NOTHING:
        if told not in DECLARED:
            # A signature has no name that senders agree on; a document has.
            return tuple(claims) if slot is Slot.SIGNATURE else Code.FILE_EXT_MISMATCH
        claims.append(DECLARED[told])
        if slot is Slot.SIGNATURE and DECLARED[told] is not FileKind.SIGNATURE:
            return Code.FILE_EXT_MISMATCH
    return tuple(claims)


def _flaw(kind: FileKind, data: bytes) -> Code | None:
    flaw, size, end = WALKS[kind](data)
    if size is not None and (objection := pixel_objection(*size)) is not None:
        return objection
    if flaw is not None:
        return flaw
    return Code.FILE_TRAILING_DATA if intake_tails.hides_another(data, kind, end) else None
