"""Chores: what a person or cron types, what is printed, and how the command ends."""

import csv
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from medportal import cli
from medportal.features.accounts import service as accounts
from medportal.features.notifications import ports as notification_ports
from medportal.features.verification import ports as verification_ports
from medportal.infra import audit, db, jobs, migrate, vault
from medportal.infra.db import reading, unit_of_work
from medportal.kernel.actor import SYSTEM
from medportal.settings import settings
from medportal.ui import session
from tests.conftest import INDEX_KEY, TOKEN_KEY

VECTORS = json.loads((Path(__file__).parent / "kernel" / "identifiers" / "vectors.json").read_text(encoding="utf-8"))
KINDS = sorted({vector["kind"] for vector in VECTORS})
KEY = "Vjh0c2VjcmV0LWZvci10ZXN0cy1vbmx5LTAxMjM0NTY="
OLD_KEY = "T2xkLWtleS1mb3ItdGVzdHMtb25seS0tLTk4NzY1NDM="


def run(*words: str, **how: str) -> Result:
    return CliRunner().invoke(cli.app, list(words), **how)


def facts(vector: dict[str, str]) -> list[str]:
    return [word for name in ("birth", "sex") if name in vector for word in (f"--{name}", vector[name])]


# check


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: f"{vector['kind']}-{vector['why'][:40]}")
def test_every_worked_example_gets_its_verdict_and_exit_code(vector):
    done = run("check", vector["kind"], vector["value"], *facts(vector))
    said = json.loads(done.stdout)
    assert set(said) == {"valid", "code", "message"}
    assert said["valid"] is vector["valid"]
    assert said["message"]
    assert done.exit_code == (0 if vector["valid"] else 1)


@pytest.mark.parametrize("kind", KINDS)
def test_a_column_is_checked_line_by_line(tmp_path, kind):
    some = [vector for vector in VECTORS if vector["kind"] == kind and not facts(vector)]
    file = tmp_path / "list.csv"
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([vector["value"], "another column"] for vector in some)
    done = run("check", kind, "--file", str(file))
    said = [json.loads(line)["valid"] for line in done.stdout.splitlines()]
    assert said == [vector["valid"] for vector in some]
    assert done.exit_code == (0 if all(said) else 1)


def test_a_file_with_a_mark_of_byte_order_and_an_empty_line_is_read_as_people_see_it(tmp_path):
    file = tmp_path / "list.csv"
    file.write_bytes("\ufeff112-233-445 95\r\n\r\n112-233-445 96\r\n".encode())
    done = run("check", "snils", "--file", str(file))
    assert [json.loads(line)["valid"] for line in done.stdout.splitlines()] == [True, False, False]


def test_two_lines_of_a_passport_may_come_with_a_stroke_n_or_through_standard_input():
    value = next(vector["value"] for vector in VECTORS if vector["kind"] == "passport_mrz" and vector["valid"])
    assert run("check", "passport_mrz", value.replace("\n", "\\n")).exit_code == 0
    assert run("check", "passport_mrz", "-", input=value + "\n").exit_code == 0


@pytest.mark.parametrize(
    "words",
    [
        ("check", "phone_of_a_friend", "1"),
        ("check", "snils"),
        ("check", "snils", "1", "--file", __file__),
        ("check", "snils", "--file", "no-such-file.csv"),
        ("check", "snils", "--file", "."),
    ],
)
def test_a_command_that_makes_no_sense_is_explained(words):
    done = run(*words)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert "Error" in done.stderr or "Usage" in done.stderr


def test_a_file_in_another_encoding_is_refused_in_a_sentence(tmp_path):
    file = tmp_path / "list.csv"
    file.write_bytes("Иванов\n".encode("cp1251"))
    done = run("check", "snils", "--file", str(file))
    assert done.exit_code == 2
    assert "UTF-8" in done.stderr


def test_the_console_script_is_there_and_speaks_json():
    script = Path(sys.executable).with_name("medportal")
    done = subprocess.run([script, "check", "snils", "112-233-445 95"], capture_output=True, check=False, timeout=60)
    assert done.returncode == 0
    assert json.loads(done.stdout)["valid"] is True
    assert done.stderr == b""


# Chores that need the portal


