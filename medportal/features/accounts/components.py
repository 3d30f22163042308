"""Parts of the account's pages."""

from typing import Any

import reflex as rx

from medportal.features.accounts.fields import SCHEMA
from medportal.kernel.text import Text
from medportal.ui.components.basics import notice
from medportal.ui.components.fields import field, form_bottom, form_top, strength
from medportal.ui.forms import Form, rules_of
from medportal.ui.say import say


def account_form(
    section: str,
    *side: rx.Component,
    button: Text,
    state: type[rx.State],
    on_hand_in: Any,
    without: tuple[str, ...] = (),
    carries: bool = False,
) -> rx.Component:
    """A form of the account's schema; its answers are never kept."""
    specs = [spec for spec in SCHEMA.section(section).fields if spec.name not in without]
    return Form.create(
        form_top(),
        *(field(spec, below=strength(spec.name) if spec.name == "new_password" else None) for spec in specs),
        form_bottom(*side, text=button, saves=False),
        section=section,
        schema=rules_of("account", section),
        only=[spec.name for spec in specs],
        keeps=False,
        carries=carries,
        problems=state.problems,
        attempt=state.attempt,
        on_hand_in=on_hand_in,
    )


def said(message: rx.Var[dict[str, str]], tone: rx.Var[str] | str) -> rx.Component:
    """What the last attempt came to."""
    return rx.cond(
        message["ru"] != "",
        rx.match(
            tone,
            ("ok", notice(say(message), tone="ok", role="status")),
            ("warn", notice(say(message), tone="warn", role="status")),
            notice(say(message), tone="danger", role="alert"),
        ),
    )
