"""Codes of diagnoses and services: how they are written, to which class they belong, what they are called.

A code is judged by its shape; a small dictionary names the frequent ones. One of another shape is kept and marked.
"""

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

from medportal.kernel.text import Text

# Capital letters that look alike on the two keyboards.
_LOOK_ALIKE = str.maketrans("АВСЕНКМОРТХУІ", "ABCEHKMOPTXYI")
_DIAGNOSIS = re.compile(r"([A-Z]\d\d)\.?(\d{1,2})?[+*]?")
_SERVICE = re.compile(r"[AB]\d{2}\.\d{2,3}\.\d{3}(\.\d{3})?")
_VISIT_SERVICE = re.compile(r"(B01|B04)\.\d{3}\.(\d{3})")
LONGEST_CODE = 24
_ODD = re.compile(r"[^0-9A-Za-zА-Яа-яЁё.\-+/*_]")


@dataclass(frozen=True, slots=True)
class DiagnosisClass:
    """One of the twenty-two classes of ICD-10."""

    key: str
    first: str
    last: str
    name: Text


@cache
def classes() -> tuple[DiagnosisClass, ...]:
    """The classes of ICD-10 in their order."""
    return tuple(
        DiagnosisClass(row["key"], row["first"], row["last"], Text(row["ru"], row["en"]))
        for row in _rows("icd10_classes")
    )


@cache
def post_norms() -> tuple[tuple[str, float, str], ...]:
    """A part of a post's name, minutes for a visit, and the order that says so; not compared with the orders' text."""
    return tuple((row["post"], float(row["minutes"]), row["order"]) for row in _rows("post_norms"))


def norm_of_post(post: str) -> tuple[float, str] | None:
    """Minutes for a visit at a post, by a part of its name, and the order that says so."""
    name = post.casefold()
    return next(((minutes, order) for part, minutes, order in post_norms() if part in name), None)


def diagnosis(written: str) -> tuple[str, bool]:
    """A diagnosis in one spelling (J06.9 for «j069» or «J06,9»), and whether it is a code of ICD-10."""
    plain = written.strip().upper().translate(_LOOK_ALIKE).replace(",", ".").replace(" ", "")
    if found := _DIAGNOSIS.fullmatch(plain):
        code = f"{found[1]}.{found[2]}" if found[2] else found[1]
        return code, class_of(code) is not None
    return _kept(written), False


def class_of(code: str) -> str | None:
    """The key of the class to which a code of ICD-10 belongs; None for other codes."""
    three = code[:3]
    if not re.fullmatch(r"[A-Z]\d\d", three):
        return None
    return next((one.key for one in classes() if one.first <= three <= one.last), None)


def service(written: str) -> tuple[str, bool]:
    """A service in one spelling, and whether it has the shape of the nomenclature."""
    plain = written.strip().upper().translate(_LOOK_ALIKE).replace(" ", "")
    return (plain, True) if _SERVICE.fullmatch(plain) else (_kept(written), False)


def kind_of_service(code: str) -> tuple[int, int]:
    """Kind of visit and reason that the nomenclature itself tells: B01.….001 first, .002 repeat; B04 by prevention.

    0 where it does not tell.
    """
    if not (found := _VISIT_SERVICE.fullmatch(code)):
        return 0, 0
    if found[1] == "B04":
        return 0, 3 if found[2] == "001" else 2 if found[2] == "002" else 0
    number = int(found[2])
    return (1 if number % 2 else 2, 0) if number <= 4 else (0, 0)


def reason_of_diagnosis(code: str) -> int:
    """The reason that a code of ICD-10 itself tells: Z is no disease, the rest is; 0 for other codes."""
    return (2 if code[0] == "Z" else 1) if class_of(code) else 0


@cache
def names(kind: str) -> dict[str, Text]:
    """Names of frequent codes; `kind` is `services` or `icd10_names`."""
    return {row["code"]: Text(row["ru"], row["en"]) for row in _rows(kind)}


def _kept(written: str) -> str:
    """A strange code as it is kept: short and without anything that a code does not hold."""
    return _ODD.sub("", written.strip())[:LONGEST_CODE]


@cache
def _rows(name: str) -> list[dict[str, str]]:
    text = files(__package__ or __name__).joinpath(f"{name}.json").read_text(encoding="utf-8")
    return cast("list[dict[str, str]]", cast("dict[str, object]", json.loads(text))["items"])
