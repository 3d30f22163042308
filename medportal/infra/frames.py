"""The language between the portal and its inspectors: a length, a JSON head, and the bytes the head announces."""

import json
import socket
from typing import Any, cast

MAX_HEAD = 64 * 1024
LENGTH_BYTES = 4


class BrokenFrameError(Exception):
    """The other side ended in the middle, or says what cannot be."""


def pack(head: dict[str, Any], *blobs: bytes) -> bytes:
    """A frame; the head is given the sizes of the blobs."""
    encoded = json.dumps({**head, "sizes": [len(blob) for blob in blobs]}).encode()
    return b"".join((len(encoded).to_bytes(LENGTH_BYTES), encoded, *blobs))


def receive(line: socket.socket, most: int) -> tuple[dict[str, Any], list[bytes]] | None:
    """The next frame from a line; None when the other side has ended between frames.

    Raises:
        BrokenFrameError: the frame is cut off, malformed, or announces more than `most` bytes.
        TimeoutError: the line has a time-out, and nothing came.
    """
    length = _exactly(line, LENGTH_BYTES, may_end=True)
    if not length:
        return None
    head = _head(_exactly(line, _at_most(int.from_bytes(length), MAX_HEAD)))
    sizes = head.pop("sizes")
    _at_most(sum(sizes), most)
    return head, [_exactly(line, size) for size in sizes]


def unpack(frame: bytes) -> tuple[dict[str, Any], list[bytes]]:
    """Take a whole frame apart.

    Raises:
        BrokenFrameError: it is cut off, malformed, or holds more than it announces.
    """
    at = LENGTH_BYTES + _at_most(int.from_bytes(frame[:LENGTH_BYTES]), MAX_HEAD)
    head = _head(frame[LENGTH_BYTES:at])
    sizes = head.pop("sizes")
    if at + sum(sizes) != len(frame):
        raise BrokenFrameError
    blobs: list[bytes] = []
    for size in sizes:
        blobs.append(frame[at : at + size])
        at += size
    return head, blobs


def _head(encoded: bytes) -> dict[str, Any]:
    try:
        head = json.loads(encoded)
    except (ValueError, RecursionError):
        raise BrokenFrameError from None
    if not isinstance(head, dict):
        raise BrokenFrameError
    known = cast("dict[str, Any]", head)
    sizes = known.get("sizes")
    if not isinstance(sizes, list) or any(type(size) is not int or size < 0 for size in cast("list[Any]", sizes)):
        raise BrokenFrameError
    return known


def _at_most(size: int, most: int) -> int:
    if size > most:
        raise BrokenFrameError
    return size


def _exactly(line: socket.socket, size: int, *, may_end: bool = False) -> bytes:
    whole, at = bytearray(size), 0
    view = memoryview(whole)
    while at < size:
        count = line.recv_into(view[at:])
        if count == 0:
            if may_end and at == 0:
                return b""
            raise BrokenFrameError
        at += count
    return bytes(whole)
