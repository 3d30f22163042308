"""The page of one's certificates as the browser sees it: states, days and masks; the link travels by private HTTP."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import reflex as rx

from medportal.features.certificates import service
from medportal.features.certificates.schemas import CertificateView, OwnCertificates
from medportal.kernel.actor import Role
from medportal.kernel.clock import MOSCOW
from medportal.kernel.errors import RefusedError
from medportal.ui.handling import NOTHING, call, told
from medportal.ui.session import actor_of, allow


@dataclass
class CertificateRow:
    """One certificate: no number of it, for whoever has the number can look it up."""

    id: str
    state: str
    words: dict[str, str]
    why: dict[str, str]
    issued_on: str
    until: str


NONE = CertificateRow("", "", dict(NOTHING), dict(NOTHING), "", "")


class CertificateState(rx.State):
    """The certificate that counts, earlier ones, and what is missing for a new one."""

    loaded: bool = False
    current: rx.Field[CertificateRow] = rx.field(default_factory=lambda: NONE)
    earlier: rx.Field[list[CertificateRow]] = rx.field(default_factory=list)
    missing: rx.Field[list[dict[str, str]]] = rx.field(default_factory=list)
    issuing: bool = True
    asking: bool = False
    message: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))

    @rx.event
    @allow(Role.DOCTOR)
    async def open(self) -> None:
        """The page was opened."""
        self.asking, self.message = False, dict(NOTHING)
        await self.refresh()

    @rx.event
    @allow(Role.DOCTOR)
    async def refresh(self) -> None:
        """Something changed: the certificate is ready, or revoked."""
        self._show(await call(service.own, await actor_of(self)))

    @rx.event
    @allow(Role.DOCTOR)
    async def request(self) -> None:
        """The doctor wants a certificate."""
        try:
            await call(service.request, await actor_of(self))
        except RefusedError as refusal:
            self.message = told(refusal)
            return
        self.message = dict(NOTHING)
        await self.refresh()

    @rx.event
    @allow(Role.DOCTOR)
    def ask_revoke(self, asking: bool) -> None:
        """The question whether to revoke is opened or closed."""
        self.asking = asking is True

    @rx.event
    @allow(Role.DOCTOR)
    async def revoke(self, certificate_id: str) -> None:
        """The doctor revokes the certificate for good."""
        try:
            await call(service.revoke, await actor_of(self), UUID(certificate_id))
        except RefusedError as refusal:
            self.message = told(refusal)
        except (ValueError, AttributeError, TypeError):
            return
        self.asking = False
        await self.refresh()

    def _show(self, own: OwnCertificates) -> None:
        self.loaded = True
        self.current = _row(own.current) if own.current else NONE
        self.earlier = [_row(one) for one in own.earlier]
        self.missing = [one.words.pair() for one in own.refusal.missing] if own.refusal else []
        self.issuing = own.issuing


def _row(view: CertificateView) -> CertificateRow:
    return CertificateRow(
        id=str(view.id),
        state=str(view.state),
        words=view.state.words.pair(),
        why=view.why.words.pair() if view.why else dict(NOTHING),
        issued_on=_day(view.issued_at),
        until=_day(view.valid_until),
    )


def _day(moment: date | datetime | None) -> str:
    if isinstance(moment, datetime):
        moment = moment.astimezone(MOSCOW).date()
    return f"{moment:%d.%m.%Y}" if moment else ""
