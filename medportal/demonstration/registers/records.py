"""What each demonstration register holds about the invented people, and how it finds a person.

The registers differ from what people type exactly where a person's `proves` says so, and nowhere else.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Final

from medportal.demonstration.invented import Invented, Proof, inn
from medportal.demonstration.people import PEOPLE

RECOVERS_AFTER_SECONDS: Final = 40
SLOW_ANSWER_SECONDS: Final = 9

PASSPORT_VALID: Final = 300
PASSPORT_INVALID: Final = 301
PASSPORT_UNKNOWN: Final = 302
REPLACED: Final = 602
HOLDER_DIED: Final = 606


class Trouble(StrEnum):
    """How a register misbehaves when it is asked about one particular person."""

    NONE = "none"
    DOWN_AT_FIRST = "down_at_first"
    SLOW = "slow"
    GARBAGE = "garbage"


@dataclass(frozen=True, slots=True)
class Record:
    """One person as one register knows them."""

    key: str
    surname: str
    given_name: str
    patronymic: str | None
    birth_date: date
    passport: str
    snils: str
    inn: str
    passport_status: int = PASSPORT_VALID
    passport_reason: int | None = None
    trouble: Trouble = Trouble.NONE


@dataclass(frozen=True, slots=True)
class Question:
    """Whom a request asks about; `passport` is series and number together."""

    surname: str
    given_name: str
    patronymic: str | None
    birth_date: date
    passport: str | None


@cache
def pension_records() -> tuple[Record, ...]:
    """The Social Fund: one person is missing, two are written down otherwise, three make it stumble."""
    troubles = {
        Proof.REGISTER_DOWN: Trouble.DOWN_AT_FIRST,
        Proof.REGISTER_SLOW: Trouble.SLOW,
        Proof.REGISTER_GARBAGE: Trouble.GARBAGE,
    }
    return tuple(
        replace(
            _as_pension_fund_knows(each),
            trouble=troubles.get(each.proves, Trouble.NONE),
        )
        for each in PEOPLE
        if each.proves is not Proof.SNILS_UNKNOWN
    )


@cache
def tax_records() -> tuple[Record, ...]:
    """The Tax Service: one person stands there under another number."""
    return tuple(
        replace(record, inn=_other_inn(each)) if each.proves is Proof.INN_OF_ANOTHER else record
        for each, record in ((each, _record(each)) for each in PEOPLE)
    )


@cache
def passport_records() -> tuple[Record, ...]:
    """The Interior Ministry: one passport was replaced, one holder has died."""
    reasons = {Proof.PASSPORT_REPLACED: REPLACED, Proof.HOLDER_DECEASED: HOLDER_DIED}
    return tuple(
        replace(
            _record(each),
            passport_status=PASSPORT_INVALID,
            passport_reason=reasons[each.proves],
        )
        if each.proves in reasons
        else _record(each)
        for each in PEOPLE
    )


def found_loosely(records: Sequence[Record], question: Question) -> Record | None:
    """The person of whom two things of three agree: name, birth date, passport. A register finds a mistyped person so."""
    return next((each for each in records if sum(_agreements(each, question)) >= 2), None)


def found_exactly(records: Sequence[Record], question: Question) -> Record | None:
    """The person of whom name, birth date and passport agree."""
    return next((each for each in records if all(_agreements(each, question))), None)


def _agreements(record: Record, question: Question) -> tuple[bool, bool, bool]:
    names = (
        (record.surname, question.surname),
        (record.given_name, question.given_name),
        (record.patronymic or "", question.patronymic or ""),
    )
    return (
        all(_plain(held) == _plain(asked) for held, asked in names),
        record.birth_date == question.birth_date,
        record.passport == question.passport,
    )


def _plain(name: str) -> str:
    return name.casefold().replace("ё", "е").replace("-", "").replace(" ", "")


def _as_pension_fund_knows(person: Invented) -> Record:
    record = _record(person)
    if person.proves is Proof.NAME_MISMATCH:
        return replace(record, given_name=person.given_name.replace("ья", "ия"))
    if person.proves is Proof.BIRTH_DATE_MISMATCH:
        swapped = int(f"{person.birth_date.day:02d}"[::-1])
        return replace(record, birth_date=person.birth_date.replace(day=swapped))
    return record


def _record(person: Invented) -> Record:
    """A person as typed, save that registers write «е» for «ё»."""
    return Record(
        key=person.key,
        surname=_without_yo(person.surname),
        given_name=_without_yo(person.given_name),
        patronymic=_without_yo(person.patronymic) if person.patronymic else None,
        birth_date=person.birth_date,
        passport=person.passport.series + person.passport.number,
        snils=person.snils,
        inn=person.inn,
    )


def _without_yo(name: str) -> str:
    return name.replace("ё", "е").replace("Ё", "Е")


def _other_inn(person: Invented) -> str:
    """Another number with valid check digits that differs in one digit of the serial."""
    serial = person.inn[:10]
    return inn(serial[:-1] + str((int(serial[-1]) + 1) % 10))
