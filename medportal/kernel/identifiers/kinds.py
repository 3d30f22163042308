"""The kinds of number and the plain check of each: text and facts in, a code out, `ok` when nothing is wrong.

Patterns name `[0-9]` and Cyrillic letters by hand: `\\d` and `\\w` would let Arabic digits and foreign letters in.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

import phonenumbers

from medportal.kernel.identifiers.passport import issued_too_early, valid_until
from medportal.kernel.identifiers.sums import (
    enp_birth,
    inn10_holds,
    inn12_holds,
    luhn_holds,
    ogrn_holds,
    ogrnip_holds,
    snils_holds,
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What else is known: the holder's birth date and sex (a policy number holds both), and the day of the check."""

    today: date
    birth: date | None = None
    sex: str = ""


Verdict = str
Check = Callable[[str], Verdict]
CheckWithFacts = Callable[[str, Facts], Verdict]


def snils(value: str) -> Verdict:
    """Rules §1.1: two ways of writing, never all zeros, control number above 001-001-998."""
    if not re.fullmatch(r"[0-9]{11}|[0-9]{3}-[0-9]{3}-[0-9]{3}[ -][0-9]{2}", value):
        return "snils_format"
    digits = re.sub(r"[ -]", "", value)
    if digits.startswith("000000000"):
        return "snils_zero"
    return "ok" if snils_holds(digits) else "snils_control"


def inn12(value: str) -> Verdict:
    """Rules §1.2, a person."""
    if not re.fullmatch(r"[0-9]{12}", value):
        return "inn12_format"
    if value.startswith("00"):
        return "inn_region"
    return "ok" if inn12_holds(value) else "inn_control"


def inn10(value: str) -> Verdict:
    """Rules §1.2, an organisation."""
    if not re.fullmatch(r"[0-9]{10}", value):
        return "inn10_format"
    if value.startswith("00"):
        return "inn_region"
    return "ok" if inn10_holds(value) else "inn_control"


def ogrn(value: str) -> Verdict:
    """Rules §1.3, an organisation."""
    if not re.fullmatch(r"[0-9]{13}", value):
        return "ogrn_format"
    if value[0] not in "15":
        return "ogrn_sign"
    return "ok" if ogrn_holds(value) else "ogrn_control"


def ogrnip(value: str) -> Verdict:
    """Rules §1.3, a sole trader."""
    if not re.fullmatch(r"[0-9]{15}", value):
        return "ogrnip_format"
    if value[0] != "3":
        return "ogrnip_sign"
    return "ok" if ogrnip_holds(value) else "ogrn_control"


def enp(value: str, facts: Facts) -> Verdict:
    """Rules §1.4: check digit, a real birth date inside, and the holder's own birth date and sex when known."""
    if not re.fullmatch(r"(?!00)[0-9]{16}", value):
        return "enp_format"
    if not luhn_holds(value):
        return "enp_control"
    holder = enp_birth(value[2:10])
    if holder is None or holder[0] > facts.today or holder[0].year < 1900:
        return "enp_birth_code"
    if facts.birth is not None and facts.birth != holder[0]:
        return "enp_birth"
    return "enp_sex" if facts.sex and facts.sex != holder[1] else "ok"


def passport_rf(value: str) -> Verdict:
    """Rules §1.5: four digits and six, the number not zero."""
    if not re.fullmatch(r"[0-9]{2} ?[0-9]{2} ?[0-9]{6}", value):
        return "passport_format"
    return "passport_zero" if value.endswith("000000") else "ok"


def passport_validity(value: str, facts: Facts) -> Verdict:
    """Rules §1.5: three dates in one line, `birth=…;issued=…;today=…`; today may be left out."""
    dates = validity_dates(value, facts.today)
    if dates is None:
        return "validity_format"
    birth, issued, today = dates
    if issued > today:
        return "issued_in_future"
    if issued_too_early(birth, issued):
        return "issued_too_early"
    until = valid_until(birth, issued)
    return "passport_expired" if until is not None and today > until else "ok"


def validity_dates(value: str, today: date) -> tuple[date, date, date] | None:
    """Birth, issue and today out of a line, or None; years are kept where their birthdays are still dates."""
    parts: dict[str, date] = {}
    for part in value.split(";"):
        found = re.fullmatch(r"(birth|issued|today)=((?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2})", part)
        if not found or found[1] in parts:
            return None
        try:
            parts[found[1]] = date.fromisoformat(found[2])
        except ValueError:
            return None
    if "birth" not in parts or "issued" not in parts:
        return None
    return parts["birth"], parts["issued"], parts.get("today", today)


