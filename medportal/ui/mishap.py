"""The unforeseen: a number on the screen and the same number in the log, nothing more."""

import re
from collections import deque
from datetime import datetime, timedelta

import reflex as rx
from reflex.event import EventSpec

from medportal.infra import log
from medportal.kernel import clock
from medportal.ui import texts
from medportal.ui.components.basics import textual_button
from medportal.ui.say import say
from medportal.ui.session import allow

_logger = log.get(__name__)
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

    @rx.event
    @allow()
    def leave(self, number: str) -> None:
        """The person went on to another page; what broke there meanwhile stays to be read."""
        if number == self.number:
            self.number = ""


def on_fault(exception: Exception) -> EventSpec:
    """Give a fault a number, write it to the log, and show the number to the person whose event failed."""
    return Mishap.show(log.incident(exception))


_BROWSER_FAULTS_A_MINUTE = 20
_browser_faults: deque[datetime] = deque(maxlen=_BROWSER_FAULTS_A_MINUTE)


def on_browser_fault(exception: Exception) -> None:
    """A page could not be shown in somebody's browser. Any browser may say so, as often as it likes: twenty lines a
    minute are enough to know, and what it says is not written down."""
    now = clock.now()
    if len(_browser_faults) == _BROWSER_FAULTS_A_MINUTE and now - _browser_faults[0] < timedelta(minutes=1):
        return
    _browser_faults.append(now)
    _logger.warning("page_broke_in_a_browser", kind=type(exception).__name__)


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
