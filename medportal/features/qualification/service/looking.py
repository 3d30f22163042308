"""Looking: the pack and the cards for the owner's screens, the answers for forms, a paper for the one who decides."""

from uuid import UUID

from medportal.features.qualification import fields, store
from medportal.features.qualification.models import QualificationRecord
from medportal.features.qualification.rules import links
from medportal.features.qualification.rules.registers import REGISTERS, number_of
from medportal.features.qualification.schemas import (
    Flaw,
    FlawView,
    Pack,
    RecordCard,
    RecordState,
    RecordType,
    ReviewPaper,
    ScanChoice,
    SlotView,
)
from medportal.features.qualification.service import moving, parts, people
from medportal.features.qualification.service.requests import MAY_ASK_AGAIN, MAY_ASK_PERSON
from medportal.features.qualification.texts import records as texts
from medportal.features.qualification.texts.flaws import FLAWS
from medportal.features.reviews import service as reviews
from medportal.features.reviews.schemas import CaseView
from medportal.features.verification import service as verification
from medportal.features.verification.schemas import CheckView
from medportal.infra import audit
from medportal.infra.db import UnitOfWork, reading, unit_of_work
from medportal.kernel.actor import Actor, Role
from medportal.kernel.errors import ForbiddenError, NotFoundError
from medportal.kernel.fields import shown
from medportal.kernel.text import Text

_NUMBERS = frozenset({"enp", "temporary_number", "old_series", "old_number"})
_DECIDERS = frozenset({Role.VERIFIER, Role.ADMINISTRATOR})


def overview(actor: Actor) -> Pack:
    """The pack of the actor with a card for each record.

    Raises:
        ForbiddenError: nobody has signed in.
    """
    account_id = actor.must_be_known()
    with reading() as uow:
        pack = parts.pack_of(uow, account_id)
        cards = _cards(uow, account_id)
    slots = tuple(
        SlotView(one.slot, one.state, one.types, tuple(card for card in cards if card.type in one.types))
        for one in pack.slots
    )
    return Pack(slots, pack.complete, pack.education_ok, pack.policy_ok)


def card(actor: Actor, record_id: UUID) -> RecordCard:
    """One record of the actor's.

    Raises:
        NotFoundError: there is no such record of the actor's.
    """
    account_id = actor.must_be_known()
    with reading() as uow:
        found = next((one for one in _cards(uow, account_id) if one.id == record_id), None)
    if found is None:
        raise NotFoundError(texts.NO_RECORD)
    return found


def form(actor: Actor, kind: RecordType, record_id: UUID | None) -> dict[str, str]:
    """What stands in the inputs of a form, and what its rules know of the person.

    The number of a confirmed policy is left out: it is shown nowhere in full without the password.

    Raises:
        NotFoundError: there is no such record of the actor's.
    """
    account_id = actor.must_be_known()
    with reading() as uow:
        groups = people.answers_of(uow, account_id)
        row = _row(uow, account_id, kind, record_id)
        typed = {} if row is None else store.answers_of(row)
    known = people.facts(groups) if groups else {}
    if row is None:
        typed = _begun(kind, known, groups or {})
    elif kind is RecordType.POLICY and row.state == RecordState.VERIFIED:
        typed = {name: value for name, value in typed.items() if name not in _NUMBERS}
    return known | {spec.name: shown(spec, typed[spec.name]) for spec in fields.inputs(kind) if typed.get(spec.name)}


def summaries(actor: Actor) -> dict[str, str]:
    """`<record>.title` and `<record>.detail`, by which the owner knows a record; of a policy only the number's tail.

    `<record>.note` is what the one who decided wrote for him, if he did.
    """
    account_id = actor.must_be_known()
    with reading() as uow:
        rows = store.of_account(uow, account_id)
        told = {row.id: verification.told_about(uow, account_id, row.id) for row in rows}
        notes = {row.id: case.note for row in rows if (case := _case_of(uow, row)) is not None and case.note}
    lines = {
        f"{row.id}.{part}": words
        for row in rows
        for part, words in _summary(RecordType(row.type), store.answers_of(row), told[row.id]).items()
    }
    return lines | {f"{row_id}.note": note for row_id, note in notes.items()}


def paper_for_review(actor: Actor, record_id: UUID, case_id: UUID) -> ReviewPaper:
    """What was typed and what registers said, for the one who decides; who looked and in which case is on record.

    Raises:
        ForbiddenError: the actor is not of those who verify.
        NotFoundError: there is no such record.
    """
    if actor.role not in _DECIDERS:
        raise ForbiddenError(texts.STAFF_ONLY)
    with unit_of_work() as uow:
        row = store.find(uow, record_id)
        if row is None:
            raise NotFoundError(texts.NO_RECORD)
        check = verification.checks_about(uow, row.account_id).get(row.id)
        audit.record(uow, actor, "qualification.looked_at", row.id, case=case_id)
        typed, kind = store.answers_of(row), RecordType(row.type)
        shared = _shared_with(uow, row) if Flaw.NUMBER_SHARED in store.doubts_of(row) else ()
    rows = tuple(
        (spec.label, dict(spec.choices)[value].ru if value in dict(spec.choices) else shown(spec, value))
        for spec in fields.inputs(kind)
        if (value := typed.get(spec.name))
    )
    return ReviewPaper(
        id=row.id,
        type=kind,
        state=RecordState(row.state),
        rows=rows + shared,
        flaws=tuple(FLAWS[one][0] for one in (*store.doubts_of(row), *store.flaws_of(row))),
        register=check.register_name if check else None,
        register_state=check.state_name if check else None,
        document_id=row.document_id,
    )


