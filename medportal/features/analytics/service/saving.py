"""Charts and tables as files: what is saved is what is shown, reckoned anew from the same question."""

import io
from dataclasses import dataclass
from typing import Literal

from medportal.features.analytics.rules.charts import drawing, files, listing, sheets, table_sheets
from medportal.features.analytics.schemas.asking import Query
from medportal.features.analytics.schemas.charts import ChartName, Sheet
from medportal.features.analytics.schemas.listing import Listing, Look
from medportal.features.analytics.service import looking
from medportal.kernel.actor import Actor
from medportal.kernel.text import Locale

ChartForm = Literal["csv", "svg"]
TableForm = Literal["csv", "xlsx"]
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "svg": "image/svg+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True, slots=True)
class Saved:
    """A file for the person: bytes, media type, and a name without anything personal."""

    body: bytes
    media_type: str
    name: str


def listing_of(actor: Actor, query: Query, look: Look) -> Listing:
    """One page of a table, sorted and searched.

    Raises:
        ForbiddenError: the actor is no doctor.
    """
    return listing.listing(looking.table(actor, query, look.by), look)


def save_table(actor: Actor, query: Query, look: Look, form: TableForm, locale: Locale) -> Saved:
    """The whole table as it is looked at, all pages of it.

    Raises:
        ForbiddenError: the actor is no doctor.
    """
    sheet = table_sheets.table_sheet(listing.all_rows(looking.table(actor, query, look.by), look))
    body = files.as_csv(sheet, locale) if form == "csv" else _workbook(sheet, locale)
    return Saved(body, TYPES[form], _name(look.by.value, query, form))


def save_chart(actor: Actor, query: Query, name: ChartName, form: ChartForm, locale: Locale) -> Saved:
    """One chart: as a picture what is shown, as rows all its bars.

    Raises:
        ForbiddenError: the actor is no doctor.
    """
    board = looking.dashboard(actor, query)
    dimension = name.dimension
    if form == "svg":
        shown = sheets.sheet(board, name)
        return Saved(drawing.svg(board, name, shown, locale).encode(), TYPES[form], _name(name.value, query, form))
    whole = looking.breakdown(actor, query, dimension) if dimension is not None else None
    body = files.as_csv(sheets.sheet(board, name, whole), locale)
    return Saved(body, TYPES[form], _name(name.value, query, form))


def _name(what: str, query: Query, form: str) -> str:
    return f"medportal-{what}-{query.period.first:%Y%m%d}-{query.period.last:%Y%m%d}.{form}"


def _workbook(sheet: Sheet, locale: Locale) -> bytes:
    # Late: a workbook is written seldom, and the library is large.
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    page = book.create_sheet(sheet.title.within(locale)[:31])
    page.freeze_panes = "A2"
    for number in range(1, len(sheet.head) + 1):
        page.column_dimensions[get_column_letter(number)].width = 48 if number == 2 else 16
    head = [WriteOnlyCell(page, value=one.within(locale)) for one in sheet.head]
    for cell in head:
        cell.font = Font(bold=True)
    page.append(head)
    for row in sheet.rows:
        cells = [WriteOnlyCell(page, value=files.plain(one, locale)) for one in row]
        for place in sheet.shares:
            cells[place].number_format = "0.0%"
        page.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
