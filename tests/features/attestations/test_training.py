"""Trainings: entered, read from lists, counted towards accreditation, and taken out again."""

import csv
import io
from dataclasses import replace
from datetime import date

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from medportal.features.attestations import service
from medportal.features.attestations.rules import tables, training
from medportal.features.attestations.schemas.kinds import FactKind
from medportal.features.attestations.schemas.training import TrainingKind
from medportal.infra.db import reading
from medportal.kernel import working_days
from medportal.kernel.errors import ConflictError, InvalidError, NotFoundError

COURSE = {
    "title": "Терапия", "provider": "РНИМУ", "kind": "course", "hours": "36", "started_on": "2025-03-01", "ended_on": "2025-03-20"
}  # fmt: skip
HEAD = [
    "№ п/п",
    "Название программы",
    "Организация",
    "Вид обучения",
    "Часы",
    "ЗЕТ",
    "Дата начала",
    "Дата окончания",
    "Номер удостоверения",
]
ROWS = [
    ["1", "Гипертония", "РМАНПО", "Повышение квалификации", "72", "72", "01.02.2025", "20.02.2025", "7724 000123"],
    ["2", "Сепсис", "Портал НМО", "ИОМ, модуль", "", "2", "", "05.06.2025", ""],
    ["3", "Конгресс", "РНМОТ", "конференция", "6", "6", "2025-10-01", "2025-10-02", ""],
]


def shown(actor):
    """How far the person is with the accreditation at which he looks."""
    seen = service.readiness(actor)
    return next(one for one in seen.each if one.ref == seen.shown)


def as_csv(rows=ROWS, head=HEAD, sign=";", encoding="utf-8-sig"):
    out = io.StringIO()
    csv.writer(out, delimiter=sign).writerows([head, *rows])
    return out.getvalue().encode(encoding)


def as_xlsx(rows=ROWS, head=HEAD):
    book = openpyxl.Workbook()
    for row in (head, *rows):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.both_databases
def test_hours_with_a_certificate_are_told_from_all_hours(anna):
    service.tell_fact(anna, FactKind.ACCREDITATION, date(2024, 5, 20))
    assert shown(anna).missing == 144
    service.save_training(anna, COURSE)
    service.save_training(anna, {**COURSE, "title": "Вебинар", "kind": "meeting", "hours": "6"})
    service.save_training(anna, {**COURSE, "title": "До периода", "started_on": "", "ended_on": "01.02.2024"})
    state = shown(anna)
    assert (state.hours, state.cpd, state.missing, state.missing_cpd) == (42, 36, 102, 36)
    assert (state.first_day, state.ends_on) == (date(2028, 5, 22), date(2029, 5, 20))
    assert working_days.working_days_between(state.safe_day, state.ends_on) >= 9
    assert sum(month.hours for month in state.plan) == 102
    assert sum(month.cpd for month in state.plan) == 36
    assert [one.counts for one in service.training_records(anna).entered] == [True, True, False]


def test_without_a_date_of_accreditation_there_is_no_readiness(anna):
    service.save_training(anna, COURSE)
    assert (service.readiness(anna).each, service.readiness(anna).shown) == ((), "")


def test_of_several_accreditations_the_one_that_ends_first_is_shown_until_another_is_chosen(anna, boris):
    service.tell_fact(anna, FactKind.ACCREDITATION, date(2020, 1, 10), topic="Хирургия")
    service.tell_fact(anna, FactKind.ACCREDITATION, date(2024, 5, 20), topic="Кардиология")
    service.tell_fact(anna, FactKind.ACCREDITATION, date(2022, 2, 1), topic="Терапия")
    service.save_training(anna, COURSE)
    service.save_training(anna, {**COURSE, "title": "Аритмии", "hours": "18", "topic": "Кардиология"})
    service.save_training(anna, {**COURSE, "title": "Чужое", "hours": "1", "topic": "Знахарство"})
    seen = service.readiness(anna)
    assert [(one.topic, one.ends_on, one.hours) for one in seen.each] == [
        ("Хирургия", date(2025, 1, 10), 0),
        ("Терапия", date(2027, 2, 1), 37),
        ("Кардиология", date(2029, 5, 20), 55),
    ]
    assert shown(anna).topic == "Терапия"
    assert [one.training.topic for one in service.training_records(anna).entered if one.training.hours == 18] == [
        "Кардиология"
    ]
    service.choose_readiness(anna, seen.each[2].ref)
    assert shown(anna).topic == "Кардиология"
    with pytest.raises(NotFoundError):
        service.choose_readiness(boris, seen.each[2].ref)
    # How to be reminded is kept in the same row, and neither forgets the other.
    service.choose_reminders(anna, replace(service.reminder_choices(anna), sms=True))
    assert shown(anna).topic == "Кардиология"
    service.forget_fact(anna, next(one.id for one in service.facts(anna) if one.topic == "Кардиология"))
    assert shown(anna).topic == "Терапия"


def test_when_every_accreditation_has_ended_the_last_one_is_shown(anna):
    service.tell_fact(anna, FactKind.ACCREDITATION, date(2018, 1, 10), topic="Хирургия")
    service.tell_fact(anna, FactKind.ACCREDITATION, date(2020, 2, 1), topic="Терапия")
    assert shown(anna).topic == "Терапия"


