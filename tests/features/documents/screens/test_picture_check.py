"""The browser's own look at a photo, with the scans the reader is proven on: it warns of bad ones and of no good one."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Page

from tests.features.documents.reading.fixtures import SCANS, Scan
from tests.support import browser as browsers
from tests.support.portal import CHECKOUT

LOOK = """async address => {
    const { lookAt } = await import("/assets/picture-check.js");
    const type = address.endsWith("png") ? "image/png" : "image/jpeg";
    const data = await (await fetch(address)).blob();
    return lookAt(new File([data], "photo", { type }));
}"""
PICTURES = [scan for scan in SCANS if not scan.file.endswith(".pdf")]
DOUBTS = {"QUALITY_BLUR": "blurred", "QUALITY_DARK": "dark", "QUALITY_LOW_RES": "small"}


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    """An empty page that may fetch the checkout's files."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(CHECKOUT)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        with browsers.launched() as browser:
            opened = browser.new_page()
            opened.goto(f"http://127.0.0.1:{server.server_port}/")
            yield opened
    finally:
        server.shutdown()
        server.server_close()


def _doubts(page: Page, scan: Scan) -> list[str]:
    return page.evaluate(LOOK, f"/tests/fixtures/passports/{scan.file}")


def test_no_good_photo_is_doubted(page):
    good = [scan for scan in PICTURES if scan.label == "good"]
    assert len(good) > 15
    assert {scan.file: found for scan in good if (found := _doubts(page, scan))} == {}


def test_every_blurred_dark_or_small_photo_is_doubted_for_the_right_reason(page):
    bad = [scan for scan in PICTURES if scan.reason in DOUBTS]
    assert len(bad) >= 5
    assert {scan.file: _doubts(page, scan) for scan in bad} == {scan.file: [DOUBTS[scan.reason or ""]] for scan in bad}


def test_what_the_browser_cannot_open_is_left_to_the_server(page):
    look = """async type => {
        const { lookAt } = await import("/assets/picture-check.js");
        return lookAt(new File(["not a picture"], "photo", { type }));
    }"""
    assert page.evaluate(look, "image/jpeg") == []
    assert page.evaluate(look, "application/pdf") == []
