"""What is drawn, what stands in the twin, what is saved: three ways of saying the same numbers."""

import csv
import io
import re
from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medportal.features.analytics import service
from medportal.features.analytics.rules import facts
from medportal.features.analytics.rules.charts import columns, files, listing, numbers, spark, week, words
from medportal.features.analytics.rules.metrics.labels import of_key
from medportal.features.analytics.schemas.asking import Compare, Filter, Period, Query, Span
from medportal.features.analytics.schemas.charts import ChartName
from medportal.features.analytics.schemas.dimensions import Dimension
from medportal.features.analytics.schemas.figures import Column, HeatMap, MonthPoint, Unit
from medportal.features.analytics.schemas.listing import NAME, Look
from medportal.features.analytics.state import board
from medportal.kernel.actor import Actor, Role
from medportal.kernel.errors import ForbiddenError
from tests.features.analytics.conftest import bring, fact

YEAR = Query(Period.around(Span.YEAR, date(2026, 5, 1)))


@pytest.fixture
def practice(doctor):
    rows = [
        fact(date(2026, month, 2 + day), hour=9 + day, diagnosis=1 + day % 5, service=1 + day % 4, payment=1,
             place=1 + day % 2, age=4 + day % 3, kind=1 + day % 2, reason=1, services=1)
        for month in range(1, 12) for day in range(month + 3)
    ]  # fmt: skip
    rows += [fact(date(2025, month, 10), diagnosis=1, service=2, services=2, payment=3) for month in range(3, 13)]
    bring(doctor, rows)
    return doctor


def _rows(saved, delimiter=";"):
    return list(csv.reader(io.StringIO(saved.body.decode("utf-8-sig")), delimiter=delimiter))


@pytest.mark.parametrize("name", ChartName)
def test_every_file_of_a_chart_holds_the_numbers_of_the_dashboard(practice, name):
    board = service.board(practice, YEAR)
    head, *rows = _rows(service.save_chart(practice, YEAR, name, "csv", "ru"))
    if name is ChartName.WEEK:
        shown = [[str(cell.value) for cell in row.cells] for row in board.week.rows]
        assert [row[1:] for row in rows] == shown
    elif name.dimension is None:
        drawn = board.months if name is ChartName.MONTHS else board.first
        assert [[int(cell) for cell in row[1:]] for row in rows] == [list(one.values) for one in drawn.columns]
    else:
        bars = board.dashboard.breakdown(name.dimension).bars
        place = head.index("Значение")
        assert [int(row[place]) for row in rows] == [bar.value for bar in bars]
        assert sum(int(row[place]) for row in rows) == board.dashboard.breakdown(name.dimension).total


@pytest.mark.parametrize("name", ChartName)
@pytest.mark.parametrize("locale", ["ru", "en"])
def test_a_picture_is_whole_and_fetches_nothing(practice, name, locale):
    saved = service.save_chart(practice, YEAR, name, "svg", locale)
    drawn = ElementTree.fromstring(saved.body)
    assert drawn.tag.endswith("svg")
    assert not re.search(rb"href|url\(|<script|<image", saved.body)
    board = service.board(practice, YEAR)
    words = "".join(drawn.itertext())
    assert board.titles[name].within(locale) in words
    if name.dimension is not None:
        for bar in board.dashboard.breakdown(name.dimension).bars:
            assert numbers.count(bar.value).within(locale) in words


def test_the_length_of_a_bar_and_the_height_of_a_column_follow_their_numbers(practice):
    drawn = service.board(practice, YEAR).months
    tall = [(one.values[0], piece.height) for one in drawn.columns for piece in one.pieces if piece.tone == "now"]
    assert len(tall) == 11
    ratios = {round(height / value, 2) for value, height in tall}
    assert len(ratios) == 1


