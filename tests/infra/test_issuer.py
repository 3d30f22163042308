"""What the portal signs is believed by anybody with the published key, and nothing else is."""

import base64
import json
from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives import hashes, hmac, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from medportal.infra import issuer
from medportal.infra.errors import SetupError, TokenError
from medportal.kernel import clock

CLAIMS = {"sub": "7K3QF", "iat": 1_795_000_000, "exp": 1_805_000_000, "name": "Щукина-Юрьева Алёна"}


@pytest.fixture(autouse=True)
def keys():
    with clock.stopped(datetime(2026, 11, 23, 7, 0, tzinfo=UTC)):
        issuer.open_issuer(issuer.new_pem())
        yield
        issuer.open_issuer(None)


def b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def plain(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def signed_by(private: ec.EllipticCurvePrivateKey, header: dict, body: dict) -> str:
    """A token made by hand, with `cryptography` alone."""
    from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

    head = f"{b64(json.dumps(header).encode())}.{b64(json.dumps(body).encode())}"
    r, s = decode_dss_signature(private.sign(head.encode(), ec.ECDSA(hashes.SHA256())))
    return f"{head}.{b64(r.to_bytes(32, 'big') + s.to_bytes(32, 'big'))}"


def test_a_stranger_verifies_with_the_published_key_alone():
    token = issuer.sign("certificate", CLAIMS)
    (jwk,) = issuer.jwks()["keys"]
    assert "d" not in jwk
    x, y = (int.from_bytes(plain(jwk[name]), "big") for name in ("x", "y"))
    key = ec.EllipticCurvePublicNumbers(x, y, ec.SECP256R1()).public_key()
    head, body, signature = token.split(".")
    raw = plain(signature)
    der = encode_dss_signature(int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big"))
    key.verify(der, f"{head}.{body}".encode(), ec.ECDSA(hashes.SHA256()))
    assert json.loads(plain(body))["name"] == CLAIMS["name"]
    assert json.loads(plain(head)) == {"alg": "ES256", "typ": "mp-certificate+jwt", "kid": jwk["kid"]}
    assert issuer.read("certificate", token, issuer.jwks())["name"] == CLAIMS["name"]


def test_an_altered_token_is_not_believed():
    head, body, signature = issuer.sign("certificate", CLAIMS).split(".")
    other = json.loads(plain(body)) | {"name": "Другая"}
    for forged in (
        f"{head}.{b64(json.dumps(other).encode())}.{signature}",
        f"{head}.{body}.{signature[:-4]}AAAA",
        f"{head}.{body}.",
        f"{head}.{body}",
        "",
        "a.b.c",
        "я.я.я",
        f"{head}.{body}.{signature}" + "A" * 5000,
    ):
        with pytest.raises(TokenError):
            issuer.read("certificate", forged)


def test_a_token_of_another_kind_is_not_believed():
    with pytest.raises(TokenError):
        issuer.read("certificate", issuer.sign("revoked", CLAIMS))
    with pytest.raises(TokenError):
        issuer.read("revoked", issuer.sign("certificate", CLAIMS))


@pytest.mark.parametrize(
    "change",
    [
        {"alg": "none"},
        {"alg": "HS256"},
        {"alg": "ES384"},
        {"crit": ["exp"]},
        {"typ": "JWT"},
        {"kid": "unknown"},
        {"jwk": {"kty": "EC"}},
        {"jku": "https://evil.example/keys"},
    ],
)
def test_headers_other_than_ours_are_refused_even_with_a_good_signature(change):
    pem = issuer.new_pem()
    issuer.open_issuer(pem)
    private = serialization.load_pem_private_key(pem.encode(), None)
    header = {"alg": "ES256", "typ": "mp-certificate+jwt", "kid": issuer.jwks()["keys"][0]["kid"]}
    body = {"iss": "medportal", "aud": "certificate", **CLAIMS}
    assert issuer.read("certificate", signed_by(private, header, body))
    with pytest.raises(TokenError):
        issuer.read("certificate", signed_by(private, header | change, body))


@pytest.mark.parametrize("name", ["iss", "aud", "sub", "iat", "exp"])
def test_every_claim_is_required(name):
    pem = issuer.new_pem()
    issuer.open_issuer(pem)
    private = serialization.load_pem_private_key(pem.encode(), None)
    header = {"alg": "ES256", "typ": "mp-certificate+jwt", "kid": issuer.jwks()["keys"][0]["kid"]}
    body = {"iss": "medportal", "aud": "certificate", **CLAIMS}
    for wrong in ({k: v for k, v in body.items() if k != name}, body | {name: 10**12 if name == "iat" else [1]}):
        with pytest.raises(TokenError):
            issuer.read("certificate", signed_by(private, header, wrong))


def test_another_key_of_the_same_name_is_not_ours():
    stranger = ec.generate_private_key(ec.SECP256R1())
    header = {"alg": "ES256", "typ": "mp-certificate+jwt", "kid": issuer.jwks()["keys"][0]["kid"]}
    body = {"iss": "medportal", "aud": "certificate", **CLAIMS}
    with pytest.raises(TokenError):
        issuer.read("certificate", signed_by(stranger, header, body))


def test_the_public_key_is_no_secret_to_sign_with():
    (jwk,) = issuer.jwks()["keys"]
    head = b64(json.dumps({"alg": "HS256", "typ": "mp-certificate+jwt", "kid": jwk["kid"]}).encode())
    body = b64(json.dumps({"iss": "medportal", "aud": "certificate", **CLAIMS}).encode())
    for secret in (
        json.dumps(jwk).encode(),
        plain(jwk["x"]) + plain(jwk["y"]),
        b"\x04" + plain(jwk["x"]) + plain(jwk["y"]),
    ):
        mac = hmac.HMAC(secret, hashes.SHA256())
        mac.update(f"{head}.{body}".encode())
        with pytest.raises(TokenError):
            issuer.read("certificate", f"{head}.{body}.{b64(mac.finalize())}")


def test_an_older_key_goes_on_verifying_and_signs_no_more():
    old, new = issuer.new_pem(), issuer.new_pem()
    issuer.open_issuer(old)
    token = issuer.sign("certificate", CLAIMS)
    issuer.open_issuer(new + old)
    assert issuer.read("certificate", token)["sub"] == CLAIMS["sub"]
    assert len(issuer.jwks()["keys"]) == 2
    issuer.open_issuer(new)
    with pytest.raises(TokenError):
        issuer.read("certificate", token)


def test_only_good_keys_are_taken():
    public = serialization.load_pem_private_key(issuer.new_pem().encode(), None).public_key()
    alone = public.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo).decode()
    other = ec.generate_private_key(ec.SECP384R1()).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ).decode()  # fmt: skip
    for bad in ("nonsense", alone, other, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"):
        with pytest.raises(SetupError):
            issuer.open_issuer(bad)
    issuer.open_issuer(issuer.new_pem().replace("\n", "\\n"))
    assert issuer.ready()


def test_without_a_key_nothing_is_signed():
    issuer.open_issuer(None)
    assert not issuer.ready()
    with pytest.raises(SetupError):
        issuer.sign("certificate", CLAIMS)
