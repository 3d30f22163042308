"""Files as they really come: encodings, separators, spreadsheets, Parquet, FHIR; and those made to do harm."""

# ruff: noqa: DTZ001 (files hold local times)

import io
import json
import zipfile
from datetime import date, datetime

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from medportal.features.analytics import service
from medportal.features.analytics.rules import days
from medportal.features.analytics.rules.intake import values, workbook
from medportal.features.analytics.rules.intake.trouble import FileTroubleError
from medportal.features.analytics.schemas.asking import Period, Query
from medportal.features.analytics.schemas.days import DaySheet
from medportal.features.analytics.schemas.dimensions import Dimension
from medportal.features.analytics.schemas.figures import Metric
from medportal.features.analytics.schemas.imports import ImportState, Origin, Personal, Refusal, Role, Trouble
from medportal.features.attestations import service as attestations
from medportal.features.attestations.schemas.reminders import Choices
from medportal.features.attestations.texts.parts import ZONES
from medportal.infra import jobs
from medportal.kernel.errors import InvalidError
from tests.features.analytics.conftest import figures, receive, take_in

pytestmark = pytest.mark.usefixtures("shelves")
TEXT = "Дата;Диагноз;Минут\n05.03.2026;J06.9;12,5\n06.03.2026;«странный»;10\n"
ALL = Query(Period(date(1975, 1, 1), date(2026, 12, 31)))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16", "utf-16-le"])
def test_an_encoding_is_found(doctor, encoding):
    done = take_in(doctor, TEXT.encode(encoding))
    assert (done.state, done.taken) == (ImportState.DONE, 2)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_a_separator_is_found(doctor, separator):
    cells = [
        ["Дата", "Диагноз", "Примечание"],
        ["2026-03-05", "J06.9", 'с "кавычками"; и, запятой|и\tтабуляцией\nи строкой'],
    ]
    text = "\n".join(separator.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in cells)
    done = take_in(doctor, text + "\n")
    assert (done.state, done.taken, done.refused) == (ImportState.DONE, 1, 0)


def test_half_a_visit_is_no_number_and_half_a_minute_is_rounded(doctor):
    assert [values.count(text) for text in ("4,0", "1 200", "2.5", "-1", "", "много", "1.000")] == [
        4, 1200, -Refusal.BAD_NUMBER, -Refusal.NEGATIVE, values.NOTHING, -Refusal.BAD_NUMBER, 1,
    ]  # fmt: skip
    text = "Дата;Посещений;Минут\n05.03.2026;2,5;10\n06.03.2026;4,0;12,5\n07.03.2026;3;\n"
    done = take_in(doctor, text)
    assert (done.taken, dict(done.refusals)) == (2, {Refusal.BAD_NUMBER: 1})
    assert figures(doctor)[Metric.VISITS] == 7
    assert figures(doctor)[Metric.MEAN_MINUTES] == 12 / 4


@pytest.mark.parametrize(
    "written",
    [
        "05.03.2026",
        "5.3.26",
        "2026-03-05",
        "2026-03-05T09:10:00Z",
        "05/03/2026 09:10",
        "20260305",
        "46086",
        "46086.382",
    ],
)
def test_a_date_is_read_however_it_is_written(written):
    assert values.day(written) == (date(2026, 3, 5) - date(1970, 1, 1)).days


def test_a_time_is_read_from_wherever_it_stands():
    assert [values.minute(text) for text in ("09:10", "9.10", "2026-03-05T09:10:00Z", "46086.5", "0,5", "9", "05.03.2026")] == [
        550, 550, 550, 720, 720, 540, values.NOTHING,
    ]  # fmt: skip


def test_a_time_of_utc_is_put_on_the_clock_of_moscow_and_any_other_stays_as_the_wall_showed_it(doctor):
    rows = [
        ("2026-03-05T21:30:00Z", "2026-03-05T21:45:00Z"),  # half past midnight of the 6th in Moscow
        ("2010-07-05T05:10:00+00:00", "2010-07-05T05:30:00+00:00"),  # summer time was four hours ahead
        ("2026-03-05T09:10:00+10:00", "2026-03-05T09:40:00+10:00"),
        ("2026-03-05T09:11:00", "2026-03-05T09:41:00"),
    ]
    take_in(doctor, "date,end\n" + "\n".join(",".join(row) for row in rows) + "\n")
    assert [row.key for row in service.table(doctor, ALL, Dimension.DAY).rows] == [
        "2010-07-05",
        "2026-03-05",
        "2026-03-06",
    ]
    cells = {
        (w, h): v for w, row in enumerate(service.dashboard(doctor, ALL).heat.cells) for h, v in enumerate(row) if v
    }
    assert cells == {(4, 0): 1, (0, 9): 1, (3, 9): 2}
    assert figures(doctor)[Metric.MEAN_MINUTES] == (15 + 20 + 30 + 30) / 4


