"""The cabinet."""

import reflex as rx

from medportal.features.accounts.components import account_form
from medportal.features.attestations.components import upcoming
from medportal.features.cabinet import texts
from medportal.features.cabinet.state import CabinetState, CheckRow, RightRow, StepRow
from medportal.features.levels.schemas import Level
from medportal.kernel.actor import Role
from medportal.kernel.text import Text
from medportal.ui.browser import Nudged, RouterLink
from medportal.ui.components.basics import button, link, link_button, notice, tag, textual_button
from medportal.ui.forms import Differences, Numbers, PrivateText
from medportal.ui.page import SIGNED_IN, Page
from medportal.ui.say import say
from medportal.ui.session import Session

_CARD = "/private/card"
_TONES = {"ok": "ok", "info": "info", "warn": "warn", "danger": "danger"}


def _body() -> rx.Component:
    return rx.el.div(
        rx.el.h1(
            rx.cond(
                CabinetState.staff,
                say(texts.TITLE),
                PrivateText.create(
                    source=_CARD, name="full_name", version=CabinetState.version, missing=say(texts.TITLE)
                ),
            ),
            id="cabinet-name",
        ),
        rx.cond(CabinetState.message["ru"] != "", notice(say(CabinetState.message), tone="danger", role="alert")),
        rx.cond(CabinetState.staff, _staff(), _doctor()),
        Nudged.create(count=Session.nudges, on_nudge=CabinetState.refresh),
        class_name="stack",
        style={"--gap": "1.5rem"},
    )


def _staff() -> rx.Component:
    desk = link_button(texts.STAFF_DESK, "/desk")
    centre = link_button(texts.STAFF_CENTRE, "/desk/centre")
    return rx.el.div(
        rx.el.p(say(texts.STAFF), class_name="lead"),
        rx.el.div(
            rx.match(
                Session.role,
                (str(Role.VERIFIER), desk),
                (str(Role.OPERATOR), centre),
                (str(Role.ADMINISTRATOR), rx.fragment(desk, centre)),
                rx.fragment(),
            ),
            link_button(texts.STAFF_CALENDAR, "/calendar", weight="second"),
            class_name="row",
        ),
        class_name="stack",
    )


def _doctor() -> rx.Component:
    return rx.el.div(
        _level(),
        rx.el.div(upcoming(), _contacts(), class_name="cards"),
        _rights(),
        rx.el.div(_checks(), _data(), class_name="cards items-start"),
        class_name="stack",
        style={"--gap": "1.5rem"},
    )


def _level() -> rx.Component:
    return rx.el.section(
        rx.el.h2(say(texts.LEVEL_TITLE)),
        rx.el.ol(
            *(
                rx.el.li(
                    say(level.words),
                    custom_attrs={
                        "data-reached": rx.cond(CabinetState.level >= int(level), "true", "false"),
                        "aria-current": rx.cond(CabinetState.level == int(level), "step", "false"),
                    },
                )
                for level in Level
                if level
            ),
            class_name="levels",
        ),
        rx.el.p(say(texts.LEVEL_NOW), " ", rx.el.strong(say(CabinetState.level_text), id="level"), role="status"),
        rx.el.h3(say(CabinetState.missing_title)),
        rx.el.ul(rx.foreach(CabinetState.steps, _step), class_name="way", id="conditions"),
        link(texts.ABOUT_LEVELS, "/levels"),
        class_name="card stack",
    )


def _step(row: rx.Var[StepRow]) -> rx.Component:
    return rx.el.li(
        rx.match(
            row.state,
            ("met", tag(texts.MET, "ok")),
            ("register", tag(texts.WAITS["register"], "info")),
            ("desk", tag(texts.WAITS["desk"], "info")),
            tag(texts.WAITS["you"], "warn"),
        ),
        rx.el.div(
            rx.cond(row.cure == "", rx.el.span(say(row.text)), RouterLink.create(say(row.text), to=row.cure)),
            rx.cond(row.note["ru"] != "", rx.el.p(say(row.note), class_name="soft small")),
        ),
        key=row.key,
        custom_attrs={"data-condition": row.key, "data-state": row.state},
    )


def _rights() -> rx.Component:
    return rx.el.section(
        rx.el.h2(say(texts.RIGHTS_TITLE)),
        rx.el.p(say(texts.RIGHTS_LEAD), class_name="soft"),
        rx.el.ul(rx.foreach(CabinetState.rights, _right), class_name="rights", id="rights"),
        class_name="card stack",
    )


def _right(row: rx.Var[RightRow]) -> rx.Component:
    return rx.el.li(
        rx.cond(row.open, tag(texts.OPEN, "ok"), tag(texts.CLOSED)),
        rx.el.div(
            rx.el.span(say(row.text)),
            rx.cond(
                row.short["ru"] != "",
                rx.el.p(say(texts.MISSING_FOR), " ", say(row.short), class_name="soft small"),
            ),
            rx.cond(
                row.missing.length() > 0,
                rx.el.details(
                    rx.el.summary(say(texts.MISSING_FOR), " ", rx.el.span(row.missing.length(), class_name="number")),
                    rx.el.ul(rx.foreach(row.missing, lambda one: rx.el.li(say(one))), class_name="list-disc pl-5"),
                    class_name="small soft",
                ),
            ),
        ),
        key=row.key,
        custom_attrs={"data-right": row.key, "data-open": rx.cond(row.open, "true", "false")},
    )


