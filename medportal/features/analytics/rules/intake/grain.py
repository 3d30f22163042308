"""The second reading: rows of a mapped table are checked and counted together to facts, a batch at a time."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast
from zoneinfo import ZoneInfo

import numpy as np
import pyarrow.compute  # pyright: ignore[reportMissingTypeStubs]
from numpy.typing import NDArray

from medportal.features.analytics.rules import codes, facts
from medportal.features.analytics.rules.intake import tags, values, words
from medportal.features.analytics.rules.intake.batches import Batch, Texts
from medportal.features.analytics.rules.intake.met import Codes
from medportal.features.analytics.schemas.dimensions import NO_HOUR, CodeKind, Reason
from medportal.features.analytics.schemas.imports import Choice, Refusal, Role

compute: Any = cast("Any", pyarrow.compute)
LONGEST_VISIT = 12 * 60
REFUSED = np.dtype([("row", "<u4"), ("reason", "u1"), ("column", "u1")])
ROLES = tuple(Role)
_WORDED = (Role.PAYMENT, Role.PLACE, Role.KIND, Role.REASON)
# Numbers of people and of papers: half of one is a mistake. Minutes and quantities may be broken, and are rounded.
_WHOLE = (Role.VISITS, Role.NO_SHOWS, Role.SICK_OPENED, Role.SICK_CLOSED)
_NUMBERED = (Role.VISITS, Role.NO_SHOWS, Role.MINUTES, Role.QUANTITY, Role.SICK_OPENED, Role.SICK_CLOSED)


@dataclass(frozen=True, slots=True)
class Taken:
    """What a batch came to: facts whose codes have the reading's own numbers, and the rows that were refused."""

    rows: facts.Facts
    refused: NDArray[Any]
    count: int
    tags: tags.Tags


