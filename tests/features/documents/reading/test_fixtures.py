"""Every scan of the collection: the expected verdict, how much is read, and that nothing untrue is filled in."""

import pytest

from medportal.features.documents.schemas.reading import Source
from tests.features.documents.reading.fixtures import (
    CODE_FIELDS,
    CONTRADICTORY,
    PRINTED_FIELDS,
    SCANS,
    Scan,
    blind,
    false_fills,
    folded,
    named,
    read,
    read_blind,
    reader,
)

NAMES = {"surname", "name", "patronymic"}
SEEING = reader().reads_russian
MAIN = [scan for scan in SCANS if scan.has_mrz and "main" in scan.kind]


@pytest.mark.parametrize("scan", SCANS, ids=lambda scan: scan.file)
def test_a_scan_gets_the_verdict_it_deserves(scan: Scan):
    reading = read(scan.file)
    if scan.expect == "accept":
        assert reading.accepted
        assert reading.codes == ()
    elif scan.expect == "reject" and (SEEING or scan.has_mrz or scan.kind == "other"):
        assert not reading.accepted
        assert scan.reason in reading.codes
    elif not reading.accepted:
        # What nobody decides about, and what cannot be told without the Russian model, is refused with a reason or taken.
        assert reading.codes


@pytest.mark.parametrize("scan", SCANS, ids=lambda scan: scan.file)
def test_nothing_untrue_is_filled_in(scan: Scan):
    if scan.file == CONTRADICTORY or not scan.fields:
        assert not read(scan.file).fields
    else:
        assert false_fills(read(scan.file), scan.fields) == []


@pytest.mark.parametrize("scan", SCANS, ids=lambda scan: scan.file)
def test_only_what_check_digits_cover_counts_as_proven(scan: Scan):
    for name, field in read(scan.file).fields.items():
        covered = name in {"series", "number", "issue_date", "division_code", "birth_date"}
        assert field.proven == (covered and field.source is Source.MRZ)
        assert field.box is not None
        assert 0 <= field.box.left < field.box.left + field.box.width <= 1.001
        assert 0 <= field.box.top < field.box.top + field.box.height <= 1.001


@pytest.mark.parametrize("label", ["good", "borderline"])
def test_code_lines_of_good_and_borderline_pages_are_read_exactly(label: str):
    wanted = [scan for scan in MAIN if scan.label == label]
    assert len(wanted) >= 8
    for scan in wanted:
        fields = read(scan.file).fields
        # Without print to confirm them names are taken only where every letter is plain.
        names = CODE_FIELDS if SEEING else [name for name in CODE_FIELDS if name in fields or name not in NAMES]
        assert {name: fields[name].value for name in names} == {name: scan.fields[name] for name in names}


def _share(scans: list[Scan], names: tuple[str, ...]) -> float:
    told = [
        name in read(scan.file).fields and folded(read(scan.file).fields[name].value) == folded(scan.fields[name])
        for scan in scans
        for name in names
    ]
    return sum(told) / len(told)


def test_printed_russian_is_read_as_often_as_was_measured():
    good = [scan for scan in MAIN if scan.label == "good"]
    borderline = [scan for scan in MAIN if scan.label == "borderline"]
    stamped = [scan for scan in SCANS if "reg" in scan.kind and scan.label == "good"]
    if SEEING:
        assert _share(good, PRINTED_FIELDS) >= 0.94
        assert _share(borderline, PRINTED_FIELDS) >= 0.60
        assert _share(stamped, ("registration_address",)) >= 0.75
    else:
        assert _share(good, PRINTED_FIELDS) == 0
        assert all("issuing_authority" in read(scan.file).unread for scan in good)
        assert all("registration_address" in read(scan.file).unread for scan in stamped)


def test_a_page_is_known_with_how_it_lies():
    for file, turn in (
        ("main_scan200.jpg", 0),
        ("main_rot90.jpg", 90),
        ("main_rot180.jpg", 180),
        ("reg_rot90.jpg", 90),
    ):
        assert read(file).pages[0].turn == turn
        assert read(file).pages[0].kind.value == ("photo_page" if file.startswith("main") else "registration_page")


def test_the_zone_that_cannot_be_read_is_named():
    (finding,) = read("main_glare_mrz.jpg").findings
    assert finding.text.ru.startswith("Не видна строка кода внизу страницы: бликует")
    assert finding.text.en.startswith("The code lines at the foot of the page are not visible: there is glare")
    assert "The code lines" in read("main_crop_bottom.jpg").findings[0].text.en


def test_an_old_passport_without_code_lines_is_taken_with_advice_to_type():
    for file in ("nomrz_scan200.jpg", "nomrz_rot3.jpg", "nomrz_phone.jpg"):
        reading = read(file)
        assert reading.accepted
        assert "MRZ_NOT_FOUND" in [finding.code for finding in reading.findings if not finding.decisive]
        assert reading.fields["series"].value + reading.fields["number"].value == (
            named(file).fields["series"] + named(file).fields["number"]
        )
        assert not any(field.proven for field in reading.fields.values())


def test_where_pages_contradict_each_other_only_the_spread_speaks():
    reading = read("pdf_foreign_registration.pdf")
    assert reading.fields["number"].value == named("pdf_foreign_registration.pdf").fields["number"]
    assert "registration_address" not in reading.fields


@pytest.mark.parametrize("file", ["main_scan200.jpg", "main_phone.jpg", "reg_scan200.jpg", "nomrz_scan200.jpg"])
def test_without_the_russian_model_the_reading_says_what_it_could_not_read(file: str):
    assert not blind().reads_russian
    reading = read_blind(file)
    assert reading.accepted
    assert "CYRILLIC_UNREAD" in [finding.code for finding in reading.findings]
    assert false_fills(reading, named(file).fields) == []
    if file.startswith("main"):
        # Names that no print can confirm are taken only where every letter is plain.
        missing = set(CODE_FIELDS) - reading.fields.keys()
        assert missing <= {"surname", "name", "patronymic"}
        assert not missing or file != "main_scan200.jpg"
        assert set(reading.unread) == set(PRINTED_FIELDS) | missing
    elif file.startswith("reg"):
        assert reading.unread == ("registration_address",)
    else:
        assert {"series", "number"} == set(reading.fields)


@pytest.mark.parametrize("file", ["mrz_vs_visual.jpg", "mrz_bad_check.jpg", "main_blur4.jpg"])
def test_without_the_russian_model_the_same_pages_are_refused(file: str):
    reading = read_blind(file)
    assert not reading.accepted
    assert named(file).reason in reading.codes
    assert not {"surname", "name", "patronymic"} & reading.fields.keys()
