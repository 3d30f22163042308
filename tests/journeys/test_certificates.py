"""A confirmed doctor takes a certificate away; anybody checks it, with the portal and without; revoked is told."""

import base64
import json
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pypdfium2
from playwright.sync_api import Browser, Page, expect

from medportal.features.certificates import rules, texts
from medportal.features.levels.schemas import Level
from tests.journeys.conftest import Comes
from tests.journeys.doctor import Doctor
from tests.journeys.looking import faults_here, nothing
from tests.support import portal as portals
from tests.support.portal import ServedPortal


def test_a_certificate_is_taken_away_checked_and_revoked(
    comes: Comes, browser: Browser, portal: ServedPortal, tmp_path: Path
) -> None:
    anna = comes("anna.primerova", reduced_motion="reduce")
    anna.register()
    anna.every_check_is_confirmed()
    _change(portal, anna)
    anna.open("/cabinet")
    expect(anna.page.locator("#level")).to_have_text(Level.CONFIRMED.words.ru)
    anna.open("/certificate")
    anna.page.click("#get")
    expect(anna.page.locator("#certificate")).to_have_attribute("data-state", "issued", timeout=30_000)
    with anna.page.expect_download() as saving:
        anna.page.click("#download")
    paper = tmp_path / "certificate.pdf"
    saving.value.save_as(paper)
    assert anna.person.full_name in _words(paper)
    token = rules.token_in(paper.read_bytes())
    assert token is not None
    found = {"certificate": faults_here(anna, "certificate")}

    stranger = _stranger(browser, portal)
    stranger.goto(f"{portal.url}/check#{token}")
    _says(stranger, "valid", texts.VERDICTS["valid"].ru, anna.person.full_name)
    stranger.fill("[name=number]", saving.value.suggested_filename.removesuffix(".pdf").lower())
    stranger.keyboard.press("Enter")
    _says(stranger, "valid", anna.person.full_name)
    stranger.set_input_files("#certificate-file", paper)
    _says(stranger, "valid", texts.BY_FILE.ru)
    altered = tmp_path / "altered.pdf"
    altered.write_bytes(paper.read_bytes() + b"\n")
    stranger.set_input_files("#certificate-file", altered)
    _says(stranger, "altered", texts.VERDICTS["altered"].ru)
    stranger.goto(f"{portal.url}/check#{token[:-6]}AAAAAA")
    _says(stranger, "forged", texts.VERDICTS["forged"].ru)

    # The page, once loaded, needs no portal: a code scanned later is verified where it is read.
    stranger.context.route("**/check/*", lambda route: route.abort())
    stranger.evaluate("token => { location.hash = token }", token)
    _says(stranger, "valid", anna.person.full_name)
    stranger.evaluate("() => localStorage.removeItem('mp_check')")
    stranger.context.unroute("**/check/*")
    stranger.context.close()

    _change(portal, anna, "lose")
    _until_listed(portal, saving.value.suggested_filename.removesuffix(".pdf"))
    anna.open("/certificate")
    expect(anna.page.locator("#missing")).to_be_visible()
    found["closed"] = faults_here(anna, "certificate-closed")
    anna.open(f"/check#{token}")
    expect(anna.page.locator('[data-verdict="revoked"]')).to_be_visible()
    found["check"] = faults_here(anna, "certificate-check")
    anna.open("/cabinet")
    expect(anna.page.locator("#level")).to_have_text(Level.SIMPLE.words.ru)
    found["cabinet"] = faults_here(anna, "cabinet-way")
    nothing(found)


def _change(portal: ServedPortal, doctor: Doctor, *what: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "tests.support.proving", doctor.person.snils, *what],
        cwd=portals.CHECKOUT, env=portals.environment(**portal._settings), check=True, timeout=60,
    )  # fmt: skip


def _until_listed(portal: ServedPortal, number: str) -> None:
    """Wait until the published list names the number's hash."""
    wanted = rules.number_hash(rules.read_number(number) or "")
    until = time.monotonic() + 30
    while time.monotonic() < until:
        body = httpx.get(f"{portal.url}/check/revoked").raise_for_status().text.split(".")[1]
        if wanted in json.loads(base64.urlsafe_b64decode(body + "=="))["hashes"]:
            return
        time.sleep(0.2)
    raise AssertionError("the certificate was not revoked")


def _stranger(browser: Browser, portal: ServedPortal) -> Page:
    """Somebody with a phone who has never been here."""
    context = browser.new_context(viewport={"width": 390, "height": 800}, locale="ru-RU")
    page = context.new_page()
    page.set_default_timeout(15_000)
    assert portal.url
    return page


def _says(page: Page, verdict: str, *words: str) -> None:
    section = page.locator(f'[data-verdict="{verdict}"]')
    for one in words:
        expect(section).to_contain_text(one)


def _words(paper: Path) -> str:
    return " ".join(pypdfium2.PdfDocument(paper)[0].get_textpage().get_text_range().split())
