"""What the facts of a person and the rules of the calendar yield on a day. The same facts, the same day: the same."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from datetime import date

from dateutil.relativedelta import relativedelta

from medportal.features.attestations.rules import sources
from medportal.features.attestations.schemas.kinds import EventState, FactKind, FactOrigin, MoveWhy
from medportal.features.attestations.schemas.planning import Fact, Move, PlannedEvent, Rule, Span, Step
from medportal.kernel import working_days
from medportal.kernel.text import Text

SOON_DAYS = 30
# What a person noted for himself is soon when it is a matter of days.
SOON_DAYS_OWN = 3
EARLIEST, LATEST = date(1900, 1, 1), date(2150, 12, 31)


def plan(facts: Iterable[Fact], rules: Iterable[Rule], day: date) -> tuple[PlannedEvent, ...]:
    """The events of a person, in order of their days, each with a key that stays when its date moves."""
    current = sources.chosen(facts, day)
    by_kind: dict[FactKind, list[Fact]] = {}
    for fact in current:
        by_kind.setdefault(fact.kind, []).append(fact)
    found = [
        event
        for rule in in_force(rules, day)
        for fact in by_kind.get(rule.anchor, ())
        for step in rule.steps
        if (event := _event(rule, step, fact, by_kind, day)) is not None
    ]
    return tuple(sorted(found, key=lambda event: (event.due_on, event.key)))


def in_force(rules: Iterable[Rule], day: date) -> tuple[Rule, ...]:
    """Of each rule the newest version that applies on the day; one that applies only later is left out.

    A rule whose time has run out goes on planning, as an unverified one, until staff make its next version: a date
    must not vanish because a regulation was replaced overnight.
    """
    best: dict[str, tuple[bool, Rule]] = {}
    for rule in sorted(rules, key=lambda one: one.version):
        if (rule.valid_from or EARLIEST) > day:
            continue
        applies = day <= (rule.valid_to or LATEST)
        if rule.key not in best or applies or not best[rule.key][0]:
            best[rule.key] = (applies, rule if applies else replace(rule, is_verified=False))
    return tuple(best[key][1] for key in sorted(best))


def shifted(day: date, span: Span, sign: int = 1) -> date:
    """A day later (or earlier) by a span. 29 February plus a year is 28 February (Civil Code art. 192 p. 3)."""
    moved = day + sign * relativedelta(years=span.years, months=span.months, days=span.days)
    return working_days.add_working_days(moved, sign * span.working_days) if span.working_days else moved


def state_on(
    day: date,
    due_on: date,
    opens_on: date | None,
    *,
    done: bool,
    late: EventState = EventState.OVERDUE,
    soon: int = SOON_DAYS,
) -> EventState:
    """How an event stands: soon when its window is open or so many days are left, `late` from the day after."""
    if done:
        return EventState.DONE
    if due_on < day:
        return late
    if (due_on - day).days <= soon or (opens_on is not None and opens_on <= day):
        return EventState.SOON
    return EventState.AHEAD


def moves(before: Sequence[PlannedEvent], after: Sequence[PlannedEvent], day: date) -> tuple[Move, ...]:
    """What a new plan changes in the old one, and why; what stays is not named."""
    old, new = ({event.key: event for event in one} for one in (before, after))
    return tuple(
        move for key in sorted(old.keys() | new.keys()) if (move := _move(old.get(key), new.get(key), day)) is not None
    )


def _move(old: PlannedEvent | None, new: PlannedEvent | None, day: date) -> Move | None:
    known = new or old
    if known is None or (old and new and (old.due_on, old.opens_on) == (new.due_on, new.opens_on)):
        return None
    return Move(known.key, known.kind, known.title, old and old.due_on, new and new.due_on, _why(old, new, day))


def _why(old: PlannedEvent | None, new: PlannedEvent | None, day: date) -> MoveWhy:
    if old is None:
        return MoveWhy.NEW
    paper = old.origin is FactOrigin.DOCUMENT
    if new is None:
        if old.due_on < day and _year_of(old):
            return MoveWhy.TIME_PASSED
        return MoveWhy.PAPER_GONE if paper else MoveWhy.GONE
    if old.rule_version != new.rule_version:
        return MoveWhy.RULE_CHANGED
    if new.origin is FactOrigin.DOCUMENT:
        return MoveWhy.PAPER_CHANGED if paper else MoveWhy.BY_PAPER
    return MoveWhy.BY_WORD if paper else MoveWhy.FACT_CHANGED


def known_again(before: Iterable[PlannedEvent], after: Iterable[PlannedEvent], kept: Container[str]) -> dict[str, str]:
    """Old keys that go on under new ones: the same step of the same rule, when only what it is about got another name.

    Without this a subject added to a date would take one event out and put another in, with every reminder anew.

    Args:
        before: the plan as it stands.
        after: the plan as it is to be.
        kept: every key that is in use, of events taken out as well.
    """
    old, new = list(before), list(after)
    stays = {event.key for event in old} & {event.key for event in new}
    lost, found = _by_step(old, stays), _by_step(new, {*stays, *(event.key for event in new if event.key in kept)})
    again: dict[str, str] = {}
    for what, gone in lost.items():
        come = found.get(what, [])
        if len(gone) == len(come) == 1:
            again[gone[0].key] = come[0].key
            continue
        for event in gone:
            same_day = [other.key for other in come if other.due_on == event.due_on and other.key not in again.values()]
            if same_day:
                again[event.key] = same_day[0]
    return again


def _by_step(events: Iterable[PlannedEvent], without: Container[str]) -> dict[tuple[str, str, str], list[PlannedEvent]]:
    found: dict[tuple[str, str, str], list[PlannedEvent]] = {}
    for event in sorted(events, key=lambda one: one.key):
        if event.key not in without:
            found.setdefault((event.rule_key, event.step, _year_of(event)), []).append(event)
    return found


def ref_of(event: PlannedEvent) -> str:
    """By what the fact behind an event is known: the middle of its key."""
    return event.key.split(":")[1]


def _year_of(event: PlannedEvent) -> str:
    """What the key of an event of one year ends in; empty for the others."""
    return event.key.rpartition(f":{event.step}")[2]


def named(title: Text, topic: str) -> Text:
    """The words of an event, with what it is about when there may be several."""
    return Text(ru=f"{title.ru}: {topic}", en=f"{title.en}: {topic}") if topic else title


def _event(rule: Rule, step: Step, fact: Fact, by_kind: dict[FactKind, list[Fact]], day: date) -> PlannedEvent | None:
    try:
        settled_from, due, key = _reckoned(rule, step, fact, day)
        opens = shifted(due, step.opens_before, -1) if step.opens_before else None
    except (OverflowError, ValueError):
        # A date at the edge of the calendar yields nothing rather than breaking the others.
        return None
    if not EARLIEST <= due <= LATEST or (step.year_end and due > _end(step, fact)):
        return None
    if step.unless and any(other.on >= settled_from for other in by_kind.get(step.unless, ())):
        return None
    if step.settled_by and any(sources.settles(other, fact) for other in by_kind.get(step.settled_by, ())):
        return None
    if step.plus != Span():
        opens = settled_from
    return PlannedEvent(
        key=key,
        kind=rule.kind,
        rule_key=rule.key,
        rule_version=rule.version,
        step=step.name,
        title=named(step.title, fact.topic),
        due_on=due,
        opens_on=opens,
        ladder=rule.ladder if step.ladder is None else step.ladder,
        consequence=rule.consequence,
        source=rule.source,
        origin=fact.origin,
        is_verified=rule.is_verified,
        right=step.right,
        window=step.window,
        topic=fact.topic,
        paper=fact.paper,
    )


def _reckoned(rule: Rule, step: Step, fact: Fact, day: date) -> tuple[date, date, str]:
    """The day from which another fact settles the matter, the due day, and the key."""
    key = f"{rule.key}:{fact.ref}:{step.name}"
    if step.year_end:
        year = max(day.year, fact.on.year)
        end = date(year, 12, 31)
        return end, end, f"{key}:{year}"
    end = _end(step, fact)
    return end, shifted(shifted(end, step.plus), step.minus, -1), key


def _end(step: Step, fact: Fact) -> date:
    end = fact.until if fact.until is not None and step.until_wins else shifted(fact.on, step.after)
    if step.extended is not None:
        first, last, to = step.extended
        if first <= end <= last:
            return to
    return end
