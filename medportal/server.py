"""Serving: prepare, then hand over to the ASGI server. Light on purpose: it decides how fast a restart is."""

import errno
import os
import socket
import sys
import time

from medportal import frontend
from medportal.infra.errors import SetupError
from medportal.infra.revisions import at_head
from medportal.settings import Settings, settings

# A killed or stopped server needs a moment until its last worker lets the port go.
LEAVING_SECONDS = 5.0

# What the framework must know before it is imported; none of it is a choice of the administrator.
_FRAMEWORK = {
    "REFLEX_ENV_MODE": "prod",
    "REFLEX_USE_NPM": "1",
    "REFLEX_USE_GRANIAN": "1",
    "REFLEX_TELEMETRY_ENABLED": "false",
    "__REFLEX_MOUNT_FRONTEND_COMPILED_APP": "1",
    "__REFLEX_SKIP_COMPILE": "1",
    # No event of ours is larger; a larger one closes the socket.
    "REFLEX_SOCKET_MAX_HTTP_BUFFER_SIZE": str(128 * 1024),
}


def prepare() -> None:
    """Keys, schema, frontend: everything that must be there before the first request.

    Raises:
        SetupError: keys are missing in production.
        BuildError: the frontend is not built and cannot be.
    """
    configured = settings()
    if not (_keys_stand(configured) and at_head(configured.database_url)):
        # Late imports: on most restarts keys and schema are there, and these cost more time than all else here.
        from medportal.infra.keys import ensure_keys
        from medportal.infra.migrate import upgrade

        ensure_keys(configured)
        configured.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        upgrade(configured.database_url)
    frontend.build()


def _keys_stand(configured: Settings) -> bool:
    """Whether the keys were given whole, or made before; that they are good is seen when they are taken in hand."""
    given = (configured.vault_keys, configured.index_key, configured.token_key)
    kept = configured.data_dir / "keys.json"
    made = configured.demonstration and not any(given) and kept.is_file() and kept.stat().st_size > 0
    return all(given) or made


def serve() -> None:
    """Prepare and become the server process; does not return.

    Raises:
        SetupError: the address is taken, or keys are missing in production.
        BuildError: the frontend is not built and cannot be.
    """
    configured = settings()
    claim_port(configured)
    prepare()
    sys.stderr.write(f"· MedPortal is starting on {configured.public_origin} ({configured.mode})\n")
    environment = {**os.environ, **_FRAMEWORK}  # noqa: TID251 (the server inherits ours, framework words added)
    granian = os.path.join(os.path.dirname(sys.executable), "granian")
    os.execve(granian, [granian, *_arguments(configured)], environment)  # noqa: S606 (our own words, no shell)


def claim_port(configured: Settings) -> None:
    """See that nobody else serves where we are going to; a predecessor that is still leaving is waited for.

    The server's own sockets share their port, so that its workers can: a second portal would start in silence and answer
    every other request from other data.

    Raises:
        SetupError: the port is taken and stays so, or the address is not one of this machine.
    """
    where = f"{configured.bind}:{configured.port}"
    until = time.monotonic() + LEAVING_SECONDS
    while refusal := _refused(configured):
        if refusal.errno != errno.EADDRINUSE:
            raise SetupError(
                f"{where} cannot be served ({refusal.strerror}). Set MEDPORTAL_BIND to an address of this machine and "
                "MEDPORTAL_PORT to a port you may use."
            )
        if time.monotonic() >= until:
            raise SetupError(
                f"{where} is served already, perhaps by another MedPortal. Stop it, or set MEDPORTAL_PORT to a free port."
            )
        time.sleep(0.1)


def _refused(configured: Settings) -> OSError | None:
    try:
        family, kind, *_, address = socket.getaddrinfo(configured.bind, configured.port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
            # An address alone may be shared by sockets that do not listen; listening is what clashes.
            probe.listen()
    except OSError as refusal:
        return refusal
    return None


def _arguments(configured: Settings) -> list[str]:
    workers = configured.workers if configured.redis_url else 1
    return [
        "--interface", "asgi",
        "--factory", "medportal.app:app",
        "--host", configured.bind,
        "--port", str(configured.port),
        "--workers", str(workers),
        "--respawn-failed-workers",
        "--no-access-log",
        "--log-level", "warning",
        "--workers-kill-timeout", "10s",
    ]  # fmt: skip
