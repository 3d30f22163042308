"""Who asks: every use case takes an actor first and decides from it what may be done."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from medportal.kernel.errors import ForbiddenError
from medportal.kernel.text import Text

SIGN_IN_FIRST = Text(
    ru="Войдите, чтобы продолжить.",
    en="Sign in to continue.",
)


class Role(StrEnum):
    """What a person is to the portal. A visitor has not signed in; an applicant is filling in a registration."""

    VISITOR = "visitor"
    APPLICANT = "applicant"
    DOCTOR = "doctor"
    VERIFIER = "verifier"
    OPERATOR = "operator"
    SUPPORT = "support"
    ADMINISTRATOR = "administrator"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Actor:
    """The one who asks. `address` is the network address, kept for throttling and never shown."""

    role: Role
    account_id: UUID | None = None
    session_id: UUID | None = None
    address: str = ""

    def must_be_known(self) -> UUID:
        """The account behind the actor.

        Raises:
            ForbiddenError: nobody has signed in.
        """
        if self.account_id is None:
            raise ForbiddenError(SIGN_IN_FIRST)
        return self.account_id


SYSTEM = Actor(Role.SYSTEM)
