"""The segments of a JPEG file, walked without decoding: size, number of scans, end, and what follows the end.

Phones write a second picture, a short film or their own notes behind the end of a photo. Such a tail is no reason to
refuse a document: what is shown is drawn anew from the pixels, and the tail stays behind.
"""

import re

from medportal.features.documents.rules.intake_walk import Walk
from medportal.features.documents.schemas.intake import Code

# A frame header; 0xC4, 0xC8 and 0xCC of the same row are tables and reserved.
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
STANDALONE = frozenset({0x01, *range(0xD0, 0xD8)})
SCAN, END = 0xDA, 0xD9
# A progressive photo has about ten scans; thousands of them, each drawn over the whole picture, are an attack.
MAX_SCANS = 64
MAX_SEGMENTS = 20_000

# Within the compressed pixels 0xFF is followed by 0 or a restart mark; anything else begins a segment.
_MARK = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")


def walk(data: bytes) -> Walk:
    """The flaw of a JPEG file, its size in pixels as far as it is known, and where its first picture ends."""
    at, scans, size = 2, 0, None
    for _ in range(MAX_SEGMENTS):
        mark = _mark(data, at, searching=scans > 0)
        if mark is None:
            return Walk(Code.FILE_DAMAGED, size)
        kind, at = mark
        if kind == END:
            return Walk(None if scans and size else Code.FILE_DAMAGED, size, at)
        if kind in STANDALONE:
            continue
        length = int.from_bytes(data[at : at + 2])
        if length < 2 or at + length > len(data):
            return Walk(Code.FILE_DAMAGED, size)
        if kind in FRAMES:
            size = _size(data, at, length)
            if size is None:
                return Walk(Code.FILE_DAMAGED)
        scans += kind == SCAN
        if scans > MAX_SCANS:
            break
        at += length
    return Walk(Code.FILE_TOO_COMPLEX, size)


def _mark(data: bytes, at: int, *, searching: bool) -> tuple[int, int] | None:
    """The next mark and where its segment goes on; before the pixels it must stand right here."""
    found = _MARK.search(data, at) if searching else _MARK.match(data, at)
    return (data[found.end() - 1], found.end()) if found else None


def _size(data: bytes, at: int, length: int) -> tuple[int, int] | None:
    height, width = int.from_bytes(data[at + 3 : at + 5]), int.from_bytes(data[at + 5 : at + 7])
    return (width, height) if length >= 8 and width and height else None
