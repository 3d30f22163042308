"""Where an account stands and what it opens: computed anew each time, from nothing but facets."""

from uuid import UUID

from medportal.features.levels import rules
from medportal.features.levels.schemas import Condition, Refusal, Right, Standing, Way
from medportal.features.levels.service.facets import facets_of
from medportal.infra.db import UnitOfWork, reading
from medportal.kernel.actor import Actor
from medportal.kernel.errors import ForbiddenError


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
    return Way(rules.standing(facets), rules.steps(facets), rights)