def division_code(value: str) -> Verdict:
    """Rules §1.5: stored with its hyphen; the third digit is the level of the office."""
    if not re.fullmatch(r"(?!00)[0-9]{3}-[0-9]{3}", value):
        return "division_code_format"
    return "ok" if value[2] in "0123" else "division_code_level"


def card_pan(value: str) -> Verdict:
    """Rules §1.7: 13 to 19 digits and Luhn."""
    if not re.fullmatch(r"(?!0)[0-9]{13,19}", value):
        return "card_format"
    return "ok" if luhn_holds(value) else "card_control"


def phone_e164(value: str) -> Verdict:
    """Rules §1.7: +7 and ten digits, no separators; the codes are those of the `phonenumbers` metadata."""
    if not re.fullmatch(r"\+7[0-9]{10}", value):
        return "phone_format"
    return "ok" if phonenumbers.is_valid_number(phonenumbers.parse(value)) else "phone_unknown"


def mobile_e164(value: str) -> Verdict:
    """Rules §1.7: what a text message can reach."""
    if not re.fullmatch(r"\+[0-9]{7,15}", value):
        return "phone_format"
    return "ok" if re.fullmatch(r"\+79[0-9]{9}", value) else "phone_mobile"


def licence_number(value: str) -> Verdict:
    """Rules §1.7: the licence of the register kept since 2021, medical activity (041) only."""
    if re.search(r"[A-Za-z]", value):
        return "licence_latin"
    if not re.fullmatch(r"Л[0-9]{3}-[0-9]{5}-(?!00)[0-9]{2}/[0-9]{8}", value):
        return "licence_format"
    return "ok" if value.startswith("Л041") else "licence_activity"


def licence_number_legacy(value: str) -> Verdict:
    """Rules §1.7: the former numbers, still valid; activity 01 is medical."""
    if re.search(r"[A-Za-z]", value):
        return "licence_latin"
    if not re.fullmatch(r"(?:ЛО|ФС)-(?!00)[0-9]{2}-[0-9]{2}-[0-9]{6}", value):
        return "licence_format_legacy"
    return "ok" if value[6:8] == "01" else "licence_activity_legacy"


def diploma(value: str) -> Verdict:
    """Rules §1.7: the form in use since 2013."""
    if not re.fullmatch(r"[0-9]{6} ?[0-9]{7}", value):
        return "diploma_format"
    return "diploma_zero" if value.endswith("0000000") else "ok"


def diploma_legacy(value: str) -> Verdict:
    """Rules §1.7: one to three Cyrillic capitals and five to seven digits."""
    if not re.fullmatch(r"[А-ЯЁ]{1,3} ?(?:№ ?)?[0-9]{5,7}", value):
        return "diploma_legacy_format"
    return "ok" if re.search(r"[1-9]", value) else "diploma_zero"


def _shape(pattern: str, code: str) -> Check:
    compiled = re.compile(pattern)

    def check(value: str) -> Verdict:
        return "ok" if compiled.fullmatch(value) else code

    return check


CHECKS: Mapping[str, Check] = {
    "snils": snils,
    "inn12": inn12,
    "inn10": inn10,
    "ogrn": ogrn,
    "ogrnip": ogrnip,
    "passport_rf": passport_rf,
    "division_code": division_code,
    "card_pan": card_pan,
    "postal_index": _shape(r"[1-6][0-9]{5}", "postal_index_format"),
    "phone_e164": phone_e164,
    "mobile_e164": mobile_e164,
    "licence_number": licence_number,
    "licence_number_legacy": licence_number_legacy,
    "diploma": diploma,
    "diploma_legacy": diploma_legacy,
    "oid_mo": _shape(r"1\.2\.643\.5\.1\.13\.13\.12\.2\.[1-9][0-9]?(?:\.(?:0|[1-9][0-9]{0,8})){1,6}", "oid_mo_format"),
    "icd10": _shape(r"[A-Z][0-9]{2}(?:\.[0-9]{1,2})?", "icd10_format"),
    "service_code": _shape(
        r"A[0-9]{2}\.[0-9]{2}\.[0-9]{3}(?:\.[0-9]{3}){0,2}|B[0-9]{2}\.[0-9]{3}\.[0-9]{3}(?:\.[0-9]{3})?",
        "service_code_format",
    ),
    "fgos_code": _shape(r"3[0-4]\.0[5-8]\.[0-9]{2}", "fgos_code_format"),
}
CHECKS_WITH_FACTS: Mapping[str, CheckWithFacts] = {"enp": enp, "passport_validity": passport_validity}
"""Kind → check. The machine-readable lines (`passport_mrz`) join in `judge`."""
