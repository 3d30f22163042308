"""The doctor's own certificate: get it, save it, share it, revoke it; or what is missing."""

import reflex as rx

from medportal.features.certificates import texts
from medportal.features.certificates.components import ShareLink
from medportal.features.certificates.state import CertificateRow, CertificateState
from medportal.kernel.actor import Role
from medportal.ui.browser import Nudged
from medportal.ui.components.basics import button, link, link_button, notice, tag, textual_button
from medportal.ui.forms import PrivateText
from medportal.ui.page import Page
from medportal.ui.say import say
from medportal.ui.session import Session


def _body() -> rx.Component:
    current = CertificateState.current
    return rx.el.div(
        rx.el.h1(say(texts.LONG_TITLE)),
        rx.el.p(say(texts.LEAD), class_name="lead"),
        rx.cond(
            CertificateState.message["ru"] != "",
            notice(rx.el.p(say(CertificateState.message)), tone="danger", role="alert"),
        ),
        rx.cond(current.id != "", _current(current)),
        rx.cond(CertificateState.loaded & (CertificateState.missing.length() > 0), _closed()),
        rx.cond(
            CertificateState.loaded & (CertificateState.missing.length() == 0) & (current.state != "making"),
            _get(current),
        ),
        rx.cond(CertificateState.earlier.length() > 0, _earlier()),
        rx.el.p(link(texts.TO_CHECK, "/check")),
        Nudged.create(count=Session.nudges, on_nudge=CertificateState.refresh),
        class_name="stack column",
        style={"--gap": "1.5rem"},
    )


def _current(row: rx.Var[CertificateRow]) -> rx.Component:
    return rx.el.section(
        rx.el.div(_tag(row), role="status"),
        rx.cond(
            row.state == "making",
            rx.el.p(say(texts.MAKING), custom_attrs={"aria-busy": "true"}),
            rx.el.div(
                rx.el.dl(
                    rx.el.div(
                        rx.el.dt(say(texts.NUMBER)),
                        rx.el.dd(PrivateText.create(source="/private/certificate/" + row.id.to(str), name="number")),
                    ),
                    rx.el.div(rx.el.dt(say(texts.ISSUED_ON)), rx.el.dd(row.issued_on, class_name="number")),
                    rx.el.div(rx.el.dt(say(texts.VALID_UNTIL)), rx.el.dd(row.until, class_name="number")),
                    class_name="answers",
                ),
                rx.el.div(
                    rx.el.a(
                        say(texts.DOWNLOAD),
                        href="/certificate/" + row.id.to(str) + ".pdf",
                        # The router would look for a page of this address.
                        custom_attrs={"reloadDocument": True},
                        class_name="button button-main",
                        id="download",
                    ),
                    rx.cond(
                        row.state == "issued",
                        rx.fragment(
                            ShareLink.create(
                                certificate=row.id,
                                words={
                                    "copy": texts.COPY_LINK.pair(),
                                    "copied": texts.COPIED.pair(),
                                    "failed": texts.COPY_FAILED.pair(),
                                },
                            ),
                            button(
                                texts.REVOKE, weight="second", on_click=CertificateState.ask_revoke(True), id="revoke"
                            ),
                        ),
                    ),
                    class_name="row",
                ),
                rx.el.p(say(texts.SHARE_HINT), class_name="soft small"),
                rx.cond(CertificateState.asking, _sure(row)),
                class_name="stack",
            ),
        ),
        id="certificate",
        custom_attrs={"data-state": row.state},
        class_name="card stack",
    )


def _sure(row: rx.Var[CertificateRow]) -> rx.Component:
    return notice(
        rx.el.p(say(texts.REVOKE_SURE)),
        rx.el.div(
            button(texts.REVOKE_GO, weight="danger", on_click=CertificateState.revoke(row.id), id="revoke-go"),
            textual_button(texts.KEEP, on_click=CertificateState.ask_revoke(False)),
            class_name="row",
        ),
        tone="warn",
        role="group",
    )


def _get(row: rx.Var[CertificateRow]) -> rx.Component:
    return rx.cond(
        CertificateState.issuing,
        rx.cond(
            row.state == "issued",
            rx.el.div(
                rx.el.div(button(texts.GET_ANEW, weight="second", on_click=CertificateState.request, id="get-anew")),
                rx.el.p(say(texts.GET_ANEW_HINT), class_name="soft small"),
                class_name="stack",
                style={"--gap": "0.4rem"},
            ),
            rx.el.div(button(texts.GET, on_click=CertificateState.request, id="get")),
        ),
        notice(rx.el.p(say(texts.NO_KEY)), tone="warn"),
    )


def _closed() -> rx.Component:
    return rx.el.section(
        rx.el.h2(say(texts.CLOSED_TITLE)),
        rx.el.p(say(texts.CLOSED_LEAD)),
        rx.el.ul(
            rx.foreach(CertificateState.missing, lambda one: rx.el.li(say(one))),
            class_name="list-disc pl-5",
            id="missing",
        ),
        rx.el.div(link_button(texts.CLOSED_WAY, "/cabinet"), class_name="row"),
        class_name="card stack",
    )


def _earlier() -> rx.Component:
    return rx.el.section(
        rx.el.h2(say(texts.EARLIER)),
        rx.el.ul(
            rx.foreach(
                CertificateState.earlier,
                lambda row: rx.el.li(
                    _tag(row),
                    rx.el.div(
                        rx.el.span(say(texts.ISSUED_ON), " ", row.issued_on, class_name="number"),
                        rx.cond(row.why["ru"] != "", rx.el.p(say(row.why), class_name="soft small")),
                    ),
                    key=row.id,
                ),
            ),
            class_name="way",
        ),
        class_name="stack",
        style={"--gap": "0.6rem"},
    )


def _tag(row: rx.Var[CertificateRow]) -> rx.Component:
    return rx.match(
        row.state,
        ("issued", tag(row.words, "ok")),
        ("making", tag(row.words, "info")),
        ("expired", tag(row.words, "warn")),
        tag(row.words, "danger"),
    )


PAGE = Page("/certificate", texts.TITLE, _body, door=frozenset({Role.DOCTOR}), on_load=CertificateState.open)
