"""The level of an account and what it opens, computed from facets (rules §2.3–2.4): plain values in, plain values out."""

from collections.abc import Iterable

from medportal.features.levels import texts
from medportal.features.levels.schemas import (
    ASKS,
    NEEDS,
    Condition,
    Facets,
    Level,
    Move,
    Refusal,
    Right,
    Standing,
    Step,
    Waits,
)
from medportal.kernel.text import Text


def standing(facets: Facets) -> Standing:
    """The level and the way to the next one. A condition lost lowers the level; nothing else changes."""
    level = Level.NONE
    for candidate, conditions in ASKS.items():
        if not facets.met.issuperset(conditions):
            return Standing(level, candidate, tuple((one, one in facets.met) for one in conditions))
        level = candidate
    return Standing(level, None, ())


def steps(facets: Facets) -> tuple[Step, ...]:
    """The conditions of the next level, each with whose turn it is."""
    return tuple(Step(one, None if met else _whose_turn(facets, one)) for one, met in standing(facets).conditions)


def refusal(facets: Facets, right: Right) -> Refusal | None:
    """Why a right is closed, naming everything that is missing; None when it is open."""
    level, beside = NEEDS[right]
    wanted = dict.fromkeys((*asked_up_to(level), *beside))
    missing = tuple(one for one in wanted if one not in facets.met)
    if not missing:
        return None
    return Refusal(right, missing, texts.CLOSED_FOR.fill(right=right.words, missing=listed(missing)))


def move(before: Level, met_before: frozenset[Condition], facets: Facets) -> Move | None:
    """What moved the level since it was told last, and why; None when it stands where it stood."""
    after = standing(facets).level
    if after == before:
        return None
    if after > before:
        fresh = tuple(one for one in asked_up_to(after) if one not in met_before)
        # What was met all the time moved nothing; if all was, the last level's own conditions are the reason.
        return Move(before, after, fresh or ASKS[after])
    return Move(before, after, tuple(one for one in asked_up_to(before) if one not in facets.met))


def only_waits(found: Move, facets: Facets) -> bool:
    """Whether a fall is due to nothing but registers that are being asked again."""
    return not found.up and facets.register.issuperset(found.conditions)


def asked_up_to(level: Level) -> tuple[Condition, ...]:
    """Everything that a level rests on, from the ground up."""
    return tuple(one for candidate, conditions in ASKS.items() if candidate <= level for one in conditions)


def listed(conditions: Iterable[Condition]) -> Text:
    """Conditions in one breath: «СНИЛС и ИНН», «Пароль»."""
    words = [one.words for one in conditions]
    return Text(ru=", ".join(f"«{one.ru}»" for one in words), en=", ".join(f"“{one.en}”" for one in words))


def cures(conditions: Iterable[Condition]) -> Text:
    """What to do about conditions, sentence after sentence."""
    found = [one.cure for one in conditions]
    return Text(ru=" ".join(one.ru for one in found), en=" ".join(one.en for one in found))


def _whose_turn(facets: Facets, condition: Condition) -> Waits:
    if condition in facets.desk:
        return Waits.DESK
    return Waits.REGISTER if condition in facets.register else Waits.YOU
