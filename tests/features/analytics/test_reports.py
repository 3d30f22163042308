"""Reports: templates read or refused with a place, numbers that equal the tables, files read back."""

import io
from datetime import date
from pathlib import Path
from uuid import uuid4

import numpy as np
import pypdfium2
import pytest
from openpyxl import load_workbook
from sqlalchemy import text

from medportal.features.analytics import service
from medportal.features.analytics.rules.reports import reading
from medportal.features.analytics.schemas.asking import Compare, Period, Query
from medportal.features.analytics.schemas.dimensions import Dimension
from medportal.features.analytics.schemas.figures import Column
from medportal.features.analytics.schemas.reports import ReportSpan, TemplateError
from medportal.infra.db import reading as looking
from medportal.kernel.actor import Actor, Role
from medportal.kernel.errors import ForbiddenError, InvalidError, NotFoundError
from medportal.settings import settings
from tests.features.analytics.conftest import bring, fact

DAY = date(2026, 5, 1)
FIELDS = {"doctor": "Примерова Анна", "category": "первая", "remarks": "Две недели без медсестры"}
OURS = ("journal", "form30", "category", "summary")


@pytest.fixture
def practice(doctor):
    bring(
        doctor,
        [
            fact(date(year, month, day), diagnosis=1 + day % 4, service=1 + day % 3, services=1, payment=1 + day % 3,
                 place=1 + day % 2, age=2 + day % 6, kind=1 + day % 2, reason=1 + day % 3, minutes=12, timed=1)
            for year in (2024, 2025, 2026) for month in (3, 5) for day in range(1, 20)
        ],
    )  # fmt: skip
    return doctor


def _words(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in document).replace("\xa0", " ")


def _written_over(pdf: bytes) -> list[str]:
    """Letters that lie upon other letters."""
    found: list[str] = []
    for page in pypdfium2.PdfDocument(pdf):
        words = page.get_textpage()
        letters = [at for at in range(words.count_chars()) if words.get_text_range(at, 1).strip()]
        boxes = np.array([words.get_charbox(at) for at in letters])
        left, low, right, high = boxes.T[..., None]
        across = np.minimum(right, right.T) - np.maximum(left, left.T)
        down = np.minimum(high, high.T) - np.maximum(low, low.T)
        narrow = np.minimum(right - left, (right - left).T)
        over = np.triu((across > 0.5 * narrow) & (down > 1), 1)
        found += [words.get_text_range(letters[at], 12) for at in np.flatnonzero(over.any(axis=1))]
    return found


@pytest.mark.parametrize("key", OURS)
@pytest.mark.parametrize("locale", ["ru", "en"])
def test_no_word_of_a_paper_is_written_over_another(practice, key, locale):
    report_id = service.make_report(practice, key, DAY, FIELDS, locale)
    assert _written_over(service.save_report(practice, report_id, "pdf").body) == []


@pytest.mark.parametrize("key", OURS)
@pytest.mark.parametrize("locale", ["ru", "en"])
def test_a_report_is_made_and_its_paper_read_back(practice, key, locale):
    report_id = service.make_report(practice, key, DAY, FIELDS, locale)
    pdf = service.save_report(practice, report_id, "pdf").body
    words = _words(pdf)
    template = next(one for one in service.report_templates(practice) if one.key == key)
    assert " ".join(template.title.within(locale).split()) in " ".join(words.split())
    assert FIELDS["doctor"] in words
    first, last = service.reports(practice)[0].first_day, service.reports(practice)[0].last_day
    table = service.table(practice, Query(Period(first, last), Compare.NONE), Dimension.MONTH)
    whole = table.totals[table.columns.index(Column.VISITS)]
    assert f"{whole:.0f}" in words
    assert b"/StructTreeRoot" in pdf


@pytest.mark.both_databases
def test_what_is_kept_is_given_again_just_so_whatever_becomes_of_the_data(practice):
    report_id = service.make_report(practice, "summary", DAY, FIELDS, "ru")
    before = _words(service.save_report(practice, report_id, "pdf").body)
    assert service.reports(practice)[0].is_current
    bring(practice, [fact(date(2026, 5, 21))])
    assert not service.reports(practice)[0].is_current
    assert _words(service.save_report(practice, report_id, "pdf").body) == before
    again = service.make_report(practice, "summary", DAY, FIELDS, "ru")
    assert _words(service.save_report(practice, again, "pdf").body) != before


@pytest.mark.parametrize("key", OURS)
def test_a_workbook_holds_the_numbers_of_the_tables(practice, key):
    report_id = service.make_report(practice, key, DAY, FIELDS, "ru")
    sheet = load_workbook(io.BytesIO(service.save_report(practice, report_id, "xlsx").body)).active
    cells = list(sheet.iter_rows(values_only=True))
    view = service.reports(practice)[0]
    query = Query(Period(view.first_day, view.last_day), Compare.NONE)
    by = {
        "journal": Dimension.DAY,
        "form30": Dimension.MONTH,
        "category": Dimension.MONTH,
        "summary": Dimension.PAYMENT,
    }
    table = service.table(practice, query, by[key])
    visits = table.columns.index(Column.VISITS)
    for row in table.rows:
        assert any(found[0] == row.label.ru and found[1] == int(row.cells[visits]) for found in cells), row.label.ru


