"""Papers of education: diploma, internship, residency, courses."""

from medportal.features.qualification import field_texts as words
from medportal.features.qualification.fields.parts import (
    NOT_ZEROS,
    WORDS_CLEAN,
    choice,
    digits,
    entry,
    issued_on,
    line,
    listed,
    tick,
)
from medportal.kernel.fields import Field, Section, check


def diploma() -> Section:
    """The form of a diploma."""
    return _section("diploma", choice("level"), listed("base_speciality", "base_specialities"), *_years())


def internship() -> Section:
    """The form of an internship."""
    return _section("internship", listed("speciality", "specialities"), *_years())


def residency() -> Section:
    """The form of a residency."""
    return _section("residency", listed("speciality", "specialities"), *_years())


def training() -> Section:
    """The form of a course."""
    hours = digits("hours", 8, check("match", "hours_format", re="[1-9][0-9]{0,3}"))
    return _section("training", line("theme", 300), listed("speciality", "specialities"), hours)


def institution() -> Field:
    """The institution: chosen from a list that the server searches, judged there."""
    return entry(
        "institution",
        length=300,
        clean=WORDS_CLEAN,
        checks=(check("lacks", "double_space", re=" {2,}"), check("match", "words_format", re="[^<>{}\\[\\]\\\\]+")),
        mends=("single_spaces", "layout"),
    )


def _section(key: str, *middle: Field) -> Section:
    return Section(
        key,
        words.TITLES[key],
        (institution(), tick("institution_other"), *middle, _series(), tick("no_series"), *_numbers()),
    )


def _years() -> tuple[Field, Field]:
    form = check("match", "year_format", re="(?:19|20)[0-9]{2}")
    come = check("year_come", "year_future")
    return (
        digits("begun_year", 6, form, come),
        digits("ended_year", 6, form, come, check("not_less", "years_order", other="begun_year")),
    )


def _series() -> Field:
    return entry(
        "series",
        length=12,
        clean=("plain_spaces", "dashes", "compact", "upper"),
        required_code="series_missing",
        unless="no_series",
        checks=(
            check("blank_if", "series_and_none", other="no_series"),
            check("lacks", "latin", re="[A-HJ-UWYZ]"),
            check("match", "series_format", re="[0-9А-ЯЁIVX-]{1,12}"),
        ),
        mends=("cyrillic",),
    )


def _numbers() -> tuple[Field, ...]:
    number = entry(
        "number",
        length=24,
        clean=("plain_spaces", "dashes", "compact", "upper"),
        checks=(
            check("lacks", "latin", re="[A-Z]"),
            check("match", "number_format", re="[0-9А-ЯЁ/-]{1,24}"),
            NOT_ZEROS,
        ),
        mends=("cyrillic",),
    )
    return number, issued_on(), tick("is_duplicate")
