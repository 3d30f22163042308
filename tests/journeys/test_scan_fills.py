"""A passport is photographed, and the form fills itself: every value says where it comes from, and the person decides."""

from pathlib import Path

from playwright.sync_api import expect

from medportal.features.documents.texts import screens
from medportal.features.registration.texts import scan as texts
from tests.features.documents.reading.fixtures import named, reader
from tests.journeys.conftest import Comes
from tests.journeys.doctor import Doctor

FOLDER = Path(__file__).parents[1] / "fixtures" / "passports"
BLURRED = "main_blur4.jpg"
GOOD, GLARING, BAD = "pdf_main_reg.pdf", "main_glare_mrz.jpg", "mrz_bad_check.jpg"
WORDS = {name: words.ru for name, words in texts.WORDS.items()}


def test_a_passport_fills_the_form_and_its_owner_corrects_it(comes: Comes) -> None:
    anna = comes("anna.primerova")
    anna.begin()
    anna.type("surname", "Антонава")
    _is_warned_by_the_browser_of_a_blurred_photo(anna)
    _sends(anna, GLARING)
    _is_told_which_zone_cannot_be_read(anna)
    _sends(anna, GOOD)
    _sees_what_was_read_of_the_person(anna)
    _takes_the_spelling_of_the_scan(anna)
    _sends(anna, BAD)
    _is_offered_nothing_that_check_digits_contradict(anna)


def test_the_other_sections_offer_what_was_read_before(comes: Comes) -> None:
    boris = comes("timur.vydumkin")
    boris.begin()
    _sends(boris, GOOD)
    _mark(boris, "birth_date", "proven")
    boris.go_on("person", to="contacts")
    boris.answer_contacts()
    boris.hand_in("contacts")
    boris.page.wait_for_selector("input[name=sms_code]")
    boris.prove_my_contacts()
    boris.answer_numbers()
    boris.go_on("numbers", to="passport")
    said = named(GOOD).fields
    boris.page.click("#scan-take-all")
    expect(boris.input("passport_number")).to_have_value(said["number"])
    for name in ("passport_series", "passport_number", "passport_issued_on", "passport_division_code"):
        _mark(boris, name, "proven")
    if reader().reads_russian:
        _mark(boris, "passport_issuer", "look")
        boris.page.locator('[data-scan="passport_issuer"] button').click()
        _mark(boris, "passport_issuer", "checked")
    else:
        boris.sees(WORDS["could_not"])
    boris.type("passport_issuer", "ГУ МВД РОССИИ ПО САМАРСКОЙ ОБЛАСТИ")
    boris.go_on("passport", to="address")
    boris.open("/register/passport")
    boris.filled("passport")
    expect(boris.input("passport_issuer")).to_have_value("ГУ МВД РОССИИ ПО САМАРСКОЙ ОБЛАСТИ")
    if reader().reads_russian:
        _mark(boris, "passport_issuer", "differs")


def _sends(who: Doctor, file: str) -> None:
    addresses: list[str] = []
    who.page.on("request", lambda request: addresses.append(request.url))
    who.hand_in_a_scan(FOLDER / file)
    # A name of a file may name a person, and addresses are written down on the way.
    assert [one for one in addresses if "/files?" in one]
    assert not [one for one in addresses if file.rpartition("/")[2].rpartition(".")[0] in one]


def _is_warned_by_the_browser_of_a_blurred_photo(anna: Doctor) -> None:
    """Said before anything is sent, with the words of the gallery; another file goes on its way."""
    anna.page.wait_for_selector(".scan[data-scan-state=none]")
    sent: list[str] = []
    anna.page.on("request", lambda request: sent.append(request.url) if "/files?" in request.url else None)
    anna.page.set_input_files("#scan-files", FOLDER / BLURRED)
    doubt = anna.page.locator("#doubt-scan-0")
    expect(doubt).to_contain_text(screens.UPLOADER["doubt_blurred"].ru)
    expect(doubt).to_be_focused()
    assert sent == []


def _mark(who: Doctor, name: str, mark: str) -> None:
    expect(who.page.locator(f'[data-scan="{name}"]')).to_have_attribute("data-mark", mark)


def _is_told_which_zone_cannot_be_read(anna: Doctor) -> None:
    expect(anna.page.locator(".scan-findings")).to_contain_text("Не видна строка кода внизу страницы: бликует")
    expect(anna.input("given_name")).to_have_value("")


def _sees_what_was_read_of_the_person(anna: Doctor) -> None:
    said = named(GOOD).fields
    expect(anna.input("given_name")).to_have_value(said["name"].title())
    expect(anna.input("birth_date")).to_have_value(said["birth_date"])
    _mark(anna, "given_name", "look")
    _mark(anna, "birth_date", "proven")
    expect(anna.page.locator('[data-scan="birth_date"]')).to_contain_text(WORDS["proven"])
    anna.page.click("#scan-all-right")
    _mark(anna, "given_name", "checked")


def _takes_the_spelling_of_the_scan(anna: Doctor) -> None:
    surname = named(GOOD).fields["surname"].title()
    expect(anna.input("surname")).to_have_value("Антонава")
    _mark(anna, "surname", "differs")
    expect(anna.page.locator('[data-scan="surname"] .differs').first).to_be_visible()
    anna.page.locator('[data-scan="surname"] button').click()
    expect(anna.input("surname")).to_have_value(surname)
    anna.type("patronymic", "Образцовна")
    anna.is_told_it_is_saved()
    _mark(anna, "patronymic", "differs")
    anna.page.reload()
    anna.filled("person")
    expect(anna.input("surname")).to_have_value(surname)
    expect(anna.input("patronymic")).to_have_value("Образцовна")
    _mark(anna, "patronymic", "differs")


def _is_offered_nothing_that_check_digits_contradict(anna: Doctor) -> None:
    expect(anna.page.locator(".scan-findings")).to_contain_text("контрольные цифры не сходятся")
    expect(anna.page.locator('[data-scan="birth_date"]')).to_have_count(0)
