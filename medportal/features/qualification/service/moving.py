"""Moving a record: to a register, to a person, to its standing; whoever reckons with it is told in the same unit."""

from datetime import date
from uuid import UUID

from medportal.features.documents import service as documents
from medportal.features.documents.schemas.documents import DocumentFact, DocumentState
from medportal.features.documents.schemas.kinds import KindKey
from medportal.features.notifications import service as notifications
from medportal.features.notifications.schemas import Notice
from medportal.features.qualification import ports, store
from medportal.features.qualification.models import QualificationRecord
from medportal.features.qualification.rules import institutions, links, registers, settling
from medportal.features.qualification.rules.settling import Standing
from medportal.features.qualification.schemas import Flaw, RecordState, RecordType
from medportal.features.qualification.service.people import Groups
from medportal.features.qualification.texts import records as texts
from medportal.features.qualification.texts.flaws import FLAWS
from medportal.features.reviews import service as reviews
from medportal.features.reviews.schemas import Ask, RuleFailure, Subject
from medportal.features.verification import service as verification
from medportal.infra import audit, facts, nudges
from medportal.infra.db import UnitOfWork
from medportal.kernel import clock
from medportal.kernel.actor import Actor
from medportal.kernel.text import Text

SETTLE = "qualification.settle"
_USELESS = frozenset({DocumentState.FIX_NEEDED, DocumentState.REJECTED, DocumentState.EXPIRED})
SCANS = {
    RecordType.POLICY: KindKey.OMS_POLICY,
    RecordType.DIPLOMA: KindKey.DIPLOMA,
    RecordType.INTERNSHIP: KindKey.INTERNSHIP,
    RecordType.RESIDENCY: KindKey.RESIDENCY,
    RecordType.TRAINING: KindKey.TRAINING,
    RecordType.CERTIFICATE: KindKey.CERTIFICATE,
    RecordType.ACCREDITATION: KindKey.ACCREDITATION,
    RecordType.EMPLOYMENT: KindKey.EMPLOYMENT,
    RecordType.LICENCE: KindKey.LICENCE,
    RecordType.REGION: KindKey.OTHER,
}


def subject_of(kind: RecordType) -> Subject:
    """On which shelf of the desk a record lies."""
    return Subject.POLICY if kind is RecordType.POLICY else Subject.EDUCATION


def set_going(uow: UnitOfWork, actor: Actor, row: QualificationRecord, groups: Groups) -> None:
    """Have changed answers checked: by the register that knows such papers, or else by a person."""
    kind, answers = RecordType(row.type), store.answers_of(row)
    reviews.withdraw(uow, actor, subject_of(kind), row.id)
    before = reviews.find(uow, subject_of(kind), row.id)
    row.past_case_id = before.id if before else None
    ogrn = institutions.ogrn_of(ports.institutions().book(), answers.get("institution", ""))
    claim = registers.claim(kind, row.id, answers, groups, ogrn)
    if claim is None or store.doubts_of(row):
        verification.drop(uow, row.account_id, row.id)
    else:
        verification.request(uow, actor, row.account_id, claim, SETTLE)
    reckon(uow, actor, row)


def reckon(uow: UnitOfWork, actor: Actor, row: QualificationRecord) -> None:
    """Put a record where register and person say it stands."""
    kind = RecordType(row.type)
    check = verification.checks_about(uow, row.account_id).get(row.id)
    standing = settling.standing(
        kind,
        check=check,
        case=reviews.find(uow, subject_of(kind), row.id),
        past_case=row.past_case_id,
        doubts=store.doubts_of(row),
        wants_person=row.wants_person,
    )
    if standing.ask_person:
        standing = _to_person(uow, actor, row, standing)
    if standing.state is RecordState.VERIFIED:
        standing = _in_force(uow, row, standing)
    move(uow, actor, row, standing)


def move(uow: UnitOfWork, actor: Actor, row: QualificationRecord, standing: Standing) -> None:
    """Write a standing down; when it is another one, the facts of the account have changed and the person is told."""
    moved = row.state != standing.state or row.settled_at is None or store.flaws_of(row) != standing.flaws
    row.state, row.flaws, row.by = standing.state, store.written(standing.flaws), standing.by
    row.settled_at = clock.now()
    store.put(uow, row)
    if not moved:
        return
    audit.record(uow, actor, "qualification.moved", row.id, state=standing.state)
    facts.changed(uow, row.account_id)
    nudges.nudge(uow, row.account_id)
    _tell(uow, row, standing)


