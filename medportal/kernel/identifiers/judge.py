"""The judge: any kind of number, any text, one verdict with a sentence. It never raises, whatever it is given."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from medportal.kernel import clock
from medportal.kernel.identifiers.kinds import CHECKS, CHECKS_WITH_FACTS, Facts, validity_dates
from medportal.kernel.identifiers.mrz import parse
from medportal.kernel.identifiers.passport import valid_until
from medportal.kernel.identifiers.texts import TEXTS
from medportal.kernel.text import Text

LONGEST = 300
MRZ = "passport_mrz"
KINDS = (*CHECKS, *CHECKS_WITH_FACTS, MRZ)


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether the text is such a number; `code` is `ok` or the stable name of what is wrong."""

    valid: bool
    code: str
    text: Text


def judge(kind: str, value: str, **facts: object) -> Judgement:
    """Say whether a text is a number of this kind.

    Spaces at the ends are left out of account; everything else is strict. A verdict is about the writing of the
    number: no register is asked.

    Args:
        kind: one of `KINDS`.
        value: the text.
        **facts: `birth` (date or ISO text) and `sex` ("M"/"F") for policies, `today` (date or ISO text) for
            whatever depends on the day; today is the civil date in Moscow unless given. An unreadable fact is
            left out of account.
    """
    value = value[: LONGEST + 1].strip(" \t\r\n\u00a0") if len(value) <= LONGEST * 2 else value[: LONGEST + 1]
    today = _day(facts.get("today")) or clock.today()
    wrong = (
        "unknown_kind" if kind not in KINDS else "empty" if not value else "too_long" if len(value) > LONGEST else ""
    )
    if wrong or kind in CHECKS:
        return _said(wrong or CHECKS[kind](value))
    if kind == MRZ:
        reading = parse(value, today)
        return Judgement(reading.code == "ok", reading.code, reading.text)
    sex = facts.get("sex")
    known = Facts(today, _day(facts.get("birth")), sex if isinstance(sex, str) and sex in ("M", "F") else "")
    code = CHECKS_WITH_FACTS[kind](value, known)
    if code == "passport_expired":
        return Judgement(False, code, _expired(value, today))
    return _said(code)


def as_json(judgement: Judgement, locale: str = "ru") -> Mapping[str, object]:
    """The verdict as the command line prints it."""
    message = judgement.text.ru if locale == "ru" else judgement.text.en
    return {"valid": judgement.valid, "code": judgement.code, "message": message}


def _said(code: str) -> Judgement:
    return Judgement(code == "ok", code, TEXTS[code])


def _expired(value: str, today: date) -> Text:
    dates = validity_dates(value, today)
    until = valid_until(dates[0], dates[1]) if dates else None
    return TEXTS["passport_expired"].fill(until=f"{until:%d.%m.%Y}" if until else "—")


def _day(fact: object) -> date | None:
    if isinstance(fact, date):
        return fact
    try:
        return date.fromisoformat(fact) if isinstance(fact, str) else None
    except ValueError:
        return None
