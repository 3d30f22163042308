"""The English catalogue: every pair of words of the portal, under the key that stands in the page."""

import importlib
import json
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import medportal
from medportal.kernel.text import Text
from medportal.ui.say import key


def pairs() -> Iterator[Text]:
    """Every `Text` that stands in a module named `texts` (or `*_texts`), also inside tuples, lists and dicts."""
    for info in pkgutil.walk_packages(medportal.__path__, "medportal."):
        if info.name.rsplit(".", 1)[-1].endswith("texts") or ".texts." in info.name:
            yield from _within(importlib.import_module(info.name))
    # What invented people show is said beside each of them, in their own module.
    yield from _within(importlib.import_module("medportal.demonstration.people"))


def _within(module: ModuleType) -> Iterator[Text]:
    for value in vars(module).values():
        yield from _texts(value)


def _texts(value: object) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, tuple | list | frozenset | set):
        for item in value:
            yield from _texts(item)


def catalogue() -> dict[str, str]:
    """Key to English sentence.

    Raises:
        ValueError: two sentences have the same key, so a page could show the wrong one.
    """
    words: dict[str, str] = {}
    for text in pairs():
        if words.setdefault(key(text), text.en) != text.en:
            raise ValueError(f"two sentences with the key {key(text)}: change a word of {text.ru!r}")
    return dict(sorted(words.items()))


def write_catalogue(folder: Path) -> Path:
    """Write `en.json` for the browser, as small as JSON goes."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "en.json"
    file.write_text(json.dumps(catalogue(), ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    return file
