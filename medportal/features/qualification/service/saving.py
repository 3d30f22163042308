"""Saving a paper: judged like its form, by the book of institutions and by the database; then it is on its way."""

import json
from collections.abc import Mapping
from datetime import date
from uuid import UUID

from medportal.features.qualification import fields, ports, store
from medportal.features.qualification.field_texts import LABELS, PROBLEMS
from medportal.features.qualification.models import QualificationRecord
from medportal.features.qualification.rules import institutions, registers, settling
from medportal.features.qualification.schemas import EDUCATION, Flaw, RecordState, RecordType, Saved
from medportal.features.qualification.service import moving, people
from medportal.features.qualification.texts import records as texts
from medportal.infra import audit, facts, vault
from medportal.infra.db import UnitOfWork, new_id, reading, unit_of_work
from medportal.infra.errors import TakenError
from medportal.kernel import clock
from medportal.kernel.actor import Actor
from medportal.kernel.errors import ConflictError, NotFoundError
from medportal.kernel.fields.dates import read_date
from medportal.kernel.problem import Problem

_ONE_NUMBER_ONE_PAPER = frozenset({*EDUCATION, RecordType.CERTIFICATE, RecordType.ACCREDITATION})


def save(actor: Actor, kind: RecordType, values: Mapping[str, str], record_id: UUID | None = None) -> Saved:
    """Keep a paper of the actor's and have it checked; what stands in the way is answered, and nothing is kept then.

    A policy takes the place of the one before. Answers that did not change leave the record as it stands.

    Raises:
        ForbiddenError: nobody has signed in.
        ConflictError: there is no profile to compare with, or there are too many records.
        NotFoundError: there is no such record of the actor's.
    """
    account_id = actor.must_be_known()
    with reading() as uow:
        groups = people.answers_of(uow, account_id)
    if groups is None:
        raise ConflictError(texts.NO_PROFILE)
    given = {spec.name: values.get(spec.name, "") for spec in fields.inputs(kind)}
    outcome = fields.evaluate(kind, given, clock.today(), facts=people.facts(groups))
    answers = outcome.values
    problems = outcome.problems or _about_institution(kind, answers)
    if problems:
        return Saved(None, problems)
    with unit_of_work() as uow:
        row = _row(uow, account_id, kind, record_id)
        try:
            with uow.attempt():
                changed = _fill(uow, row, answers, people.fingerprint(groups))
        except TakenError:
            audit.record(uow, actor, "qualification.number_taken", account_id, sort=kind)
            if kind in EDUCATION or not _is_another_s(uow, account_id, kind, answers):
                return Saved(None, (_problem("number" if kind in EDUCATION else "admission_number", "number_taken"),))
            # A certificate has no lawful duplicate to tick: two people name one paper, and a person says whose it is.
            changed = _fill(uow, row, answers, people.fingerprint(groups), shared=True)
        if changed:
            audit.record(uow, actor, "qualification.saved", row.id, sort=kind)
            facts.changed(uow, account_id)
            moving.set_going(uow, actor, row, groups)
        return Saved(row.id)


def _row(uow: UnitOfWork, account_id: UUID, kind: RecordType, record_id: UUID | None) -> QualificationRecord:
    if record_id is not None:
        row = store.own(uow, account_id, record_id, lock=True)
        if row is None or row.type != kind:
            raise NotFoundError(texts.NO_RECORD)
        return row
    if kind is RecordType.POLICY and (policy := store.policy_of(uow, account_id)) is not None:
        return policy
    if len(store.of_account(uow, account_id)) >= settling.MOST_RECORDS:
        raise ConflictError(texts.TOO_MANY)
    now = clock.now()
    return QualificationRecord(
        id=new_id(),
        account_id=account_id,
        type=kind,
        sealed_answers="",
        state=RecordState.CHECKING,
        created_at=now,
        changed_at=now,
    )


def _is_another_s(uow: UnitOfWork, account_id: UUID, kind: RecordType, answers: Mapping[str, str]) -> bool:
    paper = _paper_fingerprint(kind, answers)
    return paper is not None and store.holder_of(uow, paper) not in {None, account_id}


def _fill(
    uow: UnitOfWork, row: QualificationRecord, answers: dict[str, str], person: str, *, shared: bool = False
) -> bool:
    """Write the answers into the row; False when they are the same as before. `shared`: another account names the paper.

    Raises:
        IntegrityError: turned into TakenError by the attempt around.
    """
    if not shared and row.sealed_answers and store.answers_of(row) == answers and row.person_fingerprint == person:
        return False
    kind = RecordType(row.type)
    paper = _paper_fingerprint(kind, answers)
    duplicate = shared or answers.get("is_duplicate") == "on"
    row.sealed_answers, row.person_fingerprint = store.sealed(row.id, answers), person
    row.paper_fingerprint = paper
    row.only_one = _only_one(row, paper, duplicate=duplicate)
    row.doubts = store.written(_doubts(uow, row, answers, duplicate=duplicate))
    row.issued_on = read_date(answers.get("issued_on") or answers.get("policy_issued_on", ""))
    row.expires_on = _ends(kind, answers)
    row.wants_person, row.by, row.changed_at = False, "", clock.now()
    store.put(uow, row)
    return True


def _paper_fingerprint(kind: RecordType, answers: Mapping[str, str]) -> str | None:
    """A paper by type, series, number and issuer (ruling 18); None where one number is lawfully held by many."""
    if kind not in _ONE_NUMBER_ONE_PAPER:
        return None
    number = registers.number_of(kind, answers).replace(" ", "").replace("-", "")
    issuer = institutions.fold(answers.get("institution", ""))
    return vault.fingerprint("qualification.paper", json.dumps([kind, answers.get("series", ""), number, issuer]))


def _only_one(row: QualificationRecord, paper: str | None, *, duplicate: bool) -> str | None:
    if row.type == RecordType.POLICY:
        return vault.fingerprint("qualification.policy", str(row.account_id))
    return None if duplicate else paper


def _doubts(
    uow: UnitOfWork, row: QualificationRecord, answers: Mapping[str, str], *, duplicate: bool
) -> tuple[Flaw, ...]:
    doubts: list[Flaw] = []
    if duplicate and row.paper_fingerprint and store.others_with(uow, row.paper_fingerprint, row.account_id):
        doubts.append(Flaw.NUMBER_SHARED)
    if answers.get("institution_other") == "on":
        doubts.append(Flaw.INSTITUTION_UNKNOWN)
    return tuple(doubts)


def _ends(kind: RecordType, answers: Mapping[str, str]) -> date | None:
    typed = answers.get("temporary_until") if kind is RecordType.POLICY else answers.get("expires_on")
    return settling.in_force_until(kind, read_date(typed or ""))


def _about_institution(kind: RecordType, answers: Mapping[str, str]) -> tuple[Problem, ...]:
    """What the book says of the institution; a person looks where it is said not to be in the book."""
    if kind not in EDUCATION or answers.get("institution_other") == "on":
        return ()
    code = institutions.objection(
        ports.institutions().book(), answers["institution"], read_date(answers.get("issued_on", ""))
    )
    return () if code is None else (_problem("institution", code),)


def _problem(name: str, code: str) -> Problem:
    return Problem(name, code, PROBLEMS[code].fill(label=LABELS[name]))
