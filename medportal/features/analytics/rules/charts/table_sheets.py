"""A table as rows for a file."""

from medportal.features.analytics.rules.charts import numbers
from medportal.features.analytics.schemas.charts import Sheet
from medportal.features.analytics.schemas.figures import Column, Table
from medportal.features.analytics.texts import definitions, dimensions, screens
from medportal.kernel.text import Text


def table_sheet(table: Table) -> Sheet:
    """The rows and the totals of a table, with names and codes in front."""
    head = (screens.CODE, dimensions.DIMENSIONS[table.dimension.value], *(column_title(one) for one in table.columns))
    rows = tuple(
        (Text(ru=row.code, en=row.code) if row.code else None, row.label, *map(_plain, row.cells)) for row in table.rows
    )
    total = (None, screens.TOTAL, *map(_plain, table.totals))
    shares = frozenset(at + 2 for at, one in enumerate(table.columns) if one is Column.SHARE)
    return Sheet(screens.BY[table.dimension.value], numbers.period(table.query.period), head, (*rows, total), shares)


def column_title(column: Column) -> Text:
    """What a column is called."""
    return definitions.COLUMNS[column.value]


def cell(value: float | None, column: Column) -> Text:
    """A cell as it is shown."""
    if value is None:
        return numbers.NOTHING
    if column is Column.SHARE:
        return numbers.per_cent(value)
    return numbers.decimal(value, 1) if column is Column.MEAN_MINUTES else numbers.count(value)


def _plain(value: float | None) -> float | int | None:
    return int(value) if value is not None and float(value).is_integer() else value
