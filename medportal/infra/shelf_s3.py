"""A store on any S3-compatible server, through obstore.

`s3://bucket/prefix?endpoint=https://…&region=…` names it; keys come from the usual AWS variables or roles of the
machine, or stand in the address as `s3://key:secret@bucket/…`, quoted.
"""

from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast
from urllib.parse import parse_qs, unquote, urlsplit

import obstore
from obstore.exceptions import BaseError
from obstore.store import S3Store

from medportal.infra.errors import SetupError
from medportal.infra.shelf_store import ShelfMissingError, ShelfTroubleError, Stored

SHAPE = "MEDPORTAL_STORE_URL must look like s3://bucket/prefix?endpoint=https://host&region=name"
KNOWN = frozenset({"endpoint", "region", "timeout"})
PIECE = 256 * 1024
PART = 8 * 1024 * 1024  # what is longer is uploaded in parts
TIMEOUT_SECONDS = 30
RETRIES = 3


class ObjectStore:
    """Keeps files as objects; an upload in parts appears whole, or is given up."""

    def __init__(self, store: S3Store) -> None:
        self._store = store

    @classmethod
    def from_url(cls, url: str) -> "ObjectStore":
        """Read the address of a bucket.

        Raises:
            SetupError: it is not one; the message does not repeat it, for it may hold a key.
        """
        try:
            parts = urlsplit(url)
            host, told = parts.hostname, {key: values[-1] for key, values in parse_qs(parts.query).items()}
            seconds = float(told.get("timeout", TIMEOUT_SECONDS))
        except ValueError:
            raise SetupError(SHAPE) from None
        if parts.scheme != "s3" or not host or not set(told) <= KNOWN or seconds <= 0:
            raise SetupError(SHAPE)
        keys: dict[str, str] = {}
        if parts.username and parts.password:
            keys = {"access_key_id": unquote(parts.username), "secret_access_key": unquote(parts.password)}
        endpoint = told.get("endpoint")
        if endpoint:
            keys["endpoint"] = endpoint
        try:
            store = S3Store(
                parts.netloc.rpartition("@")[2],
                prefix=parts.path.strip("/") or None,
                region=told.get("region", "us-east-1"),
                client_options={
                    "allow_http": bool(endpoint and endpoint.startswith("http://")),
                    "timeout": timedelta(seconds=seconds),
                    "connect_timeout": timedelta(seconds=min(5.0, seconds)),
                },
                retry_config={"max_retries": RETRIES, "retry_timeout": timedelta(seconds=2 * seconds)},
                **keys,  # pyright: ignore[reportArgumentType] # typed as a dictionary of its own
            )
        except (BaseError, ValueError):
            raise SetupError(SHAPE) from None
        return cls(store)

    def write(self, name: str, pieces: Iterable[bytes]) -> None:
        """Keep a file; see `Store.write`."""
        # First all of it here, in memory or, if long, on disk: a source that breaks off has then begun no upload, and
        # one that reads from this very store does not read in the middle of one. What is spooled is sealed already.
        with SpooledTemporaryFile(max_size=PART) as spooled:
            for piece in pieces:
                with _troubles():
                    spooled.write(piece)
            spooled.seek(0)
            with _troubles(missing=ShelfTroubleError):
                obstore.put(self._store, name, cast("BinaryIO", spooled), chunk_size=PART)

    def read(self, name: str) -> Iterator[bytes]:
        """Read a file; see `Store.read`."""
        with _troubles():
            stream = obstore.get(self._store, name).stream(min_chunk_size=PIECE)
        return _pieces(iter(stream))

    def remove(self, name: str) -> None:
        """Remove a file; see `Store.remove`."""
        try:
            with _troubles():
                obstore.delete(self._store, name)
        except ShelfMissingError:
            return

    def listing(self) -> Iterator[Stored]:
        """List files; see `Store.listing`."""
        with _troubles(missing=ShelfTroubleError):
            for batch in obstore.list(self._store, return_arrow=False):  # pyright: ignore[reportUnknownMemberType]
                for one in batch:
                    yield Stored(one["path"], one["size"], one["last_modified"])


def _pieces(stream: Iterator[object]) -> Iterator[bytes]:
    while True:
        with _troubles():
            piece = next(stream, None)
        if piece is None:
            return
        yield bytes(piece)  # type: ignore[call-overload]


@contextmanager
def _troubles(missing: type[Exception] = ShelfMissingError) -> Generator[None]:
    """Faults of the store in our words; the library's own repeat addresses and names."""
    try:
        yield
    except FileNotFoundError:
        raise missing("the store of files: there is no such thing") from None
    except (BaseError, OSError) as error:
        raise ShelfTroubleError(f"the store of files: {type(error).__name__}") from None
