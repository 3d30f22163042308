"""Sections about places: the address and the work."""

from medportal.features.registration import field_texts as words
from medportal.features.registration.fields.parts import ADDRESS, ADDRESS_CLEAN, ADDRESS_MENDS, digits_entry, entry
from medportal.kernel.fields import Check, Field, Section, check, warn
from medportal.kernel.identifiers.licences import LICENCE, OTHER_ACTIVITY


def address() -> Section:
    """The section «address»."""

    def line(name: str, length: int, *rules: Check, **parts: object) -> Field:
        settings = {"clean": ADDRESS_CLEAN, "mends": ADDRESS_MENDS, **parts}
        return entry(name, length=length, checks=(*ADDRESS, *rules), **settings)

    return Section(
        "address",
        words.SECTION_TITLES["address"],
        (
            digits_entry(
                "postal_index",
                12,
                check("match", "index_format", re="[1-6][0-9]{5}"),
                autocomplete="postal-code",
            ),
            entry(
                "region",
                kind="combobox",
                options="subjects",
                autocomplete="address-level1",
                length=80,
                clean=(*ADDRESS_CLEAN, "pick"),
                checks=(
                    check("lacks", "latin", re="[A-Za-z]"),
                    check("match", "address_format", re="[А-ЯЁа-яё0-9 .,()—-]+"),
                    warn("listed", "region_unlisted"),
                ),
                mends=ADDRESS_MENDS,
            ),
            line("city", 100, autocomplete="address-level2"),
            line("street", 150, required=False, autocomplete="address-line1"),
            line("house", 30, check("match", "house_format", re=".*[0-9].*"), mends=("cyrillic", "single_spaces")),
            line("flat", 20, required=False, mends=("cyrillic", "single_spaces")),
        ),
    )


def work() -> Section:
    """The section «work»."""

    def nomenclature(name: str, options: str) -> Field:
        return entry(
            name,
            kind="combobox",
            options=options,
            length=200,
            clean=("plain_spaces", "dashes", "pick"),
            checks=(check("listed", "unlisted"),),
            mends=("cyrillic", "layout"),
        )

    return Section(
        "work",
        words.SECTION_TITLES["work"],
        (
            entry(
                "licence_number",
                required=False,
                length=40,
                clean=("plain_spaces", "dashes", "compact", "upper"),
                checks=(
                    check("lacks", "licence_latin", re="[A-Za-z]"),
                    check("lacks", "licence_activity", re=OTHER_ACTIVITY),
                    check("match", "licence_format", re=LICENCE),
                ),
                mends=("licence_letters",),
            ),
            digits_entry(
                "employer_ogrn",
                24,
                check("match", "ogrn_format", re="[15][0-9]{12}|3[0-9]{14}"),
                check("ogrn", "ogrn_control"),
                required=False,
            ),
            nomenclature("position", "positions"),
            nomenclature("speciality", "specialities"),
        ),
        checks=(check("either", "work_either", fields=("licence_number", "employer_ogrn")),),
    )
