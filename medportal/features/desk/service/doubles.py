"""Two accounts side by side: who names another's numbers, and whose passport stands twice. Each look is on record."""

from collections.abc import Mapping
from uuid import UUID

from medportal.features.desk import rules, texts
from medportal.features.desk.schemas import Beside, Row, ScanPage, Values
from medportal.features.desk.service import papers
from medportal.features.documents import service as documents
from medportal.features.documents.schemas.kinds import KindKey
from medportal.features.profile import service as profile
from medportal.features.registration import service as registration
from medportal.features.reviews.schemas import CaseFile
from medportal.features.verification import service as verification
from medportal.features.verification.schemas import State
from medportal.infra import audit
from medportal.infra.db import UnitOfWork, reading, unit_of_work
from medportal.kernel.actor import Actor

_COLUMNS = (texts.THEIR_ACCOUNT, texts.THIS_ACCOUNT, texts.OF_OTHER)
CHECKS = {"snils": papers.REGISTERS[KindKey.SNILS], "inn": papers.REGISTERS[KindKey.INN]}


def duplicate_values(actor: Actor, file: CaseFile) -> Values:
    """Who registers with another's numbers beside who holds them, and what registers said of the holder."""
    with unit_of_work() as uow:
        claimed = registration.claimed(uow, file.row.account_id)
        holders = sorted({one for holders in claimed.held.values() for one in holders})
        rows = [row for holder in holders for row in _beside(uow, actor, file, claimed.answers, holder)]
    columns = (texts.HOLDER, texts.CLAIMANT, texts.OF_HOLDER)
    return Values(papers.full_name(claimed.answers), tuple(rows), columns=columns, role=texts.NEWCOMER)


def identity_values(actor: Actor, file: CaseFile) -> Values:
    """Whose identity is in doubt beside his passport's scan, and beside who names the same passport."""
    document_id = passport_of(file)
    scanned = papers.passport_values(actor, file.row.account_id, document_id)
    with unit_of_work() as uow:
        answers = papers.answers_of(uow, file.row.account_id)
        numbers = papers.number_rows(uow, file.row.account_id, answers)
        others = [
            Beside(texts.OTHER_ACCOUNT, tuple(_beside(uow, actor, file, answers, other)), _COLUMNS)
            for other in profile.others_with_passport(uow, file.row.account_id)
        ]
    beside = ([Beside(texts.NUMBERS, numbers)] if numbers else []) + others
    return Values(scanned.who, scanned.rows, scanned.register, beside=tuple(beside))


def no_pages(_actor: Actor, _file: CaseFile) -> tuple[ScanPage, ...]:
    """Nothing was handed in yet: whoever registers has no documents."""
    return ()


def passport_of(file: CaseFile) -> UUID | None:
    """The passport whose pages stand beside the comparison, if there is one."""
    with reading() as uow:
        found = documents.find_newest(uow, file.row.account_id, KindKey.PASSPORT)
    return found.document_id if found else None


def _beside(uow: UnitOfWork, actor: Actor, file: CaseFile, mine: Mapping[str, str], other: UUID) -> list[Row]:
    """Rows of the other account's answers («read») against those of the one the case is about («typed»)."""
    audit.record(uow, actor, "desk.double_shown", other, case=file.view.id)
    theirs, checks = papers.answers_of(uow, other), verification.checks_of(uow, other)
    rows: list[Row] = []
    for name, label in texts.DOUBLE_FIELDS.items():
        one, two = theirs.get(name, ""), mine.get(name, "")
        if name == "sex":
            one, two = texts.SEXES.get(one, ""), texts.SEXES.get(two, "")
        if not one and not two:
            continue
        their_marks, my_marks = rules.marks(one, two) if one and two else ((), ())
        check = checks.get(CHECKS[name]) if name in CHECKS else None
        tone = "ok" if check is not None and check.state is State.OK else "plain"
        rows.append(Row(name, label, one, two, their_marks, my_marks, check.state_name if check else None, tone))
    return rows
