"""Keys and names of the values of each dimension."""

from datetime import date

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


def of_key(dimension: Dimension, key: str) -> Text:
    """The name of a value by its key, as it stands in an address; a key that is none is said as it is, cut short."""
    as_typed = Text(ru=key[:20] or "—", en=key[:20] or "—")
    if dimension in CODE_KINDS:
        return texts.UNKNOWN if key == NO_CLASS else codes.names(_CODE_NAMES[CODE_KINDS[dimension]]).get(key, as_typed)
    if dimension is Dimension.DIAGNOSIS_CLASS:
        known = key in {NO_CLASS, UNKNOWN_CLASS, *(one.key for one in codes.classes())}
        return _class(key)[1] if known else as_typed
    if dimension is Dimension.MONTH:
        return _month_of(key) or as_typed
    most = {Dimension.WEEKDAY: 6, Dimension.HOUR: NO_HOUR}.get(dimension, 9)
    if not (key.isascii() and key.isdigit() and len(key) < 3 and int(key) <= most):
        return as_typed
    return _NAMES[dimension].get(int(key), texts.UNKNOWN) if dimension in _NAMES else _time(dimension, int(key))[1]


def _month_of(key: str) -> Text | None:
    try:
        return _time(Dimension.MONTH, facts.month_number(date.fromisoformat(f"{key}-01")))[1]
    except ValueError:
        return None


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
