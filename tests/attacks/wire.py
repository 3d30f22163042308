"""An attacker's client: the framework's socket spoken by hand, so that any packet can be sent, and all answers kept."""

import itertools
import json
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any
from urllib.parse import urlencode, urlsplit

import simple_websocket

ROOT = "reflex___state____state"
STATES = {
    "root": ROOT,
    "session": f"{ROOT}.medportal___ui___session____session",
    "mishap": f"{ROOT}.medportal___ui___mishap____mishap",
    "login": f"{ROOT}.medportal___features___accounts___state____login_state",
    "reset": f"{ROOT}.medportal___features___accounts___state____reset_state",
    "security": f"{ROOT}.medportal___features___accounts___state____security_state",
    "bell": f"{ROOT}.medportal___features___notifications___state____bell_state",
    "calendar": f"{ROOT}.medportal___features___attestations___state___calendar____calendar_state",
    "parts": f"{ROOT}.medportal___features___attestations___state___parts____parts_state",
    "cabinet": f"{ROOT}.medportal___features___cabinet___state____cabinet_state",
    "contacts": f"{ROOT}.medportal___features___registration___state___contacts____contacts_state",
    "wizard": f"{ROOT}.medportal___features___registration___state___wizard____wizard_state",
}
HYDRATE = f"{ROOT}.hydrate_and_load"
SPACE = "/_event"
COOKIE = "mp_session"
PATIENCE = 15.0

_marks = itertools.count(1)


class RefusedAtTheDoorError(Exception):
    """The socket was not opened."""


class Tab:
    """One socket, as a browser's tab opens it, or as no browser would."""

    def __init__(
        self,
        url: str,
        *,
        session: str | None = None,
        token: str | None = None,
        origin: str | None = "",
        path: str = "/",
        connect: bool = True,
        headers: dict[str, str] | None = None,
    ) -> None:
        self.url, self.path, self.token = url, path, token or secrets.token_hex(16)
        self.frames: list[str] = []
        sent = dict(headers or {})
        if origin is not None:
            sent["Origin"] = origin or url
        if session:
            sent["Cookie"] = f"{COOKIE}={session}"
        query = urlencode({"EIO": 4, "transport": "websocket", "token": self.token})
        try:
            self._socket = simple_websocket.Client(
                f"ws://127.0.0.1:{urlsplit(url).port}{SPACE}/?{query}", headers=sent, max_message_size=None
            )
        except (simple_websocket.ConnectionError, simple_websocket.ConnectionClosed, OSError) as error:
            raise RefusedAtTheDoorError(str(error)) from None
        if connect:
            self.hydrate()

    # Speaking

    def send(self, raw: str | bytes) -> None:
        """Send anything at all."""
        self._socket.send(raw)

    def connect(self, **payload: Any) -> None:
        """Connect as the browser does: the first event rides in the CONNECT packet."""
        self.send(f"40{SPACE},{json.dumps({'event': self._packet(HYDRATE, payload)})}")

    def hydrate(self) -> None:
        """Connect, and wait for the page to come alive."""
        self.connect()
        self.until(lambda frame: '"is_hydrated_rx_state_":true' in frame.replace(" ", "") or frame.startswith("44"))

    def hydrate_again(self) -> None:
        """Ask for the whole state anew, as after a lost connection."""
        self.event(HYDRATE)
        self.fence()

    def event(self, name: str, payload: Any = None, **more: Any) -> None:
        """Send one event; `name` may begin with a short name of `STATES`."""
        self.send(f"42{SPACE},{json.dumps(['event', {**self._packet(full(name), payload), **more}])}")

    def fence(self) -> list[str]:
        """Wait until everything sent so far was worked off; returns the frames that came meanwhile.

        Events of one tab are handled in order, and every tab may show itself a number.
        """
        number = f"MP-{next(_marks):04d}-{secrets.token_hex(2).upper()}"
        before = len(self.frames)
        self.event("mishap.show", {"number": number})
        self.until(lambda frame: number in frame)
        return self.frames[before:]

    def ask(self, name: str, payload: Any = None) -> list[str]:
        """Send one event and return every frame it was answered with."""
        before = len(self.frames)
        self.event(name, payload)
        self.fence()
        return self.frames[before:]

    def wait_for(self, piece: str) -> str:
        """Wait for a frame with this in it."""
        return self.until(lambda frame: piece in frame)

    def until(self, wanted: Any) -> str:
        """Read until a frame is the wanted one; the server's pings are answered on the way."""
        end = time.monotonic() + PATIENCE
        while (left := end - time.monotonic()) > 0:
            frame = self._socket.receive(timeout=left)
            if frame is None:
                break
            text = frame if isinstance(frame, str) else frame.decode("utf-8", "replace")
            if text == "2":
                self.send("3")
                continue
            self.frames.append(text)
            if wanted(text):
                return text
        raise TimeoutError(f"no such frame among {len(self.frames)}")

    def rest(self, seconds: float = 0.3) -> None:
        """Take in whatever comes within a moment."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0 and (frame := self._socket.receive(timeout=left)) is not None:
            self.frames.append(frame if isinstance(frame, str) else frame.decode("utf-8", "replace"))

    def rest_or_end(self, seconds: float) -> None:
        """Take in whatever comes, the end of the connection included."""
        with suppress(simple_websocket.ConnectionClosed):
            self.rest(seconds)

    # Looking

    def closed_by_server(self, seconds: float = 10.0) -> bool:
        """Whether the server ends the connection within this time."""
        end = time.monotonic() + seconds
        try:
            while (left := end - time.monotonic()) > 0:
                frame = self._socket.receive(timeout=left)
                if isinstance(frame, str):
                    self.frames.append(frame)
        except simple_websocket.ConnectionClosed:
            return True
        return False

    def values(self, state: str) -> dict[str, Any]:
        """What this tab was told about one state, the latest of each variable."""
        known: dict[str, Any] = {}
        for update in self.updates():
            for name, value in update.get("delta", {}).get(full(state), {}).items():
                known[name.removesuffix("_rx_state_")] = value
        return known

    def updates(self) -> Iterator[dict[str, Any]]:
        """Every state update of the frames."""
        for frame in self.frames:
            if frame.startswith("42") and "[" in frame:
                name, *rest = json.loads(frame[frame.index("[") :])
                if name == "event" and rest and isinstance(rest[0], dict):
                    yield rest[0]

    def close(self) -> None:
        """Leave."""
        with suppress(simple_websocket.ConnectionClosed, OSError):
            self._socket.close()

    def _packet(self, name: str, payload: Any) -> dict[str, Any]:
        where = {"pathname": self.path, "asPath": self.path}
        return {"name": name, "payload": {} if payload is None else payload, "router_data": where, "token": self.token}


def full(name: str) -> str:
    """The full name of a state or handler whose first part may be short."""
    head, dot, rest = name.partition(".")
    return STATES.get(head, head) + dot + rest


@contextmanager
def opened(url: str, **how: Any) -> Iterator[Tab]:
    """A tab, closed at the end of the block."""
    tab = Tab(url, **how)
    try:
        yield tab
    finally:
        tab.close()
