"""Sheets as files. CSV for spreadsheets of the person's language: semicolons and decimal commas in Russian."""

import csv
import io

from medportal.features.analytics.schemas.charts import Sheet
from medportal.kernel.text import Locale, Text

# What a spreadsheet would run instead of show, when a cell begins with it.
_RUNS = ("=", "+", "-", "@", "\t", "\r")


def as_csv(sheet: Sheet, locale: Locale) -> bytes:
    """UTF-8 with a mark of the order of bytes, so that spreadsheets read Russian; shares stay shares of one."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";" if locale == "ru" else ",", lineterminator="\r\n")
    writer.writerow([one.within(locale) for one in sheet.head])
    for row in sheet.rows:
        writer.writerow([_cell(one, locale) for one in row])
    return out.getvalue().encode("utf-8-sig")


def plain(cell: Text | float | None, locale: Locale) -> str | int | float | None:
    """A cell as a workbook holds it: words that can run nothing, numbers as numbers."""
    if isinstance(cell, Text):
        return harmless(cell.within(locale))
    return cell


def harmless(words: str) -> str:
    """Words that no spreadsheet takes for a formula."""
    return f"'{words}" if words.startswith(_RUNS) else words


def _cell(cell: Text | float | None, locale: Locale) -> str:
    shown = plain(cell, locale)
    if shown is None:
        return ""
    if isinstance(shown, float):
        written = f"{shown:.6g}" if not shown.is_integer() else f"{shown:.0f}"
        return written.replace(".", ",") if locale == "ru" else written
    return str(shown)
