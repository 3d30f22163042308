"""Queries of registration, and the only place where drafts are sealed and opened."""

import json
from uuid import UUID

from sqlmodel import select

from medportal.features.registration.models import Draft
from medportal.features.registration.schemas import Answers
from medportal.infra import vault
from medportal.infra.db import UnitOfWork, new_id
from medportal.kernel import clock

_PLACE = "draft.sealed_answers"


def find(uow: UnitOfWork, account_id: UUID) -> Draft | None:
    """The draft of an account, if there is one; locked against a second writer until the unit ends."""
    return uow.session.exec(select(Draft).where(Draft.account_id == account_id).with_for_update()).one_or_none()


def answers_of(draft: Draft | None) -> Answers:
    """What was answered so far, by section."""
    return json.loads(vault.reveal(_PLACE, draft.id, draft.sealed_answers)) if draft else {}


def put(uow: UnitOfWork, account_id: UUID, answers: Answers) -> Draft:
    """Seal the answers into the account's draft, making it if there is none."""
    draft = find(uow, account_id)
    if draft is None:
        draft = Draft(id=new_id(), account_id=account_id, sealed_answers="")
    draft.sealed_answers = vault.seal(_PLACE, draft.id, json.dumps(answers, ensure_ascii=False))
    draft.saved_at = clock.now()
    uow.session.add(draft)
    uow.flush()
    return draft


def erase(uow: UnitOfWork, account_id: UUID) -> None:
    """Take the draft out, if there is one."""
    if draft := find(uow, account_id):
        uow.session.delete(draft)
        uow.flush()
