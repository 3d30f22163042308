"""The portal as a process: how long it takes to come back, how much memory a connected person costs."""

import json
import os
import subprocess
import sys
import time
from statistics import quantiles
from typing import Any

import httpx
import psutil

from tests.attacks.served import Target
from tests.support import portal

RESTARTS = 3
IDLE = 500
WARM = 100
LOOK_SECONDS = 0.01


def restart_seconds(target: Target) -> list[tuple[float, float]]:
    """From the command to the first good answer, with a frontend that is built already: by the clock, and of work.

    On a machine that does other things, too, the second says what the first would be on a quiet one.
    """
    took: list[tuple[float, float]] = []
    while len(took) < RESTARTS:
        target.stop()
        portal.build_frontend()
        before = target.log().count("Building the frontend")
        took.append(_start(target))
        if target.log().count("Building the frontend") > before:
            took.pop()  # somebody changed a source meanwhile: that was a build, not a restart
    return took


def _start(target: Target) -> tuple[float, float]:
    began = time.perf_counter()
    process = subprocess.Popen(
        [str(portal.COMMAND), "serve"],
        cwd=portal.CHECKOUT,
        env=portal.environment(**target._settings),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=target._log.open("ab"),
        start_new_session=True,
    )
    target._process = process
    while time.perf_counter() - began < 120:
        try:
            if httpx.get(f"{target.url}/health/ready", timeout=1).is_success:
                return time.perf_counter() - began, _worked(process.pid)
        except httpx.HTTPError:
            time.sleep(LOOK_SECONDS)
    raise TimeoutError("the portal did not come back")


def _worked(pid: int) -> float:
    top = psutil.Process(pid)
    times = [one.cpu_times() for one in (top, *top.children(recursive=True))]
    return sum(one.user + one.system for one in times)


def round_trip(target: Target, people: int, seconds: int, event: str) -> dict[str, Any]:
    """Milliseconds there and back, as people in a process of their own see them."""
    command = [sys.executable, "-m", "tests.load.people", target.url, str(people), str(seconds), event]
    process = _worker(target)
    before = process.cpu_times()
    done = subprocess.run(command, cwd=portal.CHECKOUT, capture_output=True, text=True, timeout=180, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    after = process.cpu_times()
    seen = json.loads(done.stdout)
    cuts = quantiles(seen["took"], n=100)
    busy = (after.user + after.system) - (before.user + before.system)
    told = {name: seen[name] for name in ("sent", "lost", "connected", "ramp_seconds")}
    return {"p50": cuts[49], "p95": cuts[94], "p99": cuts[98], "busy_seconds": busy, **told}


def bytes_per_session(target: Target) -> float:
    """How much the worker grows for each connected person who does nothing."""
    _idle(target, WARM)
    time.sleep(1)
    worker = _worker(target)
    before = worker.memory_info().rss
    command = [sys.executable, "-m", "tests.load.people", target.url, str(IDLE), "0", "-"]
    with subprocess.Popen(
        command, cwd=portal.CHECKOUT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as people:
        assert people.stdout is not None
        connected = json.loads(people.stdout.readline())["connected"]
        time.sleep(1)
        after = worker.memory_info().rss
        people.communicate("\n", timeout=30)
    return (after - before) / connected


def _idle(target: Target, count: int) -> None:
    command = [sys.executable, "-m", "tests.load.people", target.url, str(count), "0", "-"]
    subprocess.run(command, cwd=portal.CHECKOUT, input="\n", capture_output=True, text=True, timeout=60, check=True)


def _worker(target: Target) -> psutil.Process:
    assert target._process is not None
    children = psutil.Process(target._process.pid).children(recursive=True)
    return max(children, key=lambda one: one.memory_info().rss)


def load_average() -> float:
    """How busy the machine is otherwise."""
    return os.getloadavg()[0]
