"""Proofs of identity: somebody compared a face with a passport, or a signature or a bank stands for the person."""

from uuid import UUID

from medportal.features.levels import store, texts
from medportal.features.levels.models import IdentityProof
from medportal.features.levels.schemas import How, ProofView
from medportal.features.levels.service import identity
from medportal.features.profile import service as profile
from medportal.infra import audit, facts, nudges
from medportal.infra.db import UnitOfWork
from medportal.kernel.actor import Actor, Role
from medportal.kernel.errors import ConflictError, ForbiddenError

_IN_PERSON = frozenset({Role.OPERATOR, Role.ADMINISTRATOR})


def record_proof(uow: UnitOfWork, actor: Actor, account_id: UUID, how: How) -> UUID:
    """Keep that the identity of an account's person was proven.

    The proof is bound to the person's SNILS: an account that is turned into somebody else's loses it.

    Args:
        uow: the caller's unit.
        actor: the operator who saw the person, or the portal itself for a signature or a bank.
        account_id: whose identity.
        how: in which way.

    Returns:
        The id of the proof.

    Raises:
        ForbiddenError: in person only an operator or administrator proves, and nobody proves himself.
        ConflictError: there is no profile yet, so there is nobody to prove.
    """
    if how is How.IN_PERSON and (actor.role not in _IN_PERSON or actor.account_id is None):
        raise ForbiddenError(texts.PROOF_BY_OPERATOR)
    if how is not How.IN_PERSON and actor.role is not Role.SYSTEM:
        raise ForbiddenError(texts.PROOF_BY_OPERATOR)
    if actor.account_id == account_id:
        raise ForbiddenError(texts.PROOF_OF_ONESELF)
    mark = profile.person_mark(uow, account_id)
    if mark is None:
        raise ConflictError(texts.PROOF_OF_NOBODY)
    proof = IdentityProof(account_id=account_id, how=how, person_mark=mark, proved_by=actor.account_id)
    store.add_proof(uow, proof)
    audit.record(uow, actor, "levels.identity_proven", account_id, how=how, proof=proof.id)
    facts.changed(uow, account_id)
    nudges.nudge(uow, account_id)
    return proof.id


def proof_of(uow: UnitOfWork, account_id: UUID) -> ProofView | None:
    """The newest proof that counts: one that is about the person whose account it is today."""
    mark = profile.person_mark(uow, account_id)
    found = store.proofs(uow, account_id, mark) if mark else ()
    if not found:
        return None
    return ProofView(found[0].id, How(found[0].how), found[0].proved_at, found[0].proved_by)


def counts(uow: UnitOfWork, account_id: UUID) -> bool:
    """Whether the identity is proven: by a proof about this very person that no later decision of the desk denies."""
    proof, refused = proof_of(uow, account_id), identity.refused_last(uow, account_id)
    if proof is None:
        return False
    return refused is None or refused.decided_at is None or proof.proved_at > refused.decided_at
