import datetime
import ipaddress
import socket
import ssl
import threading
from dataclasses import replace
from email import message_from_bytes, policy
from uuid import uuid4

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from medportal.features.notifications.adapters.smtp import Encryption, SmtpMailer, SmtpServer
from medportal.features.notifications.ports import DeliveryRefusedError, DeliveryTroubleError
from medportal.features.notifications.schemas import Parcel
from tests.support import servers

SENDER = "МедПортал <noreply@portal.example>"


def parcel(to="anna@example.ru", subject="Подтвердите адрес"):
    return Parcel(uuid4(), to, subject, "Здравствуйте.\n\nhttp://localhost/x#t", "<p>Здравствуйте.</p>")


class Postbox:
    """Takes letters, or answers RCPT or DATA with what it was told to."""

    def __init__(self):
        self.letters, self.on_mail, self.on_rcpt, self.on_data = [], None, None, None

    async def handle_MAIL(self, server, session, envelope, address, options):
        envelope.mail_from = address
        return self.on_mail or "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.on_rcpt:
            return self.on_rcpt
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.on_data:
            return self.on_data
        letter = message_from_bytes(envelope.content, policy=policy.default)
        self.letters.append((envelope.mail_from, list(envelope.rcpt_tos), letter, session.ssl is not None))
        return "250 OK"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path_factory.mktemp("tls") / "both.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.write_bytes(made.public_bytes(serialization.Encoding.PEM) + private)
    return file


@pytest.fixture
def serving(certificate):
    running = []

    def start(postbox, *, starttls=False, tls=False, password=None):
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(certificate)

        def judge(server, session, envelope, mechanism, told):
            return AuthResult(success=told.login == b"portal" and told.password == password.encode())

        more = {"tls_context": context, "require_starttls": True} if starttls else {}
        if password:
            more |= {"authenticator": judge, "auth_required": True, "auth_require_tls": starttls}
        if tls:
            more |= {"ssl_context": context}
        controller = Controller(postbox, hostname="127.0.0.1", port=servers.free_port(), **more)
        controller.start()
        running.append(controller)
        return controller.port

    yield start
    for controller in running:
        controller.stop()


def mailer(port, certificate=None, encryption=Encryption.NONE, user=None, password=None):
    trusting = ssl.create_default_context(cafile=certificate) if certificate else None
    server = SmtpServer("127.0.0.1", port, encryption, user, password)
    return SmtpMailer(server, SENDER, context=trusting, timeout=1.0)


def test_a_letter_arrives_whole_with_both_bodies(serving):
    postbox, sent = Postbox(), parcel()
    assert not mailer(serving(postbox)).send(sent).demonstration
    [(sender, recipients, letter, _)] = postbox.letters
    assert (sender, recipients) == ("noreply@portal.example", ["anna@example.ru"])
    assert (letter["subject"], letter["from"]) == ("Подтвердите адрес", "МедПортал <noreply@portal.example>")
    assert letter["message-id"] == f"<{sent.id}@portal.example>"
    assert letter["auto-submitted"] == "auto-generated"
    assert "http://localhost/x#t" in letter.get_body(("plain",)).get_content()
    assert "<p>Здравствуйте.</p>" in letter.get_body(("html",)).get_content()