@given(st.lists(st.integers(0, 10**7), min_size=1, max_size=60))
def test_no_column_leaves_its_chart(values):
    points = [
        MonthPoint(date(2020 + at // 12, at % 12 + 1, 1), value, values[-at - 1], value // 3, value - value // 3)
        for at, value in enumerate(values)
    ]
    for drawn in (columns.against_last_year(points), columns.first_and_repeat(points)):
        for one in drawn.columns:
            for piece in one.pieces:
                assert 0 <= piece.x <= piece.x + piece.width <= 100.001
                assert columns.TOP - 0.01 <= piece.y <= piece.y + piece.height <= columns.BASE + 0.01
        assert drawn.by_years == (len(points) > columns.MOST_MONTHS)
        assert sum(one.values[0] for one in drawn.columns) in {sum(values), sum(value // 3 for value in values)}


@given(st.integers(0, 10**12))
def test_the_top_of_a_chart_is_round_and_near(most):
    top = columns.nice_top(most)
    assert top >= most
    assert top % 4 == 0
    assert top <= max(4, most * 2)


@given(st.lists(st.none() | st.floats(-1e6, 1e6), max_size=14))
def test_a_trend_stays_in_its_box_and_breaks_where_nothing_is_known(values):
    line = spark.spark(values)
    if all(value is None for value in values):
        assert line is None
        return
    places = [float(number) for number in re.findall(r"-?\d+\.\d+", line.path)]
    assert all(-0.01 <= place <= 100 for place in places)
    known = [value is not None for value in values]
    starts = sum(here and not before for here, before in zip(known, [False, *known], strict=False))
    assert line.path.count("M") == starts


def test_a_lone_value_is_a_dash_that_can_be_seen():
    for place in range(12):
        line = spark.spark([None] * place + [5.0] + [None] * (11 - place))
        start = float(re.findall(r"M(-?[\d.]+)", line.path)[0])
        assert line.path.endswith("h8")
        assert 0 <= start <= 92


def month_of(number: int, visits: int) -> MonthPoint:
    return MonthPoint(facts.first_of_month(number), visits, 0, visits, 0, is_partial=False)


def test_the_words_of_months_name_one_month_once_and_years_where_years_are_drawn():
    start = facts.month_number(date(2020, 1, 1))
    alone = words.of_months([month_of(start + place, 25 if place == 2 else 0) for place in range(12)])
    assert alone.ru == "Март 2020: 25. Год назад 0."
    years = words.of_months([month_of(start + place, 1 + place // 12) for place in range(60)])
    assert "Больше всего: 2024 год: 60; меньше всего: 2020 год: 12." in years.ru


def test_months_that_have_not_begun_are_compared_with_nothing():
    points = [
        MonthPoint(facts.first_of_month(24_000 + n), 10 if n < 3 else 0, 100, 10, 0, is_partial=n > 1)
        for n in range(12)
    ]
    assert words.of_months(points).ru.startswith("Всего 30, за те же месяцы год назад 300.")


def test_what_is_incomplete_is_hatched_over_itself_alone():
    points = [MonthPoint(facts.first_of_month(24_000 + n), 10, 100, 4, 6, is_partial=n == 1) for n in range(2)]
    _, behind = columns.against_last_year(points).columns
    hatched = board._hatched(behind)
    assert (hatched["hatch_x"], hatched["hatch_y"]) == (f"{behind.pieces[1].x:g}%", f"{behind.pieces[1].y:g}")
    _, stacked = columns.first_and_repeat(points).columns
    tops = [piece.y for piece in stacked.pieces]
    assert float(board._hatched(stacked)["hatch_y"]) == pytest.approx(min(tops))
    assert float(board._hatched(stacked)["hatch_height"]) == pytest.approx(190 - min(tops), abs=0.1)


def test_a_month_and_a_year_in_which_data_begin_are_incomplete(doctor):
    days = [date(2022, 11, 15), date(2022, 12, 5), date(2023, 6, 1), date(2026, 3, 31)]
    bring(doctor, [fact(day, kind=1) for day in days])
    months = service.dashboard(doctor, Query(Period(date(2022, 10, 1), date(2023, 1, 31)))).months
    shown = {one.month: one.is_partial for one in months if one.visits}
    assert shown == {date(2022, 11, 1): True, date(2022, 12, 1): False}
    years = service.board(doctor, Query(Period(date(2020, 1, 1), date(2026, 3, 31)))).months
    assert {one.key: one.is_partial for one in years.columns} == {
        **dict.fromkeys(("2020", "2021", "2024", "2025"), False), "2022": True, "2023": False, "2026": True,
    }  # fmt: skip


def test_an_own_period_of_one_day_is_that_day():
    day = date(2026, 3, 5)
    assert numbers.period(Period(day, day)).ru == "05.03.2026"


def test_a_week_without_hours_is_told_so_and_not_drawn():
    assert week.week(HeatMap(tuple((0,) * 24 for _ in range(7)), 0, 12)).rows == ()


def test_numbers_are_written_as_each_language_writes_them():
    assert numbers.decimal(1234567.891, 1).ru == "1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567,9"
    assert numbers.decimal(1234567.891, 1).en == "1,234,567.9"
    assert numbers.change(-0.0123, Unit.SHARE).ru == "\N{MINUS SIGN}1,2\N{NO-BREAK SPACE}п.\N{NO-BREAK SPACE}п."
    assert numbers.shown(None, Unit.COUNT) == numbers.NOTHING
    assert numbers.period(Period.around(Span.QUARTER, date(2026, 5, 1))).ru == "II квартал 2026 года"


def test_nothing_that_is_saved_runs_in_a_spreadsheet():
    for cell in ("=1+1", "+7", "-2", "@x", "\tx"):
        assert files.harmless(cell).startswith("'")
    assert files.harmless("J06.9") == "J06.9"


@pytest.mark.parametrize("by", [Dimension.SERVICE, Dimension.DIAGNOSIS, Dimension.DAY])
def test_a_saved_table_is_the_shown_one_with_all_its_pages_and_totals(practice, by):
    look = Look(by=by, sort="visits", descending=True)
    seen = []
    pages = service.listing_of(practice, YEAR, look).pages
    for page in range(1, pages + 1):
        seen += service.listing_of(practice, YEAR, Look(by, "visits", True, "", page)).rows
    head, *rows, total = _rows(service.save_table(practice, YEAR, look, "csv", "ru"))
    place = head.index("Посещения")
    table = service.table(practice, YEAR, by)
    visits = table.columns.index(Column.VISITS)
    assert [int(row[place]) for row in rows] == [int(row.cells[visits]) for row in seen]
    assert int(total[place]) == sum(int(row[place]) for row in rows)


def test_a_workbook_holds_numbers_as_numbers(practice):
    from openpyxl import load_workbook

    saved = service.save_table(practice, YEAR, Look(by=Dimension.MONTH), "xlsx", "en")
    sheet = load_workbook(io.BytesIO(saved.body)).active
    rows = list(sheet.iter_rows(values_only=True))
    place = rows[0].index("Visits")
    assert rows[-1][place] == sum(row[place] for row in rows[1:-1])
    assert all(isinstance(row[place], int) for row in rows[1:])


def test_a_table_is_searched_without_minding_case_and_paged(practice):
    table = service.table(practice, YEAR, Dimension.DAY)
    assert len(table.rows) > 60
    page = listing.listing(table, Look(by=Dimension.DAY, page=99), page_size=20)
    assert (page.page, page.pages) == (-(-len(table.rows) // 20), -(-len(table.rows) // 20))
    assert [row.key for row in listing.listing(table, Look(by=Dimension.DAY, find="02.05.2026")).rows] == ["2026-05-02"]
    diagnoses = service.table(practice, YEAR, Dimension.DIAGNOSIS)
    assert [row.code for row in listing.listing(diagnoses, Look(by=Dimension.DIAGNOSIS, find="j06")).rows] == ["J06.9"]
    up = listing.listing(diagnoses, Look(Dimension.DIAGNOSIS, NAME, descending=False)).rows
    assert [row.label.ru.casefold() for row in up] == sorted(row.label.ru.casefold() for row in up)


@given(st.dictionaries(st.sampled_from(["by", "sort", "order", "find", "page"]), st.text(max_size=80)))
def test_no_address_breaks_a_table_and_every_look_has_one(params):
    look = Look.read(params)
    assert Look.read(look.params()) == (look if look.sort else Look(look.by, "", True, look.find, look.page))


def test_conditions_are_named_and_taken_out_by_name(practice):
    query = YEAR.toggled(Dimension.PLACE, "2").toggled(Dimension.MONTH, "2026-03").toggled(Dimension.SERVICE, "нет")
    names = [text.ru for _, _, text in words.conditions(query)]
    assert names == ["Место: На дому", "Месяц: Март 2026", "Услуга: нет"]
    bad = Query(YEAR.period, Compare.NONE, (Filter(Dimension.HOUR, ("99",)), Filter(Dimension.MONTH, ("2026-77",))))
    assert len(words.conditions(bad)) == 2


@pytest.mark.parametrize(
    ("dimension", "key", "name"),
    [
        (Dimension.DIAGNOSIS, "I10", "Эссенциальная (первичная) гипертензия"),
        (Dimension.DIAGNOSIS, "-", "Не указано"),
        (Dimension.DIAGNOSIS_CLASS, "X", "Болезни органов дыхания"),
        (Dimension.DIAGNOSIS_CLASS, "nonsense", "nonsense"),
        (Dimension.WEEKDAY, "0", "Понедельник"),
        (Dimension.WEEKDAY, "7", "7"),
        (Dimension.HOUR, "9", "09:00–10:00"),
        (Dimension.PAYMENT, "1", "ОМС"),
        (Dimension.AGE, "٣", "٣"),
    ],
)
def test_a_condition_bears_the_name_of_its_value_wherever_it_stands(dimension, key, name):
    assert of_key(dimension, key).ru == name
    ((_, _, text),) = words.conditions(Query(YEAR.period, filters=(Filter(dimension, (key,)),)))
    assert text.ru.endswith(name)


def test_one_day_of_one_visit_looks_right(doctor):
    bring(doctor, [fact(date(2026, 5, 6), hour=10, diagnosis=1)])
    board = service.board(doctor, Query(Period(date(2026, 5, 6), date(2026, 5, 6)), Compare.NONE))
    assert board.tiles[0].value.ru == "1"
    assert board.tiles[0].direction == ""
    assert board.summaries[ChartName.WEEK].ru == "Больше всего: среда, 10:00–11:00: 1."
    assert len(board.week.hours) == 1


def test_only_a_doctor_gets_files_and_only_his_own(practice, other):
    for stranger in (Actor(Role.VISITOR), Actor(Role.VERIFIER, other.account_id)):
        for ask in (
            lambda who: service.board(who, YEAR),
            lambda who: service.listing_of(who, YEAR, Look()),
            lambda who: service.save_chart(who, YEAR, ChartName.PLACE, "csv", "ru"),
            lambda who: service.save_table(who, YEAR, Look(), "xlsx", "ru"),
        ):
            with pytest.raises(ForbiddenError):
                ask(stranger)
    assert service.board(other, YEAR).dashboard.is_empty
    assert len(_rows(service.save_table(other, YEAR, Look(), "csv", "ru"))) == 2
