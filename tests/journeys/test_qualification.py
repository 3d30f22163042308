"""A doctor proves the qualification: a policy by the register itself, a diploma with slips mended one by one."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, expect

from medportal.demonstration.papers import Study, papers_of
from medportal.features.qualification.texts import pages as words
from medportal.ui import texts as shell
from tests.journeys import looking
from tests.journeys.conftest import Comes
from tests.journeys.doctor import Doctor
from tests.support import portal as portals
from tests.support.portal import ServedPortal, ServedRegisters

SLIP = "Учебный медицинский университет имени А.А. Премерова"


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


def test_a_doctor_adds_a_policy_and_a_diploma_and_mends_what_the_registers_refuse(
    comes: Comes, registers: ServedRegisters
) -> None:
    anna = comes("anna.primerova", reduced_motion="reduce")
    anna.register()
    _the_policy_is_confirmed_by_itself(anna)
    registers.behave("education", "mismatch")
    _a_residency_is_refused_by_a_register_that_errs(anna)
    registers.behave("education", "ok")
    _a_slip_in_the_institution_is_mended_by_what_is_offered(anna)
    _one_paper_is_checked_again_and_no_other(anna)
    _the_wrong_number_is_mended_at_its_field(anna)
    _the_pages_have_no_serious_faults(anna)


def _the_policy_is_confirmed_by_itself(anna: Doctor) -> None:
    anna.press(shell.QUALIFICATION, "link")
    anna.arrive("/qualification")
    expect(_slot(anna, "policy")).to_have_attribute("data-state", "missing")
    _look(anna, "qualification-empty")
    anna.press(words.POLICY_ADD, "link")
    anna.arrive("/qualification/policy")
    anna.filled("policy")
    expect(anna.input("holder")).to_have_value(anna.person.full_name)
    anna.type("enp", "7756410892000121")
    expect(anna.page.locator("#enp-note .wrong")).to_be_visible()
    anna.type("enp", papers_of(anna.person).policy.enp)
    anna.type("policy_issued_on", "15.04.2013")
    _look(anna, "qualification-policy")
    anna.hand_in("policy")
    anna.arrive("/qualification")
    unchanged = anna.stays_the_same_page()
    expect(_slot(anna, "policy")).to_have_attribute("data-state", "met")
    anna.sees("Активный")
    unchanged()


def _a_residency_is_refused_by_a_register_that_errs(anna: Doctor) -> None:
    anna.open("/qualification/education/residency")
    anna.filled("residency")
    _type_off(anna, papers_of(anna.person).further)
    anna.hand_in("residency")
    anna.arrive("/qualification/education")
    expect(_record(anna, "residency")).to_have_attribute("data-state", "fix_needed")


def _a_slip_in_the_institution_is_mended_by_what_is_offered(anna: Doctor) -> None:
    paper = papers_of(anna.person).diploma
    anna.press(words.ADD["diploma"], "link")
    anna.arrive("/qualification/education/diploma")
    anna.filled("diploma")
    _type_off(anna, paper, institution=SLIP, number="9009999")
    anna.hand_in("diploma")
    # Refused, and nothing that was typed is lost.
    expect(anna.page.locator("#institution-note .wrong")).to_be_visible()
    expect(anna.input("number")).to_have_value("9009999")
    offered = anna.page.locator('[data-meant="institution"]')
    _look(anna, "qualification-diploma")
    offered.get_by_role("button").first.click()
    expect(anna.input("institution")).to_have_value(paper.institution.name)
    expect(anna.page.locator("#institution-note .wrong")).to_have_count(0)
    anna.hand_in("diploma")
    anna.arrive("/qualification/education")
    expect(_record(anna, "diploma")).to_have_attribute("data-state", "fix_needed")
    expect(_record(anna, "diploma").locator('[data-flaw="not_found"]')).to_be_visible()


def _one_paper_is_checked_again_and_no_other(anna: Doctor) -> None:
    _look(anna, "qualification-education")
    unchanged = anna.stays_the_same_page()
    _record(anna, "residency").get_by_role("button", name=words.ASK_AGAIN.ru, exact=True).click()
    expect(_record(anna, "residency")).to_have_attribute("data-state", "verified")
    expect(_record(anna, "diploma")).to_have_attribute("data-state", "fix_needed")
    unchanged()


def _the_wrong_number_is_mended_at_its_field(anna: Doctor) -> None:
    _record(anna, "diploma").locator('[data-flaw="not_found"]').get_by_role("link").click()
    anna.filled("diploma")
    anna.focus_is_on("#number")
    expect(anna.input("number")).to_have_value("9009999")
    anna.type("number", papers_of(anna.person).diploma.number)
    anna.hand_in("diploma")
    anna.arrive("/qualification/education")
    expect(_record(anna, "diploma")).to_have_attribute("data-state", "verified")


def _the_pages_have_no_serious_faults(anna: Doctor) -> None:
    anna.open("/qualification")
    expect(_slot(anna, "diploma")).to_have_attribute("data-state", "met")
    _look(anna, "qualification")
    anna.speak_english()
    _look(anna, "qualification")
    anna.speak_russian()


def _type_off(anna: Doctor, paper: Study, **slips: str) -> None:
    """Copy a paper of education into its form."""
    anna.input("institution").fill(slips.get("institution", paper.institution.name))
    anna.input("institution").blur()
    if paper.type == "diploma":
        anna.type("base_speciality", paper.speciality)
    anna.type("begun_year", str(paper.begun))
    anna.type("ended_year", str(paper.ended))
    anna.type("series", paper.series)
    anna.type("number", slips.get("number", paper.number))
    anna.type("issued_on", f"{paper.issued_on:%d.%m.%Y}")


def _slot(anna: Doctor, slot: str) -> Locator:
    return anna.page.locator(f'[data-slot="{slot}"]')


def _record(anna: Doctor, kind: str) -> Locator:
    return anna.page.locator(f'[data-record="{kind}"]')


def _look(anna: Doctor, name: str) -> None:
    looking.nothing({name: looking.faults_here(anna, name)})
