"""Carriers of letters and SMS, chosen by the settings; only the wiring imports them."""

from medportal.features.notifications.adapters.absent import AbsentCarrier
from medportal.features.notifications.adapters.demonstration import DemonstrationCarrier
from medportal.features.notifications.adapters.sms import HttpSmsGateway
from medportal.features.notifications.adapters.smsc import SmscGateway
from medportal.features.notifications.adapters.smtp import SmtpMailer, SmtpServer
from medportal.features.notifications.ports import Mailer, SmsGateway
from medportal.settings import Settings


def channels(configured: Settings) -> tuple[Mailer, SmsGateway]:
    """The carriers of this portal. What is not configured is shown in a demonstration, and waits in production.

    Raises:
        ValueError: the address of the SMTP server is not one.
    """
    missing = DemonstrationCarrier() if configured.demonstration else AbsentCarrier()
    mailer: Mailer = missing
    gateway: SmsGateway = missing
    if configured.smtp_url:
        mailer = SmtpMailer(SmtpServer.from_url(configured.smtp_url), configured.mail_from)
    if configured.sms_gateway_url:
        token = configured.sms_gateway_token
        gateway = HttpSmsGateway(configured.sms_gateway_url, token.get_secret_value() if token else "")
    elif configured.smsc_login:
        password = configured.smsc_password.get_secret_value() if configured.smsc_password else ""
        gateway = SmscGateway(configured.smsc_login, password, configured.smsc_sender)
    return mailer, gateway
