"""Facts, rules and what they yield."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from medportal.features.attestations.schemas.kinds import EventKind, FactKind, FactOrigin, MoveWhy, Right
from medportal.kernel.text import Text


@dataclass(frozen=True, slots=True)
class Fact:
    """A date from which rules reckon.

    Attributes:
        kind: what happened.
        on: when.
        ref: what its events are known by, whatever its date and whoever tells it; empty for «by kind and topic».
        until: the end that the document itself names; it beats the reckoning.
        origin: who told it.
        topic: what it concerns where there may be several, e.g. a speciality; of one topic one fact counts.
        confirmed: whether a register or a person of the staff has confirmed the paper it stands on.
        paper: where the paper is, «document:ID» or «record:ID»; empty when there is none.
        told_by: the id of the row in which the person told it; empty for what he did not tell.
    """

    kind: FactKind
    on: date = field(repr=False)
    ref: str = ""
    until: date | None = field(default=None, repr=False)
    origin: FactOrigin = FactOrigin.PERSON
    topic: str = ""
    confirmed: bool = False
    paper: str = ""
    told_by: str = ""


@dataclass(frozen=True, slots=True)
class PaperView:
    """The paper on which a date stands: its name, where it is opened, and whether it is confirmed."""

    title: Text
    link: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class FactView:
    """A fact that the person has told, for the form in which he corrects it.

    `beaten_by` is the paper by which the date is reckoned in its stead; `counts` is whether it is reckoned from at all.
    """

    id: UUID
    kind: FactKind
    on: date
    until: date | None
    topic: str
    counts: bool = True
    beaten_by: PaperView | None = None


@dataclass(frozen=True, slots=True)
class SourceView:
    """A date that the portal takes by itself; `paper` is None for what stands in the profile."""

    kind: FactKind
    on: date
    until: date | None
    topic: str
    counts: bool
    paper: PaperView | None


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time: calendar years, months and days, or working days."""

    years: int = 0
    months: int = 0
    days: int = 0
    working_days: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """One event that a rule yields from a fact.

    Attributes:
        name: part of the event's key.
        title: the words of the event.
        after: how long after the fact.
        plus: added to that, for what is allowed to be late (90 days after a birthday).
        minus: taken off the end, for what must or may be done before it.
        opens_before: how long before the due day the matter may be dealt with.
        until_wins: whether an end named in the document beats the reckoning.
        unless: a kind of fact that settles the matter when it is dated on the day reckoned without `plus`, or later.
        settled_by: a kind of fact that settles the matter when it is about the same and as new as the fact, or newer.
        year_end: due on the last day of the year of the day asked for, within `after` of the fact.
        extended: ends between two days are put off to a third one (a regulation's act of grace).
        ladder: days before at which to remind, when it is not that of the rule.
        right: what is lost when the date is missed.
        window: from this day on something may be done; nothing is late when it is past.
    """

    name: str
    title: Text
    after: Span = Span()
    plus: Span = Span()
    minus: Span = Span()
    opens_before: Span | None = None
    until_wins: bool = True
    unless: FactKind | None = None
    settled_by: FactKind | None = None
    year_end: bool = False
    extended: tuple[date, date, date] | None = None
    ladder: tuple[int, ...] | None = None
    right: Right | None = None
    window: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the calendar, in one version.

    Attributes:
        key: its name for ever.
        version: 1 as it came with the portal; staff make the next ones.
        kind: what its events are about.
        anchor: the kind of fact from which it reckons.
        title: its name.
        period: how long, in words.
        demand: what it asks for, in words.
        consequence: what happens when the date is missed.
        source: the regulation, with its number.
        verified: on what its words were checked, and what of it was not.
        is_verified: whether every part of it was checked against a public source.
        ladder: days before at which to remind.
        valid_from: the first day on which it applies; None for always.
        valid_to: the last day on which it applies.
        steps: the events it yields.
        asks: hours of training asked for in the period, and how many of them with a certificate.
    """

    key: str
    version: int
    kind: EventKind
    anchor: FactKind
    title: Text
    period: Text
    demand: Text | None
    consequence: Text
    source: Text
    verified: Text
    is_verified: bool
    ladder: tuple[int, ...]
    steps: tuple[Step, ...]
    valid_from: date | None = None
    valid_to: date | None = None
    asks: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class RuleChange:
    """What staff may change of a rule. What is left out stays as it was; words come in pairs, steps by their names."""

    is_verified: bool | None = None
    verified: Text | None = None
    ladder: tuple[int, ...] | None = None
    steps: Mapping[str, Step] | None = None
    period: Text | None = None
    demand: Text | None = None
    consequence: Text | None = None
    source: Text | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    asks: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class PlannedEvent:
    """An event as rules and facts yield it."""

    key: str
    kind: EventKind
    rule_key: str
    rule_version: int
    step: str
    title: Text
    due_on: date = field(repr=False)
    opens_on: date | None = field(repr=False)
    ladder: tuple[int, ...]
    consequence: Text
    source: Text
    origin: FactOrigin
    is_verified: bool
    right: Right | None
    window: bool = False
    topic: str = ""
    paper: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """One change of the plan: what moved, from where to where, and why."""

    key: str
    kind: EventKind
    title: Text
    before: date | None
    after: date | None
    why: MoveWhy
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Outage:
    """A right that is out on a day, since when, and which event it hangs on."""

    right: Right
    since: date
    key: str
    title: Text
    consequence: Text


@dataclass(frozen=True, slots=True)
class WhatIf:
    """«Что перестанет работать, если…»: the rights that go out by a day, and the one act that prevents most."""

    on: date
    outages: tuple[Outage, ...]
    best_act: Text | None
    best_act_key: str | None
    best_act_keeps: tuple[Right, ...]
