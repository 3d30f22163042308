"""The book of institutions out of a file: the one that comes with the portal, or a newer one of the operator's."""

import json
from collections.abc import Sequence
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any, cast, final

from medportal.features.qualification.schemas import Institution

__all__ = ["FileBook"]

_SLICE = "medportal.features.qualification"


@final
class FileBook:
    """Reads the book once. `more` are institutions that stand in no file: the invented ones of the demonstration."""

    def __init__(self, path: Path | None = None, more: Sequence[Institution] = ()) -> None:
        text = (
            path.read_text(encoding="utf-8")
            if path is not None
            else files(_SLICE).joinpath("data/institutions.json").read_text(encoding="utf-8")
        )
        plain = cast("dict[str, list[dict[str, Any]]]", json.loads(text))
        self._book = (*(_institution(row) for row in plain["items"]), *more)

    def book(self) -> tuple[Institution, ...]:
        """Every name ever borne."""
        return self._book


def _institution(row: dict[str, Any]) -> Institution:
    return Institution(
        id=str(row["id"]),
        name=str(row["name"]),
        city=str(row.get("city", "")),
        ogrn=str(row.get("ogrn", "")),
        named_from=_day(row.get("named_from")),
        named_to=_day(row.get("named_to")),
        successor=str(row.get("successor", "")),
        accredited_to=_day(row.get("accredited_to")),
    )


def _day(text: object) -> date | None:
    return date.fromisoformat(text) if isinstance(text, str) and text else None
