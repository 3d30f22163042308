"""The public check: by number, with the hash of a file if there is one; and what lets anybody check without us."""

import hmac
from datetime import timedelta
from typing import Any

from medportal.features.certificates import rules, store, texts
from medportal.features.certificates.models import Certificate
from medportal.features.certificates.schemas import Answer, State, Verdict, Why
from medportal.features.certificates.service import sealing
from medportal.infra import issuer, throttle, vault
from medportal.infra.db import UnitOfWork, reading, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import Actor
from medportal.kernel.errors import TooOftenError


def check(actor: Actor, typed: str, file_sha256: str | None = None) -> Answer:
    """What the portal's records say of a number, however it was typed.

    Args:
        actor: anybody; counted by network address.
        typed: the number.
        file_sha256: the SHA-256 of a PDF, in hexadecimal: was it altered since?

    Raises:
        TooOftenError: too many checks within a minute from one address.
    """
    with unit_of_work() as uow:
        key = vault.fingerprint("certificates.checked", actor.address)
        if wait := throttle.wait_before(uow, key, rules.CHECKS_PER_MINUTE, timedelta(minutes=1)):
            raise TooOftenError(texts.CHECKED_TOO_OFTEN, wait)
    now, number = clock.now(), rules.read_number(typed)
    if number is None:
        return Answer(Verdict.UNKNOWN, now, "")
    with reading() as uow:
        row = store.by_number(uow, sealing.fingerprint(number))
        answer = _of(row, number) if row is not None and row.issued_at is not None else _of_nobody(uow, number)
    if file_sha256 is None or row is None or row.pdf_sha256 is None:
        return answer
    return _about_file(answer, unchanged=hmac.compare_digest(row.pdf_sha256.encode(), file_sha256.lower().encode()))


def keys(_actor: Actor) -> dict[str, Any]:
    """The public keys, as a JWKS."""
    return issuer.jwks()


def revoked_list(_actor: Actor) -> str | None:
    """The signed list of revoked certificates, by the hashes of their numbers; fresh for a day. None without a key."""
    if not issuer.ready():
        return None
    now = clock.now()
    with reading() as uow:
        numbers = list(store.revoked_numbers(uow, clock.today()))
    times = {"iat": int(now.timestamp()), "exp": int((now + rules.FRESH).timestamp())}
    return issuer.sign("revoked", {"sub": "certificates", **times, "hashes": numbers})


def _of(row: Certificate, number: str) -> Answer:
    contents = sealing.contents_of(row)
    revoked, now = row.state == State.REVOKED, clock.now()
    until = rules.end_of(row.valid_until) if row.valid_until else now
    return Answer(
        verdict=rules.verdict(revoked=revoked, until=until, now=now),
        checked_at=now,
        number=rules.shown(number),
        contents=contents,
        issued_at=row.issued_at,
        revoked_at=row.revoked_at,
        why=Why(row.why) if row.why else None,
    )


def _of_nobody(uow: UnitOfWork, number: str) -> Answer:
    """An erased account leaves the mark of its certificate, and nothing that it said."""
    mark, now = store.find_revoked(uow, rules.number_hash(number)), clock.now()
    if mark is None:
        return Answer(Verdict.UNKNOWN, now, rules.shown(number))
    return Answer(Verdict.REVOKED, now, rules.shown(number), revoked_at=mark.revoked_at, why=Why.ERASED)


def _about_file(answer: Answer, *, unchanged: bool) -> Answer:
    verdict = answer.verdict if unchanged else Verdict.ALTERED
    return Answer(
        verdict, answer.checked_at, answer.number, answer.contents, answer.issued_at, answer.revoked_at, answer.why,
        file_unchanged=unchanged,
    )  # fmt: skip
