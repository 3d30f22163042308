"""The operations that checks are made of. Each gets a tidied, non-empty value and answers None when the rule holds.

When it does not, the answer is a `Breach`: what to fill the sentence with. An operation whose other value is missing
or unreadable holds: that other field speaks for itself. `assets/fields.js` has the same operations under the same
names, and a test compares the two.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import cast

from medportal.kernel.fields.characters import fold, lower, upper
from medportal.kernel.fields.dates import read_date, write_date
from medportal.kernel.fields.lines import filled_by
from medportal.kernel.fields.mending import EMAIL_DOMAINS
from medportal.kernel.fields.passwords import is_common, personal, weight
from medportal.kernel.fields.schema import Json
from medportal.kernel.identifiers import mrz, sums
from medportal.kernel.identifiers.passport import age, birthday, valid_until
from medportal.kernel.text import Text


@dataclass(frozen=True, slots=True)
class Around:
    """What a check may look at besides its own value: the day, other tidied values, labels and the field's options."""

    today: date
    other: Callable[[str], str]
    label: Callable[[str], Text]
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule does not hold: places to fill in its sentence, and a code when it is finer than the check's own."""

    places: Mapping[str, str | Text] = field(default_factory=dict[str, str | Text], repr=False)
    code: str = ""


Params = Mapping[str, Json]
Operation = Callable[[str, Params, Around], Breach | None]


def _unless(holds: bool) -> Breach | None:
    return None if holds else Breach()


def match(value: str, params: Params, _around: Around) -> Breach | None:
    """The whole value has the form."""
    return _unless(re.fullmatch(str(params["re"]), value) is not None)


def lacks(value: str, params: Params, _around: Around) -> Breach | None:
    """The pattern occurs nowhere."""
    found = re.search(str(params["re"]), value)
    return Breach({"found": found[0]}) if found else None


def snils(value: str, _params: Params, _around: Around) -> Breach | None:
    """Control number of eleven digits."""
    return _unless(sums.snils_holds(value))


def inn(value: str, _params: Params, _around: Around) -> Breach | None:
    """Control digits of ten or twelve digits."""
    return _unless(sums.inn12_holds(value) if len(value) == 12 else sums.inn10_holds(value))


def ogrn(value: str, _params: Params, _around: Around) -> Breach | None:
    """Control digit of thirteen or fifteen digits."""
    return _unless(sums.ogrn_holds(value) if len(value) == 13 else sums.ogrnip_holds(value))


def luhn(value: str, _params: Params, _around: Around) -> Breach | None:
    """The last digit is the Luhn digit: cards and policies."""
    return _unless(sums.luhn_holds(value))


def real_date(value: str, _params: Params, _around: Around) -> Breach | None:
    """There is such a day."""
    return _unless(read_date(value) is not None)


def not_future(value: str, _params: Params, around: Around) -> Breach | None:
    """The day has come."""
    day = read_date(value)
    return _unless(day is None or day <= around.today)


def since(value: str, params: Params, _around: Around) -> Breach | None:
    """Not before a given day."""
    day, first = read_date(value), read_date(str(params["day"]))
    return _unless(day is None or first is None or day >= first)


def age_from(value: str, params: Params, around: Around) -> Breach | None:
    """At least so many full years today."""
    day = read_date(value)
    return _unless(day is None or age(day, around.today) >= cast("int", params["years"]))


def age_to(value: str, params: Params, around: Around) -> Breach | None:
    """At most so many full years today."""
    day = read_date(value)
    return _unless(day is None or age(day, around.today) <= cast("int", params["years"]))


def years_after(value: str, params: Params, around: Around) -> Breach | None:
    """Not before another date plus so many years."""
    day, start = read_date(value), read_date(around.other(str(params["other"])))
    return _unless(day is None or start is None or day >= birthday(start, cast("int", params["years"])))


def passport_term(value: str, params: Params, around: Around) -> Breach | None:
    """A passport issued that day to a person born on the other is still valid (rules §1.5)."""
    issued, birth = read_date(value), read_date(around.other(str(params["other"])))
    until = valid_until(birth, issued) if birth and issued else None
    return None if until is None or around.today <= until else Breach({"until": write_date(until)})


def series_year(value: str, params: Params, around: Around) -> Breach | None:
    """The blank's year, digits 3 and 4 of the series, is near the year of issue (rules §1.5)."""
    issued = read_date(around.other(str(params["other"])))
    year = int(value[2:4])
    year += 1900 if year >= 97 else 2000
    return None if issued is None or year - 1 <= issued.year <= year + 3 else Breach({"year": str(year)})


