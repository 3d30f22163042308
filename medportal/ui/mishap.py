"""The unforeseen: a number on the screen and the same number in the log, nothing more."""

import re

import reflex as rx
from reflex.event import EventSpec

from medportal.infra import log
from medportal.ui import texts
from medportal.ui.components.basics import textual_button
from medportal.ui.say import say
from medportal.ui.session import allow

_NUMBER = re.compile(r"MP-[0-9A-Z-]{4,20}")


class Mishap(rx.State):
    """The number of the last incident of this tab, empty when there was none."""

    number: str = ""

    @rx.event
    @allow()
    def show(self, number: str) -> None:
        """Show the banner. A browser may call this too, so only the shape of a number is taken."""
        self.number = number if isinstance(number, str) and _NUMBER.fullmatch(number) else ""

    @rx.event
    @allow()
    def close(self) -> None:
        """The person has read it."""
        self.number = ""


def on_fault(exception: Exception) -> EventSpec:
    """Give a fault a number, write it to the log, and show the number to the person whose event failed."""
    return Mishap.show(log.incident(exception))


def mishap_banner() -> rx.Component:
    """Stands above the page's content when something broke."""
    return rx.cond(
        Mishap.number != "",
        rx.el.div(
            rx.el.strong(say(texts.INCIDENT_TITLE)),
            rx.el.span(
                say(texts.INCIDENT_BODY), " ", rx.el.strong(Mishap.number, class_name="number"), id="incident-number"
            ),
            textual_button(texts.CLOSE, on_click=Mishap.close),
            class_name="notice notice-danger mb-6",
            role="alert",
        ),
    )