@pytest.mark.parametrize(
    "data",
    [as_csv(), as_csv(sign=","), as_csv(sign="\t"), as_csv(encoding="cp1251"), as_csv(encoding="utf-16"), as_xlsx()],
)
def test_a_list_is_read_whatever_wrote_it(anna, data):
    found = service.read_list(anna, data)
    assert set(found.mapping) == set(training.FIELDS)
    assert [(one.title, one.kind, one.hours, one.points) for one in found.rows] == [
        ("Гипертония", TrainingKind.COURSE, 72, 72), ("Сепсис", TrainingKind.MODULE, 0, 2), ("Конгресс", TrainingKind.MEETING, 6, 6),
    ]  # fmt: skip
    assert [one.number for one in found.rows] == ["7724 000123", "", ""]
    assert service.training_records(anna).entered == ()


@pytest.mark.both_databases
def test_the_same_list_twice_changes_nothing_and_an_import_is_undone(anna, boris):
    first = service.import_list(anna, as_xlsx())
    again = service.import_list(anna, as_csv())
    assert (first.added, first.known, again.added, again.known, again.import_id) == (3, 0, 0, 3, None)
    assert service.undo_import(boris, first.import_id) == 0
    assert service.undo_import(anna, first.import_id) == 3
    assert service.undo_import(anna, first.import_id) == 0
    assert service.training_records(anna).entered == ()


def test_rows_that_do_not_fit_are_named_with_their_number_and_the_reason(anna):
    bad = [
        ["", '=HYPERLINK("http://evil")', "", "", "10", "", "", "01.02.2025"],
        ["", "@SUM(A1)", "", "", "10", "", "", "01.02.2025"],
        ["", "Курс", "-2+3+cmd|' /C calc'!A0", "", "10", "", "", "01.02.2025"],
        ["", "Курс", "", "", "10", "", "", "01.02.2025", "=1+1"],
        ["", "Курс", "", "", "много", "", "", "01.02.2025"],
        ["", "Курс", "", "", "10", "", "", "30.02.2025"],
        ["", "Курс", "", "", "10", "", "", "01.02.2099"],
        ["", "", "", "", "10", "", "", "01.02.2025"],
        ["", "Курс", "", "", "", "", "", "01.02.2025"],
    ]
    report = service.import_list(anna, as_csv([*bad, *ROWS]))
    assert (report.added, [row.number for row in report.read.refused]) == (3, list(range(2, 11)))
    assert all(row.why.ru for row in report.read.refused)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00" * 100,
        b"PK\x03\x04 not a zip",
        b"one line without columns",
        b"a;b\n",
        b"x" * 2_000_001,
        b"%PDF-1.7 ;;;\x00",
    ],
)
def test_what_is_no_table_is_refused(anna, data):
    with pytest.raises(InvalidError):
        service.import_list(anna, data)


def test_a_spreadsheet_that_unpacks_to_too_much_is_refused_before_it_is_unpacked():
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/worksheets/sheet1.xml", b"0" * 61_000_000)
    assert tables.read(out.getvalue()) == "large"


def test_columns_may_be_named_by_the_person(anna):
    strange = as_csv(head=["", "a", "b", "c", "d", "e", "f", "g"])
    with pytest.raises(InvalidError):
        service.import_list(anna, strange)
    mapping = {
        name: at
        for at, name in enumerate(("title", "provider", "kind", "hours", "points", "started_on", "ended_on"), start=1)
    }
    assert service.import_list(anna, strange, {**mapping, "nothing": 3, "points": 99}).added == 2


def test_who_leaves_everything_empty_is_told_of_everything_at_once(anna):
    for typed, found in (
        ({}, ["title", "hours", "ended_on"]),
        ({"title": "Курс", "started_on": "x"}, ["hours", "ended_on"]),
        ({"title": "Курс", "hours": "много"}, ["hours", "ended_on"]),
        ({"hours": "6", "ended_on": "01.02.2025", "started_on": "x"}, ["title", "started_on"]),
    ):
        with pytest.raises(InvalidError) as refusal:
            service.save_training(anna, typed)
        assert [one.field for one in refusal.value.problems] == found, typed


def test_a_record_is_corrected_and_deleted_by_its_owner_alone(anna, boris):
    record = service.save_training(anna, COURSE)
    service.save_training(anna, {**COURSE, "hours": "40"}, record)
    assert service.training_records(anna).entered[0].training.hours == 40
    for deed in (lambda: service.delete_training(boris, record), lambda: service.save_training(boris, COURSE, record)):
        with pytest.raises(NotFoundError):
            deed()
    with pytest.raises(ConflictError):
        service.save_training(anna, {**COURSE, "hours": "40"})
    service.delete_training(anna, record)
    assert service.training_records(anna).entered == ()


def test_words_of_trainings_are_sealed(anna):
    from sqlalchemy import text

    service.save_training(anna, COURSE)
    with reading() as uow:
        kept = str(uow.session.exec(text("select * from training_record")).all())
    assert "Терапия" not in kept
    assert "РНИМУ" not in kept


@given(hours=st.integers(0, 400), cpd=st.integers(0, 200), left=st.integers(-50, 1800))
def test_a_plan_adds_up_to_what_is_missing_and_no_month_is_longer_than_the_others(hours, cpd, left):
    from datetime import timedelta

    today = date(2026, 11, 23)
    cpd = min(cpd, hours)
    plan = training.spread(hours, cpd, today, today + timedelta(days=left))
    assert sum(month.hours for month in plan) == hours
    assert sum(month.cpd for month in plan) == cpd
    assert all(0 <= month.cpd <= month.hours for month in plan)
    if plan:
        assert max(month.hours for month in plan) - min(month.hours for month in plan) <= 1
        assert plan[0].first == today
