"""How what a certificate says is written down to be sealed, and read back."""

import base64
import json

from medportal.features.certificates import rules
from medportal.features.certificates.models import Certificate
from medportal.features.certificates.schemas import Contents
from medportal.infra import vault

NUMBER, CONTENTS = "certificate.sealed_number", "certificate.sealed_contents"
TOKEN, PDF = "certificate.sealed_token", "certificate.sealed_pdf"


def fingerprint(number: str) -> str:
    """By what a number is looked up."""
    return vault.fingerprint("certificate.number", number)


def number_of(row: Certificate) -> str:
    """The number of a certificate."""
    return vault.reveal(NUMBER, row.id, row.sealed_number)


def contents_of(row: Certificate) -> Contents | None:
    """What a certificate says, once it is made."""
    if row.sealed_contents is None:
        return None
    return rules.contents_of(json.loads(vault.reveal(CONTENTS, row.id, row.sealed_contents)))


def put(row: Certificate, contents: Contents, token: str, pdf: bytes) -> None:
    """Seal everything that was made into the row."""
    row.sealed_contents = vault.seal(CONTENTS, row.id, json.dumps(contents.claims(), ensure_ascii=False))
    row.sealed_token = vault.seal(TOKEN, row.id, token)
    row.sealed_pdf = vault.seal(PDF, row.id, base64.b64encode(pdf).decode())


def pdf_of(row: Certificate) -> bytes | None:
    """The PDF of a certificate, once it is made."""
    return base64.b64decode(vault.reveal(PDF, row.id, row.sealed_pdf)) if row.sealed_pdf else None


def token_of(row: Certificate) -> str | None:
    """The token of a certificate, once it is made."""
    return vault.reveal(TOKEN, row.id, row.sealed_token) if row.sealed_token else None
