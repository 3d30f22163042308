"""Where a finding is mended: the page of the record and the input on it."""

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from medportal.features.qualification.schemas import EDUCATION, Flaw, RecordType

_INPUTS: Final[Mapping[Flaw, str]] = {
    Flaw.NOT_FOUND: "number",
    Flaw.HOLDER_DIFFERS: "",
    Flaw.DATE_DIFFERS: "issued_on",
    Flaw.INSTITUTION_DIFFERS: "institution",
    Flaw.ANNULLED: "number",
    Flaw.POLICY_UNKNOWN: "enp",
    Flaw.POLICY_CLOSED: "enp",
    Flaw.POLICY_HOLDER_DIFFERS: "enp",
    Flaw.POLICY_DATE_DIFFERS: "policy_issued_on",
    Flaw.NOT_EMPLOYED: "frmo_oid",
    Flaw.EXPIRED: "expires_on",
    Flaw.SCAN_MISSING: "scan",
    Flaw.NUMBER_SHARED: "number",
    Flaw.INSTITUTION_UNKNOWN: "institution",
    Flaw.NO_REGISTER: "scan",
    Flaw.REGISTER_REFUSED: "scan",
}
_ADMISSION: Final = frozenset({RecordType.CERTIFICATE, RecordType.ACCREDITATION})
_POLICY_NUMBERS: Final = {"1": "old_number", "2": "temporary_number", "3": "enp"}


def page_of(kind: RecordType, record_id: UUID | None = None) -> str:
    """The address of a record's page; without a record, of a new one."""
    if kind is RecordType.POLICY:
        return "/qualification/policy"
    where = f"/qualification/education/{kind}" if kind in EDUCATION else f"/qualification/{kind}"
    return f"{where}?id={record_id}" if record_id else where


def link(flaw: Flaw, kind: RecordType, record_id: UUID, policy_kind: str = "3") -> str:
    """The address of the very input that a flaw is about; of a name in another spelling, the name in the cabinet."""
    if flaw is Flaw.HOLDER_DIFFERS:
        return "/register/person#surname"
    name = _INPUTS[flaw]
    if name == "number" and kind in _ADMISSION:
        name = "admission_number"
    if name == "enp":
        name = _POLICY_NUMBERS.get(policy_kind, "enp")
    return f"{page_of(kind, record_id)}#{name}"