def scans_of(uow: UnitOfWork, account_id: UUID, kind: RecordType) -> list[DocumentFact]:
    """The scans that may be laid to a paper of this type, newest first: what was refused or has ended shows nothing."""
    found = documents.documents_of(uow, account_id)
    return [one for one in found if one.kind is SCANS[kind] and one.state not in _USELESS]


def _to_person(uow: UnitOfWork, actor: Actor, row: QualificationRecord, standing: Standing) -> Standing:
    """Ask a person, who needs a scan to look at: without one the record waits for the doctor."""
    kind = RecordType(row.type)
    there = {one.document_id for one in scans_of(uow, row.account_id, kind)}
    if row.document_id not in there:
        # With one scan there is nothing to choose.
        row.document_id = there.pop() if len(there) == 1 else None
    if row.document_id is None:
        return Standing(RecordState.NEEDS_SCAN, (Flaw.SCAN_MISSING,))
    failures = tuple(RuleFailure(str(flaw), FLAWS[flaw][0]) for flaw in standing.flaws)
    ask = Ask(subject_of(kind), row.id, row.account_id, kind=str(kind), failed_rules=failures)
    _ = reviews.request(uow, actor, ask, then=SETTLE)
    return Standing(RecordState.IN_REVIEW)


def _in_force(uow: UnitOfWork, row: QualificationRecord, standing: Standing) -> Standing:
    """A confirmed paper whose term has ended does not hold; the register's term goes before the typed one."""
    kind = RecordType(row.type)
    told = verification.told_about(uow, row.account_id, row.id).get("valid_until")
    if standing.by == "register" and told:
        until = settling.in_force_until(kind, date.fromisoformat(told))
        if until != row.expires_on:
            row.expires_on = until
            facts.changed(uow, row.account_id)
    if settling.over(kind, row.expires_on, clock.today()):
        return Standing(RecordState.EXPIRED, (Flaw.EXPIRED,), by=standing.by)
    return standing


def _tell(uow: UnitOfWork, row: QualificationRecord, standing: Standing) -> None:
    what, title, body = texts.TYPES[row.type], None, texts.TOLD_VERIFIED_BODY
    flaw = FLAWS[standing.flaws[0]][0] if standing.flaws else texts.ASKED_ITEM
    match standing.state:
        case RecordState.VERIFIED:
            title = texts.TOLD_VERIFIED
        case RecordState.FIX_NEEDED:
            title, body = texts.TOLD_FIX, flaw
        case RecordState.REFUSED:
            title, body = texts.TOLD_REFUSED, texts.TOLD_REFUSED_BODY.fill(why=_said(uow, row))
        case RecordState.EXPIRED if not _is_told(uow, row):
            title, body = texts.TOLD_EXPIRED, texts.TOLD_EXPIRED_BODY
        case _:
            pass
    if title is not None:
        _bell(uow, row, title.fill(what=what), body)


def _is_told(uow: UnitOfWork, row: QualificationRecord) -> bool:
    return row.expires_on is not None and notifications.told_by_another(uow, row.account_id, row.id, row.expires_on)


def _said(uow: UnitOfWork, row: QualificationRecord) -> Text:
    """Why a person refused it: reasons of the catalogue, and what he wrote beside them."""
    case = reviews.find(uow, subject_of(RecordType(row.type)), row.id)
    reasons, note = (case.reasons, case.note) if case else ((), "")
    said = [*(one.doctor for one in reasons), *([Text(ru=note, en=note)] if note else [])]
    return Text(ru=" ".join(one.ru for one in said), en=" ".join(one.en for one in said))


def _bell(uow: UnitOfWork, row: QualificationRecord, title: Text, body: Text) -> None:
    link = links.page_of(RecordType(row.type), row.id)
    at = int((row.settled_at or clock.now()).timestamp())
    _ = notifications.tell(
        uow, row.account_id, Notice(title, body, link), key=f"qualification.{row.state}:{row.id}:{at}"
    )
