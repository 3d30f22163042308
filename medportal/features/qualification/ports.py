"""What qualification needs from outside: the book of accredited institutions."""

from typing import Protocol

from medportal.features.qualification.schemas import Institution
from medportal.kernel.socket import Socket


class Institutions(Protocol):
    """The list of accredited institutions with the history of their names."""

    def book(self) -> tuple[Institution, ...]:
        """Every name ever borne; the same object until the list changes."""
        ...


institutions: Socket[Institutions] = Socket("qualification.institutions")
