"""What is read off a detached signature: the owner's own certificate, from any wrapping, and nothing from rubbish."""

import base64
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs7
from hypothesis import given
from hypothesis import strategies as st

from medportal.features.documents.rules import signing

SNILS, OTHER = "11223344595", "08765430300"
LAST = datetime(2027, 4, 15, 20, 30, tzinfo=UTC)
KEY = ec.generate_private_key(ec.SECP256R1())


def certificate(snils: str, last: datetime = LAST, number: int = 1) -> x509.Certificate:
    name = x509.Name([x509.NameAttribute(x509.ObjectIdentifier(signing.SNILS), snils)])
    first = datetime(2026, 1, 31, 22, tzinfo=UTC)
    made = x509.CertificateBuilder(name, name, KEY.public_key(), number, first, last)
    return made.sign(KEY, hashes.SHA256())


def signed(*certificates: x509.Certificate) -> bytes:
    first, *more = certificates
    made = pkcs7.PKCS7SignatureBuilder().set_data(b"paper").add_signer(first, KEY, hashes.SHA256())
    for one in more:
        made = made.add_certificate(one)
    return made.sign(serialization.Encoding.DER, [pkcs7.PKCS7Options.DetachedSignature])


WHOLE = signed(certificate(SNILS))
BASE64 = base64.encodebytes(WHOLE)
# Made by OpenSSL 3.0: `openssl cms -sign -stream -binary -outform DER` (or PEM), the second with `-nodetach -keyid`.
STREAMED = {
    name: (Path(__file__).parent / "signatures" / name).read_bytes()
    for name in ("streamed.sig", "streamed-with-content.sig", "streamed.pem")
}


@pytest.mark.parametrize(
    "data",
    [WHOLE, BASE64, b"-----BEGIN CMS-----\n" + BASE64 + b"-----END CMS-----\n", signed(certificate(OTHER), certificate(SNILS))],
    ids=["der", "base64", "armoured", "beside-another"],
)  # fmt: skip
def test_the_owners_certificate_is_found_and_its_days_are_those_of_moscow(data):
    assert signing.own_certificate(data, SNILS) == (date(2026, 2, 1), date(2027, 4, 15))


@pytest.mark.parametrize("name", STREAMED)
def test_the_certificate_of_a_signature_that_was_streamed_is_found_as_well(name):
    assert signing.own_certificate(STREAMED[name], SNILS) == (date(2026, 2, 1), date(2027, 4, 15))
    assert signing.own_certificate(STREAMED[name], OTHER) is None


def test_values_within_values_without_an_end_overflow_nothing():
    deep = b"\x30\x80" * 200_000
    assert signing.own_certificate(deep, SNILS) is None
    assert signing.own_certificate(deep + b"\0\0" * 200_000, SNILS) is None


def test_another_persons_certificate_is_nobodys_date_and_of_two_own_the_newest_counts():
    assert signing.own_certificate(WHOLE, OTHER) is None
    assert signing.own_certificate(WHOLE, "") is None
    later = certificate(SNILS, datetime(2028, 1, 1, tzinfo=UTC), 2)
    assert signing.own_certificate(signed(certificate(SNILS), later), SNILS) == (date(2026, 2, 1), date(2028, 1, 1))


def test_a_certificate_without_an_end_overflows_nothing():
    endless = signed(certificate(SNILS, datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)))
    assert signing.own_certificate(endless, SNILS) == (date(2026, 2, 1), date(9999, 12, 31))


@given(st.binary(max_size=300))
def test_rubbish_tells_nothing(data):
    assert signing.own_certificate(data, SNILS) is None
    assert signing.own_certificate(b"\x30" + data, SNILS) is None


@given(st.sampled_from([WHOLE, STREAMED["streamed.sig"]]), st.integers(0, len(WHOLE) - 1), st.integers(0, 255))
def test_a_spoilt_byte_or_a_cut_end_raises_nothing(whole, at, byte):
    spoilt = whole[:at] + bytes([byte]) + whole[at + 1 :]
    for data in (spoilt, whole[:at], whole[at:]):
        found = signing.own_certificate(data, SNILS)
        assert found is None or found[0] <= date.max
