"""Sections about the person: consent, names, contacts, password."""

from medportal.features.registration import field_texts as words
from medportal.features.registration.fields.parts import DATE, DATE_CLEAN, digits_entry, entry, name_entry
from medportal.kernel.fields import Check, Section, check, warn

_YO_SURNAMES = "(?:Корол|Кисел|Ковал|Журавл|Соловь|Воробь|Муравь|Хрущ|Пугач|Горбач|Рубл|Дегтяр|Ткач)ева?"
_YO_NAMES = "Артем|Семен|Федор|Петр|Алена|Матрена|Фекла"
_YO_PATRONYMICS = "(?:Артем|Семен|Федор)ов(?:ич|на)"

_EMAIL_ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_EMAIL = (
    f"(?=.{{1,64}}@){_EMAIL_ATOM}(?:\\.{_EMAIL_ATOM})*@"
    "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+(?:[a-z]{2,24}|xn--[a-z0-9-]{2,59})"
)
_OWN = ("surname", "given_name", "patronymic", "birth_date", "phone", "email", "snils", "inn", "passport_number")


def consent() -> Section:
    """The section «consent»."""
    tick = entry("consent", kind="checkbox", length=8, clean=("tick",), required_code="consent_required")
    return Section("consent", words.SECTION_TITLES["consent"], (tick,))


def person() -> Section:
    """The section «person»."""
    none = check("blank_if", "patronymic_and_none", other="no_patronymic")
    return Section(
        "person",
        words.SECTION_TITLES["person"],
        (
            name_entry("surname", "family-name", _YO_SURNAMES),
            name_entry("given_name", "given-name", _YO_NAMES),
            name_entry("patronymic", "additional-name", _YO_PATRONYMICS, none, unless="no_patronymic"),
            entry("no_patronymic", kind="checkbox", length=8, clean=("tick",), required=False),
            entry(
                "birth_date",
                inputmode="numeric",
                autocomplete="bday",
                length=20,
                clean=DATE_CLEAN,
                checks=(
                    *DATE,
                    check("not_future", "date_future"),
                    check("age_to", "too_old", years=100),
                    check("age_from", "too_young", years=18),
                    warn("age_from", "young", years=22),
                ),
            ),
            entry(
                "sex",
                kind="radio",
                autocomplete="sex",
                length=8,
                required_code="choose",
                choices=words.SEXES,
                checks=(check("match", "choose", re="[MF]"),),
            ),
        ),
    )


def contacts() -> Section:
    """The section «contacts»."""
    return Section(
        "contacts",
        words.SECTION_TITLES["contacts"],
        (
            entry(
                "phone",
                inputmode="tel",
                autocomplete="tel",
                length=30,
                clean=("plain_spaces", "dashes", "phone"),
                checks=(
                    check("match", "phone_format", re="\\+(?:7[0-9]{10}|[0-689][0-9]{6,14})"),
                    check("match", "phone_country", re="\\+7[0-9]{10}"),
                    check("match", "phone_mobile", re="\\+79[0-9]{9}"),
                ),
                mends=("plus_seven", "digits"),
                show="phone",
            ),
            entry(
                "email",
                inputmode="email",
                autocomplete="email",
                length=254,
                clean=("plain_spaces", "email"),
                checks=(
                    check("lacks", "email_cyrillic", re="[А-ЯЁа-яё]"),
                    check("match", "email_format", re=_EMAIL),
                    warn("domain", "email_slip", mend="domain"),
                ),
                mends=("latin",),
            ),
            digits_entry(
                "sms_code",
                12,
                check("match", "code_format", re="[0-9]{6}"),
                required=False,
                autocomplete="one-time-code",
                clean=("plain_spaces", "dashes", "code_digits"),
                mends=(),
            ),
        ),
    )


def password() -> Section:
    """The section «password»."""
    rules = (
        check("match", "password_short", re=".{8,}"),
        check("match", "password_digit", re=".*[0-9].*"),
        check("match", "password_lower", re=".*[a-zа-яё].*"),
        check("match", "password_upper", re=".*[A-ZА-ЯЁ].*"),
        check("guessable", "password_guessable"),
        check("impersonal", "password_personal", others=_OWN),
        Check("uncommon", "password_common", server=True),
    )
    return Section(
        "password",
        words.SECTION_TITLES["password"],
        (
            entry("password", kind="password", secret=True, length=256, autocomplete="new-password", checks=rules),
            entry(
                "password_again",
                kind="password",
                secret=True,
                length=256,
                autocomplete="new-password",
                checks=(check("equals", "password_differs", other="password"),),
            ),
        ),
    )
