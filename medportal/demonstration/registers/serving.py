"""Serving the demonstration registers alone on a port."""

import asyncio
import signal
import sys

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server.embed import Server

from medportal.demonstration.registers.app import ADDRESSES, application
from medportal.demonstration.registers.counter import Counter


def serve(host: str = "127.0.0.1", port: int = 8100) -> None:
    """Serve the registers with faults on demand until the process is told to stop by SIGINT or SIGTERM.

    One process and one loop: what was asked of a register lives in memory.
    """
    asyncio.run(_served(host, port))


async def _served(host: str, port: int) -> None:
    app = application(Counter(), faults_on_demand=True)
    server = Server(
        app, address=host, port=port, interface=Interfaces.ASGINL, log_access=False, log_level=LogLevels.error
    )
    loop = asyncio.get_running_loop()
    for told in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(told, server.stop)
    for office, path in ADDRESSES.items():
        _ = sys.stderr.write(f"MEDPORTAL_REGISTER_{office.upper()}_URL=http://{host}:{port}{path}\n")
    _ = sys.stderr.write(f"faults on demand: POST http://{host}:{port}/faults\n")
    await server.serve()
