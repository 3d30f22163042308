"""What staff post into calendars."""

from typing import Any

import reflex as rx

from medportal.features.attestations.components import head
from medportal.features.attestations.state.staff import POSTERS, PostsState
from medportal.features.attestations.texts import posts as words
from medportal.kernel import dictionaries
from medportal.kernel.text import Text
from medportal.ui.components.basics import notice, tag, textual_button
from medportal.ui.page import Page
from medportal.ui.plain import plain, plain_form
from medportal.ui.say import say


def _names(name: dictionaries.Name) -> list[tuple[str, Text]]:
    return [("", words.ALL), *((one, Text(ru=one, en=one)) for one in dictionaries.names(name))]


_FIELDS = [
    plain("kind", words.F_KIND, "select", choices=words.KINDS.items()),
    plain("title_ru", words.F_TITLE_RU, length=300),
    plain("body_ru", words.F_BODY_RU, "textarea", length=3000),
    plain("title_en", words.F_TITLE_EN, hint=words.F_ENGLISH_HINT, length=300),
    plain("body_en", words.F_BODY_EN, "textarea", hint=words.F_ENGLISH_HINT, length=3000),
    plain("on_date", words.F_DATE, "date", hint=words.F_DATE_HINT, half=True),
    plain("level", words.F_LEVEL, "select", choices=words.LEVELS.items(), half=True),
    plain("region", words.F_REGION, "select", choices=_names("subjects"), half=True),
    plain("speciality", words.F_SPECIALITY, "select", choices=_names("specialities"), half=True),
]


def _body() -> rx.Component:
    return rx.el.div(
        head("/calendar/posts", words.TITLE, words.LEAD),
        rx.cond(PostsState.done["ru"] != "", notice(say(PostsState.done), tone="ok", role="status")),
        rx.el.section(
            plain_form(
                _FIELDS,
                submit=words.PUBLISH,
                id="form-post",
                problems=PostsState.problems,
                attempt=PostsState.attempt,
                on_send=PostsState.publish,
                clears=True,
            ),
            class_name="card",
        ),
        rx.el.section(
            rx.el.h2(say(words.LIST)),
            rx.cond(
                PostsState.rows.length() > 0,
                rx.el.ul(rx.foreach(PostsState.rows, _post), class_name="lines"),
                rx.el.p(say(words.EMPTY), class_name="soft"),
            ),
            class_name="card stack",
        ),
        class_name="stack column",
    )


def _post(row: rx.Var[dict[str, Any]]) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.strong(say(row["title"])),
            tag(row["kind"], "info"),
            rx.cond(row["withdrawn"].to(bool), tag(row["state"], "warn"), tag(row["state"], "ok")),
            class_name="row",
        ),
        rx.el.p(say(row["body"])),
        rx.el.p(
            row["at"].to(str),
            " · ",
            say(row["reached"]),
            " · ",
            say(row["level"]),
            *(rx.cond(row[part].to(str) != "", rx.fragment(" · ", row[part].to(str))) for part in ("to", "on")),
            class_name="soft small number",
        ),
        rx.cond(
            row["withdrawn"].to(bool),
            rx.fragment(),
            textual_button(words.WITHDRAW, on_click=PostsState.withdraw(row["id"].to(str))),
        ),
        key=row["id"].to(str),
    )


PAGE = Page("/calendar/posts", words.TITLE, _body, door=frozenset(POSTERS), on_load=PostsState.arrive)
