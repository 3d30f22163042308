"""How Alembic compares our models with a database, and how it runs what it wrote."""

from typing import Any, Literal

from alembic import context
from sqlalchemy import Connection
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

from medportal.infra import db
from medportal.settings import settings
from medportal.tables import metadata


def render_item(kind: str, item: Any, _autogen: object) -> str | Literal[False]:
    """Keep SQLModel's own types out of migrations: what is frozen must not depend on a library's inner names."""
    if kind == "type" and isinstance(item, AutoString):
        return f"sa.String(length={item.length})" if item.length else "sa.String()"
    if kind == "type" and isinstance(item, UTCDateTime):
        return "sa.DateTime(timezone=True)"
    return False


def run(connection: Connection) -> None:
    """Run the migrations asked for, each in a transaction of its own."""
    context.configure(
        connection=connection,
        target_metadata=metadata,
        compare_type=True,
        compare_server_default=True,
        render_as_batch=connection.dialect.name == "sqlite",
        render_item=render_item,
        transaction_per_migration=True,
        # Our SQLite connections begin by themselves, so there, too, a migration happens whole or not at all.
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


if context.is_offline_mode():
    raise SystemExit("migrations run against a database only, not into a script")

given: Connection | None = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    engine = db.open_database(settings().database_url)
    with engine.connect() as opened:
        run(opened)
        opened.commit()
    engine.dispose()
