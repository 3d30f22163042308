"""Serving the demonstration registers alone on a port."""

import asyncio

from granian.constants import Interfaces
from granian.server.embed import Server

from medportal.demonstration.registers.app import application
from medportal.demonstration.registers.counter import Counter


def serve(host: str = "127.0.0.1", port: int = 8100) -> None:
    """Serve the registers with faults on demand until the process is told to stop.

    One process and one loop: what was asked of a register lives in memory.
    """
    app = application(Counter(), faults_on_demand=True)
    server = Server(app, address=host, port=port, interface=Interfaces.ASGINL, log_access=False)
    asyncio.run(server.serve())