@pytest.fixture
def portal(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A portal on an empty data directory; what a chore plugs in is taken out again."""
    monkeypatch.setattr(db, "_patience", db.BUSY_SECONDS)
    sockets = (
        verification_ports.registers,
        notification_ports.mailer,
        notification_ports.sms_gateway,
        session.sessions,
    )
    before = [socket._plugged for socket in sockets], list(accounts.personal_words), list(accounts.erasers)
    db.use(None)
    jobs.use_memory()
    migrate.upgrade(settings().database_url)
    yield
    db.use(None)
    jobs.use(None)
    for socket, plugged in zip(sockets, before[0], strict=True):
        socket._plugged = plugged
    accounts.personal_words[:], accounts.erasers[:] = before[1], before[2]


def test_migrating_says_whether_anything_was_to_do():
    assert "was migrated" in run("migrate").stdout
    assert "up to date" in run("migrate").stdout
    assert (settings().data_dir / "medportal.db").is_file()


def test_an_untouched_log_of_deeds_is_whole_and_a_broken_one_is_reported(portal):
    assert run("staff", "add", "verifier@example.com").exit_code == 0
    done = run("audit", "verify")
    said = json.loads(done.stdout)
    assert (said["ok"], said["broken_at"], done.exit_code) == (True, None, 0)
    assert said["length"] > 0
    with db.engine().begin() as connection:
        for deed in ("update", "delete"):
            connection.exec_driver_sql(f"drop trigger audit_entry_no_{deed}")
        connection.exec_driver_sql("update audit_entry set deed = 'nothing.happened' where seq = 1")
    done = run("audit", "verify")
    assert json.loads(done.stdout) | {"length": 0} == {"ok": False, "length": 0, "broken_at": 1}
    assert done.exit_code == 1


def test_a_member_of_staff_gets_a_link_once_and_an_address_is_taken_once(portal):
    done = run("staff", "add", "operator@example.com", "--role", "operator")
    assert done.exit_code == 0
    assert done.stdout.startswith(settings().public_origin + "/recover/set#")
    again = run("staff", "add", "Operator@Example.com", "--role", "support")
    assert again.exit_code == 1
    assert again.stdout == ""
    assert again.stderr.strip()


@pytest.mark.parametrize("role", ["doctor", "system", "visitor", "god"])
def test_only_staff_roles_are_given(portal, role):
    done = run("staff", "add", "someone@example.com", "--role", role)
    assert done.exit_code == 2
    with reading() as uow:
        assert audit.verify(uow).length == 0


def test_rotating_keys_seals_everything_anew_once(portal, monkeypatch):
    others = {"MEDPORTAL_INDEX_KEY": INDEX_KEY, "MEDPORTAL_TOKEN_KEY": TOKEN_KEY}
    for name, value in {**others, "MEDPORTAL_VAULT_KEYS": f"k1:{OLD_KEY}"}.items():
        monkeypatch.setenv(name, value)
    settings.cache_clear()
    run("staff", "add", "verifier@example.com")
    monkeypatch.setenv("MEDPORTAL_VAULT_KEYS", f"k2:{KEY},k1:{OLD_KEY}")
    settings.cache_clear()
    first, second = run("keys", "rotate"), run("keys", "rotate")
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert "Sealed anew: 0 values" not in first.stdout
    assert "Sealed anew: 0 values, 0 files." in second.stdout
    # The old key is needed no more.
    vault.open_vault(f"k2:{KEY}", INDEX_KEY)
    with unit_of_work() as uow:
        assert vault.rotate(uow) == 0
        audit.record(uow, SYSTEM, "keys.tried")


def test_a_fresh_key_opens_a_vault():
    key = run("keys", "new").stdout.strip()
    vault.open_vault(f"k9:{key}", INDEX_KEY)
    assert key != run("keys", "new").stdout.strip()


def test_in_production_without_keys_a_chore_ends_with_a_sentence(monkeypatch, capsys):
    monkeypatch.setenv("MEDPORTAL_MODE", "production")
    settings.cache_clear()
    monkeypatch.setattr(sys, "argv", ["medportal", "audit", "verify"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert "MEDPORTAL_VAULT_KEYS" in said
    assert "Traceback" not in said
    assert not os.path.exists(settings().data_dir / "keys.json")


def test_a_chore_does_not_wait_for_the_web_framework():
    program = "import sys, medportal.cli; sys.exit('reflex' in sys.modules or 'sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False, timeout=60).returncode == 0
