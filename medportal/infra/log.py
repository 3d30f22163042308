"""The log: structured, for machines or for a console, and without personal data.

Every record of the portal and of the libraries beneath it passes the scrubber; tracebacks carry no local variables,
and the messages of exceptions are masked, because a library may quote what a person typed.
"""

import logging
import secrets
import sys
from collections.abc import MutableMapping
from typing import Any, cast
from uuid import UUID

import structlog

from medportal.infra import scrub

# Given to granian, which sets up its loggers itself, so that it too writes through our handler.
GRANIAN: dict[str, Any] = {
    "loggers": {name: {"handlers": [], "level": "INFO", "propagate": True} for name in ("_granian", "granian.access")}
}

_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
# What these say of every step is of no use to an operator, and names addresses and tasks.
_CHATTY = ("huey", "huey.consumer", "httpx", "httpcore", "alembic.runtime.plugins")

Logger = structlog.stdlib.BoundLogger


def get(name: str) -> Logger:
    """A logger. Say what happened in English words and give typed facts: `log.info("check answered", kind=kind)`."""
    return structlog.stdlib.get_logger(name)


def incident(error: BaseException, *, where: str = "", account: UUID | None = None) -> str:
    """Log something unforeseen and give it a number that a person can read out, like `MP-7K3F-92QD`."""
    signs = "".join(secrets.choice(_ALPHABET) for _ in range(8))
    number = f"MP-{signs[:4]}-{signs[4:]}"
    facts = {"incident": number, "where": where} | ({"account": account} if account else {})
    get("medportal.incident").error("unforeseen", exc_info=error, **facts)
    return number


def configure(*, json: bool | None = None, level: int = logging.INFO) -> None:
    """Send everything, our own and the libraries', through one scrubbing handler to standard error.

    Lines are JSON when `json` says so, or when nobody watches a terminal.
    """
    as_json = not sys.stderr.isatty() if json is None else json
    render = structlog.processors.JSONRenderer(ensure_ascii=False, default=str) if as_json else _console()
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(scrub.withhold)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=_SHARED, processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, render]
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in _CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
    for name in scrub.TALKATIVE:
        # Their own handlers would write past the scrubber.
        logging.getLogger(name).handlers.clear()
        logging.getLogger(name).propagate = True


def _console() -> Any:
    return structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())


def _fold_exception(_logger: object, _method: str, entry: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Turn `exc_info` into a traceback of places and masked messages."""
    info: Any = entry.pop("exc_info", None)
    if info is True:
        info = sys.exc_info()
    error: object = cast(tuple[object, ...], info)[1] if isinstance(info, tuple) else info
    if isinstance(error, BaseException):
        quoting = scrub.talkative(str(entry.get("logger", "")))
        entry["exception"] = scrub.traceback_of(error, messages=not quoting)
    return entry


_SHARED: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    _fold_exception,
    scrub.event,
]

# From the first import on our records go to the standard library's logging, scrubbed, and never to standard output.
structlog.configure(
    processors=[structlog.stdlib.filter_by_level, *_SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
    wrapper_class=structlog.stdlib.BoundLogger,
    logger_factory=structlog.stdlib.LoggerFactory(),
)
