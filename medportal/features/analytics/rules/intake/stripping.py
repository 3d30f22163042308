"""The first reading of a file: columns that identify patients go before anything is kept, the rest becomes a table.

Birth dates become age groups while the date of the visit stands beside them. What remains is an Arrow stream of text.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from medportal.features.analytics.rules import facts
from medportal.features.analytics.rules.intake import guess, personal, values
from medportal.features.analytics.rules.intake.batches import Batch, Sheet, Texts, pa
from medportal.features.analytics.rules.intake.trouble import FileTroubleError
from medportal.features.analytics.schemas.imports import ColumnSeen, Personal, Role, Trouble

SAMPLE = 400
NUMBER = "number"


@dataclass(slots=True)
class Stripped:
    """What the first reading found. `columns` are those that remain, `gone` those that identified patients."""

    columns: list[ColumnSeen] = field(default_factory=list[ColumnSeen])
    gone: list[ColumnSeen] = field(default_factory=list[ColumnSeen])
    rows: int = 0
    broken: list[int] = field(default_factory=list[int])


def strip(sheet: Sheet, found: Stripped) -> Iterator[bytes]:
    """The table without patients, as the bytes of an Arrow stream; `found` is whole when the last piece is out.

    Raises:
        FileTroubleError: nothing would remain to reckon from.
    """
    batches = iter(sheet.batches)
    first = next(batches, None)
    if first is None:
        raise FileTroubleError(Trouble.EMPTY)
    sample = [_sample(column) for column in first.columns]
    plan = _plan(sheet.titles, sample, found)
    sink = _Sink()
    schema = pa.schema([(NUMBER, pa.int64()), *((f"c{place}", pa.string()) for place in range(len(found.columns)))])
    options = pa.ipc.IpcWriteOptions(compression="lz4")
    with pa.ipc.new_stream(pa.PythonFile(sink, mode="w"), schema, options=options) as writer:
        batch: Batch | None = first
        while batch is not None:
            writer.write_batch(pa.record_batch([pa.array(batch.numbers), *plan.kept(batch)], schema=schema))
            found.rows += len(batch.numbers)
            yield sink.drained()
            batch = next(batches, None)
    found.broken = sheet.broken
    yield sink.drained()


@dataclass(frozen=True, slots=True)
class _Plan:
    """Which columns stay, and which birth dates become age groups on which date."""

    places: list[int]
    births: set[int]
    visits: int | None
    known_days: dict[str, int]

    def kept(self, batch: Batch) -> list[Texts]:
        """The columns that stay, freed of birth dates."""
        return [self._ages(batch, place) if place in self.births else batch.columns[place] for place in self.places]

    def _ages(self, batch: Batch, place: int) -> Texts:
        births = batch.columns[place].dictionary_encode()
        born = np.array([_born(text) for text in births.dictionary.to_pylist()], np.int64)[_indices(births)]
        if self.visits is None:
            return pa.array([""] * len(born), pa.string())
        days = values.judged(batch.columns[self.visits], values.day, self.known_days)
        # Days are put as YYYYMMDD: the age in whole years is their difference cut to ten thousands.
        years = (_written(days) - born) // 10_000
        groups = 1 + np.searchsorted(np.array([1, 15, 18, 40, 55, 65, 80]), years, side="right")
        known = (born > 0) & (days >= 0) & (years >= 0) & (years <= 125)
        names = np.array(values.GROUPS)
        return pa.array(names[np.where(known, groups, 0)], pa.string())


def _plan(titles: tuple[str, ...], sample: list[list[str]], found: Stripped) -> _Plan:
    kinds = [personal.of_column(title, cells) for title, cells in zip(titles, sample, strict=True)]
    seen = guess.columns(titles, sample, kinds)
    roles = {column.place: column.role for column in seen if column.role}
    for place in guess.birth_dates(sample, roles):
        if kinds[place] is None:
            kinds[place] = Personal.BIRTH_DATE
    visits = next((place for place, role in roles.items() if role is Role.DATE), None)
    candidates = {place for place, kind in enumerate(kinds) if kind is Personal.BIRTH_DATE and visits is not None}
    has_age = Role.AGE in roles.values()
    births: set[int] = set() if has_age else set(sorted(candidates)[:1])
    places = [place for place in range(len(titles)) if kinds[place] is None or place in births]
    found.gone = [ColumnSeen(place, titles[place], None, kinds[place]) for place in range(len(titles)) if kinds[place]]
    found.columns = [
        ColumnSeen(new, titles[place], Role.AGE if place in births else roles.get(place))
        for new, place in enumerate(places)
    ]
    if visits is None and found.gone and any(_holds_dates(sample[column.place]) for column in found.gone):
        # The only dates stand together with what identifies a patient: the two cannot be told apart.
        raise FileTroubleError(Trouble.PERSONAL)
    if not places:
        raise FileTroubleError(Trouble.PERSONAL)
    return _Plan(places, births, visits, {})


def _holds_dates(cells: list[str]) -> bool:
    return any(values.day(word) >= 0 for cell in cells[:50] for word in cell.split() if len(word) >= 8)


def _sample(column: Texts) -> list[str]:
    """Some cells from all over the first batch: the first rows of a file may all be alike."""
    step = max(len(column) // SAMPLE, 1)
    return [str(cell)[:256] for cell in column.to_pylist()[::step][:SAMPLE]]


def _born(text: str) -> int:
    there = values.day_or_older(text)
    return 0 if there is None else there.year * 10_000 + there.month * 100 + there.day


def _written(days: facts.Ints) -> facts.Ints:
    numbers, places = np.unique(days, return_inverse=True)
    there = [facts.day_of(int(number)) if number >= 0 else None for number in numbers]
    written = np.array([0 if day is None else day.year * 10_000 + day.month * 100 + day.day for day in there], np.int64)
    return written[places]


def _indices(encoded: Any) -> NDArray[np.int64]:
    return encoded.indices.to_numpy(zero_copy_only=False)


class _Sink(io.RawIOBase):
    """Where the writer writes to: what is there is handed on and forgotten."""

    def __init__(self) -> None:
        self._held = bytearray()

    def writable(self) -> bool:
        """It is."""
        return True

    def write(self, data: Any, /) -> int:
        """Hold the bytes."""
        self._held += memoryview(data)
        return len(data)

    def drained(self) -> bytes:
        """What was written since the last call."""
        held, self._held = bytes(self._held), bytearray()
        return held


def stripped_batches(pieces: Iterator[bytes]) -> Iterator[Batch]:
    """The table of a first reading, batch by batch."""
    from medportal.features.analytics.rules.intake.streams import Pieces

    reader = pa.ipc.open_stream(pa.PythonFile(io.BufferedReader(Pieces(pieces), 1 << 20), mode="r"))
    for batch in reader:
        yield Batch(batch.column(0).to_numpy(), batch.columns[1:])
