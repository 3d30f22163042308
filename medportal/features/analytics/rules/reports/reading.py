"""Templates are read from TOML. Whoever writes one needs no code: what it may name is listed in docs/reports.md."""

import hashlib
import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Any, TypeVar, cast

from medportal.features.analytics.schemas.dimensions import Dimension
from medportal.features.analytics.schemas.figures import Column, Metric
from medportal.features.analytics.schemas.listing import BY
from medportal.features.analytics.schemas.reports import (
    FiguresPart,
    ReportField,
    ReportPart,
    ReportSpan,
    RowOrder,
    Start,
    TablePart,
    Template,
    TemplateError,
    WordsPart,
)
from medportal.kernel.text import Text

E = TypeVar("E", bound=StrEnum)
_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
_ROWS = (*BY, Dimension.PLACE, Dimension.REASON, Dimension.KIND, Dimension.WEEKDAY, Dimension.HOUR)
MOST_ROWS = 1000
LARGEST_FILE = 64 * 1024


def template(source: bytes, *, is_own: bool = False) -> Template:
    """A template.

    Args:
        source: the file, TOML in UTF-8.
        is_own: whether an administrator added it.

    Raises:
        TemplateError: something in it cannot be read; the message says where.
    """
    if len(source) > LARGEST_FILE:
        raise TemplateError("the file is larger than 64 KB")
    try:
        told = tomllib.loads(source.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise TemplateError(f"this is no TOML in UTF-8: {error}") from None
    known = {"key", "title", "source", "lead", "span", "wide", "fields", "parts"}
    _nothing_else(told, known, "the template")
    fields = tuple(_field(one) for one in _list(told, "fields", required=False))
    names = {one.name for one in fields}
    if len(names) < len(fields):
        raise TemplateError("two fields have one name")
    return Template(
        key=_named(told, "key", "the template"),
        title=_text(told, "title", "the template"),
        source=_text(told, "source", "the template"),
        lead=_text(told, "lead", "the template"),
        span=_one_of(ReportSpan, told.get("span"), "span"),
        is_wide=bool(told.get("wide", False)),
        is_own=is_own,
        fields=fields,
        parts=tuple(_part(one, names) for one in _list(told, "parts")),
        fingerprint=hashlib.sha256(source).hexdigest()[:16],
    )


def _field(told: Mapping[str, Any]) -> ReportField:
    where = f"field {told.get('name')!r}"
    _nothing_else(told, {"name", "label", "hint", "long", "required", "start"}, where)
    return ReportField(
        name=_named(told, "name", where),
        label=_text(told, "label", where),
        hint=_text(told, "hint", where) if "hint" in told else None,
        is_long=bool(told.get("long", False)),
        is_required=bool(told.get("required", False)),
        start=_one_of(Start, told.get("start", ""), where),
    )


def _part(told: Mapping[str, Any], fields: set[str]) -> ReportPart:
    kind = told.get("kind")
    reader = _PARTS.get(kind) if isinstance(kind, str) else None
    if reader is None:
        raise TemplateError(f"a part is of a kind that is unknown: {kind!r}; known: {', '.join(_PARTS)}")
    part = reader(told)
    if isinstance(part, WordsPart) and part.field not in fields:
        raise TemplateError(f"a part shows the field {part.field!r}, which the template does not have")
    return part


def _table(told: Mapping[str, Any]) -> TablePart:
    where = "a table"
    _nothing_else(told, {"kind", "title", "by", "columns", "order", "limit"}, where)
    by = _one_of(Dimension, told.get("by"), where)
    if by not in _ROWS:
        raise TemplateError(f"{where}: there are no rows by {by.value}")
    limit = told.get("limit", 400)
    if not isinstance(limit, int) or not 0 < limit <= MOST_ROWS:
        raise TemplateError(f"{where}: limit is a number from 1 to {MOST_ROWS}")
    columns = tuple(_one_of(Column, one, where) for one in _values(told, "columns", where))
    return TablePart(
        _text(told, "title", where), by, columns, _one_of(RowOrder, told.get("order", "time"), where), limit
    )


def _figures(told: Mapping[str, Any]) -> FiguresPart:
    where = "figures"
    _nothing_else(told, {"kind", "title", "metrics"}, where)
    return FiguresPart(
        _text(told, "title", where), tuple(_one_of(Metric, one, where) for one in _values(told, "metrics", where))
    )


def _words(told: Mapping[str, Any]) -> WordsPart:
    where = "words"
    _nothing_else(told, {"kind", "title", "field"}, where)
    return WordsPart(_text(told, "title", where), _named(told, "field", where))


_PARTS: dict[str, Callable[[Mapping[str, Any]], ReportPart]] = {"table": _table, "figures": _figures, "words": _words}


def _nothing_else(told: Mapping[str, Any], known: set[str], where: str) -> None:
    if strange := sorted(set(told) - known):
        raise TemplateError(f"{where}: {strange[0]!r} is unknown; known: {', '.join(sorted(known))}")


def _list(told: Mapping[str, Any], name: str, *, required: bool = True) -> Sequence[Mapping[str, Any]]:
    rows = told.get(name, [])
    if not isinstance(rows, list) or not all(isinstance(one, dict) for one in cast("list[object]", rows)):
        raise TemplateError(f"{name} are written as [[{name}]]")
    found = cast("list[Mapping[str, Any]]", rows)
    if required and not found:
        raise TemplateError(f"there are no {name}")
    return found


def _values(told: Mapping[str, Any], name: str, where: str) -> list[object]:
    found = told.get(name)
    if not isinstance(found, list) or not found:
        raise TemplateError(f"{where}: {name} is a list of names")
    return cast("list[object]", found)


def _named(told: Mapping[str, Any], name: str, where: str) -> str:
    found = told.get(name)
    if not isinstance(found, str) or not _NAME.fullmatch(found):
        raise TemplateError(f"{where}: {name} is a word of small Latin letters, digits and _")
    return found


def _text(told: Mapping[str, Any], name: str, where: str) -> Text:
    found = told.get(name)
    if isinstance(found, dict):
        pair = cast("dict[str, object]", found)
        russian, english = pair.get("ru"), pair.get("en")
        if isinstance(russian, str) and isinstance(english, str) and russian.strip() and english.strip():
            return Text(ru=russian.strip(), en=english.strip())
    raise TemplateError(f"{where}: {name} has words in both languages, {{ ru = …, en = … }}")


def _one_of(kind: type[E], value: object, where: str) -> E:
    if isinstance(value, str) and value in set(kind):
        return kind(value)
    raise TemplateError(f"{where}: {value!r} is unknown; known: {', '.join(repr(one.value) for one in kind)}")
