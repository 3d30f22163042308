"""The trades of the registers behind SMEV: what each is asked, what it finds and how it answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final
from uuid import UUID
from xml.etree import ElementTree as ET

from medportal.demonstration.registers import artefacts, papers, records
from medportal.demonstration.registers.offices import Office
from medportal.demonstration.registers.records import Record, Trouble

Answer = Callable[[UUID], ET.Element]


@dataclass(frozen=True, slots=True)
class Found:
    """Whose record was found, how the register misbehaves about it, and what it answers, rightly or by mistake."""

    key: str
    trouble: Trouble
    answer: Answer
    mistaken: Answer


Trade = Callable[[ET.Element], Found]


def _pension(content: ET.Element) -> Found:
    record = records.found_loosely(records.pension_records(), artefacts.pension_question(content))
    return _found(record, artefacts.pension_answer, None if record is None else _misspelt(record))


def _tax(content: ET.Element) -> Found:
    record = records.found_exactly(records.tax_records(), artefacts.tax_question(content))
    wrong = None if record is None else replace(record, inn=record.inn[:-1] + str((int(record.inn[-1]) + 1) % 10))
    return _found(record, artefacts.tax_answer, wrong)


def _passport(content: ET.Element) -> Found:
    record = records.found_exactly(records.passport_records(), artefacts.passport_question(content))
    return _found(record, artefacts.passport_answer, None)


def _policy(content: ET.Element) -> Found:
    held = papers.policy_of(papers.policy_question(content))
    wrong = None if held is None else replace(held, surname=_other_ending(held.surname))
    return Found(
        held.key if held else "",
        Trouble.NONE,
        lambda message_id: papers.policy_answer(held, message_id),
        lambda message_id: papers.policy_answer(wrong, message_id),
    )


def _education(content: ET.Element) -> Found:
    code = papers.education_code(papers.education_question(content))
    return Found(
        "",
        Trouble.NONE,
        lambda message_id: papers.education_answer(code, message_id),
        lambda message_id: papers.education_answer(papers.ANOTHER_HOLDER, message_id),
    )


def _found(record: Record | None, answer: artefacts.Answer, wrong: Record | None) -> Found:
    return Found(
        record.key if record else "",
        record.trouble if record else Trouble.NONE,
        lambda message_id: answer(record, message_id),
        lambda message_id: answer(wrong, message_id),
    )


def _misspelt(record: Record) -> Record:
    return replace(record, surname=_other_ending(record.surname))


def _other_ending(surname: str) -> str:
    return surname[:-1] + ("о" if surname[-1] != "о" else "а")


TRADES: Final[Mapping[Office, Trade]] = {
    Office.SNILS: _pension,
    Office.INN: _tax,
    Office.PASSPORT: _passport,
    Office.POLICY: _policy,
    Office.EDUCATION: _education,
}
