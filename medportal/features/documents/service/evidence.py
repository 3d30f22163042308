"""What is known about a document: gathered from its row, the profile, the registers and the slices above."""

import json
from collections.abc import Callable
from datetime import date
from uuid import UUID

from medportal.features.documents.models import Document
from medportal.features.documents.rules.judging import STUBBORN
from medportal.features.documents.rules.reading import addresses
from medportal.features.documents.rules.reading import differences as comparing
from medportal.features.documents.schemas.documents import KeptReading, Reason
from medportal.features.documents.schemas.intake import Scan
from medportal.features.documents.schemas.judging import Facts, Judgement, Word
from medportal.features.documents.schemas.kinds import KINDS, Expiry, KindKey
from medportal.features.documents.schemas.reading import Source
from medportal.features.documents.service import cards
from medportal.features.documents.store import documents as store
from medportal.features.profile import service as profile
from medportal.features.verification import service as verification
from medportal.features.verification.schemas import WAITING, Kind, State
from medportal.infra.db import UnitOfWork
from medportal.kernel import clock
from medportal.kernel.fields.dates import read_date
from medportal.kernel.identifiers import passport

Judge = Callable[[UnitOfWork, UUID, UUID], Judgement]

judges: dict[KindKey, Judge] = {}
"""What slices above know of a kind: called with the account and the document. The wiring fills it."""

# What stands in the profile under which name of the reading.
PROFILE = {
    "series": "passport_series",
    "number": "passport_number",
    "issue_date": "passport_issued_on",
    "division_code": "passport_division_code",
    "surname": "surname",
    "name": "given_name",
    "patronymic": "patronymic",
    "birth_date": "birth_date",
}
PROVABLE = ("series", "number", "issue_date", "birth_date")
REGISTERS = {KindKey.PASSPORT: Kind.PASSPORT, KindKey.SNILS: Kind.SNILS, KindKey.INN: Kind.INN}


def gather(uow: UnitOfWork, row: Document) -> Facts:
    """Everything the rules judge a document by."""
    kind = KindKey(row.kind)
    reading = cards.reading_of(row)
    answers = _answers(uow, row.account_id)
    judge = judges.get(kind)
    return Facts(
        spec=KINDS[kind],
        scan=Scan(row.scan),
        today=clock.today(),
        lost="FILE_LOST" in json.loads(row.codes),
        settled=answers is not None,
        read=reading.accepted if reading else None,
        refusals=tuple(Reason(code, words) for code, decisive, words in cards.findings_of(row) if decisive),
        unproven=_unproven(reading),
        differing=_differing(reading, answers or {}),
        moved=_lives_elsewhere(reading, answers or {}),
        register=_register(uow, row.account_id, kind),
        typed=cards.values_of(row),
        profile_number=(answers or {}).get(kind.value, ""),
        expires_on=row.expires_on,
        stubborn=_stubborn(uow, row),
        judgement=judge(uow, row.account_id, row.id) if judge else Judgement(Word.SILENT),
    )


def last_day(uow: UnitOfWork, row: Document) -> tuple[date | None, date | None]:
    """When the document was issued and its last day, by the rule of its kind."""
    kind = KINDS[KindKey(row.kind)]
    if kind.expiry is not Expiry.PASSPORT_AGES:
        typed = cards.values_of(row)
        return _day(typed.get("issued_on")), _day(typed.get("expires_on"))
    reading = cards.reading_of(row)
    answers = _answers(uow, row.account_id) or {}
    read = {name: one.value for name, one in reading.fields.items()} if reading else {}
    issued = _day(read.get("issue_date") or answers.get("passport_issued_on"))
    born = _day(read.get("birth_date") or answers.get("birth_date"))
    return issued, passport.valid_until(born, issued) if born and issued else None


def _answers(uow: UnitOfWork, account_id: UUID) -> dict[str, str] | None:
    """The profile's answers in one, under the names of its forms; None before the registration is finished."""
    if not profile.is_settled(uow, account_id):
        return None
    groups = profile.answers_of(uow, account_id)
    return {name: value for group in groups.values() for name, value in group.items()}


def _unproven(reading: KeptReading | None) -> tuple[str, ...]:
    if reading is None or not reading.accepted:
        return ()
    return tuple(name for name in PROVABLE if name not in reading.fields or not reading.fields[name].proven)


def _differing(reading: KeptReading | None, answers: dict[str, str]) -> tuple[str, ...]:
    if reading is None:
        return ()
    read = {
        name: one.value
        for name, one in reading.fields.items()
        if name in PROFILE and (one.proven or one.source is Source.MRZ)
    }
    typed = {name: answers.get(PROFILE[name], "") for name in read}
    return tuple(one.name for one in comparing.differences(typed, read))


def _lives_elsewhere(reading: KeptReading | None, answers: dict[str, str]) -> bool:
    read = reading.fields.get("registration_address") if reading else None
    typed = addresses.line(answers)
    return read is not None and bool(typed) and addresses.unlike(typed, read.value) != ((), ())


def _register(uow: UnitOfWork, account_id: UUID, kind: KindKey) -> Word:
    asked = REGISTERS.get(kind)
    check = verification.checks_of(uow, account_id).get(asked) if asked else None
    if check is None:
        return Word.SILENT
    if check.state in WAITING:
        return Word.WAIT
    return {State.OK: Word.YES, State.ERROR: Word.SILENT}.get(check.state, Word.NO)


def _stubborn(uow: UnitOfWork, row: Document) -> bool:
    if row.replaces_id is None:
        return False
    before = store.find(uow, row.replaces_id)
    return before is not None and bool(set(json.loads(before.codes)) & STUBBORN)


def _day(typed: str | None) -> date | None:
    return read_date(typed) if typed else None
