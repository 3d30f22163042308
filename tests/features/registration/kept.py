"""What an SQLite database has written down, as a thief of its file would search it."""

import re
import sqlite3
from dataclasses import dataclass
from pathlib import Path

# Shorter words come by chance: four digits stand in some hash, token or moment of every database.
TELLING = 6


@dataclass(frozen=True, slots=True)
class Kept:
    """The bytes of the files, and every cell of every table."""

    raw: bytes
    cells: tuple[bytes, ...]

    def holds(self, word: str) -> bool:
        """Whether the word is there in plain, as text or escaped as JSON does: anywhere, or, a short one, by itself."""
        for plain in (word.encode(), word.encode("unicode_escape")):
            if len(plain) >= TELLING:
                if plain in self.raw:
                    return True
                continue
            alone = re.compile(rb"(?<![\w+/=-])" + re.escape(plain) + rb"(?![\w+/=-])")
            if any(alone.search(cell) for cell in self.cells):
                return True
        return False


def kept(url: str) -> Kept:
    """What the database at this address has written down, its log of changes included."""
    file = Path(url.removeprefix("sqlite:///"))
    raw = b"".join(path.read_bytes() for path in file.parent.glob(f"{file.name}*"))
    with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows = [row for table in tables for row in database.execute(f'SELECT * FROM "{table}"')]
    cells = (cell for row in rows for cell in row if isinstance(cell, str | bytes))
    return Kept(raw, tuple(cell.encode() if isinstance(cell, str) else cell for cell in cells))
