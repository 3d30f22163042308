"""Dictionaries: official lists as data, each with its source, replaceable without touching code."""

import json
from functools import cache
from importlib.resources import files
from typing import Literal, TypedDict, cast

Name = Literal["specialities", "positions", "subjects", "base_specialities"]


class Entry(TypedDict, total=False):
    """One row; every row has a name, the rest depends on the list."""

    name: str
    qualifier: str | None
    fgos_code: str | None
    code: str
    okato: str


@cache
def entries(name: Name) -> tuple[Entry, ...]:
    """The rows of a list in the order of its source."""
    return tuple(
        cast("Entry", {"name": item} if isinstance(item, str) else item)
        for item in cast("list[object]", _read(name)["items"])
    )


@cache
def names(name: Name) -> tuple[str, ...]:
    """What a person may choose."""
    return tuple(entry["name"] for entry in entries(name) if "name" in entry)


@cache
def passport_regions() -> tuple[str, ...]:
    """First two digits of passport series that are known to occur (rules §1.5); for warnings only."""
    extra = cast("list[str]", _read("subjects")["passport_extra"])
    return tuple(sorted({entry["okato"] for entry in entries("subjects") if "okato" in entry} | set(extra)))


def dictionary_json(name: Name) -> dict[str, object]:
    """A list as the browser's combobox reads it: `items` to choose from, `notes` by item where the source has one."""
    notes = {entry.get("name", ""): note for entry in entries(name) if (note := entry.get("qualifier"))}
    return {"name": name, "source": _read(name)["source"], "items": list(names(name)), "notes": notes}


@cache
def _read(name: str) -> dict[str, object]:
    text = files(__package__ or __name__).joinpath(f"{name}.json").read_text(encoding="utf-8")
    return cast("dict[str, object]", json.loads(text))
