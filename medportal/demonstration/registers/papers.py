"""Policies and papers of education: how the questions of the Insurance Fund and of FRDO are read and answered.

Meanings of FRDO's codes are found in no public source; these are our own, the same as the asking side maps.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final
from uuid import UUID
from xml.etree import ElementTree as ET

from medportal.demonstration import papers
from medportal.demonstration.invented import Proof
from medportal.demonstration.people import PEOPLE
from medportal.demonstration.registers.artefacts import NO_DATA, NOBODY_FOUND
from medportal.demonstration.registers.soap import NonsenseError, rejection

MPI: Final = "http://ffoms.ru/types/1.0.0/mpiPersonInfoSchema"
MPI_COMMONS: Final = "http://ffoms.ru/types/1.0.0/commonTypes"
FRDO: Final = "urn://obrnadzor-gosuslugi-ru/frdo/1.0.1"

CONFIRMED, UNKNOWN, ANOTHER_HOLDER, ANOTHER_DATE = 0, 1, 2, 3
ANOTHER_ISSUER: Final = 5
_WORDS: Final = {
    CONFIRMED: "Сведения о документе подтверждены",
    UNKNOWN: "Сведения о документе не найдены",
    ANOTHER_HOLDER: "Документ выдан другому лицу",
    ANOTHER_DATE: "Дата выдачи не совпадает",
    ANOTHER_ISSUER: "Документ выдан другой организацией",
}


@dataclass(frozen=True, slots=True)
class HeldPolicy:
    """A policy as the fund has it, with its holder."""

    key: str
    surname: str
    given_name: str
    patronymic: str | None
    birth_date: date
    sex: str
    enp: str
    issued_on: date
    active: bool


@dataclass(frozen=True, slots=True)
class HeldPaper:
    """A paper of education as FRDO has it."""

    holder: tuple[str, str, str]
    birth_date: date
    series: str
    number: str
    ogrn: str
    issued_on: date


def policy_question(content: ET.Element) -> str:
    """The number of the policy asked about.

    Raises:
        NonsenseError: the content is something else, or names no policy.
    """
    if content.tag != f"{{{MPI}}}getPersonDataRequest":
        raise NonsenseError("the primary content is not what this register is asked with")
    policy = content.find(f"{{{MPI}}}personSearchInfo/{{{MPI}}}pcy")
    if policy is None:
        raise NonsenseError("the primary content lacks an element")
    for tag in ("enp", "tmpcertNum", "pcyNum"):
        if number := (policy.findtext(f"{{{MPI_COMMONS}}}{tag}") or "").strip():
            return number
    raise NonsenseError("the primary content lacks an element")


def policy_of(number: str) -> HeldPolicy | None:
    """The policy with this number."""
    return _policies().get(number)


def policy_answer(held: HeldPolicy | None, message_id: UUID) -> ET.Element:
    """The policy and its holder, or a rejection."""
    if held is None:
        return rejection(NO_DATA, NOBODY_FOUND)
    answer = ET.Element(f"{{{MPI}}}getPersonDataResponse")
    ET.SubElement(answer, f"{{{MPI_COMMONS}}}externalRequestId").text = str(message_id)
    data = ET.SubElement(answer, f"{{{MPI}}}pd")
    item = ET.SubElement(ET.SubElement(data, f"{{{MPI}}}policy"), f"{{{MPI}}}policyItems")
    for tag, value in (
        ("enp", held.enp),
        ("pcyDateB", held.issued_on.isoformat()),
        ("pcyType", "3"),
        ("pcyStatus", "1" if held.active else "2"),
        ("insurName", papers.INSURER),
        ("surname", held.surname.upper()),
        ("firstName", held.given_name.upper()),
        ("patronymic", (held.patronymic or "").upper()),
        ("birthDay", held.birth_date.isoformat()),
        ("gender", "1" if held.sex == "M" else "2"),
    ):
        if value:
            ET.SubElement(item, f"{{{MPI_COMMONS}}}{tag}").text = value
    return answer


def education_question(content: ET.Element) -> HeldPaper:
    """The paper asked about.

    Raises:
        NonsenseError: the content is something else, or lacks what the schema demands.
    """
    asked = content.find(f"{{{FRDO}}}CheckDocumentRequest") if content.tag == f"{{{FRDO}}}FRDORequest" else None
    person = None if asked is None else asked.find(f"{{{FRDO}}}Person")
    document = None if asked is None else asked.find(f"{{{FRDO}}}EduDocument")
    if person is None or document is None:
        raise NonsenseError("the primary content is not what this register is asked with")
    return HeldPaper(
        holder=(_text(person, "Surename"), _text(person, "Name"), _text(person, "Patronymic", needed=False)),
        birth_date=_date(_text(person, "Birthdate")),
        series=_text(document, "Series", needed=False),
        number=_text(document, "Number"),
        ogrn=_text(document, "OGRN", needed=False),
        issued_on=_date(_text(document, "DocumentIssueDate")),
    )


def education_code(asked: HeldPaper) -> int:
    """What FRDO says of a paper: found by series and number, then compared."""
    held = _papers().get((_plain(asked.series), _plain(asked.number)))
    if held is None:
        return UNKNOWN
    if [_plain(each) for each in held.holder] != [_plain(each) for each in asked.holder]:
        return ANOTHER_HOLDER
    if held.issued_on != asked.issued_on:
        return ANOTHER_DATE
    return CONFIRMED if asked.ogrn in ("", held.ogrn) else ANOTHER_ISSUER


def education_answer(code: int, message_id: UUID) -> ET.Element:
    """The code and its words."""
    del message_id
    answer = ET.Element(f"{{{FRDO}}}FRDOResponse")
    told = ET.SubElement(answer, f"{{{FRDO}}}CheckDocumentResponse")
    ET.SubElement(told, f"{{{FRDO}}}CheckDocumentCode").text = str(code)
    ET.SubElement(told, f"{{{FRDO}}}CheckDocumentText").text = _WORDS[code]
    return answer


@cache
def _policies() -> dict[str, HeldPolicy]:
    return {
        own.enp: HeldPolicy(
            key=person.key,
            surname=person.surname,
            given_name=person.given_name,
            patronymic=person.patronymic,
            birth_date=person.birth_date,
            sex=person.sex,
            enp=own.enp,
            issued_on=own.issued_on,
            active=person.proves is not Proof.POLICY_CLOSED,
        )
        for person, own in ((each, papers.papers_of(each).policy) for each in PEOPLE)
    }


@cache
def _papers() -> dict[tuple[str, str], HeldPaper]:
    held: dict[tuple[str, str], HeldPaper] = {}
    for person in PEOPLE:
        own = papers.papers_of(person)
        for study in (own.diploma, own.further):
            if study is own.diploma and person.proves is Proof.DIPLOMA_UNKNOWN:
                continue
            former = study is own.diploma and person.proves is Proof.DIPLOMA_IN_ANOTHER_NAME
            surname = "Прежнефамильная" if former else person.surname
            held[(_plain(study.series), _plain(study.number))] = HeldPaper(
                holder=(surname, person.given_name, person.patronymic or ""),
                birth_date=person.birth_date,
                series=study.series,
                number=study.number,
                ogrn=study.institution.ogrn,
                issued_on=study.issued_on,
            )
    return held


def _plain(words: str) -> str:
    return words.casefold().replace("ё", "е").replace("-", "").replace(" ", "")


def _text(parent: ET.Element, tag: str, *, needed: bool = True) -> str:
    text = (parent.findtext(f"{{{FRDO}}}{tag}") or "").strip()
    if needed and not text:
        raise NonsenseError("the primary content lacks an element")
    return text


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise NonsenseError("a date is not a date") from None


for _prefix, _namespace in (("mpi", MPI), ("com", MPI_COMMONS), ("frdo", FRDO)):
    ET.register_namespace(_prefix, _namespace)
