"""The draft: begun with the consent, kept answer by answer, handed in section by section."""

from datetime import datetime
from uuid import UUID

from medportal.features.accounts import service as accounts
from medportal.features.accounts.schemas import SignInTicket
from medportal.features.notifications import service as notifications
from medportal.features.notifications.schemas import Channel
from medportal.features.profile import service as profile
from medportal.features.registration import rules, store, texts
from medportal.features.registration.models import Draft
from medportal.features.registration.rules import consent, wizard
from medportal.features.registration.schemas import Answers, ContactStatus, HandedIn, Overview, Section
from medportal.features.registration.service import corrections, duplicates, finishing, suggesting
from medportal.infra import audit, throttle, vault
from medportal.infra.db import UnitOfWork, reading, unit_of_work
from medportal.kernel.actor import Actor, Role
from medportal.kernel.errors import ConflictError, InvalidError, TooOftenError
from medportal.kernel.problem import Problem
from medportal.kernel.text import Locale


def begin(actor: Actor, *, agreed: bool, locale: Locale) -> SignInTicket:
    """Create the account in draft; without the consent none is created (152-FZ art. 9; rules §2.4).

    Raises:
        InvalidError: the consent was not given.
        ConflictError: the visitor has a registration or an account already.
        TooOftenError: too many registrations from one address.
    """
    if actor.account_id is not None:
        raise ConflictError(texts.ALREADY_BEGUN)
    if not agreed:
        raise InvalidError(texts.CONSENT_NEEDED, [Problem("consent", "consent_needed", texts.CONSENT_NEEDED)])
    return accounts.open_draft_session(actor, consent.VERSION, consent.text_hash(), locale)


def keep(actor: Actor, section: Section, name: str, value: str) -> datetime:
    """Keep one answer as it was given, right or wrong, so that nothing typed is lost.

    Returns:
        When it was kept.

    Raises:
        InvalidError: there is no such answer, it is secret, or it is longer than any answer may be.
        ConflictError: the section waits for the phone, or the registration is over.
        ForbiddenError: nobody is behind the actor.
    """
    account_id = actor.must_be_known()
    if section not in rules.ANSWERED or not wizard.may_keep(section, name, value):
        raise InvalidError(texts.NO_SUCH_ANSWER)
    with unit_of_work() as uow:
        kept = _draft(uow, actor, account_id, store.hold(uow, account_id))
        _must_be_open(uow, account_id, actor, section)
        kept.setdefault(section, {})[name] = value
        return store.put(uow, account_id, kept).saved_at


def hand_in(actor: Actor, section: Section, values: dict[str, str]) -> HandedIn:
    """Check a section whole and keep it; contacts are told to notifications, codes and links go out.

    A person with a finished registration corrects it so: what fits is settled at once and the registers are asked anew.

    Raises:
        InvalidError: this section takes no answers.
        ConflictError: the section waits for the phone, or the registration is over.
        ForbiddenError: nobody is behind the actor.
        TooOftenError: too many attempts with numbers that belong to somebody.
    """
    account_id = actor.must_be_known()
    if section is Section.PASSWORD:
        return _hand_in_password(actor, account_id, values)
    if section is Section.CONTACTS and actor.role is not Role.APPLICANT:
        return corrections.change_contacts(actor, values)
    if section not in rules.ANSWERED:
        raise InvalidError(texts.NO_SUCH_ANSWER)
    with unit_of_work() as uow:
        kept = _draft(uow, actor, account_id, store.hold(uow, account_id))
        _must_be_open(uow, account_id, actor, section)
        clean, problems = wizard.judge(section, values, kept)
        kept[section] = clean if not problems else wizard.known(section, values)
        if problems:
            store.put(uow, account_id, kept)
            return HandedIn(problems)
        if section is Section.NUMBERS and is_taken(uow, actor, account_id, clean):
            # What is claimed is kept, so that the one who decides sees it.
            store.put(uow, account_id, kept)
            return HandedIn((Problem("", "taken", texts.TAKEN),), taken=True)
        if actor.role is not Role.APPLICANT:
            return finishing.settle_correction(uow, actor, account_id, section, kept)
        store.put(uow, account_id, kept)
        if section is Section.CONTACTS:
            notifications.put_contact(uow, actor, account_id, Channel.SMS, clean["phone"])
            notifications.put_contact(uow, actor, account_id, Channel.EMAIL, clean["email"])
        view = _overview(uow, account_id, kept)
    return HandedIn(following=rules.following(section, view.statuses))


