"""Buttons, links, notices and tags."""

from typing import Any, Literal

import reflex as rx

from medportal.kernel.text import Text
from medportal.ui.browser import RouterLink
from medportal.ui.say import say

Tone = Literal["info", "ok", "warn", "danger"]
Weight = Literal["main", "second", "danger"]


def button(text: Text, *, weight: Weight = "main", kind: str = "button", **props: Any) -> rx.Component:
    """A button that says what happens when it is pressed."""
    return rx.el.button(say(text), type=kind, class_name=f"button button-{weight}", **props)


def link_button(text: Text, href: str, *, weight: Weight = "main", **props: Any) -> rx.Component:
    """A link that is the next step of a journey and looks like one."""
    return RouterLink.create(say(text), to=href, class_name=f"button button-{weight}", **props)


def link(text: Text, href: str | rx.Var[str], **props: Any) -> rx.Component:
    """A link in running text, within the portal."""
    return RouterLink.create(say(text), to=href, **props)


def textual_button(text: Text, **props: Any) -> rx.Component:
    """A button for a side road: looks like a link, acts like a button."""
    return rx.el.button(say(text), type="button", class_name="textual", **props)


def notice(*children: rx.Component, tone: Tone = "info", **props: Any) -> rx.Component:
    """A block that stands out; the words carry the meaning, the colour only helps."""
    return rx.el.div(*children, class_name=f"notice notice-{tone}", **props)


def tag(text: Text | rx.Var, tone: Tone | Literal["plain"] = "plain") -> rx.Component:
    """A state in a word or two."""
    return rx.el.span(say(text), class_name=f"tag tag-{tone}")


def icon(path: str) -> rx.Component:
    """A line drawing of 24 units, hidden from screen readers: words stand beside it."""
    return rx.el.svg(
        rx.el.svg.path(d=path),
        view_box="0 0 24 24",
        class_name="icon",
        custom_attrs={
            "fill": "none",
            "stroke": "currentColor",
            "strokeWidth": "1.8",
            "strokeLinecap": "round",
            "strokeLinejoin": "round",
            "aria-hidden": "true",
        },
    )
