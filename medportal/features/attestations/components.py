"""Parts of the calendar's screens, as Python sees them; `assets/calendar*.js` hold them."""

from typing import Any

import reflex as rx

from medportal.features.attestations.texts import parts
from medportal.kernel.actor import Role
from medportal.kernel.text import Text
from medportal.ui.browser import RouterLink
from medportal.ui.say import say
from medportal.ui.session import Session


def _one(event: rx.Var[dict[str, Any]]) -> tuple[rx.Var[dict[str, Any]]]:
    return (event,)


class Calendar(rx.Component):
    """Four views, a legend, the sheet of an event and the form of an own one."""

    library = "$/public/calendar.js"
    tag = "Calendar"
    source: rx.Var[str]
    words: rx.Var[dict[str, Any]]
    fields: rx.Var[list[dict[str, Any]]]
    version: rx.Var[int]
    nudges: rx.Var[int]
    undo: rx.Var[dict[str, str]]
    problems: rx.Var[list[dict[str, Any]]]
    attempt: rx.Var[int]
    on_save: rx.EventHandler[_one]
    on_move: rx.EventHandler[_one]
    on_delete: rx.EventHandler[_one]
    on_undo: rx.EventHandler[rx.event.no_args_event_spec]
    on_done: rx.EventHandler[_one]
    on_snooze: rx.EventHandler[_one]


class Moves(rx.Component):
    """What the plan moved of late, and why."""

    library = "$/public/calendar-parts.js"
    tag = "Moves"
    source: rx.Var[str]
    version: rx.Var[int]
    words: rx.Var[dict[str, Any]]


class Upcoming(rx.Component):
    """The next dates in a few lines, each leading to its event."""

    library = "$/public/upcoming.js"
    tag = "Upcoming"
    source: rx.Var[str]
    version: rx.Var[int]
    none: rx.Var[str]
    tell: rx.Var[str]
    lost: rx.Var[str]


class WhatIf(rx.Component):
    """«Что перестанет работать, если…»."""

    library = "$/public/calendar-parts.js"
    tag = "WhatIf"
    source: rx.Var[str]
    version: rx.Var[int]
    words: rx.Var[dict[str, Any]]


class Readiness(rx.Component):
    """How far a person is with each of his accreditations, one at a time."""

    library = "$/public/calendar-parts.js"
    tag = "Readiness"
    source: rx.Var[str]
    version: rx.Var[int]
    words: rx.Var[dict[str, Any]]
    dates_href: rx.Var[str]
    training_href: rx.Var[str]
    on_choose: rx.EventHandler[rx.event.passthrough_event_spec(str)]


class Records(rx.Component):
    """A list of what a person has entered, with its form."""

    library = "$/public/calendar-parts.js"
    tag = "Records"
    source: rx.Var[str]
    version: rx.Var[int]
    words: rx.Var[dict[str, Any]]
    kind: rx.Var[str]
    fields: rx.Var[list[dict[str, Any]]]
    problems: rx.Var[list[dict[str, Any]]]
    attempt: rx.Var[int]
    on_save: rx.EventHandler[_one]
    on_delete: rx.EventHandler[rx.event.passthrough_event_spec(str)]
    on_restore: rx.EventHandler[_one]


class FileImport(rx.Component):
    """A file that is looked at first and taken in second."""

    library = "$/public/calendar-parts.js"
    tag = "FileImport"
    url: rx.Var[str]
    words: rx.Var[dict[str, Any]]
    accept: rx.Var[str]
    columns: rx.Var[list[dict[str, Any]]]
    on_done: rx.EventHandler[rx.event.no_args_event_spec]
    on_undo: rx.EventHandler[rx.event.passthrough_event_spec(str)]


class FeedBox(rx.Component):
    """The secret address of the feed: made in the browser, shown once, switched off."""

    library = "$/public/calendar-parts.js"
    tag = "FeedBox"
    source: rx.Var[str]
    version: rx.Var[int]
    words: rx.Var[dict[str, Any]]
    on_open: rx.EventHandler[_one]
    on_revoke: rx.EventHandler[rx.event.no_args_event_spec]


def upcoming() -> rx.Component:
    """The card of the next dates, for a page that is about something else."""
    return rx.el.section(
        rx.el.h2(say(parts.UPCOMING_TITLE)),
        Upcoming.create(
            source="/private/calendar/upcoming",
            version=Session.nudges,
            none=say(parts.UPCOMING_NONE),
            tell=say(parts.UPCOMING_TELL),
            lost=say(parts.PARTS["lost"]),
        ),
        RouterLink.create(say(parts.UPCOMING_ALL), to="/calendar"),
        class_name="card stack",
        id="upcoming",
    )


def head(here: str, title: Text, lead: Text | None = None) -> rx.Component:
    """What a page of the calendar is called, what it is for, and the way to the others."""
    what_for = () if lead is None else (rx.el.p(say(lead), class_name="lead"),)
    return rx.fragment(rx.el.h1(say(title)), *what_for, _tabs(here))


def _tabs(here: str) -> rx.Component:
    return rx.el.nav(
        *(_tab(text, href, here) for href, text in parts.TABS),
        rx.cond(
            (Session.role == str(Role.OPERATOR)) | (Session.role == str(Role.ADMINISTRATOR)),
            _tab(parts.POSTS_TAB, "/calendar/posts", here),
        ),
        aria_label=say(parts.TABS_LABEL),
        class_name="menu calendar-tabs",
    )


def _tab(text: Text, href: str, here: str) -> rx.Component:
    return RouterLink.create(say(text), to=href, custom_attrs={"aria-current": "page"} if href == here else {})
