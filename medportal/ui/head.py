"""What stands in the head of every page besides its title."""

from pathlib import Path
from urllib.parse import quote

import reflex as rx

# Stands in the page itself: as a file of its own it would cost every first load one more request.
_ICON = Path("assets/favicon.svg")


def head() -> list[rx.Component]:
    """Font preloads, icon, colours of the browser's own frame."""
    return [
        rx.el.link(
            rel="preload",
            href=f"/fonts/golos-text-{part}.woff2",
            custom_attrs={"as": "font", "crossOrigin": "anonymous"},
            type="font/woff2",
        )
        for part in ("cyrillic", "latin")
    ] + [
        rx.el.link(rel="icon", href=f"data:image/svg+xml,{quote(_ICON.read_text())}", type="image/svg+xml"),
        rx.el.meta(name="color-scheme", content="light dark"),
    ]
