"""Reports as files: a typeset paper and a workbook, both from the kept content alone."""

import io
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal

from medportal.features.analytics.rules.charts.files import harmless
from medportal.features.analytics.rules.reports.content import shown
from medportal.features.analytics.schemas.reports import Content
from medportal.features.analytics.texts import reports as texts
from medportal.infra import typeset
from medportal.kernel.text import Locale

if TYPE_CHECKING:
    from openpyxl.styles import Font
    from openpyxl.worksheet.worksheet import Worksheet

ReportForm = Literal["pdf", "xlsx"]
TYPES = {
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_FORMATS = {"share": "0.0%", "tenths": "0.0", "count": "#,##0"}


def content_of(kept: dict[str, Any]) -> Content:
    """The content as it was kept."""
    return Content(
        title=kept["title"],
        source=kept["source"],
        period=kept["period"],
        locale=kept["locale"],
        is_wide=kept["is_wide"],
        fields=tuple((label, value) for label, value in kept["fields"]),
        parts=tuple(kept["parts"]),
    )


def paper(made: Content, form: ReportForm) -> bytes:
    """A report as a file.

    Raises:
        TypesetError: the paper could not be set.
    """
    return _pdf(made) if form == "pdf" else _workbook(made)


def shown_rows(part: dict[str, Any], locale: Locale) -> list[list[str]]:
    """The rows of a table or of figures as they are read, with the totals last."""
    rows = [
        [shown(cell, _kind(part, number, place), locale) for place, cell in enumerate(row)]
        for number, row in enumerate(part["rows"])
    ]
    if part["total"] is not None:
        rows.append([shown(cell, part["kinds"][place], locale) for place, cell in enumerate(part["total"])])
    return rows


def _kind(part: dict[str, Any], row: int, place: int) -> str:
    kind: str = part["kinds"][place]
    return part["row_kinds"][row] if kind == "figure" else kind


def _pdf(made: Content) -> bytes:
    locale: Locale = "en" if made.locale == "en" else "ru"
    words = {"page": texts.PAGE, "of": texts.PAGE_OF, "made_by": texts.MADE_BY, "signature": texts.SIGNATURE}
    parts = [
        part
        if part["kind"] == "words"
        else {**part, "rows": shown_rows(part, locale), "has_total": part["total"] is not None, "total": None}
        for part in made.parts
    ]
    data = {
        "title": made.title,
        "source": texts.SOURCE.fill(source=made.source).within(locale),
        "period": made.period,
        "lang": locale,
        "wide": made.is_wide,
        "fields": [list(one) for one in made.fields],
        "parts": parts,
        "words": {name: text.within(locale) for name, text in {**words, "signed_on": texts.SIGNED_ON}.items()},
    }
    source = (files("medportal.features.analytics.rules.reports") / "paper.typ").read_text(encoding="utf-8")
    return typeset.pdf(source, data)


def _workbook(made: Content) -> bytes:
    # Late: a workbook is written seldom, and the library is large.
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    page = book.active
    if page is None:
        raise RuntimeError("a new workbook has a sheet")
    page.title = made.title[:31].replace("/", "-").replace(":", "")
    bold = Font(bold=True)
    page.append([harmless(made.title)])
    page["A1"].font = Font(bold=True, size=14)
    for line in (made.period, made.source, *(f"{label}: {value}" for label, value in made.fields)):
        page.append([harmless(line)])
    for part in made.parts:
        page.append([])
        page.append([harmless(part["title"])])
        page.cell(page.max_row, 1).font = bold
        if part["kind"] == "words":
            page.append([harmless(part["body"] or "—")])
        else:
            _put_table(page, part, bold)
    for place in range(1, 20):
        page.column_dimensions[get_column_letter(place)].width = 34 if place == 1 else 16
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _put_table(page: "Worksheet", part: dict[str, Any], bold: "Font") -> None:
    page.append([harmless(one) for one in part["head"]])
    for place in range(1, len(part["head"]) + 1):
        page.cell(page.max_row, place).font = bold
    totals = [part["total"]] if part["total"] is not None else []
    for number, row in enumerate([*part["rows"], *totals]):
        page.append([harmless(cell) if isinstance(cell, str) else cell for cell in row])
        for place in range(len(row)):
            kind = part["kinds"][place] if number >= len(part["rows"]) else _kind(part, number, place)
            if kind in _FORMATS:
                page.cell(page.max_row, place + 1).number_format = _FORMATS[kind]
