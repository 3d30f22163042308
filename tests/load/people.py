"""Many people at once, in a process of their own: plain socket.io clients, bounded in number and in time.

`python -m tests.load.people URL COUNT SECONDS EVENT` connects COUNT people, has each send EVENT once a second for
SECONDS (0: they only stay connected until a line comes in), and prints what they saw as JSON. COUNT 1 sends the next
event as soon as the answer to the last has come.
"""

import asyncio
import json
import random
import secrets
import sys
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from tests.attacks.wire import HYDRATE, SPACE, full

MOST_PEOPLE = 2000
MOST_SECONDS = 60
RAMP = 100  # people let in a second
ALONE_EVENTS = 500
PATIENCE = 10.0


@dataclass
class Seen:
    """What all of them saw."""

    took: list[float] = field(default_factory=list)
    sent: int = 0
    lost: int = 0
    connected: int = 0
    ramp_seconds: float = 0.0


class Visitor:
    """One person's tab."""

    def __init__(self, url: str, seen: Seen) -> None:
        self._url, self._seen = url, seen
        self._token = secrets.token_hex(16)
        self._answer: asyncio.Future[None] | None = None
        self.line: Any = None

    async def connect(self, session: aiohttp.ClientSession) -> None:
        """Open the socket as the browser does and wait for the page to come alive."""
        where = f"ws://127.0.0.1:{urlsplit(self._url).port}{SPACE}/?EIO=4&transport=websocket&token={self._token}"
        self.line = await session.ws_connect(where, origin=self._url, max_msg_size=0)
        await self.line.send_str(f"40{SPACE},{json.dumps({'event': self._packet(HYDRATE, {})})}")
        async with asyncio.timeout(PATIENCE):
            async for message in self.line:
                if isinstance(message.data, str) and '"is_hydrated_rx_state_":true' in message.data.replace(" ", ""):
                    break
        self._seen.connected += 1

    async def listen(self) -> None:
        """Answer pings, and mark when an answer comes."""
        async for message in self.line:
            if message.data == "2":
                await self.line.send_str("3")
            elif self._answer is not None and not self._answer.done() and str(message.data).startswith("42"):
                self._answer.set_result(None)

    async def ask(self, event: str) -> None:
        """One event, there and back."""
        self._answer = asyncio.get_running_loop().create_future()
        payload = {"number": f"MP-{secrets.token_hex(4).upper()}"} if event.endswith(".show") else {}
        packet = json.dumps(["event", self._packet(full(event), payload)])
        began = time.perf_counter()
        self._seen.sent += 1
        try:
            await self.line.send_str(f"42{SPACE},{packet}")
            async with asyncio.timeout(PATIENCE):
                await self._answer
        except (TimeoutError, ConnectionError, aiohttp.ClientError):
            self._seen.lost += 1
            return
        self._seen.took.append((time.perf_counter() - began) * 1000)

    async def live(self, event: str, until: float) -> None:
        """One event a second, at a moment of one's own."""
        await asyncio.sleep(random.random())
        while (now := time.monotonic()) < until:
            await self.ask(event)
            await asyncio.sleep(max(0.0, now + 1 - time.monotonic()))

    def _packet(self, name: str, payload: Any) -> dict[str, Any]:
        where = {"pathname": "/register", "asPath": "/register"}
        return {"name": name, "payload": payload, "router_data": where, "token": self._token}


async def run(url: str, count: int, seconds: int, event: str) -> Seen:
    """Let them in, have them act, let them go."""
    seen = Seen()
    people = [Visitor(url, seen) for _ in range(min(count, MOST_PEOPLE))]
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(connector=connector) as session:
        began = time.monotonic()
        for start in range(0, len(people), RAMP // 10):
            due = began + start / RAMP
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            await asyncio.gather(*(person.connect(session) for person in people[start : start + RAMP // 10]))
        seen.ramp_seconds = time.monotonic() - began
        ears = [asyncio.create_task(person.listen()) for person in people]
        if count == 1:
            for _ in range(ALONE_EVENTS):
                await people[0].ask(event)
        elif seconds:
            until = time.monotonic() + min(seconds, MOST_SECONDS)
            await asyncio.gather(*(person.live(event, until) for person in people))
        else:
            print(json.dumps({"connected": seen.connected}), flush=True)
            await asyncio.get_running_loop().run_in_executor(None, sys.stdin.readline)
        for ear in ears:
            ear.cancel()
        await asyncio.gather(*(person.line.close() for person in people), return_exceptions=True)
    return seen


if __name__ == "__main__":
    address, how_many, how_long, what = sys.argv[1:5]
    print(json.dumps(vars(asyncio.run(run(address, int(how_many), int(how_long), what)))))
