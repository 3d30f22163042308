"""Tables of accounts."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from medportal.features.accounts.schemas import AccountState, RecoveryPurpose, RecoveryState
from medportal.infra.db import Row, new_id
from medportal.kernel import clock
from medportal.kernel.actor import Role


class Account(Row, table=True):
    """A person to the portal. The level is computed from facets elsewhere and never kept here."""

    id: UUID = Field(default_factory=new_id, primary_key=True)
    state: str = Field(default=AccountState.DRAFT, index=True)
    role: str = Role.DOCTOR
    language: str = "ru"
    created_at: datetime = Field(default_factory=clock.now, index=True)


class Credential(Row, table=True):
    """The password of an account, hashed."""

    account_id: UUID = Field(primary_key=True, foreign_key="account.id")
    password_hash: str
    changed_at: datetime = Field(default_factory=clock.now)


class LoginName(Row, table=True):
    """A name at the door that belongs to one account. E-mail and phone count by their confirmation instead."""

    __table_args__ = (UniqueConstraint("kind", "name_fingerprint"), UniqueConstraint("account_id", "kind"))

    id: UUID = Field(default_factory=new_id, primary_key=True)
    account_id: UUID = Field(foreign_key="account.id")
    kind: str
    name_fingerprint: str


class AuthSession(Row, table=True):
    """One browser that has proved who it is. `rot` is the number the newest token bears."""

    id: UUID = Field(default_factory=new_id, primary_key=True)
    account_id: UUID = Field(foreign_key="account.id", index=True)
    applicant: bool = False
    created_at: datetime = Field(default_factory=clock.now)
    seen_at: datetime = Field(default_factory=clock.now)
    expires_at: datetime = Field(index=True)
    revoked_at: datetime | None = None
    rot: int = 1
    rot_seen_at: datetime | None = None
    reveal_until: datetime | None = None
    sealed_agent: str = ""
    sealed_address: str = ""
    neighbourhood_fingerprint: str = ""
    factor_at: datetime | None = None


class SignInCode(Row, table=True):
    """A code that becomes a session once, within a minute."""

    id: UUID = Field(default_factory=new_id, primary_key=True)
    code_fingerprint: str = Field(unique=True)
    account_id: UUID = Field(foreign_key="account.id", index=True)
    applicant: bool = False
    factor: bool = False
    expires_at: datetime = Field(index=True)
    used_at: datetime | None = None


class StaffFactor(Row, table=True):
    """The second factor of a member of staff. `last_step` is the half-minute of the last code used: none works twice.

    Until the device has proved itself (`confirmed_at`), secret and spare codes may be shown and are made anew.
    """

    id: UUID = Field(default_factory=new_id, primary_key=True)
    account_id: UUID = Field(foreign_key="account.id", unique=True)
    sealed_secret: str
    sealed_spare_codes: str | None = None
    last_step: int = 0
    created_at: datetime = Field(default_factory=clock.now)
    confirmed_at: datetime | None = None


class SpareCode(Row, table=True):
    """A code that stands in for the device, once; only its fingerprint is kept."""

    id: UUID = Field(default_factory=new_id, primary_key=True)
    account_id: UUID = Field(foreign_key="account.id", index=True)
    code_fingerprint: str = Field(unique=True)
    used_at: datetime | None = None


class Consent(Row, table=True):
    """What the person agreed to, in which words, when and from where."""

    id: UUID = Field(default_factory=new_id, primary_key=True)
    account_id: UUID = Field(foreign_key="account.id", index=True)
    version: str
    text_hash: str
    language: str = "ru"
    channel: str = "web"
    given_at: datetime = Field(default_factory=clock.now)
    sealed_address: str = ""
    withdrawn_at: datetime | None = None


class Recovery(Row, table=True):
    """A way to set a password without the old one. A row without an account answers an unknown name alike."""

    id: UUID = Field(default_factory=new_id, primary_key=True)
    account_id: UUID | None = Field(default=None, index=True)
    purpose: str = RecoveryPurpose.RECOVERY
    state: str = Field(default=RecoveryState.ASKED, index=True)
    token_fingerprint: str | None = Field(default=None, unique=True)
    code_fingerprint: str | None = None
    attempts: int = 0
    created_at: datetime = Field(default_factory=clock.now, index=True)
    expires_at: datetime
    used_at: datetime | None = None


class SlowDown(Row, table=True):
    """Wrong attempts under one key, and until when to wait. Keys are fingerprints of a name and an address."""

    key_fingerprint: str = Field(primary_key=True)
    account_id: UUID | None = Field(default=None, index=True)
    failures: int = 0
    last_at: datetime = Field(default_factory=clock.now, index=True)
    wait_until: datetime = Field(default_factory=clock.now)
