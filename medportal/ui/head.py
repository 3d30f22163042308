"""What stands in the head of every page besides its title."""

import reflex as rx


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
        rx.el.link(rel="icon", href="/favicon.svg", type="image/svg+xml"),
        rx.el.meta(name="color-scheme", content="light dark"),
    ]
