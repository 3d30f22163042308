"""The outbox: letters are rows written with their cause, and carried later, once, by whoever is told to look."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from medportal.features.notifications import ports, rules, schemas, store, texts
from medportal.features.notifications.models import Contact, OutboxLetter
from medportal.features.notifications.ports import DeliveryRefusedError, DeliveryTroubleError
from medportal.features.notifications.schemas import (
    ALL_CHANNELS,
    Channel,
    Letter,
    LetterSeen,
    LetterState,
    Parcel,
    Purpose,
    Receipt,
)
from medportal.features.notifications.service import contacts
from medportal.infra import audit, jobs, log, vault
from medportal.infra.db import UnitOfWork, reading, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import SYSTEM
from medportal.kernel.errors import NotFoundError
from medportal.settings import settings

DELIVER = "notifications.deliver"
TO, SUBJECT, BODY, UNSUBSCRIBE = (f"outbox_letter.sealed_{part}" for part in ("to", "subject", "body", "unsubscribe"))

_log = log.get(__name__)


def post(
    uow: UnitOfWork,
    account_id: UUID,
    letter: Letter,
    *,
    purpose: Purpose,
    key: str,
    channels: Collection[Channel] = ALL_CHANNELS,
) -> int:
    """Send a letter to the account's confirmed contacts; contacts that are not confirmed get nothing.

    Args:
        uow: the unit of the letter's cause: no cause, no letter.
        account_id: to whom.
        letter: the words in both languages; the account's language is chosen.
        purpose: why; shown beside the letter.
        key: what the letter is about, e.g. `f"password_changed:{audit_id}"`; a second one with the key is not sent.
        channels: where to; all of them unless told otherwise.

    Returns:
        To how many contacts it goes by this call.
    """
    confirmed = [c for c in store.contacts(uow, account_id) if c.confirmed_at is not None and c.channel in channels]
    return sum(put(uow, contact, letter, purpose, key) for contact in confirmed)


def invite(uow: UnitOfWork, account_id: UUID, letter: Letter, *, key: str) -> bool:
    """Send a letter to the account's e-mail, confirmed or not: its link is what will confirm it.

    Raises:
        NotFoundError: the account has no e-mail.
    """
    contact = store.find_contact(uow, account_id, Channel.EMAIL)
    if contact is None:
        raise NotFoundError(contacts.MISSING[Channel.EMAIL])
    return put(uow, contact, letter, Purpose.CONFIRMATION, key)


def put(uow: UnitOfWork, contact: Contact, letter: Letter, purpose: Purpose, key: str) -> bool:
    """Put one letter for one contact, confirmed or not, into the outbox; True when it was not there yet."""
    language = contacts.language_of(uow, contact.account_id)
    brief = contact.channel == Channel.SMS
    words = (letter.brief or letter.subject) if brief else letter.body
    row = OutboxLetter(
        account_id=contact.account_id,
        channel=contact.channel,
        purpose=purpose,
        key=f"{key}:{contact.channel}",
        language=language,
        worthless_at=clock.now() + letter.lifetime if letter.lifetime else None,
    )
    row.sealed_to = vault.seal(TO, row.id, contacts.value_of(contact))
    row.sealed_subject = vault.seal(SUBJECT, row.id, rules.one_line(letter.subject.within(language)))
    row.sealed_body = vault.seal(BODY, row.id, words.within(language))
    if letter.unsubscribe and not brief:
        row.sealed_unsubscribe = vault.seal(UNSUBSCRIBE, row.id, letter.unsubscribe)
    if not store.add_once(uow, row):
        return False
    jobs.wake(uow, DELIVER, row.id)
    return True


def letters_of(uow: UnitOfWork, account_id: UUID, keys: Sequence[str]) -> dict[str, tuple[LetterSeen, ...]]:
    """What became of letters, by the keys they were posted with; letters older than thirty days are forgotten."""
    found: dict[str, tuple[LetterSeen, ...]] = {}
    for row in store.letters_by_key(uow, account_id, keys):
        key = row.key.rpartition(":")[0]
        seen = LetterSeen(Channel(row.channel), LetterState(row.state), row.sent_at or row.created_at)
        found[key] = (*found.get(key, ()), seen)
    return found


def deliver(letter_id: UUID) -> None:
    """Carry one letter if its time has come; trouble puts it off, a refusal or too many tries end it.

    The transaction is closed while the carrier works. Who takes a letter has it for three minutes: should the process
    die in between, it is carried again rather than lost.
    """
    now = clock.now()
    with unit_of_work() as uow:
        letter = store.claim_letter(uow, letter_id, now, now + rules.LEASE)
        if letter is None:
            return
        if letter.worthless_at is not None and letter.worthless_at <= now:
            _end(uow, letter, LetterState.GIVEN_UP)
            return
        parcel = _parcel(letter)
    try:
        receipt = _carrier(Channel(letter.channel)).send(parcel)
    except DeliveryRefusedError:
        with unit_of_work() as uow:
            _end(uow, store.get_letter(uow, letter_id), LetterState.REFUSED)
    except DeliveryTroubleError as trouble:
        _log.warning("letter_put_off", attempts=letter.attempts, channel=letter.channel)
        _put_off(letter_id, trouble.retry_after)
    else:
        _sent(letter_id, receipt)


def sweep_outbox() -> None:
    """Tell the engine again about letters whose time has come, and throw old ones away."""
    with unit_of_work() as uow:
        for letter_id in store.due_letters(uow, clock.now()):
            jobs.wake(uow, DELIVER, letter_id)
        store.throw_away_old(uow, clock.now() - rules.KEPT_FOR)


def demonstration_outbox(limit: int = 50) -> list[schemas.OutboxLetter]:
    """The newest letters taken by demonstration carriers, revealed. Letters carried for real are never among them.

    Raises:
        NotFoundError: this portal is not a demonstration.
    """
    if not settings().demonstration:
        raise NotFoundError(texts.NO_OUTBOX)
    with reading() as uow:
        return [_revealed(letter) for letter in store.demonstration_letters(uow, limit)]


def _carrier(channel: Channel) -> ports.Mailer | ports.SmsGateway:
    return ports.mailer() if channel is Channel.EMAIL else ports.sms_gateway()


def _parcel(letter: OutboxLetter) -> Parcel:
    shown = _revealed(letter)
    if letter.channel == Channel.SMS:
        return Parcel(letter.id, shown.to, shown.subject, shown.body)
    language = "en" if letter.language == "en" else "ru"
    text = f"{shown.body}\n\n{texts.SIGNATURE.within(language)}\n"
    html = rules.as_html(shown.subject, text.strip(), language)
    ends = vault.reveal(UNSUBSCRIBE, letter.id, letter.sealed_unsubscribe) if letter.sealed_unsubscribe else ""
    return Parcel(letter.id, shown.to, shown.subject, text, html, ends)


def _revealed(letter: OutboxLetter) -> schemas.OutboxLetter:
    return schemas.OutboxLetter(
        letter.id,
        Channel(letter.channel),
        Purpose(letter.purpose),
        LetterState(letter.state),
        letter.created_at,
        vault.reveal(TO, letter.id, letter.sealed_to or ""),
        vault.reveal(SUBJECT, letter.id, letter.sealed_subject or ""),
        vault.reveal(BODY, letter.id, letter.sealed_body or ""),
    )


def _sent(letter_id: UUID, receipt: Receipt) -> None:
    with unit_of_work() as uow:
        letter = store.get_letter(uow, letter_id)
        letter.sent_at = clock.now()
        letter.demonstration = receipt.demonstration
        _end(uow, letter, LetterState.SENT, keep_words=receipt.demonstration)


def _put_off(letter_id: UUID, retry_after: int | None) -> None:
    with unit_of_work() as uow:
        letter = store.get_letter(uow, letter_id)
        wait = rules.next_try(letter.attempts)
        if wait is not None and retry_after is not None:
            wait = max(wait, timedelta(seconds=min(retry_after, 3600)))
        due = clock.now() + wait if wait is not None else None
        if due is None or wait is None or _too_late(letter, due):
            _end(uow, letter, LetterState.GIVEN_UP)
            return
        letter.next_try_at = due
        jobs.wake(uow, DELIVER, letter_id, delay=wait.total_seconds())


def _too_late(letter: OutboxLetter, due: datetime) -> bool:
    return letter.worthless_at is not None and letter.worthless_at <= due


def _end(uow: UnitOfWork, letter: OutboxLetter, state: LetterState, *, keep_words: bool = False) -> None:
    letter.state = state
    if not keep_words:
        letter.sealed_to = letter.sealed_subject = letter.sealed_body = letter.sealed_unsubscribe = None
    audit.record(uow, SYSTEM, "notifications.letter_ended", letter.id, state=state, channel=Channel(letter.channel))
