"""A second file hidden in the first: what is one thing to a viewer and another to an unpacker or a browser."""

from medportal.features.documents.schemas.intake import FileKind

EOCD = b"PK\x05\x06"
EOCD_BYTES = 22
FARTHEST_EOCD = EOCD_BYTES + 0xFFFF
PDF_HEAD = 1024  # readers look for "%PDF-" as far as here
# The beginnings of programs, archives and pages. A photo's tail may be a film or a second photo, never one of these.
FOREIGN = (b"PK\x03\x04", b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x7fELF", b"%PDF-", b"MZ", b"\x1f\x8b\x08", b"#!")
MARKUP = (b"<!doctype", b"<html", b"<script", b"<?php", b"<svg", b"<?xml")


def hides_another(data: bytes, kind: FileKind, end: int | None) -> bool:
    """Whether a document is something else as well; `end` is where a photo ends and its tail begins."""
    if _is_archive(data):
        return True
    if kind is FileKind.PDF:
        return False
    return b"%PDF-" in data[:PDF_HEAD] or (end is not None and _is_foreign(data[end:].lstrip(b"\x00\t\n\r ")))


def _is_archive(data: bytes) -> bool:
    """Whether an unpacker would find the end of a ZIP archive; its comment must reach the end of the file exactly."""
    at = data.rfind(EOCD, max(0, len(data) - FARTHEST_EOCD))
    while at >= 0:
        comment = data[at + 20 : at + 22]
        if len(comment) == 2 and at + EOCD_BYTES + int.from_bytes(comment, "little") == len(data):
            return True
        at = data.rfind(EOCD, max(0, len(data) - FARTHEST_EOCD), at)
    return False


def _is_foreign(tail: bytes) -> bool:
    # Each mark of an archive may stand in a film by chance; all three do not.
    archive = all(mark in tail for mark in (b"PK\x03\x04", b"PK\x01\x02", EOCD))
    return archive or tail.startswith(FOREIGN) or tail[:16].lower().startswith(MARKUP)
