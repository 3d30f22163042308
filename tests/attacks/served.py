"""A served portal with people in it, and what an attacker and an examiner need around it."""

import json
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from tests.attacks import wire
from tests.support import portal

ANNA, VERA, APPLICANT = "anna.primerova", "vera.skazkina", "semyon.yolochkin"
OURS = {"x-mp": "1"}
# Rows that a stranger may cause: attempts are counted, waits are kept, deeds are written down without a name. A recovery
# that was asked for nobody stands as a row too, so that asking takes as long as for somebody. The portal's own sweep notes
# when it looked at a level last, whoever comes or does not.
COUNTED = frozenset(
    {"slow_down", "throttle", "audit_entry", "audit_head", "register_circuit", "recovery", "level_told"}
)


@dataclass
class Person:
    """Somebody settled before the portal began to serve."""

    session: str = field(repr=False)
    account_id: str
    session_id: str
    password: str = field(repr=False)
    typed: dict[str, str] = field(repr=False)

    @property
    def personal(self) -> tuple[str, ...]:
        """Values that must not turn up anywhere; short and common ones are left out."""
        return personal_values(self.typed)


def personal_values(typed: dict[str, str]) -> tuple[str, ...]:
    """Of what somebody typed, the values by which he could be known."""
    alone = [typed.get(name, "") for name in ("surname", "patronymic", "email", "snils", "inn", "password")]
    phone, passport = typed.get("phone", "")[-10:], typed.get("passport_series", "") + typed.get("passport_number", "")
    return tuple(value for value in (*alone, phone, passport) if len(value) > 5)


class Target(portal.ServedPortal):
    """The portal under attack."""

    def __init__(self, folder: Path, **settings: str) -> None:
        super().__init__(folder, **settings)
        self.people: dict[str, Person] = {}
        self.handlers: dict[str, list[str]] = {}
        self.strangers: list[wire.Tab] = []

    def settle(self) -> None:
        """Settle the people; before `begin`."""
        done = subprocess.run(
            [sys.executable, "-m", "tests.attacks.settle"],
            cwd=portal.CHECKOUT,
            env=portal.environment(**self._settings),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-3000:]
        told = json.loads(done.stdout)
        self.people = {key: Person(**one) for key, one in told["people"].items()}
        self.handlers = told["handlers"]

    @property
    def personal(self) -> tuple[str, ...]:
        """What is personal of everybody settled here."""
        return tuple(value for person in self.people.values() for value in person.personal)

    @contextmanager
    def stranger(self, **how: Any) -> Iterator[wire.Tab]:
        """A tab whose every frame is kept, to be searched at the end."""
        with wire.opened(self.url, **how) as tab:
            self.strangers.append(tab)
            yield tab

    def client(self, who: str = "", **headers: str) -> httpx.Client:
        """An HTTP client, with somebody's cookie or without."""
        cookies = {wire.COOKIE: self.people[who].session} if who else {}
        return httpx.Client(base_url=self.url, headers=headers, cookies=cookies, timeout=15)

    def alive(self) -> bool:
        """Whether the portal still serves."""
        return httpx.get(f"{self.url}/health/ready", timeout=10).is_success

    def rows(self, *but: str) -> dict[str, list[tuple[Any, ...]]]:
        """Every row of every table, but those of some tables."""
        with sqlite3.connect(f"file:{self.data / 'medportal.db'}?mode=ro", uri=True) as found:
            names = [name for (name,) in found.execute("select name from sqlite_master where type = 'table'")]
            kept = {
                name: found.execute(f'select * from "{name}" order by 1').fetchall()
                for name in names
                if name not in but
            }
        found.close()
        return kept

    def run(self, sql: str) -> None:
        """Change the database behind the portal's back."""
        found = sqlite3.connect(self.data / "medportal.db", timeout=10)
        with found:
            found.execute(sql)
        found.close()


@contextmanager
def target(*, people: bool = True, **settings: str) -> Iterator[Target]:
    """A portal, settled and served until the end of the block."""
    with portal.folder() as place:
        made = Target(place, **settings)
        if people:
            made.settle()
        made.begin()
        try:
            yield made
        finally:
            made.stop()


def leaks(text: str, values: tuple[str, ...]) -> list[str]:
    """Which of the values stand in a text, as they are or as JSON writes them."""
    spoken = text + re.sub(r"\\u([0-9a-fA-F]{4})", lambda sign: chr(int(sign[1], 16)), text)
    return [value for value in values if value in spoken]