def _checks() -> rx.Component:
    return rx.el.section(
        rx.el.h2(say(texts.CHECKS_TITLE)),
        rx.foreach(CabinetState.checks, _check),
        class_name="card stack",
    )


def _check(row: rx.Var[CheckRow]) -> rx.Component:
    return rx.el.article(
        rx.el.div(
            rx.el.h3(say(row.title)),
            rx.el.span(
                rx.match(
                    row.tone,
                    *((tone, tag(row.state_text, tone)) for tone in _TONES),
                    tag(row.state_text),
                ),
                role="status",
            ),
            class_name="row",
        ),
        rx.el.p(say(row.register), class_name="soft small"),
        rx.el.p(say(row.explanation)),
        rx.cond(row.reason["ru"] != "", rx.el.p(say(row.reason), class_name="soft")),
        rx.cond(
            row.differs,
            rx.el.div(
                rx.el.p(say(texts.DIFFERENCES)),
                Differences.create(
                    source="/private/differences",
                    kind=row.kind,
                    version=CabinetState.version,
                    labels={name: text.pair() for name, text in texts.FIELDS.items()},
                    whole=say(texts.WHOLE_DIFFERS),
                    places=say(texts.PLACES_DIFFER),
                ),
                class_name="stack",
                style={"--gap": "0.4rem"},
            ),
        ),
        rx.cond(
            row.answered_at != "",
            rx.el.p(
                say(texts.ANSWERED_AT),
                ": ",
                row.answered_at,
                rx.cond(row.demonstration, rx.el.span(", ", say(texts.DEMONSTRATION))),
                class_name="soft small number",
            ),
        ),
        rx.cond(
            row.next_try_at != "",
            rx.el.p(say(texts.NEXT_TRY), ": ", row.next_try_at, class_name="soft small number"),
        ),
        rx.cond(
            row.correct != "",
            rx.el.div(
                RouterLink.create(say(texts.CORRECT), to=row.correct),
                textual_button(texts.ASK_AGAIN, on_click=CabinetState.ask_again(row.kind)),
                class_name="row",
            ),
        ),
        id="check-" + row.kind.to(str),
        key=row.kind,
        class_name="stack",
        style={"--gap": "0.35rem"},
        custom_attrs={"data-state": row.state},
    )


def _contacts() -> rx.Component:
    return rx.el.section(
        rx.el.h2(say(texts.CONTACTS_TITLE)),
        rx.el.dl(
            _contact(texts.PHONE, CabinetState.phone, CabinetState.phone_confirmed),
            _contact(texts.EMAIL, CabinetState.email, CabinetState.email_confirmed),
            class_name="answers",
        ),
        link(texts.CHANGE_CONTACTS, "/register/contacts"),
        class_name="card stack",
    )


def _contact(title: Text, masked: rx.Var[str], confirmed: rx.Var[bool]) -> rx.Component:
    state = rx.cond(confirmed, tag(texts.CONFIRMED, "ok"), tag(texts.NOT_CONFIRMED, "warn"))
    # Until the page has woken, nobody knows: silence is better than a wrong word.
    return rx.el.div(rx.el.dt(say(title)), rx.el.dd(masked), rx.el.dd(rx.cond(CabinetState.loaded, state)))


def _data() -> rx.Component:
    plain = (
        (texts.BIRTH_DATE, "birth_date"),
        (texts.ADDRESS, "address"),
        (texts.WORKPLACE, "workplace"),
        (texts.POSITION, "position"),
        (texts.SPECIALITY, "speciality"),
    )
    return rx.el.section(
        rx.el.h2(say(texts.DATA_TITLE)),
        Numbers.create(
            masked=_CARD,
            full="/private/numbers",
            version=CabinetState.version,
            revealed=CabinetState.revealed,
            seconds=30,
            hides=say(texts.HIDES_IN),
            labels=[
                {"name": "snils", "text": texts.SNILS.pair()},
                {"name": "inn", "text": texts.INN.pair()},
                {"name": "passport", "text": texts.PASSPORT.pair()},
            ],
        ),
        rx.cond(
            CabinetState.proving,
            rx.el.div(
                rx.el.p(say(texts.REVEAL_LEAD)),
                account_form(
                    "prove",
                    textual_button(texts.CANCEL, on_click=CabinetState.ask_password(False)),
                    button=texts.REVEAL_GO,
                    state=CabinetState,
                    on_hand_in=CabinetState.prove,
                ),
                class_name="notice notice-info",
            ),
            rx.el.div(button(texts.REVEAL, weight="second", on_click=CabinetState.ask_password(True), id="reveal")),
        ),
        rx.el.dl(
            *(
                rx.el.div(
                    rx.el.dt(say(title)),
                    rx.el.dd(PrivateText.create(source=_CARD, name=name, version=CabinetState.version)),
                )
                for title, name in plain
            ),
            class_name="answers",
        ),
        RouterLink.create(say(texts.CORRECT), to="/register"),
        class_name="card stack",
    )


PAGE = Page("/cabinet", texts.TITLE, _body, door=SIGNED_IN, on_load=CabinetState.open)
