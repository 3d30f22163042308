"""E-mail over SMTP: encrypted unless told otherwise, with time-outs, and every answer read as «never» or «later»."""

import smtplib
import ssl
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from enum import StrEnum
from urllib.parse import parse_qs, unquote, urlsplit

from medportal.features.notifications.ports import DeliveryRefusedError, DeliveryTroubleError
from medportal.features.notifications.schemas import Parcel, Receipt
from medportal.kernel import clock

TIMEOUT_SECONDS = 20.0
SHAPE = "MEDPORTAL_SMTP_URL must look like smtp://user:password@host:587 or smtps://…:465"
# 5yz answers that speak of our set-up or of the moment, not of the letter (RFC 5321 §4.2, RFC 4954 §6).
NOT_THE_LETTERS_FAULT = frozenset({502, 503, 504, 530, 534, 535, 538})
NOT_ABOUT_THE_LETTER = (
    smtplib.SMTPConnectError,
    smtplib.SMTPHeloError,
    smtplib.SMTPAuthenticationError,
    smtplib.SMTPSenderRefused,
)


class Encryption(StrEnum):
    """How the line is protected."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class SmtpServer:
    """Where letters are handed over."""

    host: str
    port: int
    encryption: Encryption = Encryption.STARTTLS
    user: str | None = None
    password: str | None = field(default=None, repr=False)

    @classmethod
    def from_url(cls, url: str) -> "SmtpServer":
        """Read `smtp://user:password@host:587` (STARTTLS is demanded) or `smtps://…:465` (TLS from the start).

        `smtp://host:25?encryption=none` is for a server on the same machine.

        Raises:
            ValueError: the address is not one of these; the message does not repeat it, for it holds a password.
        """
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError:
            # The library's own words quote what stands where a port should be: perhaps half a password.
            raise ValueError(SHAPE) from None
        if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
            raise ValueError(SHAPE)
        told = parse_qs(parts.query).get("encryption", ["tls" if parts.scheme == "smtps" else "starttls"])[0]
        if told not in {kind.value for kind in Encryption}:
            raise ValueError("MEDPORTAL_SMTP_URL: encryption is starttls, tls or none")
        return cls(
            host=parts.hostname,
            port=port or (465 if parts.scheme == "smtps" else 587),
            encryption=Encryption(told),
            user=unquote(parts.username) if parts.username else None,
            password=unquote(parts.password) if parts.password else None,
        )


class SmtpMailer:
    """Hands letters to an SMTP server, one connection per letter."""

    def __init__(
        self,
        server: SmtpServer,
        sender: str,
        *,
        context: ssl.SSLContext | None = None,
        timeout: float = TIMEOUT_SECONDS,
    ) -> None:
        """`sender` is «Name <address>»; `context` decides which certificates are trusted."""
        self._server = server
        self._name, self._address = parseaddr(sender)
        self._context = context or ssl.create_default_context()
        self._timeout = timeout

    def send(self, parcel: Parcel) -> Receipt:
        """Hand one letter over.

        Raises:
            DeliveryRefusedError: the server will never take it, or it cannot be written as a letter.
            DeliveryTroubleError: no connection, no encryption, no time, or the server asks to come later.
        """
        message = self._message(parcel)
        try:
            with self._line() as line:
                line.send_message(message, from_addr=self._address, to_addrs=[_ascii_domain(parcel.to)])
        except smtplib.SMTPRecipientsRefused as refused:
            raise _reading(next(iter(refused.recipients.values()))[0]) from None
        except NOT_ABOUT_THE_LETTER:
            raise DeliveryTroubleError from None
        except smtplib.SMTPResponseException as answer:
            raise _reading(answer.smtp_code) from None
        except smtplib.SMTPNotSupportedError as missing:
            # SMTPUTF8 is missing: this server can never carry a letter to a non-Latin mailbox.
            raise (DeliveryTroubleError() if parcel.to.isascii() else DeliveryRefusedError()) from missing
        except (smtplib.SMTPException, OSError):
            raise DeliveryTroubleError from None
        return Receipt()

    @contextmanager
    def _line(self) -> Generator[smtplib.SMTP, None, None]:
        server = self._server
        if server.encryption is Encryption.TLS:
            line: smtplib.SMTP = smtplib.SMTP_SSL(
                server.host, server.port, timeout=self._timeout, context=self._context
            )
        else:
            line = smtplib.SMTP(server.host, server.port, timeout=self._timeout)
        try:
            line.ehlo_or_helo_if_needed()
            if server.encryption is Encryption.STARTTLS:
                # A server that offers no encryption gets no letter and, above all, no password.
                line.starttls(context=self._context)
                line.ehlo()
            if server.user is not None:
                line.login(server.user, server.password or "")
            yield line
            with suppress(smtplib.SMTPException, OSError):
                line.quit()
        finally:
            line.close()

    def _message(self, parcel: Parcel) -> EmailMessage:
        message = EmailMessage(policy=SMTP)
        try:
            message["From"] = Address(self._name, addr_spec=self._address)
            message["To"] = Address(addr_spec=_ascii_domain(parcel.to))
            message["Subject"] = parcel.subject
            message["Date"] = format_datetime(clock.now())
            # The same letter handed over twice bears the same name, so that the other side may notice.
            message["Message-ID"] = f"<{parcel.id}@{self._address.rpartition('@')[2]}>"
            message["Auto-Submitted"] = "auto-generated"
            if parcel.unsubscribe:
                # RFC 8058: the mail programme ends such letters by one POST, without a question.
                message["List-Unsubscribe"] = f"<{parcel.unsubscribe}>"
                message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
            message.set_content(parcel.text)
            if parcel.html:
                message.add_alternative(parcel.html, subtype="html")
        except (ValueError, MessageError, UnicodeError, IndexError):
            # A line break in a header ends here: the library refuses to write it.
            raise DeliveryRefusedError from None
        return message


def _reading(code: int) -> DeliveryRefusedError | DeliveryTroubleError:
    if 500 <= code < 600 and code not in NOT_THE_LETTERS_FAULT:
        return DeliveryRefusedError()
    return DeliveryTroubleError()


def _ascii_domain(address: str) -> str:
    local, _, domain = address.rpartition("@")
    return f"{local}@{domain.encode('idna').decode() if not domain.isascii() else domain}"
