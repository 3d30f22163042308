"""The service of intake: order of questions, words of refusals, files seen before; and the command line."""

import hashlib
import json

import pytest

from medportal.cli import app
from medportal.features.documents import ports
from medportal.features.documents.ports import InspectorDownError
from medportal.features.documents.schemas.intake import Code, FileKind, Inside, Page, Scan, Slot
from medportal.features.documents.service import inspecting
from medportal.features.documents.service.inspecting import inspect
from medportal.features.documents.texts import intake as texts
from tests.features.documents.intake import making
from tests.features.documents.intake.test_fixtures import FOLDER


class NobodyThere:
    def look_inside(self, kind: FileKind, data: bytes) -> Inside:
        raise InspectorDownError


@pytest.mark.usefixtures("inspector")
def test_a_file_seen_before_is_refused_by_its_sum():
    data = making.png()
    seen: list[str] = []

    def is_known(sha256: str) -> bool:
        seen.append(sha256)
        return True

    assert list(inspect(data, "a.png", is_known=is_known).codes) == [Code.FILE_DUPLICATE]
    assert seen == [hashlib.sha256(data).hexdigest()]
    assert inspect(data, "a.png", is_known=lambda _: False).accepted


def test_nobody_looks_into_a_file_that_is_refused_already():
    ports.inspector.plug(NobodyThere())
    assert list(inspect(b"", "a.png").codes) == [Code.FILE_EMPTY]
    assert list(inspect(bytes(inspecting.ENOUGH_BYTES), "a.png").codes) == [Code.FILE_TOO_LARGE]
    assert inspect(b"\x30\x82\x00\x01\x00", "a.sig", slot=Slot.SIGNATURE).accepted
    with pytest.raises(InspectorDownError):
        inspect(making.png(), "a.png")


def test_every_refusal_and_every_scan_has_words_of_its_own():
    assert set(texts.REFUSALS) == set(Code)
    assert len({text.ru for text in texts.REFUSALS.values()}) == len(Code)
    assert set(texts.SCANS) == set(Scan)


@pytest.mark.parametrize("slot", Slot)
@pytest.mark.parametrize("code", Code)
def test_a_refusal_says_what_to_do(code: Code, slot: Slot):
    found = inspecting.problem(code, slot)
    assert found.code == code.value
    for words in (found.text.ru, found.text.en):
        assert words.endswith(".")
        assert words.count(".") >= 2
        assert "!" not in words


def test_a_page_does_not_show_itself_in_a_log():
    page = Page(1, 1, blank=False, image=b"secret", thumbnail=b"secret")
    assert "secret" not in repr(page)


def run(*arguments: str, capsys: pytest.CaptureFixture[str]) -> tuple[object, dict[str, object]]:
    with pytest.raises(SystemExit) as ended:
        app(["inspect", *arguments])
    return ended.value.code, json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(
    ("arguments", "code", "codes"),
    [
        (["ok.png"], 0, []),
        (["ok.png", "--declared", "image/png"], 0, []),
        (["ok.png", "--declared", "image/jpeg"], 1, ["FILE_EXT_MISMATCH"]),
        (["js_names.pdf"], 1, ["PDF_ACTIVE_CONTENT"]),
        (["ok.png", "--slot", "signature"], 1, ["FILE_TYPE_NOT_ALLOWED"]),
    ],
)
def test_the_command_line_says_the_same(
    arguments: list[str], code: int, codes: list[str], capsys: pytest.CaptureFixture[str]
):
    said = run(str(FOLDER / arguments[0]), *arguments[1:], capsys=capsys)
    assert said == (code, {"accepted": not codes, "codes": codes})
