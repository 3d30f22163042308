"""A store in a local folder: files appear whole by a rename, are synced to the disk, and are readable by us alone."""

import os
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from medportal.infra.shelf_store import ShelfMissingError, ShelfTroubleError, Stored

PIECE = 256 * 1024
PART = ".part"


class FolderStore:
    """Keeps files below one folder, made when first needed."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def write(self, name: str, pieces: Iterable[bytes]) -> None:
        """Keep a file; see `Store.write`."""
        target = self._root / name
        part = target.with_name(f"{target.name}.{os.urandom(6).hex()}{PART}")
        try:
            with _troubles():
                for folder in (self._root, *reversed(target.parents)):
                    if folder.is_relative_to(self._root):
                        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                written = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
            try:
                for piece in pieces:
                    with _troubles():
                        _write(written, piece)
                with _troubles():
                    os.fsync(written)
            finally:
                os.close(written)
            with _troubles():
                os.replace(part, target)
                _sync_folder(target.parent)
        except BaseException:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise

    def read(self, name: str) -> Iterator[bytes]:
        """Read a file; see `Store.read`."""
        with _troubles(missing=ShelfMissingError):
            opened = os.open(self._root / name, os.O_RDONLY | os.O_CLOEXEC)
        return _pieces(opened)

    def remove(self, name: str) -> None:
        """Remove a file; see `Store.remove`."""
        target = self._root / name
        with _troubles(), suppress(FileNotFoundError):
            target.unlink()
            _sync_folder(target.parent)

    def listing(self) -> Iterator[Stored]:
        """List files; see `Store.listing`."""
        with _troubles():
            for folder, _, files in os.walk(self._root):
                for file in sorted(files):
                    path = Path(folder) / file
                    # A file that is removed meanwhile is simply not there.
                    with suppress(FileNotFoundError):
                        seen = path.stat()
                        changed_at = datetime.fromtimestamp(seen.st_mtime, UTC)
                        yield Stored(path.relative_to(self._root).as_posix(), seen.st_size, changed_at)


def _pieces(opened: int) -> Iterator[bytes]:
    try:
        while True:
            with _troubles():
                piece = os.read(opened, PIECE)
            if not piece:
                return
            yield piece
    finally:
        os.close(opened)


def _write(written: int, piece: bytes) -> None:
    view = memoryview(piece)
    while view:
        view = view[os.write(written, view) :]


def _sync_folder(folder: Path) -> None:
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


@contextmanager
def _troubles(missing: type[Exception] = ShelfTroubleError) -> Generator[None]:
    """Faults of the disk in our words; a path is not repeated, it says whose file it is."""
    try:
        yield
    except FileNotFoundError:
        raise missing("the folder of files: there is no such thing") from None
    except OSError as error:
        raise ShelfTroubleError(f"the folder of files: {os.strerror(error.errno or 0)}") from None
