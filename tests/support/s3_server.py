"""A server that speaks S3, for a test run: in this process, on a port of the loopback, keeping everything in memory."""

from collections.abc import Iterator
from contextlib import contextmanager

import httpx
from moto.server import ThreadedMotoServer

BUCKET = "medportal-tests"


@contextmanager
def running() -> Iterator[str]:
    """Start the server with an empty bucket, hand out its address, and stop it at the end."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    try:
        _, port = server.get_host_and_port()
        url = f"http://127.0.0.1:{port}"
        httpx.put(f"{url}/{BUCKET}").raise_for_status()
        yield url
    finally:
        server.stop()


def store_url(endpoint: str, prefix: str, **more: object) -> str:
    """The address of a store under a prefix of the bucket."""
    tail = "".join(f"&{key}={value}" for key, value in more.items())
    return f"s3://an-id:a%2Fsecret@{BUCKET}/{prefix}?endpoint={endpoint}{tail}"
