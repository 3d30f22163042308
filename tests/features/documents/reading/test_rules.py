"""The rules of reading, over plain values."""

from datetime import date

import pytest

from medportal.features.documents.rules.reading import address, printed, verdict
from medportal.features.documents.rules.reading.differences import differences, unlike
from medportal.features.documents.rules.reading.proof import confirmed, contradicted, prove
from medportal.features.documents.schemas.reading import (
    Code,
    Difference,
    Outcome,
    PageFacts,
    PageKind,
    Proof,
    Quality,
    Sign,
    Zone,
)
from medportal.features.documents.texts.reading import WORDS, ZONES

TODAY = date(2026, 11, 23)
UPPER = "PNRUSANTONOVA<<ANNA<7R9EVNA<<<<<<<<<<<<<<<<<"
LOWER = "5011676181RUS8701163F<<<<<<<6170819542057<78"
SHARP = Quality(1400, 200.0, 500.0, 150.0, 220.0, 1.0, 0.0)


def _signs(line: str, **odd: Sign) -> list[Sign]:
    return [odd.get(f"at{place}", Sign(char, 0.99, "", 0.0)) for place, char in enumerate(line)]


def test_lines_whose_check_digits_hold_prove_their_numbers():
    proof = prove(_signs(UPPER), _signs(LOWER), TODAY)
    assert proof.outcome is Outcome.PROVEN
    assert proof.clear
    assert proof.values == {
        "series": "5016",
        "number": "167618",
        "issue_date": "19.08.2017",
        "division_code": "542-057",
        "birth_date": "16.01.1987",
        "sex": "ЖЕН",
    }
    assert proof.names == {"surname": "АНТОНОВА", "name": "АННА", "patronymic": "ЮРЬЕВНА"}
    assert "167618" not in repr(proof)


def test_a_plain_digit_that_fails_its_check_is_the_document_s_fault():
    assert prove(_signs(UPPER), _signs(LOWER.replace("167618", "167619")), TODAY) == Proof(Outcome.CHECK_FAILED)


def test_one_digit_that_looked_as_much_like_another_is_read_as_that_other():
    proof = prove(_signs(UPPER), _signs(LOWER, at4=Sign("8", 0.52, "6", 0.3)), TODAY)
    assert proof.outcome is Outcome.PROVEN
    assert proof.values["number"] == "167618"


def test_a_digit_is_never_mended_towards_one_that_it_did_not_look_like():
    assert prove(_signs(UPPER), _signs(LOWER, at4=Sign("8", 0.97, "6", 0.02)), TODAY).outcome is Outcome.CHECK_FAILED


def test_two_digits_are_never_mended():
    odd = {"at4": Sign("8", 0.52, "6", 0.3), "at6": Sign("0", 0.52, "6", 0.3)}
    assert prove(_signs(UPPER), _signs(LOWER, **odd), TODAY) == Proof(Outcome.UNREADABLE)


def test_faint_digits_prove_nothing_even_if_their_checks_hold():
    odd = {f"at{place}": Sign(LOWER[place], 0.3, "", 0.0) for place in (1, 2)}
    assert prove(_signs(UPPER), _signs(LOWER, **odd), TODAY).outcome is Outcome.UNREADABLE


def test_lines_of_another_document_are_no_code_lines():
    faint = {f"at{place}": Sign(UPPER[place], 0.01, "", 0.0) for place in range(5)}
    unsure = {f"at{place}": Sign(LOWER[place], 0.01, "", 0.0) for place in range(44)}
    none = "A" * 44
    assert prove(_signs(none, **faint), _signs(LOWER, **unsure), TODAY).outcome is Outcome.ABSENT


def test_a_doubtful_letter_leaves_the_names_to_be_confirmed_in_print():
    proof = prove(_signs(UPPER, at5=Sign("A", 0.9, "4", 0.3)), _signs(LOWER), TODAY)
    assert not proof.clear
    assert confirmed(proof, {}) == {}
    assert confirmed(proof, {"surname": "АНТОНОВА"}) == {"surname": "АНТОНОВА"}


def test_a_plain_name_that_print_contradicts_is_not_taken():
    proof = prove(_signs(UPPER), _signs(LOWER), TODAY)
    assert confirmed(proof, {"surname": "АНТОНОВА", "name": "АЛЛА"}).keys() == {"surname", "patronymic"}
    assert not contradicted(proof, {"surname": "АНТОНОВА", "name": "АЛЛА"})
    assert contradicted(proof, {"surname": "КУЛИКОВА", "name": "КСЕНИЯ"})


