"""The steps of a rule in words, as its page says them: they follow the numbers, whatever staff wrote about the period."""

from collections.abc import Sequence

from medportal.features.attestations.schemas.planning import Rule, Span, Step
from medportal.features.attestations.texts import parts
from medportal.kernel.text import Text


def step_in_words(step: Step, rule: Rule) -> Text:
    """When the event of a step is due, from when it may be dealt with, and when it is reminded of."""
    if step.year_end:
        said = [parts.STEP_YEARLY]
    elif step.after == Span():
        said = [parts.STEP_UNTIL]
    else:
        said = [parts.STEP_AFTER.fill(span=_length(step.after))]
    for span, words in (
        (step.plus, parts.STEP_PLUS),
        (step.minus, parts.STEP_MINUS),
        (step.opens_before or Span(), parts.STEP_OPENS),
    ):
        if span != Span():
            said.append(words.fill(span=_length(span)))
    ladder = rule.ladder if step.ladder is None else step.ladder
    if ladder:
        said.append(parts.STEP_LADDER.fill(rungs=_joined(_rungs(ladder), ", ")))
    return _joined(said, "; ")


def in_force_in_words(rule: Rule) -> Text | None:
    """Between which days a rule applies; None when always."""
    days = [
        words.fill(day=f"{day:%d.%m.%Y}")
        for day, words in ((rule.valid_from, parts.SINCE), (rule.valid_to, parts.UNTIL))
        if day
    ]
    return _joined(days, " ") if days else None


def _rungs(ladder: Sequence[int]) -> list[Text]:
    """Rungs in words: those before the day share one noun, that of the last."""
    before = [rung for rung in ladder if rung > 0]
    said: list[Text] = []
    if before:
        first = "".join(f"{rung}, " for rung in before[:-1])
        last = parts.DAYS.of(before[-1])
        said.append(parts.RUNGS_BEFORE.fill(days=Text(ru=first + last.ru, en=first + last.en)))
    if 0 in ladder:
        said.append(parts.RUNG_ON)
    after = (-rung for rung in ladder if rung < 0)
    return said + [parts.RUNG_NEXT if rung == 1 else parts.RUNG_AFTER.fill(days=parts.DAYS.of(rung)) for rung in after]


def _length(span: Span) -> Text:
    counted = (
        (span.years, parts.YEARS),
        (span.months, parts.MONTHS),
        (span.days, parts.DAYS),
        (span.working_days, parts.WORKING_DAYS),
    )
    return _joined([noun.of(count) for count, noun in counted if count], " ")


def _joined(texts: Sequence[Text], between: str) -> Text:
    return Text(ru=between.join(one.ru for one in texts), en=between.join(one.en for one in texts))
