"""Sorting, searching and paging of tables."""

from dataclasses import replace

from medportal.features.analytics.schemas.dimensions import Dimension
from medportal.features.analytics.schemas.figures import Column, Table, TableRow
from medportal.features.analytics.schemas.listing import NAME, Listing, Look

PAGE = 50
_BY_TIME = {Dimension.DAY, Dimension.MONTH}


def listing(table: Table, look: Look, page_size: int = PAGE) -> Listing:
    """One page of what fits; without a wish the largest come first, and of days and months the latest."""
    rows = [row for row in table.rows if _fits(row, look.find)]
    rows = _sorted(rows, table, look)
    pages = max(-(-len(rows) // page_size), 1)
    page = min(look.page, pages)
    shown = rows[(page - 1) * page_size : page * page_size]
    return Listing(table, tuple(shown), len(rows), page, pages)


def all_rows(table: Table, look: Look) -> Table:
    """The whole table, sorted and searched as it is looked at: what a file holds."""
    return replace(table, rows=tuple(_sorted([row for row in table.rows if _fits(row, look.find)], table, look)))


def _fits(row: TableRow, find: str) -> bool:
    sought = _folded(find)
    return not sought or any(sought in _folded(words) for words in (row.label.ru, row.label.en, row.code, row.key))


def _folded(words: str) -> str:
    return words.casefold().replace("ё", "е")


def _sorted(rows: list[TableRow], table: Table, look: Look) -> list[TableRow]:
    if look.sort == NAME:
        return sorted(rows, key=lambda row: (_folded(row.label.ru), row.key), reverse=look.descending)
    if not look.sort and table.dimension in _BY_TIME:
        return sorted(rows, key=lambda row: row.key, reverse=True)
    if not look.sort and table.dimension is Dimension.AGE:
        return rows
    column = Column(look.sort) if look.sort in set(table.columns) else Column.VISITS
    place = table.columns.index(column)

    def weight(row: TableRow) -> tuple[bool, float, str]:
        value = row.cells[place]
        # What cannot be reckoned stands last, whichever way one looks.
        return (value is None) != look.descending, 0.0 if value is None else value, row.key

    return sorted(rows, key=weight, reverse=look.descending)
