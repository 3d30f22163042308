"""A real browser for the journeys: the machine's, Playwright's own, or one installed for the run."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

NAMES = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser", "chrome")
# A sandbox inside a sandbox does not start as root; nothing but our own pages is opened.
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]
MISSING = (
    "No browser was found for the journeys, and none could be installed. Install one: apt-get install chromium, "
    "or: .venv/bin/playwright install chromium"
)


@contextmanager
def launched() -> Iterator[Browser]:
    """A browser, closed at the end of the block.

    A test run never skips for want of a browser: it fails and says what to install.
    """
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_find(playwright), args=ARGUMENTS)
        try:
            yield browser
        finally:
            browser.close()


def _find(playwright: Playwright) -> str:
    found = _look(playwright)
    if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (
            ["apt-get", "update", "-q"],
            ["apt-get", "install", "-yq", "--no-install-recommends", NAMES[0]],
        ):
            subprocess.run(command, env=quiet, check=False, timeout=900, capture_output=True)
        found = _look(playwright)
    if found is None:
        pytest.fail(MISSING, pytrace=False)
    return found


def _look(playwright: Playwright) -> str | None:
    own = playwright.chromium.executable_path
    on_the_machine = next((path for name in NAMES if (path := shutil.which(name))), None)
    return on_the_machine or (own if Path(own).exists() else None)
