"""What a detached signature (CMS, RFC 5652) says of its signer's certificate. Whether it is valid, its verifier says.

The certificates are found by walking three levels of BER, the streamed form with lengths that are not said included; the
file may be hostile, so what is nested is counted, not called into, and a certificate itself is read by `cryptography`.
"""

import base64
import binascii
import re
from collections.abc import Iterator
from datetime import date, datetime

from cryptography import x509

from medportal.kernel.clock import MOSCOW

SNILS = "1.2.643.100.3"
MOST_CERTIFICATES = 20
_SEQUENCE, _WRAPPED, _CONSTRUCTED = 0x30, 0xA0, 0x20
# What ends a value that does not say its length.
_CLOSED = b"\0\0"
_ARMOUR = re.compile(rb"-----[A-Z0-9 ]+-----")


def own_certificate(data: bytes, snils: str) -> tuple[date, date] | None:
    """The first and the last day of the newest certificate in a signature that is issued to this SNILS; None without one.

    A document may be signed by an employer: the days of his certificate are nobody else's dates.
    """
    found = [one for one in _certificates(data) if snils and snils in _numbers(one)]
    if not found:
        return None
    newest = max(found, key=lambda one: one.not_valid_after_utc)
    return _day(newest.not_valid_before_utc), _day(newest.not_valid_after_utc)


def _day(at: datetime) -> date:
    try:
        return at.astimezone(MOSCOW).date()
    except OverflowError:
        # «99991231235959Z» is written for «without an end» (RFC 5280, 4.1.2.5).
        return at.date()


def _certificates(data: bytes) -> Iterator[x509.Certificate]:
    try:
        content = _inside(_der(data), _SEQUENCE)
        signed = _inside(_inside(_child(content, 1), _WRAPPED), _SEQUENCE)
        bags = [one for one in _children(signed) if one[0] == _WRAPPED][:1]
        pieces = [piece for bag in bags for piece in _children(_inside(bag, _WRAPPED))]
    except (ValueError, IndexError, binascii.Error):
        return
    for piece in pieces[:MOST_CERTIFICATES]:
        try:
            yield x509.load_der_x509_certificate(piece)
        except (ValueError, x509.InvalidVersion):
            continue


def _numbers(certificate: x509.Certificate) -> set[str]:
    try:
        return {str(one.value) for one in certificate.subject if one.oid.dotted_string == SNILS}
    except ValueError:
        return set()


def _der(data: bytes) -> bytes:
    """The bytes of a signature that may be armoured or bare base64."""
    if data[:1] == bytes([_SEQUENCE]):
        return data
    return base64.b64decode(b"".join(_ARMOUR.sub(b"", data).split()), validate=True)


def _children(body: bytes) -> Iterator[bytes]:
    at = 0
    while at < len(body):
        end = _end(body, at)
        yield body[at:end]
        at = end


def _child(body: bytes, number: int) -> bytes:
    return list(_children(body))[number]


def _inside(piece: bytes, tag: int) -> bytes:
    """What a value of this tag holds."""
    start, size = _head(piece, 0)
    if piece[0] != tag:
        raise ValueError
    end = _end(piece, 0)
    return piece[start:end] if size is not None else piece[start : end - len(_CLOSED)]


def _end(body: bytes, at: int) -> int:
    """Where the value at a place ends. One without a length holds whole values up to two zero bytes (X.690, 8.1.5)."""
    opened = 0
    while True:
        start, size = _head(body, at)
        opened += size is None
        at = start if size is None else start + size
        while opened and body[at : at + 2] == _CLOSED:
            opened, at = opened - 1, at + 2
        if at > len(body):
            raise ValueError
        if not opened:
            return at


def _head(body: bytes, at: int) -> tuple[int, int | None]:
    """Where the content of the value at a place begins, and how long it is; None where that is not said."""
    size = body[at + 1]
    if size < 0x80:
        return at + 2, size
    count = size - 0x80
    if count == 0 and body[at] & _CONSTRUCTED:
        return at + 2, None
    if not 1 <= count <= 4:
        raise ValueError
    start = at + 2 + count
    return start, int.from_bytes(body[at + 2 : start], "big")
