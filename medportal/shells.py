"""Frames around pages: header with menu, bell and switches, banners, footer."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import reflex as rx

from medportal.features.notifications.components import bell
from medportal.kernel.actor import Role
from medportal.kernel.text import Text
from medportal.settings import settings
from medportal.ui import texts
from medportal.ui.browser import Arrival, Bridge, Connection, LanguageSwitch, MenuFold, MenuLink, Sheet, ThemeSwitch
from medportal.ui.components.basics import icon, link, link_button
from medportal.ui.mishap import Mishap, mishap_banner
from medportal.ui.page import ANYONE, Page
from medportal.ui.say import say
from medportal.ui.session import Session

# What every page needs stands in portal.css; a slice that draws much of its own has a sheet named after it.
_SHEETS = Path("assets/styles")
_BRAND = (
    "M12 21c-5-3.6-8.5-7-8.5-11.2A4.8 4.8 0 0 1 12 6.6a4.8 4.8 0 0 1 8.5 3.2C20.5 14 17 17.4 12 21Zm0-10.5v5m-2.5-2.5h5"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the menu, and for whom it stands there."""

    text: Text
    href: str
    roles: frozenset[Role]


STAFF = frozenset({Role.VERIFIER, Role.OPERATOR, Role.SUPPORT, Role.ADMINISTRATOR})
DOCTORS = frozenset({Role.DOCTOR})
EVERYBODY = DOCTORS | STAFF

# In the order in which they stand. An entry is added together with its page: tests/test_shells.py asks for it.
MENU = (
    Entry(texts.CABINET, "/cabinet", EVERYBODY),
    Entry(texts.DOCUMENTS, "/documents", DOCTORS),
    Entry(texts.CALENDAR, "/calendar", EVERYBODY),
    Entry(texts.QUALIFICATION, "/qualification", DOCTORS),
    Entry(texts.PRACTICE, "/analytics", DOCTORS),
    Entry(texts.CERTIFICATE, "/certificate", DOCTORS),
    Entry(texts.DESK, "/desk", frozenset({Role.VERIFIER, Role.ADMINISTRATOR})),
    Entry(texts.CENTRE, "/desk/centre", frozenset({Role.OPERATOR, Role.ADMINISTRATOR})),
    Entry(texts.SECURITY, "/security", EVERYBODY),
)
VISITORS = (
    Entry(texts.SIGN_IN, "/login", frozenset({Role.VISITOR})),
    Entry(texts.REGISTER, "/register", frozenset({Role.VISITOR})),
)


def screen(page: Page) -> Callable[[], rx.Component]:
    """A page in its frame, as Reflex wants it.

    The browser loads the code of a page by the module its function names: ours must name the page's own.
    """

    def whole() -> rx.Component:
        return frame(page)

    whole.__module__ = page.body.__module__
    return whole


def frame(page: Page) -> rx.Component:
    """The whole screen of a page."""
    return rx.el.div(
        rx.el.a(say(texts.SKIP), href="#content", class_name="skip"),
        _connection_banner(),
        _demonstration_banner(),
        _header(page),
        rx.el.main(
            rx.el.div(mishap_banner(), page.body(), class_name="wide"),
            id="content",
            tab_index=-1,
            custom_attrs={"data-ready": rx.State.is_hydrated},
        ),
        _footer(),
        rx.el.div(id="announcer", role="status", aria_live="polite", class_name="unseen"),
        Bridge.create(command=Session.command),
        Arrival.create(incident=Mishap.number, on_leave=Mishap.leave),
        *_own_sheet(page),
        class_name="page",
    )


def _own_sheet(page: Page) -> list[rx.Component]:
    of = page.body.__module__.removeprefix("medportal.features.").partition(".")[0]
    return [Sheet.create(of=of)] if (_SHEETS / f"{of}.css").is_file() else []


def _not_found() -> rx.Component:
    return rx.el.div(
        rx.el.h1(say(texts.NOT_FOUND_TITLE)),
        rx.el.p(say(texts.NOT_FOUND_BODY), class_name="lead"),
        rx.el.div(link_button(texts.HOME, "/"), class_name="row"),
        class_name="stack column",
    )


NOT_FOUND = Page("/404", texts.NOT_FOUND_TITLE, _not_found, door=ANYONE)


def _header(page: Page) -> rx.Component:
    # A page closed to visitors is drawn with the signed-in menu at once, so that nothing moves when the page wakes.
    closed = Role.VISITOR not in page.door
    menu = _signed_in() if closed else rx.cond(Session.signed_in, _signed_in(), _visitor())
    return rx.el.header(
        rx.el.div(
            rx.el.a(icon(_BRAND), say(texts.BRAND), href="/", class_name="brand"), menu, class_name="wide header-in"
        ),
        class_name="header",
    )


def _link(entry: Entry) -> rx.Component:
    beneath = [other.href for other in MENU if other.href.startswith(f"{entry.href}/")]
    return MenuLink.create(say(entry.text), to=entry.href, apart=beneath)


def _visitor() -> rx.Component:
    return rx.fragment(
        rx.el.div(_switches(), class_name="menu tools"),
        rx.el.nav(
            rx.el.div(*(_link(entry) for entry in VISITORS), class_name="menu"),
            aria_label=say(texts.MENU),
        ),
    )


def _signed_in() -> rx.Component:
    menus = [
        (str(role), rx.fragment(*(_link(entry) for entry in MENU if role in entry.roles)))
        for role in sorted(STAFF | {Role.DOCTOR})
    ]
    return rx.fragment(
        rx.cond(Session.signed_in, bell()),
        MenuFold.create(
            rx.el.nav(
                rx.el.div(rx.match(Session.role, *menus, rx.fragment()), class_name="menu"),
                aria_label=say(texts.MENU),
            ),
            rx.el.div(
                _switches(),
                rx.el.button(say(texts.SIGN_OUT), type="button", class_name="quiet", on_click=Session.leave),
                class_name="menu tools",
            ),
            label=say(texts.MENU_BUTTON),
        ),
    )


def _switches() -> rx.Component:
    return rx.fragment(
        LanguageSwitch.create(
            to_english=say(texts.TO_ENGLISH),
            to_russian=say(texts.TO_RUSSIAN),
            trouble=say(texts.LANGUAGE_TROUBLE),
            on_speak=Session.speak,
        ),
        ThemeSwitch.create(to_dark=say(texts.TO_DARK), to_light=say(texts.TO_LIGHT)),
    )


def _demonstration_banner() -> rx.Component:
    if not settings().demonstration:
        return rx.fragment()
    return rx.el.div(
        rx.el.div(
            rx.el.span(say(texts.DEMONSTRATION)),
            link(texts.DEMONSTRATION_PEOPLE, "/demo/people"),
            link(texts.DEMONSTRATION_OUTBOX, "/demo/outbox"),
            class_name="wide",
        ),
        class_name="demo",
        role="note",
    )


def _connection_banner() -> rx.Component:
    return Connection.create(
        rx.el.div(rx.el.div(say(texts.CONNECTION_LOST), class_name="wide"), class_name="lost", role="alert")
    )


def _footer() -> rx.Component:
    return rx.el.footer(
        rx.el.div(
            rx.el.span(say(texts.FOOTER_WHAT)),
            rx.el.div(
                link(texts.FOOTER_CHECK, "/check"),
                link(texts.FOOTER_CENTRES, "/contacts"),
                link(texts.FOOTER_PRIVACY, "/privacy"),
                class_name="footer-links",
            ),
            class_name="wide",
        ),
        class_name="footer",
    )
