"""The end of the wizard: everything is looked at once more, then the person is settled in one transaction."""

from uuid import UUID

from medportal.features.accounts import service as accounts
from medportal.features.accounts.schemas import UNFINISHED
from medportal.features.notifications import service as notifications
from medportal.features.notifications.schemas import Channel
from medportal.features.profile import service as profile
from medportal.features.registration import store, texts
from medportal.features.registration.rules import wizard
from medportal.features.registration.schemas import Answers, HandedIn, Section, Submitted
from medportal.infra import audit, jobs
from medportal.infra.db import UnitOfWork, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import Actor
from medportal.kernel.errors import ConflictError
from medportal.kernel.problem import Problem


def submit(actor: Actor) -> Submitted:
    """Hand the registration in: the profile is sealed, the registers are asked, the account becomes active.

    Raises:
        ConflictError: SNILS or INN went to another account meanwhile, or the registration is finished already.
        ForbiddenError: nobody is behind the actor.
    """
    account_id = actor.must_be_known()
    with unit_of_work() as uow:
        draft = store.hold(uow, account_id)
        must_be_unfinished(uow, account_id)
        kept = store.answers_of(draft)
        unfinished = _unfinished(uow, account_id, kept)
        if unfinished:
            return Submitted(unfinished)
        profile.settle(uow, actor, account_id, wizard.identity(kept))
        store.erase(uow, account_id)
        audit.record(uow, actor, "registration.submitted", account_id)
        _walked_in(uow, account_id)
        return Submitted(ticket=accounts.activate(uow, actor, account_id))


def settle_correction(uow: UnitOfWork, actor: Actor, account_id: UUID, section: Section, kept: Answers) -> HandedIn:
    """Settle a corrected section of a finished registration; the registers are asked about what changed.

    Raises:
        ConflictError: the numbers belong to another account.
    """
    broken = [name for name, one in wizard.progress(kept).items() if not one.valid and name is not Section.CONTACTS]
    if broken:
        # Another section became wrong by this one (a birth date after the passport was issued): it is shown next.
        store.put(uow, account_id, kept)
        return HandedIn(following=broken[0])
    try:
        # All of it or nothing, for the unit goes on after a refusal.
        with uow.attempt():
            profile.settle(uow, actor, account_id, wizard.identity(kept))
    except ConflictError:
        return HandedIn((Problem("", "taken", texts.TAKEN),), taken=True)
    store.erase(uow, account_id)
    audit.record(uow, actor, "registration.corrected", account_id, section=section)
    return HandedIn()


def must_be_unfinished(uow: UnitOfWork, account_id: UUID) -> None:
    """Go on only while the registration is neither submitted nor erased.

    Raises:
        ConflictError: it is over.
    """
    if accounts.get_account(uow, account_id).state not in UNFINISHED:
        raise ConflictError(texts.OVER)


def withdraw(actor: Actor) -> None:
    """Take the consent back: an unfinished registration is erased at once (152-FZ art. 9 p. 2).

    Raises:
        ForbiddenError: nobody is behind the actor.
    """
    accounts.withdraw_consent(actor)


def erase(uow: UnitOfWork, account_id: UUID) -> None:
    """Take the draft, and what a centre keyed in, out when the account is erased."""
    store.erase(uow, account_id)
    store.erase_walk_in(uow, account_id)
    store.erase_visits(uow, account_id)


def _walked_in(uow: UnitOfWork, account_id: UUID) -> None:
    """Who was received in a centre has finished: whoever saw him there may have his proof recorded now."""
    row = store.walk_in(uow, account_id, lock=True)
    if row is not None and row.finished_at is None:
        row.finished_at = clock.now()
        if row.wakes is not None:
            jobs.wake(uow, row.wakes, account_id)


def _unfinished(uow: UnitOfWork, account_id: UUID, kept: Answers) -> tuple[Section, ...]:
    valid = {section for section, one in wizard.progress(kept).items() if one.valid}
    if not all(notifications.is_confirmed(uow, account_id, channel) for channel in Channel):
        valid.discard(Section.CONTACTS)
    if accounts.has_password(uow, account_id):
        valid.add(Section.PASSWORD)
    return tuple(section for section in Section if section is not Section.CONSENT and section not in valid)
