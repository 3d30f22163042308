"""What a portal in earnest refuses: to start without keys, and to show anything of the demonstration."""

import json
import subprocess
import sys
from pathlib import Path

from tests.support.portal import CHECKOUT, COMMAND, environment

LISTED = """
import json
from medportal.app import PAGES, ROUTES
print(json.dumps([page.route for page in PAGES] + [route.path for route in ROUTES]))
"""


def test_a_portal_in_earnest_does_not_start_without_keys(tmp_path: Path) -> None:
    done = _run([COMMAND, "serve"], MEDPORTAL_MODE="production", MEDPORTAL_DATA_DIR=str(tmp_path / "data"))
    assert done.returncode == 2
    assert "MEDPORTAL_VAULT_KEYS" in done.stderr
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.rglob("*.db"))


def test_pages_of_the_demonstration_exist_only_in_demonstration_mode(tmp_path: Path) -> None:
    there = {mode: _addresses(mode, tmp_path / mode) for mode in ("demonstration", "production")}
    assert there["demonstration"] - there["production"] == {"/demo/people", "/demo/outbox", "/demo/letters"}
    assert not [address for address in there["production"] if "demo" in address]


def _addresses(mode: str, data: Path) -> set[str]:
    done = _run([sys.executable, "-c", LISTED], MEDPORTAL_MODE=mode, MEDPORTAL_DATA_DIR=str(data))
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


def _run(command: list[object], **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command],
        cwd=CHECKOUT,
        env=environment(**settings),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