@pytest.mark.parametrize(
    ("zone", "day", "hour", "end"),
    [
        ("Asia/Vladivostok", "2026-03-06", 7, 30),
        ("Asia/Kamchatka", "2026-03-06", 9, 30),
        ("Europe/Kaliningrad", "2026-03-05", 23, 30),
    ],
)
def test_a_time_of_utc_is_put_on_the_doctor_s_own_clock(doctor, zone, day, hour, end):
    attestations.choose_reminders(doctor, Choices(zone=zone))
    resource = {
        "resourceType": "Encounter",
        "status": "finished",
        "class": {"code": "AMB"},
        "period": {"start": "2026-03-05T21:30:00Z", "end": "2026-03-05T22:00:00.000Z"},
    }
    told = {**resource, "id": "b", "period": {"start": "2026-03-05T08:15:00+10:00", "end": "2026-03-05T08:45:00+10:00"}}
    import_id = receive(doctor, json.dumps([{**resource, "id": "a"}, told]))
    seen = service.preview(doctor, import_id)
    assert seen.told_by == ZONES[zone]
    service.put_mapping(doctor, import_id, seen.mapping)
    jobs.work_off()
    assert [row.key for row in service.table(doctor, ALL, Dimension.DAY).rows] == sorted({"2026-03-05", day})
    cells = {(w, h) for w, row in enumerate(service.dashboard(doctor, ALL).heat.cells) for h, v in enumerate(row) if v}
    # What states another offset stays as the clock on that wall showed it.
    assert cells == {(date.fromisoformat(day).weekday(), hour), (3, 8)}
    assert figures(doctor)[Metric.MEAN_MINUTES] == end


def test_a_file_without_times_of_utc_says_nothing_of_zones(doctor):
    assert (
        service.preview(doctor, receive(doctor, "date,end\n2026-03-05T09:10:00+10:00,2026-03-05 09:40\n")).told_by
        is None
    )


def test_a_day_has_come_when_it_has_come_where_the_doctor_is(doctor, hands):
    hands.move(hours=8)  # 20:00 in Moscow, 05:00 of the 28th on Kamchatka
    text, sheet = "Дата\n28.11.2026\n", DaySheet(date(2026, 11, 28), days.USUAL)
    assert dict(take_in(doctor, text).refusals) == {Refusal.FUTURE: 1}
    with pytest.raises(InvalidError):
        service.put_day(doctor, sheet)
    attestations.choose_reminders(doctor, Choices(zone="Asia/Kamchatka"))
    assert take_in(doctor, text + "\n").taken == 1
    assert service.put_day(doctor, sheet).day == sheet.day


def test_moments_of_parquet_are_put_on_the_doctor_s_clock(doctor):
    moment = pa.array([datetime(2026, 3, 5, 6, 10)]).cast(pa.timestamp("us", "UTC"))
    take_in(doctor, parquet(date=moment, diagnosis=["I10"]))
    assert service.dashboard(doctor, ALL).heat.cells[3][9] == 1


def test_unknown_codes_are_kept_and_marked(doctor):
    done = take_in(doctor, TEXT)
    assert done.unknown_codes == 1
    bars = {bar.code: bar.is_known for bar in service.breakdown(doctor, ALL, Dimension.DIAGNOSIS).bars}
    assert bars == {"J06.9": True, "странный": False}


def book(rows, **sheets) -> bytes:
    made = openpyxl.Workbook()
    page = made.active
    for row in rows:
        page.append(row)
    for cells in sheets.get("merged", ()):
        page.merge_cells(cells)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_a_workbook_gives_its_values_and_merged_cells_theirs_to_each_row(doctor):
    data = book(
        [
            ["Ведомость за март"],
            ["Дата", "Диагноз", "Посещений", "Минут"],
            [datetime(2026, 3, 5), "J06.9", 2, "=1+1"],
            [None, "I10", 3, 7.5],
        ],
        merged=["A3:A4"],
    )
    done = take_in(doctor, data)
    assert (done.state, done.origin, done.taken) == (ImportState.DONE, Origin.XLSX, 2)
    assert figures(doctor)[Metric.VISITS] == 5


