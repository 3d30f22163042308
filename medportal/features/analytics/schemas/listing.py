"""A table as it is looked through: sorted, searched, a page at a time."""

from collections.abc import Mapping
from dataclasses import dataclass

from medportal.features.analytics.schemas.dimensions import Dimension
from medportal.features.analytics.schemas.figures import Column, Table, TableRow

BY = (
    Dimension.SERVICE,
    Dimension.DIAGNOSIS,
    Dimension.DIAGNOSIS_CLASS,
    Dimension.PAYMENT,
    Dimension.AGE,
    Dimension.MONTH,
    Dimension.DAY,
)
NAME = "name"
MOST_LETTERS = 60


@dataclass(frozen=True, slots=True)
class Look:
    """How a table is looked through. `params` and `read` are inverse to each other.

    `sort` is the name of a column, or `name`, or empty for the table's own order.
    """

    by: Dimension = Dimension.SERVICE
    sort: str = ""
    descending: bool = True
    find: str = ""
    page: int = 1

    def params(self) -> dict[str, str]:
        """The look as parameters of an address; what stands at its default is left out."""
        said = {"by": self.by.value}
        if self.sort:
            said |= {"sort": self.sort, "order": "down" if self.descending else "up"}
        if self.find:
            said["find"] = self.find
        if self.page > 1:
            said["page"] = str(self.page)
        return said

    @classmethod
    def read(cls, params: Mapping[str, str]) -> "Look":
        """The look that an address asks for; what cannot be read stays at its default."""
        by, sort, page = params.get("by", ""), params.get("sort", ""), params.get("page", "1")
        return cls(
            by=Dimension(by) if by in set(BY) else Dimension.SERVICE,
            sort=sort if sort in {NAME, *Column} else "",
            descending=params.get("order") != "up",
            find=params.get("find", "")[:MOST_LETTERS].strip(),
            page=int(page) if page.isascii() and page.isdigit() and len(page) < 7 and int(page) > 0 else 1,
        )


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of a table. `found` counts the rows that fit, `rows` are those of the page."""

    table: Table
    rows: tuple[TableRow, ...]
    found: int
    page: int
    pages: int
