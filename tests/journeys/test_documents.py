"""Documents in a real browser: photographed, joined, sent over a bad line, read, shown, binned, brought back."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from medportal.demonstration.people import person
from medportal.features.documents.texts import reading, screens, viewer
from tests.journeys.archivist import FIXTURES, Archivist, photos
from tests.journeys.doctor import Doctor
from tests.journeys.looking import DESK, faults_here, nothing
from tests.support.portal import ServedPortal

GOOD = "pdf_main_reg.pdf"
SETTLED = {"fix_needed", "in_review", "verified", "rejected", "expired"}
ANOTHER = "pdf_phone_main_reg.pdf"
BLURRED = "main_blur4.jpg"
APART = ("main_persp_mild.jpg", "reg_phone.jpg", "nomrz_scan200.jpg")


@pytest.fixture(scope="module")
def anna(browser: Browser, portal: ServedPortal) -> Iterator[Archivist]:
    """A doctor whose buttons change colour at once, so that no check meets one half-way."""
    context = browser.new_context(viewport={"width": DESK, "height": 900}, locale="ru-RU", reduced_motion="reduce")
    doctor = Doctor(context, portal, person("anna.primerova"))
    doctor.register()
    yield Archivist(doctor)
    context.close()


def test_a_passport_is_photographed_read_shown_binned_and_restored(anna: Archivist) -> None:
    doctor, page = anna.doctor, anna.page
    doctor.open("/documents")
    expect(page.get_by_role("heading", name=screens.GALLERY["empty_title"].ru)).to_be_visible()
    found = {"empty": faults_here(doctor, "documents-empty")}
    first, second = photos(GOOD)
    anna.choose("passport", second, first)
    anna.page.locator('.piece[data-file="page-1.jpg"] [id^="up-"]').press("Enter")
    assert anna.order() == ["page-1.jpg", "page-2.jpg"]
    doctor.focus_is_on('.piece[data-file="page-1.jpg"] [id^="down-"]')
    sent = anna.lose_the_first_answer()
    unchanged = doctor.stays_the_same_page()
    anna.send()
    anna.everything_is_uploaded()
    assert len(sent()) == 3, "two pages, one of them sent again"
    doctor.complaints.clear()  # the browser grumbles about the answer that was lost
    expect(anna.cards()).to_have_count(1)
    assert anna.settles("passport") in SETTLED
    unchanged()
    found["uploaded"] = faults_here(doctor)
    anna.choose("training", *(FIXTURES / name for name in APART))
    doctor.press(screens.UPLOADER["apart"], "radio")
    anna.send()
    anna.everything_is_uploaded()
    doctor.open("/documents")
    expect(anna.cards()).to_have_count(1 + len(APART))
    found["gallery"] = faults_here(doctor, "documents")
    document = anna.look_at("passport")
    _every_value_has_its_box(anna)
    found["viewer"] = faults_here(doctor, "document")
    anna.bin_it()
    anna.restore_here()
    anna.bin_it()
    doctor.open("/documents/bin")
    found["bin"] = faults_here(doctor, "bin")
    anna.restore_from_the_bin()
    doctor.open(f"/documents/view?id={document}")
    expect(page.locator("#looks li")).not_to_have_count(0)
    _lays_a_signature_to_it(anna)
    found["signed"] = faults_here(doctor, "document-signed")
    _replaces_it_by_another_scan(anna, document)
    nothing(found)
    doctor.has_no_complaints()


def _lays_a_signature_to_it(anna: Archivist) -> None:
    """Only a signature fits into the slot; once it is there, the slot is gone and the facts say so."""
    page = anna.page
    page.set_input_files("#signature-file", FIXTURES / APART[0])
    anna.doctor.sees(viewer.VIEWER["signature_type"].ru)
    der = b"\x30\x82\x01\x00" + bytes(256)
    page.set_input_files(
        "#signature-file", {"name": "паспорт.p7s", "mimeType": "application/octet-stream", "buffer": der}
    )
    expect(page.locator("#signature-file")).to_have_count(0)
    anna.doctor.sees(viewer.VIEWER["signed"].ru)


def _replaces_it_by_another_scan(anna: Archivist, document: str) -> None:
    """«Заменить» opens the panel for this very document; the former version stays in the history."""
    page = anna.page
    page.get_by_role("link", name=viewer.VIEWER["replace"].ru).first.click()
    anna.doctor.arrive("/documents")
    expect(page.locator("#upload-title")).to_have_text(screens.UPLOADER["title_instead"].ru)
    expect(page.locator("#upload-kind")).to_be_disabled()
    expect(page.locator("#upload-kind")).to_have_value("passport")
    page.set_input_files("#upload-files", FIXTURES / ANOTHER)
    anna.send()
    anna.everything_is_uploaded()
    anna.doctor.open("/documents?kind=passport")
    expect(anna.cards()).to_have_count(1)
    anna.settles("passport")
    assert anna.look_at("passport") != document
    expect(page.locator("#versions li")).to_have_count(2)
    anna.doctor.open(f"/documents/view?id={document}")
    expect(page.locator('[data-state="superseded"]').first).to_be_visible()


def _every_value_has_its_box(anna: Archivist) -> None:
    expect(anna.value("number")).to_contain_text(re.compile(r"\d{6}"))
    anna.value("number").focus()
    expect(anna.box("number")).to_have_attribute("data-lit", "true")
    expect(anna.box("number")).to_be_in_viewport()
    anna.box("surname").hover()
    expect(anna.value("surname")).to_have_attribute("data-lit", "true")
    stage, sheet = anna.page.locator(".stage-view"), anna.page.locator(".stage-sheet")
    before = sheet.bounding_box()
    stage.press("+")
    assert before
    expect(anna.page.locator(".stage-zoom")).to_have_text("125 %")
    stage.press("r")
    expect(sheet).to_have_css("transform", re.compile("matrix"))
    stage.press("0")
    stage.press("PageDown")
    expect(anna.page.locator(".stage-strip [aria-current]")).to_have_text("2")
    stage.press("PageUp")


def test_a_blurred_photo_is_doubted_by_the_browser_and_refused_by_the_portal_with_the_zone_named(
    anna: Archivist, browser: Browser, portal: ServedPortal
) -> None:
    doctor, page = anna.doctor, anna.page
    anna.choose("passport", FIXTURES / BLURRED)
    doubt = anna.piece(BLURRED).get_by_role("group")
    expect(doubt).to_contain_text(screens.UPLOADER["doubt_blurred"].ru)
    anna.send()
    doctor.sees(screens.UPLOADER["look_first"].ru)
    found = {"uploader": faults_here(doctor, "upload")}
    doctor.press(screens.UPLOADER["sure"])
    anna.send()
    anna.everything_is_uploaded()
    assert anna.settles("passport") in {"fix_needed", "rejected"}
    document = anna.look_at("passport")
    expect(page.locator("#verdict")).to_contain_text(re.compile("|".join(zone.ru for zone in reading.ZONES.values())))
    expect(page.locator("#verdict")).to_contain_text("нерезкий")
    found["refused"] = faults_here(doctor, "document-refused")
    nothing(found)
    doctor.has_no_complaints()
    _nobody_else_sees_it(browser, portal, document)


def _nobody_else_sees_it(browser: Browser, portal: ServedPortal, document: str) -> None:
    context = browser.new_context(viewport={"width": 1000, "height": 900}, locale="ru-RU")
    stranger = Doctor(context, portal, person("timur.vydumkin"))
    stranger.register()
    stranger.open(f"/documents/view?id={document}")
    stranger.sees(viewer.VIEWER["none"].ru)
    for address in (
        f"/files/{document}/pages/1",
        f"/files/{document}/pages/1/thumbnail",
        f"/files/{document}/thumbnail",
        f"/files/{document}/original",
        f"/private/documents/{document}",
        f"/private/documents/{document}/view",
    ):
        answer = context.request.get(portal.url + address, headers={"x-mp": "1"})
        assert answer.status == 404, address
    context.close()


def test_a_store_that_is_away_is_named_and_waited_for_and_a_file_that_is_gone_is_asked_for_again(
    anna: Archivist, portal: ServedPortal
) -> None:
    doctor, page = anna.doctor, anna.page
    store, away = portal.data / "files", portal.data / "away"
    anna.choose("training", FIXTURES / "main_scan200.jpg")
    if store.exists():
        store.rename(away)
    store.write_text("no folder: nothing can be laid down here")
    anna.send()
    piece = anna.piece("main_scan200.jpg")
    expect(piece).to_have_attribute("data-state", "held")
    expect(piece.get_by_role("alert")).to_contain_text("Хранилище файлов сейчас недоступно")
    store.unlink()
    if away.exists():
        away.rename(store)
    anna.everything_is_uploaded()
    expect(piece.get_by_role("alert")).to_have_count(0)

    store.rename(away)
    store.mkdir()
    doctor.open("/documents")
    expect(anna.card("training").locator(".document-picture svg")).to_be_visible()
    anna.look_at("training")
    expect(page.locator(".stage").get_by_role("alert")).to_contain_text("не найден в хранилище")
    expect(page.locator(".stage .box")).to_have_count(0)
    store.rmdir()
    away.rename(store)
    page.reload()
    expect(page.locator(".stage-sheet img")).to_be_visible()
    doctor.complaints.clear()  # the browser grumbles about what did not come
