"""Rows that are made once, whoever else makes them at the same moment: the database keeps the promise, not a look before."""

from typing import Any, TypeVar

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import InstrumentedAttribute
from sqlmodel import col, select

from medportal.infra.db import Row, UnitOfWork

RowT = TypeVar("RowT", bound=Row)


def inserting(uow: UnitOfWork, table: type[Row]) -> postgresql.Insert | sqlite.Insert:
    """An insert into a table that can be told what to do when the row is there (`on_conflict_…`), on either database."""
    insert = postgresql.insert if uow.session.get_bind().dialect.name == "postgresql" else sqlite.insert
    return insert(table)


def held(uow: UnitOfWork, table: type[RowT], key: str, values: dict[str, Any]) -> RowT:
    """The row of a key, made with these values if there is none, and held until the unit ends.

    Of two who ask at once the second waits, and then sees what the first has left; a row that the first took out is made
    anew. Insert and hold are one statement: between two of them the row could go.

    Args:
        uow: the unit that holds it.
        table: whose row.
        key: the name of a column that is unique by itself.
        values: all columns of a row that has to be made, the key among them.
    """
    column: InstrumentedAttribute[Any] = getattr(table, key)
    made = inserting(uow, table).values(**values)
    uow.session.exec(made.on_conflict_do_update(index_elements=[key], set_={key: values[key]}))
    wanted = select(table).where(col(column) == values[key])
    return uow.session.exec(wanted.execution_options(populate_existing=True)).one()
