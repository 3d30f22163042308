"""Queries of registration, and the only place where drafts are sealed and opened."""

import json
from uuid import UUID

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import select

from medportal.features.registration.models import Draft
from medportal.features.registration.schemas import Answers
from medportal.infra import vault
from medportal.infra.db import UnitOfWork, new_id
from medportal.kernel import clock

_PLACE = "draft.sealed_answers"
_TRIES = 5


def find(uow: UnitOfWork, account_id: UUID) -> Draft | None:
    """The draft of an account, if there is one, to look at."""
    return uow.session.exec(select(Draft).where(Draft.account_id == account_id)).one_or_none()


def hold(uow: UnitOfWork, account_id: UUID) -> Draft:
    """The draft of an account, made if there is none, and held until the unit ends.

    Of two tabs that save at once the second waits here, and then sees what the first has saved.
    """
    insert = postgresql.insert if uow.session.get_bind().dialect.name == "postgresql" else sqlite.insert
    draft_id = new_id()
    empty = Draft(id=draft_id, account_id=account_id, sealed_answers=vault.seal(_PLACE, draft_id, "{}"))
    made = insert(Draft).values(**empty.model_dump()).on_conflict_do_nothing()
    wanted = select(Draft).where(Draft.account_id == account_id)
    for _ in range(_TRIES):
        uow.session.exec(made)
        query = wanted.with_for_update().execution_options(populate_existing=True)
        # Whoever held it until now may have taken it out: then it is made anew.
        if draft := uow.session.exec(query).one_or_none():
            return draft
    raise RuntimeError("a draft was taken out again and again")


def answers_of(draft: Draft | None) -> Answers:
    """What was answered so far, by section."""
    return json.loads(vault.reveal(_PLACE, draft.id, draft.sealed_answers)) if draft else {}


def put(uow: UnitOfWork, account_id: UUID, answers: Answers) -> Draft:
    """Seal the answers into the account's draft, making it if there is none."""
    draft = hold(uow, account_id)
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
