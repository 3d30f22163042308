"""What the bytes of a PDF tell before anybody parses it: that it begins at its beginning and ends at its end."""

from medportal.features.documents.rules.intake_walk import Walk
from medportal.features.documents.schemas.intake import Code

# Writers leave a line break or a few zeros behind the end; scanners pad to a whole block.
PADDING = b"\x00\t\n\r\x0c \x1a"
END = b"%%EOF"
# Ten pages written by a word processor have a few thousand objects.
MAX_OBJECTS = 50_000


def walk(data: bytes) -> Walk:
    """The flaw of a PDF file; its pages have no size until they are parsed."""
    end = data.rfind(END)
    if end < 0 or data.find(b"obj", 0, end) < 0:
        return Walk(Code.FILE_DAMAGED)
    if data.count(b" obj") > MAX_OBJECTS:
        return Walk(Code.FILE_TOO_COMPLEX)
    return Walk(Code.FILE_TRAILING_DATA if data[end + len(END) :].strip(PADDING) else None)
