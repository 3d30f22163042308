"""Check digits: the arithmetic behind the numbers, over ASCII digits that the caller has already made sure of."""

from datetime import date

from stdnum.ru import inn as stdnum_inn
from stdnum.ru import ogrn as stdnum_ogrn

_SNILS_UNCHECKED_UP_TO = 1_001_998


def luhn_holds(digits: str) -> bool:
    """Whether the last digit is the Luhn digit of the others.

    The policy's HL7 Mod10 digit (rules §1.4) is the same digit, so one function serves policies and cards.
    """
    total = 0
    for place, char in enumerate(reversed(digits)):
        digit = int(char)
        if place % 2:
            digit = digit * 2 - 9 if digit > 4 else digit * 2
        total += digit
    return total % 10 == 0


def snils_holds(digits: str) -> bool:
    """Whether the control number of an 11-digit SNILS agrees with its body.

    Numbers up to and including 001-001-998 carry no checked control. Source: rules §1.1.
    """
    body, control = digits[:9], int(digits[9:])
    if int(body) <= _SNILS_UNCHECKED_UP_TO:
        return True
    return sum(int(char) * (9 - place) for place, char in enumerate(body)) % 101 % 100 == control


def inn12_holds(digits: str) -> bool:
    """Whether both control digits of a person's 12-digit INN hold (python-stdnum, rules §1.2)."""
    return stdnum_inn.calc_personal_check_digits(digits) == digits[10:]


def inn10_holds(digits: str) -> bool:
    """Whether the control digit of an organisation's 10-digit INN holds (python-stdnum, rules §1.2)."""
    return stdnum_inn.calc_company_check_digit(digits) == digits[9]


def ogrn_holds(digits: str) -> bool:
    """Whether the control digit of a 13-digit OGRN holds (python-stdnum, rules §1.3)."""
    return stdnum_ogrn.calc_check_digit(digits) == digits[12]


def ogrnip_holds(digits: str) -> bool:
    """Whether the control digit of a 15-digit OGRNIP holds (rules §1.3).

    Written here because python-stdnum 2.2 leaves the last `mod 10` out and so refuses true numbers whose remainder
    is 10, 11 or 12.
    """
    return int(digits[:14]) % 13 % 10 == int(digits[14])


def mrz_digit(chars: str) -> str:
    """The 7-3-1 check digit of the machine-readable zone; `<` counts as nothing, letters from ten."""
    total = 0
    for place, char in enumerate(chars):
        value = 0 if char == "<" else int(char, 36)
        total += value * (7, 3, 1)[place % 3]
    return str(total % 10)


def enp_birth_code(birth: date, sex: str) -> str:
    """The eight digits of a policy number that stand for birth date and sex (rules §1.4)."""
    shift = 20 if birth.year <= 1950 else 40 if birth.year <= 2000 else 0
    day = birth.day + (50 if sex == "M" else 0)
    plain = f"{birth.month + shift:02}{str(birth.year)[::-1]}{day:02}"
    return "".join(str(9 - int(char)) for char in plain)


def enp_birth(code: str) -> tuple[date, str] | None:
    """Birth date and sex behind the eight digits, or None when they stand for no date."""
    plain = "".join(str(9 - int(char)) for char in code)
    month, year, day = int(plain[:2]), int(plain[5:1:-1]), int(plain[6:])
    sex = "M" if day > 50 else "F"
    shift = 20 if year <= 1950 else 40 if year <= 2000 else 0
    try:
        return date(year, month - shift, day - 50 if sex == "M" else day), sex
    except ValueError:
        return None
