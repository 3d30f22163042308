"""Rules of trainings: what is taken in, how a list of them is read, and how far they carry."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from medportal.features.attestations.rules import planning
from medportal.features.attestations.rules.answers import read_day
from medportal.features.attestations.rules.planning import EARLIEST
from medportal.features.attestations.schemas.planning import PlannedEvent, Rule
from medportal.features.attestations.schemas.training import (
    ListRead,
    Month,
    Readiness,
    RowRefused,
    Training,
    TrainingKind,
)
from medportal.features.attestations.texts import training as texts
from medportal.kernel import working_days
from medportal.kernel.problem import Problem
from medportal.kernel.text import Text

LONGEST, LONGEST_NUMBER, MOST_HOURS, MOST_ROWS = 300, 60, 2_000, 2_000
# Our own reserve, said on the screen as such: time to correct what a commission sends back.
RESERVE = 10
FIELDS = ("title", "provider", "kind", "hours", "points", "started_on", "ended_on", "number")
# By which beginnings of words a column is known, the first that fits; in the order of the fields to be found.
GUESSES: Mapping[str, tuple[str, ...]] = {
    "started_on": ("начал", "дата нач", "с даты", "start", "from"),
    "ended_on": ("оконч", "конец", "дата ок", "заверш", "дата выдачи", "end", "finish", "дата", "date"),
    # «№ п/п» is the number of a row.
    "number": ("номер", "№ уд", "№ док", "certificate", "number"),
    "points": ("зет", "балл", "кредит", "point", "credit"),
    "hours": ("час", "объем", "объём", "ак.", "hour"),
    "provider": ("организ", "провайдер", "образоват", "учрежд", "где", "provider", "organi"),
    "kind": ("вид", "тип", "форма", "kind", "type"),
    "title": ("назв", "программ", "тема", "курс", "наимен", "мероприят", "title", "name", "course"),
}
_COURSE = ("повышен", "квалифик", "пк", "удостовер", "course", "cpd")
_MODULE = ("модул", "иом", "элемент", "зет", "нмо", "module")
_MEETING = ("конф", "семинар", "вебинар", "школ", "конгр", "съезд", "мероприят", "meeting", "webinar", "confer")
# What a spreadsheet would take for a formula.
_FORMULA = re.compile(r"^\s*[=+@\t\r-]")


def problems(one: Training, today: date) -> tuple[Problem, ...]:
    """What is wrong with a training as it was entered."""
    checks: tuple[tuple[bool, str, str, Text], ...] = (
        (not one.title.strip(), "title", "title_missing", texts.TITLE_MISSING),
        (len(one.title) > LONGEST, "title", "title_long", texts.TOO_LONG),
        (bool(_FORMULA.search(one.title)), "title", "title_formula", texts.FORMULA),
        (len(one.provider) > LONGEST, "provider", "provider_long", texts.TOO_LONG),
        (bool(_FORMULA.search(one.provider)), "provider", "provider_formula", texts.FORMULA),
        (len(one.number) > LONGEST_NUMBER, "number", "number_long", texts.NUMBER_LONG),
        (bool(_FORMULA.search(one.number)), "number", "number_formula", texts.FORMULA),
        (not 0 <= one.hours <= MOST_HOURS, "hours", "hours_wrong", texts.HOURS_WRONG),
        (not 0 <= one.points <= MOST_HOURS, "points", "points_wrong", texts.POINTS_WRONG),
        (not one.hours and not one.points, "hours", "hours_none", texts.HOURS_NONE),
        (not one.started_on >= EARLIEST, "started_on", "date_range", texts.DATE_RANGE),
        (one.ended_on < one.started_on, "ended_on", "end_before", texts.END_BEFORE),
        (one.ended_on > today, "ended_on", "date_future", texts.DATE_FUTURE),
    )
    return tuple(Problem(field, code, text) for wrong, field, code, text in checks if wrong)


def read(values: Mapping[str, str]) -> tuple[Training | None, tuple[Problem, ...]]:
    """A training from the fields of its form or the cells of a row, or what cannot be read of it."""
    found: list[Problem] = []
    hours, points = (_number(values.get(name, ""), name, found) for name in ("hours", "points"))
    ended = read_day(values.get("ended_on", ""))
    started = read_day(values.get("started_on", "")) if values.get("started_on", "").strip() else ended
    if ended is None:
        found.append(Problem("ended_on", "date_wrong", texts.DATE_WRONG))
    if started is None and ended is not None:
        found.append(Problem("started_on", "date_wrong", texts.DATE_WRONG))
    title, provider, number = (" ".join(values.get(name, "").split()) for name in ("title", "provider", "number"))
    if found or started is None or ended is None:
        # Who left several fields empty is told of all at once.
        if not title:
            found.insert(0, Problem("title", "title_missing", texts.TITLE_MISSING))
        if not hours and not points and not {"hours", "points"} & {one.field for one in found}:
            found.insert(0 if title else 1, Problem("hours", "hours_none", texts.HOURS_NONE))
        return None, tuple(found)
    kind = kind_of(values.get("kind", ""))
    return Training(title, provider, kind, hours, points, started, ended, number=number), ()


def kind_of(words: str) -> TrainingKind:
    """What kind a cell speaks of."""
    words = words.strip().lower()
    if words in set(TrainingKind):
        return TrainingKind(words)
    kinds = ((TrainingKind.COURSE, _COURSE), (TrainingKind.MODULE, _MODULE), (TrainingKind.MEETING, _MEETING))
    return next((kind for kind, signs in kinds if any(sign in words for sign in signs)), TrainingKind.OTHER)


def guess(columns: Sequence[str]) -> dict[str, int]:
    """Which column is what, by its title; what is not found is left out."""
    found: dict[str, int] = {}
    for field, signs in GUESSES.items():
        for sign in signs:
            free = [at for at, title in enumerate(columns) if at not in found.values() and sign in title.lower()]
            if free:
                found[field] = free[0]
                break
    return found


def listed(table: Sequence[Sequence[str]], mapping: Mapping[str, int] | None, today: date) -> ListRead:
    """A table with a row of titles as trainings; each row that is not taken in is named with its number and why."""
    columns = tuple(cell.strip()[:100] for cell in table[0]) if table else ()
    chosen = {name: at for name, at in (mapping or guess(columns)).items() if name in FIELDS and 0 <= at < len(columns)}
    rows: list[Training] = []
    refused: list[RowRefused] = []
    for number, cells in enumerate(table[1:], start=2):
        if not any(cell.strip() for cell in cells):
            continue
        if len(rows) + len(refused) >= MOST_ROWS:
            refused.append(RowRefused(number, texts.TOO_MANY_ROWS))
            break
        one, found = read({name: cells[at] if at < len(cells) else "" for name, at in chosen.items()})
        found = problems(one, today) if one else found
        if one is not None and not found:
            rows.append(one)
        elif found:
            refused.append(RowRefused(number, found[0].text))
    return ListRead(columns, chosen, tuple(rows), tuple(refused))


def readiness(
    trainings: Iterable[Training],
    courses: Iterable[Training],
    rule: Rule,
    end: PlannedEvent,
    *,
    today: date,
    starts_on: date,
) -> Readiness:
    """How far trainings and courses carry towards the accreditation that ends so.

    Args:
        trainings: what the person has entered and counts by itself.
        courses: the courses under «Квалификация».
        rule: the rule of accreditation, which names the hours.
        end: the event of its end.
        today: the day of the question.
        starts_on: the day from which hours count.
    """
    within = [one for one in courses if in_period(one, starts_on, end.due_on, today)]
    counted = [*within, *(one for one in trainings if in_period(one, starts_on, end.due_on, today))]
    hours = sum(one.hours or one.points for one in counted)
    cpd = sum(one.hours for one in counted if one.kind is TrainingKind.COURSE)
    first = working_days.on_or_after(end.due_on - relativedelta(months=12))
    safe = working_days.add_working_days(working_days.on_or_before(end.due_on), -RESERVE)
    asks, asks_cpd = rule.asks or (0, 0)
    missing_cpd = max(0, asks_cpd - cpd)
    missing = max(0, asks - hours, missing_cpd)
    return Readiness(
        starts_on, end.due_on, asks, asks_cpd, hours, cpd, sum(one.points for one in counted), first, safe,
        working_days.working_days_between(today, safe), spread(missing, missing_cpd, today, safe),
        working_days.is_certain(safe), rule.source, rule.is_verified, end.topic, planning.ref_of(end),
        sum(one.hours for one in within),
    )  # fmt: skip


def in_period(one: Training, starts_on: date, ends_on: date, today: date) -> bool:
    """Whether a training lies in the period of an accreditation, and is over."""
    return starts_on <= one.ended_on <= min(ends_on, today)


def spread(hours: int, cpd: int, today: date, until: date) -> tuple[Month, ...]:
    """Hours over the months left, evenly and those with a certificate first; all at once when no time is left."""
    if hours <= 0:
        return ()
    firsts = [max(today, today.replace(day=1))]
    while (following := firsts[-1].replace(day=1) + relativedelta(months=1)) <= until - timedelta(days=10):
        firsts.append(following)
    made: list[Month] = []
    for left, first in zip(range(len(firsts), 0, -1), firsts, strict=True):
        part, with_paper = -(-hours // left), -(-cpd // left)
        made.append(Month(first, part, min(part, with_paper)))
        hours, cpd = hours - part, cpd - min(part, with_paper)
    return tuple(one for one in made if one.hours)


def _number(value: str, name: str, found: list[Problem]) -> int:
    value = value.strip().replace(" ", "").replace("\u00a0", "").replace(",", ".")
    if not value:
        return 0
    if re.fullmatch(r"\d{1,5}(\.0+)?", value):
        return int(float(value))
    found.append(Problem(name, f"{name}_wrong", texts.HOURS_WRONG if name == "hours" else texts.POINTS_WRONG))
    return 0
