"""Where an account stands and what it opens: computed anew each time, from nothing but facets."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from medportal.features.levels import rules, store
from medportal.features.levels.schemas import Condition, Level, Refusal, Right, Standing, Step, Usual, Waits, Way
from medportal.features.levels.service.facets import facets_of, lasting
from medportal.features.profile import service as profile
from medportal.features.reviews import service as reviews
from medportal.features.reviews.schemas import Subject
from medportal.infra.db import UnitOfWork, reading
from medportal.kernel.actor import Actor
from medportal.kernel.errors import ForbiddenError

# What the desk decides about when it has a condition in hand; documents where nothing else is said.
SUBJECTS = {
    Condition.POLICY_CHECK: Subject.POLICY,
    Condition.EDUCATION: Subject.EDUCATION,
    Condition.IDENTITY_PROOF: Subject.IDENTITY,
}


def standing_of(uow: UnitOfWork, account_id: UUID) -> Standing:
    """The level of an account at this moment and what the next one asks for."""
    return rules.standing(facets_of(uow, account_id))


def met_by(uow: UnitOfWork, account_id: UUID) -> frozenset[Condition]:
    """Every condition that the account meets at this moment."""
    return facets_of(uow, account_id).met


def may(uow: UnitOfWork, account_id: UUID, right: Right) -> Refusal | None:
    """None when the account may; otherwise everything that is missing, with a sentence that names it (rules §2.4)."""
    return rules.refusal(facets_of(uow, account_id), right)


def must(uow: UnitOfWork, account_id: UUID, right: Right) -> None:
    """Go on only when the account may.

    Raises:
        ForbiddenError: something is missing; the words name it.
    """
    if refused := may(uow, account_id, right):
        raise ForbiddenError(refused.text)


def way(actor: Actor) -> Way:
    """The actor's own way to the next level, and what is open to him.

    Raises:
        ForbiddenError: nobody has signed in.
    """
    account_id = actor.must_be_known()
    with reading() as uow:
        return way_of(uow, account_id)


def way_of(uow: UnitOfWork, account_id: UUID) -> Way:
    """The way of an account to the next level, and what is open to it."""
    facets = facets_of(uow, account_id)
    rights = tuple((right, rules.refusal(facets, right)) for right in Right)
    return Way(rules.standing(facets), _with_times(uow, rules.steps(facets)), rights)


def _with_times(uow: UnitOfWork, steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """The desk's own waiting times beside the steps that it has in hand."""
    if not any(step.waits is Waits.DESK for step in steps):
        return steps
    lately = {subject: Usual(one.median, one.p90, one.count) for subject, one in reviews.waiting_times(uow).items()}
    unknown = Usual(timedelta(), timedelta(), 0)
    return tuple(
        replace(step, usual=lately.get(SUBJECTS.get(step.condition, Subject.DOCUMENT), unknown))
        if step.waits is Waits.DESK
        else step
        for step in steps
    )


def told_level(uow: UnitOfWork, account_id: UUID) -> Level:
    """The level that the account was told last; a fall that only waits for an answer does not show in it yet."""
    return store.level_told(uow, account_id)


def lasts_until(uow: UnitOfWork, account_id: UUID) -> date | None:
    """The last day on which time alone leaves the level «Подтверждённая» as it is; None when nothing of it ends."""
    ends = [profile.passport_valid_until(uow, account_id), *lasting(uow, account_id)]
    return min((end for end in ends if end is not None), default=None)
