"""What is left in the states of a process after somebody has done everything: walked with the real event processor."""

import asyncio
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from reflex.istate.manager.memory import StateManagerMemory
from reflex_base.event import Event
from reflex_base.event.processor.base_state_processor import BaseStateEventProcessor

from medportal import app as portal
from medportal import wiring
from medportal.demonstration.people import PEOPLE
from medportal.features.accounts import service as accounts
from medportal.features.notifications import service as notifications
from medportal.infra import db, jobs
from medportal.infra.keys import ensure_keys
from medportal.infra.migrate import upgrade
from medportal.settings import settings
from tests.attacks.served import personal_values
from tests.attacks.settle import answers
from tests.attacks.wire import COOKIE, HYDRATE, full
from tests.support.portal import CHECKOUT

VERA = PEOPLE[2]
PASSWORD, WRONG_PASSWORD = "Медный-Колокол-36", "Чужая-Догадка-11"
WRONG = {
    "surname": "Ошибкина-Опечаткова",
    "snils": "98700010298",
    "phone": "+7900000",
    "email": "misspelt@@example.com",
}


class Wire:
    """Hears what would be sent to the browser."""

    def __init__(self) -> None:
        self.heard: list[dict[str, Any]] = []

    async def emit_update(self, update: Any, token: str) -> None:
        self.heard.append(update.delta or {})

    def newest(self, state: str, name: str) -> Any:
        told = [delta[full(state)] for delta in self.heard if full(state) in delta]
        return next((one[f"{name}_rx_state_"] for one in reversed(told) if one.get(f"{name}_rx_state_")), None)


class Tab:
    """A tab without a network: events go into the processor as the socket would put them."""

    def __init__(self, processor: BaseStateEventProcessor, wire: Wire, token: str, session: str = "") -> None:
        self._processor, self._wire, self._token, self._session = processor, wire, token, session

    async def ask(self, name: str, payload: dict[str, Any] | None = None, path: str = "/register") -> None:
        where = {"pathname": path, "asPath": path, "token": self._token, "ip": "203.0.113.9", "session_id": "s"}
        headers = {"cookie": f"{COOKIE}={self._session}"} if self._session else {}
        event = Event(name=full(name), payload=payload or {}, router_data={**where, "headers": headers})
        await (await self._processor.enqueue(self._token, event)).wait_all()

    async def session(self) -> str:
        """Exchange the ordered code as the browser would."""
        code = next(
            one["command_rx_state_"]["code"]
            for delta in reversed(self._wire.heard)
            if (one := delta.get(full("session"), {})) and one.get("command_rx_state_", {}).get("code")
        )
        self._wire.heard.clear()
        return (await asyncio.to_thread(accounts.redeem, code, "Firefox", "203.0.113.9")).token


@pytest.fixture
def house() -> Iterator[None]:
    ensure_keys(settings())
    upgrade(settings().database_url)
    db.use(db.open_database(settings().database_url))
    wiring.plug()
    jobs.use_memory()
    yield
    db.use(None)
    jobs.use(None)


async def everything(tab: Tab, processor: BaseStateEventProcessor, wire: Wire) -> None:
    """From the consent to a revealed number, with wrong values before each right one."""
    await tab.ask(HYDRATE)
    await tab.ask("wizard.begin", {"event": {"section": "consent", "values": {"consent": "on"}}})
    applicant = Tab(processor, wire, "applicant-tab", await tab.session())
    for section, values in answers(VERA, PASSWORD).items():
        for name, value in values.items():
            for kept in (WRONG.get(name, "Щ"), value):
                event = {"section": section, "name": name, "value": kept, "number": 1}
                await applicant.ask("wizard.keep", {"event": event}, f"/register/{section}")
        for given in ({**values, **{name: one for name, one in WRONG.items() if name in values}}, values):
            await applicant.ask("wizard.hand_in", {"event": {"section": section, "values": given}})
        if section == "contacts":
            await contacts(applicant)
    await applicant.ask("wizard.submit")
    doctor = Tab(processor, wire, "doctor-tab", await applicant.session())
    await doctor.ask("cabinet.open", path="/cabinet")
    for password in (WRONG_PASSWORD, PASSWORD):
        await doctor.ask("cabinet.prove", {"event": {"section": "prove", "values": {"password": password}}}, "/cabinet")
    await doctor.ask("security.open", path="/security")
    changed = {"old_password": WRONG_PASSWORD, "new_password": PASSWORD}
    await doctor.ask("security.change_password", {"event": {"section": "password", "values": changed}}, "/security")
    for name in (VERA.email, VERA.phone, VERA.snils):
        signed = {"login": name, "password": WRONG_PASSWORD}
        await tab.ask("login.sign_in", {"event": {"section": "login", "values": signed}}, "/login")
        await tab.ask("login.recover", {"event": {"section": "recover", "values": {"login": name}}}, "/recover")


