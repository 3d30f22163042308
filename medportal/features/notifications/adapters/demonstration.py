"""Carriers that carry nothing: the letter stays in the portal and is shown on the demonstration outbox page."""

from medportal.features.notifications.schemas import Parcel, Receipt


class DemonstrationCarrier:
    """Takes letters and SMS alike, says so, and lets nothing leave the portal."""

    def send(self, parcel: Parcel) -> Receipt:  # noqa: ARG002
        """Take a message for show."""
        return Receipt(demonstration=True)
