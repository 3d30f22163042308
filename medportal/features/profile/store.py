"""Queries of the profile, and the only place where its seals are made and opened."""

import json
from dataclasses import asdict
from typing import Any
from uuid import UUID

from sqlmodel import col, or_, select

from medportal.features.profile.models import Profile
from medportal.features.profile.schemas import (
    AddressAnswers,
    Identity,
    NumberAnswers,
    PassportAnswers,
    PersonAnswers,
    WorkAnswers,
)
from medportal.infra import vault
from medportal.infra.db import UnitOfWork, new_id
from medportal.kernel import clock


def find(uow: UnitOfWork, account_id: UUID) -> Profile | None:
    """The profile of an account, if there is one."""
    return uow.session.exec(select(Profile).where(Profile.account_id == account_id)).one_or_none()


def holder_of(uow: UnitOfWork, *, snils: str, inn: str) -> set[UUID]:
    """Accounts that hold either number; an empty string matches none."""
    prints = [
        col(Profile.snils_fingerprint) == vault.fingerprint("snils", snils) if snils else None,
        col(Profile.inn_fingerprint) == vault.fingerprint("inn", inn) if inn else None,
    ]
    wanted = [one for one in prints if one is not None]
    if not wanted:
        return set()
    return set(uow.session.exec(select(Profile.account_id).where(or_(*wanted))).all())


def others_with_passport(uow: UnitOfWork, row: Profile) -> tuple[UUID, ...]:
    """Accounts of other people with the passport of this row."""
    wanted = select(Profile.account_id).where(Profile.passport_fingerprint == row.passport_fingerprint)
    return tuple(
        uow.session.exec(
            wanted.where(col(Profile.account_id) != row.account_id).order_by(col(Profile.account_id))
        ).all()
    )


def free(row: Profile, *, snils: bool, inn: bool) -> None:
    """Let the numbers of a row be another's: it is found by them no more until they are written anew."""
    if snils:
        row.snils_fingerprint = vault.fingerprint("profile.released", f"snils:{row.id}:{new_id()}")
    if inn:
        row.inn_fingerprint = vault.fingerprint("profile.released", f"inn:{row.id}:{new_id()}")


def accounts_at(uow: UnitOfWork, region: str, speciality: str, after: UUID | None, limit: int) -> list[UUID]:
    """Accounts of a region and a speciality, in order, after one of them."""
    wanted = select(Profile.account_id)
    if region:
        wanted = wanted.where(Profile.region == region)
    if speciality:
        wanted = wanted.where(Profile.speciality == speciality)
    if after is not None:
        wanted = wanted.where(col(Profile.account_id) > after)
    return list(uow.session.exec(wanted.order_by(col(Profile.account_id)).limit(limit)).all())


def put(uow: UnitOfWork, account_id: UUID, identity: Identity) -> Profile:
    """Seal a person into his row, making it if there is none."""
    row = find(uow, account_id)
    row_id = row.id if row else new_id()
    passport = identity.passport.passport_series + identity.passport.passport_number
    values: dict[str, Any] = {
        "sealed_person": _seal("sealed_person", row_id, asdict(identity.person)),
        "sealed_snils": vault.seal("profile.sealed_snils", row_id, identity.numbers.snils),
        "snils_fingerprint": vault.fingerprint("snils", identity.numbers.snils),
        "sealed_inn": vault.seal("profile.sealed_inn", row_id, identity.numbers.inn),
        "inn_fingerprint": vault.fingerprint("inn", identity.numbers.inn),
        "sealed_passport": _seal("sealed_passport", row_id, asdict(identity.passport)),
        "passport_fingerprint": vault.fingerprint("passport", passport),
        "sealed_address": _seal("sealed_address", row_id, asdict(identity.address)),
        "sealed_work": _seal("sealed_work", row_id, asdict(identity.work)),
        "speciality": identity.work.speciality,
        "position": identity.work.position,
        "region": identity.address.region,
        "changed_at": clock.now(),
    }
    if row is None:
        row = Profile(id=row_id, account_id=account_id, **values)
    else:
        row.sqlmodel_update(values)
    uow.session.add(row)
    uow.flush()
    return row


def identity_of(row: Profile) -> Identity:
    """Open the seals of a row."""
    return Identity(
        person=PersonAnswers(**_open("sealed_person", row.id, row.sealed_person)),
        numbers=NumberAnswers(
            snils=vault.reveal("profile.sealed_snils", row.id, row.sealed_snils),
            inn=vault.reveal("profile.sealed_inn", row.id, row.sealed_inn),
        ),
        passport=PassportAnswers(**_open("sealed_passport", row.id, row.sealed_passport)),
        address=AddressAnswers(**_open("sealed_address", row.id, row.sealed_address)),
        work=WorkAnswers(**_open("sealed_work", row.id, row.sealed_work)),
    )


def erase(uow: UnitOfWork, account_id: UUID) -> None:
    """Take the profile out, if there is one."""
    if row := find(uow, account_id):
        uow.session.delete(row)


def _seal(column: str, row_id: UUID, values: dict[str, Any]) -> str:
    return vault.seal(f"profile.{column}", row_id, json.dumps(values, ensure_ascii=False))


def _open(column: str, row_id: UUID, sealed: str) -> dict[str, Any]:
    return json.loads(vault.reveal(f"profile.{column}", row_id, sealed))
