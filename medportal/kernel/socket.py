"""Sockets: where a slice says what it needs from outside, and the wiring plugs it in."""

from typing import Generic, TypeVar

T = TypeVar("T")


class Socket(Generic[T]):
    """Holds one implementation of a port. Using it before it is plugged is a fault of the wiring."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._plugged: T | None = None

    def plug(self, implementation: T) -> None:
        """Put an implementation in, replacing the one before."""
        self._plugged = implementation

    def __call__(self) -> T:
        """The implementation in use.

        Raises:
            RuntimeError: nothing was plugged in.
        """
        if self._plugged is None:
            raise RuntimeError(f"nothing is plugged into {self._name}")
        return self._plugged
