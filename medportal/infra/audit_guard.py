"""Triggers that let nobody change or delete an entry of the audit log, for the migration and for tests."""

from sqlalchemy import DDL, Table, event

TABLE = "audit_entry"
REFUSAL = "the audit log is append-only"

SQLITE_CREATE = tuple(
    f"CREATE TRIGGER {TABLE}_no_{deed} BEFORE {deed.upper()} ON {TABLE} BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    for deed in ("update", "delete")
)
SQLITE_DROP = tuple(f"DROP TRIGGER IF EXISTS {TABLE}_no_{deed}" for deed in ("update", "delete"))

POSTGRESQL_CREATE = (
    f"CREATE OR REPLACE FUNCTION {TABLE}_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$",
    f"CREATE TRIGGER {TABLE}_no_change BEFORE UPDATE OR DELETE ON {TABLE} "
    f"FOR EACH ROW EXECUTE FUNCTION {TABLE}_refuse()",
    f"CREATE TRIGGER {TABLE}_no_truncate BEFORE TRUNCATE ON {TABLE} "
    f"FOR EACH STATEMENT EXECUTE FUNCTION {TABLE}_refuse()",
)
POSTGRESQL_DROP = (
    f"DROP TRIGGER IF EXISTS {TABLE}_no_truncate ON {TABLE}",
    f"DROP TRIGGER IF EXISTS {TABLE}_no_change ON {TABLE}",
    f"DROP FUNCTION IF EXISTS {TABLE}_refuse()",
)


def statements(dialect: str) -> tuple[str, ...]:
    """What a migration executes after it has created the table, one statement after another."""
    return POSTGRESQL_CREATE if dialect == "postgresql" else SQLITE_CREATE


def undo_statements(dialect: str) -> tuple[str, ...]:
    """What a migration executes before it drops the table."""
    return POSTGRESQL_DROP if dialect == "postgresql" else SQLITE_DROP


def attach(table: Table) -> None:
    """Have the triggers made whenever the table is created from the models."""
    for dialect in ("sqlite", "postgresql"):
        for statement in statements(dialect):
            # DDL fills %-places; none of the statements has one.
            event.listen(table, "after_create", DDL(statement).execute_if(dialect=dialect))
