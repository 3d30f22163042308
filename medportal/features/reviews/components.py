"""Parts of screens that other slices share: what a person does who does not agree with a refusal."""

from typing import Annotated, Any
from uuid import UUID

import reflex as rx
from pydantic import StringConstraints

from medportal.features.reviews import texts
from medportal.ui.incoming import Incoming
from medportal.ui.say import say


def _one(event: rx.Var[dict[str, Any]]) -> tuple[rx.Var[dict[str, Any]]]:
    return (event,)


class Appeal(Incoming):
    """What the form hands over."""

    id: UUID
    words: Annotated[str, StringConstraints(max_length=4000)]


class AppealForm(rx.Component):
    """The person's words against a refusal. `on_appeal` gets an `Appeal`, with the `subject` as the id."""

    library = "$/public/appeal.js"
    tag = "AppealForm"
    subject: rx.Var[str]
    title: rx.Var[str]
    hint: rx.Var[str]
    label: rx.Var[str]
    send: rx.Var[str]
    version: rx.Var[int]
    on_appeal: rx.EventHandler[_one]


def appeal_words() -> dict[str, rx.Var[str]]:
    """The form's words, the same wherever something was refused."""
    return {
        "title": say(texts.APPEAL_TITLE),
        "hint": say(texts.APPEAL_HINT),
        "label": say(texts.APPEAL_LABEL),
        "send": say(texts.APPEAL_SEND),
    }
