"""The shelf: files at rest, sealed, each bound to its place.

A place is the kind of file ("documents.original"), and an id says which; together they are the file's name, and both
are bound into its seal, so that one file cannot be laid in the stead of another. Where the bytes lie is the store's
business: a local folder, or an S3-compatible server when MEDPORTAL_STORE_URL says so.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import BinaryIO
from uuid import UUID

from medportal.infra import log, shelf_seal, vault
from medportal.infra.errors import SealBrokenError, SetupError
from medportal.infra.shelf_folder import FolderStore
from medportal.infra.shelf_s3 import ObjectStore
from medportal.infra.shelf_store import ShelfMissingError, ShelfTroubleError, Store
from medportal.kernel import clock
from medportal.settings import Settings

__all__ = ["FolderStore", "ObjectStore", "SealBrokenError", "ShelfMissingError", "ShelfTroubleError"]

FOLDER = "files"
PIECE = 256 * 1024
# A file is laid down before the row that names it is committed: young ones are not orphans yet.
GRACE = timedelta(hours=1)

_log = log.get(__name__)
_PLACE = re.compile(r"[a-z][a-z0-9_.-]{0,63}")
_NAME = re.compile(r"([a-z][a-z0-9_.-]{0,63})/[0-9a-f]{2}/([0-9a-f]{32})")
_store: Store | None = None


@dataclass(frozen=True, slots=True)
class ShelfReceipt:
    """What was laid on the shelf: the sum and the size of the file as it was given."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Expected:
    """A file that rows know of."""

    place: str
    item_id: UUID
    receipt: ShelfReceipt


@dataclass(frozen=True, slots=True)
class ShelfReport:
    """What `verify` found; orphans are names in the store, for there may be no id in them."""

    checked: int
    missing: tuple[Expected, ...]
    altered: tuple[Expected, ...]
    orphaned: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Whether every file is there as it was laid down, and nothing else."""
        return not (self.missing or self.altered or self.orphaned)


def store_of(configured: Settings) -> Store:
    """The store that the settings name.

    Raises:
        SetupError: MEDPORTAL_STORE_URL is not the address of one.
    """
    if configured.store_url is None:
        return FolderStore(configured.data_dir / FOLDER)
    return ObjectStore.from_url(configured.store_url)


def use(store: Store | None) -> None:
    """Take a store in hand; None lets it go."""
    global _store
    _store = store


def put(place: str, item_id: UUID, source: Iterable[bytes] | BinaryIO) -> ShelfReceipt:
    """Seal a file and lay it on the shelf, whole or not at all; one already there is replaced.

    Raises:
        ShelfTroubleError: the store cannot take it now. What the source raises is raised on.
    """
    digest, size = hashlib.sha256(), 0

    def counted() -> Iterator[bytes]:
        nonlocal size
        for piece in _pieces(source):
            digest.update(piece)
            size += len(piece)
            yield piece

    _opened().write(_name(place, item_id), shelf_seal.seal(counted(), _bound(place, item_id)))
    return ShelfReceipt(digest.hexdigest(), size)


def open(place: str, item_id: UUID) -> Iterator[bytes]:
    """The file, piece by piece. That it is there and begins as it should is proven when this returns.

    Raises:
        ShelfMissingError: there is none.
        SealBrokenError: it was altered, cut off or moved here; also while reading on: then it must not be used.
        ShelfTroubleError: the store cannot give it now; also while reading on.
    """
    return shelf_seal.unseal(_opened().read(_name(place, item_id)), _bound(place, item_id))


def read(place: str, item_id: UUID) -> bytes:
    """The whole file; raises as `open` does."""
    return b"".join(open(place, item_id))


def remove(place: str, item_id: UUID) -> None:
    """Take a file off the shelf; one that is not there is left so.

    Raises:
        ShelfTroubleError: the store cannot remove it now.
    """
    _opened().remove(_name(place, item_id))


def verify(expected: Iterable[Expected], grace: timedelta = GRACE) -> ShelfReport:
    """Open every file that rows know of and compare; then look for files that no row knows.

    Raises:
        ShelfTroubleError: the store cannot be asked now; nothing is said of files nobody could look at.
    """
    missing: list[Expected] = []
    altered: list[Expected] = []
    known: set[str] = set()
    for one in expected:
        known.add(_name(one.place, one.item_id))
        try:
            if _receipt(open(one.place, one.item_id)) != one.receipt:
                altered.append(one)
        except ShelfMissingError:
            missing.append(one)
        except SealBrokenError:
            altered.append(one)
    young = clock.now() - grace
    orphaned = [seen.name for seen in _opened().listing() if seen.name not in known and seen.changed_at <= young]
    return ShelfReport(len(known), tuple(missing), tuple(altered), tuple(sorted(orphaned)))


def rotate() -> int:
    """Seal anew, with the newest key, every file that an older key sealed; how many were. Interrupted, it goes on.

    A file that does not open is left where it lies and logged: it is for a person to look into.

    Raises:
        ShelfTroubleError: the store cannot do it now; what is done is done.
    """
    done = 0
    for seen in list(_opened().listing()):
        named = _NAME.fullmatch(seen.name)
        if named is None:
            continue
        place, item_id = named[1], UUID(hex=named[2])
        try:
            head, _ = shelf_seal.read_head(_opened().read(seen.name))
            if head.kid != vault.newest_kid():
                put(place, item_id, open(place, item_id))
                done += 1
        except ShelfMissingError:
            continue
        except SealBrokenError:
            _log.exception("a sealed file does not open", place=place, item=item_id)
    return done


def _opened() -> Store:
    if _store is None:
        raise SetupError(
            "the shelf is not open: call shelf.use(shelf.store_of(settings())) at the start of the process"
        )
    return _store


def name_of(place: str, item_id: UUID) -> str:
    """The name under which the store keeps a file."""
    return _name(place, item_id)


def _name(place: str, item_id: UUID) -> str:
    if not _PLACE.fullmatch(place):
        raise ValueError("a place is written like documents.original")
    # Ids begin with the time: the last digits spread them over folders.
    return f"{place}/{item_id.hex[-2:]}/{item_id.hex}"


def _bound(place: str, item_id: UUID) -> bytes:
    return b"\x00".join((b"medportal/shelf", place.encode(), item_id.bytes))


def _pieces(source: Iterable[bytes] | BinaryIO) -> Iterator[bytes]:
    reader = getattr(source, "read", None)
    if reader is None:
        yield from source
        return
    while piece := reader(PIECE):
        yield piece


def _receipt(pieces: Iterable[bytes]) -> ShelfReceipt:
    digest, size = hashlib.sha256(), 0
    for piece in pieces:
        digest.update(piece)
        size += len(piece)
    return ShelfReceipt(digest.hexdigest(), size)
