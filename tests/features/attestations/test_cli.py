"""The chore that gives the reminders of a day."""

import pytest
from typer.testing import CliRunner

from medportal.cli import app


@pytest.fixture
def portal(monkeypatch, tmp_path):
    from medportal.infra import db, migrate
    from medportal.settings import settings

    monkeypatch.setenv("MEDPORTAL_DATABASE_URL", f"sqlite:///{tmp_path}/portal.db")
    settings.cache_clear()
    migrate.upgrade(settings().database_url)
    yield
    db.use(None)


def test_a_day_is_run_by_hand_and_twice(portal):
    for _ in range(2):
        result = CliRunner().invoke(app, ["remind", "--date", "2027-01-31"])
        assert result.exit_code == 0, result.output
        assert result.output.strip().endswith("Due: 0, reminded: 0, letters: 0, failed: 0.")


def test_a_date_that_is_none_is_refused_with_an_example(portal):
    result = CliRunner().invoke(app, ["remind", "--date", "31.01.2027"])
    assert result.exit_code == 2
