"""The chunks of a PNG file, walked without decoding: size, animation, completeness, and nothing after the end."""

from medportal.features.documents.rules.intake_walk import Walk
from medportal.features.documents.schemas.intake import Code

SIGNATURE = 8
FRAME = 12  # length, name and check sum of a chunk
ANIMATION = frozenset({b"acTL", b"fcTL", b"fdAT"})
MAX_CHUNKS = 50_000


def walk(data: bytes) -> Walk:
    """The flaw of a PNG file, and its size in pixels as far as it is known."""
    if data[12:16] != b"IHDR" or data[8:12] != b"\x00\x00\x00\x0d" or len(data) < SIGNATURE + FRAME + 13:
        return Walk(Code.FILE_DAMAGED)
    size = int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
    if 0 in size:
        return Walk(Code.FILE_DAMAGED)
    return Walk(_flaw(data), size)


def _flaw(data: bytes) -> Code | None:
    at, pixels = SIGNATURE, False
    for _ in range(MAX_CHUNKS):
        name = data[at + 4 : at + 8]
        after = at + FRAME + int.from_bytes(data[at : at + 4])
        if len(name) < 4 or after > len(data):
            return Code.FILE_DAMAGED
        if name in ANIMATION:
            return Code.FILE_TYPE_NOT_ALLOWED
        if name == b"IEND":
            if not pixels:
                return Code.FILE_DAMAGED
            return Code.FILE_TRAILING_DATA if after < len(data) else None
        pixels = pixels or name == b"IDAT"
        at = after
    return Code.FILE_TOO_COMPLEX
