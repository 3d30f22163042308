"""The sheet of a day: which counters stand on it, what may be written, and how it becomes facts and back."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from medportal.features.analytics.rules import facts
from medportal.features.analytics.schemas.days import DaySheet, SheetLine
from medportal.features.analytics.schemas.dimensions import NO_HOUR, Payment, Place, Reason, VisitKind
from medportal.features.analytics.texts import dimensions as texts
from medportal.kernel.text import Text

MOST_LINES = 40
MOST_VISITS = 500
MOST_MINUTES = 1440
USUAL = (
    SheetLine(VisitKind.FIRST, Reason.DISEASE, Place.CLINIC, Payment.OMS),
    SheetLine(VisitKind.REPEAT, Reason.DISEASE, Place.CLINIC, Payment.OMS),
    SheetLine(VisitKind.UNKNOWN, Reason.PREVENTIVE, Place.CLINIC, Payment.OMS),
    SheetLine(VisitKind.UNKNOWN, Reason.DISPENSARY, Place.CLINIC, Payment.OMS),
    SheetLine(VisitKind.UNKNOWN, Reason.DISEASE, Place.HOME, Payment.OMS),
)


def is_sound(sheet: DaySheet, today: date) -> bool:
    """Whether a sheet may be kept: a day that has been, counts that a day can hold, each counter once."""
    keys = [replace(line, visits=0) for line in sheet.lines]
    return (
        facts.day_of(0) <= sheet.day <= today
        and len(keys) <= MOST_LINES
        and len(set(keys)) == len(keys)
        and all(0 <= line.visits <= MOST_VISITS for line in sheet.lines)
        and all(_is_known(line) for line in sheet.lines)
        and 0 <= sheet.no_shows <= MOST_VISITS
        and 0 <= sheet.minutes <= MOST_MINUTES
    )


def _is_known(line: SheetLine) -> bool:
    pairs = ((line.kind, VisitKind), (line.reason, Reason), (line.place, Place), (line.payment, Payment))
    return all(value in {int(one) for one in known} for value, known in pairs)


def name_of(line: SheetLine) -> Text:
    """What a counter is called: only what it tells, in words."""
    told = [
        table[value]
        for value, table in (
            (line.reason, texts.REASONS),
            (line.kind, texts.KINDS),
            (line.place, texts.PLACES),
            (line.payment, texts.PAYMENTS),
        )
        if value
    ]
    codes = [Text(ru=code, en=code) for code in (line.diagnosis, line.service) if code]
    named = [*told, *codes] or [texts.UNKNOWN]
    return Text(ru=" · ".join(one.ru for one in named), en=" · ".join(one.en for one in named))


def to_facts(sheet: DaySheet, services: Mapping[str, int], diagnoses: Mapping[str, int]) -> facts.Facts:
    """A sheet as facts; what belongs to the day as a whole is a fact of its own."""
    counted = [line for line in sheet.lines if line.visits]
    whole = 1 if sheet.no_shows or sheet.minutes else 0
    rows = np.zeros(len(counted) + whole, facts.RECORD)
    rows["day"], rows["hour"] = facts.day_number(sheet.day), NO_HOUR
    for place, line in enumerate(counted):
        rows[place]["kind"], rows[place]["reason"] = line.kind, line.reason
        rows[place]["place"], rows[place]["payment"] = line.place, line.payment
        rows[place]["service"] = services.get(line.service, 0)
        rows[place]["diagnosis"] = diagnoses.get(line.diagnosis, 0)
        rows[place]["visits"] = line.visits
        rows[place]["services"] = line.visits if services.get(line.service) else 0
    if whole:
        rows[-1]["no_shows"], rows[-1]["minutes"] = sheet.no_shows, sheet.minutes
        rows[-1]["timed"] = sum(line.visits for line in counted) if sheet.minutes else 0
    return rows


def from_facts(
    day: date, rows: facts.Facts, usual: Sequence[SheetLine], services: Mapping[int, str], diagnoses: Mapping[int, str]
) -> DaySheet:
    """The sheet that facts of one day came from, with the usual counters beside those that count something."""
    counts = {replace(line, visits=0): 0 for line in usual}
    no_shows = minutes = 0
    for row in rows:
        no_shows += int(row["no_shows"])
        minutes += int(row["minutes"])
        if row["visits"]:
            key = SheetLine(
                int(row["kind"]),
                int(row["reason"]),
                int(row["place"]),
                int(row["payment"]),
                diagnoses.get(int(row["diagnosis"]), ""),
                services.get(int(row["service"]), ""),
            )
            counts[key] = counts.get(key, 0) + int(row["visits"])
    return DaySheet(day, tuple(replace(key, visits=count) for key, count in counts.items()), no_shows, minutes)
