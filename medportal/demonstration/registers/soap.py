"""Envelopes of SMEV 3 as the register's side reads and writes them (SOAP 1.1, message-exchange types 1.1)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, final
from uuid import UUID
from xml.etree import ElementTree as ET

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

ENVELOPE: Final = "http://schemas.xmlsoap.org/soap/envelope/"
TYPES: Final = "urn://x-artefacts-smev-gov-ru/services/message-exchange/types/1.1"
BASIC: Final = "urn://x-artefacts-smev-gov-ru/services/message-exchange/types/basic/1.1"
FAULTS: Final = "urn://x-artefacts-smev-gov-ru/services/message-exchange/types/faults/1.1"

SENDER_MNEMONIC: Final = "MEDPORTAL-DEMONSTRATION"
SENDER_NAME: Final = "Демонстрационный реестр"
RECIPIENT_MNEMONIC: Final = "MEDPORTAL"


@final
class NonsenseError(Exception):
    """What came in is no request of this service; `reason` is written by us and holds nothing of what came."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class SendRequest:
    """A question put into the queue."""

    message_id: UUID
    node_id: str
    content: ET.Element


@dataclass(frozen=True, slots=True)
class GetResponse:
    """A look for an answer of one type; the node narrows it to one asker."""

    namespace: str
    root_name: str
    node_id: str | None


@dataclass(frozen=True, slots=True)
class Ack:
    """The asker has the answer and the queue may forget it."""

    target_id: UUID


def read(body: bytes) -> SendRequest | GetResponse | Ack:
    """The operation in an envelope.

    Raises:
        NonsenseError: not XML, a document type declaration, not an envelope, or an operation this service does not know.
    """
    try:
        root = fromstring(body, forbid_dtd=True)
    except (ET.ParseError, DefusedXmlException, ValueError, LookupError) as trouble:
        raise NonsenseError("the body is not well-formed XML without a document type") from trouble
    payload = root.find(f"{{{ENVELOPE}}}Body/*") if root.tag == f"{{{ENVELOPE}}}Envelope" else None
    if payload is None:
        raise NonsenseError("the body is not a SOAP 1.1 envelope with a payload")
    readers = {
        "SendRequestRequest": _send_request,
        "GetResponseRequest": _get_response,
        "AckRequest": _ack,
    }
    reader = readers.get(payload.tag.removeprefix(f"{{{TYPES}}}")) if payload.tag.startswith(f"{{{TYPES}}}") else None
    if reader is None:
        raise NonsenseError("unknown operation")
    return reader(payload)


def queued(message_id: UUID, at: datetime) -> bytes:
    """The receipt for a question: it stands in the queue."""
    payload = ET.Element(f"{{{TYPES}}}SendRequestResponse")
    _metadata(payload, message_id, "REQUEST", at, "requestIsQueued")
    return envelope(payload)


def nothing_yet() -> bytes:
    """The answer to a look when no answer is ready."""
    return envelope(ET.Element(f"{{{TYPES}}}GetResponseResponse"))


def answered(original: UUID, response_id: UUID, content: ET.Element, at: datetime) -> bytes:
    """An answer: a register's content, or a rejection. `TestMessage` says that no state register stands behind it."""
    payload = ET.Element(f"{{{TYPES}}}GetResponseResponse")
    response = ET.SubElement(ET.SubElement(payload, f"{{{TYPES}}}ResponseMessage"), f"{{{TYPES}}}Response")
    response.set("Id", "SIGNED_BY_SMEV")
    ET.SubElement(response, f"{{{TYPES}}}OriginalMessageId").text = str(original)
    provided = ET.SubElement(response, f"{{{TYPES}}}SenderProvidedResponseData", Id="SIGNED_BY_CALLER")
    ET.SubElement(provided, f"{{{TYPES}}}MessageID").text = str(response_id)
    if content.tag == f"{{{TYPES}}}RequestRejected":
        provided.append(content)
    else:
        ET.SubElement(provided, f"{{{BASIC}}}MessagePrimaryContent").append(content)
    ET.SubElement(provided, f"{{{TYPES}}}TestMessage")
    _metadata(response, response_id, "RESPONSE", at, "responseIsDelivered")
    return envelope(payload)


