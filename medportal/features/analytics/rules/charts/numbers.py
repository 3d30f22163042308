"""Numbers as a person reads them, in both languages: 12 345,6 and 12,345.6."""

from datetime import date

from medportal.features.analytics.schemas.asking import Period, Query, Span
from medportal.features.analytics.schemas.figures import Unit
from medportal.features.analytics.texts import dimensions, screens
from medportal.kernel.text import Text

NOTHING = Text(ru="—", en="—")
_ROMAN = ("I", "II", "III", "IV")


def count(number: float) -> Text:
    """A whole number, thousands apart."""
    return decimal(number, 0)


def decimal(number: float, digits: int) -> Text:
    """A number with so many digits after the point; thousands are parted by a space that does not break."""
    english = f"{number:,.{digits}f}"
    return Text(ru=english.replace(",", "\N{NO-BREAK SPACE}").replace(".", ","), en=english)


def per_cent(share: float, digits: int = 1) -> Text:
    """A share of one as per cent."""
    said = decimal(share * 100, digits)
    return Text(ru=f"{said.ru}\N{NO-BREAK SPACE}%", en=f"{said.en}%")


def shown(value: float | None, unit: Unit) -> Text:
    """A figure with its unit; a dash when there was nothing to reckon it from."""
    if value is None:
        return NOTHING
    match unit:
        case Unit.COUNT:
            return count(value)
        case Unit.SHARE:
            return per_cent(value)
        case Unit.MINUTES:
            return screens.MINUTES.fill(number=decimal(value, 1))
        case Unit.PER_DAY:
            return decimal(value, 1)


def change(value: float, unit: Unit) -> Text:
    """How much a figure moved, with its sign: per cent, or points where the figure is itself per cent."""
    sign = "+" if value > 0 else "\N{MINUS SIGN}" if value < 0 else ""
    said = decimal(abs(value) * 100, 1)
    signed = Text(ru=f"{sign}{said.ru}", en=f"{sign}{said.en}")
    if unit is Unit.SHARE:
        return screens.POINTS.fill(number=signed)
    return Text(ru=f"{signed.ru}\N{NO-BREAK SPACE}%", en=f"{signed.en}%")


def day(on: date) -> Text:
    """ДД.ММ.ГГГГ."""
    return Text(ru=f"{on:%d.%m.%Y}", en=f"{on:%d.%m.%Y}")


def month(first: date) -> Text:
    """«Март 2026»."""
    name = dimensions.MONTHS[first.month - 1]
    return Text(ru=f"{name.ru} {first.year}", en=f"{name.en} {first.year}")


def period(asked: Period) -> Text:
    """A period as a title."""
    first, last = asked.first, asked.last
    match asked.span:
        case Span.YEAR:
            return screens.YEAR.fill(year=first.year)
        case Span.QUARTER:
            return screens.QUARTER.fill(quarter=_ROMAN[(first.month - 1) // 3], year=first.year)
        case Span.MONTH:
            return month(first)
        case Span.OWN if first == last:
            return day(first)
        case Span.OWN:
            return Text(ru=f"{first:%d.%m.%Y}–{last:%d.%m.%Y}", en=f"{first:%d.%m.%Y}–{last:%d.%m.%Y}")


def compared(query: Query, before: Period | None) -> Text:
    """With what the figures are compared, as a sentence; a dash when with nothing."""
    if before is None:
        return NOTHING
    words = screens.COMPARED if before == query.before else screens.COMPARED_PART
    return words.fill(period=period(before))


def short(name: Text, most: int) -> Text:
    """A long name cut to so many letters, with a mark that it was cut."""
    return Text(ru=_cut(name.ru, most), en=_cut(name.en, most))


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1].rstrip(" ,.;(") + "…"
