"""Settings: typed, with defaults that are right on a laptop, and no secret in sight."""

import pytest
from pydantic import ValidationError

from medportal.settings import Settings, settings


def test_defaults_make_a_demonstration_on_a_laptop(monkeypatch):
    monkeypatch.delenv("MEDPORTAL_DATA_DIR")
    found = Settings()
    assert (found.mode, found.demonstration, found.secure) == ("demonstration", True, False)
    assert (found.database_url, found.bind, found.port) == ("sqlite:///data/medportal.db", "127.0.0.1", 8000)
    assert found.public_origin == "http://localhost:8000"
    assert found.redis_url is None


def test_the_port_is_taken_as_hosting_services_give_it(monkeypatch):
    monkeypatch.setenv("PORT", "9100")
    assert Settings().public_origin == "http://localhost:9100"
    monkeypatch.setenv("MEDPORTAL_PORT", "9200")
    assert Settings().port == 9200


def test_the_database_stands_in_the_data_directory_unless_told_otherwise(monkeypatch, tmp_path):
    monkeypatch.setenv("MEDPORTAL_DATA_DIR", str(tmp_path))
    assert Settings().database_url == f"sqlite:///{tmp_path}/medportal.db"
    monkeypatch.setenv("MEDPORTAL_DATABASE_URL", "postgresql://u@h/d")
    assert Settings().database_url == "postgresql://u@h/d"


def test_an_origin_has_no_slash_at_its_end(monkeypatch):
    monkeypatch.setenv("MEDPORTAL_PUBLIC_ORIGIN", "https://portal.example/")
    assert (Settings().public_origin, Settings().secure) == ("https://portal.example", True)


def test_an_empty_variable_is_one_that_was_not_set(monkeypatch):
    monkeypatch.setenv("MEDPORTAL_REDIS_URL", "")
    assert Settings().redis_url is None


@pytest.mark.parametrize(
    ("variable", "value"),
    [("MEDPORTAL_MODE", "sandbox-S3CRET"), ("MEDPORTAL_PORT", "70000"), ("MEDPORTAL_TRUSTED_PROXY_HOPS", "S3CRET")],
)
def test_a_wrong_value_is_refused_by_name_and_not_quoted(monkeypatch, variable, value):
    monkeypatch.setenv(variable, value)
    with pytest.raises(ValidationError) as refused:
        Settings()
    assert "S3CRET" not in str(refused.value)


@pytest.mark.parametrize(
    "variable",
    ["VAULT_KEYS", "INDEX_KEY", "TOKEN_KEY", "DATABASE_URL", "REDIS_URL", "SMTP_URL", "SMS_GATEWAY_TOKEN"],
)
def test_no_secret_shows_itself(monkeypatch, variable):
    monkeypatch.setenv(f"MEDPORTAL_{variable}", "scheme://user:S3CRET@host")
    assert "S3CRET" not in repr(Settings())


def test_settings_are_read_once(monkeypatch):
    first = settings()
    monkeypatch.setenv("MEDPORTAL_PORT", "9300")
    assert settings() is first
    settings.cache_clear()
    assert settings().port == 9300