def test_a_name_that_did_not_fit_into_its_line_is_not_taken():
    cut = "PNRUSALEKSANDROV<KONSTANTINOV<<VLADISLAV<VLA"
    proof = prove(_signs(cut), _signs(LOWER), TODAY)
    assert set(proof.names) == {"surname", "name"}


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ([("ОТДЕЛОМ", 96, 20), ("УФМС", 40, 20), ("РОССИИ", 95, 20)], "ОТДЕЛОМ УФМС РОССИИ"),
        ([("Паспорт", 96, 14), ("выдан", 96, 12), ("ГУ", 96, 20), ("МВД", 96, 20)], "ГУ МВД"),
        ([("м", 20, 5), ("ГУ", 96, 20), ("МВД", 96, 20)], "ГУ МВД"),
        ([("НОВОСИБИРСКОИ", 93, 20), ("ОБЛАСТИ", 96, 20)], "НОВОСИБИРСКОЙ ОБЛАСТИ"),
        ([("ПО-МОСКВЕ", 92, 20)], "ПО МОСКВЕ"),
        ([("ЗАВОДСКОМ", 96, 20), ("РАИОННЕ", 60, 20)], ""),
        ([("обл.", 44, 19)], ""),
        ([("$", 80, 20), ("ПЕТРОВКА", 96, 20)], ""),
        ([("|", 80, 36), ("ПЕТРОВКА", 96, 20)], "ПЕТРОВКА"),
        ([("МОСКВA", 96, 20)], ""),
        ([("ЦЛ", 80, 20)], ""),
        ([], ""),
    ],
)
def test_a_printed_value_is_taken_whole_or_not_at_all(words: list[tuple[str, float, int]], value: str):
    assert printed.value_of(words) == value


def test_issuers_and_places_look_like_themselves():
    assert printed.is_issuer("ГУ МВД РОССИИ ПО Г. МОСКВЕ")
    assert not printed.is_issuer("РОССИЙСКАЯ ФЕДЕРАЦИЯ")
    assert printed.placed("Г.САМАРА") == printed.placed("Г САМАРА") == printed.placed("Г.-САМАРА") == "Г. САМАРА"
    assert printed.placed("ДОМ. ОТДЫХА") == "ДОМ. ОТДЫХА"


def test_three_lines_are_names_only_in_their_order():
    assert printed.are_names({"surname": "ПЕТРОВА", "name": "ЭЛЬВИРА", "patronymic": "МИХАЙЛОВНА"})
    assert not printed.are_names({"surname": "ИРИНА", "name": "ЯКОВЛЕВНА", "patronymic": "МОСКВА"})
    assert not printed.are_names({"surname": "ЭЛЬВИРА", "name": "МИХАЙЛОВНА"})
    assert not printed.are_names({"surname": "СОРОКИН", "name": "ТИМУР", "patronymic": "ЮРЪЕВИЧ"})


def _rows(*rows: str) -> list[list[tuple[str, float, int]]]:
    return [[(word, 95.0, 16) for word in row.split()] for row in rows]


STAMP = (
    "Дата рег. 18.06.2022",
    "Регион КРАСНОЯРСКИЙ КРАЙ",
    "Район ЛЕНИНСКИЙ",
    "Пункт Г. РОСТОВ-НА-ДОНУ",
    "Улица УЛ. 8 МАРТА",
)


def test_a_stamp_becomes_one_address():
    rows = _rows(*STAMP, "Дом 160А Корп. 2 Кв. 48", "Орган рег. учёта 240-041")
    assert address.is_registration(rows)
    assert address.address_of(address.labelled(rows)) == (
        "КРАСНОЯРСКИЙ КРАЙ, ЛЕНИНСКИЙ Р-Н, Г. РОСТОВ-НА-ДОНУ, УЛ. 8 МАРТА, Д. 160А, КОРП. 2, КВ. 48"
    )


def test_blanks_of_a_stamp_are_left_out():
    rows = _rows("Регион САМАРСКАЯ ОБЛ", "Район", "Пункт С. ПЕТРОВКА", "Улица УЛ. ЩОРСА", "Дом 164 Корп. кв.")
    assert address.address_of(address.labelled(rows)) == "САМАРСКАЯ ОБЛ, С. ПЕТРОВКА, УЛ. ЩОРСА, Д. 164"


@pytest.mark.parametrize(
    "last", ["Дом l6 Корп. Кв. 4", "Дом Корп. Кв. 4", "Дом 16 Кв. 4", "Дом 16 Корп. Кв. 4 8", "Корп. 1 Кв. 4"]
)
def test_an_address_with_a_doubtful_number_is_not_taken(last: str):
    assert address.address_of(address.labelled(_rows(*STAMP, last))) == ""


