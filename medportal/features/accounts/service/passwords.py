"""One's own password: set, changed, and typed again before something is revealed."""

from collections.abc import Callable, Iterable, Sequence
from uuid import UUID

from medportal.features.accounts import rules, store, texts
from medportal.features.accounts.models import Credential
from medportal.features.accounts.schemas import UNFINISHED, RevokeReason
from medportal.features.accounts.service import letters, sessions, slow_downs
from medportal.features.notifications import service as notifications
from medportal.features.notifications.schemas import Purpose
from medportal.infra import audit, passwords
from medportal.infra.db import UnitOfWork, new_id, reading, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import Actor
from medportal.kernel.errors import ConflictError, ForbiddenError, InvalidError, RefusedError
from medportal.kernel.problem import Problem

personal_words: list[Callable[[UnitOfWork, UUID], Iterable[str]]] = []
"""What higher slices know of a person that may not stand in the password. The wiring appends them."""


def set_password(actor: Actor, password: str, personal: Sequence[str] = ()) -> None:
    """Set the password of one's unfinished registration; call it in a thread.

    Args:
        actor: the applicant.
        password: the new password.
        personal: the person's names, dates and numbers, none of which may stand in it.

    Raises:
        InvalidError: it does not fit; one problem per thing to mend, all at `password`.
        ConflictError: the registration is finished: there `change_password` asks for the old one.
    """
    account_id = actor.must_be_known()
    hashed = hash_chosen(password, personal)
    with unit_of_work() as uow:
        if store.get_account(uow, account_id).state not in UNFINISHED:
            raise ConflictError(texts.NOT_A_DRAFT)
        put_password(uow, account_id, hashed)
        audit.record(uow, actor, "accounts.password_set", account_id)


def change_password(actor: Actor, old: str, new: str) -> None:
    """Put a new password in place of the old one. Other sessions end, every confirmed contact is told.

    Raises:
        RefusedError: the old password is wrong; the problem is at `old_password`.
        TooOftenError: it was wrong too often.
        InvalidError: the new one does not fit, or is the old one; problems at `new_password`.
    """
    account_id = actor.must_be_known()
    must_fit(new, (), "new_password")
    _prove(actor, account_id, old, "old_password")
    with reading() as uow:
        personal = words_of(uow, account_id)
    must_fit(new, personal, "new_password")
    if rules.plain(old) == rules.plain(new):
        raise InvalidError(texts.PASSWORD_SAME, [Problem("new_password", "password_same", texts.PASSWORD_SAME)])
    hashed = passwords.hash_password(rules.plain(new))
    with unit_of_work() as uow:
        put_password(uow, account_id, hashed)
        audit.record(uow, actor, "accounts.password_changed", account_id)
        store.end_recoveries(uow, account_id, clock.now())
        sessions.revoke_all(uow, actor, account_id, RevokeReason.PASSWORD_CHANGED, but=actor.session_id)
        tell_changed(uow, account_id)


def confirm_password(actor: Actor, password: str) -> None:
    """Prove once more who sits there; for thirty seconds after, this session may reveal what is masked.

    Raises:
        RefusedError: the password is wrong.
        TooOftenError: it was wrong too often.
        ForbiddenError: the actor has no session.
    """
    account_id = actor.must_be_known()
    if actor.session_id is None:
        raise ForbiddenError(texts.SESSION_OVER)
    _prove(actor, account_id, password)
    with unit_of_work() as uow:
        found = store.find_session(uow, actor.session_id)
        if found is None or found[0].account_id != account_id or found[0].revoked_at is not None:
            raise ForbiddenError(texts.SESSION_OVER)
        found[0].reveal_until = clock.now() + rules.REVEAL_TTL
        audit.record(uow, actor, "accounts.password_confirmed", account_id, session=actor.session_id)


def may_reveal(actor: Actor) -> bool:
    """Whether this session proved its password within the last thirty seconds."""
    with reading() as uow:
        return has_reveal_right(uow, actor)


def has_reveal_right(uow: UnitOfWork, actor: Actor) -> bool:
    """The same as `may_reveal`, for a caller that has a unit open."""
    found = store.find_session(uow, actor.session_id) if actor.session_id else None
    if found is None or found[0].account_id != actor.account_id or found[0].revoked_at is not None:
        return False
    return found[0].reveal_until is not None and clock.now() < found[0].reveal_until


def hash_chosen(password: str, personal: Sequence[str] = (), field: str = "password") -> str:
    """The hash of a new password, outside any transaction, for hashing is slow on purpose.

    Raises:
        InvalidError: it does not fit.
    """
    must_fit(password, personal, field)
    return passwords.hash_password(rules.plain(password))


def put_password(uow: UnitOfWork, account_id: UUID, hashed: str) -> None:
    """Keep the hash of an account's password in place of the one before."""
    credential = store.find_credential(uow, account_id)
    if credential is None:
        credential = Credential(account_id=account_id, password_hash=hashed)
        uow.session.add(credential)
    credential.password_hash, credential.changed_at = hashed, clock.now()
    uow.flush()


def tell_changed(uow: UnitOfWork, account_id: UUID) -> None:
    """Tell every confirmed contact that the password is another one now."""
    notifications.post(
        uow, account_id, letters.password_changed(), purpose=Purpose.SECURITY, key=f"password_changed:{new_id()}"
    )


def words_of(uow: UnitOfWork, account_id: UUID) -> tuple[str, ...]:
    """What is known of a person and may not stand in the password."""
    return tuple(word for known in personal_words for word in known(uow, account_id))


def must_fit(password: str, personal: Sequence[str], field: str) -> None:
    """Refuse a password that does not fit, with a problem for each thing to mend.

    Raises:
        InvalidError: it does not fit.
    """
    problems = rules.password_problems(rules.plain(password), personal, field)
    if problems:
        raise InvalidError(problems[0].text, problems)


def _prove(actor: Actor, account_id: UUID, password: str, field: str = "password") -> None:
    counts = slow_downs.keys("prove", str(account_id), actor.address)
    with unit_of_work() as uow:
        credential = store.find_credential(uow, account_id)
        slow_downs.wait_or_count(uow, counts, account_id)
    right = credential is not None and passwords.verify(credential.password_hash, rules.plain(password))
    with unit_of_work() as uow:
        if right:
            slow_downs.right(uow, counts)
        else:
            audit.record(uow, actor, "accounts.password_refused", account_id)
    if not right:
        raise RefusedError(texts.WRONG_PASSWORD, [Problem(field, "password_wrong", texts.WRONG_PASSWORD)])
