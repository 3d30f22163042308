"""Settling: the level as it is now is compared with the level that was told, and a move is told once, with its reason."""

from datetime import timedelta
from uuid import UUID

from medportal.features.accounts import service as accounts
from medportal.features.accounts.schemas import AccountState
from medportal.features.levels import rules, store
from medportal.features.levels.models import LevelTold
from medportal.features.levels.rules import wording
from medportal.features.levels.schemas import Facets, Level, Move
from medportal.features.levels.service import identity
from medportal.features.levels.service.facets import facets_of
from medportal.features.notifications import service as notifications
from medportal.infra import audit, facts, jobs, log, nudges
from medportal.infra.db import UnitOfWork, reading, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import SYSTEM, Actor
from medportal.settings import settings

SETTLE = "levels.settle"
# A register that is asked again answers within minutes: a fall that only waits for it is not told at once.
PATIENCE = timedelta(minutes=10)
BATCH = 200
_SETTLED_STATES = frozenset({AccountState.ACTIVE, AccountState.LOCKED})


def settle(uow: UnitOfWork, account_id: UUID) -> Move | None:
    """Compare the level of an account with the one it was told, and tell a move; what was told, if anything.

    The first level is remembered without a word: the letter of the registration has said it. Harmless twice.
    """
    state = accounts.get_account(uow, account_id).state
    if state not in _SETTLED_STATES:
        return None
    identity.look(uow, account_id)
    facets = facets_of(uow, account_id)
    told = store.hold(uow, account_id)
    if told is None:
        store.remember_first(uow, account_id, rules.standing(facets).level, facets.met)
        return None
    told.settled_at = clock.now()
    found = rules.move(Level(told.level), store.met_of(told), facets)
    if found is not None and _kept_back(uow, told, found, facets):
        return None
    told.held_since, told.met = None, store.written(facets.met)
    uow.session.add(told)
    if found is None:
        return None
    told.level, told.moves, told.told_at = found.after, told.moves + 1, told.settled_at
    audit.record(uow, SYSTEM, "levels.moved", account_id, before=int(found.before), after=int(found.after))
    if state is AccountState.ACTIVE:
        _tell(uow, told, found)
    # The level is itself a fact: certificates rest on it.
    facts.changed(uow, account_id)
    nudges.nudge(uow, account_id)
    return found


def settle_aged(_actor: Actor) -> int:
    """Settle the accounts that were not looked at today: time alone ends passports, policies and certificates."""
    midnight = clock.now().astimezone(clock.MOSCOW).replace(hour=0, minute=0, second=0, microsecond=0)
    done = 0
    while True:
        with reading() as uow:
            waiting = store.settled_before(uow, midnight, BATCH)
        settled = sum(_settled(account_id) for account_id in waiting)
        done += settled
        # One that fails stays first in the line; those behind it have their turn in the next hour's pass.
        if len(waiting) < BATCH or not settled:
            return done


def _settled(account_id: UUID) -> bool:
    try:
        with unit_of_work() as uow:
            settle(uow, account_id)
    except Exception as error:  # noqa: BLE001 - one person's trouble must not stop the others
        log.incident(error, where=SETTLE)
        return False
    return True


def _kept_back(uow: UnitOfWork, told: LevelTold, found: Move, facets: Facets) -> bool:
    """Whether a fall only waits for registers, and has not waited long: it may be over before it is worth a word."""
    if not rules.only_waits(found, facets):
        return False
    now = clock.now()
    told.held_since = told.held_since or now
    uow.session.add(told)
    left = told.held_since + PATIENCE - now
    if left <= timedelta():
        return False
    jobs.wake(uow, SETTLE, told.account_id, delay=left.total_seconds())
    return True


def _tell(uow: UnitOfWork, told: LevelTold, found: Move) -> None:
    letter = wording.letter(found, f"{settings().public_origin}/cabinet") if wording.deserves_letter(found) else None
    notifications.tell(uow, told.account_id, wording.notice(found), key=f"levels.moved:{told.moves}", letter=letter)
