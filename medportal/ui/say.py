"""Words on screens: `say` turns a pair of sentences into a Var that follows the chosen language."""

import base64
import hashlib
import json

import reflex as rx
from reflex.utils.imports import ImportVar
from reflex.vars import VarData

from medportal.kernel.text import Text
from medportal.ui import texts

_USE_SAY = VarData(
    imports={"$/public/say.js": [ImportVar(tag="useSay")]},
    hooks={"const __say = useSay();": None},
)


def key(text: Text) -> str:
    """The short name under which the English catalogue holds a sentence; made from both languages."""
    return base64.b32encode(hashlib.sha256(f"{text.ru}\0{text.en}".encode()).digest()).decode()[:6].lower()


def say(text: Text | rx.Var) -> rx.Var[str]:
    """A sentence in the person's language.

    Args:
        text: A pair written in `texts`, or a Var holding `Text.pair()` that a handler put into its state.
    """
    if isinstance(text, Text):
        words = json.dumps(text.ru, ensure_ascii=False)
        return rx.Var(f'__say({words},"{key(text)}")', _var_type=str, _var_data=_USE_SAY).guess_type()
    merged = VarData.merge(text._get_all_var_data(), _USE_SAY)
    return rx.Var(f"__say({text!s})", _var_type=str, _var_data=merged).guess_type()


def page_title(text: Text) -> rx.Var[str]:
    """The title of the browser's tab, with the portal's name behind it."""
    if text == texts.BRAND:
        return say(text)
    whole = f"{say(text)!s}+' · '+{say(texts.BRAND)!s}"
    return rx.Var(f"({whole})", _var_type=str, _var_data=_USE_SAY).guess_type()


def either(russian: rx.Var[str], english: rx.Var[str]) -> rx.Var[str]:
    """One of two Vars by the person's language, for rows of a list that carry both."""
    pair = rx.Var.create({"ru": russian, "en": english})
    return say(pair)
