"""Our own browser components, as Python sees them. Each lives in `assets/` under the same name."""

from typing import Any

import reflex as rx


class Bridge(rx.Component):
    """Carries out the named actions a handler asked for (`Session._order`)."""

    library = "$/public/bridge.js"
    tag = "Bridge"
    command: rx.Var[dict[str, Any]]


class Nudged(rx.Component):
    """Calls `on_nudge` when something about the signed-in person changed anywhere in the portal."""

    library = "$/public/bridge.js"
    tag = "Nudged"
    count: rx.Var[int]
    on_nudge: rx.EventHandler[rx.event.no_args_event_spec]


class Arrival(rx.Component):
    """Moves the focus to the new page after a step within the portal, and tells which incident was left behind."""

    library = "$/public/bridge.js"
    tag = "Arrival"
    incident: rx.Var[str]
    on_leave: rx.EventHandler[rx.event.passthrough_event_spec(str)]


class Connection(rx.Component):
    """Shows its children while the portal cannot be reached."""

    library = "$/public/bridge.js"
    tag = "Connection"


class LanguageSwitch(rx.Component):
    """Russian or English; what is typed stays typed."""

    library = "$/public/switches.js"
    tag = "LanguageSwitch"
    to_english: rx.Var[str]
    to_russian: rx.Var[str]
    trouble: rx.Var[str]
    on_speak: rx.EventHandler[rx.event.passthrough_event_spec(str)]


class ThemeSwitch(rx.Component):
    """Light or dark."""

    library = "$/public/switches.js"
    tag = "ThemeSwitch"
    to_dark: rx.Var[str]
    to_light: rx.Var[str]


class MenuFold(rx.Component):
    """Holds a menu that folds behind one button where the screen is narrow."""

    library = "$/public/menu.js"
    tag = "MenuFold"
    label: rx.Var[str]


class MenuLink(rx.Component):
    """A link of a menu: it knows whether it leads to where one is, and says so to screen readers.

    `apart` are places beneath its own that have an entry of their own.
    """

    library = "$/public/menu.js"
    tag = "MenuLink"
    to: rx.Var[str]
    apart: rx.Var[list[str]]


class RouterLink(rx.Component):
    """A link within the portal: the next page is shown without loading everything anew, unless that is wanted."""

    library = "react-router"
    tag = "Link"
    to: rx.Var[str]
    reload_document: rx.Var[bool]


class ViewLink(rx.Component):
    """A link to another view of the same page: the place on the page is kept, and the way back is one step."""

    library = "react-router"
    tag = "Link"
    to: rx.Var[str]
    title: rx.Var[str]
    prevent_scroll_reset: rx.Var[bool] = rx.Var.create(True)


class SaveFile(rx.Component):
    """Fetches one of the person's own files and hands it to the browser to save.

    `as_picture` draws an SVG and saves it as PNG; words tell of trouble in the announcer and beside the button.
    """

    library = "$/public/save-file.js"
    tag = "SaveFile"
    source: rx.Var[str]
    form: rx.Var[str]
    label: rx.Var[str]
    about: rx.Var[str]
    trouble: rx.Var[str]
    as_picture: rx.Var[bool]


class CopyTable(rx.Component):
    """Copies the table with an id, cells parted by tabs, as spreadsheets take it."""

    library = "$/public/save-file.js"
    tag = "CopyTable"
    table: rx.Var[str]
    label: rx.Var[str]
    done: rx.Var[str]
    trouble: rx.Var[str]


class Sheet(rx.Fragment):
    """The style sheet `assets/styles/<of>.css`: pages that have this in them load it, and no others do.

    A slice's own pages have it from the shell. A part that other slices show as well brings it along.
    """

    of: str

    def add_imports(self) -> dict[str, str]:
        """The sheet; nothing is taken from it by name."""
        return {"": f"$/public/styles/{self.of}.css"}
