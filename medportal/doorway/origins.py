"""What a request says of where it comes from."""

from collections.abc import Iterable

from starlette.types import Scope


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
