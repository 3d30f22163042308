"""Institutions: found whatever the slip, judged by the day."""

from dataclasses import asdict
from datetime import date

import pytest

from medportal.demonstration.institutions import INSTITUTIONS
from medportal.features.qualification.adapters import FileBook
from medportal.features.qualification.rules import institutions
from medportal.features.qualification.schemas import Institution

BOOK = FileBook(more=[Institution(**asdict(one)) for one in INSTITUTIONS]).book()
SECHENOV = "Первый Московский государственный медицинский университет имени И.М. Сеченова (Сеченовский Университет)"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Сеченов", SECHENOV),
        ("пмгму", SECHENOV),
        ("Первый московский медицинский университет им. Сеченого", SECHENOV),
        ("казанский мед", "Казанский государственный медицинский университет"),
        ("Казанскый государственый медицинский универститет", "Казанский государственный медицинский университет"),
        ("уфа", "Башкирский государственный медицинский университет"),
        (
            "учебный медицинский университет имени а.а. премерова",
            "Учебный медицинский университет имени А.А. Примерова",
        ),
    ],
)
def test_the_one_that_is_meant_comes_first(typed: str, meant: str) -> None:
    assert institutions.suggest(BOOK, typed)[0].name == meant


@pytest.mark.parametrize("typed", ["", "   ", "«»", "??"])
def test_nothing_typed_suggests_nothing(typed: str) -> None:
    assert institutions.suggest(BOOK, typed) == ()


def test_whatever_is_typed_at_most_eight_are_suggested() -> None:
    for typed in ("а", "университет", "x" * 5000, "\u0000ё", "медицинский " * 300):
        assert len(institutions.suggest(BOOK, typed)) <= institutions.MOST


def test_a_name_is_known_without_the_brackets_behind_it_and_with_any_yo() -> None:
    assert institutions.find(BOOK, SECHENOV.partition(" (")[0])
    assert institutions.find(
        BOOK, "МОСКОВСКИЙ государственный медико–стоматологический университет им. А. И. Евдокимова"
    )


def test_a_former_name_says_what_it_is_called_now() -> None:
    found = institutions.suggest(BOOK, "Учебная медицинская академия")[0]
    assert found.note is not None
    assert found.note.ru == "до 31.12.2014 · теперь «Учебный медицинский университет имени А.А. Примерова»"


@pytest.mark.parametrize(
    ("name", "day", "code"),
    [
        ("Учебная медицинская академия", date(2014, 12, 31), None),
        ("Учебная медицинская академия", date(2015, 1, 1), "institution_renamed"),
        ("Учебный медицинский университет имени А.А. Примерова", date(2014, 6, 30), "institution_renamed"),
        ("Вымышленский медицинский институт", date(2016, 6, 30), None),
        ("Вымышленский медицинский институт", date(2016, 7, 1), "institution_not_accredited"),
        ("Вымышленский медицинский институт", None, None),
        ("Вымышленский медицынский институт", date(2010, 6, 30), "institution_typo"),
        ("Цзыньчжоу", date(2010, 6, 30), "institution_unlisted"),
    ],
)
def test_an_institution_is_judged_by_the_day_of_the_paper(name: str, day: date | None, code: str | None) -> None:
    assert institutions.objection(BOOK, name, day) == code


def test_every_successor_stands_in_the_book_and_no_two_rows_share_an_id() -> None:
    ids = [one.id for one in BOOK]
    assert len(ids) == len(set(ids))
    assert {one.successor for one in BOOK if one.successor} <= set(ids)


def test_the_book_may_be_another_file(tmp_path) -> None:
    file = tmp_path / "book.json"
    file.write_text('{"items": [{"id": 7, "name": "Новый институт", "named_from": "2026-01-01"}]}', encoding="utf-8")
    assert FileBook(file).book() == (Institution("7", "Новый институт", named_from=date(2026, 1, 1)),)
