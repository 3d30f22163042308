"""A practice in charts: drilled into by keyboard, kept as a bookmark, made into a report that is read back."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, expect

from medportal.demonstration.people import person
from medportal.features.analytics.texts import goals, reports, screens
from tests.journeys.doctor import Doctor
from tests.journeys.looking import DESK, faults_here, nothing
from tests.support import portal as portals
from tests.support.portal import ServedPortal


@pytest.fixture(scope="module")
def anna(browser: Browser, portal: ServedPortal) -> Iterator[Doctor]:
    """A doctor whose buttons change colour at once, so that no check meets one half-way."""
    context = browser.new_context(viewport={"width": DESK, "height": 900}, locale="ru-RU", reduced_motion="reduce")
    doctor = Doctor(context, portal, person("anna.primerova"))
    doctor.register()
    yield doctor
    context.close()


def _three_years_for(doctor: Doctor, data: Path) -> None:
    subprocess.run(
        [portals.COMMAND, "demo", "practice", "--account", doctor.person.email, "--years", "3"],
        cwd=portals.CHECKOUT,
        env=portals.environment(MEDPORTAL_DATA_DIR=str(data)),
        capture_output=True,
        check=True,
        timeout=120,
    )


VISITS = '[data-metric="visits"]'


def _number(words: str) -> int:
    return int(re.sub(r"\D", "", words))


def _shows(doctor: Doctor, least: int, most: int) -> None:
    """As many visits stand on the tile, sooner or later."""
    told = "([tile, least, most]) => { const n = Number(document.querySelector(tile)?.innerText.replace(/\\D/g, '')); return least <= n && n <= most }"
    doctor.eventually(told, [VISITS, least, most])


def test_a_practice_is_looked_at_drilled_into_kept_and_reported(anna: Doctor, portal: ServedPortal) -> None:
    page, found = anna.page, {}
    anna.open("/analytics")
    expect(page.get_by_role("heading", name=screens.EMPTY_TITLE.ru)).to_be_visible()
    found["empty"] = faults_here(anna, "practice-empty")

    _three_years_for(anna, portal.data)
    anna.open("/analytics?span=year&day=2025-06-01&compare=last_year")
    whole = _number(page.locator(VISITS).inner_text())
    assert whole > 3000
    found["dashboard"] = faults_here(anna, "practice")

    bar = page.locator("#chart-place .bar-row").nth(1)
    only = _number(bar.locator("strong").inner_text())
    assert only < whole
    bar.press("Enter")
    expect(page.locator(".chip")).to_have_count(1)
    _shows(anna, only, only)
    anna.focus_is_on('#chart-place .bar-row[aria-current="true"]')
    bookmark = page.url.removeprefix(portal.url)
    page.locator("#chart-months .column").nth(2).press("Enter")
    expect(page.locator(".chip")).to_have_count(2)
    _shows(anna, 1, only - 1)
    page.go_back()
    expect(page.locator(".chip")).to_have_count(1)

    anna.open(bookmark)
    expect(page.locator(".chip")).to_have_count(1)
    _shows(anna, only, only)
    with page.expect_download() as saved:
        page.locator("#chart-months").get_by_role("button", name=re.compile("^CSV")).click()
    rows = Path(saved.value.path()).read_text(encoding="utf-8-sig").splitlines()[1:]
    assert sum(int(row.split(";")[1]) for row in rows) == only

    page.get_by_role("link", name=screens.TO_TABLES.ru, exact=True).click()
    anna.arrive("/analytics/tables")
    # The conditions of the charts hold here, too, and are in sight.
    expect(page.locator(".chip")).to_have_count(1)
    found["tables"] = faults_here(anna, "practice-tables")

    anna.open("/analytics/reports/make?template=category&day=2025-06-01")
    expect(anna.input("doctor")).to_have_value(re.compile(anna.person.surname))
    found["report"] = faults_here(anna, "practice-report")
    page.get_by_role("button", name=reports.KEEP.ru).click()
    expect(page.locator(".summary-of-errors")).to_contain_text("Категория")
    anna.type("category", "первая")
    page.get_by_role("button", name=reports.KEEP.ru).click()
    anna.arrive("/analytics/reports")
    expect(page.locator("[data-report]")).to_have_count(1)
    found["reports"] = faults_here(anna, "practice-reports")
    with page.expect_download() as paper:
        page.locator("[data-report]").get_by_role("button", name=re.compile("^PDF")).click()
    words = "".join(one.get_textpage().get_text_range() for one in pypdfium2.PdfDocument(paper.value.path()))
    assert anna.person.surname in words

    page.get_by_role("link", name=goals.TITLE.ru, exact=True).click()
    anna.arrive("/analytics/goals")
    page.get_by_text(goals.SET_GOALS.ru).click()
    anna.type("first_share", "140")
    page.get_by_role("button", name=goals.KEEP_GOALS.ru).click()
    expect(page.locator("#goals .summary-of-errors")).to_contain_text("не больше 100")
    anna.type("first_share", "40")
    page.get_by_role("button", name=goals.KEEP_GOALS.ru).click()
    expect(page.locator('[data-goal="first_share"]')).to_contain_text("цель — 40,0")
    page.get_by_role("button", name=goals.SWITCH_ON.ru).click()
    expect(page.locator("#who")).to_contain_text("0 врачей")
    expect(page.locator("#colleagues")).to_contain_text(goals.NOBODY.ru)
    anna.focus_is_on("#take-part")
    found["goals"] = faults_here(anna, "practice-goals")
    nothing(found)
    anna.has_no_complaints()
