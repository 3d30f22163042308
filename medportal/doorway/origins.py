"""Which addresses may speak to the portal from a browser."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.types import Scope

_LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


def allowed_origins(public_origin: str) -> frozenset[str]:
    """The public origin; on a laptop also its twins, since `localhost` and `127.0.0.1` are one machine."""
    parts = urlsplit(public_origin)
    host = parts.netloc.rsplit(":", 1)[0] if parts.port else parts.netloc
    if host not in _LOOPBACK:
        return frozenset({public_origin})
    tail = f":{parts.port}" if parts.port else ""
    return frozenset(f"{parts.scheme}://{name}{tail}" for name in _LOOPBACK)


def header(headers: Iterable[tuple[bytes, bytes]], name: bytes) -> str:
    """The first header of that (lower-case) name, or an empty string."""
    return next((value.decode("latin-1") for key, value in headers if key == name), "")


def client_seen(scope: Scope, hops: int) -> Scope:
    """The scope with the person's own address, as the nearest trusted proxy reports it.

    `X-Forwarded-For` can be written by anyone; only the last `hops` entries were written by our proxies.
    """
    if not hops:
        return scope
    chain = [part.strip() for part in header(scope["headers"], b"x-forwarded-for").split(",") if part.strip()]
    if len(chain) < hops:
        return scope
    return {**scope, "client": (chain[-hops], 0)}
