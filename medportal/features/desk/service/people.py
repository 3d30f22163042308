"""Who somebody of the staff is, for colleagues: a role and a masked address."""

from collections.abc import Iterable
from uuid import UUID

from medportal.features.desk import texts
from medportal.features.notifications import service as notifications
from medportal.features.notifications.schemas import Channel
from medportal.infra.db import UnitOfWork
from medportal.kernel.text import Text


def called(uow: UnitOfWork, me: UUID, ids: Iterable[UUID | None]) -> dict[UUID, Text]:
    """What each of these people is called on the desk's screens."""
    found: dict[UUID, Text] = {}
    for one in {each for each in ids if each is not None}:
        contact = notifications.contacts_of(uow, one).get(Channel.EMAIL)
        found[one] = (
            texts.YOU if one == me else Text(ru=contact.masked, en=contact.masked) if contact else texts.COLLEAGUE
        )
    return found
