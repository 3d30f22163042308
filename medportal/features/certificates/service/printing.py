"""The paper: one page, tagged, with the code to scan; the token also stands in the file itself."""

import io
from datetime import datetime
from pathlib import Path

import segno

from medportal.features.certificates import rules
from medportal.features.certificates.schemas import Contents
from medportal.infra import typeset
from medportal.kernel.clock import MOSCOW
from medportal.settings import settings

TEMPLATE = Path(__file__).parents[1] / "data" / "certificate.typ"


def address(token: str) -> str:
    """The page of the check with a token in its fragment."""
    return f"{settings().public_origin}/check#{token}"


def paper(number: str, contents: Contents, token: str, issued_at: datetime) -> bytes:
    """The PDF of a certificate.

    Raises:
        TypesetError: it could not be set.
    """
    return typeset.pdf(
        TEMPLATE.read_text(encoding="utf-8"),
        {
            "number": rules.shown(number),
            "name": contents.name,
            "speciality": contents.speciality,
            "basis": contents.basis.words.ru,
            "basis_number": contents.basis_number,
            "basis_until": f"{contents.basis_until:%d.%m.%Y}",
            "issued_on": f"{issued_at.astimezone(MOSCOW):%d.%m.%Y}",
            "verified_on": f"{contents.verified_on:%d.%m.%Y}",
            "valid_until": f"{contents.valid_until:%d.%m.%Y}",
            "demonstration": contents.demonstration,
            "check": f"{settings().public_origin}/check",
            "address": address(token),
            "keyword": rules.KEYWORD + token,
        },
        files={"qr.svg": _code(address(token))},
    )


def _code(text: str) -> bytes:
    drawn = io.BytesIO()
    segno.make(text, error="m", boost_error=False).save(drawn, kind="svg", border=4, scale=1, xmldecl=False)
    return drawn.getvalue()