def overview(actor: Actor) -> Overview:
    """The task list as it stands; for a visitor everything but the consent is locked."""
    if actor.account_id is None:
        return Overview(
            rules.statuses({}, consented=False, contacts=ContactStatus(), has_password=False), ContactStatus(), None
        )
    correcting = actor.role is not Role.APPLICANT
    with reading() as uow:
        draft = store.find(uow, actor.account_id)
        view = _overview(uow, actor.account_id, _draft(uow, actor, actor.account_id, draft), correcting=correcting)
        scanned = suggesting.has_scan(uow, actor.account_id)
    return Overview(view.statuses, view.contacts, draft.saved_at if draft else None, correcting, scanned)


def answers(actor: Actor) -> Answers:
    """What the person has answered, for his own forms and for the page where he checks it; secrets are never kept.

    Once registered, numbers are given only while the right to reveal them lasts: an open screen is not enough.

    Raises:
        ForbiddenError: nobody is behind the actor.
    """
    account_id = actor.must_be_known()
    with reading() as uow:
        kept = _draft(uow, actor, account_id, store.find(uow, account_id))
        if actor.role is Role.APPLICANT or accounts.has_reveal_right(uow, actor):
            return kept
    return {section: values for section, values in kept.items() if section not in rules.SEALED}


def section_answers(actor: Actor, section: Section) -> dict[str, str]:
    """What the person has answered in one section."""
    return answers(actor).get(section, {})


def _draft(uow: UnitOfWork, actor: Actor, account_id: UUID, draft: Draft | None) -> Answers:
    """The answers so far; a correction begins with the profile, where there is one."""
    kept = store.answers_of(draft)
    if kept or actor.role is Role.APPLICANT or not profile.is_settled(uow, account_id):
        return kept
    return {Section(group): values for group, values in profile.answers_of(uow, account_id).items()}


def _must_be_open(uow: UnitOfWork, account_id: UUID, actor: Actor, section: Section) -> None:
    if actor.role is not Role.APPLICANT:
        if section not in rules.CORRECTABLE or not profile.is_settled(uow, account_id):
            raise InvalidError(texts.NO_SUCH_ANSWER)
        return
    # Another tab may have submitted or erased it a moment ago: a late answer must not outlive the draft.
    finishing.must_be_unfinished(uow, account_id)
    if section not in rules.BEFORE_PHONE and not notifications.is_confirmed(uow, account_id, Channel.SMS):
        raise ConflictError(texts.PHONE_FIRST)


def is_taken(uow: UnitOfWork, actor: Actor, account_id: UUID, clean: dict[str, str]) -> bool:
    """Whether another account holds the numbers; then a person is to look.

    Asked too often, the answer stops: it could serve to search people.
    """
    if not profile.is_taken(uow, account_id, snils=clean["snils"], inn=clean["inn"]):
        duplicates.gone(uow, account_id)
        return False
    key = vault.fingerprint("throttle.taken", actor.address or str(account_id))
    if seconds := throttle.wait_before(uow, key, limit=10, window=rules.TAKEN_WINDOW):
        raise TooOftenError(texts.TOO_OFTEN, seconds)
    audit.record(uow, actor, "registration.duplicate_met", account_id)
    duplicates.met(uow, account_id, clean)
    return True


def _hand_in_password(actor: Actor, account_id: UUID, values: dict[str, str]) -> HandedIn:
    with reading() as uow:
        kept = store.answers_of(store.find(uow, account_id))
        if not notifications.is_confirmed(uow, account_id, Channel.SMS):
            raise ConflictError(texts.PHONE_FIRST)
    _, problems = wizard.judge(Section.PASSWORD, values, kept)
    if problems:
        return HandedIn(problems)
    try:
        accounts.set_password(actor, values.get("password", ""), wizard.personal_words(kept))
    except InvalidError as refusal:
        return HandedIn(refusal.problems)
    with reading() as uow:
        view = _overview(uow, account_id, kept)
    return HandedIn(following=rules.following(Section.PASSWORD, view.statuses))


def _overview(uow: UnitOfWork, account_id: UUID, kept: Answers, *, correcting: bool = False) -> Overview:
    shown = notifications.contacts_of(uow, account_id)
    phone, email = shown.get(Channel.SMS), shown.get(Channel.EMAIL)
    contacts = ContactStatus(
        phone=phone.masked if phone else "",
        phone_confirmed=bool(phone and phone.confirmed),
        email=email.masked if email else "",
        email_confirmed=bool(email and email.confirmed),
    )
    progress = wizard.progress(kept)
    if correcting:
        # The contacts of a finished registration stand with notifications, not among the answers.
        progress[Section.CONTACTS] = rules.Progress(begun=True, valid=True)
    return Overview(
        rules.statuses(
            progress,
            consented=True,
            contacts=contacts,
            has_password=accounts.has_password(uow, account_id),
        ),
        contacts,
        None,
    )
