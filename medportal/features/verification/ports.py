"""What verification needs from outside: one register for each kind of claim."""

from collections.abc import Mapping
from typing import Protocol
from uuid import UUID

from medportal.features.verification.schemas import Claim, Kind, Reason, Verdict
from medportal.kernel.socket import Socket


class RegisterDownError(Exception):
    """The register gave no answer that can be used. Nothing is known about the claim, and it is asked again later."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


class Register(Protocol):
    """A state register that can say whether a claim is true."""

    def confirm(self, claim: Claim, message_id: UUID) -> Verdict:
        """Ask the register. Asking twice with one `message_id` is asking once.

        Raises:
            RegisterDownError: it could not be reached, did not answer in time, or answered nonsense.
        """
        ...

    def acknowledge(self, receipt: UUID) -> None:
        """Tell the register that its answer is recorded and may leave its queue.

        Raises:
            RegisterDownError: it could not be told; it will hand the answer out again, which harms nothing.
        """
        ...


registers: Socket[Mapping[Kind, Register]] = Socket("verification.registers")