def test_a_letter_that_may_be_refused_carries_a_way_out_of_one_post(serving):
    postbox = Postbox()
    port = serving(postbox)
    address = f"https://portal.example.org/calendar/unsubscribe/{'a' * 32}.{'b' * 43}"
    mailer(port).send(replace(parcel(), unsubscribe=address))
    mailer(port).send(parcel())
    first, second = (letter for _, _, letter, _ in postbox.letters)
    assert first["List-Unsubscribe"] == f"<{address}>"
    assert first["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert second["List-Unsubscribe"] is None


def test_with_starttls_the_letter_and_the_password_travel_encrypted(serving, certificate):
    postbox = Postbox()
    port = serving(postbox, starttls=True, password="s3cret")
    mailer(port, certificate, Encryption.STARTTLS, "portal", "s3cret").send(parcel())
    assert postbox.letters[0][3] is True


def test_with_tls_from_the_start_the_letter_arrives(serving, certificate):
    postbox = Postbox()
    mailer(serving(postbox, tls=True), certificate, Encryption.TLS).send(parcel())
    assert len(postbox.letters) == 1


def test_a_server_without_encryption_gets_no_letter_when_encryption_is_demanded(serving, certificate):
    postbox = Postbox()
    with pytest.raises(DeliveryTroubleError):
        mailer(serving(postbox), certificate, Encryption.STARTTLS, "portal", "s3cret").send(parcel())
    assert postbox.letters == []


def test_a_certificate_nobody_vouches_for_is_not_believed(serving):
    postbox = Postbox()
    with pytest.raises(DeliveryTroubleError):
        mailer(serving(postbox, starttls=True), None, Encryption.STARTTLS).send(parcel())
    assert postbox.letters == []


def test_a_wrong_password_is_our_trouble_and_not_the_letters_fault(serving, certificate):
    port = serving(Postbox(), starttls=True, password="s3cret")
    with pytest.raises(DeliveryTroubleError):
        mailer(port, certificate, Encryption.STARTTLS, "portal", "wrong").send(parcel())


@pytest.mark.parametrize(
    ("where", "answer", "error"),
    [
        ("on_rcpt", "550 No such mailbox", DeliveryRefusedError),
        ("on_rcpt", "450 Mailbox busy", DeliveryTroubleError),
        ("on_data", "554 Refused as spam", DeliveryRefusedError),
        ("on_mail", "550 Not from you", DeliveryTroubleError),
        ("on_data", "552 Too large", DeliveryRefusedError),
        ("on_data", "451 Come later", DeliveryTroubleError),
    ],
)
def test_answers_are_read_as_never_or_as_later(serving, where, answer, error):
    postbox = Postbox()
    setattr(postbox, where, answer)
    with pytest.raises(error):
        mailer(serving(postbox)).send(parcel())


def test_a_server_that_is_not_there_is_trouble():
    with pytest.raises(DeliveryTroubleError):
        mailer(servers.free_port()).send(parcel())


@pytest.mark.parametrize("manner", ["hangs", "drops", "babbles"])
def test_a_server_that_misbehaves_is_trouble_and_holds_nobody_up(manner):
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve():
            line, _ = listening.accept()
            if manner == "babbles":
                line.sendall(b"\xff\x00 what?\r\n" * 3)
            if manner == "hangs":
                over.wait(5)
            line.close()

        over = threading.Event()
        thread = threading.Thread(target=serve)
        thread.start()
        with pytest.raises(DeliveryTroubleError):
            mailer(listening.getsockname()[1]).send(parcel())
        over.set()
        thread.join()


@pytest.mark.parametrize(
    "to", ["anna@example.ru\r\nBcc: evil@example.ru", "anna@example.ru, evil@example.ru", "", "anna", "<a@b.ru>"]
)
def test_nothing_is_smuggled_in_by_an_address(serving, to):
    postbox = Postbox()
    with pytest.raises(DeliveryRefusedError):
        mailer(serving(postbox)).send(parcel(to=to))
    assert postbox.letters == []


def test_nothing_is_smuggled_in_by_a_subject(serving):
    postbox = Postbox()
    with pytest.raises(DeliveryRefusedError):
        mailer(serving(postbox)).send(parcel(subject="Тема\r\nBcc: evil@example.ru"))
    assert postbox.letters == []


def test_a_cyrillic_domain_is_written_in_the_way_servers_understand(serving):
    postbox = Postbox()
    mailer(serving(postbox)).send(parcel(to="anna@почта.рф"))
    assert postbox.letters[0][1] == ["anna@xn--80a1acny.xn--p1ai"]


def test_an_address_tells_everything_about_the_server():
    told = SmtpServer.from_url("smtp://po%40rtal:p%3Aw@mail.example.ru")
    assert (told.host, told.port, told.encryption) == ("mail.example.ru", 587, Encryption.STARTTLS)
    assert (told.user, told.password) == ("po@rtal", "p:w")
    assert "p:w" not in repr(told)
    assert SmtpServer.from_url("smtps://mail.example.ru").port == 465
    assert SmtpServer.from_url("smtp://localhost:25?encryption=none").encryption is Encryption.NONE


@pytest.mark.parametrize(
    "url",
    ["http://u:secret@x", "smtp://", "smtp://u:secret/word@x", "smtp://[secret", "smtp://u:secret@x?encryption=maybe"],
)
def test_a_wrong_address_is_refused_without_repeating_its_password(url):
    with pytest.raises(ValueError, match="MEDPORTAL_SMTP_URL") as refused:
        SmtpServer.from_url(url)
    assert "secret" not in str(refused.value)
