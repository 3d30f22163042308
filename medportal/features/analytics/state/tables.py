"""The tables: sorted, searched and paged by the address."""

from dataclasses import replace
from typing import Annotated, Any
from urllib.parse import urlencode

import reflex as rx
from pydantic import StringConstraints

from medportal.features.analytics import service
from medportal.features.analytics.rules.charts import numbers, table_sheets
from medportal.features.analytics.schemas.asking import Query
from medportal.features.analytics.schemas.listing import BY, MOST_LETTERS, NAME, Listing, Look
from medportal.features.analytics.state import rows
from medportal.features.analytics.state.addresses import (
    DASHBOARD,
    TABLES,
    address,
    chips,
    chosen_days,
    compares,
    spans,
    stepped,
)
from medportal.features.analytics.texts import dimensions, screens
from medportal.kernel import clock
from medportal.kernel.actor import Role
from medportal.kernel.text import Text
from medportal.ui.handling import NOTHING, call
from medportal.ui.incoming import Incoming, read
from medportal.ui.session import actor_of, allow


class _Find(Incoming):
    find: Annotated[str, StringConstraints(max_length=MOST_LETTERS)] = ""


class TablesState(rx.State):
    """One page of one table."""

    loaded: bool = False
    period: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))
    compared: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))
    caption: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))
    first_day: str = ""
    last_day: str = ""
    earlier: str = ""
    later: str = ""
    charts: str = ""
    empty: bool = False
    clear: str = ""
    chips: rx.Field[list[rows.ChipRow]] = rx.field(default_factory=list)
    spans: rx.Field[list[rows.ChoiceRow]] = rx.field(default_factory=list)
    compares: rx.Field[list[rows.ChoiceRow]] = rx.field(default_factory=list)
    kinds: rx.Field[list[rows.ChoiceRow]] = rx.field(default_factory=list)
    find: str = ""
    found: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))
    heads: rx.Field[list[rows.HeadRow]] = rx.field(default_factory=list)
    lines: rx.Field[list[rows.LineRow]] = rx.field(default_factory=list)
    totals: rx.Field[list[dict[str, str]]] = rx.field(default_factory=list)
    page: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))
    previous_page: str = ""
    next_page: str = ""
    save: str = ""

    @rx.event(supersedes=True)
    @allow(Role.DOCTOR)
    async def open(self) -> None:
        """The page was opened, or another question was put into its address."""
        query, look = self._asked()
        self._show(query, look, await call(service.listing_of, await actor_of(self), query, look))

    @rx.event
    @allow(Role.DOCTOR)
    def search(self, event: dict[str, Any]) -> Any:
        """Words were typed into the search: they go into the address."""
        given = read(_Find, event)
        if given is None:
            return None
        query, look = self._asked()
        return rx.redirect(address(TABLES, query, replace(look, find=given.find.strip(), page=1).params()))

    @rx.event
    @allow(Role.DOCTOR)
    def choose_days(self, event: dict[str, Any]) -> Any:
        """An own period was typed: it goes into the address."""
        query, look = self._asked()
        chosen = chosen_days(TABLES, query, clock.today(), event, look.params())
        return rx.redirect(chosen) if chosen else None

    def _asked(self) -> tuple[Query, Look]:
        params = dict(self.router.url.query_parameters)
        return Query.read(params, clock.today()), Look.read(params)

    def _show(self, query: Query, look: Look, listing: Listing) -> None:
        table, asked = listing.table, look.params()
        self.period = numbers.period(query.period).pair()
        self.compared = numbers.compared(query, table.compared_with).pair()
        self.first_day, self.last_day = query.period.first.isoformat(), query.period.last.isoformat()
        self.caption = screens.BY[look.by.value].pair()
        self.earlier, self.later = stepped(TABLES, query, -1, asked), stepped(TABLES, query, 1, asked)
        self.spans, self.compares = spans(TABLES, query, asked), compares(TABLES, query, asked)
        self.charts, self.empty = address(DASHBOARD, query), not table.has_data
        self.clear, self.chips = address(TABLES, replace(query, filters=()), asked), chips(TABLES, query, asked)
        self.kinds = [rows.ChoiceRow(str(by), address(TABLES, query, Look(by=by).params()), by is look.by) for by in BY]
        self.find = look.find
        self.found = screens.FOUND.fill(rows=numbers.count(listing.found), all=numbers.count(len(table.rows))).pair()
        names = [(NAME, dimensions.DIMENSIONS[look.by.value])]
        columns = [(one.value, table_sheets.column_title(one)) for one in table.columns]
        self.heads = [_head(query, look, key, title) for key, title in names + columns]
        self.lines = [
            rows.LineRow(
                row.key,
                row.label.pair(),
                row.code if row.code != row.label.ru else "",
                row.is_known,
                [table_sheets.cell(value, one).pair() for value, one in zip(row.cells, table.columns, strict=True)],
            )
            for row in listing.rows
        ]
        self.totals = [
            table_sheets.cell(value, one).pair() for value, one in zip(table.totals, table.columns, strict=True)
        ]
        self._show_pages(query, look, listing)
        self.loaded = True

    def _show_pages(self, query: Query, look: Look, listing: Listing) -> None:
        def page(number: int) -> str:
            within = 1 <= number <= listing.pages
            return address(TABLES, query, replace(look, page=number).params()) if within else ""

        self.page = (
            screens.PAGE_OF.fill(page=listing.page, pages=listing.pages).pair() if listing.pages > 1 else dict(NOTHING)
        )
        self.previous_page, self.next_page = page(listing.page - 1), page(listing.page + 1)
        self.save = f"/practice/tables?{urlencode({**query.params(), **look.params()}, safe='~')}"


def _head(query: Query, look: Look, key: str, title: Text) -> rows.HeadRow:
    # Pressed again, the order turns; names begin with А, numbers with the largest.
    descending = not look.descending if look.sort == key else key != NAME
    asked = replace(look, sort=key, descending=descending, page=1).params()
    order = ("descending" if look.descending else "ascending") if look.sort == key else "none"
    return rows.HeadRow(key, title.pair(), address(TABLES, query, asked), order)
