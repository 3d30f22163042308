"""Keys and names of the values of each dimension."""

from medportal.features.analytics.rules import codes, facts
from medportal.features.analytics.rules.metrics.frame import NO_CLASS, UNKNOWN_CLASS, Codebook
from medportal.features.analytics.schemas.dimensions import NO_CODE, NO_HOUR, CodeKind, Dimension
from medportal.features.analytics.texts import dimensions as texts
from medportal.kernel.text import Text

_NAMES = {
    Dimension.PAYMENT: texts.PAYMENTS,
    Dimension.PLACE: texts.PLACES,
    Dimension.AGE: texts.AGES,
    Dimension.KIND: texts.KINDS,
    Dimension.REASON: texts.REASONS,
}
_CODE_NAMES = {CodeKind.SERVICE: "services", CodeKind.DIAGNOSIS: "icd10_names"}
CODE_KINDS = {Dimension.SERVICE: CodeKind.SERVICE, Dimension.DIAGNOSIS: CodeKind.DIAGNOSIS}


def label(dimension: Dimension, number: int, book: Codebook) -> tuple[str, Text, str, bool]:
    """Key, name, official code and whether that is known, of one value of a dimension."""
    if dimension in CODE_KINDS:
        return _code(CODE_KINDS[dimension], number, book)
    if dimension is Dimension.DIAGNOSIS_CLASS:
        return _class(book.class_keys[number])
    if dimension in _NAMES:
        return str(number), _NAMES[dimension].get(number, texts.UNKNOWN), "", True
    return (*_time(dimension, number), "", True)


def _code(kind: CodeKind, number: int, book: Codebook) -> tuple[str, Text, str, bool]:
    if number == NO_CODE or number not in book.codes[kind]:
        return NO_CLASS, texts.UNKNOWN, "", True
    one = book.codes[kind][number]
    name = codes.names(_CODE_NAMES[kind]).get(one.code) if one.is_known else None
    return one.code, name or Text(ru=one.code, en=one.code), one.code, one.is_known


def _class(key: str) -> tuple[str, Text, str, bool]:
    if key == NO_CLASS:
        return key, texts.UNKNOWN, "", True
    if key == UNKNOWN_CLASS:
        return key, texts.UNKNOWN_CLASS, "", False
    found = next(one for one in codes.classes() if one.key == key)
    return key, found.name, f"{found.first}–{found.last}", True


def _time(dimension: Dimension, number: int) -> tuple[str, Text]:
    if dimension is Dimension.WEEKDAY:
        return str(number), texts.WEEKDAYS[number]
    if dimension is Dimension.HOUR:
        shown = f"{number:02}:00–{(number + 1) % 24:02}:00"
        return str(number), texts.UNKNOWN if number == NO_HOUR else Text(ru=shown, en=shown)
    if dimension is Dimension.MONTH:
        first = facts.first_of_month(number)
        name = texts.MONTHS[first.month - 1]
        return f"{first:%Y-%m}", Text(ru=f"{name.ru} {first.year}", en=f"{name.en} {first.year}")
    day = facts.day_of(number)
    return day.isoformat(), Text(ru=f"{day:%d.%m.%Y}", en=f"{day:%d.%m.%Y}")
