"""`make bench`: measures what the portal promises about speed, and prints it beside the promise. On loopback only."""

import os
import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from tests.attacks import served
from tests.load import browsing, charts, leafing, practices, serving
from tests.load_attestations import __main__ as calendars
from tests.load_documents import burst as bursts
from tests.load_documents import gallery, intake
from tests.load_documents import reading as passports
from tests.support import browser as browsers
from tests.support import portal

PEOPLE = 1000
SECONDS = 20
# A handler that answers from memory, and one that asks a service in a thread.
CHEAP, SERVICE = "mishap.show", "wizard.refresh"
# Leafing last: whatever is measured beside the five hundred documents that it lays down is slower.
SERVED = ("pages", "charts", "alone", "crowd", "memory", "restart", "leafing")
PARTS = (*SERVED, "gallery", "burst", "intake", "analytics", "reading", "calendar")


@dataclass
class Line:
    """One figure and what was promised of it."""

    what: str
    found: float
    unit: str
    most: float | None = None
    note: str = ""
    least: float | None = None

    def __str__(self) -> str:
        promised, verdict = "", ""
        if self.most is not None:
            promised, verdict = f"<= {self.most:g} {self.unit}", "ok" if self.found <= self.most else "MISSED"
        if self.least is not None:
            promised, verdict = f">= {self.least:g} {self.unit}", "ok" if self.found >= self.least else "MISSED"
        return f"{self.what:<58} {self.found:>9.1f} {self.unit:<4} {promised:>13} {verdict:<6} {self.note}"


def machine(browser: Browser) -> str:
    """What was measured on."""
    cpu = next(
        (row.split(":", 1)[1].strip() for row in Path("/proc/cpuinfo").read_text().splitlines() if "model name" in row),
        platform.processor(),
    )
    return (
        f"{os.cpu_count()} cores, {cpu}; Python {platform.python_version()}; Chromium {browser.version}; "
        f"load average {serving.load_average():.2f}"
    )


def pages(target: served.Target, browser: Browser) -> Iterator[Line]:
    """First loads."""
    applicant = target.people[served.APPLICANT].session
    for name, path, cookie in (("home page", "/", None), ("wizard page", "/register/person", applicant)):
        seen = browsing.first_load(browser, target.url + path, cookie)
        brotli = browsing.brotli_bytes(target.url, seen, cookie)
        yield Line(f"{name}: brotli as over HTTPS, without the font", brotli / 1000, "KB", 170)
        yield Line(f"{name}: gzip as over HTTP, without the font", seen.bytes / 1000, "KB", 170)
        yield Line(f"{name}: font", seen.font / 1000, "KB", 60)
        yield Line(f"{name}: requests, the socket included", seen.requests, "", 14)
        yield Line(f"{name}: layout shift, in thousandths", seen.shift * 1000, "", 0)
        yield Line(f"{name}: first paint", seen.paint_ms, "ms")
        yield Line(f"{name}: answering events", seen.ready_ms, "ms", 350)
        if "-v" in sys.argv:
            for file, size in sorted(seen.files, key=lambda one: -one[1]):
                print(f"    {size:>8} {file}")


def leafed(target: served.Target, browser: Browser) -> Iterator[Line]:
    """The gallery of a person with many documents, in a browser."""
    leafing.fill(target, served.ANNA)
    seen = leafing.opened(browser, target, served.ANNA)
    yield Line(f"gallery of {leafing.DOCUMENTS} in a browser: first cards", seen.cards_ms, "ms", 300)
    yield Line("… most thumbnails at once, leafing to the end", seen.most_thumbnails, "", 60, f"{seen.cards} cards")


def dashboard(target: served.Target, browser: Browser) -> Iterator[Line]:
    """The dashboard of a practice in a browser."""
    for what, found, unit, most in (*charts.weight(target, browser), *charts.clicks(target, browser)):
        yield Line(what, found, unit, most)


def alone(target: served.Target) -> Iterator[Line]:
    """Round trips of one person."""
    for event, most in ((CHEAP, 6.0), (SERVICE, None)):
        seen = serving.round_trip(target, 1, 0, event)
        yield Line(f"round trip alone, {event}: p50", seen["p50"], "ms")
        yield Line(f"round trip alone, {event}: p95", seen["p95"], "ms", most)


