"""The registers of the state behind the port: one client for SMEV 3, one codec for each register."""

from collections.abc import Mapping
from typing import Final

from medportal.features.verification.adapters.passports import PassportCodec
from medportal.features.verification.adapters.pension import PensionCodec
from medportal.features.verification.adapters.register import Codec, NotConnected, SmevRegister
from medportal.features.verification.adapters.smev import AsgiApp, Limits, SmevClient
from medportal.features.verification.adapters.tax import Requester, TaxCodec
from medportal.features.verification.ports import Register
from medportal.features.verification.schemas import Kind

__all__ = ["AsgiApp", "Limits", "Requester", "registers"]

# Where the demonstration registers answer when they are asked in-process; the host is never resolved.
_DEMONSTRATION_URLS: Final[Mapping[Kind, str]] = {
    Kind.SNILS: "http://registers.invalid/sfr/snils",
    Kind.INN: "http://registers.invalid/fns/inn",
    Kind.PASSPORT: "http://registers.invalid/mvd/passport",
}
_NOBODY_IN_PARTICULAR: Final = Requester(ogrn="1239900000055", inn="9900000059", name="Учебная организация")


def registers(
    urls: Mapping[Kind, str | None],
    demonstration: AsgiApp | None,
    *,
    requester: Requester = _NOBODY_IN_PARTICULAR,
    limits: Limits | None = None,
) -> Mapping[Kind, Register]:
    """A register for each kind of claim.

    Args:
        urls: where each register is reached; None asks the demonstration registers in this process.
        demonstration: the application of the demonstration registers. Without it a register that has no address is
            not connected and its checks wait: invented answers have no place in a portal that is in earnest.
        requester: the organisation in whose name the Tax Service is asked.
        limits: time-outs and sizes, when other than usual.
    """
    codecs: Mapping[Kind, Codec] = {
        Kind.SNILS: PensionCodec(),
        Kind.INN: TaxCodec(requester),
        Kind.PASSPORT: PassportCodec(),
    }
    return {
        kind: _register(codec, urls.get(kind) or None, _DEMONSTRATION_URLS[kind], demonstration, limits or Limits())
        for kind, codec in codecs.items()
    }


def _register(codec: Codec, url: str | None, inner_url: str, demonstration: AsgiApp | None, limits: Limits) -> Register:
    if url is not None:
        return SmevRegister(codec, SmevClient(url, limits))
    if demonstration is not None:
        return SmevRegister(codec, SmevClient(inner_url, limits, app=demonstration))
    return NotConnected()
