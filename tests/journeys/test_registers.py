"""What the registers answer, and what a person sees of it: confirmed, waiting, different."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from medportal.demonstration.people import person
from medportal.features.cabinet import texts as cabinet
from tests.journeys.conftest import Comes
from tests.journeys.doctor import Doctor
from tests.support import portal as portals
from tests.support.portal import ServedPortal, ServedRegisters


@pytest.fixture(scope="module")
def registers(frontend: None) -> Iterator[ServedRegisters]:
    """The demonstration registers on a port of their own, to be put out of order."""
    with portals.serving_registers() as served:
        yield served


@pytest.fixture(scope="module")
def portal(registers: ServedRegisters) -> Iterator[ServedPortal]:
    """A portal that asks those registers over the network."""
    with portals.serving(**registers.settings()) as served:
        yield served


def test_a_register_that_was_down_confirms_later_without_the_person_doing_anything(
    comes: Comes, registers: ServedRegisters
) -> None:
    registers.behave("snils", "down")
    anna = comes("anna.primerova")
    anna.register()
    unchanged = anna.stays_the_same_page()
    anna.check_is("inn", "ok")
    anna.check_is("snils", "unavailable")
    expect(anna.page.locator('[data-condition="passport_scan"]')).to_have_attribute("data-state", "you")
    registers.behave("snils", "ok")
    anna.check_is("snils", "ok", within_seconds=60)
    unchanged()


def test_a_mismatch_marks_the_characters_and_tells_nothing_of_the_register(comes: Comes) -> None:
    natalya = comes("natalya.opechatkina")
    natalya.register()
    natalya.check_is("snils", "mismatch")
    assert _marked(natalya, "snils") == {"Наталья": "ь"}
    natalya.does_not_see("Наталия")


def test_a_slip_of_the_pen_is_corrected_and_then_confirmed(comes: Comes) -> None:
    vera = comes("vera.skazkina")
    vera.slip = {"given_name": "Вира"}
    vera.register()
    vera.check_is("snils", "mismatch")
    assert _marked(vera, "snils") == {"Вира": "и"}
    vera.page.locator("#check-snils").get_by_role("link", name=cabinet.CORRECT.ru).click()
    vera.filled("person")
    vera.focus_is_on("#given_name")
    expect(vera.input("given_name")).to_have_value("Вира")
    vera.type("given_name", person("vera.skazkina").given_name)
    vera.hand_in("person")
    vera.arrive("/cabinet")
    vera.every_check_is_confirmed()
    vera.sees("Сказкина-Небывалова Вера Андреевна")


def _marked(someone: Doctor, kind: str) -> dict[str, str]:
    """The person's own values that differ, each with the characters that are marked in it."""
    someone.page.wait_for_selector(f"#check-{kind} .differs")
    found = {}
    for value in someone.page.locator(f"#check-{kind} li [aria-hidden]").all():
        found[value.inner_text()] = "".join(one.inner_text() for one in value.locator(".differs").all())
    return found
