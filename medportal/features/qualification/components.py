"""Parts of the screens of qualification: a record's card, the frame of a form."""

from typing import Any

import reflex as rx

from medportal.features.qualification import fields
from medportal.features.qualification.schemas import RecordType
from medportal.features.qualification.state import CardRow, FlawRow, QualificationState
from medportal.features.qualification.texts import pages as words
from medportal.features.reviews.components import AppealForm, appeal_words
from medportal.kernel.fields import Field
from medportal.kernel.text import Text
from medportal.ui import form_texts
from medportal.ui.browser import Nudged, RouterLink
from medportal.ui.components.basics import link, notice, tag
from medportal.ui.components.fields import field, form_bottom, form_top
from medportal.ui.forms import Lookup, PrivateText, RecordForm, rules_of
from medportal.ui.say import say
from medportal.ui.session import Session

_TONES = ("ok", "info", "warn", "danger")
_VALUES = "/private/qualification"
_PAIRS = (("begun_year", "ended_year"), ("number", "issued_on"), ("issued_on", "expires_on"))


def toned(text: rx.Var, tone: rx.Var[str]) -> rx.Component:
    """A state in a word or two, in the colour of its tone."""
    return rx.match(tone, *((one, tag(text, one)) for one in _TONES), tag(text))


def record(row: rx.Var[CardRow], *, opens: bool = True, titled: bool = True) -> rx.Component:
    """A record's card: what it is, how it stands, what is to be mended and where.

    Args:
        row: the record.
        opens: whether a link leads to its page; on that page none does.
        titled: whether its type is named; under a heading that names it already it is not.
    """
    return rx.el.article(
        rx.el.div(
            rx.el.h3(say(row.title)) if titled else rx.fragment(),
            rx.el.span(toned(row.state_text, row.tone), role="status"),
            class_name="row",
        ),
        rx.el.p(PrivateText.create(source=_VALUES, name=row.id.to(str) + ".title", version=QualificationState.version)),
        rx.el.p(
            PrivateText.create(source=_VALUES, name=row.id.to(str) + ".detail", version=QualificationState.version),
            class_name="soft small number",
        ),
        rx.cond(row.flaws, rx.el.ul(rx.foreach(row.flaws, _flaw), class_name="flaws")),
        rx.cond(
            row.remarks,
            rx.el.ul(rx.foreach(row.remarks, lambda one: rx.el.li(say(one))), class_name="remarks"),
        ),
        rx.cond(
            row.noted,
            rx.el.p(
                rx.el.strong(say(words.NOTE), " "),
                PrivateText.create(source=_VALUES, name=row.id.to(str) + ".note", version=QualificationState.version),
                class_name="said",
            ),
        ),
        rx.el.div(
            rx.cond(
                row.may_ask_again,
                _small(words.ASK_AGAIN, QualificationState.ask_again(row.id)),
            ),
            rx.cond(
                row.may_ask_person,
                _small(words.ASK_PERSON, QualificationState.ask_person(row.id)),
            ),
            rx.cond(row.name_differs, link(words.NAME_CHANGE, "/documents?add=name_change")),
            RouterLink.create(say(words.OPEN), to=row.href) if opens else rx.fragment(),
            class_name="row",
        ),
        key=row.id,
        class_name="record",
        custom_attrs={"data-record": row.type, "data-state": row.state},
    )


def _small(text: Text, press: Any) -> rx.Component:
    return rx.el.button(say(text), type="button", class_name="button button-second small-button", on_click=press)


def _flaw(row: rx.Var[FlawRow]) -> rx.Component:
    return rx.el.li(
        rx.el.strong(say(row.text)),
        rx.el.span(say(row.cure)),
        RouterLink.create(say(words.MEND_HERE), to=row.href),
        key=row.code,
        custom_attrs={"data-flaw": row.code},
    )


def message() -> rx.Component:
    """What a refusal said that belongs to no field, or what was just done."""
    return rx.fragment(
        rx.cond(
            QualificationState.message["ru"] != "",
            notice(say(QualificationState.message), tone="danger", role="alert"),
        ),
        rx.cond(
            QualificationState.done["ru"] != "",
            notice(say(QualificationState.done), tone="ok", role="status", id="said", tab_index=-1),
        ),
    )


def opened() -> rx.Component:
    """How the record stands that is open, and the way against a refusal of staff; nothing while there is none."""
    row = QualificationState.opened
    return rx.cond(
        row.id != "",
        rx.fragment(
            rx.el.section(record(row, opens=False, titled=False), class_name="card"),
            rx.cond(
                row.may_appeal,
                AppealForm.create(
                    subject=row.id,
                    version=QualificationState.version,
                    on_appeal=QualificationState.appeal,
                    **appeal_words(),
                ),
            ),
        ),
    )


def refreshed() -> rx.Component:
    """Looks again when something about the person changed elsewhere."""
    return Nudged.create(count=Session.nudges, on_nudge=QualificationState.refresh)


def paper_form(kind: RecordType) -> rx.Component:
    """The form of a paper; what is typed stays in it when saving is refused."""
    policy = kind is RecordType.POLICY
    return RecordForm.create(
        form_top(),
        *_inputs(kind),
        form_bottom(link(words.BACK, "/qualification"), text=words.CONFIRM if policy else words.SAVE, saves=False),
        section=str(kind),
        schema=rules_of("qualification", kind),
        source=f"/private/qualification/form/{kind}",
        keeps=False,
        problems=QualificationState.problems,
        attempt=QualificationState.attempt,
        on_hand_in=QualificationState.hand_in,
    )


def _inputs(kind: RecordType) -> list[rx.Component]:
    """The inputs in their order; what belongs together stands side by side where there is room."""
    specs = {spec.name: spec for spec in fields.inputs(kind)}
    shown: list[rx.Component] = []
    for name, spec in specs.items():
        pair = next((pair for pair in _PAIRS if name in pair and set(pair) <= set(specs)), None)
        if pair is None:
            shown.append(input_of(spec))
        elif name == pair[0]:
            shown.append(rx.el.div(*(input_of(specs[one]) for one in pair), class_name="two"))
    return shown


def input_of(spec: Field) -> rx.Component:
    """An input; an institution is looked up on the server, and what depends on another answer hides until it is asked."""
    control = _institution(spec) if spec.name == "institution" else None
    shown = field(spec, control=control)
    if spec.asked_if is None:
        return shown
    return rx.el.div(shown, custom_attrs={"data-if": spec.asked_if[1]}, class_name="asked-if")


def _institution(spec: Field) -> rx.Component:
    return Lookup.create(
        name=spec.name,
        source="/private/institutions",
        described_by=f"{spec.name}-hint {spec.name}-note",
        nothing=say(words.NOTHING),
        found=say(form_texts.FOUND),
        failed=say(words.LOOK_FAILED),
        maybe=say(words.MAYBE),
        take=say(words.TAKE),
        required=spec.required,
        max_length=spec.length,
    )
