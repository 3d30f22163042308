"""Leafing through a gallery of five hundred documents in headless Chromium: when the first cards stand, how many thumbnails live."""

import subprocess
import sys
from dataclasses import dataclass
from statistics import median
from urllib.parse import urljoin

from playwright.sync_api import Browser, Page

from tests.attacks import served
from tests.support import portal

DOCUMENTS = 500
ROUNDS = 5
WATCH = """
window.__cards = 0; window.__most = 0;
const look = () => {
  const shown = document.querySelectorAll(".document img").length;
  window.__most = Math.max(window.__most, shown);
  if (!window.__cards && document.querySelector(".document h3")) window.__cards = performance.now();
  requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""


@dataclass
class Opened:
    """What opening the gallery and going through it showed."""

    cards_ms: float
    most_thumbnails: int
    cards: int


def fill(target: served.Target, who: str) -> None:
    """Give somebody five hundred documents."""
    subprocess.run(
        [sys.executable, "-m", "tests.load.papers", target.people[who].account_id, str(DOCUMENTS)],
        cwd=portal.CHECKOUT,
        env=portal.environment(**target._settings),
        check=True,
        timeout=300,
    )


def opened(browser: Browser, target: served.Target, who: str) -> Opened:
    """Open it several times with a cold cache; the last time, go through to the end and back, in both shapes."""
    seen = [_once(browser, target, who, through=False) for _ in range(ROUNDS)]
    last = _once(browser, target, who, through=True)
    return Opened(median(one.cards_ms for one in seen), last.most_thumbnails, last.cards)


def _once(browser: Browser, target: served.Target, who: str, *, through: bool) -> Opened:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="ru-RU")
    session = target.people[who].session
    context.add_cookies(
        [{"name": "mp_session", "value": session, "url": urljoin(target.url, "/"), "httpOnly": True, "sameSite": "Lax"}]
    )
    page = context.new_page()
    page.add_init_script(WATCH)
    try:
        page.goto(f"{target.url}/documents")
        page.wait_for_selector(".document img")
        if through:
            _go_through(page)
        return Opened(
            page.evaluate("window.__cards"), page.evaluate("window.__most"), page.locator(".document").count()
        )
    finally:
        context.close()


def _go_through(page: Page) -> None:
    while page.locator("#more").count():
        before = page.locator(".document").count()
        page.click("#more")
        page.wait_for_function("before => document.querySelectorAll('.document').length > before", arg=before)
    page.evaluate("""async () => {
        for (let at = document.body.scrollHeight; at > 0; at -= 1500) {
            scrollTo(0, at);
            await new Promise((done) => setTimeout(done, 60));
        }
    }""")
    page.locator(".segments button").nth(1).click()
    page.wait_for_timeout(600)
