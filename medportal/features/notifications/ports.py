"""What notifications need from outside: somebody who carries letters, and somebody who carries SMS."""

from typing import Protocol

from medportal.features.notifications.schemas import Parcel, Receipt
from medportal.kernel.socket import Socket


class DeliveryRefusedError(Exception):
    """The carrier will never take this message: no such mailbox, no such number. Trying again is useless."""


class DeliveryTroubleError(Exception):
    """The carrier could not take the message now; `retry_after` is how many seconds it asked us to wait."""

    def __init__(self, retry_after: int | None = None) -> None:
        super().__init__(type(self).__name__)
        self.retry_after = retry_after


class Mailer(Protocol):
    """Carries e-mail."""

    def send(self, parcel: Parcel) -> Receipt:
        """Hand one letter over.

        Raises:
            DeliveryRefusedError: it will never be taken.
            DeliveryTroubleError: it may be taken later.
        """
        ...


class SmsGateway(Protocol):
    """Carries SMS."""

    def send(self, parcel: Parcel) -> Receipt:
        """Hand one message over; `subject` and `html` of the parcel are not sent.

        Raises:
            DeliveryRefusedError: it will never be taken.
            DeliveryTroubleError: it may be taken later.
        """
        ...


mailer: Socket[Mailer] = Socket("notifications.mailer")
sms_gateway: Socket[SmsGateway] = Socket("notifications.sms_gateway")
