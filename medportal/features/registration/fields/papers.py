"""Sections about papers: SNILS and INN, the passport."""

from medportal.features.registration import field_texts as words
from medportal.features.registration.fields.parts import (
    ADDRESS,
    ADDRESS_CLEAN,
    ADDRESS_MENDS,
    DATE,
    DATE_CLEAN,
    digits_entry,
    entry,
)
from medportal.kernel import dictionaries
from medportal.kernel.fields import Section, check, warn
from medportal.kernel.identifiers.passport import FIRST_ISSUE

_IN_LINES = (
    "surname",
    "given_name",
    "patronymic",
    "birth_date",
    "sex",
    "passport_series",
    "passport_number",
    "passport_issued_on",
    "passport_division_code",
)


def numbers() -> Section:
    """The section «numbers»."""
    return Section(
        "numbers",
        words.SECTION_TITLES["numbers"],
        (
            digits_entry(
                "snils",
                20,
                check("match", "snils_format", re="[0-9]{11}"),
                check("match", "snils_zero", re="(?!000000000)[0-9]{11}"),
                check("snils", "snils_control"),
                clean=("plain_spaces", "dashes", "snils"),
                show="snils",
            ),
            digits_entry(
                "inn",
                20,
                check("match", "inn_format", re="[0-9]{12}"),
                check("match", "inn_region", re="(?!00)[0-9]{12}"),
                check("inn", "inn_control"),
            ),
        ),
    )


def passport() -> Section:
    """The section «passport»."""
    regions = "|".join(dictionaries.passport_regions())
    return Section(
        "passport",
        words.SECTION_TITLES["passport"],
        (
            entry(
                "passport_mrz",
                kind="textarea",
                multiline=True,
                required=False,
                length=200,
                clean=("mrz",),
                checks=(
                    check("passport_lines", "mrz"),
                    warn("lines_agree", "mrz_differs", others=_IN_LINES),
                ),
                mends=("mrz",),
            ),
            digits_entry(
                "passport_series",
                10,
                check("match", "series_format", re="[0-9]{4}"),
                warn("match", "series_region", re=f"(?:{regions})[0-9]{{2}}"),
                warn("series_year", "series_year", other="passport_issued_on"),
                show="series",
            ),
            digits_entry(
                "passport_number",
                12,
                check("match", "number_format", re="[0-9]{6}"),
                check("match", "number_zero", re="(?!000000)[0-9]{6}"),
            ),
            entry(
                "passport_issued_on",
                inputmode="numeric",
                length=20,
                clean=DATE_CLEAN,
                checks=(
                    *DATE,
                    check("not_future", "date_future"),
                    check("since", "passport_too_old", day=f"{FIRST_ISSUE:%d.%m.%Y}"),
                    check("years_after", "issued_too_early", other="birth_date", years=14),
                    warn("passport_term", "passport_expired", other="birth_date"),
                ),
            ),
            entry(
                "passport_issuer",
                length=200,
                clean=ADDRESS_CLEAN,
                checks=(*ADDRESS, check("match", "issuer_format", re="(?=.*[А-ЯЁа-яё]{2}).{5,}")),
                mends=ADDRESS_MENDS,
            ),
            digits_entry(
                "passport_division_code",
                12,
                check("match", "division_format", re="(?!00)[0-9]{3}-[0-9]{3}"),
                check("match", "division_level", re="[0-9]{2}[0-3]-[0-9]{3}"),
                clean=("plain_spaces", "dashes", "division"),
            ),
        ),
    )