def not_less(value: str, params: Params, around: Around) -> Breach | None:
    """A whole number not below another one."""
    least = around.other(str(params["other"]))
    known = value.isdecimal() and least.isdecimal() and len(value) < 10 and len(least) < 10
    return _unless(not known or int(value) >= int(least))


def year_come(value: str, _params: Params, around: Around) -> Breach | None:
    """A year that has begun."""
    return _unless(not re.fullmatch("[0-9]{4}", value) or int(value) <= around.today.year)


def alike(value: str, params: Params, around: Around) -> Breach | None:
    """The same words as another value, whatever the case, «ё» or hyphens."""
    other = fold(around.other(str(params["other"])))
    return _unless(not other or fold(value) == other)


def enp_born(value: str, params: Params, around: Around) -> Breach | None:
    """The policy number holds this day of birth and sex (rules §1.4)."""
    born, sex = read_date(around.other(str(params["born"]))), around.other(str(params["sex"]))
    return _unless(born is None or sex not in ("M", "F") or value[2:10] == sums.enp_birth_code(born, sex))


def listed(value: str, _params: Params, around: Around) -> Breach | None:
    """One of the dictionary's rows; holds while the dictionary is not at hand."""
    return _unless(not around.options or value in around.options)


def equals(value: str, params: Params, around: Around) -> Breach | None:
    """The same as another value."""
    return _unless(value == around.other(str(params["other"])))


def blank_if(_value: str, params: Params, around: Around) -> Breach | None:
    """Nothing may be entered while a box is ticked."""
    return _unless(around.other(str(params["other"])) != "on")


def case(value: str, _params: Params, _around: Around) -> Breach | None:
    """A name begins with a capital and is not all capitals."""
    shouted = len(value) > 1 and value == upper(value) and value != lower(value)
    return _unless(not shouted and value[0] == upper(value[0]))


def yo(value: str, params: Params, _around: Around) -> Breach | None:
    """Not one of the names in which a dropped ё is common."""
    return _unless(re.fullmatch(str(params["re"]), value) is None)


def domain(value: str, _params: Params, _around: Around) -> Breach | None:
    """The e-mail's domain is not a well-known slip."""
    meant = EMAIL_DOMAINS.get(value.rpartition("@")[2])
    return Breach({"meant": meant}) if meant else None


def passport_lines(value: str, _params: Params, around: Around) -> Breach | None:
    """The two machine-readable lines hold."""
    reading = mrz.parse(value, around.today)
    return None if reading.code == "ok" else Breach({"reading": reading.text}, reading.code)


def lines_agree(value: str, params: Params, around: Around) -> Breach | None:
    """What the machine-readable lines say is what was typed, as far as it was typed."""
    reading = mrz.parse(value, around.today)
    said = filled_by(reading)
    cut = reading.person is not None and reading.person.cut
    differing: list[Text] = []
    for name in cast("list[str]", params["others"]):
        typed, read = fold(around.other(name)), fold(said.get(name, ""))
        same = typed.startswith(read) if cut and name in ("given_name", "patronymic") else typed == read
        if typed and said and not same:
            differing.append(around.label(name))
    return Breach({"fields": _joined(differing)}) if differing else None


def guessable(value: str, _params: Params, _around: Around) -> Breach | None:
    """Not made of runs along the keyboard or alphabet and of repeats."""
    return _unless(weight(value) > 4)


def impersonal(value: str, params: Params, around: Around) -> Breach | None:
    """Does not contain the person's own names, numbers or dates."""
    facts = {name: around.other(name) for name in cast("list[str]", params["others"])}
    return _unless(not personal(value, facts))


def uncommon(value: str, _params: Params, _around: Around) -> Breach | None:
    """Not among common passwords; on the server only."""
    return _unless(not is_common(value))


def _joined(labels: list[Text]) -> Text:
    return Text(ru=", ".join(label.ru for label in labels), en=", ".join(label.en for label in labels))


OPERATIONS: Mapping[str, Operation] = {
    "match": match,
    "lacks": lacks,
    "snils": snils,
    "inn": inn,
    "ogrn": ogrn,
    "luhn": luhn,
    "real_date": real_date,
    "not_future": not_future,
    "since": since,
    "age_from": age_from,
    "age_to": age_to,
    "years_after": years_after,
    "passport_term": passport_term,
    "series_year": series_year,
    "not_less": not_less,
    "year_come": year_come,
    "alike": alike,
    "enp_born": enp_born,
    "listed": listed,
    "equals": equals,
    "blank_if": blank_if,
    "case": case,
    "yo": yo,
    "domain": domain,
    "passport_lines": passport_lines,
    "lines_agree": lines_agree,
    "guessable": guessable,
    "impersonal": impersonal,
    "uncommon": uncommon,
}
"""Name → operation."""
