"""Tables of the profile."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from medportal.infra.db import Row, new_id
from medportal.kernel import clock


class Profile(Row, table=True):
    """One person, as he wrote himself down. Groups of answers are sealed JSON; fingerprints forbid a second account.

    `speciality`, `position` and `region` are names from public lists and stay readable: notices are addressed by them.
    """

    id: UUID = Field(default_factory=new_id, primary_key=True)
    account_id: UUID = Field(unique=True, foreign_key="account.id")
    sealed_person: str
    sealed_snils: str
    snils_fingerprint: str = Field(unique=True)
    sealed_inn: str
    inn_fingerprint: str = Field(unique=True)
    sealed_passport: str
    passport_fingerprint: str = Field(index=True)
    sealed_address: str
    sealed_work: str
    speciality: str
    position: str
    region: str
    created_at: datetime = Field(default_factory=clock.now)
    changed_at: datetime = Field(default_factory=clock.now)
