"""A day by hand: kept as typed, the same as read, and beside what files brought."""

from dataclasses import replace
from datetime import date

import pytest

from medportal.features.analytics import service
from medportal.features.analytics.rules import days
from medportal.features.analytics.schemas.asking import Period, Query
from medportal.features.analytics.schemas.days import DaySheet, SheetLine
from medportal.features.analytics.schemas.dimensions import Dimension, Payment, Place, Reason, VisitKind
from medportal.features.analytics.schemas.figures import Metric
from medportal.features.analytics.schemas.imports import ImportState
from medportal.kernel.errors import ForbiddenError, InvalidError
from tests.features.analytics.conftest import figures, take_in

DAY = date(2026, 11, 26)
FIRST = days.USUAL[0]
OWN = SheetLine(VisitKind.FIRST, Reason.DISEASE, Place.REMOTE, Payment.PAID, "j069", "В01.047.001", visits=3)


def lines(sheet: DaySheet) -> dict[SheetLine, int]:
    return {replace(line, visits=0): line.visits for line in sheet.lines if line.visits}


@pytest.mark.both_databases
def test_a_sheet_is_read_as_it_was_kept_and_keeping_it_twice_changes_nothing(doctor):
    sheet = DaySheet(DAY, (replace(FIRST, visits=7), OWN), no_shows=2, minutes=150)
    for _ in range(2):
        kept = service.put_day(doctor, sheet)
        told = {FIRST: 7, replace(OWN, visits=0, diagnosis="J06.9", service="B01.047.001"): 3}
        assert (lines(kept), kept.no_shows, kept.minutes) == (told, 2, 150)
        found = figures(doctor)
        assert (found[Metric.VISITS], found[Metric.MEAN_MINUTES], found[Metric.SERVICES]) == (10, 15, 3)
        assert found[Metric.NO_SHOWS] == pytest.approx(2 / 12)


@pytest.mark.both_databases
def test_days_of_a_month_stand_side_by_side_and_an_emptied_one_is_gone(doctor):
    other = date(2026, 11, 25)
    for day, visits in ((DAY, 5), (other, 8)):
        service.put_day(doctor, DaySheet(day, (replace(FIRST, visits=visits),)))
    rows = service.table(doctor, Query(Period(date(2026, 11, 1), DAY)), Dimension.DAY).rows
    assert [(row.key, row.cells[0]) for row in rows] == [("2026-11-25", 8), ("2026-11-26", 5)]
    service.put_day(doctor, DaySheet(other, (FIRST,)))
    assert figures(doctor)[Metric.VISITS] == 5
    service.put_day(doctor, DaySheet(DAY, (FIRST,)))
    assert service.dashboard(doctor, Query(Period(DAY, DAY))).is_empty


def test_the_counters_a_doctor_chose_wait_for_the_next_day(doctor):
    assert tuple(line.line for line in service.day_sheet(doctor, DAY)[1]) == days.USUAL
    service.put_day(doctor, DaySheet(DAY, (FIRST, OWN)))
    sheet, named = service.day_sheet(doctor, date(2026, 11, 27))
    assert [line.visits for line in sheet.lines] == [0, 0]
    assert named[1].name.ru == "По заболеванию · Первичное · Дистанционно · Платно · J06.9 · B01.047.001"


@pytest.mark.parametrize(
    "sheet",
    [
        DaySheet(date(2026, 11, 28), (FIRST,)),
        DaySheet(date(1969, 12, 31), (FIRST,)),
        DaySheet(DAY, (replace(FIRST, visits=501),)),
        DaySheet(DAY, (replace(FIRST, visits=-1),)),
        DaySheet(DAY, (FIRST, replace(FIRST, visits=2))),
        DaySheet(DAY, (replace(FIRST, place=77),)),
        DaySheet(DAY, (replace(FIRST, diagnosis="Иванова Анна Петровна"),)),
        DaySheet(DAY, (FIRST,), minutes=1441),
        DaySheet(DAY, tuple(replace(FIRST, service=f"A01.01.{n:03}") for n in range(41))),
    ],
)
def test_a_sheet_that_no_day_can_have_is_refused(doctor, sheet):
    with pytest.raises(InvalidError):
        service.put_day(doctor, sheet)


@pytest.mark.both_databases
@pytest.mark.usefixtures("shelves")
def test_files_and_sheets_add_up_and_a_file_taken_back_leaves_the_sheet(doctor):
    service.put_day(doctor, DaySheet(DAY, (replace(FIRST, visits=4),)))
    done = take_in(doctor, "Дата;Диагноз\n26.11.2026;I10\n25.11.2026;I10\n")
    assert done.state is ImportState.DONE
    assert figures(doctor)[Metric.VISITS] == 6
    service.undo(doctor, done.id)
    assert figures(doctor)[Metric.VISITS] == 4
    assert lines(service.day_sheet(doctor, DAY)[0]) == {FIRST: 4}


def test_another_doctor_s_day_is_his_own(doctor, other):
    service.put_day(doctor, DaySheet(DAY, (replace(FIRST, visits=4),)))
    assert lines(service.day_sheet(other, DAY)[0]) == {}
    with pytest.raises(ForbiddenError):
        service.day_sheet(type(doctor)(type(doctor.role).OPERATOR, doctor.account_id), DAY)