def _shared_with(uow: UnitOfWork, row: QualificationRecord) -> tuple[tuple[Text, str], ...]:
    """Who else names this paper: the one who decides compares people, not numbers."""
    others = store.others_with(uow, row.paper_fingerprint or "", row.account_id)
    known = [groups for other in others if (groups := people.answers_of(uow, other)) is not None]
    who = [people.facts(groups) for groups in known]
    return tuple((texts.SHARED_WITH, f"{one['full_name']}, {one['birth_date']}") for one in who)


def _row(uow: UnitOfWork, account_id: UUID, kind: RecordType, record_id: UUID | None) -> QualificationRecord | None:
    if record_id is None:
        return store.policy_of(uow, account_id) if kind is RecordType.POLICY else None
    row = store.own(uow, account_id, record_id)
    if row is None or row.type != kind:
        raise NotFoundError(texts.NO_RECORD)
    return row


def _begun(kind: RecordType, known: dict[str, str], groups: people.Groups) -> dict[str, str]:
    """What a new form begins with: what the cabinet knows already."""
    work, home = groups.get("work", {}), groups.get("address", {})
    own_speciality = {"speciality": work.get("speciality", "")}
    begun = {
        RecordType.POLICY: {"policy_kind": "3", "holder": known.get("full_name", "")},
        RecordType.DIPLOMA: {"level": "higher"},
        RecordType.EMPLOYMENT: {"position": work.get("position", "")},
        RecordType.LICENCE: {"licence_number": work.get("licence_number", "")},
        RecordType.REGION: {"region": home.get("region", "")},
        RecordType.ACCREDITATION: own_speciality,
        RecordType.CERTIFICATE: own_speciality,
        RecordType.RESIDENCY: own_speciality,
        RecordType.INTERNSHIP: own_speciality,
    }
    return begun.get(kind, {})


def _cards(uow: UnitOfWork, account_id: UUID) -> tuple[RecordCard, ...]:
    checks = verification.checks_about(uow, account_id)
    return tuple(_card(uow, row, checks.get(row.id)) for row in store.of_account(uow, account_id))


def _card(uow: UnitOfWork, row: QualificationRecord, check: CheckView | None) -> RecordCard:
    kind, state = RecordType(row.type), RecordState(row.state)
    case = _case_of(uow, row)
    waits = check is not None and check.waiting and state is RecordState.CHECKING
    register, live = REGISTERS.get(kind), case is not None and case.live
    return RecordCard(
        id=row.id,
        type=kind,
        state=state,
        flaws=_flaws(row, kind, case),
        by=row.by,
        register=check.register_name if check and register else None,
        waiting_why=check.reason_text if check and waits else None,
        demonstration=bool(check and check.demonstration and row.by != "person"),
        answered_at=check.answered_at if check and row.by != "person" else None,
        next_try_at=check.next_try_at if check and waits and check.reason else None,
        review_due_at=case.due_at if case and case.live and state is RecordState.IN_REVIEW else None,
        expires_on=row.expires_on,
        may_ask_again=register is not None
        and state in MAY_ASK_AGAIN
        and not live
        and not (waits and check is not None and not check.reason),
        may_ask_person=state in MAY_ASK_PERSON and not live,
        may_appeal=bool(case and case.may_appeal and state is RecordState.REFUSED),
        noted=bool(case and case.note and (case.live or state is RecordState.REFUSED)),
        scans=tuple(
            ScanChoice(one.document_id, one.created_at, one.document_id == row.document_id)
            for one in moving.scans_of(uow, row.account_id, kind)
        ),
    )


def _case_of(uow: UnitOfWork, row: QualificationRecord) -> CaseView | None:
    """The case about the record as it is: one about answers that have changed since does not count."""
    case = reviews.find(uow, moving.subject_of(RecordType(row.type)), row.id)
    return None if case is not None and case.id == row.past_case_id else case


def _flaws(row: QualificationRecord, kind: RecordType, case: CaseView | None) -> tuple[FlawView, ...]:
    """What stands in the way: what a person said goes before what a register said."""
    refused = row.state == RecordState.REFUSED and case is not None
    said = case.reasons if case and refused else ()
    if case and case.live and case.asked is not None:
        said = (case.asked,)
    if said:
        return tuple(FlawView(one.code.lower(), one.doctor, one.cure, links.page_of(kind, row.id)) for one in said)
    policy = store.answers_of(row).get("policy_kind", "") if kind is RecordType.POLICY else ""
    return tuple(FlawView(str(one), *FLAWS[one], links.link(one, kind, row.id, policy)) for one in store.flaws_of(row))


def _summary(kind: RecordType, typed: dict[str, str], told: dict[str, str]) -> dict[str, str]:
    number = number_of(kind, typed)
    if kind is RecordType.POLICY:
        return {"title": "•••• " + number[-4:], "detail": told.get("insurer", "")}
    title = typed.get("institution") or typed.get("organisation") or typed.get("licensee") or typed.get("region") or ""
    speciality = typed.get("base_speciality") or typed.get("speciality") or typed.get("position") or ""
    series = typed.get("series", "")
    paper = (
        f"{series} № {number}".strip() if kind is not RecordType.EMPLOYMENT else f"№ {typed.get('order_number', '')}"
    )
    parts_of = [speciality if title else "", paper if number else "", typed.get("issued_on", "")]
    return {"title": title or speciality, "detail": " · ".join(one for one in parts_of if one)}
