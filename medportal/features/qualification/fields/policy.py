"""The policy (rules §1.4): which inputs are asked for depends on its kind. And what is known of the person."""

from medportal.features.qualification import field_texts as words
from medportal.features.qualification.fields.parts import WORDS_CLEAN, choice, day, digits, entry
from medportal.kernel.fields import Section, check

_UNIFIED, _TEMPORARY, _OLD = (("policy_kind", value) for value in ("3", "2", "1"))


def about() -> Section:
    """What the profile knows; it is in no form, the rules look at it."""
    return Section(
        "about",
        words.TITLES["about"],
        (
            entry("full_name", length=300, required=False),
            entry("birth_date", length=20, required=False),
            entry("sex", kind="radio", length=8, required=False),
        ),
    )


def policy() -> Section:
    """The form of a policy."""
    return Section(
        "policy",
        words.TITLES["policy"],
        (
            choice("policy_kind"),
            digits(
                "enp",
                24,
                check("match", "enp_format", re="[0-9]{16}"),
                check("luhn", "enp_control"),
                check("enp_born", "enp_born", born="birth_date", sex="sex"),
                asked_if=_UNIFIED,
            ),
            digits("temporary_number", 14, check("match", "temporary_format", re="[0-9]{9}"), asked_if=_TEMPORARY),
            day(
                "temporary_until",
                check("years_after", "ends_before", other="policy_issued_on", years=0),
                asked_if=_TEMPORARY,
            ),
            entry(
                "old_series",
                length=20,
                required=False,
                clean=("plain_spaces", "dashes", "upper"),
                checks=(check("match", "policy_format", re="[0-9А-ЯЁ -]{1,20}"),),
                mends=("cyrillic",),
                asked_if=_OLD,
            ),
            entry(
                "old_number",
                length=20,
                clean=("plain_spaces", "dashes", "compact", "upper"),
                checks=(
                    check("match", "policy_format", re="[0-9А-ЯЁ-]{1,20}"),
                    check("match", "number_zeros", re="(?=.*[1-9]).*"),
                ),
                mends=("cyrillic",),
                asked_if=_OLD,
            ),
            day(
                "policy_issued_on",
                check("not_future", "date_future"),
                check("since", "date_too_early", day="01.01.1993"),
                check("years_after", "date_too_early", other="birth_date", years=0),
            ),
            entry(
                "holder",
                length=200,
                clean=WORDS_CLEAN,
                checks=(
                    check("lacks", "latin", re="[A-Za-z]"),
                    check("alike", "holder_differs", other="full_name"),
                ),
                mends=("cyrillic", "single_spaces", "layout"),
            ),
        ),
    )
