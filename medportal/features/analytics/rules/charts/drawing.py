"""A chart as an SVG file that stands by itself: white ground, its own words, nothing fetched from anywhere."""

from html import escape

from medportal.features.analytics.rules.charts import columns, numbers, week
from medportal.features.analytics.schemas.charts import ChartName, Sheet
from medportal.features.analytics.schemas.drawings import Columns, Heat
from medportal.features.analytics.schemas.figures import Breakdown, Dashboard
from medportal.kernel.text import Locale

WIDTH = 760
EDGE = 24
HEAD = 72
GUTTER = 52
ROW = 44
CELL = 30
INK, SOFT, LINE = "#16211e", "#4c5a56", "#d5dcd8"
# Told apart by lightness alone, so that they survive colour blindness and a black-and-white printer.
TONES = {"now": "#0a6a5c", "before": "#b9c9c3", "first": "#0a6a5c", "repeat": "#8fc0b4"}
HEAT = ("#f3f6f4", "#dcebe6", "#bcdad1", "#92c3b6", "#2f7a6c", "#1c665a", "#07544a")
FONT = "Golos Text, Roboto, Noto Sans, Arial, sans-serif"


def svg(board: Dashboard, name: ChartName, sheet: Sheet, locale: Locale) -> str:
    """The file of one chart, in one language."""
    match name:
        case ChartName.MONTHS:
            height, body = _columns(columns.against_last_year(board.months), locale)
        case ChartName.FIRST:
            height, body = _columns(columns.first_and_repeat(board.months), locale)
        case ChartName.WEEK:
            height, body = _week(week.week(board.heat), locale)
        case _:
            height, body = _bars(board.breakdown(name.dimension or board.breakdowns[0].dimension), locale)
    whole = height + HEAD + EDGE
    words = (
        _text(EDGE, 34, sheet.title.within(locale), size=20, weight=650),
        _text(EDGE, 56, sheet.period.within(locale), fill=SOFT, size=14),
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{whole:g}" viewBox="0 0 {WIDTH} {whole:g}" '
        f'font-family="{FONT}" role="img" lang="{locale}"><title>{escape(sheet.title.within(locale))}</title>'
        f'<rect width="100%" height="100%" fill="#fff"/>{"".join(words)}'
        f'<g transform="translate({EDGE} {HEAD})">{body}</g></svg>'
    )


def _columns(chart: Columns, locale: Locale) -> tuple[float, str]:
    inner = WIDTH - 2 * EDGE - GUTTER
    parts: list[str] = [f'<g transform="translate({GUTTER} 0)">']
    for tick in chart.ticks:
        parts.append(f'<path d="M0 {tick.y:g}H{inner}" stroke="{LINE}"/>')
        parts.append(_text(-8, tick.y + 4, tick.label.within(locale), fill=SOFT, size=11, anchor="end"))
    for column in chart.columns:
        parts.extend(
            f'<rect x="{piece.x * inner / 100:g}" y="{piece.y:g}" width="{piece.width * inner / 100:g}" '
            f'height="{piece.height:g}" fill="{TONES[piece.tone]}"/>'
            for piece in column.pieces
        )
        if column.label is not None:
            middle = column.middle * inner / 100
            parts.append(
                _text(middle, chart.base + 18, column.label.within(locale), fill=SOFT, size=12, anchor="middle")
            )
    parts.append(f'<path d="M0 {chart.base:g}H{inner}" stroke="{INK}"/></g>')
    return chart.height, "".join(parts)


def _bars(chart: Breakdown, locale: Locale) -> tuple[float, str]:
    inner = WIDTH - 2 * EDGE
    most = max((max(bar.value, bar.before or 0) for bar in chart.bars), default=0) or 1
    parts: list[str] = []
    for at, bar in enumerate(chart.bars):
        top = at * ROW
        name = numbers.short(bar.label, 70).within(locale)
        value = f"{numbers.count(bar.value).within(locale)} · {numbers.per_cent(bar.share).within(locale)}"
        parts.append(_text(0, top + 15, f"{bar.code} {name}" if bar.code else name, size=14))
        parts.append(_text(inner, top + 15, value, size=14, anchor="end"))
        if bar.before is not None:
            parts.append(
                f'<rect y="{top + 21}" width="{inner * bar.before / most:g}" height="14" fill="{TONES["before"]}"/>'
            )
        parts.append(f'<rect y="{top + 24}" width="{inner * bar.value / most:g}" height="8" fill="{TONES["now"]}"/>')
    return len(chart.bars) * ROW, "".join(parts)


def _week(heat: Heat, locale: Locale) -> tuple[float, str]:
    left = 40
    width = min((WIDTH - 2 * EDGE - left) / max(len(heat.hours), 1), 48)
    parts: list[str] = []
    for at, hour in enumerate(heat.hours):
        parts.append(_text(left + width * (at + 0.5), 12, f"{hour}", fill=SOFT, size=12, anchor="middle"))
    for number, row in enumerate(heat.rows):
        top = 20 + number * CELL
        parts.append(_text(0, top + 19, row.short.within(locale), fill=SOFT, size=13))
        for at, cell in enumerate(row.cells):
            parts.append(
                f'<rect x="{left + width * at + 1:g}" y="{top + 1}" width="{width - 2:g}" height="{CELL - 2}" '
                f'fill="{HEAT[cell.tone]}"/>'
            )
            ink = "#fff" if cell.tone >= 4 else INK
            if cell.value:
                middle = left + width * (at + 0.5)
                said = numbers.count(cell.value).within(locale)
                parts.append(_text(middle, top + 19, said, fill=ink, size=11, anchor="middle"))
    return 20 + len(heat.rows) * CELL, "".join(parts)


def _text(
    x: float, y: float, words: str, *, fill: str = INK, size: int = 13, weight: int = 400, anchor: str = "start"
) -> str:
    return (
        f'<text x="{x:g}" y="{y:g}" fill="{fill}" font-size="{size}" font-weight="{weight}" '
        f'text-anchor="{anchor}">{escape(words)}</text>'
    )
