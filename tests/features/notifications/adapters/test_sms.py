import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from uuid import uuid4

import httpx
import pytest

from medportal.features.notifications.adapters.sms import HttpSmsGateway
from medportal.features.notifications.ports import DeliveryRefusedError, DeliveryTroubleError
from medportal.features.notifications.schemas import Parcel

PARCEL = Parcel(uuid4(), "+79123456789", "Тема", "Код 123456")


@pytest.fixture
def gateway():
    """A gateway that answers as it is told and keeps what it was asked."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            self.server.asked.append((self.path, dict(self.headers), json.loads(body)))
            if self.server.manner == "drops":
                self.connection.close()
                return
            if self.server.manner == "hangs":
                self.server.over.wait(5)
                return
            self.send_response(self.server.status)
            for name, value in self.server.headers_out.items():
                self.send_header(name, value)
            self.end_headers()

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.asked, server.status, server.headers_out, server.manner = [], 200, {}, ""
    server.over = threading.Event()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield server
    server.over.set()
    server.shutdown()
    server.server_close()
    thread.join()


def send(gateway):
    client = httpx.Client(timeout=0.5)
    return HttpSmsGateway(f"http://127.0.0.1:{gateway.server_port}/send", "t0ken", client=client).send(PARCEL)


def test_a_message_is_handed_over_with_its_token_and_its_name(gateway):
    assert not send(gateway).demonstration
    [(path, headers, body)] = gateway.asked
    assert (path, body) == ("/send", {"to": "+79123456789", "text": "Код 123456"})
    assert headers["Authorization"] == "Bearer t0ken"
    assert headers["Idempotency-Key"] == str(PARCEL.id)


@pytest.mark.parametrize("status", [400, 410, 413, 422])
def test_a_message_that_will_never_be_taken_is_refused(gateway, status):
    gateway.status = status
    with pytest.raises(DeliveryRefusedError):
        send(gateway)


@pytest.mark.parametrize("status", [301, 401, 403, 404, 408, 429, 500, 502, 503])
def test_everything_else_is_trouble_that_may_pass(gateway, status):
    gateway.status = status
    with pytest.raises(DeliveryTroubleError):
        send(gateway)


@pytest.mark.parametrize(("told", "heard"), [("120", 120), ("soon", None), ("-5", None), ("٣", None)])
def test_the_gateways_wish_to_wait_is_passed_on_when_it_is_a_number(gateway, told, heard):
    gateway.status, gateway.headers_out = 429, {"Retry-After": told.encode().decode("latin-1")}
    with pytest.raises(DeliveryTroubleError) as trouble:
        send(gateway)
    assert trouble.value.retry_after == heard


@pytest.mark.parametrize("manner", ["drops", "hangs"])
def test_a_gateway_that_misbehaves_is_trouble(gateway, manner):
    gateway.manner = manner
    with pytest.raises(DeliveryTroubleError):
        send(gateway)


def test_a_gateway_that_is_not_there_is_trouble():
    with pytest.raises(DeliveryTroubleError):
        HttpSmsGateway("http://127.0.0.1:9/", "t").send(PARCEL)


def test_the_message_and_the_token_show_in_no_repr_and_no_error(gateway):
    gateway.status = 500
    with pytest.raises(DeliveryTroubleError) as trouble:
        send(gateway)
    assert "123456" not in repr(PARCEL)
    assert trouble.value.__cause__ is None
    assert "t0ken" not in repr(trouble.value)
