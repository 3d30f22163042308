"""Whatever the bytes, intake answers: accepted with pages, or refused with codes; it never raises and never hangs."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from medportal.features.documents import ports
from medportal.features.documents.adapters.intake.pool import SandboxInspector
from medportal.features.documents.rules import intake as rules
from medportal.features.documents.schemas.intake import Inspection, Slot
from medportal.features.documents.service.inspecting import inspect
from tests.features.documents.intake import making

FOLDER = Path(__file__).parents[3] / "fixtures" / "intake"
SOUND = [
    making.png(120, 130),
    making.jpeg(120, 130),
    making.jpeg(120, 130, progressive=True),
    making.pdf(size=(99, 99)),
]
SOUND += [(FOLDER / name).read_bytes() for name in ("js_names.pdf", "embedded.pdf", "apng.png", "enc_owner_only.pdf")]
NAMES = st.sampled_from(["a.pdf", "a.jpg", "a.png", "a", "", "a.sig", "\0", "." * 300, "а.пдф"])
TOKENS = [
    b"/JS",
    b"/Kids",
    b"endobj",
    b"stream\n",
    b"%%EOF",
    b"<<",
    b"[",
    b"IDAT",
    b"IEND",
    b"\xff\xd9",
    b"\xff\xda",
    b"PK",
]


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    data = bytearray(draw(st.sampled_from(SOUND)))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(0, len(data) - 1)))
        match draw(st.integers(0, 4)):
            case 0:
                data[at : at + 1] = draw(st.binary(max_size=4))
            case 1:
                data[at:at] = draw(st.sampled_from(TOKENS))
            case 2:
                del data[at : at + draw(st.integers(1, 60))]
            case 3:
                data += data[at : at + draw(st.integers(1, 200))]
            case _:
                data[at : at + 4] = draw(st.sampled_from([b"\0\0\0\0", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff"]))
    return bytes(data)


def is_whole(found: Inspection) -> bool:
    return found.accepted == bool(found.pages) and len(found.problems) == len(found.codes)


@settings(max_examples=200, deadline=None)
@given(
    data=st.one_of(st.binary(max_size=300), mutated()), name=NAMES, declared=st.one_of(st.none(), st.text(max_size=20))
)
def test_the_cheap_rules_answer_whatever_the_bytes(data: bytes, name: str, declared: str | None):
    for slot in Slot:
        kind, codes = rules.objections(data, name, declared, slot)
        assert kind is not None or codes


@pytest.mark.usefixtures("inspector")
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=mutated())
def test_the_whole_of_intake_answers_whatever_the_bytes(data: bytes):
    assert is_whole(inspect(data))


@pytest.mark.usefixtures("inspector")
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=mutated(), index=st.integers(0, 2))
def test_whoever_looks_answers_even_what_the_cheap_rules_would_have_stopped(data: bytes, index: int):
    from medportal.features.documents.schemas.intake import FileKind

    found = ports.inspector().look_inside([FileKind.PDF, FileKind.JPEG, FileKind.PNG][index], data)
    assert bool(found.codes) != bool(found.pages)


def test_the_inspector_is_the_real_one(inspector: SandboxInspector):
    assert ports.inspector() is inspector
