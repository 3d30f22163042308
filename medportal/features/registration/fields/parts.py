"""What several sections are made of: names, dates, digits, lines of an address."""

from medportal.features.registration import field_texts as words
from medportal.kernel.fields import Check, Field, check, warn

NAME = "[А-ЯЁа-яё]+(?:(?:[ '-]|\\. ?)[А-ЯЁа-яё]+)*\\.?"
NAME_CLEAN = ("plain_spaces", "dashes", "apostrophes")
NAME_CHECKS = (
    check("lacks", "digits", re="[0-9]"),
    check("lacks", "latin", re="[A-Za-z]"),
    check("lacks", "double_space", re=" {2,}"),
    check("match", "alphabet", re=NAME),
    warn("case", "case", mend="title"),
)
NAME_MENDS = ("cyrillic", "single_spaces", "tight_hyphens", "layout")
DATE = (check("match", "date_format", re="[0-9]{2}\\.[0-9]{2}\\.[0-9]{4}"), check("real_date", "date_unreal"))
DATE_CLEAN = ("plain_spaces", "date")
ADDRESS_CLEAN = ("plain_spaces", "dashes", "apostrophes")
ADDRESS = (
    check("lacks", "latin", re="[A-HJ-UWYZa-z]"),
    check("lacks", "double_space", re=" {2,}"),
    check("match", "address_format", re="[А-ЯЁа-яё0-9IVX .,/()«»№\"'-]+"),
)
ADDRESS_MENDS = ("cyrillic", "single_spaces", "layout")


def entry(name: str, **parts: object) -> Field:
    """An input with the words that belong to its name."""
    found = {"hint": words.HINTS.get(name), "sample": words.SAMPLES.get(name), **parts}
    return Field(name=name, label=words.LABELS[name], **found)  # pyright: ignore[reportArgumentType] - names are checked by the tests


def name_entry(name: str, token: str, yo: str, *rules: Check, **parts: object) -> Field:
    """A name; `yo` is the pattern of names in which a dropped ё is common."""
    return entry(
        name,
        autocomplete=token,
        clean=NAME_CLEAN,
        checks=(*rules, *NAME_CHECKS, warn("yo", "yo", mend="yo", re=yo)),
        mends=NAME_MENDS,
        **parts,
    )


def digits_entry(name: str, length: int, *rules: Check, **parts: object) -> Field:
    """A number; spaces inside are tidied away."""
    settings = {"inputmode": "numeric", "clean": ("plain_spaces", "compact"), "mends": ("digits", "only_digits")}
    return entry(name, length=length, checks=rules, **{**settings, **parts})
