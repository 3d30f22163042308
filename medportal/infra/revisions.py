"""Which revision the schema should stand at, and whether it does: told by the standard library alone.

A restart asks nothing else most of the time, and the packages that migrate take longer to import than it may last.
"""

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from medportal.infra.errors import SetupError

SCRIPTS = Path(__file__).resolve().parents[2] / "alembic"

_REVISION = re.compile(r"^revision(?::[^=]*)? = ['\"](\w+)['\"]", re.MULTILINE)
_DOWN = re.compile(r"^down_revision(?::[^=]*)? = (?:['\"](\w+)['\"]|None)", re.MULTILINE)


def head(scripts: Path = SCRIPTS) -> str | None:
    """The newest revision on disk."""
    made, built_on = _revisions(scripts)
    heads = made - built_on
    if len(heads) > 1:
        raise SetupError(f"migrations have {len(heads)} heads: merge them")
    return heads.pop() if heads else None


def at_head(url: str, scripts: Path = SCRIPTS) -> bool:
    """Whether an SQLite database surely stands at the newest revision; of any other nothing is said."""
    file = Path(url.removeprefix("sqlite:///"))
    if not url.startswith("sqlite:///") or not file.is_file():
        return False
    try:
        with closing(sqlite3.connect(f"file:{quote(str(file.resolve()))}?mode=ro", uri=True)) as kept:
            return kept.execute("select version_num from alembic_version").fetchall() == [(head(scripts),)]
    except sqlite3.Error:
        return False


def _revisions(scripts: Path) -> tuple[set[str], set[str]]:
    made: set[str] = set()
    built_on: set[str] = set()
    for file in (scripts / "versions").glob("*.py"):
        source = file.read_text(encoding="utf-8")
        made.update(_REVISION.findall(source))
        built_on.update(filter(None, _DOWN.findall(source)))
    return made, built_on
