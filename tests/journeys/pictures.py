"""Pictures of screens for the documentation, taken while the journeys pass by; without a folder none are taken."""

import os
from pathlib import Path

from playwright.sync_api import Page

# Read when the tests are collected: later no setting from outside is seen.
_FOLDER = os.environ.get("MEDPORTAL_SCREENSHOTS")
TALLEST = 1400
QUALITY = 70


def take(page: Page, name: str) -> None:
    """Take a picture of the page as it stands, down to a reasonable length."""
    if not _FOLDER:
        return
    folder = Path(_FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    page.mouse.move(0, 0)
    page.evaluate("() => { document.activeElement?.blur(); window.scrollTo(0, 0) }")
    size = page.evaluate("() => [innerWidth, Math.max(document.body.scrollHeight, innerHeight)]")
    clip = {"x": 0, "y": 0, "width": size[0], "height": min(size[1], TALLEST)}
    page.screenshot(path=folder / f"{name}.jpg", type="jpeg", quality=QUALITY, full_page=True, clip=clip)  # pyright: ignore[reportArgumentType]
