"""Frames around pages: header with menu, bell and switches, banners, footer."""

from collections.abc import Callable

import reflex as rx

from medportal.kernel.text import Text
from medportal.settings import settings
from medportal.ui import texts
from medportal.ui.browser import Arrival, Bridge, Connection, LanguageSwitch, MenuLink, ThemeSwitch
from medportal.ui.components.basics import icon, link, link_button
from medportal.ui.mishap import mishap_banner
from medportal.ui.page import ANYONE, Page
from medportal.ui.say import say
from medportal.ui.session import Session

_BELL = "M6 9a6 6 0 1 1 12 0c0 5 2 6 2 6H4s2-1 2-6m4 10a2 2 0 0 0 4 0"
_BRAND = (
    "M12 21c-5-3.6-8.5-7-8.5-11.2A4.8 4.8 0 0 1 12 6.6a4.8 4.8 0 0 1 8.5 3.2C20.5 14 17 17.4 12 21Zm0-10.5v5m-2.5-2.5h5"
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
        _header(),
        rx.el.main(
            rx.el.div(mishap_banner(), page.body(), class_name="wide"),
            id="content",
            tab_index=-1,
            custom_attrs={"data-ready": rx.State.is_hydrated},
        ),
        _footer(),
        rx.el.div(id="announcer", role="status", aria_live="polite", class_name="unseen"),
        Bridge.create(command=Session.command),
        Arrival.create(),
        class_name="page",
    )


def _not_found() -> rx.Component:
    return rx.el.div(
        rx.el.h1(say(texts.NOT_FOUND_TITLE)),
        rx.el.p(say(texts.NOT_FOUND_BODY), class_name="lead"),
        rx.el.div(link_button(texts.HOME, "/"), class_name="row"),
        class_name="stack column",
    )


NOT_FOUND = Page("/404", texts.NOT_FOUND_TITLE, _not_found, door=ANYONE)


def _header() -> rx.Component:
    return rx.el.header(
        rx.el.div(
            rx.el.a(icon(_BRAND), say(texts.BRAND), href="/", class_name="brand"),
            rx.el.nav(
                rx.cond(Session.signed_in, _signed_in_menu(), _visitor_menu()),
                aria_label=say(texts.MENU),
            ),
            rx.el.div(
                LanguageSwitch.create(
                    to_english=say(texts.TO_ENGLISH),
                    to_russian=say(texts.TO_RUSSIAN),
                    trouble=say(texts.LANGUAGE_TROUBLE),
                    on_speak=Session.speak,
                ),
                ThemeSwitch.create(to_dark=say(texts.TO_DARK), to_light=say(texts.TO_LIGHT)),
                class_name="menu",
            ),
            class_name="wide header-in",
        ),
        class_name="header",
    )


def _menu(text: Text, to: str) -> rx.Component:
    return MenuLink.create(say(text), to=to)


def _visitor_menu() -> rx.Component:
    return rx.el.div(_menu(texts.SIGN_IN, "/login"), _menu(texts.REGISTER, "/register"), class_name="menu")


def _signed_in_menu() -> rx.Component:
    return rx.el.div(
        _menu(texts.CABINET, "/cabinet"),
        _menu(texts.SECURITY, "/security"),
        rx.el.span(icon(_BELL), class_name="quiet", role="img", aria_label=say(texts.NOTICES)),
        rx.el.button(say(texts.SIGN_OUT), type="button", class_name="quiet", on_click=Session.leave),
        class_name="menu",
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
            link(texts.FOOTER_PRIVACY, "/privacy"),
            class_name="wide",
        ),
        class_name="footer",
    )