def rejection(code: str, description: str) -> ET.Element:
    """A refusal by the register itself, e.g. `NO_DATA`."""
    rejected = ET.Element(f"{{{TYPES}}}RequestRejected")
    ET.SubElement(rejected, f"{{{TYPES}}}RejectionReasonCode").text = code
    ET.SubElement(rejected, f"{{{TYPES}}}RejectionReasonDescription").text = description
    return rejected


def acknowledged() -> bytes:
    """The answer to an acknowledgement."""
    return envelope(ET.Element(f"{{{TYPES}}}AckResponse"))


def fault(code: str, reason: str, detail: str | None = None) -> bytes:
    """A SOAP fault; `detail` names an element of the faults' namespace."""
    payload = ET.Element(f"{{{ENVELOPE}}}Fault")
    ET.SubElement(payload, "faultcode").text = f"soap:{code}"
    ET.SubElement(payload, "faultstring").text = reason
    if detail is not None:
        ET.SubElement(ET.SubElement(payload, "detail"), f"{{{FAULTS}}}{detail}")
    return envelope(payload)


def envelope(payload: ET.Element) -> bytes:
    """A payload in its envelope, as bytes with a declaration."""
    root = ET.Element(f"{{{ENVELOPE}}}Envelope")
    ET.SubElement(root, f"{{{ENVELOPE}}}Body").append(payload)
    return ET.tostring(root, encoding="utf-8", xml_declaration=True)


def _metadata(parent: ET.Element, message_id: UUID, kind: str, at: datetime, status: str) -> None:
    metadata = ET.SubElement(parent, f"{{{TYPES}}}MessageMetadata")
    ET.SubElement(metadata, f"{{{TYPES}}}MessageId").text = str(message_id)
    ET.SubElement(metadata, f"{{{TYPES}}}MessageType").text = kind
    sender = ET.SubElement(metadata, f"{{{TYPES}}}Sender")
    ET.SubElement(sender, f"{{{TYPES}}}Mnemonic").text = SENDER_MNEMONIC
    ET.SubElement(sender, f"{{{TYPES}}}HumanReadableName").text = SENDER_NAME
    ET.SubElement(metadata, f"{{{TYPES}}}SendingTimestamp").text = at.isoformat()
    recipient = ET.SubElement(metadata, f"{{{TYPES}}}Recipient")
    ET.SubElement(recipient, f"{{{TYPES}}}Mnemonic").text = RECIPIENT_MNEMONIC
    ET.SubElement(metadata, f"{{{TYPES}}}Status").text = status


def _send_request(payload: ET.Element) -> SendRequest:
    data = payload.find(f"{{{TYPES}}}SenderProvidedRequestData")
    content = None if data is None else data.find(f"{{{BASIC}}}MessagePrimaryContent/*")
    if data is None or content is None:
        raise NonsenseError("the request has no primary content")
    message_id = _uuid(data.findtext(f"{{{TYPES}}}MessageID"))
    return SendRequest(message_id, data.findtext(f"{{{TYPES}}}NodeID") or "", content)


def _get_response(payload: ET.Element) -> GetResponse:
    selector = payload.find(f"{{{BASIC}}}MessageTypeSelector")
    if selector is None:
        raise NonsenseError("the look has no type selector")
    return GetResponse(
        namespace=selector.findtext(f"{{{BASIC}}}NamespaceURI") or "",
        root_name=selector.findtext(f"{{{BASIC}}}RootElementLocalName") or "",
        node_id=selector.findtext(f"{{{BASIC}}}NodeID"),
    )


def _ack(payload: ET.Element) -> Ack:
    return Ack(_uuid(payload.findtext(f"{{{BASIC}}}AckTargetMessage")))


def _uuid(text: str | None) -> UUID:
    try:
        return UUID((text or "").strip())
    except ValueError:
        raise NonsenseError("a message identifier is not a UUID") from None


for _prefix, _namespace in (
    ("soap", ENVELOPE),
    ("smev", TYPES),
    ("basic", BASIC),
    ("fault", FAULTS),
):
    ET.register_namespace(_prefix, _namespace)
