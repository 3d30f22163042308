"""Pieces of a file as something to read from, and text in whatever encoding as UTF-8."""

import codecs
import io
from collections.abc import Iterator
from typing import Any

from medportal.features.analytics.rules.intake.trouble import FileTroubleError
from medportal.features.analytics.schemas.imports import Trouble

LOOK = 256 * 1024


class Pieces(io.RawIOBase):
    """Pieces of bytes as a stream; the first bytes can be looked at before they are read."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._held = b""
        self.taken = 0

    def readable(self) -> bool:
        """It is."""
        return True

    def peek(self, size: int) -> bytes:
        """The first bytes, left where they are."""
        while len(self._held) < size and (piece := next(self._pieces, None)) is not None:
            self._held += piece
        return self._held[:size]

    def readinto(self, buffer: Any, /) -> int:
        """Fill a buffer as far as the next piece goes."""
        while not self._held:
            piece = next(self._pieces, None)
            if piece is None:
                return 0
            self._held = piece
        size = min(len(buffer), len(self._held))
        buffer[:size] = self._held[:size]
        self._held = self._held[size:]
        self.taken += size
        return size


class Utf8(io.RawIOBase):
    """Text of an encoding as UTF-8 bytes, without a mark of byte order and without NUL."""

    def __init__(self, source: io.RawIOBase, encoding: str) -> None:
        self._source = source
        self._decoder = codecs.getincrementaldecoder(encoding)("strict")
        self._held = b""
        self._is_first = True
        self._ended = False

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any, /) -> int:
        """Fill a buffer.

        Raises:
            FileTroubleError: the bytes are no text of this encoding.
        """
        while not self._held and not self._ended:
            self._held = self._more()
        size = min(len(buffer), len(self._held))
        buffer[:size] = self._held[:size]
        self._held = self._held[size:]
        return size

    def _more(self) -> bytes:
        piece = self._source.read(1 << 20) or b""
        self._ended = not piece
        try:
            text = self._decoder.decode(piece, final=self._ended)
        except UnicodeDecodeError:
            raise FileTroubleError(Trouble.ENCODING) from None
        if self._is_first and text:
            text = text.removeprefix("\ufeff")
            self._is_first = False
        return text.replace("\0", "").encode()


def encoding_of(head: bytes) -> str:
    """How a text is encoded, by its first bytes: a mark, the zeros of UTF-16, valid UTF-8, else Windows-1251."""
    if head.startswith(codecs.BOM_UTF8):
        return "utf-8"
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    zeros = head[:4096].count(0)
    if zeros > len(head[:4096]) // 5:
        return "utf-16-le" if head[1:4096:2].count(0) >= zeros // 2 else "utf-16-be"
    try:
        codecs.getincrementaldecoder("utf-8")("strict").decode(head, final=False)
    except UnicodeDecodeError:
        return "cp1251"
    return "utf-8"