def test_another_page_is_no_registration():
    assert not address.is_registration(_rows("Москва № дата врач клиника договор дата", "Дом отдыха"))


def test_differences_are_shown_letter_by_letter():
    assert unlike("АНТОНОВА", "АНТОНОВА") == ((), ())
    assert unlike("Антонова ", "АНТОНОВА") == ((), ())
    assert unlike("АНТАНОВА", "АНТОНОВА") == ((3,), (3,))
    assert unlike("АНТОНВА", "АНТОНОВА") == ((), (5,))
    assert unlike(" СЕМЕНОВ", "СЕМЁНОВ") == ((4,), (3,))
    assert unlike("Г.  МОСКВА", "Г. МОСКВА") == ((), ())


def test_only_what_is_typed_and_read_is_compared():
    typed = {"surname": "Антанова", "name": "", "number": "167618"}
    read = {"surname": "АНТОНОВА", "name": "АННА", "number": "167618", "series": "5016"}
    assert differences(typed, read) == (Difference("surname", (3,), (3,)),)


@pytest.mark.parametrize(
    ("quality", "code"),
    [
        (Quality(1400, 70.0, 500.0, 150.0, 220.0, 1.0, 0.0), Code.QUALITY_LOW_RES),
        (Quality(1400, 200.0, 500.0, 30.0, 220.0, 1.0, 0.0), Code.QUALITY_DARK),
        (Quality(1400, 200.0, 500.0, 150.0, 50.0, 1.0, 0.0), Code.QUALITY_DARK),
        (Quality(1400, 200.0, 500.0, 150.0, 220.0, 1.0, 0.0, glare_on_code=True), Code.QUALITY_GLARE),
        (Quality(1400, 200.0, 12.0, 150.0, 220.0, 1.0, 0.0), Code.QUALITY_BLUR),
        (Quality(500, None, 500.0, 150.0, 220.0, 1.0, 0.0), Code.QUALITY_LOW_RES),
        (Quality(1400, 200.0, 500.0, 150.0, 220.0, 12.0, 0.0), Code.QUALITY_NOISE),
        (Quality(1400, 200.0, 500.0, 150.0, 220.0, 1.0, 0.02), Code.QUALITY_GLARE),
        (SHARP, None),
    ],
)
def test_the_plainest_reason_is_named(quality: Quality, code: Code | None):
    assert verdict.reason(quality) is code


def _page(kind: PageKind, outcome: Outcome = Outcome.ABSENT, **more: object) -> PageFacts:
    facts: dict[str, object] = {"quality": SHARP, "readable": True, "cropped": False, "cyrillic": True, **more}
    return PageFacts(kind, outcome, **facts)  # type: ignore[arg-type]


def test_measures_never_decide_about_a_page_that_was_read():
    blurred = Quality(1400, 200.0, 3.0, 150.0, 220.0, 30.0, 0.5)
    page = _page(PageKind.PHOTO, Outcome.ABSENT, quality=blurred)
    assert not any(finding.decisive for finding in verdict.page_findings(page, 0))


def test_numbers_that_differ_in_two_digits_may_be_one_number():
    spread = _page(PageKind.PHOTO, Outcome.PROVEN, code_number="5016167618")
    near = _page(PageKind.REGISTRATION, red_number="5016167681")
    far = _page(PageKind.REGISTRATION, red_number="2222703138")
    assert verdict.set_findings([spread, near], whole=True) == ()
    assert [finding.code for finding in verdict.set_findings([spread, far], whole=True)] == [Code.PAGES_MISMATCH]


def test_one_picture_may_show_either_page_and_a_document_has_to_hold_both():
    spread, stamp, other = _page(PageKind.PHOTO), _page(PageKind.REGISTRATION), _page(PageKind.UNKNOWN)

    def codes(*pages: PageFacts, whole: bool) -> list[Code]:
        return [finding.code for finding in verdict.set_findings(pages, whole=whole)]

    assert codes(spread, whole=False) == codes(stamp, whole=False) == codes(spread, stamp, whole=True) == []
    assert codes(other, whole=False) == codes(stamp, whole=True) == [Code.PAGE_MISSING_MAIN]
    assert codes(spread, other, whole=True) == [Code.PAGE_MISSING_REGISTRATION]


def test_every_code_has_words_that_say_what_to_do():
    for code in Code:
        for zone in Zone:
            for decisive in (True, False):
                text = verdict.finding(code, zone, 0, decisive=decisive).text
                assert "{" not in text.ru + text.en
                assert text.ru.rstrip().endswith(".")
    assert set(WORDS) == {code.value for code in Code}
    assert set(ZONES) == {zone.value for zone in Zone}
