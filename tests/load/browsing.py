"""First loads in headless Chromium with a cold cache: bytes, requests, layout shift, time to answering events."""

import time
from dataclasses import dataclass
from statistics import median
from urllib.parse import urljoin

import httpx
from playwright.sync_api import Browser, Page

ROUNDS = 5
SETTLE_SECONDS = 1.2
WATCH = """
window.__shift = 0; window.__ready = 0;
new PerformanceObserver((list) => { for (const one of list.getEntries()) window.__shift += one.value; })
  .observe({ type: "layout-shift", buffered: true });
const look = () => {
  if (document.querySelector('main[data-ready="true"]')) window.__ready = performance.now();
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""
SIZES = """() => {
  const all = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
  const font = all.filter((one) => /\\.woff2?$/.test(new URL(one.name).pathname));
  const sum = (list) => list.reduce((total, one) => total + one.encodedBodySize, 0);
  const paint = performance.getEntriesByName("first-contentful-paint")[0];
  return { bytes: sum(all) - sum(font), font: sum(font), ready: window.__ready, shift: window.__shift,
    paint: paint ? paint.startTime : 0, names: all.map((one) => [new URL(one.name).pathname, one.encodedBodySize]) };
}"""


@dataclass
class FirstLoad:
    """Medians of several cold loads."""

    bytes: float
    font: float
    requests: float
    shift: float
    ready_ms: float
    paint_ms: float
    files: list[tuple[str, int]]


def brotli_bytes(origin: str, load: FirstLoad, cookie: str | None) -> int:
    """The same files, the font aside, as a browser gets them over HTTPS: on plain HTTP it does not ask for brotli."""
    headers = {"accept-encoding": "br", "x-mp": "1", "cookie": f"mp_session={cookie or ''}"}
    total = 0
    with httpx.Client(base_url=origin, headers=headers) as client:
        for name, _ in load.files:
            if not name.endswith(".woff2"):
                with client.stream("GET", name) as answer:
                    total += sum(len(piece) for piece in answer.iter_raw())
    return total


def first_load(browser: Browser, url: str, cookie: str | None = None) -> FirstLoad:
    """Load a page as somebody does who was never here."""
    seen = [_once(browser, url, cookie) for _ in range(ROUNDS + 1)][1:]  # the first round warms the server
    return FirstLoad(
        *(median(getattr(one, name) for one in seen) for name in ("bytes", "font", "requests", "shift", "ready_ms", "paint_ms")),
        files=seen[-1].files,
    )  # fmt: skip


def _once(browser: Browser, url: str, cookie: str | None) -> FirstLoad:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="ru-RU")
    if cookie:
        context.add_cookies(
            [{"name": "mp_session", "value": cookie, "url": urljoin(url, "/"), "httpOnly": True, "sameSite": "Lax"}]
        )
    page = context.new_page()
    asked: list[str] = []
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.setCacheDisabled", {"cacheDisabled": True})
    line.on("Network.requestWillBeSent", lambda event: asked.append(event["request"]["url"]))
    line.on("Network.webSocketCreated", lambda event: asked.append(event["url"]))
    page.add_init_script(WATCH)
    try:
        page.goto(url)
        page.wait_for_selector('main[data-ready="true"]', timeout=20_000)
        return _measured(page, asked)
    finally:
        context.close()


def _measured(page: Page, asked: list[str]) -> FirstLoad:
    time.sleep(SETTLE_SECONDS)
    found = page.evaluate(SIZES)
    own = [one for one in asked if not one.startswith("data:")]
    files = [(name, size) for name, size in found["names"]]
    return FirstLoad(found["bytes"], found["font"], len(own), found["shift"], found["ready"], found["paint"], files)
