"""Parts of the screens of documents: the browser's components of `assets/`, with their words and tables."""

from collections.abc import Collection, Mapping
from typing import Any

import reflex as rx

from medportal.features.documents.schemas.kinds import CENTRE_KINDS, KINDS, KindKey
from medportal.features.documents.texts import kinds as kind_texts
from medportal.features.documents.texts import screens as texts
from medportal.features.documents.texts import viewer as viewer_texts
from medportal.features.reviews.components import AppealForm
from medportal.kernel.text import Text
from medportal.ui.browser import Sheet
from medportal.ui.say import say


def _one(event: rx.Var[dict[str, Any]]) -> tuple[rx.Var[dict[str, Any]]]:
    return (event,)


def words(table: Mapping[str, Text]) -> rx.Var[dict[str, Any]]:
    """A table of words in the language of the person, by name."""
    return rx.Var.create({name: say(text) for name, text in table.items()})


def kinds(of: Collection[KindKey] = tuple(KINDS)) -> rx.Var[list[dict[str, Any]]]:
    """The kinds of documents, all or some: name, title, what must be seen on it and who checks it."""
    return rx.Var.create(
        [
            {
                "key": str(one.key),
                "title": say(one.title),
                "hint": say(one.hint),
                "checker": say(kind_texts.CHECKERS[one.checker]),
                "single": one.single,
            }
            for one in KINDS.values()
            if one.key in of
        ]
    )


class Uploader(rx.Component):
    """The panel that takes documents in; it opens by the address (`?add=passport`) and by anything dropped or pasted.

    With a `client` it stands open, for the person whom an operator serves.
    """

    library = "$/public/uploader.js"
    tag = "Uploader"
    words: rx.Var[dict[str, Any]]
    kinds: rx.Var[list[dict[str, Any]]]
    client: rx.Var[str]


class Gallery(rx.Component):
    """Cards of documents with filters; of the bin when `binned`."""

    library = "$/public/gallery.js"
    tag = "Gallery"
    words: rx.Var[dict[str, Any]]
    kinds: rx.Var[list[dict[str, Any]]]
    states: rx.Var[list[dict[str, Any]]]
    first: rx.Var[list[dict[str, Any]]]
    version: rx.Var[int]
    binned: rx.Var[bool]
    on_restore: rx.EventHandler[_one]


class Viewer(rx.Component):
    """One document, by the id in the address; its parts stand inside and share what was fetched."""

    library = "$/public/viewer.js"
    tag = "Viewer"
    words: rx.Var[dict[str, Any]]
    version: rx.Var[int]


class Verdict(rx.Component):
    """The state, its reasons, and what to do."""

    library = "$/public/viewer.js"
    tag = "Verdict"


class Read(rx.Component):
    """What was read, each value tied to its box on the page."""

    library = "$/public/viewer.js"
    tag = "Read"


class Facts(rx.Component):
    """Dates and checks of the document."""

    library = "$/public/viewer.js"
    tag = "Facts"


class Binned(rx.Component):
    """In the bin: until when, and the way back."""

    library = "$/public/viewer.js"
    tag = "Binned"
    on_restore: rx.EventHandler[_one]


class Acts(rx.Component):
    """Download, replace, bin."""

    library = "$/public/viewer.js"
    tag = "Acts"
    on_bin: rx.EventHandler[_one]


class History(rx.Component):
    """Versions, states, and everyone who opened the document."""

    library = "$/public/viewer.js"
    tag = "History"


class OwnFields(rx.Component):
    """The form of the kind's own fields."""

    library = "$/public/viewer-form.js"
    tag = "OwnFields"
    problems: rx.Var[list[dict[str, Any]]]
    saved: rx.Var[int]
    on_fill_in: rx.EventHandler[_one]


class Appeal(AppealForm):
    """The form of an appeal, when the document that is open was refused by staff."""

    library = "$/public/viewer-form.js"
    tag = "Appeal"


class SignatureSlot(rx.Component):
    """The only place that takes `.sig` and `.p7s`."""

    library = "$/public/viewer-form.js"
    tag = "SignatureSlot"


def doubt_words() -> dict[str, Text]:
    """What the browser says of a photo that is too small, dark or blurred, by the names its component knows."""
    return {name: texts.UPLOADER[name] for name in texts.DOUBTS}


def uploader() -> rx.Component:
    """The uploader with its words."""
    return Uploader.create(words=words(texts.UPLOADER), kinds=kinds())


def client_uploader(client: rx.Var[str]) -> rx.Component:
    """The same for the client whom an operator serves: what a centre scans, and words that speak to the operator."""
    return rx.fragment(
        Sheet.create(of="documents"),
        Uploader.create(
            words=words({**texts.UPLOADER, **texts.CLIENT_UPLOADER}), kinds=kinds(CENTRE_KINDS), client=client
        ),
    )


def gallery(*, version: rx.Var[int], binned: bool, on_restore: Any) -> rx.Component:
    """The gallery, or the bin, with its words."""
    states = [{"key": key, "title": say(text)} for key, text in texts.STATE_FILTERS.items()]
    first = [{"kind": of[0], "kinds": list(of), "title": say(title), "why": say(why)} for of, title, why in texts.FIRST]
    return Gallery.create(
        words=words(texts.GALLERY),
        kinds=kinds(),
        states=rx.Var.create(states),
        first=rx.Var.create(first),
        version=version,
        binned=binned,
        on_restore=on_restore,
    )


def viewer(*parts: rx.Component, version: rx.Var[int]) -> rx.Component:
    """The viewer with its words."""
    return Viewer.create(*parts, words=words(viewer_texts.VIEWER), version=version)