class Reading:
    """One reading of one table: what a batch needs of the batches before it."""

    def __init__(
        self, mapping: Mapping[Role, int], choice: Choice, today: int, zone: ZoneInfo, *, secret: bytes, seen: tags.Seen
    ) -> None:
        self._mapping = mapping
        self._choice = choice
        self._today = today
        self.zone = zone
        self._secret = secret
        self._seen = seen
        self._visits_seen = tags.Seen(np.empty(0, np.uint64))
        self.codes = {CodeKind.SERVICE: Codes(codes.service), CodeKind.DIAGNOSIS: Codes(codes.diagnosis)}
        self._known: dict[object, dict[str, int]] = {}

    def take(self, batch: Batch) -> Taken:
        """Check a batch and count it together."""
        rows = _Rows(self, batch)
        rows.read()
        good = rows.reasons == 0
        kept = self._unmet(batch, rows, good)
        columns = {name: column[kept] for name, column in rows.parts.items()}
        for kind, met in self.codes.items():
            met.used.update(np.unique(columns[kind.name.lower()]).tolist())
            met.used.discard(0)
        bad = rows.reasons != 0
        refused = np.empty(int(bad.sum()), REFUSED)
        refused["row"], refused["reason"], refused["column"] = batch.numbers[bad], rows.reasons[bad], rows.blamed[bad]
        return Taken(
            facts.by_grain(columns), refused, int(kept.sum()), rows.tags[kept] if rows.tags is not None else _NONE
        )

    def column(self, batch: Batch, role: Role) -> Texts | None:
        """The column of a role."""
        place = self._mapping.get(role)
        return None if place is None else batch.columns[place]

    def judged(self, column: Texts, judge: values.Judge, kept_as: object) -> facts.Ints:
        """A column judged, with what earlier batches taught."""
        return values.judged(column, judge, self._known.setdefault(kept_as, {}))

    def left_out(self, numbers: facts.Ints, days: facts.Ints) -> NDArray[np.bool_]:
        """Which rows the person chose to leave out."""
        out = np.zeros(len(numbers), np.bool_)
        for low, high in self._choice.left_out:
            out |= (numbers >= low) & (numbers <= high)
        if self._choice.first is not None:
            out |= days < facts.day_number(self._choice.first)
        if self._choice.last is not None:
            out |= days > facts.day_number(self._choice.last)
        return out

    def is_future(self, days: facts.Ints) -> NDArray[np.bool_]:
        """Which days have not come yet."""
        return days > self._today

    def of_visits(self, batch: Batch) -> NDArray[np.bool_] | None:
        """Which rows are the first of their visit, where rows name their visit."""
        column = self.column(batch, Role.VISIT)
        if column is None:
            return None
        # A row that names no visit is one of its own.
        return ~self._visits_seen.met(tags.of_columns([column], self._secret), _filled(column))

    def _unmet(self, batch: Batch, rows: "_Rows", good: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Good rows that did not come before, in this file or in another one."""
        column = self.column(batch, Role.ROW_ID)
        if column is not None:
            rows.tags = tags.of_columns([column], self._secret)
            good_tags = good & _filled(column)
        elif rows.has_minutes and not self._choice.keep_same:
            # Without numbers of rows, one that is the same to the minute in every column is the same row.
            rows.tags = tags.of_columns(batch.columns, self._secret)
            good_tags = good
        else:
            return good
        met = self._seen.met(rows.tags, good_tags)
        rows.refuse(met, Refusal.DUPLICATE, Role.ROW_ID)
        return good & ~met


_NONE = np.empty(0, np.uint64)


def _filled(column: Texts) -> NDArray[np.bool_]:
    return compute.binary_length(column).to_numpy(zero_copy_only=False) > 0


class _Rows:
    """The rows of a batch while they are read: a column for each part of a fact, and why a row is refused."""

    def __init__(self, reading: Reading, batch: Batch) -> None:
        self._reading = reading
        self._batch = batch
        self._size = len(batch.numbers)
        self.reasons = np.zeros(self._size, np.int64)
        self.blamed = np.zeros(self._size, np.int64)
        self.tags: tags.Tags | None = None
        self.has_minutes = False
        self.parts: dict[str, facts.Ints] = {}

    def refuse(self, these: NDArray[np.bool_], reason: Refusal, role: Role) -> None:
        """Refuse rows that were not refused before."""
        fresh = these & (self.reasons == 0)
        self.reasons[fresh] = reason
        self.blamed[fresh] = ROLES.index(role)

    def read(self) -> None:
        """Read every part, in the order in which they need each other."""
        parts = self.parts
        days, minutes = self._moments()
        parts["day"] = np.where(days < 0, 0, days)
        parts["hour"] = np.where(minutes >= 0, minutes // 60, NO_HOUR)
        self._codes()
        told = {role: self._worded(role) for role in _WORDED}
        service, diagnosis = parts["service"], parts["diagnosis"]
        parts["payment"] = _or(told[Role.PAYMENT], self._size)
        parts["place"] = _or(told[Role.PLACE], self._size)
        kinds, reasons = self._by_services(service)
        parts["kind"] = _or(told[Role.KIND], self._size, kinds)
        preventive = self._preventive_places()
        derived = np.where(preventive, Reason.PREVENTIVE, np.where(reasons > 0, reasons, self._by_diagnoses(diagnosis)))
        parts["reason"] = _or(told[Role.REASON], self._size, derived)
        age = self._reading.column(self._batch, Role.AGE)
        parts["age"] = self._zeros() if age is None else self._reading.judged(age, values.age_group, Role.AGE)
        self._counts(days, minutes)

    def _zeros(self) -> facts.Ints:
        return np.zeros(self._size, np.int64)

    def _moments(self) -> tuple[facts.Ints, facts.Ints]:
        """Days and minutes of the day; a day that is none refuses its row."""
        column = self._reading.column(self._batch, Role.DATE)
        if column is None:
            self.refuse(np.ones(self._size, np.bool_), Refusal.NO_DATE, Role.DATE)
            return self._zeros(), self._zeros() + values.NOTHING
        days, minutes = self._split(column, Role.DATE)
        time = self._reading.column(self._batch, Role.TIME)
        if time is not None:
            minutes = self._reading.judged(time, values.minute, Role.TIME)
        self._refuse_negative(days, Role.DATE)
        self.refuse(self._reading.is_future(days), Refusal.FUTURE, Role.DATE)
        self.refuse(self._reading.left_out(self._batch.numbers, days), Refusal.LEFT_OUT, Role.DATE)
        self.has_minutes = bool((minutes > 0).any() and (minutes % 60 != 0).any())
        return days, minutes

    def _split(self, column: Texts, kept_as: Role) -> tuple[facts.Ints, facts.Ints]:
        """Day and minute of texts like 05.03.2026 9:05; each half has few distinct values, the whole has many."""
        halves = compute.extract_regex(column, r"^\s*(?P<d>[^T ]*)[T ]*(?P<t>.*)$")
        day, time = compute.struct_field(halves, "d"), compute.struct_field(halves, "t")
        time = compute.if_else(compute.equal(time, ""), day, time)
        days = self._reading.judged(compute.fill_null(day, ""), values.day, (kept_as, "day"))
        minutes = self._reading.judged(compute.fill_null(time, ""), values.minute_or_utc, (kept_as, "minute"))
        return values.local(days, minutes, self._reading.zone)

    def _refuse_negative(self, judged: facts.Ints, role: Role) -> None:
        for reason in Refusal:
            self.refuse(judged == -reason, reason, role)

    def _codes(self) -> None:
        for role, kind in ((Role.SERVICE, CodeKind.SERVICE), (Role.DIAGNOSIS, CodeKind.DIAGNOSIS)):
            column = self._reading.column(self._batch, role)
            met = self._reading.codes[kind]
            numbers = self._zeros() if column is None else values.judged(column, met.number, met.told)
            self._refuse_negative(numbers, role)
            self.parts[role.value] = np.maximum(numbers, 0)

    def _worded(self, role: Role) -> facts.Ints | None:
        column = self._reading.column(self._batch, role)
        return None if column is None else self._reading.judged(column, lambda text: words.value(role, text), role)

    def _by_services(self, numbers: facts.Ints) -> tuple[facts.Ints, facts.Ints]:
        """Kind and reason that codes of the nomenclature tell by themselves."""
        told = np.array(
            [(0, 0), *(codes.kind_of_service(code) for code, _ in self._reading.codes[CodeKind.SERVICE].known)]
        )
        return told[numbers, 0], told[numbers, 1]

    def _by_diagnoses(self, numbers: facts.Ints) -> facts.Ints:
        known = self._reading.codes[CodeKind.DIAGNOSIS].known
        return np.array([0, *(codes.reason_of_diagnosis(code) if is_known else 0 for code, is_known in known)])[numbers]

    def _preventive_places(self) -> NDArray[np.bool_]:
        column = self._reading.column(self._batch, Role.PLACE)
        if column is None:
            return np.zeros(self._size, np.bool_)
        told = self._reading.judged(column, lambda text: words.value(Role.REASON, text), "place tells reason")
        return told == Reason.PREVENTIVE

    def _counts(self, days: facts.Ints, minutes: facts.Ints) -> None:
        parts = self.parts
        numbers = {role: self._number(role) for role in _NUMBERED}
        told = numbers[Role.VISITS]
        visits = np.ones(self._size, np.int64)
        if (firsts := self._reading.of_visits(self._batch)) is not None:
            visits = visits * firsts
        if told is not None:
            visits = np.where(told >= 0, told, visits)
        missed = _or(numbers[Role.NO_SHOWS], self._size)
        status = self._worded(Role.STATUS)
        if status is not None:
            self.refuse(status == words.CALLED_OFF, Refusal.CALLED_OFF, Role.STATUS)
            gone = status == words.MISSED
            missed = np.where(gone, np.maximum(np.maximum(visits, missed), 1), missed)
            visits = np.where(gone, 0, visits)
        spent = self._spent(days, minutes, numbers[Role.MINUTES])
        parts["visits"], parts["no_shows"] = visits, missed
        parts["minutes"] = np.where(visits > 0, spent, 0)
        parts["timed"] = np.where(spent > 0, visits, 0)
        quantity = numbers[Role.QUANTITY]
        given = np.ones(self._size, np.int64) if quantity is None else np.where(quantity >= 0, quantity, 1)
        parts["services"] = np.where((parts["service"] > 0) & ((visits > 0) | (missed == 0)), given, 0)
        rural = self._worded(Role.RURAL)
        parts["rural"] = self._zeros() if rural is None else rural * visits
        for name, role in (("sick_opened", Role.SICK_OPENED), ("sick_closed", Role.SICK_CLOSED)):
            parts[name] = _or(numbers[role], self._size)

    def _number(self, role: Role) -> facts.Ints | None:
        column = self._reading.column(self._batch, role)
        if column is None:
            return None
        numbers = self._reading.judged(column, values.count if role in _WHOLE else values.number, role)
        self._refuse_negative(numbers, role)
        return numbers

    def _spent(self, days: facts.Ints, minutes: facts.Ints, told: facts.Ints | None) -> facts.Ints:
        """Minutes of a visit: told, or from its beginning to its end; longer than half a day is no visit's time."""
        if told is not None:
            return np.maximum(told, 0)
        column = self._reading.column(self._batch, Role.END)
        if column is None:
            return self._zeros()
        end_days, end_minutes = self._split(column, Role.END)
        end_days = np.where(end_days < 0, days, end_days)
        spent = (end_days - days) * 1440 + end_minutes - minutes
        return np.where((minutes >= 0) & (end_minutes >= 0) & (spent > 0) & (spent <= LONGEST_VISIT), spent, 0)


def _or(told: facts.Ints | None, size: int, otherwise: facts.Ints | None = None) -> facts.Ints:
    """What was told, and where nothing was, what may be inferred."""
    if told is None:
        return np.zeros(size, np.int64) if otherwise is None else otherwise
    told = np.maximum(told, 0)
    return told if otherwise is None else np.where(told > 0, told, otherwise)
