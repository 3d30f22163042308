"""A killed server in the middle of the wizard: nothing that was typed is lost."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Comes
from tests.journeys.doctor import Doctor
from tests.support import portal as portals
from tests.support.portal import ServedPortal

# A socket that swallows one answer, as one does whose other end is gone and does not know it yet.
LOSES_ONE = """
const send = WebSocket.prototype.send;
WebSocket.prototype.send = function (data) {
  if (window.__lose && String(data).includes('"given_name"')) { window.__lose = false; window.__lost = 1; return; }
  return send.call(this, data);
};
"""


@pytest.fixture
def mortal(frontend: None) -> Iterator[ServedPortal]:
    """A portal of one's own, to be killed."""
    with portals.serving() as served:
        yield served


def test_the_wizard_survives_a_killed_server(comes: Comes, mortal: ServedPortal) -> None:
    anna = comes("anna.primerova", at=mortal, bumpy=True)
    anna.begin()
    anna.type("surname", "Примерова")
    anna.is_told_it_is_saved()
    unchanged = anna.stays_the_same_page()
    mortal.kill()
    anna.type("given_name", "Анна")
    anna.is_told_there_is_no_connection()
    anna.type("birth_date", "07.03.1994")
    mortal.begin()
    anna.is_told_it_is_saved()
    unchanged()
    _finds_everything_in_a_new_page(anna)


def _finds_everything_in_a_new_page(anna: Doctor) -> None:
    anna.page.close()
    anna.page = anna.another_tab()
    anna.open("/register/person")
    anna.filled("person")
    for name, value in {"surname": "Примерова", "given_name": "Анна", "birth_date": "07.03.1994"}.items():
        expect(anna.input(name)).to_have_value(value)


def test_a_restarted_portal_still_knows_who_is_signed_in_and_where_the_wizard_stood(
    comes: Comes, mortal: ServedPortal
) -> None:
    timur = comes("timur.vydumkin", at=mortal, bumpy=True)
    timur.begin()
    timur.tell_about_myself()
    mortal.kill()
    mortal.begin()
    timur.open("/register/confirm")
    timur.prove_my_contacts()
    timur.give_my_papers()
    timur.submit()
    timur.every_check_is_confirmed()


def test_an_answer_that_went_into_a_dead_connection_is_sent_again(comes: Comes, mortal: ServedPortal) -> None:
    """The page must not take the receipt of a later answer for the receipt of an earlier one."""
    anna = comes("anna.primerova", at=mortal, bumpy=True)
    anna.page.add_init_script(LOSES_ONE)
    anna.begin()
    anna.type("surname", "Примерова")
    anna.is_told_it_is_saved()
    anna.page.evaluate("() => { window.__lose = true }")
    anna.type("given_name", "Анна")
    anna.eventually("() => window.__lost === 1")
    anna.type("patronymic", "Сергеевна")
    anna.eventually("() => document.querySelector('[data-save]').dataset.save === 'saved'")
    anna.page.reload()
    anna.filled("person")
    expect(anna.input("given_name")).to_have_value("Анна")
    expect(anna.input("patronymic")).to_have_value("Сергеевна")
