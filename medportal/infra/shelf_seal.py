"""The seal of files: AES-256-GCM in chunks, so that a file of any length is sealed and opened piece by piece.

The STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015): each chunk has a nonce of prefix, number and a mark
of the last one, so that chunks cannot be left out, swapped, repeated, cut off or appended. The head (version, name of
the key, salt) and the place of the file are bound into every chunk. Every file has a key of its own.

    MPSF | version 1 | length of the key's name, name | salt 32 | nonce prefix 7 | chunks of 64 KiB + 16
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from medportal.infra import vault
from medportal.infra.errors import SealBrokenError

MAGIC = b"MPSF\x01"
SALT_BYTES, PREFIX_BYTES, TAG_BYTES = 32, 7, 16
CHUNK = 64 * 1024
MAX_CHUNKS = 1 << 32
MAX_HEAD = len(MAGIC) + 1 + 255 + SALT_BYTES + PREFIX_BYTES
BROKEN = "a sealed file does not open in this place"


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the chunks."""

    kid: str
    salt: bytes
    prefix: bytes

    @property
    def encoded(self) -> bytes:
        """The head as it is written."""
        kid = self.kid.encode()
        return b"".join((MAGIC, len(kid).to_bytes(1), kid, self.salt, self.prefix))


class _Cipher:
    def __init__(self, head: Head, bound: bytes) -> None:
        self._aead = AESGCM(vault.file_key(head.kid, head.salt))
        self._prefix = head.prefix
        self._bound = head.encoded + bound

    def seal(self, number: int, last: bool, chunk: bytes) -> bytes:
        return self._aead.encrypt(self._nonce(number, last), chunk, self._bound)

    def open(self, number: int, last: bool, chunk: bytes) -> bytes:
        try:
            return self._aead.decrypt(self._nonce(number, last), chunk, self._bound)
        except InvalidTag:
            raise SealBrokenError(BROKEN) from None

    def _nonce(self, number: int, last: bool) -> bytes:
        if number >= MAX_CHUNKS:
            raise SealBrokenError("a file is too long to be sealed")
        return self._prefix + number.to_bytes(4) + last.to_bytes(1)


def seal(pieces: Iterable[bytes], bound: bytes) -> Iterator[bytes]:
    """Seal a file with the newest key; `bound` says where it belongs and must be the same to open it."""
    head = Head(vault.newest_kid(), os.urandom(SALT_BYTES), os.urandom(PREFIX_BYTES))
    cipher = _Cipher(head, bound)
    yield head.encoded
    for number, last, chunk in _numbered(pieces, CHUNK):
        yield cipher.seal(number, last, chunk)


def unseal(pieces: Iterable[bytes], bound: bytes) -> Iterator[bytes]:
    """Open a file chunk by chunk; the head and the first chunk are proven before this returns.

    What has been handed out is genuine; that nothing is missing is proven with the last chunk.

    Raises:
        SealBrokenError: altered, cut off, from another place, or its key is not in hand; also while reading on.
    """
    stream = iter(pieces)
    head, rest = read_head(stream)
    cipher = _Cipher(head, bound)
    chunks = _numbered(_chained(rest, stream), CHUNK + TAG_BYTES)
    first = cipher.open(*next(chunks))
    return _chained(first, (cipher.open(*chunk) for chunk in chunks))


def read_head(stream: Iterator[bytes]) -> tuple[Head, bytes]:
    """The head of a sealed file, and the bytes of its chunks that were read with it.

    Raises:
        SealBrokenError: this is no sealed file.
    """
    got = b""
    while len(got) < MAX_HEAD and (piece := next(stream, None)) is not None:
        got += piece
    at = len(MAGIC) + 1
    kid_bytes = got[at - 1] if got.startswith(MAGIC) and len(got) >= at else 0
    end = at + kid_bytes + SALT_BYTES + PREFIX_BYTES
    kid = got[at : at + kid_bytes]
    if not kid or len(got) < end or not kid.isascii():
        raise SealBrokenError(BROKEN)
    return Head(kid.decode(), got[at + kid_bytes : end - PREFIX_BYTES], got[end - PREFIX_BYTES : end]), got[end:]


def _numbered(pieces: Iterable[bytes], size: int) -> Iterator[tuple[int, bool, bytes]]:
    """The same bytes in chunks of one size, numbered; the last one, perhaps shorter or empty, is marked."""
    waiting, number = bytearray(), 0
    for piece in pieces:
        waiting += piece
        # The last chunk is known only when nothing comes after it: a full one is held back.
        while len(waiting) > size:
            yield number, False, bytes(waiting[:size])
            del waiting[:size]
            number += 1
    yield number, True, bytes(waiting)


def _chained(first: bytes, rest: Iterable[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest
