"""The wizard's inputs: each rule with the value that breaks it, in words that say what to do."""

import json
import re
from datetime import date, timedelta

import pytest
from email_validator import EmailNotValidError, validate_email
from hypothesis import given, settings
from hypothesis import strategies as st

from medportal.features.registration import fields
from medportal.kernel.dictionaries import names
from medportal.kernel.fields import schema_json
from medportal.kernel.identifiers.mrz import MrzPerson, compose

TODAY = date(2026, 11, 22)
GOOD = {
    "consent": {"consent": "on"},
    "person": {
        "surname": "Щукин-Юрьев",
        "given_name": "Ёлкий",
        "patronymic": "Андреевич",
        "birth_date": "07.03.1985",
        "sex": "M",
    },
    "contacts": {"phone": "8 (900) 123-45-67", "email": "wukin@example.ru"},
    "numbers": {"snils": "112-233-445 95", "inn": "509800000225"},
    "passport": {
        "passport_series": "45 14",
        "passport_number": "123456",
        "passport_issued_on": "20.06.2015",
        "passport_issuer": "ОВД «Хамовники» г. Москвы",
        "passport_division_code": "770001",
    },
    "address": {
        "postal_index": "119021",
        "region": "москва",
        "city": "Москва",
        "street": "ул. Льва Толстого",
        "house": "16 стр. 1",
        "flat": "",
    },
    "work": {"licence_number": "Л041-01137-77/00000001", "position": "врач-терапевт", "speciality": "терапия"},
    "password": {"password": "Гречка4Луна", "password_again": "Гречка4Луна"},
}
NAMES_OF_ISSUE = {
    "consent", "surname", "given_name", "patronymic", "no_patronymic", "birth_date", "sex", "phone", "email", "sms_code",
    "snils", "inn", "passport_series", "passport_number", "passport_issued_on", "passport_issuer",
    "passport_division_code", "passport_mrz", "postal_index", "region", "city", "street", "house", "flat",
    "licence_number", "employer_ogrn", "position", "speciality", "password", "password_again",
}  # fmt: skip


def _judged(name, value, **others):
    return fields.evaluate_field(name, {name: value, **others}, TODAY)


def _code(name, value, **others):
    outcome = _judged(name, value, **others)
    return outcome.problems[0].code if outcome.problems else "ok"


def test_the_inputs_are_named_as_promised():
    assert set(fields.schema().fields) == NAMES_OF_ISSUE
    assert [section.key for section in fields.schema().sections] == list(GOOD)


@pytest.mark.parametrize("key", GOOD)
def test_a_good_section_passes(key):
    outcome = fields.evaluate(key, GOOD[key], TODAY, {k: v for part in GOOD.values() for k, v in part.items()})
    assert outcome.problems == ()


def test_values_are_stored_plain_and_shown_the_way_papers_print_them():
    numbers = fields.evaluate("numbers", GOOD["numbers"], TODAY)
    assert numbers.values["snils"] == "11223344595"
    assert numbers.fields["snils"].shown == "112-233-445 95"
    contacts = fields.evaluate("contacts", GOOD["contacts"], TODAY)
    assert contacts.values["phone"] == "+79001234567"
    assert [notice.code for notice in contacts.fields["phone"].notices] == ["plus_seven"]
    passport = fields.evaluate("passport", GOOD["passport"], TODAY)
    assert passport.values["passport_division_code"] == "770-001"
    assert passport.values["passport_series"] == "4514"
    assert fields.evaluate("address", GOOD["address"], TODAY).values["region"] == "Москва"


@pytest.mark.parametrize("key", ["consent", "person", "numbers", "passport", "address", "work", "password"])
def test_an_empty_section_names_every_missing_field(key):
    outcome = fields.evaluate(key, {}, TODAY)
    required = {one.name for one in fields.schema().section(key).fields if one.required}
    assert {problem.field for problem in outcome.problems} - {"licence_number"} == required
    for problem in outcome.problems:
        label = fields.schema().fields[problem.field].label
        assert problem.text.ru.startswith(label.ru + ":")
        assert problem.text.en.startswith(label.en + ":")


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("consent", "", "consent_required"),
        ("surname", "Иванов1", "digits"),
        ("surname", "Ivanov", "latin"),
        ("surname", "Иванов  Петров", "double_space"),
        ("surname", "Иванов_", "alphabet"),
        ("surname", "<b>Иванов</b>", "latin"),
        ("surname", "'; DROP TABLE", "latin"),
        ("surname", "Иванов\u202e", "direction_mark"),
        ("surname", "И" * 101, "too_long"),
        ("surname", "-Иванов", "alphabet"),
        ("given_name", "Іван", "alphabet"),
        ("birth_date", "7 марта 1985", "date_format"),
        ("birth_date", "07.03.85", "date_format"),
        ("birth_date", "٠٧.٠٣.١٩٨٥", "date_format"),
        ("birth_date", "30.02.1985", "date_unreal"),
        ("birth_date", "29.02.1900", "date_unreal"),
        ("birth_date", "23.11.2026", "date_future"),
        ("birth_date", "23.11.2008", "too_young"),
        ("birth_date", "22.11.2008", "ok"),
        ("birth_date", "21.11.1925", "too_old"),
        ("birth_date", "23.11.1925", "ok"),
        ("sex", "X", "choose"),
        ("sex", "", "choose"),
        ("phone", "12345", "phone_format"),
        ("phone", "+1 202 555 0100", "phone_country"),
        ("phone", "8 495 123-45-67", "phone_mobile"),
        ("email", "doctor", "email_format"),
        ("email", "доктор@mail.ru", "email_cyrillic"),
        ("email", "a" * 65 + "@mail.ru", "email_format"),
        ("email", "a@" + "b" * 64 + ".ru", "email_format"),
        ("sms_code", "12345", "code_format"),
        ("snils", "112-233-445-9", "snils_format"),
        ("snils", "00000000000", "snils_zero"),
        ("snils", "112-233-445 96", "snils_control"),
        ("snils", "00000060006", "ok"),
        ("inn", "5001007329", "inn_format"),
        ("inn", "009800000105", "inn_region"),
        ("inn", "779800000106", "inn_control"),
        ("passport_series", "451", "series_format"),
        ("passport_number", "000000", "number_zero"),
        ("passport_number", "12345", "number_format"),
        ("passport_issued_on", "30.09.1997", "passport_too_old"),
        ("passport_issued_on", "23.11.2026", "date_future"),
        ("passport_issuer", "ОВД", "issuer_format"),
        ("passport_division_code", "775-001", "division_level"),
        ("passport_division_code", "77-001", "division_format"),
        ("passport_mrz", "PNRUS", "mrz_lines"),
        ("postal_index", "012345", "index_format"),
        ("region", "Moscow", "latin"),
        ("city", "Казань🙂", "emoji"),
        ("street", "ул. <Садовая>", "address_format"),
        ("street", "", "ok"),
        ("street", "ул. XX Партсъезда", "ok"),
        ("house", "дом", "house_format"),
        ("flat", "", "ok"),
        ("licence_number", "L041-01137-77/00000001", "licence_latin"),
        ("licence_number", "Л042-01137-77/00000001", "licence_activity"),
        ("licence_number", "ЛО-77-02-000001", "licence_activity"),
        ("licence_number", "ЛО-77-01-000001", "ok"),
        ("licence_number", "Л041-01137-77/0000001", "licence_format"),
        ("employer_ogrn", "115774612345", "ogrn_format"),
        ("employer_ogrn", "1157746123458", "ogrn_control"),
        ("employer_ogrn", "304770000000008", "ok"),
        ("position", "дворник", "unlisted"),
        ("speciality", "Хирургия", "ok"),
        ("speciality", "Врачевание", "unlisted"),
        ("password", "Луна4ру", "password_short"),
        ("password", "ГречкаЛуна", "password_digit"),
        ("password", "ГРЕЧКА4ЛУНА", "password_lower"),
        ("password", "гречка4луна", "password_upper"),
        ("password", "Qwerty123", "password_guessable"),
        ("password", "Password7", "password_common"),
        ("password", "Aa1" * 86, "too_long"),
    ],
)
def test_each_rule_has_its_code_and_a_sentence_that_says_what_to_do(name, value, code):
    outcome = _judged(name, value)
    assert _code(name, value) == code
    for problem in outcome.problems:
        label = fields.schema().fields[name].label
        assert problem.text.ru.startswith(f"{label.ru}: ")
        assert problem.text.ru.endswith((".", "»"))
        assert "!" not in problem.text.ru + problem.text.en
        assert (
            not re.search("[А-яё]", re.sub("“.”|Example:.*|for example.*|Л041.*", "", problem.text.en))
            or code == "mrz_lines"
        )


@pytest.mark.parametrize(
    ("name", "value", "mend", "corrected"),
    [
        ("surname", "Петрoв", "cyrillic", "Петров"),
        ("surname", "Gtnhjd", "layout", "Петров"),
        ("surname", "Щукин  Юрьев", "single_spaces", "Щукин Юрьев"),
        ("surname", "Щукин - Юрьев", "tight_hyphens", "Щукин-Юрьев"),
        ("surname", "ИВАНОВ-ПЕТРОВ", "title", "Иванов-Петров"),
        ("given_name", "анна", "title", "Анна"),
        ("given_name", "Артем", "yo", "Артём"),
        ("surname", "Соловьева", "yo", "Соловьёва"),
        ("patronymic", "Семеновна", "yo", "Семёновна"),
        ("phone", "900 123-45-67", "plus_seven", "+7 900 123-45-67"),
        ("phone", "+79OO1234567", "digits", "+7 900 123-45-67"),
        ("email", "dосtor@mail.ru", "latin", "doctor@mail.ru"),
        ("email", "doctor@gmail.con", "domain", "doctor@gmail.com"),
        ("snils", "112 233 445 95", "only_digits", "112-233-445 95"),
        ("inn", "5098OOOOO225", "digits", "509800000225"),
        ("licence_number", "l041-01137-77/00000001", "licence_letters", "Л041-01137-77/00000001"),
        ("licence_number", "LO-77-01-000001", "licence_letters", "ЛО-77-01-000001"),
        ("position", "dhfx-nthfgtdn", "layout", "врач-терапевт"),
    ],
)
def test_what_can_be_mended_safely_is_offered_in_one_click(name, value, mend, corrected):
    offers = _judged(name, value).mends
    assert [(offer.code, offer.value) for offer in offers] == [(mend, corrected)]
    assert _judged(name, corrected).ok


def test_a_missing_patronymic_is_said_by_ticking_the_box():
    person = {**GOOD["person"], "patronymic": ""}
    assert [p.code for p in fields.evaluate("person", person, TODAY).problems] == ["required"]
    assert fields.evaluate("person", {**person, "no_patronymic": True}, TODAY).ok
    both = {**GOOD["person"], "no_patronymic": "on"}
    assert [p.code for p in fields.evaluate("person", both, TODAY).problems] == ["patronymic_and_none"]


def test_a_young_doctor_and_an_unusual_passport_are_only_remarked_on():
    assert [w.code for w in _judged("birth_date", "01.01.2006").warnings] == ["young"]
    assert [w.code for w in _judged("passport_series", "0014").warnings] == ["series_region"]
    series = _judged("passport_series", "4514", passport_issued_on="01.02.2018")
    assert [w.code for w in series.warnings] == ["series_year"]
    assert _judged("passport_series", "4514", passport_issued_on="01.02.2017").warnings == ()
    issued = _judged("passport_issued_on", "01.06.2001", birth_date="10.05.1981")
    assert issued.ok
    assert "08.08.2026" in issued.warnings[0].text.ru


def test_dates_are_accepted_as_people_type_them():
    for typed in ("1.2.1980", "01/02/1980", "1980-02-01", "01021980", "1 2 1980", "01.02.1980 г."):
        assert _judged("birth_date", typed).value == "01.02.1980"


