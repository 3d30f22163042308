"""What the shelf needs of a place that keeps bytes, and what may go wrong there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


class ShelfMissingError(Exception):
    """There is no such file."""


class ShelfTroubleError(Exception):
    """The store cannot do it now: full, slow, not reached, not allowed. Nothing half-done is left behind."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A file as the store knows it."""

    name: str
    size: int
    changed_at: datetime


class Store(Protocol):
    """Keeps bytes under names; knows nothing of what they mean."""

    def write(self, name: str, pieces: Iterable[bytes]) -> None:
        """Keep the pieces as one file, whole or not at all, replacing what had the name before.

        Whatever the pieces raise while they are made is raised on, and nothing is kept.

        Raises:
            ShelfTroubleError: it cannot be kept now.
        """
        ...

    def read(self, name: str) -> Iterator[bytes]:
        """The file from its beginning, in pieces of any size; that it is there is known when this returns.

        Raises:
            ShelfMissingError: there is none.
            ShelfTroubleError: it cannot be read now; also while reading on.
        """
        ...

    def remove(self, name: str) -> None:
        """Let a file be no more; one that is not there is left so.

        Raises:
            ShelfTroubleError: it cannot be removed now.
        """
        ...

    def listing(self) -> Iterator[Stored]:
        """Every file, leftovers of writers that were killed included.

        Raises:
            ShelfTroubleError: it cannot be listed now.
        """
        ...
