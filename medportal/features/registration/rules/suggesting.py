"""What was read off a passport, as answers of the wizard: only what the rules of the form take without a word."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from medportal.features.registration import fields as form
from medportal.features.registration.schemas import Section
from medportal.kernel import dictionaries
from medportal.kernel.fields.evaluate import shown

# Input to the name it has in a reading, by section.
READ_AS: dict[Section, dict[str, str]] = {
    Section.PERSON: {
        "surname": "surname",
        "given_name": "name",
        "patronymic": "patronymic",
        "birth_date": "birth_date",
        "sex": "sex",
    },
    Section.PASSPORT: {
        "passport_series": "series",
        "passport_number": "number",
        "passport_issued_on": "issue_date",
        "passport_issuer": "issuing_authority",
        "passport_division_code": "division_code",
    },
    Section.ADDRESS: dict.fromkeys(("region", "city", "street", "house", "flat"), "registration_address"),
}
_SEX = {"МУЖ": "M", "ЖЕН": "F"}
_SHORT = {"ОБЛ": "ОБЛАСТЬ", "РЕСП": "РЕСПУБЛИКА", "АО": "АВТОНОМНЫЙ ОКРУГ"}
_TYPES = "Г|С|Д|П|ПОС|ДЕР|ПГТ|СТ-ЦА|УЛ|ПЕР|ПР-КТ|Б-Р|Ш|НАБ|ПЛ|ПРОЕЗД|ТУП"
_SMALL = re.compile(rf"(?:{_TYPES}|Р-Н|КОРП|КВ)\.?")
_STREET = re.compile(r"(?:УЛ|ПЕР|ПР-КТ|Б-Р|Ш|НАБ|ПЛ|ПРОЕЗД|ТУП)\.?[ -]")
_HOUSE = re.compile(r"Д\. (\d\S*)")


def answers(section: Section, read: Mapping[str, str], today: date) -> dict[str, str]:
    """Input name to the value that was read, as it stands in its input.

    Args:
        section: whose inputs.
        read: values under the names of a reading.
        today: the rules look at dates.
    """
    address = parts_of(read.get("registration_address", "")) if section is Section.ADDRESS else {}
    given: dict[str, str] = {}
    for name, source in READ_AS.get(section, {}).items():
        if source == "registration_address":
            value = address.get(name, "")
        elif source in read:
            value = _worded(name, read[source])
        else:
            continue
        if value and not form.evaluate_field(name, {name: value}, today).problems:
            given[name] = shown(form.schema().fields[name], value)
    return given


def _worded(name: str, value: str) -> str:
    if name == "sex":
        return _SEX.get(value, "")
    return titled(value) if name in {"surname", "given_name", "patronymic"} else value


def titled(words: str) -> str:
    """Capitals as names are written: `ОКТЯБРЬСКАЯ` and `УЛ. 8 МАРТА` become `Октябрьская` and `ул. 8 Марта`."""
    return " ".join(
        word.lower() if _SMALL.fullmatch(word) else "-".join(_part(part) for part in word.split("-"))
        for word in words.split()
    )


def _part(word: str) -> str:
    return word.lower() if word in {"НА", "НАД", "ПОД", "ЗА"} else word.capitalize()


def parts_of(address: str) -> dict[str, str]:
    """An address in one line, taken apart as the reader put it together; nothing when it has another shape."""
    parts = [part.strip() for part in address.split(",")]
    house = next((place for place in range(len(parts) - 1, 1, -1) if _HOUSE.fullmatch(parts[place])), 0)
    if not house or not _STREET.match(parts[house - 1]):
        return {}
    region, middle = parts[0], parts[1 : house - 1]
    tail = {part.split(" ", 1)[0]: part.split(" ", 1)[-1] for part in parts[house + 1 :]}
    building = f", корп. {tail['КОРП.']}" if "КОРП." in tail else ""
    district = [part for part in middle if part.endswith("Р-Н")]
    place = [part for part in middle if part not in district]
    return {
        "region": _subject(region),
        "city": ", ".join(titled(part) for part in (*district, *place)) if len(place) == 1 else "",
        "street": titled(parts[house - 1]),
        "house": parts[house].removeprefix("Д. ") + building,
        "flat": tail.get("КВ.", ""),
    }


def _subject(region: str) -> str:
    """The subject of the federation by its official name, or nothing when it is not plainly one of them."""
    return _subjects().get(_folded(region), "")


@cache
def _subjects() -> dict[str, str]:
    return {_folded(name): name for name in dictionaries.names("subjects")}


def _folded(name: str) -> str:
    words = re.sub(r"[^А-ЯЁ -]", " ", name.upper()).replace("Ё", "Е").split()
    whole = [_SHORT.get(word, word) for word in words if word != "Г"]
    return " ".join(sorted(" ".join(whole).split()))
