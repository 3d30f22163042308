"""The doctor's own certificates: how they stand, the paper, the link."""

from uuid import UUID

from medportal.features.certificates import rules, store, texts
from medportal.features.certificates.models import Certificate
from medportal.features.certificates.schemas import CertificateView, OwnCertificates, State, Why
from medportal.features.certificates.service import printing, sealing
from medportal.features.levels import service as levels
from medportal.features.levels.schemas import Right
from medportal.infra import issuer
from medportal.infra.db import UnitOfWork, reading
from medportal.kernel import clock
from medportal.kernel.actor import Actor
from medportal.kernel.errors import NotFoundError

EARLIER = 20


def own(actor: Actor) -> OwnCertificates:
    """The actor's certificates, and why none can be issued now, if so.

    Raises:
        ForbiddenError: nobody has signed in.
    """
    account_id = actor.must_be_known()
    with reading() as uow:
        rows = store.of_account(uow, account_id)
        refusal = levels.may(uow, account_id, Right.CERTIFICATE)
    shown = [_view(row) for row in rows]
    current = next((one for one in shown if one.state in {State.MAKING, State.ISSUED, State.EXPIRED}), None)
    # While a newer one is made, the one that counts stays in sight among the earlier.
    earlier = tuple(one for one in shown if one is not current and one.issued_at is not None)
    return OwnCertificates(current, earlier[:EARLIER], refusal, issuer.ready())


def paper(actor: Actor, certificate_id: UUID) -> tuple[str, bytes]:
    """The PDF of one's own certificate and the name to save it under.

    Raises:
        NotFoundError: there is none, or it is another's, or it is not made yet.
    """
    with reading() as uow:
        row = _own(uow, actor, certificate_id)
        pdf = sealing.pdf_of(row)
        if pdf is None:
            raise NotFoundError(texts.NOT_READY)
        return f"{rules.shown(sealing.number_of(row))}.pdf", pdf


def link(actor: Actor, certificate_id: UUID) -> tuple[str, str]:
    """The number as printed, and the address by which anybody checks it; the token stands in the fragment of it.

    Raises:
        NotFoundError: there is none, or it is another's, or it is not made yet.
    """
    with reading() as uow:
        row = _own(uow, actor, certificate_id)
        token, number = sealing.token_of(row), sealing.number_of(row)
    if token is None:
        raise NotFoundError(texts.NOT_READY)
    return rules.shown(number), printing.address(token)


def _own(uow: UnitOfWork, actor: Actor, certificate_id: UUID) -> Certificate:
    account_id = actor.must_be_known()
    row = next((one for one in store.of_account(uow, account_id) if one.id == certificate_id), None)
    if row is None:
        raise NotFoundError(texts.NOT_THERE)
    return row


def _view(row: Certificate) -> CertificateView:
    ended = row.state == State.ISSUED and row.valid_until is not None and row.valid_until < clock.today()
    return CertificateView(
        id=row.id,
        state=State.EXPIRED if ended else State(row.state),
        number=rules.shown(sealing.number_of(row)),
        issued_at=row.issued_at,
        valid_until=row.valid_until,
        why=Why(row.why) if row.why else None,
        revoked_at=row.revoked_at,
    )
