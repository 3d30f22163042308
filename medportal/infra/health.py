"""Health: whether this process lives, and whether it can serve."""

from sqlalchemy.exc import SQLAlchemyError

from medportal.infra import db, jobs, log, migrate

_log = log.get(__name__)


def live() -> dict[str, bool]:
    """The process answers."""
    return {"ok": True}


def ready() -> dict[str, bool]:
    """Whether people can be served: `ok` sums up that the database is reached and migrated and that jobs are done."""
    found = {"database": False, "migrated": False, "jobs": False}
    try:
        revision = migrate.current(db.engine())
        found["database"] = True
        found["migrated"] = revision == migrate.head()
    except SQLAlchemyError as error:
        log.incident(error, where="health database")
    try:
        found["jobs"] = jobs.alive()
    except Exception as error:  # noqa: BLE001
        # Redis or a file of its own: whatever the engine raises means that nobody works.
        log.incident(error, where="health jobs")
    return {"ok": all(found.values()), **found}
