"""Use cases of the profile: keep a person, say whether a number is taken, show a card, reveal on request."""

from datetime import date, datetime
from uuid import UUID

from medportal.features.accounts import service as accounts
from medportal.features.accounts.schemas import LoginKind
from medportal.features.profile import rules, store, texts
from medportal.features.profile.schemas import Card, Identity, OwnDifference, Workplace
from medportal.features.verification import service as verification
from medportal.infra import audit, facts
from medportal.infra.db import UnitOfWork, reading, unit_of_work
from medportal.infra.errors import TakenError
from medportal.kernel.actor import Actor
from medportal.kernel.errors import ConflictError, ForbiddenError, NotFoundError


def settle(uow: UnitOfWork, actor: Actor, account_id: UUID, identity: Identity) -> None:
    """Keep a person, or keep him anew after a correction, and ask the registers about what changed.

    Raises:
        ConflictError: SNILS or INN belongs to another account; the words do not say which.
    """
    if is_taken(uow, account_id, snils=identity.numbers.snils, inn=identity.numbers.inn):
        raise ConflictError(texts.TAKEN)
    try:
        with uow.attempt():
            row = store.put(uow, account_id, identity)
    except TakenError:
        # Two people were faster than one look: the database has the last word.
        raise ConflictError(texts.TAKEN) from None
    accounts.name_login(uow, account_id, LoginKind.SNILS, identity.numbers.snils)
    audit.record(uow, actor, "profile.settled", row.id)
    facts.changed(uow, account_id)
    for claim in rules.claims(identity):
        verification.request(uow, actor, account_id, claim)


def is_taken(uow: UnitOfWork, account_id: UUID | None, *, snils: str, inn: str) -> bool:
    """Whether another account holds the SNILS or the INN."""
    return bool(store.holder_of(uow, snils=snils, inn=inn) - {account_id})


def holders_of(uow: UnitOfWork, *, snils: str, inn: str) -> frozenset[UUID]:
    """The accounts that hold the SNILS or the INN."""
    return frozenset(store.holder_of(uow, snils=snils, inn=inn))


def others_with_passport(uow: UnitOfWork, account_id: UUID) -> tuple[UUID, ...]:
    """Other accounts that name the same passport as this one."""
    row = store.find(uow, account_id)
    return store.others_with_passport(uow, row) if row else ()


def changed_at(uow: UnitOfWork, account_id: UUID) -> datetime | None:
    """When the person last changed what he had said of himself; None without a profile."""
    row = store.find(uow, account_id)
    return row.changed_at if row else None


def release(uow: UnitOfWork, actor: Actor, account_id: UUID, *, snils: bool, inn: bool) -> None:
    """Take the hold on numbers from an account: somebody decided that they are another person's.

    The account keeps what it has written, and may go on to sign in by phone and e-mail; it is asked to correct itself.
    """
    row = store.find(uow, account_id)
    if row is None or not (snils or inn):
        return
    store.free(row, snils=snils, inn=inn)
    if snils:
        accounts.forget_login(uow, account_id, LoginKind.SNILS)
    audit.record(uow, actor, "profile.number_released", row.id, snils=snils, inn=inn)
    facts.changed(uow, account_id)


def is_settled(uow: UnitOfWork, account_id: UUID) -> bool:
    """Whether the account has a profile, and so names, numbers and a passport that fit the rules."""
    return store.find(uow, account_id) is not None


def passport_valid_until(uow: UnitOfWork, account_id: UUID) -> date | None:
    """The last day of the account's passport (rules §1.5); None when it needs no exchange or there is no profile."""
    row = store.find(uow, account_id)
    return rules.passport_valid_until(store.identity_of(row)) if row else None


def person_mark(uow: UnitOfWork, account_id: UUID) -> str | None:
    """What tells whose account it is, without saying who: it changes only when the person does; None without a profile."""
    row = store.find(uow, account_id)
    return row.snils_fingerprint if row else None


def answers(actor: Actor) -> dict[str, dict[str, str]]:
    """The person's own answers by group, for the forms in which he corrects them.

    Raises:
        NotFoundError: there is no profile yet.
    """
    with reading() as uow:
        return answers_of(uow, actor.must_be_known())


def answers_of(uow: UnitOfWork, account_id: UUID) -> dict[str, dict[str, str]]:
    """The answers of an account by group.

    Raises:
        NotFoundError: there is no profile yet.
    """
    identity = _identity(uow, account_id)
    return {
        "person": identity.person.answers(),
        "numbers": identity.numbers.answers(),
        "passport": identity.passport.answers(),
        "address": identity.address.answers(),
        "work": identity.work.answers(),
    }


def card(actor: Actor) -> Card:
    """The person's own card, numbers masked.

    Raises:
        NotFoundError: there is no profile yet.
    """
    with reading() as uow:
        return rules.card(_own(uow, actor))


def reveal(actor: Actor) -> dict[str, str]:
    """SNILS, INN and passport in full, while the right given by `accounts.confirm_password` lasts; audited.

    Raises:
        ForbiddenError: the password was not confirmed, or too long ago.
        NotFoundError: there is no profile yet.
    """
    with unit_of_work() as uow:
        if not accounts.has_reveal_right(uow, actor):
            raise ForbiddenError(texts.PASSWORD_FIRST)
        identity = _own(uow, actor)
        audit.record(uow, actor, "profile.revealed", actor.account_id)
    passport = identity.passport.passport_series + identity.passport.passport_number
    numbers = {"snils": identity.numbers.snils, "inn": identity.numbers.inn, "passport": passport}
    return {kind: rules.shown(kind, digits) for kind, digits in numbers.items()}


def differences(actor: Actor) -> dict[str, list[OwnDifference]]:
    """By kind of check: the person's own values where a register answered that they differ, numbers masked."""
    with reading() as uow:
        account_id = actor.must_be_known()
        row = store.find(uow, account_id)
        if row is None:
            return {}
        identity = store.identity_of(row)
        checks = verification.checks_of(uow, account_id)
    values = {**identity.person.answers(), **identity.numbers.answers(), **identity.passport.answers()}
    return {
        str(kind): [rules.own_difference(one, values) for one in check.differences]
        for kind, check in checks.items()
        if check.differences
    }


def workplace_of(uow: UnitOfWork, account_id: UUID) -> Workplace | None:
    """Speciality, position and region of an account, as they stand in the public lists; None without a profile."""
    row = store.find(uow, account_id)
    return Workplace(row.speciality, row.position, row.region) if row else None


def accounts_at(uow: UnitOfWork, region: str, speciality: str, after: UUID | None, limit: int) -> list[UUID]:
    """Accounts of a region and a speciality, in order, after one of them; an empty word means all."""
    return store.accounts_at(uow, region, speciality, after, limit)


def personal_words(uow: UnitOfWork, account_id: UUID) -> tuple[str, ...]:
    """What of the person must not stand in his password: names, dates and numbers; nothing without a profile."""
    row = store.find(uow, account_id)
    return tuple(word for group in answers_of(uow, account_id).values() for word in group.values()) if row else ()


def erase(uow: UnitOfWork, account_id: UUID) -> None:
    """Take the profile out when its account is erased."""
    store.erase(uow, account_id)


def _own(uow: UnitOfWork, actor: Actor) -> Identity:
    return _identity(uow, actor.must_be_known())


def _identity(uow: UnitOfWork, account_id: UUID) -> Identity:
    row = store.find(uow, account_id)
    if row is None:
        raise NotFoundError(texts.NO_PROFILE)
    return store.identity_of(row)
