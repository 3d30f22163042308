"""The registers of the state behind the port: a client for SMEV 3 with one codec for each register, and one for REST."""

from collections.abc import Mapping
from typing import Final

from medportal.features.verification.adapters.education import EducationCodec
from medportal.features.verification.adapters.insurance import InsuranceCodec
from medportal.features.verification.adapters.passports import PassportCodec
from medportal.features.verification.adapters.pension import PensionCodec
from medportal.features.verification.adapters.practitioners import Credentials, PractitionerRegister
from medportal.features.verification.adapters.register import Codec, NotConnected, SmevRegister
from medportal.features.verification.adapters.rest import RestClient
from medportal.features.verification.adapters.smev import AsgiApp, Limits, SmevClient
from medportal.features.verification.adapters.tax import Requester, TaxCodec
from medportal.features.verification.ports import Register
from medportal.features.verification.schemas import Kind

__all__ = ["AsgiApp", "Credentials", "Limits", "Requester", "registers"]

# Where the demonstration registers answer when they are asked in-process; the host is never resolved.
_DEMONSTRATION_URLS: Final[Mapping[Kind, str]] = {
    Kind.SNILS: "http://registers.invalid/sfr/snils",
    Kind.INN: "http://registers.invalid/fns/inn",
    Kind.PASSPORT: "http://registers.invalid/mvd/passport",
    Kind.POLICY: "http://registers.invalid/foms/policy",
    Kind.EDUCATION: "http://registers.invalid/obrnadzor/education",
    Kind.PRACTITIONER: "http://registers.invalid/frmr",
}
_NOBODY_IN_PARTICULAR: Final = Requester(ogrn="1239900000055", inn="9900000059", name="Учебная организация")
# What the demonstration register takes: it looks at the shape of the token, and nobody signed it.
_NOBODYS_TOKEN: Final = "eyJhbGciOiJub25lIn0.eyJpc3MiOiJtZWRwb3J0YWwifQ.demonstration"  # noqa: S105
_NOBODYS: Final = Credentials(organisation="1.2.643.5.1.13.13.12.2.77.9000", token=_NOBODYS_TOKEN)


def registers(
    urls: Mapping[Kind, str | None],
    demonstration: AsgiApp | None,
    *,
    requester: Requester = _NOBODY_IN_PARTICULAR,
    credentials: Credentials | None = None,
    limits: Limits | None = None,
) -> Mapping[Kind, Register]:
    """A register for each kind of claim.

    Args:
        urls: where each register is reached; None asks the demonstration registers in this process.
        demonstration: the application of the demonstration registers. Without it a register that has no address is
            not connected and its checks wait: invented answers have no place in a portal that is in earnest.
        requester: the organisation in whose name the Tax Service is asked.
        credentials: the organisation and the token for the Register of Medical Workers, where it is a real one.
        limits: time-outs and sizes, when other than usual.
    """
    codecs: Mapping[Kind, Codec] = {
        Kind.SNILS: PensionCodec(),
        Kind.INN: TaxCodec(requester),
        Kind.PASSPORT: PassportCodec(),
        Kind.POLICY: InsuranceCodec(),
        Kind.EDUCATION: EducationCodec(),
    }
    bounds = limits or Limits()
    smev = {
        kind: _register(codec, urls.get(kind) or None, _DEMONSTRATION_URLS[kind], demonstration, bounds)
        for kind, codec in codecs.items()
    }
    rest = _practitioners(urls.get(Kind.PRACTITIONER) or None, credentials or _NOBODYS, demonstration, bounds)
    return {**smev, Kind.PRACTITIONER: rest}


def _register(codec: Codec, url: str | None, inner_url: str, demonstration: AsgiApp | None, limits: Limits) -> Register:
    if url is not None:
        return SmevRegister(codec, SmevClient(url, limits))
    if demonstration is not None:
        return SmevRegister(codec, SmevClient(inner_url, limits, app=demonstration))
    return NotConnected()


def _practitioners(
    url: str | None, credentials: Credentials, demonstration: AsgiApp | None, limits: Limits
) -> Register:
    if url is not None:
        client = RestClient(url, credentials.token, limits)
    elif demonstration is not None:
        client = RestClient(_DEMONSTRATION_URLS[Kind.PRACTITIONER], credentials.token, limits, app=demonstration)
    else:
        return NotConnected()
    return PractitionerRegister(client, credentials.organisation)