def test_a_formula_and_a_macro_are_never_run(doctor, tmp_path):
    data = book(
        [["Дата", "Диагноз"], ["05.03.2026", '=WEBSERVICE("http://127.0.0.1:9/")'], ["06.03.2026", "=cmd|'/c calc'!A1"]]
    )
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for name, part in parts.items():
            new.writestr(name, part)
        new.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0" * 10)
    done = take_in(doctor, out.getvalue())
    assert (done.state, done.taken) == (ImportState.DONE, 2)
    assert service.breakdown(doctor, ALL, Dimension.DIAGNOSIS).bars[0].key == "-"


def test_a_bomb_is_not_opened(doctor):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"\0" * (workbook.MOST_UNPACKED + 1))
    assert take_in(doctor, out.getvalue()).trouble is Trouble.BOMB


def test_a_bomb_whose_directory_lies_is_found_while_it_unpacks(monkeypatch):
    monkeypatch.setattr(workbook, "MOST_UNPACKED", 50_000)
    monkeypatch.setattr(workbook, "MOST_RATIO", 10**9)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"\0" * 200_000)
    # The size in the directory (200,000 as four little bytes) is made to say 100.
    lying = out.getvalue().replace((200_000).to_bytes(4, "little"), (100).to_bytes(4, "little"))
    with pytest.raises(FileTroubleError) as refused:
        workbook.sheet(lying)
    assert refused.value.trouble in {Trouble.BOMB, Trouble.TRUNCATED}


def parquet(**columns) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out)
    return out.getvalue()


