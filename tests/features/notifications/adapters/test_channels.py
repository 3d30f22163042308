from uuid import uuid4

import pytest

from medportal.features.notifications.adapters import channels
from medportal.features.notifications.adapters.demonstration import DemonstrationCarrier
from medportal.features.notifications.adapters.sms import HttpSmsGateway
from medportal.features.notifications.adapters.smtp import SmtpMailer
from medportal.features.notifications.ports import DeliveryTroubleError
from medportal.features.notifications.schemas import Parcel
from medportal.settings import Settings

PARCEL = Parcel(uuid4(), "a@example.ru", "s", "t")


def test_a_demonstration_keeps_its_letters():
    for carrier in channels(Settings()):
        assert carrier.send(PARCEL).demonstration


def test_production_without_carriers_pretends_nothing():
    for carrier in channels(Settings(mode="production")):
        with pytest.raises(DeliveryTroubleError):
            carrier.send(PARCEL)


def test_what_is_configured_is_used_in_either_mode():
    configured = Settings(
        smtp_url="smtp://mail.example.ru", sms_gateway_url="https://sms.example.ru", sms_gateway_token="t"
    )
    mailer, gateway = channels(configured)
    assert isinstance(mailer, SmtpMailer)
    assert isinstance(gateway, HttpSmsGateway)
    assert isinstance(channels(Settings(smtp_url="smtp://mail.example.ru"))[1], DemonstrationCarrier)
