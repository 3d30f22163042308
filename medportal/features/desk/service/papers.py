"""The personal side of a case: values as they were read, typed and answered by registers."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from medportal.features.desk import rules, texts
from medportal.features.desk.schemas import Beside, Row, Values
from medportal.features.documents import service as documents
from medportal.features.documents.schemas.kinds import KINDS, KindKey
from medportal.features.profile import service as profile
from medportal.features.qualification import service as qualification
from medportal.features.qualification.schemas import ReviewPaper
from medportal.features.reviews.schemas import CaseFile
from medportal.features.verification import service as verification
from medportal.features.verification.schemas import CheckView, Kind, State
from medportal.infra.db import UnitOfWork, reading
from medportal.kernel.actor import Actor
from medportal.kernel.text import Text

REGISTERS = {KindKey.PASSPORT: Kind.PASSPORT, KindKey.SNILS: Kind.SNILS, KindKey.INN: Kind.INN}
# The input that a value read off a passport belongs to.
INPUTS = {
    "series": "passport_series",
    "number": "passport_number",
    "issue_date": "passport_issued_on",
    "division_code": "passport_division_code",
    "issuing_authority": "passport_issuer",
    "name": "given_name",
}
_ORDER = tuple(texts.FIELDS)
_ON_PASSPORT = tuple(name for name in _ORDER if name not in ("snils", "inn", "birth_place", "registration_address"))
_NOT_ASKED = frozenset({"birth_place", "registration_address"})


def document_values(actor: Actor, file: CaseFile) -> Values:
    """What a document says, what its owner typed, and what the register of its kind answered."""
    kind = KindKey(file.row.kind) if file.row.kind in set(KindKey) else KindKey.OTHER
    found = _values(file.row.account_id, kind, documents.values(actor, file.view.subject_id))
    return replace(found, beside=_records_with(actor, file))


def passport_values(actor: Actor, account_id: UUID, document_id: UUID | None) -> Values:
    """The same of a person's passport; without a scan what he typed stands alone."""
    told = documents.values(actor, document_id) if document_id else {}
    return _values(account_id, KindKey.PASSPORT, told)


def number_rows(uow: UnitOfWork, account_id: UUID, answers: Mapping[str, str]) -> tuple[Row, ...]:
    """SNILS and INN as they were typed, and what their registers say of them."""
    checks = verification.checks_of(uow, account_id)
    kinds = (("snils", Kind.SNILS), ("inn", Kind.INN))
    return tuple(
        _row(name, texts.FIELDS[name], "", answers[name], checks.get(kind)) for name, kind in kinds if answers.get(name)
    )


def _records_with(actor: Actor, file: CaseFile) -> tuple[Beside, ...]:
    """What the doctor typed about the paper on this very scan, in a record of his qualification, and the register's answer."""
    with reading() as uow:
        records = [
            one.id
            for one in qualification.records_of(uow, file.row.account_id)
            if one.document_id == file.view.subject_id
        ]
    papers = [qualification.paper_for_review(actor, record_id, file.view.id) for record_id in records]
    return tuple(Beside(texts.RECORD.fill(what=texts.PAPERS[one.type]), _paper_rows(one)) for one in papers)


def _paper_rows(paper: ReviewPaper) -> tuple[Row, ...]:
    return tuple(Row(f"row-{place}", label, typed=value) for place, (label, value) in enumerate(paper.rows))


def _values(account_id: UUID, kind: KindKey, told: Mapping[str, object]) -> Values:
    read, beside, typed = (_strings(told.get(part)) for part in ("read", "profile", "typed"))
    marks = _marks(told.get("marks"))
    with reading() as uow:
        answers = answers_of(uow, account_id)
        wanted = REGISTERS.get(kind)
        check = verification.checks_of(uow, account_id).get(wanted) if wanted else None
    if kind is KindKey.PASSPORT:
        beside = {name: answers.get(INPUTS.get(name, name), "") for name in _ON_PASSPORT} | beside
        beside["sex"] = texts.SEXES.get(answers.get("sex", ""), "")
    elif wanted is not None:
        beside = {str(wanted): answers.get(str(wanted), "")}
    names = [name for name in _ORDER if read.get(name) or beside.get(name)]
    rows = [_row(name, texts.FIELDS[name], read.get(name, ""), beside.get(name, ""), check) for name in names]
    rows = [_marked(one, *marks[one.name]) if one.name in marks else one for one in rows]
    rows += [Row(spec.name, spec.label, typed=typed[spec.name]) for spec in KINDS[kind].fields if typed.get(spec.name)]
    answer = texts.REGISTER_SAYS.fill(register=check.register_name, state=check.state_name) if check else None
    return Values(full_name(answers), tuple(rows), answer)


def record_values(actor: Actor, file: CaseFile) -> Values:
    """What was typed about a paper of education, a policy or a practice, and what the register answered."""
    paper = qualification.paper_for_review(actor, file.view.subject_id, file.view.id)
    answer = None
    if paper.register and paper.register_state:
        answer = texts.REGISTER_SAYS.fill(register=paper.register, state=paper.register_state)
    return Values(who_is(file.row.account_id), _paper_rows(paper), answer)


def who_is(account_id: UUID) -> str:
    """The full name of the doctor a case is about, or nothing before there is a profile."""
    with reading() as uow:
        return full_name(answers_of(uow, account_id))


def full_name(answers: dict[str, str]) -> str:
    """Surname, given name, patronymic."""
    return " ".join(filter(None, (answers.get(part, "") for part in ("surname", "given_name", "patronymic"))))


def answers_of(uow: UnitOfWork, account_id: UUID) -> dict[str, str]:
    """What a person has said of himself, by input; nothing before there is a profile."""
    if not profile.is_settled(uow, account_id):
        return {}
    groups = profile.answers_of(uow, account_id)
    return {name: value for group in groups.values() for name, value in group.items()}


def _row(name: str, label: Text, read: str, typed: str, check: CheckView | None) -> Row:
    read_marks, typed_marks = rules.marks(read, typed) if read and typed else ((), ())
    # Where a person was born, and lives, no register is asked.
    register, tone, places = _answer(INPUTS.get(name, name), None if name in _NOT_ASKED else check)
    return Row(name, label, read, typed, read_marks, typed_marks, register, tone, places)


def _answer(field: str, check: CheckView | None) -> tuple[Text | None, str, tuple[int, ...]]:
    """What the register says of one field: in words, how bad it is, and where the typed value differs."""
    if check is None:
        return None, "plain", ()
    if check.state is State.OK:
        return texts.REGISTER_SAME, "ok", ()
    found = next((one for one in check.differences if one.field == field), None)
    if found is not None:
        return texts.REGISTER_DIFFERS, "danger", found.positions
    return check.state_name, "plain", ()


def _marked(row: Row, read: list[int], typed: list[int]) -> Row:
    """A row whose places documents have found themselves: an address is compared by what matters of it."""
    return replace(row, read_marks=tuple(read), typed_marks=tuple(typed))


def _marks(told: object) -> dict[str, tuple[list[int], list[int]]]:
    return {str(name): (one["read"], one["typed"]) for name, one in told.items()} if isinstance(told, dict) else {}  # pyright: ignore


def _strings(told: object) -> dict[str, str]:
    return {str(name): str(value) for name, value in told.items()} if isinstance(told, dict) else {}  # pyright: ignore
