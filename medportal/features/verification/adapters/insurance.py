"""The Insurance Fund: the policy of a person in the unified register (mpiPersonInfo, getPersonData).

The fund finds a policy by its number and answers with the policy and with the person who holds it; both are compared.
"""

from datetime import date
from typing import Final, final
from uuid import UUID
from xml.etree import ElementTree as ET

from medportal.features.verification import rules
from medportal.features.verification.adapters.envelopes import GarbledError, text_of
from medportal.features.verification.adapters.register import Finding
from medportal.features.verification.schemas import Claim, PolicyFacts, Reason, State

MPI: Final = "http://ffoms.ru/types/1.0.0/mpiPersonInfoSchema"
COMMONS: Final = "http://ffoms.ru/types/1.0.0/commonTypes"

_OLD, _TEMPORARY = "1", "2"
# Code of a policy's state; whatever is not active is closed for our purpose.
_ACTIVE: Final = "1"


@final
class InsuranceCodec:
    """Speaks with the Federal Compulsory Medical Insurance Fund."""

    def question(self, claim: Claim, message_id: UUID) -> ET.Element:
        """The policy and its holder."""
        paper, person = _paper(claim), claim.person
        content = ET.Element(f"{{{MPI}}}getPersonDataRequest")
        ET.SubElement(content, f"{{{COMMONS}}}externalRequestId").text = str(message_id)
        searched = ET.SubElement(content, f"{{{MPI}}}personSearchInfo")
        policy = ET.SubElement(searched, f"{{{MPI}}}pcy")
        ET.SubElement(policy, f"{{{COMMONS}}}pcyType").text = paper.type
        if paper.type == _OLD:
            ET.SubElement(policy, f"{{{COMMONS}}}pcySer").text = paper.series
            ET.SubElement(policy, f"{{{COMMONS}}}pcyNum").text = paper.number
        else:
            tag = "tmpcertNum" if paper.type == _TEMPORARY else "enp"
            ET.SubElement(policy, f"{{{COMMONS}}}{tag}").text = paper.number
        ET.SubElement(content, f"{{{COMMONS}}}surname").text = person.surname
        ET.SubElement(content, f"{{{COMMONS}}}firstName").text = person.given_name
        if person.patronymic:
            ET.SubElement(content, f"{{{COMMONS}}}patronymic").text = person.patronymic
        ET.SubElement(content, f"{{{MPI}}}show").text = "policy"
        return content

    def finding(self, claim: Claim, content: ET.Element) -> Finding:
        """The policy's state and whether its holder is the person of the claim.

        Raises:
            GarbledError: it is not an answer of this register.
        """
        if content.tag != f"{{{MPI}}}getPersonDataResponse":
            raise GarbledError
        item = content.find(f"{{{MPI}}}pd/{{{MPI}}}policy/{{{MPI}}}policyItems")
        if item is None:
            return Finding(State.NOT_FOUND, reason=Reason.NOBODY)
        person, paper = claim.person, _paper(claim)
        differences = rules.differences(
            (
                ("surname", person.surname, text_of(item, f"{{{COMMONS}}}surname")),
                ("given_name", person.given_name, text_of(item, f"{{{COMMONS}}}firstName")),
                ("patronymic", person.patronymic, item.findtext(f"{{{COMMONS}}}patronymic")),
                ("birth_date", _shown(person.birth_date), _shown(_date(text_of(item, f"{{{COMMONS}}}birthDay")))),
                ("policy_issued_on", _shown(paper.issued_on), _shown(_date(text_of(item, f"{{{COMMONS}}}pcyDateB")))),
            )
        )
        if differences:
            return Finding(State.MISMATCH, differences)
        if text_of(item, f"{{{COMMONS}}}pcyStatus") != _ACTIVE:
            return Finding(State.INVALID, reason=Reason.POLICY_CLOSED)
        ends = item.findtext(f"{{{COMMONS}}}pcyDateT")
        told = {"insurer": text_of(item, f"{{{COMMONS}}}insurName")}
        return Finding(State.OK, found=told | ({"valid_until": _date(ends).isoformat()} if ends else {}))


def _paper(claim: Claim) -> PolicyFacts:
    if not isinstance(claim.paper, PolicyFacts):
        raise TypeError("not a claim about a policy")
    return claim.paper


def _shown(day: date) -> str:
    return f"{day:%d.%m.%Y}"


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise GarbledError from None


for _prefix, _namespace in (("mpi", MPI), ("com", COMMONS)):
    ET.register_namespace(_prefix, _namespace)
