"""What axe finds on every page, in both themes, on a phone and on a desk; and that nothing scrolls sideways."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from medportal.demonstration.people import person
from tests.journeys.doctor import Doctor
from tests.journeys.looking import DESK, faults_here, nothing
from tests.journeys.places import OF_DOCTORS, OF_VISITORS, OF_WIZARD, stand
from tests.support.portal import ServedPortal

PICTURED = {"/": "home", "/login": "login"}
PICTURED_LATER = {"/register": "tasks", "/register/passport": "passport", "/register/check": "check"}


@pytest.fixture(scope="module")
def anna(browser: Browser, portal: ServedPortal) -> Iterator[Doctor]:
    """Somebody whose buttons change colour at once, so that no check meets one half-way."""
    context = browser.new_context(viewport={"width": DESK, "height": 900}, locale="ru-RU", reduced_motion="reduce")
    yield Doctor(context, portal, person("anna.primerova"))
    context.close()


def test_pages_of_visitors_have_no_serious_faults(anna: Doctor) -> None:
    found = {path: _faults(anna, path, PICTURED) for path in OF_VISITORS}
    nothing(found)


def test_pages_of_the_wizard_have_no_serious_faults(anna: Doctor) -> None:
    anna.begin()
    found = {"with errors": _faults_of_errors(anna)}
    anna.tell_about_myself()
    anna.prove_my_contacts()
    found["with an open list"] = _faults_of_an_open_list(anna)
    stand(anna, "/register/numbers")
    anna.give_my_papers()
    found |= {path: _faults(anna, path, PICTURED_LATER) for path in OF_WIZARD}
    nothing(found)


def test_pages_of_doctors_have_no_serious_faults(anna: Doctor) -> None:
    anna.open("/register")
    anna.submit()
    anna.every_check_is_confirmed()
    found = {path: _faults(anna, path, {"/cabinet": "cabinet"}) for path in OF_DOCTORS}
    anna.open("/cabinet")
    anna.page.click("#reveal")
    anna.page.wait_for_selector("form#form-prove")
    found["with the password asked for"] = faults_here(anna)
    nothing(found)


def test_pages_in_english_have_no_serious_faults(anna: Doctor) -> None:
    found = {}
    for path, name in {"/cabinet": "cabinet", "/": "home"}.items():
        stand(anna, path)
        if anna.language == "ru":
            anna.speak_english()
        found[path] = faults_here(anna, name)
    nothing(found)


def test_nothing_moves_for_those_who_asked_for_less_motion(anna: Doctor) -> None:
    """An inherited colour under a transition, however short, reaches the depth of the page one frame a floor."""
    anna.open("/")
    moving = anna.page.evaluate("""() => {
        const root = document.documentElement
        root.classList.toggle('dark')
        const count = document.getAnimations().length
        root.classList.toggle('dark')
        return count + document.getAnimations().length
    }""")
    assert moving == 0


def _faults(someone: Doctor, path: str, pictured: dict[str, str]) -> list[str]:
    stand(someone, path)
    return faults_here(someone, pictured.get(path))


def _faults_of_errors(someone: Doctor) -> list[str]:
    someone.type("surname", "Пpимерова")
    someone.type("birth_date", "30.02.1980")
    someone.hand_in("person")
    someone.focus_is_on("#person-errors")
    return faults_here(someone, "person-with-errors")


def _faults_of_an_open_list(someone: Doctor) -> list[str]:
    stand(someone, "/register/work")
    someone.input("position").fill("тера")
    someone.page.wait_for_selector("[role=option]")
    return faults_here(someone)
