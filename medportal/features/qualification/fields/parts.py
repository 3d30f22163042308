"""What several forms are made of: dates, numbers, words."""

from medportal.features.qualification import field_texts as words
from medportal.kernel.fields import Check, Field, check

DATE = (check("match", "date_format", re="[0-9]{2}\\.[0-9]{2}\\.[0-9]{4}"), check("real_date", "date_unreal"))
DATE_CLEAN = ("plain_spaces", "date")
WORDS_CLEAN = ("plain_spaces", "dashes", "apostrophes")
WORDS = (
    check("lacks", "double_space", re=" {2,}"),
    check("match", "words_format", re="[А-ЯЁа-яё0-9IVX .,;:()/«»№\"'+-]+"),
)
NOT_ZEROS = check("match", "number_zeros", re="(?=.*[1-9]).*")


def entry(name: str, **parts: object) -> Field:
    """An input with the words that belong to its name."""
    found = {
        "hint": words.HINTS.get(name),
        "sample": words.SAMPLES.get(name),
        "choices": words.CHOICES.get(name, ()),
        **parts,
    }
    return Field(name=name, label=words.LABELS[name], **found)  # pyright: ignore[reportArgumentType] - names are checked by the tests


def day(name: str, *rules: Check, **parts: object) -> Field:
    """A date."""
    return entry(name, inputmode="numeric", length=20, clean=DATE_CLEAN, checks=(*DATE, *rules), **parts)


def digits(name: str, length: int, *rules: Check, **parts: object) -> Field:
    """A number; spaces inside are tidied away."""
    settings = {"inputmode": "numeric", "clean": ("plain_spaces", "compact"), "mends": ("digits", "only_digits")}
    return entry(name, length=length, checks=rules, **{**settings, **parts})


def tick(name: str) -> Field:
    """A box that may be ticked."""
    return entry(name, kind="checkbox", length=8, clean=("tick",), required=False)


def choice(name: str) -> Field:
    """One of several."""
    values = "|".join(value for value, _ in words.CHOICES[name])
    return entry(
        name, kind="radio", length=20, required_code="choose", checks=(check("match", "choose", re=f"(?:{values})"),)
    )


def listed(name: str, options: str) -> Field:
    """A line of a dictionary."""
    return entry(
        name,
        kind="combobox",
        options=options,
        length=200,
        clean=("plain_spaces", "dashes", "pick"),
        checks=(check("listed", "unlisted"),),
        mends=("cyrillic", "layout"),
    )


def line(name: str, length: int, **parts: object) -> Field:
    """Words in Russian."""
    settings = {"clean": WORDS_CLEAN, "checks": WORDS, "mends": ("cyrillic", "single_spaces", "layout"), **parts}
    return entry(name, length=length, **settings)


def issued_on() -> Field:
    """The day a paper was issued."""
    return day(
        "issued_on",
        check("not_future", "date_future"),
        check("since", "date_too_early", day="01.01.1950"),
        check("years_after", "date_too_early", other="birth_date", years=16),
    )


def expires_on(*, required: bool) -> Field:
    """The last day of a paper."""
    return day("expires_on", check("years_after", "ends_before", other="issued_on", years=0), required=required)
