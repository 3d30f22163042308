"""The form of reminders: between its fields (texts) and the choices (typed)."""

import re
from collections.abc import Mapping

from medportal.features.attestations.rules.answers import read_day
from medportal.features.attestations.schemas.kinds import EventKind
from medportal.features.attestations.schemas.reminders import Choices, Digest
from medportal.features.attestations.texts import parts as texts
from medportal.kernel.problem import Problem

# Kinds whose ladder a person may choose; of the others the rule's own holds.
LADDERED = (
    EventKind.ACCREDITATION, EventKind.CATEGORY, EventKind.CERTIFICATE, EventKind.LICENCE, EventKind.MEDICAL_EXAM,
    EventKind.PASSPORT, EventKind.ESIGN, EventKind.NMO,
)  # fmt: skip
_LADDER = re.compile(r"\s*(-?\d{1,3}\s*(,\s*-?\d{1,3}\s*)*)?")


def read(values: Mapping[str, str]) -> tuple[Choices, tuple[Problem, ...]]:
    """The choices, and what of them cannot be read; whether they fit is judged by `ladder.problems`."""
    found: list[Problem] = []
    ladders: list[tuple[EventKind, tuple[int, ...]]] = []
    for kind in LADDERED:
        told = values.get(f"ladder_{kind}", "")
        if not _LADDER.fullmatch(told):
            found.append(Problem(f"ladder_{kind}", "ladder_wrong", texts.LADDER_WRONG))
        elif told.strip():
            ladders.append((kind, tuple(int(one) for one in told.split(","))))
    known, digests = set(EventKind), set(Digest)
    chosen = Choices(
        zone=values.get("zone", ""),
        email=values.get("email") == "on",
        sms=values.get("sms") == "on",
        digest=Digest(values["digest"]) if values.get("digest") in digests else Digest.NONE,
        hour=_hour(values.get("hour", "")),
        quiet_from=_hour(values.get("quiet_from", "")),
        quiet_to=_hour(values.get("quiet_to", "")),
        absent_from=read_day(values.get("absent_from", "")),
        absent_to=read_day(values.get("absent_to", "")),
        muted=frozenset(EventKind(one) for one in values.get("muted", "").split(",") if one in known),
        ladders=tuple(ladders),
    )
    return chosen, tuple(found)


def written(chosen: Choices) -> dict[str, str]:
    """The choices as their form takes them."""
    return {
        "zone": chosen.zone,
        "email": "on" if chosen.email else "",
        "sms": "on" if chosen.sms else "",
        "digest": chosen.digest,
        "hour": str(chosen.hour),
        "quiet_from": str(chosen.quiet_from),
        "quiet_to": str(chosen.quiet_to),
        "absent_from": chosen.absent_from.isoformat() if chosen.absent_from else "",
        "absent_to": chosen.absent_to.isoformat() if chosen.absent_to else "",
        "muted": ",".join(sorted(chosen.muted)),
        **{f"ladder_{kind}": ", ".join(map(str, ladder)) for kind, ladder in chosen.ladders},
    }


def _hour(value: str) -> int:
    # What is no hour is judged as one that is none.
    return int(value) if re.fullmatch(r"\d{1,2}", value) else -1
