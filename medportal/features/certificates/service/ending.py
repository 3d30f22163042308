"""Ending: a certificate is revoked when its level falls, when what it says changes, when a newer one takes its place."""

from uuid import UUID

from medportal.features.certificates import rules, store, texts
from medportal.features.certificates.models import Certificate
from medportal.features.certificates.schemas import State, Why
from medportal.features.certificates.service import gathering, sealing
from medportal.features.levels import service as levels
from medportal.features.levels.schemas import Level
from medportal.features.notifications import service as notifications
from medportal.features.notifications.schemas import Letter, Notice
from medportal.infra import audit, nudges
from medportal.infra.db import UnitOfWork, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import SYSTEM, Actor
from medportal.kernel.errors import NotFoundError
from medportal.settings import settings

_TOLD = frozenset({Why.LEVEL, Why.CHANGED})


def settle(uow: UnitOfWork, account_id: UUID) -> int:
    """Revoke what no longer rests on anything; how many. Harmless twice, and cheap when there is no certificate."""
    rows = [row for row in store.live_of(uow, account_id) if row.state == State.ISSUED]
    if not rows:
        return 0
    fallen = levels.told_level(uow, account_id) < Level.CONFIRMED
    now = None if fallen else gathering.contents_of(uow, account_id)
    mark = gathering.mark_of(now) if now else None
    ended = [row for row in rows if not _over(row) and (fallen or row.contents_mark != mark)]
    for row in ended:
        end(uow, SYSTEM, row, Why.LEVEL if fallen else Why.CHANGED)
    return len(ended)


def revoke(actor: Actor, certificate_id: UUID) -> None:
    """Revoke one's own certificate for good.

    Raises:
        ForbiddenError: nobody has signed in.
        NotFoundError: there is no such certificate, or it is another's, or it is revoked already.
    """
    account_id = actor.must_be_known()
    with unit_of_work() as uow:
        row = store.hold(uow, certificate_id)
        if row is None or row.account_id != account_id or row.state not in store.LIVE:
            raise NotFoundError(texts.NOT_THERE)
        end(uow, actor, row, Why.OWNER)


def end(uow: UnitOfWork, actor: Actor, row: Certificate, why: Why) -> None:
    """Revoke a certificate: its number goes on the published list in the same transaction."""
    row.state, row.why, row.revoked_at, row.next_try_at = State.REVOKED, why, clock.now(), None
    uow.session.add(row)
    number = sealing.number_of(row)
    if row.valid_until is not None:
        store.revoke_number(uow, rules.number_hash(number), row.valid_until)
    audit.record(uow, actor, "certificates.revoked", row.id, why=why)
    if why in _TOLD and row.issued_at is not None:
        _tell(uow, row, number, why)
    nudges.nudge(uow, row.account_id)


def end_others(uow: UnitOfWork, actor: Actor, newer: Certificate) -> None:
    """Revoke what a newer certificate takes the place of."""
    for row in store.live_of(uow, newer.account_id):
        if row.id != newer.id and row.state == State.ISSUED:
            end(uow, actor, row, Why.REPLACED)


def forget_ended(_actor: Actor) -> None:
    """Take numbers off the list whose certificates have ended by themselves."""
    with unit_of_work() as uow:
        store.forget_ended(uow, clock.today())


def erase(uow: UnitOfWork, account_id: UUID) -> None:
    """Forget the certificates of an erased account; their numbers stay on the list, as hashes, until they would have ended."""
    for row in store.live_of(uow, account_id):
        if row.valid_until is not None:
            store.revoke_number(uow, rules.number_hash(sealing.number_of(row)), row.valid_until)
    store.erase(uow, account_id)


def _over(row: Certificate) -> bool:
    return row.valid_until is not None and row.valid_until < clock.today()


def _tell(uow: UnitOfWork, row: Certificate, number: str, why: Why) -> None:
    body = texts.REVOKED_BODY.fill(number=rules.shown(number), reason=why.words)
    letter = Letter(
        texts.REVOKED_TITLE,
        texts.REVOKED_LETTER.fill(reason=why.words, link=f"{settings().public_origin}/certificate"),
        texts.REVOKED_TITLE,
    )
    notice = Notice(texts.REVOKED_TITLE, body, "/certificate")
    notifications.tell(uow, row.account_id, notice, key=f"certificates.revoked:{row.id}", letter=letter)
