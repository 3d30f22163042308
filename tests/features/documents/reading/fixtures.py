"""Scans of invented passports with what they say and what is to become of them; each is read once for all tests."""

import json
import os
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from medportal.features.documents.adapters.reading.reader import PassportReader
from medportal.features.documents.schemas.reading import Reading
from medportal.kernel import clock

FOLDER = Path(__file__).parents[3] / "fixtures" / "passports"
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
CODE_FIELDS = (
    *("series", "number", "issue_date", "division_code", "birth_date", "sex"),
    *("surname", "name", "patronymic"),
)
PRINTED_FIELDS = ("issuing_authority", "birth_place")


@dataclass(frozen=True)
class Scan:
    file: str
    kind: str
    label: str
    has_mrz: bool
    expect: str
    reason: str | None
    fields: dict[str, Any]

    @property
    def data(self) -> bytes:
        return (FOLDER / self.file).read_bytes()


def _scan(row: dict[str, Any]) -> Scan:
    return Scan(
        row["file"], row["kind"], row["label"], row["has_mrz"], row["expect"], row["reason"], row["fields"] or {}
    )


SCANS = tuple(_scan(row) for row in json.loads((FOLDER / "truth.json").read_text(encoding="utf-8")))
# The code lines of this one belong to another person than its print: nothing on it is true of anybody.
CONTRADICTORY = "mrz_vs_visual.jpg"


def named(file: str) -> Scan:
    return next(scan for scan in SCANS if scan.file == file)


# Asked for here, before tests are shut off from the environment: a folder without a model proves the rest by itself.
TESSDATA = os.environ.get("MEDPORTAL_TESSDATA")


@cache
def reader() -> PassportReader:
    return PassportReader(Path(TESSDATA) if TESSDATA else None)


@cache
def blind() -> PassportReader:
    """A reader that finds no Russian model."""
    return PassportReader(FOLDER)


@cache
def read(file: str) -> Reading:
    with clock.stopped(NOW):
        return reader().read(named(file).data)


@cache
def read_blind(file: str) -> Reading:
    with clock.stopped(NOW):
        return blind().read(named(file).data)


def folded(value: str) -> str:
    """Spaces, punctuation and the dots of Ё do not make two readings different."""
    return re.sub(r"[^А-Я0-9]", "", value.upper().replace("Ё", "Е"))


def false_fills(reading: Reading, fields: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        (name, field.source.value)
        for name, field in reading.fields.items()
        if folded(field.value) != folded(fields[name])
    ]
