"""The Social Fund: the SNILS of a person by name, birth date and passport (SnilsByAdditionalData 1.0.1).

The answer carries the number and repeats the person as the Fund has them; both are compared with the claim.
"""

import re
from datetime import date
from typing import Final, final
from uuid import UUID
from xml.etree import ElementTree as ET

from medportal.features.verification import rules
from medportal.features.verification.adapters.envelopes import GarbledError, text_of
from medportal.features.verification.adapters.register import Finding
from medportal.features.verification.schemas import Claim, State

PFR: Final = "http://kvs.pfr.com/snils-by-additionalData/1.0.1"
COMMONS: Final = "urn://x-artefacts-smev-gov-ru/supplementary/commons/1.0.1"

_GENDERS: Final = {"M": "Male", "F": "Female"}
_SNILS = re.compile(r"\d{11}")


@final
class PensionCodec:
    """Speaks with the Social Fund."""

    def question(self, claim: Claim, message_id: UUID) -> ET.Element:
        """The person of the claim; the number itself is not told."""
        del message_id
        person, passport = claim.person, claim.passport
        content = ET.Element(f"{{{PFR}}}SnilsByAdditionalDataRequest")
        ET.SubElement(content, f"{{{COMMONS}}}FamilyName").text = person.surname
        ET.SubElement(content, f"{{{COMMONS}}}FirstName").text = person.given_name
        if person.patronymic:
            ET.SubElement(content, f"{{{COMMONS}}}Patronymic").text = person.patronymic
        ET.SubElement(content, f"{{{PFR}}}BirthDate").text = person.birth_date.isoformat()
        ET.SubElement(content, f"{{{PFR}}}Gender").text = _GENDERS[person.sex]
        if passport is not None:
            document = ET.SubElement(content, f"{{{COMMONS}}}PassportRF")
            ET.SubElement(document, f"{{{COMMONS}}}Series").text = passport.series
            ET.SubElement(document, f"{{{COMMONS}}}Number").text = passport.number
            ET.SubElement(document, f"{{{COMMONS}}}IssueDate").text = passport.issued_on.isoformat()
            ET.SubElement(document, f"{{{COMMONS}}}Issuer").text = passport.issuer
        return content

    def finding(self, claim: Claim, content: ET.Element) -> Finding:
        """The number and the person, compared.

        Raises:
            GarbledError: it is not an answer of this register.
        """
        if content.tag != f"{{{PFR}}}SnilsByAdditionalDataResponse":
            raise GarbledError
        number = re.sub(r"[\s-]", "", text_of(content, f"{{{PFR}}}Snils"))
        if not _SNILS.fullmatch(number):
            raise GarbledError
        person = claim.person
        differences = rules.differences(
            (
                ("surname", person.surname, text_of(content, f"{{{COMMONS}}}FamilyName")),
                ("given_name", person.given_name, text_of(content, f"{{{COMMONS}}}FirstName")),
                ("patronymic", person.patronymic, content.findtext(f"{{{COMMONS}}}Patronymic")),
                ("birth_date", _shown(person.birth_date), _shown(_date(text_of(content, f"{{{PFR}}}BirthDate")))),
                ("snils", claim.number, number),
            )
        )
        return Finding(State.MISMATCH if differences else State.OK, differences)


def _shown(day: date) -> str:
    return f"{day:%d.%m.%Y}"


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise GarbledError from None


for _prefix, _namespace in (("sfr", PFR), ("commons", COMMONS)):
    ET.register_namespace(_prefix, _namespace)