def crowd(target: served.Target) -> Iterator[Line]:
    """Round trips of a thousand people."""
    for event, most in ((CHEAP, 50.0), (SERVICE, 50.0)):
        seen = serving.round_trip(target, PEOPLE, SECONDS, event)
        note = (
            f"{seen['sent']} events, {seen['lost']} lost, worker busy {seen['busy_seconds']:.0f} s, "
            f"let in within {seen['ramp_seconds']:.0f} s"
        )
        yield Line(f"{PEOPLE} people, 1 event/s each, {event}: p50", seen["p50"], "ms")
        yield Line(f"{PEOPLE} people, 1 event/s each, {event}: p95", seen["p95"], "ms", most, note)


def memory(target: served.Target) -> Iterator[Line]:
    """Memory of idle people, on a portal that was just started."""
    target.stop()
    target.begin()
    yield Line("memory for each idle connected session", serving.bytes_per_session(target) / 1024, "KB", 200)


def restart(target: served.Target) -> Iterator[Line]:
    """Coming back."""
    seen = serving.restart_seconds(target)
    yield Line(
        "restart to serving", median(wall for wall, _ in seen), "s", 3, ", ".join(f"{wall:.2f}" for wall, _ in seen)
    )
    yield Line("restart: processor time in it", median(work for _, work in seen), "s")


def documents() -> Iterator[Line]:
    """The gallery of a person with many documents, on the service itself."""
    for what, took, most in gallery.measure():
        yield Line(what, took, "ms", most)


def handed_in() -> Iterator[Line]:
    """Five hundred documents handed in at once."""
    for what, found, unit in bursts.measure():
        yield Line(what, found, unit)


def traps() -> Iterator[Line]:
    """How soon a bomb is refused, and what the one who looked into it took."""
    for one in intake.measure():
        if one.bomb:
            yield Line(f"refusing {one.name}", one.wall_ms, "ms", intake.BOMB_MS, " ".join(one.codes))
            yield Line(f"refusing {one.name}: memory", one.peak_mb, "MB", intake.BOMB_MB)


def analytics() -> Iterator[Line]:
    """The dashboard of one doctor, and a large import; these need no browser."""
    for what, found, most in practices.dashboards():
        yield Line(what, found, "", most)
    for what, found, most in practices.importing():
        yield Line(what, found, "", most, "promised: 100,000" if "a second" in what else "")


def reading() -> Iterator[Line]:
    """Passports, from stored bytes to fields."""
    for one in passports.measure():
        most, least = (None, one.promised) if one.at_least else (one.promised, None)
        yield Line(f"passport, {one.what}", one.found, one.unit, most, least=least)


def calendar() -> Iterator[Line]:
    """The month, the feed and the search for what is due, on both databases."""
    for name, found in calendars.measured():
        yield Line(
            f"{name}: month of 5,000 events, p95", found["month"], "ms", 30, f"processor {found['month work']:.1f} ms"
        )
        yield Line(
            f"{name}: feed of 500 events, p95", found["feed"], "ms", 20, f"written anew {found['written']:.1f} ms"
        )
        yield Line(f"{name}: feed, 304, p95", found["304"], "ms", 3, f"processor {found['304 work']:.1f} ms")
        note = f"{found['due']:.0f} due among {found['plans']:,.0f}"
        yield Line(f"{name}: what is due today found", found["search"], "s", 2, note)


def main() -> None:
    """Measure everything, or the parts named as arguments."""
    wanted = [one for one in sys.argv[1:] if one in PARTS] or list(PARTS)
    for name, part in (
        ("gallery", documents),
        ("burst", handed_in),
        ("intake", traps),
        ("analytics", analytics),
        ("reading", reading),
        ("calendar", calendar),
    ):
        if name in wanted:
            for line in part():
                print(line, flush=True)
    wanted = [one for one in wanted if one in SERVED]
    if wanted:
        _served(wanted)


def _served(wanted: list[str]) -> None:
    """The parts that need a portal and a browser."""
    portal.build_frontend()
    burst = {"MEDPORTAL_SOCKET_BURST": "10000", "MEDPORTAL_SOCKET_REFILL": "1000"}
    with browsers.launched() as browser, served.target(**burst) as target:
        print(machine(browser))
        lines = {
            "pages": lambda: pages(target, browser),
            "leafing": lambda: leafed(target, browser),
            "charts": lambda: dashboard(target, browser),
            "alone": lambda: alone(target),
            "crowd": lambda: crowd(target),
            "memory": lambda: memory(target),
            "restart": lambda: restart(target),
        }
        for part in wanted:
            for line in lines[part]():
                print(line, flush=True)
        print(f"load average at the end {serving.load_average():.2f}")


if __name__ == "__main__":
    main()
