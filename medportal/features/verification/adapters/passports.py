"""The Interior Ministry: whether a passport is valid (RFP_ACTUAL_BANK 1.0.0).

The codes of states and reasons are general knowledge that no public source confirms; one that is not known here is
never taken for a valid passport.
"""

from typing import Final, final
from uuid import UUID
from xml.etree import ElementTree as ET

from medportal.features.verification.adapters.envelopes import GarbledError, text_of
from medportal.features.verification.adapters.register import Finding
from medportal.features.verification.schemas import Claim, Reason, State

MVD: Final = "urn://mvd/gismu/RFP_ACTUAL_BANK/1.0.0"
COMMONS: Final = "urn://mvd/gismu/RFP_ACTUAL_BANK/commons/sovm/1.0.0"

_VALID: Final = "300"
_INVALID: Final = "301"
_UNKNOWN: Final = "302"
# 604 says that the holder or the blank is being looked for: not ours to tell, the passport is simply not valid.
_REASONS: Final = {
    "601": Reason.EXPIRED,
    "602": Reason.REPLACED,
    "603": Reason.ISSUED_WRONGLY,
    "604": Reason.NOT_VALID,
    "605": Reason.DESTROYED,
    "606": Reason.HOLDER_DECEASED,
    "607": Reason.DEFECTIVE,
    "609": Reason.LOST,
}


@final
class PassportCodec:
    """Speaks with the Interior Ministry."""

    def question(self, claim: Claim, message_id: UUID) -> ET.Element:
        """The passport and its holder."""
        del message_id
        person = claim.person
        content = ET.Element(f"{{{MVD}}}request")
        info = ET.SubElement(content, f"{{{MVD}}}requestInfo")
        name = ET.SubElement(info, f"{{{MVD}}}physicalPersonQualifiedNameType")
        ET.SubElement(name, f"{{{COMMONS}}}familyName").text = person.surname
        ET.SubElement(name, f"{{{COMMONS}}}firstName").text = person.given_name
        if person.patronymic:
            ET.SubElement(name, f"{{{COMMONS}}}patronymic").text = person.patronymic
        ET.SubElement(info, f"{{{MVD}}}birthDate").text = person.birth_date.isoformat()
        passport = ET.SubElement(info, f"{{{MVD}}}passportRF")
        ET.SubElement(passport, f"{{{COMMONS}}}series").text = claim.number[:4]
        ET.SubElement(passport, f"{{{COMMONS}}}number").text = claim.number[4:]
        return content

    def finding(self, claim: Claim, content: ET.Element) -> Finding:
        """What the ministry says of the passport.

        Raises:
            GarbledError: it is not an answer of this register, or its code is not known.
        """
        del claim
        if content.tag != f"{{{MVD}}}response":
            raise GarbledError
        status = text_of(content, f"{{{MVD}}}docStatus")
        if status == _VALID:
            return Finding(State.OK)
        if status == _UNKNOWN:
            return Finding(State.NOT_FOUND, reason=Reason.NOBODY)
        code = (content.findtext(f"{{{MVD}}}invalidityReason") or "").strip() if status == _INVALID else status
        if status != _INVALID and code not in _REASONS:
            raise GarbledError
        return Finding(State.INVALID, reason=_REASONS.get(code, Reason.NOT_VALID))


for _prefix, _namespace in (("mvd", MVD), ("sovm", COMMONS)):
    ET.register_namespace(_prefix, _namespace)
