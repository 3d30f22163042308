"""Primary contents of the three registers: how a question is read and an answer is written.

Namespaces and element names are those of the registers' own messages; what could not be read in a public source is
said to be our own (the passport register's code for "nothing known" and its element for the reason).
"""

from collections.abc import Callable
from datetime import date
from typing import Final
from uuid import UUID
from xml.etree import ElementTree as ET

from medportal.demonstration.registers import records
from medportal.demonstration.registers.records import Question, Record
from medportal.demonstration.registers.soap import NonsenseError, rejection

PFR: Final = "http://kvs.pfr.com/snils-by-additionalData/1.0.1"
SMEV_COMMONS: Final = "urn://x-artefacts-smev-gov-ru/supplementary/commons/1.0.1"
FNS: Final = "urn://x-artefacts-fns-inn-singular/root/270-18/4.0.1"
FNS_COMMONS: Final = "urn://x-artefacts-fns-inn/commons/4.0.0"
MVD: Final = "urn://mvd/gismu/RFP_ACTUAL_BANK/1.0.0"
MVD_COMMONS: Final = "urn://mvd/gismu/RFP_ACTUAL_BANK/commons/sovm/1.0.0"

NO_DATA: Final = "NO_DATA"
NOBODY_FOUND: Final = "Сведения не найдены"

Answer = Callable[[Record | None, UUID], ET.Element]


def pension_question(content: ET.Element) -> Question:
    """The question to the Social Fund.

    Raises:
        NonsenseError: the content is something else, or lacks what the schema demands.
    """
    _must_be(content, f"{{{PFR}}}SnilsByAdditionalDataRequest")
    passport = content.find(f"{{{SMEV_COMMONS}}}PassportRF")
    return Question(
        surname=_text(content, f"{{{SMEV_COMMONS}}}FamilyName"),
        given_name=_text(content, f"{{{SMEV_COMMONS}}}FirstName"),
        patronymic=content.findtext(f"{{{SMEV_COMMONS}}}Patronymic"),
        birth_date=_date(_text(content, f"{{{PFR}}}BirthDate")),
        passport=None
        if passport is None
        else _text(passport, f"{{{SMEV_COMMONS}}}Series") + _text(passport, f"{{{SMEV_COMMONS}}}Number"),
    )


def pension_answer(record: Record | None, _message_id: UUID) -> ET.Element:
    """The number, and the person as the Fund has them; or a rejection."""
    if record is None:
        return rejection(NO_DATA, NOBODY_FOUND)
    answer = ET.Element(f"{{{PFR}}}SnilsByAdditionalDataResponse")
    ET.SubElement(answer, f"{{{SMEV_COMMONS}}}FamilyName").text = record.surname.upper()
    ET.SubElement(answer, f"{{{SMEV_COMMONS}}}FirstName").text = record.given_name.upper()
    if record.patronymic:
        ET.SubElement(answer, f"{{{SMEV_COMMONS}}}Patronymic").text = record.patronymic.upper()
    ET.SubElement(answer, f"{{{PFR}}}BirthDate").text = record.birth_date.isoformat()
    ET.SubElement(answer, f"{{{PFR}}}Snils").text = record.snils
    return answer


def tax_question(content: ET.Element) -> Question:
    """The question to the Tax Service.

    Raises:
        NonsenseError: the content is something else, or lacks what the schema demands.
    """
    _must_be(content, f"{{{FNS}}}FNSINNSingularRequest")
    person = _element(content, f"{{{FNS}}}СведФЛ")
    name = _element(person, f"{{{FNS_COMMONS}}}ФИО")
    document = _element(person, f"{{{FNS_COMMONS}}}УдЛичнФЛ")
    return Question(
        surname=_attribute(name, "Фамилия"),
        given_name=_attribute(name, "Имя"),
        patronymic=name.get("Отчество"),
        birth_date=_date(_attribute(person, "ДатаРожд")),
        passport=_attribute(document, "СерНомДок").replace(" ", ""),
    )


def tax_answer(record: Record | None, message_id: UUID) -> ET.Element:
    """The INN of the person, or a rejection."""
    if record is None:
        return rejection(NO_DATA, NOBODY_FOUND)
    return ET.Element(
        f"{{{FNS}}}FNSINNSingularResponse",
        {"ИдЗапрос": str(message_id), "ИННФЛ": record.inn},
    )


def passport_question(content: ET.Element) -> Question:
    """The question to the Interior Ministry.

    Raises:
        NonsenseError: the content is something else, or lacks what the schema demands.
    """
    _must_be(content, f"{{{MVD}}}request")
    info = _element(content, f"{{{MVD}}}requestInfo")
    name = _element(info, f"{{{MVD}}}physicalPersonQualifiedNameType")
    passport = _element(info, f"{{{MVD}}}passportRF")
    return Question(
        surname=_text(name, f"{{{MVD_COMMONS}}}familyName"),
        given_name=_text(name, f"{{{MVD_COMMONS}}}firstName"),
        patronymic=name.findtext(f"{{{MVD_COMMONS}}}patronymic"),
        birth_date=_date(_text(info, f"{{{MVD}}}birthDate")),
        passport=_text(passport, f"{{{MVD_COMMONS}}}series") + _text(passport, f"{{{MVD_COMMONS}}}number"),
    )


def passport_answer(record: Record | None, _message_id: UUID) -> ET.Element:
    """The state of the passport; the register answers about an unknown one too."""
    answer = ET.Element(f"{{{MVD}}}response")
    status = records.PASSPORT_UNKNOWN if record is None else record.passport_status
    ET.SubElement(answer, f"{{{MVD}}}docStatus").text = str(status)
    if record is not None and record.passport_reason is not None:
        ET.SubElement(answer, f"{{{MVD}}}invalidityReason").text = str(record.passport_reason)
    return answer


def _must_be(content: ET.Element, tag: str) -> None:
    if content.tag != tag:
        raise NonsenseError("the primary content is not what this register is asked with")


def _element(parent: ET.Element, tag: str) -> ET.Element:
    found = parent.find(tag)
    if found is None:
        raise NonsenseError("the primary content lacks an element")
    return found


def _text(parent: ET.Element, tag: str) -> str:
    text = (parent.findtext(tag) or "").strip()
    if not text:
        raise NonsenseError("the primary content lacks an element")
    return text


def _attribute(element: ET.Element, name: str) -> str:
    value = (element.get(name) or "").strip()
    if not value:
        raise NonsenseError("the primary content lacks an attribute")
    return value


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise NonsenseError("a date is not a date") from None


for _prefix, _namespace in (
    ("sfr", PFR),
    ("commons", SMEV_COMMONS),
    ("fns", FNS),
    ("mvd", MVD),
):
    ET.register_namespace(_prefix, _namespace)
