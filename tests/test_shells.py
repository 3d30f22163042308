"""The menu: every entry leads to a page that exists and that lets in whoever sees the entry."""

import pytest

from medportal import app, shells
from medportal.kernel.actor import Role

DOORS = {page.route: page.door for page in app.PAGES}


@pytest.mark.parametrize("entry", [*shells.MENU, *shells.VISITORS], ids=lambda entry: entry.href)
def test_an_entry_leads_to_a_page_that_lets_its_readers_in(entry):
    assert entry.href in DOORS, f"{entry.href} is no page: an entry is added together with its page"
    assert entry.roles <= DOORS[entry.href]


def test_everybody_who_signs_in_has_a_menu_without_repetitions():
    for role in shells.EVERYBODY:
        hrefs = [entry.href for entry in shells.MENU if role in entry.roles]
        assert {"/cabinet", "/security"} <= set(hrefs)
        assert len(hrefs) == len(set(hrefs))


def test_nobody_who_has_not_signed_in_has_that_menu():
    assert {role for entry in shells.MENU for role in entry.roles} <= frozenset(Role) - {Role.VISITOR, Role.APPLICANT}
