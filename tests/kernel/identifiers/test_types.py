"""Numbers as types: made by checking, stored as digits, never shown."""

import pytest

from medportal.kernel.identifiers import IdentifierError, Inn, Mobile, Ogrn, OmsPolicy, PassportNumber, Snils

GOOD = [
    (Snils, "112-233-445 95", "11223344595", "***-***-*45 95"),
    (Inn, "509800000225", "509800000225", "*********225"),
    (PassportNumber, "45 04 123456", "4504123456", "** ** ***456"),
    (OmsPolicy, "7867050818003453", "7867050818003453", "*************453"),
    (Ogrn, "1157746123457", "1157746123457", "**********457"),
    (Mobile, "+79001234567", "79001234567", "+7 900 ***-**-67"),
]


@pytest.mark.parametrize(("kind", "typed", "digits", "masked"), GOOD, ids=lambda v: getattr(v, "__name__", ""))
def test_a_number_is_stored_as_digits_and_hides_itself(kind, typed, digits, masked):
    number = kind.parse(typed)
    assert number.digits == digits
    assert number.masked == masked
    assert digits[:6] not in repr(number) + str(number)
    assert kind.parse(typed) == number
    assert hash(kind.parse(typed)) == hash(number)


@pytest.mark.parametrize("kind", [row[0] for row in GOOD], ids=lambda v: v.__name__)
def test_a_wrong_number_never_becomes_one_and_is_not_repeated_in_the_error(kind):
    with pytest.raises(IdentifierError) as refusal:
        kind.parse("112-233-445 96")
    assert "112" not in str(refusal.value)
    assert refusal.value.code
    assert refusal.value.text.en


def test_numbers_are_printed_the_way_papers_print_them():
    assert Snils.parse("11223344595").dashed == "112-233-445 95"
    passport = PassportNumber.parse("4504123456")
    assert (passport.series, passport.number, passport.spaced) == ("4504", "123456", "45 04 123456")
    assert Mobile.parse("+79001234567").e164 == "+79001234567"
