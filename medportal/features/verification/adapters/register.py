"""A register behind the port: the client carries, the codec speaks the register's language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Protocol, final
from uuid import UUID
from xml.etree import ElementTree as ET

from medportal.features.verification.adapters.envelopes import Fault, GarbledError
from medportal.features.verification.adapters.smev import Heard, SmevClient
from medportal.features.verification.ports import RegisterDownError
from medportal.features.verification.schemas import Claim, Difference, Reason, State, Verdict

# Codes of RequestRejected in SMEV 3: the others mean that the question itself was not accepted.
_NO_DATA: Final = "NO_DATA"
_FAILURE: Final = "FAILURE"


@dataclass(frozen=True, slots=True)
class Finding:
    """What an answer says about a claim."""

    state: State
    differences: tuple[Difference, ...] = ()
    reason: Reason | None = None
    found: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)


class Codec(Protocol):
    """How one register is asked, and how its answer is understood."""

    def question(self, claim: Claim, message_id: UUID) -> ET.Element:
        """The primary content of the request."""
        ...

    def finding(self, claim: Claim, content: ET.Element) -> Finding:
        """What the primary content of the answer says about the claim.

        Raises:
            GarbledError: it is not an answer of this register.
        """
        ...


@final
class SmevRegister:
    """A register reached over SMEV 3."""

    def __init__(self, codec: Codec, client: SmevClient) -> None:
        self._codec = codec
        self._client = client

    def confirm(self, claim: Claim, message_id: UUID) -> Verdict:
        """Ask the register. Asking twice with one `message_id` is asking once.

        Raises:
            RegisterDownError: it could not be reached, did not answer in time, or answered nonsense.
        """
        heard = self._client.ask(message_id, self._codec.question(claim, message_id))
        if isinstance(heard.answer, Fault):
            return self._refusal(heard, heard.answer)
        try:
            finding = self._finding(claim, heard.answer.content, heard.answer.rejection)
        except GarbledError:
            raise RegisterDownError(Reason.GARBLED) from None
        return Verdict(
            state=finding.state,
            evidence=heard.evidence,
            differences=finding.differences,
            reason=finding.reason,
            demonstration=self._client.in_process or heard.answer.demonstration,
            receipt=heard.answer.response_id,
            found=finding.found,
        )

    def acknowledge(self, receipt: UUID) -> None:
        """Tell the register that its answer is recorded.

        Raises:
            RegisterDownError: it could not be told.
        """
        self._client.acknowledge(receipt)

    def _finding(self, claim: Claim, content: ET.Element | None, rejection: str | None) -> Finding:
        if content is not None:
            return self._codec.finding(claim, content)
        if rejection == _NO_DATA:
            return Finding(State.NOT_FOUND, reason=Reason.NOBODY)
        if rejection == _FAILURE:
            raise RegisterDownError(Reason.REGISTER_FAILED)
        return Finding(State.ERROR, reason=Reason.REFUSED)

    def _refusal(self, heard: Heard, fault: Fault) -> Verdict:
        """A fault on our side needs a person to look; a fault on theirs passes, and a new message may fare better."""
        if not fault.by_client:
            raise RegisterDownError(Reason.REGISTER_FAILED)
        return Verdict(
            state=State.ERROR,
            evidence=heard.evidence,
            reason=Reason.REFUSED,
            demonstration=self._client.in_process,
        )


@final
class NotConnected:
    """A register without an address: nobody is refused, checks wait until there is one."""

    def confirm(self, claim: Claim, message_id: UUID) -> Verdict:
        """Say that nobody can be asked.

        Raises:
            RegisterDownError: always.
        """
        del claim, message_id
        raise RegisterDownError(Reason.NOT_CONNECTED)

    def acknowledge(self, receipt: UUID) -> None:
        """Do nothing: it never answered."""
        del receipt
