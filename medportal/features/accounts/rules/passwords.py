"""What a new password must be."""

import re
import unicodedata
from collections.abc import Sequence

from medportal.features.accounts import texts
from medportal.kernel.fields.passwords import is_common, weight
from medportal.kernel.problem import Problem

PASSWORD_SHORTEST = 8
PASSWORD_LONGEST = 256
PERSONAL_SHORTEST = 4
LIGHTEST = 4


def password_problems(password: str, personal: Sequence[str] = (), field_name: str = "password") -> list[Problem]:
    """Everything that is wrong with a new password (rules §2.3: 8 and more, a digit, lower and upper case).

    The same rules as the registration's form has, judged once more where the password is set, changed or recovered.

    Args:
        password: the new password.
        personal: names, dates and numbers of the person, in any spelling; none may stand in the password.
        field_name: the input the problems belong to.
    """
    checks = (
        (len(password) >= PASSWORD_SHORTEST, "password_short", texts.PASSWORD_SHORT),
        (len(password) <= PASSWORD_LONGEST, "password_long", texts.PASSWORD_LONG),
        (re.search("[0-9]", password), "password_digit", texts.PASSWORD_DIGIT),
        (re.search("[a-zа-яё]", password), "password_lower", texts.PASSWORD_LOWER),
        (re.search("[A-ZА-ЯЁ]", password), "password_upper", texts.PASSWORD_UPPER),
        (all(c.isprintable() for c in password), "password_signs", texts.PASSWORD_SIGNS),
        (not _holds_any(password, personal), "password_personal", texts.PASSWORD_PERSONAL),
    )
    found = [Problem(field_name, code, text) for fits, code, text in checks if not fits]
    # A password that is short or bare is told so first; that it is also easy to guess would only repeat it.
    if not found and (weight(password) <= LIGHTEST or is_common(password)):
        found = [Problem(field_name, "password_common", texts.PASSWORD_COMMON)]
    return found


def _holds_any(password: str, personal: Sequence[str]) -> bool:
    def fold(text: str) -> str:
        return "".join(c for c in unicodedata.normalize("NFC", text).casefold().replace("ё", "е") if c.isalnum())

    folded = fold(password)
    return any(len(part) >= PERSONAL_SHORTEST and part in folded for part in map(fold, personal))
