"""A file comes in, patients stay out, and figures follow: whole or not at all."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from sqlmodel import select

from medportal.features.analytics import service
from medportal.features.analytics.models import PracticeImport
from medportal.features.analytics.schemas.asking import Period, Query
from medportal.features.analytics.schemas.dimensions import Dimension
from medportal.features.analytics.schemas.figures import Metric
from medportal.features.analytics.schemas.imports import Choice, ImportState, Origin, Personal, Refusal, Role, Trouble
from medportal.features.analytics.service import working
from medportal.features.analytics.store import imports, practices
from medportal.infra import jobs, shelf
from medportal.infra.db import reading, unit_of_work
from medportal.kernel.errors import ConflictError, ForbiddenError, InvalidError, NotFoundError
from tests.features.analytics.conftest import figures, on_shelf, pieces, receive, take_in

pytestmark = pytest.mark.usefixtures("shelves")
HEADER = "Номер посещения;Дата;Время;Код услуги;Диагноз;Источник оплаты;Место;Возраст;Первичное;Минут"
ROWS = [
    "1;05.03.2026;09:10;B01.047.001;J06.9;1;В поликлинике;34;да;15",
    "2;05.03.2026;09:30;B01.047.002;I10;1;На дому;71;нет;25",
    "3;06.03.2026;10:00;B04.047.002;Z00.0;3;В поликлинике;45;;10",
]
CSV = "\r\n".join([HEADER, *ROWS]) + "\r\n"
WITH_NAMES = "\n".join(
    [
        "Пациент;СНИЛС;Дата рождения;Дата приёма;Диагноз;Телефон;Примечание",
        "Иванова Анна Петровна;112-233-445 95;15.03.1956;05.03.2026;J06.9;+7 912 345-67-89;позвонить",
        "Петров Пётр Ильич;087-654-303 00;01.01.2015;06.03.2026;I10;8 912 345 67 80;",
    ]
)
LONG_AGO = Period(date(1975, 1, 1), date(2026, 12, 31))


@pytest.mark.both_databases
def test_a_file_is_mapped_by_itself_and_its_rows_are_figures(doctor, tmp_path):
    done = take_in(doctor, CSV)
    assert (done.state, done.origin, done.rows, done.taken, done.refused) == (ImportState.DONE, Origin.CSV, 3, 3, 0)
    found = figures(doctor)
    assert found[Metric.VISITS] == 3
    assert found[Metric.MEAN_MINUTES] == pytest.approx(50 / 3)
    assert found[Metric.HOME_SHARE] == pytest.approx(1 / 3)
    # The nomenclature and ICD-10 tell what the file does not: B04.….002 is preventive, J06.9 is a disease.
    assert found[Metric.PREVENTIVE_SHARE] == pytest.approx(1 / 3)
    ages = {bar.label.ru: bar.value for bar in service.breakdown(doctor, Query(LONG_AGO), Dimension.AGE).bars}
    assert ages == {"18–39 лет": 1, "40–54 года": 1, "65–79 лет": 1}
    assert on_shelf(tmp_path) == []


def test_columns_that_identify_patients_are_named_and_gone(doctor, tmp_path):
    import_id = receive(doctor, WITH_NAMES)
    seen = service.preview(doctor, import_id)
    assert {column.title: column.personal for column in seen.gone} == {
        "Пациент": Personal.NAME,
        "СНИЛС": Personal.SNILS,
        "Дата рождения": Personal.BIRTH_DATE,
        "Телефон": Personal.PHONE,
    }
    kept = {column.title: column.role for column in seen.columns}
    assert kept == {"Дата рождения": Role.AGE, "Дата приёма": Role.DATE, "Диагноз": Role.DIAGNOSIS, "Примечание": None}
    told = repr(seen.rows)
    for secret in ("Иванова", "Петров", "112-233", "1956", "2015", "912"):
        assert secret not in told
    service.put_mapping(doctor, import_id, seen.mapping)
    jobs.work_off()
    ages = service.breakdown(doctor, Query(LONG_AGO), Dimension.AGE)
    assert {bar.label.ru: bar.value for bar in ages.bars} == {"1–14 лет": 1, "65–79 лет": 1}
    assert service.view(doctor, import_id).personal == (
        Personal.NAME, Personal.SNILS, Personal.BIRTH_DATE, Personal.PHONE,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("Иванов И.И.", Personal.NAME),
        ("ПЕТРОВА АННА ИВАНОВНА", Personal.NAME),
        ("11223344595", Personal.SNILS),
        ("7712345678901237", None),
        ("4510 123456", Personal.PASSPORT),
        ("+7 (912) 345-67-89", Personal.PHONE),
        ("anna@example.ru", Personal.EMAIL),
        ("г. Москва, ул. Мясницкая, д. 1", Personal.ADDRESS),
        ("J06.9", None),
        ("B01.047.001", None),
        ("11223344596", None),
        ("2026-03-05 10:00", None),
    ],
)
def test_a_column_is_judged_by_its_values_whatever_its_title_says(doctor, value, kind):
    rows = "\n".join(f"0{day}.03.2026;{value}" for day in range(1, 10))
    gone = service.preview(doctor, receive(doctor, f"Дата;Прочее\n{rows}\n")).gone
    assert [column.personal for column in gone] == ([kind] if kind else [])


def test_a_file_in_which_dates_and_names_stand_together_is_refused(doctor, tmp_path):
    done = take_in(doctor, "Запись\nИванова Анна Петровна 05.03.2026 J06.9\nПетров Пётр Ильич 06.03.2026 I10\n")
    assert (done.state, done.trouble) == (ImportState.FAILED, Trouble.PERSONAL)
    assert on_shelf(tmp_path) == []


def test_a_patient_in_a_code_s_cell_refuses_that_row_alone(doctor):
    rows = "\n".join(f"{n};0{n % 9 + 1}.03.2026;J06.9" for n in range(1, 60))
    done = take_in(
        doctor, f"№ записи;Дата;Диагноз\n{rows}\n99;05.03.2026;Иванова Анна Петровна\n", row_id=0, date=1, diagnosis=2
    )
    assert (done.taken, done.refusals) == (59, ((Refusal.PERSONAL, 1),))
    report = "".join(service.report(doctor, done.id))
    assert "61;Диагноз по МКБ-10;В ячейке данные пациента" in report
    assert "Иванова" not in report


@pytest.mark.both_databases
def test_the_same_file_twice_changes_nothing(doctor):
    take_in(doctor, CSV)
    before = figures(doctor)
    with pytest.raises(ConflictError) as refusal:
        service.receive(doctor, "again.csv", pieces(CSV.encode()))
    assert "уже" in refusal.value.text.ru
    assert figures(doctor) == before


@pytest.mark.both_databases
def test_rows_that_another_file_brought_already_are_refused_as_such(doctor):
    take_in(doctor, CSV)
    done = take_in(doctor, CSV + "4;07.03.2026;11:00;B01.047.001;E11.9;1;В поликлинике;60;да;20\r\n")
    assert (done.taken, done.duplicates) == (1, 3)
    assert figures(doctor)[Metric.VISITS] == 4


def test_rows_that_are_the_same_to_the_minute_are_taken_once_unless_told_otherwise(doctor):
    text = "Дата;Время;Диагноз\n05.03.2026;09:10;I10\n05.03.2026;09:10;I10\n05.03.2026;09:20;I10\n"
    assert take_in(doctor, text).taken == 2
    assert take_in(doctor, text + "\n", Choice(keep_same=True)).taken == 3
    # Without minutes nobody can tell: a day may well have two of a kind.
    assert take_in(doctor, "Дата;Диагноз\n08.03.2026;I10\n08.03.2026;I10\n").taken == 2


@pytest.mark.both_databases
def test_a_whole_import_is_taken_back_and_may_come_again(doctor):
    take_in(doctor, "Дата;Диагноз\n01.02.2026;I10\n")
    before = figures(doctor)
    done = take_in(doctor, CSV)
    service.undo(doctor, done.id)
    assert figures(doctor) == before
    assert service.view(doctor, done.id).state is ImportState.UNDONE
    with pytest.raises(ConflictError):
        service.undo(doctor, done.id)
    assert take_in(doctor, CSV).taken == 3


def test_chosen_rows_are_left_out(doctor):
    done = take_in(doctor, CSV, Choice(left_out=((3, 3),), last=date(2026, 3, 5)))
    assert (done.taken, done.refusals) == (1, ((Refusal.LEFT_OUT, 2),))


def test_every_refused_row_is_told_with_its_reason(doctor):
    text = "\n".join(
        [
            "Дата;Минут;Посещений",
            "05.03.2026;12,5;1",
            ";10;1",
            "31.02.2026;10;1",
            "05.03.2027;10;1",
            "05.03.1921;10;1",
            "05.03.2026;-5;1",
            "05.03.2026;много;1",
            "05.03.2026;10;9999999",
            "05.03.2026;10",
        ]
    )
    done = take_in(doctor, text)
    assert done.taken == 1
    assert dict(done.refusals) == dict.fromkeys(
        [
            Refusal.NO_DATE, Refusal.BAD_DATE, Refusal.FUTURE, Refusal.TOO_OLD, Refusal.NEGATIVE, Refusal.BAD_NUMBER,
            Refusal.TOO_LARGE, Refusal.BROKEN,
        ],
        1,
    )  # fmt: skip
    lines = "".join(service.report(doctor, done.id, "en")).splitlines()
    assert lines[0] == "\ufeffRow;Field;Why it was not taken"
    assert "5;Date;The date lies in the future" in lines
    assert len(lines) == 9


def test_a_mapping_is_remembered_for_the_same_header(doctor):
    import_id = receive(doctor, "A;B;C\n01.02.2026;I10;5\n")
    service.put_mapping(doctor, import_id, {Role.DATE: 0, Role.DIAGNOSIS: 1, Role.VISITS: 2})
    again = receive(doctor, "a;b;c\n02.02.2026;J06;7\n")
    assert service.preview(doctor, again).mapping == {Role.DATE: 0, Role.DIAGNOSIS: 1, Role.VISITS: 2}


def test_a_mapping_needs_a_date_and_no_column_twice(doctor):
    import_id = receive(doctor, CSV)
    for mapping in ({Role.DIAGNOSIS: 1}, {Role.DATE: 1, Role.TIME: 1}, {Role.DATE: 99}):
        with pytest.raises(InvalidError):
            service.put_mapping(doctor, import_id, mapping)


@pytest.mark.both_databases
def test_a_killed_import_begins_anew_and_figures_never_show_half(doctor, hands, monkeypatch):
    monkeypatch.setattr(working, "FLUSH_FACTS", 1)
    monkeypatch.setattr("medportal.features.analytics.rules.intake.delimited.BLOCK", 4096)
    monkeypatch.setattr("medportal.features.analytics.rules.intake.delimited.TOGETHER", 100)
    rows = "\n".join(f"{n};05.03.2026;I10" for n in range(2000))
    import_id = receive(doctor, f"№ записи;Дата;Диагноз\n{rows}\n")
    service.put_mapping(doctor, import_id, {Role.ROW_ID: 0, Role.DATE: 1, Role.DIAGNOSIS: 2})
    real, seen = working._Applying._lay_down, []

    def killed(self, uow, row):
        if seen:
            raise MemoryError
        real(self, uow, row)
        seen.append(1)

    monkeypatch.setattr(working._Applying, "_lay_down", killed)
    jobs.work_off()
    with unit_of_work() as uow:
        practice = practices.find(uow, doctor.must_be_known())
        assert practices.months_of_source(uow, practice.id, 1), "something was laid down before the kill"
    assert service.dashboard(doctor, Query(LONG_AGO)).is_empty
    monkeypatch.setattr(working._Applying, "_lay_down", real)
    hands.move(minutes=5)
    jobs.work_off()
    assert service.view(doctor, import_id).state is ImportState.DONE
    assert figures(doctor)[Metric.VISITS] == 2000


def test_a_file_that_kills_its_worker_again_and_again_is_given_up(doctor, hands, monkeypatch, tmp_path):
    monkeypatch.setattr(working, "strip", lambda *_: (_ for _ in ()).throw(MemoryError))
    import_id = receive(doctor, CSV)
    for _ in range(5):
        hands.move(minutes=5)
        jobs.work_off()
    assert service.view(doctor, import_id).state is ImportState.FAILED
    assert on_shelf(tmp_path) == []


@pytest.mark.both_databases
def test_two_imports_at_once_follow_each_other(doctor, hands):
    first, second = receive(doctor, CSV), receive(doctor, CSV + "\r\n")
    for import_id in (first, second):
        service.put_mapping(doctor, import_id, service.preview(doctor, import_id).mapping)
    with unit_of_work() as uow:
        row = imports.get(uow, first)
        assert imports.take_turn(uow, row.practice_id, first, timedelta(minutes=2))
    working.apply(second)
    assert service.view(doctor, second).state is ImportState.WAITING
    jobs.work_off()
    hands.move(seconds=10)
    jobs.work_off()
    assert {service.view(doctor, one).state for one in (first, second)} == {ImportState.DONE}
    assert figures(doctor)[Metric.VISITS] == 3
    assert service.view(doctor, second).duplicates == 3


def test_an_import_can_be_given_up_while_it_is_taken_in(doctor, tmp_path, monkeypatch):
    import_id = receive(doctor, CSV)
    service.put_mapping(doctor, import_id, service.preview(doctor, import_id).mapping)
    real = working._Applying.run

    def cancelled(self):
        service.cancel(doctor, import_id)
        real(self)

    monkeypatch.setattr(working._Applying, "run", cancelled)
    jobs.work_off()
    assert service.view(doctor, import_id).state is ImportState.CANCELLED
    assert service.dashboard(doctor, Query(LONG_AGO)).is_empty
    assert on_shelf(tmp_path) == []


def test_a_file_that_nobody_maps_is_let_go_after_a_day(doctor, hands, tmp_path):
    import_id = receive(doctor, CSV)
    assert len(on_shelf(tmp_path)) == 1
    hands.move(hours=25)
    jobs.work_off()
    assert service.view(doctor, import_id).state is ImportState.CANCELLED
    assert on_shelf(tmp_path) == []


@pytest.mark.both_databases
def test_another_doctor_reaches_no_import_by_any_way(doctor, other):
    import_id = receive(doctor, CSV)
    mapping = service.preview(doctor, import_id).mapping
    for ask in (
        lambda: service.view(other, import_id),
        lambda: service.preview(other, import_id),
        lambda: service.put_mapping(other, import_id, mapping),
        lambda: service.cancel(other, import_id),
        lambda: service.undo(other, import_id),
        lambda: list(service.report(other, import_id)),
        lambda: service.view(other, uuid4()),
    ):
        with pytest.raises(NotFoundError):
            ask()
    assert service.imports_of(other) == ()
    with pytest.raises(ForbiddenError):
        service.receive(type(doctor)(type(doctor.role).VERIFIER, uuid4()), "x.csv", pieces(b"x"))


def test_what_lies_on_the_shelf_is_sealed(doctor, tmp_path):
    receive(doctor, CSV)
    assert all(b"J06.9" not in path.read_bytes() for path in on_shelf(tmp_path))


def test_an_erased_account_takes_its_files_along(doctor, tmp_path):
    receive(doctor, CSV)
    with unit_of_work() as uow:
        service.erase(uow, doctor.must_be_known())
    assert on_shelf(tmp_path) == []
    assert shelf is not None


def test_a_file_bears_its_name_for_its_owner_and_for_nobody_else(doctor, other):
    receive(doctor, "Дата\n05.03.2026\n", name="приём Примеровой.csv")
    (seen,) = service.imports_of(doctor)
    assert seen.name == "приём Примеровой.csv"
    assert "Примеров" not in repr(seen)
    assert service.imports_of(other) == ()
    with reading() as uow:
        assert "Примеров" not in repr(uow.session.exec(select(PracticeImport)).one().model_dump())