@pytest.mark.parametrize("code", ["issued_too_early", "ok"])
def test_a_passport_is_not_older_than_fourteen_years_of_its_holder(code):
    birth = date(2004, 2, 29)
    issued = date(2018, 3, 1) - timedelta(days=1 if code != "ok" else 0)
    assert _code("passport_issued_on", f"{issued:%d.%m.%Y}", birth_date=f"{birth:%d.%m.%Y}") == code


def test_a_licence_or_an_employer_is_enough():
    rest = {"position": "врач-терапевт", "speciality": "Терапия"}
    neither = fields.evaluate("work", rest, TODAY)
    assert [(p.field, p.code) for p in neither.problems] == [("licence_number", "work_either")]
    assert fields.evaluate("work", {**rest, "employer_ogrn": "1157746123457"}, TODAY).ok


@pytest.mark.parametrize("name", ["positions", "specialities"])
def test_every_row_of_the_nomenclature_can_be_chosen_in_any_case(name):
    field = {"positions": "position", "specialities": "speciality"}[name]
    for row in names(name):
        assert _judged(field, row.upper()).value == row


@pytest.mark.parametrize(
    "password", ["Shchukin7x", "Щукин-1985", "Yurev2024x", "070385Moroz", "Moroz223344", "Wukin-moroz7"]
)
def test_a_password_may_not_hold_what_others_know(password):
    facts = {k: v for part in GOOD.values() for k, v in part.items() if not k.startswith("password")}
    outcome = fields.evaluate("password", {"password": password, "password_again": password}, TODAY, facts)
    assert [p.code for p in outcome.problems] == ["password_personal"]


def test_the_second_password_is_the_first():
    assert _code("password_again", "Гречка4луна", password="Гречка4Луна") == "password_differs"


def _lines(**changes):
    person = {
        "surname": "Щукин",
        "given_name": "Ёлкий",
        "patronymic": "Андреевич",
        "birth_date": date(1985, 3, 7),
        "sex": "M",
        "series": "4514",
        "number": "123456",
        "issued_on": date(2015, 6, 20),
        "division_code": "770-001",
    }
    return compose(MrzPerson(**{**person, **changes}))


def test_passport_lines_that_differ_from_what_was_typed_are_remarked_on_by_field():
    typed = {"surname": "Щукин", "given_name": "Елкий", "birth_date": "7.3.1985", "passport_number": "12 34 56"}
    assert _judged("passport_mrz", _lines(), **typed).warnings == ()
    warned = _judged("passport_mrz", _lines(surname="Окунев", number="654321"), **typed).warnings
    assert [w.code for w in warned] == ["mrz_differs"]
    assert "Фамилия, Номер паспорта" in warned[0].text.ru
    assert "Окунев" not in warned[0].text.ru


def test_passport_lines_say_which_character_is_wrong():
    first, second = _lines().split("\n")
    outcome = _judged("passport_mrz", f"{first}\n{second[:4]}O{second[5:]}")
    assert outcome.problems[0].code == "mrz_digit"
    assert "знак 5" in outcome.problems[0].text.ru


def _library_objection(address):
    try:
        validate_email(address, check_deliverability=False, test_environment=True)
    except EmailNotValidError as error:
        return str(error)
    return ""


@given(st.from_regex(r"[a-z0-9._+-]{1,20}@[a-z0-9.-]{1,20}\.[a-z]{2,6}", fullmatch=True))
@settings(max_examples=300, deadline=None)
def test_an_address_we_accept_is_an_address_for_the_library_too(address):
    # The library knows reserved domains and the registry's rules besides; we only look at the form.
    beyond_form = "special-use|reserved|hyphen|IDNA|xn--|letters after|two dashes"
    if _judged("email", address).ok:
        assert re.search(f"^$|{beyond_form}", _library_objection(address))


def test_the_schema_for_the_browser_is_small_and_holds_no_server_rules():
    plain = schema_json(fields.schema())
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    assert len(text) < 40_000
    assert "uncommon" not in {rule["op"] for one in plain["fields"].values() for rule in one.get("checks", [])}
    assert "дерматовенеролог" not in text
    for one in plain["fields"].values():
        assert set(one["label"]) == {"ru", "en"}


def test_dictionaries_are_fetched_apart():
    assert len(fields.dictionary_json("positions")["items"]) == 114
