"""Queries of registration, and the only place where drafts are sealed and opened."""

import json
from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, delete, select

from medportal.features.registration.models import Draft, Visit, WalkIn
from medportal.features.registration.schemas import Answers
from medportal.infra import vault
from medportal.infra.db import UnitOfWork, new_id
from medportal.infra.upserts import held
from medportal.kernel import clock

_PLACE = "draft.sealed_answers"


def find(uow: UnitOfWork, account_id: UUID) -> Draft | None:
    """The draft of an account, if there is one, to look at."""
    return uow.session.exec(select(Draft).where(Draft.account_id == account_id)).one_or_none()


def hold(uow: UnitOfWork, account_id: UUID) -> Draft:
    """The draft of an account, made if there is none, and held until the unit ends.

    Of two tabs that save at once the second waits here, and then sees what the first has saved.
    """
    draft_id = new_id()
    empty = Draft(id=draft_id, account_id=account_id, sealed_answers=vault.seal(_PLACE, draft_id, "{}"))
    return held(uow, Draft, "account_id", empty.model_dump())


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


def add_walk_in(uow: UnitOfWork, row: WalkIn) -> None:
    """Keep a new walk-in."""
    uow.session.add(row)
    uow.flush()


def walk_in(uow: UnitOfWork, account_id: UUID, *, lock: bool = False) -> WalkIn | None:
    """The walk-in of an account; `lock` holds it until the unit ends."""
    wanted = select(WalkIn).where(WalkIn.account_id == account_id)
    held = wanted.with_for_update().execution_options(populate_existing=True)
    return uow.session.exec(held if lock else wanted).one_or_none()


def walk_in_by_token(uow: UnitOfWork, fingerprint: str) -> WalkIn | None:
    """The walk-in whose letter holds this token, held until the unit ends."""
    return uow.session.exec(
        select(WalkIn).where(WalkIn.token_fingerprint == fingerprint).with_for_update()
    ).one_or_none()


def unfinished_walk_in(uow: UnitOfWork, *, snils: str | None = None, phone: str | None = None) -> WalkIn | None:
    """The latest unfinished walk-in with this fingerprint of a SNILS or of a phone."""
    mine = WalkIn.snils_fingerprint == snils if snils else WalkIn.phone_fingerprint == phone
    wanted = select(WalkIn).where(mine, col(WalkIn.finished_at).is_(None)).order_by(col(WalkIn.id).desc())
    return uow.session.exec(wanted.limit(1)).first()


def finished_unproven(uow: UnitOfWork, limit: int = 200) -> Sequence[WalkIn]:
    """Walk-ins that their clients have finished and whose proof is not recorded yet."""
    wanted = select(WalkIn).where(col(WalkIn.finished_at).is_not(None), col(WalkIn.proven_at).is_(None))
    return uow.session.exec(wanted.limit(limit)).all()


def erase_walk_in(uow: UnitOfWork, account_id: UUID) -> None:
    """Take the walk-in out, if there is one."""
    if row := walk_in(uow, account_id):
        uow.session.delete(row)
        uow.flush()


def visit(uow: UnitOfWork, account_id: UUID, operator_id: UUID) -> Visit | None:
    """What an operator has to do with a registered client."""
    wanted = select(Visit).where(Visit.account_id == account_id, Visit.operator_id == operator_id)
    return uow.session.exec(wanted).one_or_none()


def visits(uow: UnitOfWork, account_id: UUID) -> Sequence[Visit]:
    """What operators have to do with a registered client, held until the unit ends."""
    return uow.session.exec(select(Visit).where(Visit.account_id == account_id).with_for_update()).all()


def put_visit(uow: UnitOfWork, row: Visit) -> None:
    """Add a visit, or send its changes."""
    uow.session.add(row)
    uow.flush()


def erase_visits(uow: UnitOfWork, account_id: UUID) -> None:
    """Forget the visits of a client who is erased."""
    uow.session.exec(delete(Visit).where(col(Visit.account_id) == account_id))
