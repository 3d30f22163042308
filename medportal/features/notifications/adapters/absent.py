"""No carrier: in production nothing is pretended. Letters wait, and go out once a carrier is configured."""

from medportal.features.notifications.ports import DeliveryTroubleError
from medportal.features.notifications.schemas import Parcel, Receipt
from medportal.infra import log

_log = log.get(__name__)


class AbsentCarrier:
    """Takes nothing, and says in the log which variables to set."""

    def send(self, parcel: Parcel) -> Receipt:  # noqa: ARG002
        """Refuse to take a message for now.

        Raises:
            DeliveryTroubleError: always.
        """
        _log.warning("no_carrier_configured", hint="set MEDPORTAL_SMTP_URL and MEDPORTAL_SMS_GATEWAY_URL")
        raise DeliveryTroubleError
