"""Numbers that belong to somebody, and the way back for whoever they belong to."""

from medportal.demonstration.invented import inn, snils
from medportal.features.registration import texts
from tests.journeys.applicant import PASSWORD as OLD_PASSWORD
from tests.journeys.conftest import Comes
from tests.journeys.doctor import Doctor

NEW_PASSWORD = "Летний-Лес-917"


def test_taken_numbers_stop_with_the_same_words_and_lead_to_recovery(comes: Comes) -> None:
    anna = comes("anna.primerova")
    anna.register()
    stranger = comes("timur.vydumkin")
    stranger.begin()
    stranger.tell_about_myself()
    stranger.prove_my_contacts()
    of_snils = _told(stranger, anna.person.snils, inn("7799009999"))
    of_inn = _told(stranger, snils("987009999"), anna.person.inn)
    assert of_snils == of_inn
    assert texts.TAKEN.ru in of_inn
    stranger.page.locator("#numbers-errors").get_by_role("link", name=texts.RECOVER.ru).click()
    stranger.arrive("/recover")
    _comes_back_by_link_and_code(anna)


def _told(someone: Doctor, his_snils: str, his_inn: str) -> str:
    someone.open("/register/numbers")
    someone.filled("numbers")
    someone.type("snils", his_snils)
    someone.type("inn", his_inn)
    someone.hand_in("numbers")
    someone.focus_is_on("#numbers-errors")
    return someone.page.locator("#numbers-errors").inner_text()


def _comes_back_by_link_and_code(anna: Doctor) -> None:
    anna.sign_out()
    unknown = anna.ask_for_recovery("nobody@example.com")
    assert anna.ask_for_recovery(anna.person.email) == unknown
    anna.set_a_new_password(anna.recovery_link(), anna.recovery_code(), NEW_PASSWORD)
    anna.try_to_sign_in(anna.person.email, OLD_PASSWORD)
    anna.page.wait_for_selector("main .notice-danger")
    anna.sign_in(anna.person.email, NEW_PASSWORD)
