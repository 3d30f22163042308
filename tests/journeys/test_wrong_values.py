"""Each wrong value is refused with its sentence, beside the field and as the person leaves it."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, expect

from medportal.demonstration.people import person
from tests.journeys.doctor import Doctor
from tests.support.portal import ServedPortal

ANNA = person("anna.primerova")
FIRST, SECOND = ANNA.mrz


def _with_another_last_digit(number: str) -> str:
    return number[:-1] + str((int(number[-1]) + 1) % 10)


@dataclass(frozen=True)
class Wrong:
    """A value that is refused, and a part of the sentence that says why."""

    page: str
    field: str
    value: str
    told: str
    mended: str | None = None


LATIN, SIGN, SHORT = "есть латинская буква «{}»", "внутри есть {} (U+{})", "введите {} цифр"
WRONG = {
    "a blank surname": Wrong("person", "surname", "   ", "Фамилия: заполните поле"),
    "Latin look-alikes in a surname": Wrong("person", "surname", "Пpимeрова", LATIN.format("p"), mended="Примерова"),
    "a surname typed in the other layout": Wrong(
        "person", "surname", "Ghbvthjdf", LATIN.format("G"), mended="Примерова"
    ),
    "an emoji in a surname": Wrong(
        "person", "surname", "Примерова😀", SIGN.format("эмодзи или рисунок", "1F600"), mended="Примерова"
    ),
    "a control character in a surname": Wrong(
        "person", "surname", "При\u0007мерова", SIGN.format("управляющий знак", "0007"), mended="Примерова"
    ),
    "a right-to-left mark in a surname": Wrong(
        "person",
        "surname",
        "При\u202eмерова",
        SIGN.format("невидимый знак направления письма", "202E"),
        mended="Примерова",
    ),
    "HTML in a surname": Wrong("person", "surname", "<b>Примерова</b>", LATIN.format("b")),
    "HTML in Russian letters": Wrong("person", "surname", "<и>Примерова</и>", "Уберите остальное"),
    "SQL in a surname": Wrong("person", "surname", "Примерова'; DROP TABLE accounts;--", LATIN.format("D")),
    "too long a surname": Wrong("person", "surname", "А" * 101, "Оставьте не больше 100 знаков"),
    "a digit in a given name": Wrong("person", "given_name", "Анна1", "цифр здесь не бывает, а есть «1»"),
    "a date that does not exist": Wrong("person", "birth_date", "30.02.1980", "такой даты нет в календаре"),
    "a date of another shape": Wrong("person", "birth_date", "вчера", "ДД.ММ.ГГГГ"),
    "a child": Wrong("person", "birth_date", "01.01.2020", "регистрация возможна с 18 лет"),
    "a date to come": Wrong("person", "birth_date", "01.01.2090", "эта дата ещё не наступила"),
    "a landline": Wrong("contacts", "phone", "+7 495 000-00-00", "это не мобильный номер"),
    "a foreign phone": Wrong("contacts", "phone", "+1 202 555 0100", "нужен российский номер"),
    "half a phone": Wrong("contacts", "phone", "12345", "введите +7 и ещё 10 цифр"),
    "Russian letters in an address": Wrong("contacts", "email", "анна@example.com", "есть русская буква «а»"),
    "half an e-mail address": Wrong("contacts", "email", "anna@", "адрес состоит из имени, знака @"),
    "a wrong control number of SNILS": Wrong(
        "numbers", "snils", _with_another_last_digit(ANNA.snils), "контрольное число не сходится"
    ),
    "half a SNILS": Wrong("numbers", "snils", "123", "введите как 123-456-789 00"),
    "zeros for a SNILS": Wrong("numbers", "snils", "0" * 11, "не может состоять из одних нулей"),
    "wrong control digits of INN": Wrong(
        "numbers", "inn", _with_another_last_digit(ANNA.inn), "контрольные цифры не сходятся"
    ),
    "an organisation's INN": Wrong("numbers", "inn", "7707083893", "нужен ИНН человека, 12 цифр"),
    "a wrong character in the passport's lines": Wrong(
        "passport", "passport_mrz", f"{FIRST}\n{SECOND[:3]}8{SECOND[4:]}", "Строка 2, знак 4: стоит «8»"
    ),
    "a foreign character in the passport's lines": Wrong(
        "passport", "passport_mrz", f"{FIRST}\n{SECOND[:3]}Я{SECOND[4:]}", "Строка 2, знак 4: стоит «Я»"
    ),
    "the passport's lines in the wrong order": Wrong(
        "passport", "passport_mrz", f"{SECOND}\n{FIRST}", "Строки переставлены", mended=f"{FIRST}\n{SECOND}"
    ),
    "one line of two": Wrong("passport", "passport_mrz", FIRST, "Нужны ровно две строки по 44 знака"),
    "half a series": Wrong("passport", "passport_series", "45", SHORT.format(4)),
    "zeros for a passport number": Wrong("passport", "passport_number", "000000", "номер не может быть 000000"),
    "a passport older than passports are": Wrong(
        "passport", "passport_issued_on", "01.01.1990", "выдают с 1 октября 1997 года"
    ),
    "Latin letters in the issuer": Wrong("passport", "passport_issuer", "USSR", LATIN.format("U")),
    "an impossible division code": Wrong(
        "passport", "passport_division_code", "779-001", "третья цифра бывает от 0 до 3"
    ),
    "an impossible index": Wrong("address", "postal_index", "000000", "первая от 1 до 6"),
    "a city in Latin letters": Wrong("address", "city", "Moscow", LATIN.format("M")),
    "a house without a number": Wrong("address", "house", "без номера", "должна быть хотя бы одна цифра"),
    "a licence in Latin letters": Wrong(
        "work", "licence_number", "LO-77-01-000001", LATIN.format("L"), mended="ЛО-77-01-000001"
    ),
    "a licence for another activity": Wrong(
        "work", "licence_number", "Л042-01137-77/00000001", "это лицензия на другой вид деятельности"
    ),
    "a wrong control digit of OGRN": Wrong(
        "work", "employer_ogrn", _with_another_last_digit(ANNA.work.employer_ogrn or ""), "цифра не сходится"
    ),
    "half an OGRN": Wrong("work", "employer_ogrn", "123", "введите 13 цифр (для ИП 15 цифр)"),
    "a position that is not listed": Wrong("work", "position", "шаман", "такой строки нет в номенклатуре"),
    "a speciality that is not listed": Wrong("work", "speciality", "Знахарство", "выберите из списка"),
    "too short a password": Wrong("password", "password", "Aa1", "нужно не меньше 8 знаков"),
    "a password without capitals": Wrong("password", "password", "зимний-сад-482", "хотя бы одну заглавную букву"),
    "a password without a digit": Wrong("password", "password", "Зимний-Сад", "хотя бы одну цифру"),
    "a password of repeats": Wrong("password", "password", "Aaaaaaa1", "слишком просто"),
    "too long a password": Wrong("password", "password", "Аа1" * 100, "не больше 256 знаков"),
    "another password the second time": Wrong("password", "password_again", "Иной-Сад-482", "не совпадает с первым"),
}
SECTIONS = {
    "person": ("surname", "given_name", "patronymic", "birth_date", "sex"),
    "contacts": ("phone", "email"),
    "numbers": ("snils", "inn"),
    "passport": ("passport_series", "passport_number", "passport_issued_on", "passport_issuer"),
    "address": ("postal_index", "region", "city", "house"),
    "work": ("position", "speciality"),
    "password": ("password", "password_again"),
}


@pytest.fixture(scope="module")
def anna(browser: Browser, portal: ServedPortal) -> Iterator[Doctor]:
    """Somebody to whom every page of the wizard is open."""
    context = browser.new_context(viewport={"width": 1000, "height": 900}, locale="ru-RU")
    someone = Doctor(context, portal, ANNA)
    someone.begin()
    someone.tell_about_myself()
    someone.ask_for_both()
    someone.type_the_code(someone.code())
    someone.page.wait_for_selector("#go-on")
    yield someone
    context.close()
    assert someone.complaints == []


def _stand_at(someone: Doctor, section: str) -> None:
    if f"/register/{section}" not in someone.page.url:
        someone.open(f"/register/{section}")
        waits = "" if section == "password" else '[data-filled="yes"]'
        someone.page.wait_for_selector(f"form#form-{section}{waits}")


def _give(someone: Doctor, section: str, name: str, value: str) -> None:
    _stand_at(someone, section)
    if someone.input(name).input_value().replace("-", "").replace(" ", "") != value:
        someone.type(name, value)
        someone.is_told_it_is_saved()


@pytest.mark.parametrize("section", SECTIONS)
def test_an_empty_page_is_refused_and_the_summary_leads_to_each_field(anna: Doctor, section: str) -> None:
    _stand_at(anna, section)
    for name in (one for one in SECTIONS[section] if one != "sex"):
        anna.input(name).fill("")
    anna.page.click(f"form#form-{section} button[type=submit]")
    anna.focus_is_on(f"#{section}-errors")
    for name in SECTIONS[section] if section != "person" else SECTIONS[section][:-1]:
        field = anna.input(name)
        expect(field).to_have_attribute("aria-invalid", "true")
        assert f"{name}-note" in str(field.get_attribute("aria-describedby")).split()
        sentence = anna.page.locator(f"#{name}-note .wrong").first.inner_text()
        anna.page.locator(f"#{section}-errors a", has_text=sentence).click()
        anna.focus_is_on(f"#{name}")


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG.keys())
def test_a_wrong_value_is_refused_with_its_sentence(anna: Doctor, wrong: Wrong) -> None:
    _stand_at(anna, wrong.page)
    anna.type(wrong.field, wrong.value)
    expect(anna.page.locator(f"#{wrong.field}-note .wrong").first).to_contain_text(wrong.told)
    expect(anna.input(wrong.field)).to_have_attribute("aria-invalid", "true")
    if wrong.mended:
        anna.page.locator(f"#{wrong.field}-note button").first.click()
        expect(anna.input(wrong.field)).to_have_value(wrong.mended)
        expect(anna.page.locator(f"#{wrong.field}-note .wrong")).to_have_count(0)


@pytest.mark.parametrize(
    ("password", "told"),
    [
        ("Пароль-2024", "он среди самых частых"),
        ("Primerova-482", "в нём есть ваше имя"),
        ("Зима-987000101", "или номер, которые знают другие"),
    ],
)
def test_a_password_that_others_would_try_first_is_refused_by_the_portal(
    anna: Doctor, password: str, told: str
) -> None:
    _give(anna, "person", "surname", ANNA.surname)
    _give(anna, "numbers", "snils", ANNA.snils)
    _stand_at(anna, "password")
    anna.type("password", password)
    anna.type("password_again", password)
    anna.hand_in("password")
    anna.focus_is_on("#password-errors")
    expect(anna.page.locator("#password-errors")).to_contain_text(told)


def test_spaces_at_the_ends_are_taken_away_and_the_page_says_so(anna: Doctor) -> None:
    _stand_at(anna, "person")
    anna.type("surname", "  Примерова ")
    expect(anna.input("surname")).to_have_value("Примерова")
    expect(anna.page.locator("#surname-note")).to_contain_text("пробелы по краям убраны")


def test_a_name_that_often_has_another_letter_is_questioned_and_mended_by_one_press(anna: Doctor) -> None:
    _stand_at(anna, "person")
    anna.type("given_name", "Алена")
    anna.page.locator("#given_name-note button").click()
    expect(anna.input("given_name")).to_have_value("Алёна")


def test_a_wrong_code_is_refused_and_the_page_tells_how_many_tries_are_left(
    browser: Browser, portal: ServedPortal
) -> None:
    boris = Doctor(browser.new_context(locale="ru-RU"), portal, person("timur.vydumkin"))
    boris.begin()
    boris.tell_about_myself()
    boris.ask_for_both()
    for left in ("4 попытки", "3 попытки", "2 попытки", "1 попытка"):
        boris.type_the_code("000000" if boris.code() != "000000" else "111111")
        boris.sees(left)
    boris.context.close()
