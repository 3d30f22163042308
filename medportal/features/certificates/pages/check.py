"""The public check of a certificate: nobody signs in, and no socket is needed."""

import reflex as rx

from medportal.features.certificates import texts
from medportal.features.certificates.components import Check
from medportal.ui.page import ANYONE, Page
from medportal.ui.say import say

WORDS = {
    "number": texts.CHECK_NUMBER,
    "hint": texts.CHECK_NUMBER_HINT,
    "go": texts.CHECK_GO,
    "file": texts.CHECK_FILE,
    "drop": texts.CHECK_DROP,
    "busy": texts.CHECK_BUSY,
    "form": texts.CHECK_FORM,
    "not_pdf": texts.CHECK_NOT_PDF,
    "down": texts.CHECK_DOWN,
    "wait": texts.CHECK_WAIT,
    "what": texts.WHAT_WAS_CHECKED,
    "checked_at": texts.CHECKED_AT,
    "by_portal": texts.BY_PORTAL,
    "by_signature": texts.BY_SIGNATURE,
    "by_signature_alone": texts.BY_SIGNATURE_ALONE,
    "by_file": texts.BY_FILE,
    "list_old": texts.LIST_OLD,
    "demonstration": texts.DEMONSTRATION,
    "name": texts.NAME,
    "speciality": texts.SPECIALITY,
    "basis": texts.BASIS,
    "no": texts.NUMBER,
    "issued_on": texts.ISSUED_ON,
    "until": texts.VALID_UNTIL,
    **{f"verdict_{key}": text for key, text in texts.VERDICTS.items()},
    **{f"note_{key}": text for key, text in texts.VERDICT_NOTES.items()},
    **{f"basis_{key}": text for key, text in texts.BASES.items()},
}


def _body() -> rx.Component:
    return rx.el.div(
        rx.el.h1(say(texts.CHECK_TITLE)),
        rx.el.p(say(texts.CHECK_LEAD), class_name="lead"),
        Check.create(words={key: text.pair() for key, text in WORDS.items()}),
        rx.el.section(
            rx.el.h2(say(texts.OFFLINE_TITLE)),
            rx.el.p(say(texts.OFFLINE), class_name="soft"),
            class_name="stack",
            style={"--gap": "0.4rem"},
        ),
        class_name="stack column",
        style={"--gap": "1.5rem"},
    )


PAGE = Page("/check", texts.CHECK_TITLE, _body, door=ANYONE)
