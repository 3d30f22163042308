"""A document as the viewer shows it: what a state may hold apart from what only private HTTP may carry."""

import json
from uuid import UUID

from medportal.features.documents.models import Document, DocumentLook, DocumentMove
from medportal.features.documents.rules import judging, showing
from medportal.features.documents.rules.reading import addresses
from medportal.features.documents.schemas.documents import (
    BoxView,
    DocumentState,
    DocumentView,
    LookKind,
    LookView,
    May,
    MoveView,
    PageView,
    Reason,
    VersionView,
)
from medportal.features.documents.schemas.kinds import KINDS, KindKey
from medportal.features.documents.service import cards, desk, evidence
from medportal.features.documents.service.cards import WHY_PLACE
from medportal.features.documents.store import documents as store
from medportal.features.documents.store import files
from medportal.features.documents.texts import documents as texts
from medportal.features.documents.texts import judging as judging_texts
from medportal.features.notifications import service as notifications
from medportal.features.notifications.schemas import Channel
from medportal.features.profile import service as profile
from medportal.infra import vault
from medportal.infra.db import UnitOfWork
from medportal.kernel import clock
from medportal.kernel.actor import Role
from medportal.kernel.text import Text


def view_of(uow: UnitOfWork, row: Document, *, owner: bool) -> DocumentView:
    """Everything of a document that holds no value."""
    card = cards.card(row, clock.today())
    signed = files.signature(uow, row.id) is not None
    may = showing.may(card.kind, card.state, binned=card.binned, signed=signed) if owner else May()
    kept = cards.reading_of(row)
    return DocumentView(
        card=card,
        pages=_pages(uow, row.id),
        boxes=tuple(
            BoxView(name, texts.FIELDS[name], one.page, one.box, one.source, one.proven)
            for name, one in (kept.fields.items() if kept else ())
            if one.box is not None and name in texts.FIELDS
        ),
        unread=tuple(texts.FIELDS[name] for name in (kept.unread if kept else ()) if name in texts.FIELDS),
        reasons=reasons_of(uow, row),
        advice=tuple(Reason(code, words) for code, decisive, words in cards.findings_of(row) if not decisive),
        scan_word=texts.SCANS[row.scan],
        versions=tuple(_version(one, row.id) for one in store.of_series(uow, row.series_id)),
        moves=moves_of(uow, row.id),
        looks=tuple(_look(one, row) for one in store.looks(uow, row.id)),
        fields=KINDS[KindKey(row.kind)].fields,
        files=len(files.originals(uow, row.id)),
        signed=signed,
        may=may,
        original=f"/files/{row.id}/original" if owner else "",
        review=desk.review_of(uow, row),
        failed=tuple(json.loads(row.failed)),
    )


def reasons_of(uow: UnitOfWork, row: Document) -> tuple[Reason, ...]:
    """Why the document stands where it stands, with words: the desk's, the reader's or the rules' own."""
    said = desk.decision(uow, row)
    if said is not None and said.reasons and said.state == row.state:
        return said.reasons
    read = {code: words for code, decisive, words in cards.findings_of(row) if decisive}
    return tuple(_reason(uow, row, code, read) for code in json.loads(row.codes))


def moves_of(uow: UnitOfWork, document_id: UUID) -> tuple[MoveView, ...]:
    """Every move of a document, oldest first."""
    return tuple(_move(uow, one) for one in store.moves(uow, document_id))


def values_of(uow: UnitOfWork, row: Document) -> dict[str, object]:
    """What is personal: values read and typed, where what was read differs from the profile, names, why staff looked."""
    kept = cards.reading_of(row)
    read = {name: one.value for name, one in kept.fields.items()} if kept else {}
    answers = profile.answers_of(uow, row.account_id) if profile.is_settled(uow, row.account_id) else {}
    flat = {name: value for group in answers.values() for name, value in group.items()}
    names = cards.names([(row.id, one.id, one.sealed_name) for one in files.originals(uow, row.id)])
    return {
        "read": read,
        "profile": _beside(read, flat),
        "marks": _marks(read, flat),
        "typed": cards.values_of(row),
        "note": desk.note_of(uow, row),
        "files": names.get(row.id, []),
        "looks": {
            str(one.id): _why(one, vault.reveal(WHY_PLACE, one.id, one.sealed_why))
            for one in store.looks(uow, row.id)
            if one.sealed_why
        },
    }


def _why(look: DocumentLook, words: str) -> dict[str, str]:
    """Why staff looked, in both languages where it was for a case; what somebody wrote stays as it is."""
    for_case = look.case_id is not None and words == texts.FOR_A_CASE.ru
    return texts.FOR_A_CASE.pair() if for_case else {"ru": words, "en": words}


def _beside(read: dict[str, str], answers: dict[str, str]) -> dict[str, str]:
    """What stands in the profile where something was read."""
    found = {name: answers.get(key, "") for name, key in evidence.PROFILE.items() if name in read}
    return {**found, "registration_address": addresses.line(answers)} if read else found


def _marks(read: dict[str, str], answers: dict[str, str]) -> dict[str, dict[str, list[int]]]:
    """Places that differ where letters alone do not tell it: an address may be written in many ways."""
    stamp, typed = read.get("registration_address", ""), addresses.line(answers)
    wrong, missed = addresses.unlike(typed, stamp) if stamp and typed else ((), ())
    return {"registration_address": {"typed": list(wrong), "read": list(missed)}}


def _reason(uow: UnitOfWork, row: Document, code: str, read: dict[str, Text]) -> Reason:
    if code in judging_texts.WORDS:
        return judging.reason(code)
    if code in read:
        return Reason(code, read[code])
    # Words that name fields are made anew from what is known now.
    again = {one.code: one for one in judging.verdict(evidence.gather(uow, row)).reasons}
    return again.get(code, Reason(code, texts.LOOK_AGAIN))


def _pages(uow: UnitOfWork, document_id: UUID) -> tuple[PageView, ...]:
    return tuple(
        PageView(
            number,
            page.width,
            page.height,
            page.blank,
            f"/files/{document_id}/pages/{number}",
            f"/files/{document_id}/pages/{number}/thumbnail",
        )
        for number, page in enumerate(files.pages(uow, document_id), start=1)
    )


def _version(row: Document, current: UUID) -> VersionView:
    state = DocumentState(row.state)
    return VersionView(row.id, state, showing.word(state)[0], row.created_at, row.id == current)


def _move(uow: UnitOfWork, row: DocumentMove) -> MoveView:
    state = DocumentState(row.after)
    return MoveView(row.at, state, showing.word(state)[0], _brought_by(uow, row) or texts.ACTORS[row.by_role])


def _brought_by(uow: UnitOfWork, row: DocumentMove) -> Text | None:
    """Who in the centre scanned it: the owner of the paper may know at whose table it lay."""
    if row.by_role != Role.OPERATOR or row.before != DocumentState.GATHERING or row.by_id is None:
        return None
    mail = notifications.contacts_of(uow, row.by_id).get(Channel.EMAIL)
    return texts.BROUGHT_BY.fill(who=mail.masked) if mail else texts.ACTORS[row.by_role]


def _look(row: DocumentLook, document: Document) -> LookView:
    own = row.viewer_id == document.account_id
    return LookView(row.id, row.at, texts.ACTORS["own" if own else row.viewer_role], own, LookKind(row.what))
