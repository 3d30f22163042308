"""What axe finds on every page, in both themes, on a phone and on a desk; and that nothing scrolls sideways."""

import json
from collections.abc import Iterator
from importlib.resources import files

import pytest
from playwright.sync_api import Browser

from medportal.demonstration.people import person
from medportal.ui import texts as shell
from tests.journeys import pictures
from tests.journeys.doctor import Doctor
from tests.journeys.places import OF_DOCTORS, OF_VISITORS, OF_WIZARD, stand
from tests.support.portal import ServedPortal

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RUN = "async rules => (await axe.run(document, rules ? { runOnly: rules } : {})).violations"
SERIOUS = {"serious", "critical"}
DESK, PHONE = 1440, 360
# 640 is a desk screen of 1280 at 200 %, 320 the narrowest that WCAG asks for (1.4.10).
WIDTHS = (DESK, 640, PHONE, 320)
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
CALM = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
# What depends on the theme or the width; everything else is the same in all four.
VISUAL = ["color-contrast", "target-size", "scrollable-region-focusable"]
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
    _nothing(found)


def test_pages_of_the_wizard_have_no_serious_faults(anna: Doctor) -> None:
    anna.begin()
    found = {"with errors": _faults_of_errors(anna)}
    anna.tell_about_myself()
    anna.prove_my_contacts()
    found["with an open list"] = _faults_of_an_open_list(anna)
    stand(anna, "/register/numbers")
    anna.give_my_papers()
    found |= {path: _faults(anna, path, PICTURED_LATER) for path in OF_WIZARD}
    _nothing(found)


def test_pages_of_doctors_have_no_serious_faults(anna: Doctor) -> None:
    anna.open("/register")
    anna.submit()
    anna.every_check_is_confirmed()
    found = {path: _faults(anna, path, {"/cabinet": "cabinet"}) for path in OF_DOCTORS}
    anna.open("/cabinet")
    anna.page.click("#reveal")
    anna.page.wait_for_selector("form#form-prove")
    found["with the password asked for"] = _faults_here(anna)
    _nothing(found)


def test_pages_in_english_have_no_serious_faults(anna: Doctor) -> None:
    found = {}
    for path, name in {"/cabinet": "cabinet", "/": "home"}.items():
        stand(anna, path)
        if anna.language == "ru":
            anna.speak_english()
        found[path] = _faults_here(anna, name)
    _nothing(found)


def _faults(someone: Doctor, path: str, pictured: dict[str, str]) -> list[str]:
    stand(someone, path)
    return _faults_here(someone, pictured.get(path))


def _faults_of_errors(someone: Doctor) -> list[str]:
    someone.type("surname", "Пpимерова")
    someone.type("birth_date", "30.02.1980")
    someone.hand_in("person")
    someone.focus_is_on("#person-errors")
    return _faults_here(someone, "person-with-errors")


def _faults_of_an_open_list(someone: Doctor) -> list[str]:
    stand(someone, "/register/work")
    someone.input("position").fill("тера")
    someone.page.wait_for_selector("[role=option]")
    return _faults_here(someone)


def _faults_here(someone: Doctor, picture: str | None = None) -> list[str]:
    """What axe finds and what scrolls sideways, on every width and in both themes; the page is left light and wide."""
    page, found = someone.page, []
    page.evaluate(AXE)
    for theme, switch in (("light", None), ("dark", shell.TO_DARK)):
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            if switch is not None and width == DESK:
                someone.press(switch)
                page.wait_for_selector("html.dark")
            page.evaluate(CALM)
            if over := page.evaluate(SIDEWAYS):
                found.append(f"{theme} {width}: scrolls sideways by {over} px")
            if width in {DESK, PHONE}:
                rules = None if (theme, width) in {("light", DESK), ("dark", PHONE)} else VISUAL
                found += [f"{theme} {width}: {fault}" for fault in _axe(someone, rules)]
                if picture:
                    pictures.take(page, f"{picture}-{width}-{theme}-{someone.language}")
    page.set_viewport_size({"width": DESK, "height": 900})
    someone.press(shell.TO_LIGHT)
    page.wait_for_selector("html:not(.dark)")
    return found


def _axe(someone: Doctor, rules: list[str] | None) -> list[str]:
    return [
        f"{one['id']}: {one['help']}: {json.dumps([node['html'][:160] for node in one['nodes'][:3]], ensure_ascii=False)}"
        for one in someone.page.evaluate(RUN, rules)
        if one["impact"] in SERIOUS
    ]


def _nothing(found: dict[str, list[str]]) -> None:
    lines = [f"{path}: {fault}" for path, faults in found.items() for fault in faults]
    assert not lines, "\n".join(lines)
