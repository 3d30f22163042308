"""The Service for Supervision in Education: whether a paper stands in the register of education documents (FRDO 1.0.1).

No public source tells the meaning of `CheckDocumentCode`; the codes below are our own, and the gateway in front of the
real register maps to them. A code that is not known here is never taken for a confirmation.
"""

from typing import Final, final
from uuid import UUID
from xml.etree import ElementTree as ET

from medportal.features.verification.adapters.envelopes import GarbledError, text_of
from medportal.features.verification.adapters.register import Finding
from medportal.features.verification.schemas import Claim, Difference, PaperFacts, PaperType, Reason, State

FRDO: Final = "urn://obrnadzor-gosuslugi-ru/frdo/1.0.1"

_LEVELS: Final = {
    PaperType.DIPLOMA: "Высшее образование: специалитет",
    PaperType.RESIDENCY: "Высшее образование: ординатура",
    PaperType.INTERNSHIP: "Высшее образование: интернатура",
    PaperType.COURSE: "Дополнительное профессиональное образование",
}
_GENDERS: Final = {"M": "Male", "F": "Female"}
_FINDINGS: Final = {
    "0": Finding(State.OK),
    "1": Finding(State.NOT_FOUND, reason=Reason.NOBODY),
    "2": Finding(State.MISMATCH, (Difference("holder"),)),
    "3": Finding(State.MISMATCH, (Difference("issued_on"),)),
    "4": Finding(State.INVALID, reason=Reason.ANNULLED),
    "5": Finding(State.MISMATCH, (Difference("institution"),)),
}


@final
class EducationCodec:
    """Speaks with the register of education documents."""

    def question(self, claim: Claim, message_id: UUID) -> ET.Element:
        """The paper and its holder; an issuer whose OGRN is not known goes without."""
        del message_id
        paper, who = claim.paper, claim.person
        if not isinstance(paper, PaperFacts):
            raise TypeError("not a claim about a paper")
        content = ET.Element(f"{{{FRDO}}}FRDORequest")
        asked = ET.SubElement(content, f"{{{FRDO}}}CheckDocumentRequest")
        person = ET.SubElement(asked, f"{{{FRDO}}}Person")
        # The register's own spelling of «surname».
        for tag, value in (
            ("RFCitizen", "true"),
            ("Surename", who.surname),
            ("Name", who.given_name),
            ("Patronymic", who.patronymic or ""),
            ("Birthdate", who.birth_date.isoformat()),
            ("Gender", _GENDERS[who.sex]),
        ):
            _put(person, tag, value)
        document = ET.SubElement(asked, f"{{{FRDO}}}EduDocument")
        for tag, value in (
            ("EduLevel", _LEVELS[paper.type]),
            ("Series", paper.series),
            ("Number", paper.number),
            ("OGRN", paper.issuer_ogrn),
            ("Qualification", paper.speciality),
            ("DocumentIssueDate", paper.issued_on.isoformat()),
        ):
            _put(document, tag, value)
        return content

    def finding(self, claim: Claim, content: ET.Element) -> Finding:
        """What the register says of the paper.

        Raises:
            GarbledError: it is not an answer of this register, or its code is not known.
        """
        del claim
        answer = content.find(f"{{{FRDO}}}CheckDocumentResponse") if content.tag == f"{{{FRDO}}}FRDOResponse" else None
        if answer is None:
            raise GarbledError
        code = text_of(answer, f"{{{FRDO}}}CheckDocumentCode")
        if code not in _FINDINGS:
            raise GarbledError
        return _FINDINGS[code]


def _put(parent: ET.Element, tag: str, value: str) -> None:
    if value:
        ET.SubElement(parent, f"{{{FRDO}}}{tag}").text = value


ET.register_namespace("frdo", FRDO)
