"""The Tax Service: the INN of a person by name, birth date and passport (FNSINNSingular 4.0.1)."""

import re
from dataclasses import dataclass
from typing import Final, final
from uuid import UUID
from xml.etree import ElementTree as ET

from medportal.features.verification import rules
from medportal.features.verification.adapters.envelopes import GarbledError
from medportal.features.verification.adapters.register import Finding
from medportal.features.verification.schemas import Claim, Reason, State

FNS: Final = "urn://x-artefacts-fns-inn-singular/root/270-18/4.0.1"
COMMONS: Final = "urn://x-artefacts-fns-inn/commons/4.0.0"
PASSPORT_CODE: Final = "21"

_INN = re.compile(r"\d{12}")


@dataclass(frozen=True, slots=True)
class Requester:
    """The organisation that asks: the Tax Service answers nobody in particular."""

    ogrn: str
    inn: str
    name: str


@final
class TaxCodec:
    """Speaks with the Tax Service."""

    def __init__(self, requester: Requester) -> None:
        self._requester = requester

    def question(self, claim: Claim, message_id: UUID) -> ET.Element:
        """The person of the claim with the passport; the number itself is not told."""
        person, passport = claim.person, claim.passport
        if passport is None:
            raise ValueError("a claim about an INN needs the passport")
        content = ET.Element(f"{{{FNS}}}FNSINNSingularRequest", {"ИдЗапрос": str(message_id)})
        _ = ET.SubElement(
            content,
            f"{{{FNS}}}СведЮЛ",
            {"ОГРН": self._requester.ogrn, "ИННЮЛ": self._requester.inn, "НаимОрг": self._requester.name},
        )
        about = ET.SubElement(content, f"{{{FNS}}}СведФЛ", {"ДатаРожд": person.birth_date.isoformat()})
        name = ET.SubElement(about, f"{{{COMMONS}}}ФИО", {"Фамилия": person.surname, "Имя": person.given_name})
        if person.patronymic:
            name.set("Отчество", person.patronymic)
        _ = ET.SubElement(
            about,
            f"{{{COMMONS}}}УдЛичнФЛ",
            {
                "КодВидДок": PASSPORT_CODE,
                "СерНомДок": f"{passport.series[:2]} {passport.series[2:]} {passport.number}",
                "ДатаДок": passport.issued_on.isoformat(),
                "ВыдДок": passport.issuer,
                "КодВыдДок": passport.division_code,
            },
        )
        return content

    def finding(self, claim: Claim, content: ET.Element) -> Finding:
        """The number, compared; a code instead of a number means that nobody was found.

        Raises:
            GarbledError: it is not an answer of this register.
        """
        if content.tag != f"{{{FNS}}}FNSINNSingularResponse":
            raise GarbledError
        number = content.get("ИННФЛ")
        if number is None and content.get("КодОбр"):
            return Finding(State.NOT_FOUND, reason=Reason.NOBODY)
        if number is None or not _INN.fullmatch(number):
            raise GarbledError
        differences = rules.differences((("inn", claim.number, number),))
        return Finding(State.MISMATCH if differences else State.OK, differences)


for _prefix, _namespace in (("fns", FNS), ("fnscommons", COMMONS)):
    ET.register_namespace(_prefix, _namespace)