async def contacts(applicant: Tab) -> None:
    for order, channel, pattern in (("send_code", "sms", r"\b(\d{6})\b"), ("send_link", "email", r"#(\S+)")):
        await applicant.ask(f"contacts.{order}", path="/register/confirm")
        await asyncio.to_thread(jobs.work_off)
        letters = await asyncio.to_thread(notifications.demonstration_outbox)
        found = next(hit[1] for one in letters if one.channel == channel and (hit := re.search(pattern, one.body)))
        if channel == "sms":
            code = {"section": "contacts", "values": {"sms_code": found}}
            await applicant.ask("contacts.confirm_phone", {"event": code}, "/register/confirm")
        else:
            await applicant.ask("contacts.use_link", {"token": found}, "/confirm/email")


def held(state: Any) -> Iterator[str]:
    """Everything a state and its sub-states hold, private or not, as text; what came with the socket left aside."""
    for name, value in {**vars(state), **(state._backend_vars or {})}.items():
        if name not in {"parent_state", "substates", "router_data", "_backend_vars"} and "router" not in name:
            yield f"{type(state).__name__}.{name} = {value!r} {json.dumps(value, ensure_ascii=False, default=repr)}"
    for below in state.substates.values():
        yield from held(below)


def test_after_a_whole_registration_no_state_holds_anything_typed(house: None) -> None:
    wire, manager = Wire(), StateManagerMemory()
    processor = BaseStateEventProcessor(middleware=portal.app, backend_exception_handler=lambda _: None).configure(
        state_manager=manager, event_namespace=wire
    )

    async def run() -> None:
        async with processor:
            await everything(Tab(processor, wire, "visitor-tab"), processor, wire)

    asyncio.run(run())
    assert wire.newest("cabinet", "level_text"), "the walk ended in the cabinet"
    assert wire.newest("cabinet", "revealed") == 1
    typed = {name: value for values in answers(VERA, PASSWORD).values() for name, value in values.items()}
    personal = (*personal_values(typed), *WRONG.values(), WRONG_PASSWORD)
    texts = [text for root in manager.states.values() for text in held(root)]
    assert len(manager.states) == 3
    assert len(texts) > 100
    assert [(text[:80], one) for text in texts for one in personal if one in text] == []
    assert [
        one for delta in wire.heard for one in personal if one in json.dumps(delta, ensure_ascii=False, default=repr)
    ] == []


def test_radix_themes_is_nowhere_in_what_the_browser_gets() -> None:
    assert "@radix-ui/themes" not in (CHECKOUT / "reflex.lock/package.json").read_text()
    built = CHECKOUT / ".web/build/client/assets"
    sheets = "".join(sheet.read_text() for sheet in built.glob("*.css"))
    assert sheets
    assert ".rt-" not in sheets
    assert "radix-themes" not in sheets
    assert not [script for script in built.glob("*.js") if "radix-themes" in script.read_text()]


def test_no_source_takes_the_frameworks_dangerous_doors() -> None:
    doors = re.compile(
        r"rx\.(upload|call_script|call_function|toast|window_alert|run_script|download|get_upload_url)\b"
    )
    found = [str(path) for path in (CHECKOUT / "medportal").rglob("*.py") if doors.search(path.read_text())]
    assert found == []


def test_no_script_of_ours_makes_code_or_markup_out_of_strings() -> None:
    doors = re.compile(
        r"\beval\(|new Function\(|innerHTML|outerHTML|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML"
    )
    found = [path.name for path in (CHECKOUT / "assets").glob("*.js") if doors.search(path.read_text())]
    assert found == []


def test_nothing_is_kept_in_the_storage_of_the_browser_but_preferences() -> None:
    stored = re.compile(r"(?:localStorage|sessionStorage)\.setItem\(\s*[\"'`]([^\"'`]+)")
    keys = {key for path in (CHECKOUT / "assets").glob("*.js") for key in stored.findall(path.read_text())}
    assert keys <= {"mp_lang", "mp_theme", "theme"}
