"""What the bytes alone tell: types, names, claims, ends and tails."""

import struct
import time

import pytest

from medportal.features.documents.rules import intake as rules
from medportal.features.documents.schemas.intake import Code, FileKind, Slot
from tests.features.documents.intake import making

MP4 = struct.pack(">I", 24) + b"ftypmp42" + bytes(12)
ZIP = b"PK\x03\x04" + bytes(26) + b"PK\x01\x02" + bytes(42) + b"PK\x05\x06" + bytes(18)


def codes(data: bytes, name: str = "", declared: str | None = None, slot: Slot = Slot.DOCUMENT) -> list[str]:
    return list(rules.objections(data, name, declared, slot)[1])


@pytest.mark.parametrize(
    ("name", "declared"),
    [
        ("photo.png", None),
        ("PHOTO.PNG", "image/png"),
        ("", "image/png; charset=binary"),
        ("photo", "application/octet-stream"),
        ("C:\\scans\\паспорт.v2.png", "png"),
    ],
)
def test_a_sound_file_passes_under_every_honest_name(name: str, declared: str | None):
    assert codes(making.png(), name, declared) == []


@pytest.mark.parametrize(
    ("name", "declared", "code"),
    [
        ("photo.jpg", None, Code.FILE_EXT_MISMATCH),
        ("photo.png", "image/jpeg", Code.FILE_EXT_MISMATCH),
        ("photo.png", "text/html", Code.FILE_EXT_MISMATCH),
        ("photo.pdf", "image/png", Code.FILE_EXT_MISMATCH),
        ("photo.exe", None, Code.FILE_TYPE_NOT_ALLOWED),
        ("photo.png.svg", None, Code.FILE_TYPE_NOT_ALLOWED),
        ("photo.p7s", None, Code.FILE_TYPE_NOT_ALLOWED),
        ("photo.png\0.html", None, Code.FILE_TYPE_NOT_ALLOWED),
    ],
)
def test_a_name_or_a_claim_that_disagrees_is_refused(name: str, declared: str | None, code: Code):
    assert codes(making.png(), name, declared) == [code]


def test_a_file_of_ten_megabytes_fits_and_a_byte_more_does_not():
    assert rules.size_objection(10 * 1024 * 1024) is None
    assert rules.size_objection(10 * 1024 * 1024 + 1) is Code.FILE_TOO_LARGE


@pytest.mark.parametrize("head", [b"\x30\x82\x0a\x00", b"\x30\x80\x06\x09", b"-----BEGIN CMS-----\n", b"MIIKfgYJKoZI"])
def test_a_signature_goes_into_its_slot_and_nowhere_else(head: bytes):
    data = head + bytes(100)
    assert codes(data, "act.pdf.sig", "application/pkcs7-signature", Slot.SIGNATURE) == []
    assert codes(data, "act.p7s", "application/x-whatever", Slot.SIGNATURE) == []
    assert codes(data, "act.sig") == [Code.FILE_TYPE_NOT_ALLOWED]


def test_a_document_does_not_go_into_the_slot_of_signatures():
    assert codes(making.png(), "act.png", None, Slot.SIGNATURE) == [Code.FILE_TYPE_NOT_ALLOWED]
    assert codes(making.png(), "act.sig", None, Slot.SIGNATURE) == [Code.FILE_CONTENT_UNKNOWN]
    assert codes(b"\x30\x82\x00\x01\x00", "act.sig", "image/png", Slot.SIGNATURE) == [Code.FILE_EXT_MISMATCH]


@pytest.mark.parametrize(
    "tail", [MP4 + bytes(500), making.jpeg(), b"\0" * 300, b"SEFT vendor notes", b"PK\x03\x04 by chance" + bytes(90)]
)
def test_what_a_phone_writes_behind_a_photo_is_no_reason_to_refuse(tail: bytes):
    refused = tail.startswith(b"PK")
    assert codes(making.jpeg() + tail, "photo.jpg") == ([Code.FILE_TRAILING_DATA] if refused else [])


def test_one_mark_of_an_archive_inside_a_film_is_chance_and_all_of_them_are_not():
    assert codes(making.jpeg() + MP4 + b"PK\x03\x04" + bytes(80), "photo.jpg") == []
    assert codes(making.jpeg() + MP4 + ZIP + b"more", "photo.jpg") == [Code.FILE_TRAILING_DATA]


@pytest.mark.parametrize(
    "tail",
    [b"%PDF-1.7 ...", b"MZ\x90\0", b"\x7fELF", b"  <script>alert(1)</script>", b"<?php ?>", b"Rar!\x1a\x07\0", ZIP],
)
def test_a_second_file_behind_a_photo_is_refused(tail: bytes):
    assert codes(making.jpeg() + tail, "photo.jpg") == [Code.FILE_TRAILING_DATA]


def test_a_pdf_inside_the_notes_of_a_photo_is_refused():
    data = making.jpeg(comment=b"%PDF-1.4 1 0 obj")
    assert codes(data, "photo.jpg") == [Code.FILE_TRAILING_DATA]


def test_an_archive_hidden_in_a_pdf_is_found_by_its_end():
    sound = making.pdf()
    assert codes(sound, "a.pdf") == []
    assert codes(sound + b"\n", "a.pdf") == []
    archive = b"PK\x05\x06" + bytes(16) + (len(b"\n%%EOF\n")).to_bytes(2, "little") + b"\n%%EOF\n"
    assert codes(sound + archive, "a.pdf") == [Code.FILE_TRAILING_DATA]


@pytest.mark.parametrize("made", [making.png(), making.jpeg(), making.jpeg(progressive=True), making.pdf()])
def test_a_file_cut_anywhere_is_never_sound(made: bytes):
    for at in range(1, len(made) - 8, 97):
        assert codes(made[:at]), at


def test_chunks_of_a_png_are_walked_to_the_end():
    sound = making.png()
    body = sound[len(making.PNG_HEAD) :]
    head = body[:25]
    assert codes(making.PNG_HEAD + head + making.chunk(b"IEND", b"")) == [Code.FILE_DAMAGED]
    many = making.chunk(b"tEXt", b"") * (rules.intake_png.MAX_CHUNKS + 1)
    assert codes(making.PNG_HEAD + head + many + body[25:]) == [Code.FILE_TOO_COMPLEX]
    assert codes(making.PNG_HEAD + b"\0\0\0\x0dIHDR") == [Code.FILE_DAMAGED]


def test_a_photo_of_endless_scans_is_refused():
    sound = making.jpeg(progressive=True)
    at = sound.index(b"\xff\xda")
    scan = sound[at : at + 2 + int.from_bytes(sound[at + 2 : at + 4])] + b"\x00"
    assert codes(sound[:at] + scan * 100 + sound[at:], "a.jpg") == [Code.FILE_TOO_COMPLEX]


def test_a_large_photo_is_walked_in_no_time():
    sound = making.jpeg(2000, 2000)
    at = sound.rindex(b"\xff\xd9")
    large = sound[:at] + b"\xff\x00\x55" * 3_000_000 + sound[at:]
    begun = time.process_time()
    assert codes(large, "a.jpg") == []
    assert time.process_time() - begun < 1.0


def test_the_kind_is_known_by_content():
    assert rules.objections(making.pdf(), "", None, Slot.DOCUMENT) == (FileKind.PDF, ())
    assert rules.objections(making.jpeg(), "", None, Slot.DOCUMENT) == (FileKind.JPEG, ())
