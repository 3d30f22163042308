"""The form of a rule's next version: between its fields (texts) and the change (typed)."""

import re
from collections.abc import Mapping

from medportal.features.attestations import texts
from medportal.features.attestations.rules.answers import read_day
from medportal.features.attestations.schemas.planning import Rule, RuleChange, Span
from medportal.features.attestations.texts import parts
from medportal.kernel.problem import Problem
from medportal.kernel.text import Text

_THREE = re.compile(r"\s*(\d{1,2})\s*[, ]\s*(\d{1,3})\s*[, ]\s*(\d{1,4})\s*")
_LADDER = re.compile(r"\s*-?\d{1,3}\s*(,\s*-?\d{1,3}\s*)*")


def read(values: Mapping[str, str], last: Rule) -> tuple[RuleChange, tuple[Problem, ...]]:
    """What staff changed, and what of it cannot be read."""
    found: list[Problem] = []
    ladder = values.get("ladder", "")
    if not _LADDER.fullmatch(ladder):
        found.append(Problem("ladder", "ladder_wrong", parts.LADDER_WRONG))
    days = {name: read_day(values.get(name, "")) for name in ("valid_from", "valid_to")}
    for name, day in days.items():
        if values.get(name, "").strip() and day is None:
            found.append(Problem(name, "date_wrong", texts.DATE_WRONG))
    spans: dict[str, Span] = {}
    for step in last.steps:
        told = values.get(f"span_{step.name}", "").strip()
        fits = _THREE.fullmatch(told)
        if fits:
            years, months, count = (int(one) for one in fits.groups())
            spans[step.name] = Span(years, months, count, step.after.working_days)
        elif told:
            found.append(Problem(f"span_{step.name}", "number_wrong", texts.INTERVAL_WRONG))
    asks = _asks(values, last, found)
    if found:
        return RuleChange(), tuple(found)
    change = RuleChange(
        is_verified=values.get("is_verified") == "on",
        verified=values.get("verified", "").strip()[:500] or last.verified,
        ladder=tuple(int(one) for one in ladder.split(",")),
        after=spans,
        consequence=_pair(values, "consequence", last.consequence),
        source=_pair(values, "source", last.source),
        valid_from=days["valid_from"],
        valid_to=days["valid_to"],
        asks=asks,
    )
    return change, ()


def written(rule: Rule) -> dict[str, str]:
    """A rule as the form of its next version takes it."""
    return {
        "version": str(rule.version),
        "is_verified": "on" if rule.is_verified else "",
        "verified": rule.verified,
        "ladder": ", ".join(map(str, rule.ladder)),
        "source": rule.source.ru,
        "source_en": rule.source.en,
        "consequence": rule.consequence.ru,
        "consequence_en": rule.consequence.en,
        "valid_from": rule.valid_from.isoformat() if rule.valid_from else "",
        "valid_to": rule.valid_to.isoformat() if rule.valid_to else "",
        "hours": str(rule.asks[0]) if rule.asks else "",
        "cpd": str(rule.asks[1]) if rule.asks else "",
        **{f"span_{one.name}": f"{one.after.years}, {one.after.months}, {one.after.days}" for one in rule.steps},
    }


def _asks(values: Mapping[str, str], last: Rule, found: list[Problem]) -> tuple[int, int] | None:
    if last.asks is None:
        return None
    hours, cpd = values.get("hours", ""), values.get("cpd", "")
    if re.fullmatch(r"\d{1,4}", hours) and re.fullmatch(r"\d{1,4}", cpd) and int(cpd) <= int(hours):
        return int(hours), int(cpd)
    found.append(Problem("hours", "number_wrong", texts.INTERVAL_WRONG))
    return None


def _pair(values: Mapping[str, str], name: str, before: Text) -> Text:
    ru, en = values.get(name, "").strip()[:1_000], values.get(f"{name}_en", "").strip()[:1_000]
    return Text(ru=ru or before.ru, en=en or before.en)
