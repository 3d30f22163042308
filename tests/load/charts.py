"""The dashboard in a browser: what its first load weighs beside another page, and how long from a click to the paint."""

import subprocess
from collections.abc import Iterator

from playwright.sync_api import Browser, Page

from tests.attacks import served
from tests.load import browsing
from tests.support import portal

CLICKS = 60
# From the click until the figures of another question were painted, as the page itself sees it.
CLICK = """async (row) => {
  const figure = document.querySelector('[data-metric="visits"]');
  const bars = [...document.querySelectorAll("#chart-payment .bar-row, #chart-age .bar-row")];
  const before = location.search;
  const started = performance.now();
  const done = new Promise((resolve) => {
    const look = new MutationObserver(() => {
      if (location.search === before) return;
      look.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - started), 0));
    });
    look.observe(figure, { childList: true, characterData: true, subtree: true });
  });
  bars[row % bars.length].click();
  return await Promise.race([done, new Promise((resolve) => setTimeout(() => resolve(-1), 5000))]);
}"""


def weight(target: served.Target, browser: Browser) -> Iterator[tuple[str, float, str, float | None]]:
    """How much the first load of the dashboard is above that of a page of words alone."""
    session = target.people[served.ANNA].session
    sizes: dict[str, tuple[float, float]] = {}
    for path in ("/analytics/tables", "/analytics", "/privacy"):
        seen = browsing.first_load(browser, target.url + path, session)
        sizes[path] = (seen.bytes / 1000, browsing.brotli_bytes(target.url, seen, session) / 1000)
    (gzip, brotli), (less, least) = sizes["/analytics"], sizes["/privacy"]
    yield "dashboard above a page of words: gzip", gzip - less, "KB", 60
    yield "dashboard above a page of words: brotli", brotli - least, "KB", 60


def clicks(target: served.Target, browser: Browser) -> Iterator[tuple[str, float, str, float | None]]:
    """From a click on a bar to the painted answer, a doctor with twenty years of 25 visits a day."""
    done = subprocess.run(
        [portal.COMMAND, "demo", "practice", "--account", target.people[served.ANNA].typed["email"]],
        cwd=portal.CHECKOUT,
        env=portal.environment(MEDPORTAL_DATA_DIR=str(target.data)),
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    if done.returncode:
        raise RuntimeError(f"no practice was invented:\n{done.stdout[-2000:]}{done.stderr[-4000:]}")
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="ru-RU")
    context.add_cookies([{"name": "mp_session", "value": target.people[served.ANNA].session, "url": target.url}])
    page = context.new_page()
    page.goto(f"{target.url}/analytics?span=year&day=2025-06-01")
    page.wait_for_selector("#chart-age .bar-row")
    took = sorted(_click(page, row) for row in range(CLICKS))
    context.close()
    if took[0] < 0:
        raise RuntimeError("a click was not answered within five seconds")
    yield "dashboard of 20 years, click to paint: p50", took[len(took) // 2], "ms", None
    yield "dashboard of 20 years, click to paint: p95", took[int(len(took) * 0.95)], "ms", 100


def _click(page: Page, row: int) -> float:
    # Each bar twice: the condition is put and taken away again.
    return float(page.evaluate(CLICK, row // 2))
