"""How far a person is with each of his accreditations: hours entered by hand and of courses under «Квалификация»."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from medportal.features.attestations.rules import courses, planning, sources, training
from medportal.features.attestations.schemas.kinds import FactKind
from medportal.features.attestations.schemas.planning import PlannedEvent, Rule
from medportal.features.attestations.schemas.training import (
    ReadinessView,
    Training,
    Trainings,
    TrainingView,
)
from medportal.features.attestations.service.sources import facts_of
from medportal.features.attestations.store import reminders, trainings
from medportal.features.attestations.store import rules as book
from medportal.features.attestations.texts import training as texts
from medportal.features.qualification import service as qualification
from medportal.infra import audit
from medportal.infra.db import UnitOfWork, reading, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import Actor
from medportal.kernel.errors import NotFoundError

RULE, END = "accreditation_periodic", "end"


@dataclass(frozen=True, slots=True)
class _Running:
    """An accreditation of which hours are asked: its end, and the day from which they count."""

    end: PlannedEvent
    starts_on: date = field(repr=False)


def readiness(actor: Actor) -> ReadinessView:
    """How far the person is with each accreditation whose date is known; with none there is nothing to say.

    Raises:
        ForbiddenError: nobody has signed in.
    """
    account_id = actor.must_be_known()
    today = clock.today()
    with reading() as uow:
        running, rule = _running(uow, account_id, today)
        entered = {row.id: trainings.opened(row) for row in trainings.of(uow, account_id)} if running else {}
        told = courses.counted(qualification.courses_of(uow, account_id)) if running else ()
        wanted = reminders.readiness_of(uow, account_id)
    paired = courses.stand_ins(entered, told)
    by_hand = [one for key, one in entered.items() if key not in paired]
    by_paper = [view.training for _, view in told]
    topics = _topics(running)
    each = tuple(
        training.readiness(
            _for(one.end.topic, topics, by_hand),
            _for(one.end.topic, topics, by_paper),
            rule,
            one.end,
            today=today,
            starts_on=one.starts_on,
        )
        for one in running
        if rule is not None
    )
    refs = {one.ref for one in each}
    # Of several the one that ends first and has not ended; when all have, the last of them.
    usual = next((one.ref for one in each if one.ends_on >= today), each[-1].ref if each else "")
    return ReadinessView(each, wanted if wanted in refs else usual)


def choose_readiness(actor: Actor, ref: str) -> None:
    """Keep of which of his accreditations the person wants to see the readiness.

    Raises:
        NotFoundError: there is no such accreditation.
    """
    account_id = actor.must_be_known()
    with unit_of_work() as uow:
        running, _ = _running(uow, account_id, clock.today())
        if ref not in {planning.ref_of(one.end) for one in running}:
            raise NotFoundError(texts.NO_ACCREDITATION)
        reminders.put_readiness_of(uow, account_id, ref)
        audit.record(uow, actor, "attestations.readiness_chosen", account_id)


def training_records(actor: Actor) -> Trainings:
    """The trainings that the person has entered and the courses under «Квалификация», newest first; what counts of them.

    Raises:
        ForbiddenError: nobody has signed in.
    """
    account_id = actor.must_be_known()
    today = clock.today()
    with reading() as uow:
        running, _ = _running(uow, account_id, today)
        entered = {row.id: trainings.opened(row) for row in trainings.of(uow, account_id)}
        told = courses.counted(qualification.courses_of(uow, account_id))
    paired = courses.stand_ins(entered, told)
    views = tuple(
        TrainingView(key, one, key not in paired and _counts(one, running, today), paired.get(key))
        for key, one in entered.items()
    )
    shown = tuple(replace(view, counts=_counts(view.training, running, today)) for _, view in told)
    return Trainings(views, shown, _topics(running))


def topic_named(uow: UnitOfWork, account_id: UUID, value: str) -> str:
    """The speciality of one of the accreditations of an account, as it was chosen in a form; empty for any."""
    running, _ = _running(uow, account_id, clock.today())
    return value if value in _topics(running) else ""


def _running(uow: UnitOfWork, account_id: UUID, today: date) -> tuple[tuple[_Running, ...], Rule | None]:
    told = facts_of(uow, account_id)
    versions = book.versions(uow)
    rule = next((one for one in planning.in_force(versions, today) if one.key == RULE), None)
    begun = {one.topic: one.on for one in sources.chosen(told, today) if one.kind is FactKind.ACCREDITATION}
    ends = (one for one in planning.plan(told, versions, today) if one.rule_key == RULE and one.step == END)
    return tuple(_Running(one, begun[one.topic]) for one in ends if one.topic in begun), rule


def _for(topic: str, topics: Sequence[str], some: Sequence[Training]) -> list[Training]:
    return [one for one in some if courses.counts_for(one, topic, topics)]


def _counts(one: Training, running: Sequence[_Running], today: date) -> bool:
    topics = _topics(running)
    return any(
        courses.counts_for(one, each.end.topic, topics)
        and training.in_period(one, each.starts_on, each.end.due_on, today)
        for each in running
    )


def _topics(running: Sequence[_Running]) -> tuple[str, ...]:
    return tuple(one.end.topic for one in running if one.end.topic) if len(running) > 1 else ()
