"""Templates of reports: those of the portal, and those an administrator laid into a folder."""

from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from medportal.features.analytics.rules.reports import reading
from medportal.features.analytics.schemas.reports import Template, TemplateError
from medportal.infra import log
from medportal.settings import settings

FOLDER = "reports"
MOST = 50
_OURS = ("journal", "form30", "category", "summary")
_log = log.get(__name__)


def templates() -> dict[str, Template]:
    """Every template by its key; one of the administrator's takes the place of the portal's of the same key.

    A file that cannot be read is left out and told in the log: one mistake does not take the others away.
    """
    found = {one.key: one for one in _ours()}
    folder = settings().reports_dir or settings().data_dir / FOLDER
    if folder.is_dir():
        for path in sorted(folder.glob("*.toml"))[:MOST]:
            own = _own(path, path.stat().st_mtime_ns)
            if own is not None:
                found[own.key] = own
    return found


@lru_cache(maxsize=1)
def _ours() -> tuple[Template, ...]:
    place = files("medportal.features.analytics.rules.reports")
    return tuple(reading.template((place / f"{key}.toml").read_bytes()) for key in _OURS)


@lru_cache(maxsize=MOST * 2)
def _own(path: Path, _changed: int) -> Template | None:
    try:
        return reading.template(path.read_bytes(), is_own=True)
    except (TemplateError, OSError) as error:
        _log.warning("report_template_unread", file=path.name, why=str(error))
        return None
