"""FHIR R4: encounters, procedures and conditions of a Bundle, an array or NDJSON, read as they stream by.

Two passes: the first remembers which diagnosis belongs to which encounter and how old whose patient is; the second
gives the rows. Of a patient only the age group of a visit comes out; names, numbers and references do not.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any, cast

from medportal.features.analytics.rules.intake.batches import Batch, Sheet, of_rows
from medportal.features.analytics.rules.intake.streams import LOOK, Pieces, Utf8, encoding_of
from medportal.features.analytics.rules.intake.trouble import FileTroubleError
from medportal.features.analytics.rules.intake.values import GROUPS, age_at
from medportal.features.analytics.schemas.imports import Trouble

TITLES = (
    "start", "end", "status", "class", "service", "diagnosis", "age group", "visits", "resource id", "visit id",
)  # fmt: skip
ROWS = 20_000
LONGEST = 16 << 20
MOST_KNOWN = 2_000_000
_ENTRY = re.compile(r'"entry"\s*:\s*\[')
_UTC = re.compile(r"(Z|[+-]00:00)$")
_SPACE = " \t\r\n,"
_CODES = ("icd-10", "icd10", "1.2.643.5.1.13.13.11.1005", "1.2.643.5.1.13.13.11.1070")

Resource = dict[str, Any]


@dataclass(slots=True)
class _Known:
    """What the first pass remembers; nothing of it is kept."""

    diagnoses: dict[str, str] = field(default_factory=dict[str, str])
    births: dict[str, str] = field(default_factory=dict[str, str])
    kinds: set[str] = field(default_factory=set[str])


def sheet(opened: Callable[[], Iterator[bytes]]) -> Sheet:
    """Resources as a sheet.

    Raises:
        FileTroubleError: it is no FHIR, or is cut off or broken.
    """
    known = _Known()
    for resource in _resources(opened()):
        _remember(known, resource)
    wanted = next((one for one in ("Encounter", "Procedure", "Condition") if one in known.kinds), None)
    if wanted is None:
        raise FileTroubleError(Trouble.NO_TABLE)
    return Sheet(TITLES, _batches(opened, known, wanted), [])


def _batches(opened: Callable[[], Iterator[bytes]], known: _Known, main: str) -> Iterator[Batch]:
    rows: list[list[str]] = []
    numbers: list[int] = []
    for number, resource in zip(count(1), _resources(opened()), strict=False):
        kind = resource.get("resourceType")
        # A condition tells of an encounter; it is a row only where there is nothing else.
        if kind == main or (kind == "Procedure" and main == "Encounter"):
            rows.append(_row(resource, known, main))
            numbers.append(number)
        if len(rows) == ROWS:
            yield of_rows(rows, numbers, len(TITLES))
            rows, numbers = [], []
    if rows:
        yield of_rows(rows, numbers, len(TITLES))


def _row(resource: Resource, known: _Known, main: str) -> list[str]:
    kind = str(resource.get("resourceType"))
    period = _dict(resource.get("period")) or _dict(resource.get("performedPeriod"))
    moments = ("performedDateTime", "recordedDate", "onsetDateTime")
    start = str(period.get("start") or next((resource[one] for one in moments if resource.get(one)), ""))
    own = str(resource.get("id") or "")
    visit = own if kind == "Encounter" else _visit(resource)
    diagnosis = _code(resource.get("code")) if kind == "Condition" else _code(resource.get("reasonCode"))
    service = _code(resource.get("code")) if kind == "Procedure" else _code(resource.get("type"))
    birth = known.births.get(_reference(resource.get("subject")), "")
    return [
        _moment(start),
        _moment(str(period.get("end") or "")) if kind == "Encounter" else "",
        str(resource.get("status") or ""),
        str(_dict(resource.get("class")).get("code") or ""),
        service if kind != "Condition" else "",
        known.diagnoses.get(visit, "") or diagnosis,
        GROUPS[age_at(birth, start)],
        # A procedure done at an encounter is no visit of its own.
        "" if kind == main and kind != "Encounter" else str(int(kind == "Encounter")),
        own,
        visit,
    ]


def _moment(text: str) -> str:
    """A date and time to the second; of offsets only that of UTC matters, the rest were the clock on the wall."""
    return text[:19] + ("Z" if _UTC.search(text[19:]) else "")


def _remember(known: _Known, resource: Resource) -> None:
    kind = resource.get("resourceType")
    if not isinstance(kind, str):
        return
    if len(known.diagnoses) > MOST_KNOWN or len(known.births) > MOST_KNOWN:
        raise FileTroubleError(Trouble.TOO_LONG)
    known.kinds.add(kind)
    if kind == "Condition" and (visit := _visit(resource)):
        code = _code(resource.get("code"))
        # The first condition is the visit's own, unless only a later one is of ICD-10.
        if code and (visit not in known.diagnoses or _is_icd(resource.get("code"))):
            known.diagnoses.setdefault(visit, code)
            if _is_icd(resource.get("code")) and not re.fullmatch(r"[A-Z]\d\d.*", known.diagnoses[visit]):
                known.diagnoses[visit] = code
    elif kind == "Patient":
        known.births[str(resource.get("id") or "")] = str(resource.get("birthDate") or "")[:10]


def _codings(concept: object) -> list[Resource]:
    concepts = cast("list[object]", concept) if isinstance(concept, list) else [concept]
    found: list[Resource] = []
    for one in concepts:
        codings = _dict(one).get("coding")
        found += [_dict(coding) for coding in (cast("list[object]", codings) if isinstance(codings, list) else [])]
    return found


def _is_icd(concept: object) -> bool:
    return any(part in str(coding.get("system", "")).casefold() for coding in _codings(concept) for part in _CODES[:3])


def _code(concept: object) -> str:
    """The code of a concept, of a Russian list or ICD-10 if it has one."""
    codings = _codings(concept)
    best = next((one for one in codings if any(part in str(one.get("system", "")).casefold() for part in _CODES)), None)
    chosen = best or (codings[0] if codings else {})
    return str(chosen.get("code") or "")


def _visit(resource: Resource) -> str:
    """The encounter that a resource belongs to; before R4 it was called context."""
    return _reference(resource.get("encounter") or resource.get("context"))


def _reference(value: object) -> str:
    """What a reference points to: urn:uuid:…, Encounter/… or Encounter?identifier=…|… all end in the id."""
    return re.split(r"[/:|]", str(_dict(value).get("reference") or ""))[-1]


def _dict(value: object) -> Resource:
    return cast("Resource", value) if isinstance(value, dict) else {}


def _resources(pieces: Iterator[bytes]) -> Iterator[Resource]:
    """Every resource of the text, one at a time."""
    source = Pieces(pieces)
    text = Utf8(source, encoding_of(source.peek(LOOK)))
    buffer = _Buffer(text)
    try:
        yield from _values(buffer)
    except RecursionError:
        raise FileTroubleError(Trouble.BROKEN) from None


def _values(buffer: "_Buffer") -> Iterator[Resource]:
    buffer.skip()
    if buffer.starts("["):
        buffer.take(1)
        yield from _array(buffer)
        return
    found = _ENTRY.search(buffer.text[: LOOK // 2]) if buffer.fill(LOOK // 2) else None
    line = buffer.text.find("\n")
    # NDJSON has a whole value in its first line; a Bundle that is written over many lines has not.
    if found and '"Bundle"' in buffer.text[: LOOK // 2] and (line < 0 or not _is_value(buffer.text[:line])):
        buffer.take(found.end())
        for entry in _array(buffer):
            yield _dict(entry.get("resource"))
        return
    while buffer.skip():
        value = buffer.value()
        if value.get("resourceType") == "Bundle":
            entries = value.get("entry")
            for entry in cast("list[object]", entries) if isinstance(entries, list) else []:
                yield _dict(_dict(entry).get("resource"))
        else:
            yield value


def _array(buffer: "_Buffer") -> Iterator[Resource]:
    while True:
        if not buffer.skip():
            raise FileTroubleError(Trouble.TRUNCATED)
        if buffer.starts("]"):
            return
        yield buffer.value()


def _is_value(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


class _Buffer:
    """Text that is read on as it is needed, and JSON values taken off its front."""

    def __init__(self, source: Utf8) -> None:
        self._source = source
        self._decoder = json.JSONDecoder()
        self._bytes = b""
        self.text = ""
        self._ended = False

    def fill(self, size: int) -> bool:
        """Have so many characters at hand, or all there are; whether there are any."""
        while len(self.text) < size and not self._ended:
            piece = self._source.read(max(size, 1 << 18)) or b""
            self._ended = not piece
            whole = self._bytes + piece
            # A character may be cut by the end of a piece.
            text = whole.decode("utf-8", errors="ignore") if self._ended else _whole_characters(whole)
            self._bytes = whole[len(text.encode()) :]
            self.text += text
        return bool(self.text)

    def skip(self) -> bool:
        """Go past white space and commas; whether anything follows."""
        while True:
            self.text = self.text.lstrip(_SPACE)
            if self.text or not self.fill(1):
                return bool(self.text)

    def starts(self, mark: str) -> bool:
        """Whether the text goes on with a mark."""
        return self.text.startswith(mark)

    def take(self, size: int) -> None:
        """Go past so many characters."""
        self.text = self.text[size:]

    def value(self) -> Resource:
        """The next value.

        Raises:
            FileTroubleError: it is no JSON object, is cut off, or is larger than a resource may be.
        """
        size = 1 << 18
        while True:
            self.fill(size)
            try:
                value, end = self._decoder.raw_decode(self.text)
            except ValueError:
                if self._ended:
                    raise FileTroubleError(Trouble.TRUNCATED) from None
                size = len(self.text) * 2
                if size > LONGEST:
                    raise FileTroubleError(Trouble.BROKEN) from None
                continue
            self.take(end)
            if not isinstance(value, dict):
                raise FileTroubleError(Trouble.BROKEN)
            return cast("Resource", value)


def _whole_characters(data: bytes) -> str:
    for cut in range(4):
        try:
            return data[: len(data) - cut].decode()
        except UnicodeDecodeError:
            continue
    return data.decode(errors="ignore")