def test_parquet_is_read_and_a_cut_off_one_refused(doctor):
    data = parquet(
        date=[datetime(2026, 3, 5, 9, 10), datetime(2026, 3, 6, 10, 0)],
        diagnosis=pa.array(["J06.9", None]).dictionary_encode(),
        minutes=[15.0, None],
        nested=[[1], [2]],
    )
    done = take_in(doctor, data)
    assert (done.state, done.origin, done.taken) == (ImportState.DONE, Origin.PARQUET, 2)
    assert figures(doctor)[Metric.MEAN_MINUTES] == 15
    assert take_in(doctor, data[: len(data) // 2]).trouble is Trouble.TRUNCATED
    assert take_in(doctor, data[:-20] + b"x" * 20).trouble is Trouble.TRUNCATED


def test_a_thousand_columns_are_read_and_more_are_refused(doctor):
    def wide(width: int) -> str:
        titles = ["Дата", *(f"Столбец {n}-й" for n in range(width - 1))]
        return ";".join(titles) + "\n" + ";".join(["05.03.2026", *["x"] * (width - 1)]) + "\n"

    assert take_in(doctor, wide(1000)).state is ImportState.DONE
    assert take_in(doctor, wide(1025)).trouble is Trouble.TOO_WIDE


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (b"", Trouble.EMPTY),
        (b"\xef\xbb\xbf  \r\n", Trouble.EMPTY),
        (b"%PDF-1.7 not a table", Trouble.UNKNOWN_FORMAT),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", Trouble.LOCKED),
        (b"PK\x03\x04 broken", Trouble.TRUNCATED),
        (b'{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Encounter"', Trouble.TRUNCATED),
        (b'{"resourceType":"Observation"}', Trouble.NO_TABLE),
        (b'[{"a":1}', Trouble.TRUNCATED),
        (b"[" * 100_000, Trouble.BROKEN),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_its_reason(doctor, data, trouble):
    done = take_in(doctor, data)
    assert done.state is ImportState.FAILED
    assert done.trouble is trouble or (trouble is Trouble.BROKEN and done.trouble is Trouble.TRUNCATED)


PATIENT = {
    "resourceType": "Patient",
    "id": "p1",
    "name": [{"family": "Doe847", "given": ["Jane12"]}],
    "birthDate": "1960-05-05",
}
ENCOUNTER = {
    "resourceType": "Encounter",
    "id": "e1",
    "status": "finished",
    "class": {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "AMB"},
    "type": [{"coding": [{"system": "http://snomed.info/sct", "code": "162673000", "display": "General examination"}]}],
    "subject": {"reference": "urn:uuid:p1", "display": "Mrs. Jane12 Doe847"},
    "period": {"start": "2020-03-05T09:10:00+03:00", "end": "2020-03-05T09:25:00+03:00"},
}
CONDITION = {
    "resourceType": "Condition",
    "id": "c1",
    "code": {"coding": [{"system": "http://hl7.org/fhir/sid/icd-10", "code": "J06.9"}]},
    "subject": {"reference": "urn:uuid:p1"},
    "encounter": {"reference": "urn:uuid:e1"},
    "onsetDateTime": "2020-03-05T09:10:00+03:00",
}
PROCEDURE = {
    "resourceType": "Procedure",
    "id": "r1",
    "status": "completed",
    "code": {"coding": [{"system": "http://snomed.info/sct", "code": "430193006"}]},
    "subject": {"reference": "urn:uuid:p1"},
    "encounter": {"reference": "urn:uuid:e1"},
    "performedPeriod": {"start": "2020-03-05T09:10:00+03:00", "end": "2020-03-05T09:25:00+03:00"},
}
RESOURCES = [PATIENT, ENCOUNTER, CONDITION, PROCEDURE]


def test_what_was_not_done_is_no_service_and_what_names_no_encounter_is_a_visit_of_its_own(doctor):
    undone = PROCEDURE | {"id": "r2", "status": "not-done"}
    alone = [{key: value for key, value in PROCEDURE.items() if key != "encounter"} | {"id": f"a{n}"} for n in range(3)]
    done = take_in(doctor, "\n".join(map(json.dumps, [PROCEDURE, undone, *alone])))
    assert (done.taken, dict(done.refusals)) == (4, {Refusal.CALLED_OFF: 1})
    assert figures(doctor)[Metric.VISITS] == 4


def test_codes_of_refused_rows_are_not_kept(doctor):
    done = take_in(doctor, "Дата;Диагноз\n05.03.2026;I10\n05.03.1921;странный\n", date=0, diagnosis=1)
    assert (done.taken, done.unknown_codes) == (1, 0)


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("shape", ["bundle", "ndjson", "array"])
def test_fhir_is_read_as_bundle_ndjson_and_array(doctor, shape, indent):
    if shape == "bundle":
        whole = {
            "resourceType": "Bundle",
            "type": "transaction",
            "entry": [{"fullUrl": f"urn:uuid:{r['id']}", "resource": r} for r in RESOURCES],
        }
        data = json.dumps(whole, indent=indent)
    else:
        data = json.dumps(RESOURCES, indent=indent) if shape == "array" else "\n".join(map(json.dumps, RESOURCES))
    done = take_in(doctor, data)
    assert (done.state, done.origin, done.taken) == (ImportState.DONE, Origin.FHIR, 2)
    found = figures(doctor)
    assert (found[Metric.VISITS], found[Metric.SERVICES], found[Metric.MEAN_MINUTES]) == (1, 2, 15)
    assert [bar.key for bar in service.breakdown(doctor, ALL, Dimension.DIAGNOSIS).bars if bar.value] == ["J06.9"]
    ages = [bar.label.en for bar in service.breakdown(doctor, ALL, Dimension.AGE).bars if bar.value]
    assert ages == ["55–64"]


# The columns that Synthea documents for its CSV exporter, with rows in its own manner.
SYNTHEA_ENCOUNTERS = """Id,START,STOP,PATIENT,ORGANIZATION,PROVIDER,PAYER,ENCOUNTERCLASS,CODE,DESCRIPTION,BASE_ENCOUNTER_COST,TOTAL_CLAIM_COST,PAYER_COVERAGE,REASONCODE,REASONDESCRIPTION
748f8357-6cc7-551d-f31a-32fa2cf84126,2019-02-17T05:07:38Z,2019-02-17T05:22:38Z,30a6452c-4297-a1ac-977a-6a23237c7b46,0b0b03f9-6a5c-3f44-9cfd-4c4d1b9f1b3a,82608ebb-037c-3cef-9d34-3736d69b29e8,b1c428d6-4f07-31e0-90f0-68ffa6ff8c76,wellness,410620009,Well child visit (procedure),136.8,816.8,653.44,,
5a4735ae-423f-6563-28b9-b3d11b49b2c9,2019-03-24T05:07:38Z,2019-03-24T05:22:38Z,30a6452c-4297-a1ac-977a-6a23237c7b46,0b0b03f9-6a5c-3f44-9cfd-4c4d1b9f1b3a,82608ebb-037c-3cef-9d34-3736d69b29e8,b1c428d6-4f07-31e0-90f0-68ffa6ff8c76,ambulatory,185345009,Encounter for symptom (procedure),136.8,257.79,206.23,444814009,Viral sinusitis (disorder)
5a4735ae-423f-6563-28b9-b3d11b49b2c9,2019-03-24T05:07:38Z,2019-03-24T05:22:38Z,30a6452c-4297-a1ac-977a-6a23237c7b46,0b0b03f9-6a5c-3f44-9cfd-4c4d1b9f1b3a,82608ebb-037c-3cef-9d34-3736d69b29e8,b1c428d6-4f07-31e0-90f0-68ffa6ff8c76,ambulatory,185345009,Encounter for symptom (procedure),136.8,257.79,206.23,444814009,Viral sinusitis (disorder)
"""
SYNTHEA_PROCEDURES = """START,STOP,PATIENT,ENCOUNTER,SYSTEM,CODE,DESCRIPTION,BASE_COST,REASONCODE,REASONDESCRIPTION
2019-02-17T05:07:38Z,2019-02-17T05:22:38Z,30a6452c-4297-a1ac-977a-6a23237c7b46,748f8357-6cc7-551d-f31a-32fa2cf84126,SNOMED-CT,430193006,Medication Reconciliation (procedure),430.5,,
2019-02-17T05:30:38Z,2019-02-17T05:35:38Z,30a6452c-4297-a1ac-977a-6a23237c7b46,748f8357-6cc7-551d-f31a-32fa2cf84126,SNOMED-CT,428211000124100,Assessment of substance use (procedure),430.5,,
"""


def test_synthea_s_encounters_go_in_as_they_are(doctor):
    import_id = receive(doctor, SYNTHEA_ENCOUNTERS)
    seen = service.preview(doctor, import_id)
    assert [column.title for column in seen.gone if column.personal is Personal.PATIENT_ID] == ["PATIENT"]
    titles = {column.place: column.title for column in seen.columns}
    assert {role: titles[place] for role, place in seen.mapping.items()} == {
        Role.ROW_ID: "Id", Role.DATE: "START", Role.END: "STOP", Role.PLACE: "ENCOUNTERCLASS", Role.SERVICE: "CODE",
        Role.DIAGNOSIS: "REASONCODE",
    }  # fmt: skip
    done = take_in(doctor, SYNTHEA_ENCOUNTERS + "\n")
    assert (done.taken, done.duplicates) == (2, 1)
    found = figures(doctor)
    assert (found[Metric.VISITS], found[Metric.MEAN_MINUTES], found[Metric.PREVENTIVE_SHARE]) == (2, 15, 1)


def test_synthea_s_procedures_are_services_of_one_visit(doctor):
    done = take_in(doctor, SYNTHEA_PROCEDURES)
    assert done.taken == 2
    found = figures(doctor)
    assert (found[Metric.VISITS], found[Metric.SERVICES]) == (1, 2)


def test_ends_of_visits_over_many_years_are_no_birth_dates_and_birth_dates_are_without_any_title(doctor):
    rows = [(f"{2000 + n}-03-05T09:00:00Z", f"{2000 + n}-03-05T09:20:00Z", f"{1940 + n * 2}-01-01") for n in range(20)]
    text = "START,STOP,B\n" + "\n".join(",".join(row) for row in rows) + "\n"
    import_id = receive(doctor, text)
    seen = service.preview(doctor, import_id)
    assert [(column.title, column.personal) for column in seen.gone] == [("B", Personal.BIRTH_DATE)]
    service.put_mapping(doctor, import_id, seen.mapping)
    jobs.work_off()
    assert figures(doctor)[Metric.MEAN_MINUTES] == 20
    ages = {bar.label.en for bar in service.breakdown(doctor, ALL, Dimension.AGE).bars if bar.value}
    assert ages == {"40–54", "55–64"}
