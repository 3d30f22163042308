"""Envelopes of SMEV 3 as the asking side writes and reads them (SOAP 1.1, message-exchange types 1.1)."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from uuid import UUID
from xml.etree import ElementTree as ET

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

ENVELOPE: Final = "http://schemas.xmlsoap.org/soap/envelope/"
TYPES: Final = "urn://x-artefacts-smev-gov-ru/services/message-exchange/types/1.1"
BASIC: Final = "urn://x-artefacts-smev-gov-ru/services/message-exchange/types/basic/1.1"
FAULTS: Final = "urn://x-artefacts-smev-gov-ru/services/message-exchange/types/faults/1.1"


class GarbledError(Exception):
    """What came back is no answer of this service. It carries nothing of what came."""


@dataclass(frozen=True, slots=True)
class Queued:
    """The register has taken the question in."""

    message_id: UUID


@dataclass(frozen=True, slots=True)
class Nothing:
    """No answer is ready, or an acknowledgement was taken note of."""


@dataclass(frozen=True, slots=True)
class Fault:
    """The service refuses the envelope itself: whose fault it says it is, and the name of the fault if it has one."""

    by_client: bool
    name: str | None


@dataclass(frozen=True, slots=True)
class Answer:
    """A register's answer: its content, or the code with which it turns the question down."""

    original_id: UUID
    response_id: UUID
    demonstration: bool
    content: ET.Element | None = field(default=None, repr=False)
    rejection: str | None = None


Reply = Queued | Nothing | Fault | Answer


def send_request(message_id: UUID, content: ET.Element) -> bytes:
    """A question to be queued. The node is the message's own, so that a look finds the answer to this one only.

    The signature of the asking system is put on by the gateway that the address points to: keys of the organisation
    have no place in a web portal.
    """
    payload = ET.Element(f"{{{TYPES}}}SendRequestRequest")
    data = ET.SubElement(payload, f"{{{TYPES}}}SenderProvidedRequestData", Id="SIGNED_BY_CONSUMER")
    ET.SubElement(data, f"{{{TYPES}}}MessageID").text = str(message_id)
    ET.SubElement(data, f"{{{TYPES}}}NodeID").text = str(message_id)
    ET.SubElement(data, f"{{{BASIC}}}MessagePrimaryContent").append(content)
    return _envelope(payload)


def get_response(message_id: UUID, content_tag: str, at: datetime) -> bytes:
    """A look for the answer to one question."""
    namespace, _, root = content_tag.removeprefix("{").partition("}")
    payload = ET.Element(f"{{{TYPES}}}GetResponseRequest")
    selector = ET.SubElement(payload, f"{{{BASIC}}}MessageTypeSelector", Id="SIGNED_BY_CALLER")
    ET.SubElement(selector, f"{{{BASIC}}}NamespaceURI").text = namespace
    ET.SubElement(selector, f"{{{BASIC}}}RootElementLocalName").text = root
    ET.SubElement(selector, f"{{{BASIC}}}Timestamp").text = at.isoformat()
    ET.SubElement(selector, f"{{{BASIC}}}NodeID").text = str(message_id)
    return _envelope(payload)


def ack(response_id: UUID) -> bytes:
    """Word that an answer is in safe hands."""
    payload = ET.Element(f"{{{TYPES}}}AckRequest")
    target = ET.SubElement(payload, f"{{{BASIC}}}AckTargetMessage", Id="SIGNED_BY_CALLER", accepted="true")
    target.text = str(response_id)
    return _envelope(payload)


def read(body: bytes) -> Reply:
    """What a reply says.

    Raises:
        GarbledError: not XML, a document type declaration, not an envelope, or not a reply of this service.
    """
    try:
        root: ET.Element = fromstring(body, forbid_dtd=True)
    except (ET.ParseError, DefusedXmlException, ValueError, LookupError):
        raise GarbledError from None
    payload = root.find(f"{{{ENVELOPE}}}Body/*") if root.tag == f"{{{ENVELOPE}}}Envelope" else None
    if payload is None:
        raise GarbledError
    match payload.tag:
        case tag if tag == f"{{{ENVELOPE}}}Fault":
            return _fault(payload)
        case tag if tag == f"{{{TYPES}}}SendRequestResponse":
            return _queued(payload)
        case tag if tag == f"{{{TYPES}}}GetResponseResponse":
            return _answer(payload)
        case tag if tag == f"{{{TYPES}}}AckResponse":
            return Nothing()
        case _:
            raise GarbledError


def text_of(parent: ET.Element, tag: str) -> str:
    """The text of a child that must be there.

    Raises:
        GarbledError: it is not, or is empty.
    """
    text = (parent.findtext(tag) or "").strip()
    if not text:
        raise GarbledError
    return text


def _fault(payload: ET.Element) -> Fault:
    detail = payload.find("detail/*")
    code = (payload.findtext("faultcode") or "").rpartition(":")[2]
    return Fault(by_client=code == "Client", name=None if detail is None else detail.tag.rpartition("}")[2])


def _queued(payload: ET.Element) -> Queued:
    metadata = payload.find(f"{{{TYPES}}}MessageMetadata")
    if metadata is None or metadata.findtext(f"{{{TYPES}}}Status") != "requestIsQueued":
        raise GarbledError
    return Queued(_uuid(metadata.findtext(f"{{{TYPES}}}MessageId")))


def _answer(payload: ET.Element) -> Answer | Nothing:
    response = payload.find(f"{{{TYPES}}}ResponseMessage/{{{TYPES}}}Response")
    if response is None:
        return Nothing()
    provided = response.find(f"{{{TYPES}}}SenderProvidedResponseData")
    if provided is None:
        raise GarbledError
    content = provided.find(f"{{{BASIC}}}MessagePrimaryContent/*")
    rejected = provided.find(f"{{{TYPES}}}RequestRejected")
    if content is None and rejected is None:
        if provided.find(f"{{{TYPES}}}RequestStatus") is not None:
            return Nothing()
        raise GarbledError
    return Answer(
        original_id=_uuid(response.findtext(f"{{{TYPES}}}OriginalMessageId")),
        response_id=_uuid(provided.findtext(f"{{{TYPES}}}MessageID")),
        demonstration=provided.find(f"{{{TYPES}}}TestMessage") is not None,
        content=content,
        rejection=None if rejected is None else text_of(rejected, f"{{{TYPES}}}RejectionReasonCode"),
    )


def _uuid(text: str | None) -> UUID:
    try:
        return UUID((text or "").strip())
    except ValueError:
        raise GarbledError from None


def _envelope(payload: ET.Element) -> bytes:
    root = ET.Element(f"{{{ENVELOPE}}}Envelope")
    ET.SubElement(root, f"{{{ENVELOPE}}}Body").append(payload)
    return ET.tostring(root, encoding="utf-8", xml_declaration=True)
