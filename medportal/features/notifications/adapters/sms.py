"""SMS over a plain HTTP gateway: POST {"to", "text"} as JSON with a bearer token; most providers have a bridge to it."""

import httpx

from medportal.features.notifications.ports import DeliveryRefusedError, DeliveryTroubleError
from medportal.features.notifications.schemas import Parcel, Receipt

TIMEOUT_SECONDS = 15.0
# 4xx answers that do not speak of the message: our token, our pace, their clock.
NOT_THE_MESSAGES_FAULT = frozenset({401, 402, 403, 404, 405, 407, 408, 409, 421, 423, 425, 429})


class HttpSmsGateway:
    """Hands SMS to a gateway. `Idempotency-Key` names the message, so that handing it over twice sends it once."""

    def __init__(self, url: str, token: str, *, client: httpx.Client | None = None) -> None:
        self._url = url
        self._headers = {"Authorization": f"Bearer {token}"}
        self._client = client or httpx.Client(timeout=TIMEOUT_SECONDS, follow_redirects=False)

    def send(self, parcel: Parcel) -> Receipt:
        """Hand one message over.

        Raises:
            DeliveryRefusedError: the gateway will never take it.
            DeliveryTroubleError: no answer, a broken answer, a redirect, or an answer that asks to come later.
        """
        headers = {**self._headers, "Idempotency-Key": str(parcel.id)}
        try:
            # The answer's body is of no interest and is not read, however long it is.
            with self._client.stream(
                "POST", self._url, json={"to": parcel.to, "text": parcel.text}, headers=headers
            ) as answer:
                status, retry_after = answer.status_code, answer.headers.get("Retry-After", "")
        except (httpx.HTTPError, httpx.InvalidURL):
            raise DeliveryTroubleError from None
        if 200 <= status < 300:
            return Receipt()
        if 400 <= status < 500 and status not in NOT_THE_MESSAGES_FAULT:
            raise DeliveryRefusedError
        raise DeliveryTroubleError(int(retry_after) if retry_after.isascii() and retry_after.isdigit() else None)
