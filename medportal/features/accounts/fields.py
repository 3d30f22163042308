"""The schema of the account's own forms: signing in, recovery, a new password, proving it again."""

from medportal.features.accounts import field_texts as words
from medportal.kernel.fields import Field, Schema, Section, check
from medportal.kernel.fields import browser_modules as form_modules

_NEW = (
    check("match", "password_short", re="(?:.|\\n){8,}"),
    check("match", "password_digit", re=".*[0-9].*"),
    check("match", "password_lower", re=".*[a-zа-яё].*"),
    check("match", "password_upper", re=".*[A-ZА-ЯЁ].*"),
    check("guessable", "password_guessable"),
)


def _password(name: str, token: str, *rules: object) -> Field:
    return Field(
        name=name,
        label=words.LABELS[name],
        kind="password",
        secret=True,
        length=256,
        autocomplete=token,
        checks=rules,  # pyright: ignore[reportArgumentType]
    )


LOGIN = Field(
    name="login",
    label=words.LABELS["login"],
    hint=words.LOGIN_HINT,
    autocomplete="username",
    length=254,
    clean=("plain_spaces",),
)
CODE = Field(
    name="code",
    label=words.LABELS["code"],
    hint=words.CODE_HINT,
    inputmode="numeric",
    autocomplete="one-time-code",
    length=12,
    required=False,
    clean=("plain_spaces", "dashes", "code_digits"),
)

FACTOR_CODE = Field(
    name="factor_code",
    label=words.LABELS["factor_code"],
    hint=words.FACTOR_HINT,
    autocomplete="one-time-code",
    length=16,
    secret=True,
    clean=("plain_spaces",),
)

SCHEMA = Schema(
    (
        Section("factor", words.FACTOR_TITLE, (FACTOR_CODE,)),
        Section("login", words.LOGIN_TITLE, (LOGIN, _password("password", "current-password"))),
        Section("recover", words.RECOVER_TITLE, (LOGIN,)),
        Section(
            "reset",
            words.RESET_TITLE,
            (
                CODE,
                _password("new_password", "new-password", *_NEW),
                _password(
                    "new_password_again", "new-password", check("equals", "password_differs", other="new_password")
                ),
            ),
        ),
        Section(
            "change",
            words.CHANGE_TITLE,
            (
                _password("old_password", "current-password"),
                _password("new_password", "new-password", *_NEW),
                _password(
                    "new_password_again", "new-password", check("equals", "password_differs", other="new_password")
                ),
            ),
        ),
        Section("prove", words.PROVE_TITLE, (_password("password", "current-password"),)),
    ),
    words.PROBLEMS,
)


def browser_modules() -> dict[str, str]:
    """The rules of each form as modules for the browser; written when the frontend is built."""
    return form_modules(SCHEMA)
