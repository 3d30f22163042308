"""What identifies a patient: recognised by the title of a column, and by its values whatever the title says."""

import re
from collections.abc import Sequence

from medportal.features.analytics.schemas.imports import Personal
from medportal.kernel.identifiers.sums import luhn_holds, snils_holds

_TITLES: tuple[tuple[str, Personal], ...] = (
    (r"e-?mail|почт(а|ы)\b|электронн\w* (почт|адрес)", Personal.EMAIL),
    (r"снилс|snils|\bssn\b|social security", Personal.SNILS),
    (r"полис|\bенп\b|\benp\b|policy|insurance (id|num)|серия полиса", Personal.POLICY),
    (r"паспорт|passport|удостоверен\w* личн|\bдул\b|drivers|licen[cs]e num", Personal.PASSPORT),
    (r"дата рожд|д\.?\s?р\.?$|год рожд|родил|birth|\bdob\b", Personal.BIRTH_DATE),
    (r"телефон|\bтел\b|моб(ильн|\.)|phone|mobile", Personal.PHONE),
    (r"адрес|прожив|улица|\bдом\b|квартира|address|street|\bzip\b|postal|\bcity\b|\blat\b|\blon\b", Personal.ADDRESS),
    (r"(номер|№)\s*(амб\w*)?\s*(карт|истори)|амб\w* карт|мед\w* карт|номер карты|history number|chart n|\bmrn\b", Personal.CARD),
    (r"ф\.?\s?и\.?\s?о|фамили|отчеств|^имя|пациент$|больной|surname|(first|last|given|family|full|patient).?name|^name$|"
     r"maiden|^пациент\b(?!.*(id|код))", Personal.NAME),
    (r"^patient$|subject|(id|код|идентификатор|№|номер).?(пац|patient)|(пац\w*|patient).{0,3}(id|код|номер)", Personal.PATIENT_ID),
)  # fmt: skip
# Titles of columns about somebody else: they are left out as everything that is not asked for, but not named personal.
_NOT_PATIENT = re.compile(r"врач|доктор|исполнител|doctor|provider|organi[sz]ation|медработ|payer")
_NAME = re.compile(
    r"[А-ЯЁ][а-яё]+(-[А-ЯЁ][а-яё]+)?\s+[А-ЯЁ][а-яё]+\s+[А-ЯЁ][а-яё]*(вич|вна|чна|ьич|оглы|кызы)\b"
    r"|\b[А-ЯЁ][А-ЯЁ]+\s+[А-ЯЁ]+\s+[А-ЯЁ]*(ВИЧ|ВНА|ЧНА|ЬИЧ)\b"
    r"|\b[А-ЯЁ][а-яё]+(-[А-ЯЁ][а-яё]+)?\s+[А-ЯЁ]\.\s?[А-ЯЁ]\."
)
_SURNAME = re.compile(r"[А-ЯЁ][а-яё]+(ов|ова|ев|ева|ёв|ёва|ин|ина|ын|ына|ский|ская|цкий|цкая|ко|ук|юк|ич|ян|дзе|швили)")
_SNILS = re.compile(r"(?<!\d)(\d{3})-?(\d{3})-?(\d{3})[ -]?(\d{2})(?!\d)")
_POLICY = re.compile(r"(?<!\d)\d{16}(?!\d)")
_PHONE = re.compile(r"(?<![\d.,])(\+7|8)[\s(-]*\d{3}[\s)-]*\d{3}[\s-]?\d{2}[\s-]?\d{2}(?!\d)")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
_ADDRESS = re.compile(r"\b(ул|улица|пер|просп|пр-т|пр-кт|б-р|мкр|кв)\.?\s|\bд\.\s?\d|\bг\.\s?[А-ЯЁ]")
_PASSPORT = re.compile(r"(?<!\d)\d{2}\s?\d{2}\s\d{6}(?!\d)")
# A column is personal when so many of its filled cells are; a single slip in a thousand rows is a row's matter.
ENOUGH = 0.1
_MOSTLY = 0.6


def by_title(title: str) -> Personal | None:
    """What a title says its column identifies patients by."""
    told = title.strip().casefold()
    if _NOT_PATIENT.search(told) and "пациент" not in told:
        return None
    return next((kind for pattern, kind in _TITLES if told and re.search(pattern, told)), None)


def by_value(text: str) -> Personal | None:
    """What a single value identifies a patient by; numbers count only when their check digits hold."""
    if any(snils_holds("".join(found.groups())) for found in _SNILS.finditer(text)):
        return Personal.SNILS
    if any(luhn_holds(found[0]) for found in _POLICY.finditer(text)):
        return Personal.POLICY
    for pattern, kind in (
        (_EMAIL, Personal.EMAIL),
        (_PHONE, Personal.PHONE),
        (_NAME, Personal.NAME),
        (_PASSPORT, Personal.PASSPORT),
        (_ADDRESS, Personal.ADDRESS),
    ):
        if pattern.search(text):
            return kind
    return None


def of_column(title: str, sample: Sequence[str]) -> Personal | None:
    """What a column identifies patients by: its title says so, or enough of its values do."""
    if (said := by_title(title)) is not None:
        return said
    told = [value for value in sample if value.strip()]
    if not told:
        return None
    found = [kind for value in told if (kind := by_value(value)) is not None]
    if len(found) >= ENOUGH * len(told):
        return max(set(found), key=found.count)
    surnames = sum(bool(_SURNAME.fullmatch(value.strip())) for value in told)
    return Personal.NAME if surnames >= _MOSTLY * len(told) else None