def test_a_period_is_the_one_that_the_template_asks_for():
    from medportal.features.analytics.rules.reports.content import period_of

    assert period_of(ReportSpan.THREE_YEARS, DAY) == Period(date(2024, 1, 1), date(2026, 12, 31))
    assert period_of(ReportSpan.QUARTER, DAY).first == date(2026, 4, 1)


def test_what_is_missing_is_named_with_its_field(practice):
    with pytest.raises(InvalidError) as refused:
        service.make_report(practice, "category", DAY, {"doctor": " "}, "ru")
    assert [one.field for one in refused.value.problems] == ["doctor", "category"]
    with pytest.raises(InvalidError):
        service.make_report(practice, "summary", DAY, {"doctor": "а" * 201}, "ru")
    assert service.reports(practice) == ()


def test_what_was_removed_can_be_put_back(practice):
    report_id = service.make_report(practice, "journal", DAY, FIELDS, "ru")
    service.remove_report(practice, report_id)
    assert service.reports(practice) == ()
    with pytest.raises(NotFoundError):
        service.save_report(practice, report_id, "pdf")
    service.remove_report(practice, report_id, back=True)
    assert [one.id for one in service.reports(practice)] == [report_id]


def test_a_report_is_nobody_elses(practice, other):
    report_id = service.make_report(practice, "journal", DAY, FIELDS, "ru")
    for deed in (lambda: service.save_report(other, report_id, "pdf"), lambda: service.remove_report(other, report_id)):
        with pytest.raises(NotFoundError):
            deed()
    assert service.reports(other) == ()
    for stranger in (Actor(Role.VISITOR), Actor(Role.ADMINISTRATOR, uuid4())):
        with pytest.raises(ForbiddenError):
            service.save_report(stranger, report_id, "xlsx")
        with pytest.raises(ForbiddenError):
            service.reports(stranger)


def test_what_the_doctor_typed_lies_sealed(practice):
    service.make_report(practice, "summary", DAY, FIELDS, "ru")
    with looking() as uow:
        row = uow.session.execute(text("SELECT * FROM practice_report")).mappings().one()
    assert "Примерова" not in str(dict(row))
    assert "медсестры" not in str(dict(row))


def test_nothing_typed_becomes_a_formula_or_a_command_of_the_press(practice):
    typed = {"doctor": "=HYPERLINK(1)", "remarks": '#panic("x") $ \\ ] #image("/etc/passwd")'}
    report_id = service.make_report(practice, "summary", DAY, typed, "ru")
    assert '#panic("x")' in _words(service.save_report(practice, report_id, "pdf").body)
    sheet = load_workbook(io.BytesIO(service.save_report(practice, report_id, "xlsx").body)).active
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_an_empty_practice_has_empty_reports(doctor):
    report_id = service.make_report(doctor, "form30", DAY, FIELDS, "ru")
    assert "Всего" in _words(service.save_report(doctor, report_id, "pdf").body)


OWN = """
key = "department"
title = { ru = "Отчёт отделения", en = "Report of the department" }
source = { ru = "приказ по больнице", en = "order of the hospital" }
lead = { ru = "Для отделения.", en = "For the department." }
span = "quarter"

[[fields]]
name = "doctor"
label = { ru = "Врач", en = "Doctor" }

[[parts]]
kind = "table"
title = { ru = "По месту", en = "By place" }
by = "place"
columns = ["visits"]
"""


def test_an_administrator_adds_a_template_by_laying_a_file_down(practice):
    folder = Path(settings().data_dir) / "reports"
    folder.mkdir(parents=True)
    (folder / "department.toml").write_text(OWN, encoding="utf-8")
    (folder / "broken.toml").write_text("key = ", encoding="utf-8")
    found = {one.key: one for one in service.report_templates(practice)}
    assert set(found) == {*OURS, "department"}
    assert found["department"].is_own
    report_id = service.make_report(practice, "department", DAY, {}, "ru")
    assert "На дому" in _words(service.save_report(practice, report_id, "pdf").body)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (OWN.replace('"quarter"', '"decade"'), "'decade'"),
        (OWN.replace('by = "place"', 'by = "colour"'), "'colour'"),
        (OWN.replace('["visits"]', '["visitz"]'), "'visitz'"),
        (OWN.replace('["visits"]', "[]"), "columns"),
        (OWN.replace('en = "Doctor"', 'en = ""'), "label"),
        (OWN.replace('kind = "table"', 'kind = "chart"'), "'chart'"),
        (OWN.replace("span =", "spam = 1\nspan ="), "'spam'"),
        (OWN.replace('name = "doctor"', 'name = "Врач"'), "name"),
        (OWN.split("[[parts]]", maxsplit=1)[0], "parts"),
        ("\udcff", "TOML"),
        ("x" * 70_000, "64 KB"),
    ],
    ids=range(11),
)
def test_a_template_that_cannot_be_read_tells_where(wrong, told):
    with pytest.raises(TemplateError, match=told):
        reading.template(wrong.encode("utf-8", "surrogateescape"))
