"""Which of several sources of one date is believed. A confirmed paper in force goes before any word (decision 0027).

Of facts of one kind about one subject exactly one counts. A paper that a register or a person has confirmed, that names
its own end and has not come to it yet, beats everything that is not; among equals the newer date counts, and on the same
day a paper beats a word.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from medportal.features.attestations.schemas.kinds import FactKind, FactOrigin
from medportal.features.attestations.schemas.planning import Fact

ONLY = "only"
# Of these every paper has an end of its own, known by its ref.
EACH = frozenset({FactKind.TRAINING, FactKind.EMPLOYMENT, FactKind.PAPER})
_TRUST = {FactOrigin.PERSON: 0, FactOrigin.DOCUMENT: 1, FactOrigin.PROFILE: 2}


@dataclass(frozen=True, slots=True)
class Weighed:
    """A fact and the one that counts in its stead; None when it counts itself."""

    fact: Fact
    beaten_by: Fact | None = None


def chosen(facts: Iterable[Fact], day: date) -> tuple[Fact, ...]:
    """The facts that count on a day, each with the ref by which its events are known."""
    return tuple(one.fact for one in weighed(facts, day) if one.beaten_by is None)


def weighed(facts: Iterable[Fact], day: date) -> tuple[Weighed, ...]:
    """Every fact, and which one counts in its stead; in an order that does not hang on the order given."""
    by_kind: dict[FactKind, list[Fact]] = {}
    for fact in sorted(facts, key=_order):
        by_kind.setdefault(fact.kind, []).append(fact)
    return tuple(one for kind in sorted(by_kind) for one in _of_kind(by_kind[kind], day))


def in_force(fact: Fact, day: date) -> bool:
    """Whether a fact comes from a confirmed paper that names its end and has not come to it."""
    return fact.confirmed and fact.until is not None and day <= fact.until


def folded(topic: str) -> str:
    """A subject as it is compared: letters alone count."""
    return " ".join(topic.casefold().replace("ё", "е").split())


def settles(other: Fact, fact: Fact) -> bool:
    """Whether another fact leaves nothing to be done about one: as new, about the same; no word settles a paper."""
    same = folded(other.topic) == folded(fact.topic)
    return same and other.on >= fact.on and (other.confirmed or not fact.confirmed)


def _of_kind(facts: Sequence[Fact], day: date) -> list[Weighed]:
    if facts[0].kind in EACH:
        apart = _grouped(facts, lambda one: one.ref)
        return [one for ref in sorted(apart) for one in _one_counts(apart[ref], "", day)]
    about = _grouped(facts, lambda one: folded(one.topic))
    vague = about.pop("", [])
    # One subject, or none: what names none is about that one.
    if len(about) <= 1:
        topic = next((one[0].topic for one in about.values()), "")
        return _one_counts([*vague, *(fact for one in about.values() for fact in one)], topic, day)
    left: list[Fact] = []
    for fact in vague:
        # Of the same day: it is that paper, or tells of it.
        same = [key for key in sorted(about) if any(one.on == fact.on for one in about[key])]
        (about[same[0]] if same else left).append(fact)
    found = [
        one
        for key in sorted(about)
        for one in _one_counts(about[key], next(fact.topic for fact in about[key] if fact.topic), day)
    ]
    # A mere word is beaten by any paper in force, whatever that is about.
    best = max((one.fact for one in found if in_force(one.fact, day)), key=_order, default=None)
    words = [fact for fact in left if best is not None and not fact.confirmed]
    found += [Weighed(fact, best) for fact in words]
    return found + _one_counts([fact for fact in left if fact not in words], "", day)


def _grouped(facts: Iterable[Fact], by: Callable[[Fact], str]) -> dict[str, list[Fact]]:
    found: dict[str, list[Fact]] = {}
    for fact in facts:
        found.setdefault(by(fact), []).append(fact)
    return found


def _one_counts(facts: Sequence[Fact], topic: str, day: date) -> list[Weighed]:
    if not facts:
        return []
    best = max(facts, key=lambda one: (in_force(one, day), _order(one)))
    ref = best.ref or (sha256(folded(topic).encode()).hexdigest()[:12] if topic else ONLY)
    counts = replace(best, ref=ref, topic=best.topic or topic)
    return [Weighed(counts), *(Weighed(one, counts) for one in facts if one is not best)]


def _order(fact: Fact) -> tuple[date, int, bool, date, str, str, str]:
    return fact.on, _TRUST[fact.origin], fact.confirmed, fact.until or date.min, fact.topic, fact.paper, fact.ref
