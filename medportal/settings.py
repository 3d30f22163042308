"""Settings from the environment, every one typed; each default is right on a laptop and fit to be public.

Nothing else in the portal reads the environment. Values that are secret do not appear in a `repr` or in an error.
"""

from functools import cache
from pathlib import Path
from typing import Literal, Self
from urllib.parse import urlsplit

from pydantic import AliasChoices, BaseModel, Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class Centre(BaseModel):
    """A service centre that receives people."""

    name: str
    address: str = ""
    phone: str = ""
    hours: str = ""


class Settings(BaseSettings):
    """What the portal is told from outside: `MEDPORTAL_<NAME>`, and `PORT` as hosting services give it."""

    model_config = SettingsConfigDict(
        env_prefix="MEDPORTAL_", hide_input_in_errors=True, env_ignore_empty=True, populate_by_name=True
    )

    mode: Literal["demonstration", "production"] = "demonstration"
    data_dir: Path = Path("data")
    database_url: str = Field(default="sqlite:///data/medportal.db", repr=False)
    redis_url: str | None = Field(default=None, repr=False)

    public_origin: str = "http://localhost:8000"
    port: int = Field(default=8000, ge=1, le=65535, validation_alias=AliasChoices("MEDPORTAL_PORT", "PORT"))
    bind: str = "127.0.0.1"
    trusted_proxy_hops: int = Field(default=0, ge=0, le=8)
    log_json: bool | None = None
    workers: int = Field(default=2, ge=1, le=64)  # web processes; more than one only with Redis
    socket_burst: int = Field(default=1500, ge=1)  # sockets one address may open at once, …
    socket_refill: float = Field(default=5.0, gt=0)  # … and how many more it earns each second

    vault_keys: str | None = Field(default=None, repr=False)
    index_key: str | None = Field(default=None, repr=False)
    token_key: str | None = Field(default=None, repr=False)
    issuer_key: str | None = Field(default=None, repr=False)  # PEM, P-256; nothing is issued without it in production

    register_snils_url: str | None = None
    register_inn_url: str | None = None
    register_passport_url: str | None = None
    register_policy_url: str | None = None
    register_education_url: str | None = None
    register_practitioner_url: str | None = None
    register_practitioner_token: SecretStr | None = None  # the bearer token, and in whose name it asks
    register_practitioner_organisation: str = ""

    institutions_file: Path | None = None  # a newer list of accredited institutions than the one that comes along

    # Who answers for the data (152-FZ art. 18.1): shown on the privacy page; nothing is invented when it is empty.
    operator_name: str = ""
    operator_address: str = ""
    operator_contact: str = ""

    # Service centres, as JSON: [{"name": …, "address": …, "phone": …, "hours": …}]; none is invented.
    centres: list[Centre] = Field(default_factory=list)

    smtp_url: str | None = Field(default=None, repr=False)
    mail_from: str = "MedPortal <noreply@localhost>"
    sms_gateway_url: str | None = None
    sms_gateway_token: SecretStr | None = None
    smsc_login: str | None = None  # SMSC.RU in place of the generic gateway
    smsc_password: SecretStr | None = None
    smsc_sender: str = ""

    reports_dir: Path | None = None  # templates of reports beside the portal's own; DATA_DIR/reports without it

    store_url: str | None = Field(default=None, repr=False)  # s3://bucket/prefix?endpoint=…; a local folder without it
    clamd: str | None = None  # unix:/run/clamav/clamd.ctl or tcp://host:3310; files are not scanned without it
    tessdata: Path | None = (
        None  # the folder with Tesseract's rus.traineddata; the usual places are looked at without it
    )

    @model_validator(mode="after")
    def _follow(self) -> Self:
        """The database stands in the data directory, and the origin names the port, unless told otherwise."""
        if "database_url" not in self.model_fields_set:
            self.database_url = f"sqlite:///{self.data_dir / 'medportal.db'}"
        if "public_origin" not in self.model_fields_set:
            self.public_origin = f"http://localhost:{self.port}"
        self.public_origin = self.public_origin.rstrip("/")
        return self

    @property
    def demonstration(self) -> bool:
        """Whether this portal only shows itself, with invented people and registers."""
        return self.mode == "demonstration"

    @property
    def origins(self) -> frozenset[str]:
        """Where pages that may speak to the portal come from: on a laptop `localhost` and `127.0.0.1` are one machine."""
        parts = urlsplit(self.public_origin)
        if parts.hostname not in {"localhost", "127.0.0.1", "::1"}:
            return frozenset({self.public_origin})
        tail = f":{parts.port}" if parts.port else ""
        return frozenset(f"{parts.scheme}://{name}{tail}" for name in ("localhost", "127.0.0.1", "[::1]"))

    @property
    def secure(self) -> bool:
        """Whether people reach the portal over HTTPS, so that cookies may be bound to it."""
        return self.public_origin.startswith("https://")


@cache
def settings() -> Settings:
    """The settings of this process, read once; `settings.cache_clear()` reads them anew."""
    return Settings()
