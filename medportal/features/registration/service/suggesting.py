"""What was read off the person's passport, offered to the forms. It stands in no answer before the person takes it."""

from uuid import UUID

from medportal.features.accounts import service as accounts
from medportal.features.documents import service as documents
from medportal.features.documents.schemas.documents import DocumentState
from medportal.features.documents.schemas.kinds import KindKey
from medportal.features.registration import rules
from medportal.features.registration.rules import suggesting
from medportal.features.registration.schemas import Offer, ReadState, Section, Suggestions
from medportal.infra.db import UnitOfWork, reading
from medportal.kernel import clock
from medportal.kernel.actor import Actor, Role

_AT_WORK = {DocumentState.UPLOADED, DocumentState.CHECKING}


def suggestions(actor: Actor, section: Section) -> Suggestions:
    """What the newest scan of the person's passport says for a section.

    Once registered, numbers are given only while the right to reveal them lasts: they stand in no page before.

    Raises:
        ForbiddenError: nobody is behind the actor.
    """
    account_id = actor.must_be_known()
    with reading() as uow:
        hidden = (
            section in rules.SEALED and actor.role is not Role.APPLICANT and not accounts.has_reveal_right(uow, actor)
        )
        return read_for(uow, account_id, section, hidden=hidden)


def read_for(uow: UnitOfWork, account_id: UUID, section: Section, *, hidden: bool = False) -> Suggestions:
    """What the newest scan of an account's passport says for a section; no value of it while they are hidden."""
    current = documents.find_newest(uow, account_id, KindKey.PASSPORT)
    if current is None:
        return Suggestions(ReadState.NONE)
    kept = documents.reading_of(uow, account_id, KindKey.PASSPORT)
    if kept is None or kept.document_id != current.document_id:
        state = ReadState.WORKING if current.state in _AT_WORK else ReadState.UNREAD
        return Suggestions(state, current.document_id)
    words = tuple(one.text for one in kept.findings)
    if hidden:
        return Suggestions(ReadState.HIDDEN, current.document_id, findings=words)
    given = suggesting.answers(section, {name: one.value for name, one in kept.fields.items()}, clock.today())
    names = suggesting.READ_AS.get(section, {})
    offers = tuple(Offer(name, value, proven=kept.fields[names[name]].proven) for name, value in given.items())
    unread = tuple(name for name, source in names.items() if source in kept.unread)
    return Suggestions(ReadState.READ, current.document_id, offers, unread, words)


def has_scan(uow: UnitOfWork, account_id: UUID) -> bool:
    """Whether the person has handed in a scan of the passport."""
    return documents.find_newest(uow, account_id, KindKey.PASSPORT) is not None
