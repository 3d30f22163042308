"""The client of SMEV 3 against servers that mean no good."""

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from uuid import UUID, uuid4

import pytest

from medportal.demonstration.registers import soap
from medportal.demonstration.registers.app import application
from medportal.demonstration.registers.counter import Counter
from medportal.features.verification.adapters import Limits, registers
from medportal.features.verification.ports import RegisterDownError
from medportal.features.verification.schemas import Kind, Reason, State, Verdict
from medportal.kernel import clock
from tests.features.verification.claims import claim

LIMITS = Limits(budget=10.0, patience=0.1, tries=2, first_wait=0.01, longest_wait=0.02, max_answer=20_000)
IMPATIENT = replace(LIMITS, connect=0.3, read=0.3, budget=0.7)
MESSAGE = UUID("a95fca1e-e70d-11f1-a62a-2d258f9799af")

Answering = Callable[[BaseHTTPRequestHandler, bytes], None]


@contextmanager
def server(answering: Answering) -> Iterator[str]:
    """An HTTP server on the loopback that answers every request in one way."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            try:
                answering(self, body)
            except OSError:
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:
            pass

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    running.daemon_threads = True
    thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{running.server_port}/register"
    finally:
        running.shutdown()
        running.server_close()


def saying(body: bytes, status: int = 200, **headers: str) -> Answering:
    def answer(handler: BaseHTTPRequestHandler, _question: bytes) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("content-length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def by_operation(look: bytes, *, send: bytes | None = None) -> Answering:
    """Takes the question in, and answers every look with the same bytes."""

    def answer(handler: BaseHTTPRequestHandler, question: bytes) -> None:
        queued = send if send is not None else soap.queued(MESSAGE, clock.now())
        saying(queued if b"SendRequestRequest" in question else look)(handler, question)

    return answer


def asked(url: str, kind: Kind = Kind.SNILS, limits: Limits = LIMITS) -> Verdict:
    return registers(dict.fromkeys(Kind, url), None, limits=limits)[kind].confirm(claim(kind=kind), MESSAGE)


def down(answering: Answering, limits: Limits = LIMITS) -> Reason:
    began = time.monotonic()
    with server(answering) as url, pytest.raises(RegisterDownError) as trouble:
        asked(url, limits=limits)
    assert time.monotonic() - began < limits.budget + 2
    assert trouble.value.__cause__ is None
    return trouble.value.reason


def answered(content: str, extra: str = "") -> bytes:
    return (
        f'<s:Envelope xmlns:s="{soap.ENVELOPE}" xmlns:t="{soap.TYPES}" xmlns:b="{soap.BASIC}"><s:Body>'
        f"<t:GetResponseResponse><t:ResponseMessage><t:Response><t:OriginalMessageId>{MESSAGE}</t:OriginalMessageId>"
        f"<t:SenderProvidedResponseData><t:MessageID>{uuid4()}</t:MessageID>{content}</t:SenderProvidedResponseData>"
        f"{extra}</t:Response></t:ResponseMessage></t:GetResponseResponse></s:Body></s:Envelope>"
    ).encode()


def primary(content: str) -> bytes:
    return answered(f"<b:MessagePrimaryContent>{content}</b:MessagePrimaryContent>")


def rejected(code: str) -> bytes:
    return answered(f"<t:RequestRejected><t:RejectionReasonCode>{code}</t:RejectionReasonCode></t:RequestRejected>")


BOMB = b'<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><b>&b;</b>'
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
SFR = "http://kvs.pfr.com/snils-by-additionalData/1.0.1"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"OK",
        b"<html><body>Login</body></html>",
        b"<a>" * 6000,
        b"<a/>" + b"<" * 100,
        BOMB,
        OUTSIDE,
        '<?xml version="1.0" encoding="utf-8"?><a>ответ</a>'.encode("cp1251"),
        '<?xml version="1.0" encoding="utf-16"?><a>ответ</a>'.encode(),
        b'<?xml version="1.0" encoding="nonsense"?><a/>',
        soap.envelope(soap.rejection("NO_DATA", "out of place")),
        soap.queued(uuid4(), clock.now()),
        soap.queued(MESSAGE, clock.now()).replace(b"requestIsQueued", b"requestIsEaten"),
        soap.nothing_yet(),
        b"x" * (LIMITS.max_answer + 1),
    ],
)
def test_an_answer_that_cannot_be_read_is_garbled(body: bytes) -> None:
    assert down(saying(body)) is Reason.GARBLED


@pytest.mark.parametrize(
    "look",
    [
        b"nonsense",
        BOMB,
        primary("<nonsense/>"),
        primary(f'<q:SnilsByAdditionalDataResponse xmlns:q="{SFR}"/>'),
        primary(
            f'<q:SnilsByAdditionalDataResponse xmlns:q="{SFR}"><q:Snils>1</q:Snils></q:SnilsByAdditionalDataResponse>'
        ),
        answered(""),
        answered("<t:RequestRejected/>"),
        primary("<nonsense/>").replace(str(MESSAGE).encode(), str(uuid4()).encode()),
        primary("<nonsense/>").replace(str(MESSAGE).encode(), b"7"),
        soap.queued(MESSAGE, clock.now()),
        soap.fault("Server", "no such queue"),
    ],
)
def test_a_look_that_finds_nonsense_is_garbled(look: bytes) -> None:
    assert down(by_operation(look)) is Reason.GARBLED


@pytest.mark.parametrize(
    ("status", "reason"),
    [(503, Reason.OUT_OF_ORDER), (404, Reason.OUT_OF_ORDER), (302, Reason.OUT_OF_ORDER), (204, Reason.OUT_OF_ORDER)],
)
def test_other_statuses_mean_out_of_order_and_redirects_are_not_followed(status: int, reason: Reason) -> None:
    assert down(saying(b"", status, location="http://127.0.0.1:1/")) is reason


def test_a_compressed_answer_is_not_unfolded() -> None:
    bomb = gzip.compress(b"<a>" + b" " * 10_000_000)
    assert len(bomb) < LIMITS.max_answer
    assert down(saying(bomb, content_encoding="gzip")) is Reason.GARBLED


def test_an_answer_that_drips_is_cut_off_by_the_budget() -> None:
    def drip(handler: BaseHTTPRequestHandler, _question: bytes) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(300):
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.01)

    assert down(drip, IMPATIENT) is Reason.TIMED_OUT


def test_a_connection_cut_in_the_middle_is_unreachable() -> None:
    def cut(handler: BaseHTTPRequestHandler, _question: bytes) -> None:
        handler.send_response(200)
        handler.send_header("content-length", "1000")
        handler.end_headers()
        handler.wfile.write(b"<a>")
        handler.close_connection = True

    assert down(cut) is Reason.UNREACHABLE


def test_a_silent_listener_times_out_and_a_closed_port_is_unreachable() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        with pytest.raises(RegisterDownError) as closed:
            asked(url)
        silent.listen()
        with pytest.raises(RegisterDownError) as mute:
            asked(url, limits=IMPATIENT)
    assert (closed.value.reason, mute.value.reason) == (Reason.UNREACHABLE, Reason.TIMED_OUT)


def test_an_address_that_is_none_is_unreachable() -> None:
    for url in ("nonsense", "ftp://example.com/", "http://[::", "http://registers.invalid/"):
        with pytest.raises(RegisterDownError) as trouble:
            asked(url)
        assert trouble.value.reason is Reason.UNREACHABLE


def test_a_passing_trouble_is_tried_again_within_one_asking() -> None:
    turns = iter([saying(b"", 503)])

    def second_time_lucky(handler: BaseHTTPRequestHandler, question: bytes) -> None:
        next(turns, by_operation(rejected("NO_DATA")))(handler, question)

    with server(second_time_lucky) as url:
        assert asked(url).state is State.NOT_FOUND


@pytest.mark.parametrize("code", ["ACCESS_DENIED", "UNKNOWN_REQUEST_DESCRIPTION", "SOMETHING_NEW"])
def test_a_question_that_is_not_accepted_is_an_error_for_people_to_look_at(code: str) -> None:
    with server(by_operation(rejected(code))) as url:
        verdict = asked(url)
    assert (verdict.state, verdict.reason) == (State.ERROR, Reason.REFUSED)
    assert code in verdict.evidence.response


def test_a_failure_inside_the_register_is_no_verdict() -> None:
    assert down(by_operation(rejected("FAILURE"))) is Reason.REGISTER_FAILED
    assert down(saying(soap.fault("Server", "oh"), 500)) is Reason.REGISTER_FAILED


def test_an_envelope_that_is_refused_is_an_error_with_evidence() -> None:
    with server(saying(soap.fault("Client", "signature missing"), 500)) as url:
        verdict = asked(url)
    assert (verdict.state, verdict.reason, verdict.receipt) == (State.ERROR, Reason.REFUSED, None)
    assert "signature missing" in verdict.evidence.response


def test_a_real_register_is_not_called_a_demonstration() -> None:
    with server(by_operation(rejected("NO_DATA"))) as url:
        assert not asked(url).demonstration
    with server(by_operation(answered("<t:RequestRejected><t:RejectionReasonCode>NO_DATA</t:RejectionReasonCode>"
                                      "</t:RequestRejected><t:TestMessage/>"))) as url:  # fmt: skip
        assert asked(url).demonstration


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("<m:docStatus>300</m:docStatus>", State.OK),
        ("<m:docStatus>301</m:docStatus>", State.INVALID),
        ("<m:docStatus>301</m:docStatus><m:invalidityReason>604</m:invalidityReason>", State.INVALID),
        ("<m:docStatus>301</m:docStatus><m:invalidityReason>999</m:invalidityReason>", State.INVALID),
        ("<m:docStatus>609</m:docStatus>", State.INVALID),
        ("<m:docStatus>302</m:docStatus>", State.NOT_FOUND),
    ],
)
def test_states_of_a_passport(status: str, state: State) -> None:
    content = f'<m:response xmlns:m="urn://mvd/gismu/RFP_ACTUAL_BANK/1.0.0">{status}</m:response>'
    with server(by_operation(primary(content))) as url:
        assert asked(url, Kind.PASSPORT).state is state


@pytest.mark.parametrize(
    "status", ["", "<m:docStatus/>", "<m:docStatus>303</m:docStatus>", "<m:docStatus>ok</m:docStatus>"]
)
def test_an_unknown_state_is_never_taken_for_a_valid_passport(status: str) -> None:
    content = f'<m:response xmlns:m="urn://mvd/gismu/RFP_ACTUAL_BANK/1.0.0">{status}</m:response>'
    with server(by_operation(primary(content))) as url, pytest.raises(RegisterDownError) as trouble:
        asked(url, Kind.PASSPORT)
    assert trouble.value.reason is Reason.GARBLED


@pytest.mark.parametrize(
    ("attributes", "state"),
    [('ИННФЛ="779900010152"', None), ('КодОбр="99"', State.NOT_FOUND)],
)
def test_answers_of_the_tax_service(attributes: str, state: State | None) -> None:
    content = f'<f:FNSINNSingularResponse xmlns:f="urn://x-artefacts-fns-inn-singular/root/270-18/4.0.1" {attributes}/>'
    with server(by_operation(primary(content))) as url:
        verdict = asked(url, Kind.INN)
    assert verdict.state is (state or (State.OK if claim(kind=Kind.INN).number in attributes else State.MISMATCH))


def test_asking_works_in_a_thread_where_a_loop_already_turns() -> None:
    import asyncio

    async def inside() -> State:
        return registers({}, application(Counter()), limits=LIMITS)[Kind.SNILS].confirm(claim(), MESSAGE).state

    assert asyncio.run(inside()) is State.OK


def test_without_an_address_and_without_demonstration_nobody_answers() -> None:
    for kind, register in registers(dict.fromkeys(Kind), None).items():
        with pytest.raises(RegisterDownError) as trouble:
            register.confirm(claim(kind=kind), MESSAGE)
        assert trouble.value.reason is Reason.NOT_CONNECTED
