"""The interpreter on the server: a schema, typed values and the day in, an outcome out. Pure; never raises on input."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast

from medportal.kernel.dictionaries import Name, names
from medportal.kernel.fields.characters import refused
from medportal.kernel.fields.checks import OPERATIONS, Around, Breach
from medportal.kernel.fields.cleaning import CLEAN, NOTICES, SHOW, pick, trim
from medportal.kernel.fields.mending import ALONE, MENDS
from medportal.kernel.fields.outcome import FieldOutcome, Mend, SectionOutcome
from medportal.kernel.fields.schema import Check, Field, Schema
from medportal.kernel.fields.texts import COMMON, MEND_TEXTS
from medportal.kernel.problem import Problem
from medportal.kernel.text import Text

Values = Mapping[str, object]
_HOPELESS = 2_000


@dataclass(frozen=True, slots=True)
class _Settled:
    value: str
    problem: Problem | None
    warnings: tuple[tuple[Problem, Check], ...] = ()


def evaluate_field(schema: Schema, name: str, values: Values, today: date) -> FieldOutcome:
    """Judge one input.

    Args:
        schema: the form.
        name: the input.
        values: everything known by input name, also of other sections; a box is True or "on".
        today: the day that dates are compared with.

    Raises:
        KeyError: the form has no such input.
    """
    one = schema.fields[name]
    run = _Run(schema, values, today)
    raw = _text(values.get(name))
    typed = raw if one.secret or len(raw) > one.length + _HOPELESS else trim(raw)
    settled = run.settle(one, raw)
    notices = run.notices(one, raw, typed, settled)
    if settled.problem:
        return FieldOutcome(
            name, typed[: one.length], typed[: one.length], (settled.problem,), (), notices, run.mends(one, typed)
        )
    offers = [run.offer(one, settled.value, (rule.mend,)) for _found, rule in settled.warnings if rule.mend]
    return FieldOutcome(
        name,
        settled.value,
        shown(one, settled.value),
        (),
        tuple(found for found, _rule in settled.warnings),
        notices,
        tuple(offer for offer in offers if offer),
    )


def evaluate(
    schema: Schema, section_key: str, values: Values, today: date, facts: Values | None = None
) -> SectionOutcome:
    """Judge a whole section. `facts` are values of other sections; the section's own values win.

    Raises:
        KeyError: the form has no such section.
    """
    section = schema.section(section_key)
    known = {**(facts or {}), **values}
    outcomes = {one.name: evaluate_field(schema, one.name, known, today) for one in section.fields}
    problems = [problem for outcome in outcomes.values() for problem in outcome.problems]
    for rule in section.checks:
        members = cast("list[str]", rule.params["fields"])
        if rule.op == "either" and not any(outcomes[name].value for name in members):
            found = _Run(schema, known, today).say(schema.fields[members[0]], rule.code, {})
            problems.append(found)
            outcomes[members[0]] = FieldOutcome(members[0], "", "", (found,))
    return SectionOutcome(section_key, outcomes, tuple(problems))


def shown(one: Field, value: str) -> str:
    """How a good value stands in its input."""
    return SHOW[one.show](value) if one.show else value


def _text(raw: object) -> str:
    if raw is True:
        return "on"
    return raw if isinstance(raw, str) else ""


@dataclass(frozen=True, slots=True)
class _Run:
    """One evaluation: the form, all values and the day."""

    schema: Schema
    values: Values
    today: date

    def settle(self, one: Field, raw: str) -> _Settled:
        """Tidy a value and find its first problem, or all its warnings."""
        if one.asked_if and self.other(one.asked_if[0]) != one.asked_if[1]:
            return _Settled("", None)
        if len(raw) > one.length + _HOPELESS:
            return _Settled("", self.say(one, "too_long", {"max": str(one.length)}))
        value = raw if one.secret else trim(raw)
        if len(value) > one.length:
            return _Settled("", self.say(one, "too_long", {"max": str(one.length)}))
        stray = refused(value, one.multiline)
        if stray:
            return _Settled("", self.say(one, stray[0], {"sign": stray[1]}))
        value = self.tidy(one, value)
        if not value:
            needed = one.required and not (one.unless and self.other(one.unless) == "on")
            return _Settled("", self.say(one, one.required_code, {}) if needed else None)
        return self._checked(one, value)

    def _checked(self, one: Field, value: str) -> _Settled:
        around = Around(self.today, self.other, self._label, _options(one))
        warnings: list[tuple[Problem, Check]] = []
        for rule in one.checks:
            breach = OPERATIONS[rule.op](value, rule.params, around)
            if breach is None:
                continue
            found = self.say(one, rule.code, breach.places, breach)
            if rule.level == "problem":
                return _Settled(value, found)
            warnings.append((found, rule))
        return _Settled(value, None, tuple(warnings))

    def tidy(self, one: Field, value: str) -> str:
        """The value with its ends trimmed and everything tidied that the field asks for."""
        if one.secret:
            return value
        value = trim(value)
        for step in one.clean:
            value = pick(value, _options(one)) if step == "pick" else CLEAN[step](value)
        return value

    def other(self, name: str) -> str:
        """Another input's value, tidied; nothing when it is absent or cannot be a value at all."""
        raw = _text(self.values.get(name))
        one = self.schema.fields.get(name)
        if one is None or len(raw) > one.length + _HOPELESS:
            return ""
        return self.tidy(one, raw)

    def notices(self, one: Field, raw: str, typed: str, settled: _Settled) -> tuple[Problem, ...]:
        """What was tidied in a way that a person should know about."""
        codes = ["trimmed"] if typed != raw and typed else []
        if not settled.problem and typed.replace(" ", "")[:2] != settled.value[:2]:
            codes += [NOTICES[step] for step in one.clean if step in NOTICES]
        return tuple(self.say(one, code, {}) for code in codes)

    def mends(self, one: Field, typed: str) -> tuple[Mend, ...]:
        """The first correction that makes the field right by itself, else all of them together if that does."""
        if one.secret or len(typed) > one.length:
            return ()
        typed = self.tidy(one, typed)
        steps = ("strip_refused", *one.mends)
        for step in steps:
            offer = self.offer(one, typed, (step,))
            if offer:
                return (offer,)
        offer = self.offer(one, typed, tuple(step for step in steps if step not in ALONE))
        return (offer,) if offer else ()

    def offer(self, one: Field, typed: str, steps: tuple[str, ...]) -> Mend | None:
        """The correction these steps make together, or None when it changes nothing or is not enough."""
        value, used = typed, list[str]()
        for step in steps:
            mended = MENDS[step](value, self.today)
            if mended != value:
                used.append(step)
            value = mended
        settled = self.settle(one, value) if used else None
        if settled is None or settled.problem or not settled.value:
            return None
        told = [MEND_TEXTS[step] for step in used]
        text = Text(ru="; ".join(one.ru for one in told), en="; ".join(one.en for one in told))
        return Mend("+".join(used), text, shown(one, settled.value))

    def say(self, one: Field, code: str, places: Mapping[str, str | Text], breach: Breach | None = None) -> Problem:
        """A finding in words: the sentence of the code, filled."""
        text = self.schema.texts.get(code) or COMMON[code]
        sample = fill(COMMON["sample"], {"sample": one.sample}) if one.sample else ""
        told = fill(text, {"label": one.label, "sample": sample, **places})
        return Problem(one.name, (breach.code if breach else "") or code, told)

    def _label(self, name: str) -> Text:
        return self.schema.fields[name].label


def fill(text: Text, places: Mapping[str, str | Text]) -> Text:
    """A sentence with its places filled; a place that is a Text is filled by language."""
    ru, en = text.ru, text.en
    for place, value in places.items():
        ru = ru.replace(f"{{{place}}}", value.ru if isinstance(value, Text) else value)
        en = en.replace(f"{{{place}}}", value.en if isinstance(value, Text) else value)
    return Text(ru=ru, en=en)


def _options(one: Field) -> tuple[str, ...]:
    return names(cast("Name", one.options)) if one.options else ()


__all__ = ["evaluate", "evaluate_field", "fill", "shown"]
