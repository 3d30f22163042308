"""SMS through SMSC.RU: its HTTP interface with answers in JSON (send.php, fmt=3)."""

import json
from typing import Any, cast
from uuid import UUID

import httpx

from medportal.features.notifications.ports import DeliveryRefusedError, DeliveryTroubleError
from medportal.features.notifications.schemas import Parcel, Receipt

URL = "https://smsc.ru/sys/send.php"
TIMEOUT_SECONDS = 15.0
MOST_BYTES = 10_000
# What speaks of the message or the number: forbidden words, a number that is none, one that cannot be reached.
# The others speak of us or of the moment: parameters, password, money, address, pace.
NEVER = frozenset({6, 7, 8})
SAME_AGAIN = 9


class SmscGateway:
    """Hands SMS to SMSC.RU. Each message bears a number made from its id: the same one twice is refused there."""

    def __init__(
        self, login: str, password: str, sender: str = "", *, url: str = URL, client: httpx.Client | None = None
    ) -> None:
        self._known = {"login": login, "psw": password, "charset": "utf-8", "fmt": "3"}
        if sender:
            self._known["sender"] = sender
        self._url = url
        self._client = client or httpx.Client(timeout=TIMEOUT_SECONDS, follow_redirects=False)

    def send(self, parcel: Parcel) -> Receipt:
        """Hand one message over.

        Raises:
            DeliveryRefusedError: it will never be taken.
            DeliveryTroubleError: no answer, an answer that is none, or one that speaks of us or of the moment.
        """
        asked = {**self._known, "phones": parcel.to, "mes": parcel.text, "id": str(number_of(parcel.id))}
        try:
            with self._client.stream("POST", self._url, data=asked) as answer:
                body = next(answer.iter_bytes(MOST_BYTES), b"") if answer.status_code == 200 else b""
        except (httpx.HTTPError, httpx.InvalidURL):
            raise DeliveryTroubleError from None
        told = _read(body)
        code = told.get("error_code")
        if "id" in told and code is None:
            return Receipt()
        if code == SAME_AGAIN:
            # Handed over before, and the answer was lost on the way.
            return Receipt()
        if code in NEVER:
            raise DeliveryRefusedError
        raise DeliveryTroubleError


def number_of(parcel_id: UUID) -> int:
    """A number from 1 to 2,147,483,647, as this provider names messages."""
    return parcel_id.int % 2_147_483_647 + 1


def _read(body: bytes) -> dict[str, Any]:
    try:
        told = json.loads(body)
    except ValueError:
        return {}
    return cast("dict[str, Any]", told) if isinstance(told, dict) else {}
