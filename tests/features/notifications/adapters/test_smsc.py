"""SMSC.RU as a real HTTP server answers for it: what is handed over, and how each answer is read."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs
from uuid import uuid4

import httpx
import pytest

from medportal.features.notifications.adapters import channels
from medportal.features.notifications.adapters.smsc import SmscGateway, number_of
from medportal.features.notifications.ports import DeliveryRefusedError, DeliveryTroubleError
from medportal.features.notifications.schemas import Parcel
from medportal.settings import Settings

PARCEL = Parcel(uuid4(), "+79123456789", "Тема", "МедПортал: через 7 дней медосмотр")


@pytest.fixture
def provider():
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            self.server.asked.append(parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode()))
            body = self.server.answer
            if body is None:
                self.server.over.wait(5)
                return
            self.send_response(self.server.status)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.asked, server.status, server.answer = [], 200, json.dumps({"id": 1, "cnt": 1}).encode()
    server.over = threading.Event()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield server
    server.over.set()
    server.shutdown()
    server.server_close()
    thread.join()


def send(provider):
    url = f"http://127.0.0.1:{provider.server_port}/sys/send.php"
    return SmscGateway("login", "secret", "MEDPORTAL", url=url, client=httpx.Client(timeout=0.5)).send(PARCEL)


def test_a_message_is_handed_over_with_a_number_that_stays_its_own(provider):
    assert not send(provider).demonstration
    send(provider)
    first, second = provider.asked
    assert first == second
    assert {name: value[0] for name, value in first.items()} == {
        "login": "login", "psw": "secret", "sender": "MEDPORTAL", "charset": "utf-8", "fmt": "3",
        "phones": "+79123456789", "mes": PARCEL.text, "id": str(number_of(PARCEL.id)),
    }  # fmt: skip
    assert 1 <= number_of(PARCEL.id) <= 2_147_483_647


@pytest.mark.parametrize("code", [6, 7, 8])
def test_what_speaks_of_the_message_is_never_tried_again(provider, code):
    provider.answer = json.dumps({"error": "no", "error_code": code}).encode()
    with pytest.raises(DeliveryRefusedError):
        send(provider)


@pytest.mark.parametrize(
    "answer",
    [json.dumps({"error": "no", "error_code": code}).encode() for code in (1, 2, 3, 4, 5, 99)]
    + [b"", b"<html>", b"[]", b"null", b"{}", b"x" * 100_000],
)
def test_what_speaks_of_us_or_is_no_answer_is_tried_later(provider, answer):
    provider.answer = answer
    with pytest.raises(DeliveryTroubleError):
        send(provider)


def test_a_message_that_was_handed_over_before_is_sent(provider):
    provider.answer = json.dumps({"error": "duplicate", "error_code": 9}).encode()
    assert not send(provider).demonstration


def test_a_provider_that_hangs_redirects_or_is_away_holds_nobody_up(provider):
    provider.answer = None
    with pytest.raises(DeliveryTroubleError):
        send(provider)
    provider.answer, provider.status = b"{}", 302
    with pytest.raises(DeliveryTroubleError):
        send(provider)


def test_it_is_chosen_by_the_settings_and_the_generic_gateway_goes_first(monkeypatch):
    monkeypatch.setenv("MEDPORTAL_SMSC_LOGIN", "login")
    assert isinstance(channels(Settings())[1], SmscGateway)
    monkeypatch.setenv("MEDPORTAL_SMS_GATEWAY_URL", "https://gateway.example.org/send")
    assert not isinstance(channels(Settings())[1], SmscGateway)
