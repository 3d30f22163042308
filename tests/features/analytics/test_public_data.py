"""Data that nobody here wrote: histories of Synthea's invented patients go in as published, and every figure follows."""

import io
import json
from datetime import date

import polars as pl
import pytest

from medportal.features.analytics import service
from medportal.features.analytics.schemas.asking import Compare, Filter, Period, Query
from medportal.features.analytics.schemas.dimensions import Dimension
from medportal.features.analytics.schemas.figures import Metric
from medportal.features.analytics.schemas.imports import ImportState, Origin, Personal, Refusal
from medportal.features.attestations import service as attestations
from medportal.features.attestations.schemas.reminders import Choices
from medportal.infra import jobs
from tests.features.analytics import synthea, witness
from tests.features.analytics.conftest import on_shelf, receive, take_in

pytestmark = pytest.mark.usefixtures("shelves")
QUERIES = (
    Query(Period(date(1970, 1, 1), date(2026, 12, 31))),
    Query(Period(date(2010, 1, 1), date(2010, 12, 31)), Compare.LAST_YEAR),
    Query(Period(date(2009, 4, 1), date(2018, 6, 30)), filters=(Filter(Dimension.AGE, ("1", "2", "7")),)),
    Query(Period(date(1990, 1, 1), date(2020, 1, 1)), filters=(Filter(Dimension.DIAGNOSIS_CLASS, ("?",)),)),
)


def as_expected(doctor, plain: pl.DataFrame) -> None:
    """Every tile, every chart and every table equals what polars makes of the same rows."""
    for query in QUERIES:
        found = service.dashboard(doctor, query)
        kept = witness.within(plain, query)
        expected = witness.figures(kept, plain, query.period)
        tiles = {tile.metric.value: tile.value for tile in found.tiles if tile.metric is not Metric.LOAD}
        assert tiles == pytest.approx(expected, nan_ok=False), query
        for chart in found.breakdowns:
            name = chart.dimension.value
            weight = "services" if chart.dimension is Dimension.SERVICE else "visits"
            here = witness.bars(witness.within(plain, query, without=(name,)), name, weight)
            whole = service.breakdown(doctor, query, chart.dimension)
            assert {bar.key: bar.value for bar in whole.bars if bar.value} == here, name
            assert chart.bars == whole.bars[: len(chart.bars)]
            assert sum(bar.value for bar in chart.bars) + chart.rest == sum(here.values())
        cells = {(w, h): v for w, row in enumerate(found.heat.cells) for h, v in enumerate(row) if v}
        hours = kept.filter(pl.col("hour") < 24).group_by("weekday", "hour").agg(pl.col("visits").sum())
        assert cells == {(int(w), h): v for w, h, v in hours.iter_rows() if v}
        for dimension in (Dimension.SERVICE, Dimension.DIAGNOSIS, Dimension.DAY):
            table = service.table(doctor, query, dimension)
            by = witness.bars(kept.with_columns(pl.col(dimension.value).cast(pl.String)), dimension.value)
            assert {row.key: row.cells[0] for row in table.rows if row.cells[0]} == by


def test_the_files_are_those_that_were_published():
    sums = synthea.checksums()
    assert len(sums) == len(list(synthea.HERE.glob("*.gz"))) == 11
    assert all(told == found for told, found in sums.values())


@pytest.mark.parametrize("name", synthea.HISTORIES)
def test_a_published_history_gives_the_figures_that_polars_finds_in_it(doctor, name, tmp_path):
    found = synthea.resources(f"{name}.json")
    plain = synthea.rows(found)
    done = take_in(doctor, synthea.data(f"{name}.json"))
    rows = sum(one["resourceType"] in {"Encounter", "Procedure"} for one in found)
    assert (done.state, done.origin, done.rows) == (ImportState.DONE, Origin.FHIR, rows)
    too_old = rows - len(plain)
    assert (done.taken, dict(done.refusals)) == (len(plain), {Refusal.TOO_OLD: too_old} if too_old else {})
    # Codes of SNOMED CT are of none of our lists: kept, and marked.
    codes = {*plain["service"], *(code for code in plain["diagnosis"] if code != "-")}
    assert (
        done.unknown_codes
        == plain["service"].n_unique() + plain.filter(pl.col("diagnosis") != "-")["diagnosis"].n_unique()
    )
    bars = service.breakdown(doctor, QUERIES[0], Dimension.DIAGNOSIS).bars
    assert not any(bar.is_known for bar in bars if bar.key in codes)
    as_expected(doctor, plain)
    assert on_shelf(tmp_path) == []


@pytest.mark.both_databases
def test_six_published_histories_add_up_and_come_once(doctor):
    found = [one for name in synthea.HISTORIES for one in synthea.resources(f"{name}.json")]
    for name in synthea.HISTORIES:
        take_in(doctor, synthea.data(f"{name}.json"))
    plain = pl.concat(synthea.rows(synthea.resources(f"{name}.json")) for name in synthea.HISTORIES)
    as_expected(doctor, plain)
    # The same resources, now as one NDJSON: all of them are known.
    lines = "\n".join(json.dumps(one, ensure_ascii=False) for one in found)
    again = take_in(doctor, lines)
    assert (again.origin, again.taken, again.duplicates) == (Origin.FHIR, 0, len(plain))
    as_expected(doctor, plain)


def test_published_procedures_in_ndjson_are_visits_of_the_encounters_they_name(doctor):
    people, done = "fhiry-Patient.ndjson", "fhiry-Procedure.ndjson"
    found = synthea.resources(people) + synthea.resources(done)
    plain = synthea.rows(found)
    taken = take_in(doctor, synthea.data(people).rstrip(b"\n") + b"\n" + synthea.data(done))
    assert (taken.state, taken.rows, taken.taken) == (ImportState.DONE, 799, 799)
    assert plain["visits"].sum() == 510
    as_expected(doctor, plain)


def test_nothing_of_a_published_patient_is_kept(doctor, tmp_path):
    import_id = receive(doctor, synthea.data("fhiry-cfhir.json"))
    seen = service.preview(doctor, import_id)
    told = repr((seen.columns, seen.rows))
    for secret in ("Aaron697", "Stiedemann542", "1946-03-29", "999-", "adccf2c3"):
        assert secret in synthea.data("fhiry-cfhir.json").decode()
        assert secret not in told


ENCOUNTERS, PROCEDURES = "synthea-encounters.csv", "synthea-procedures.csv"


@pytest.mark.both_databases
@pytest.mark.parametrize("zone", ["Europe/Moscow", "Asia/Vladivostok"])
@pytest.mark.parametrize(("name", "mapped"), [
    (ENCOUNTERS, {"row_id": "Id", "date": "START", "end": "STOP", "place": "ENCOUNTERCLASS", "service": "CODE",
                  "diagnosis": "REASONCODE"}),
    (PROCEDURES, {"date": "START", "end": "STOP", "visit": "ENCOUNTER", "service": "CODE", "diagnosis": "REASONCODE"}),
])  # fmt: skip
def test_a_published_table_goes_in_as_found(doctor, name, mapped, zone):
    attestations.choose_reminders(doctor, Choices(zone=zone))
    import_id = receive(doctor, synthea.data(name))
    seen = service.preview(doctor, import_id)
    titles = {column.place: column.title for column in seen.columns}
    assert {role: titles[place] for role, place in seen.mapping.items()} == mapped
    assert {column.title: column.personal for column in seen.gone} == {"PATIENT": Personal.PATIENT_ID}
    table = pl.read_csv(synthea.data(name), infer_schema=False)
    assert not any(patient in repr(seen.rows) for patient in table["PATIENT"].unique())
    service.put_mapping(doctor, import_id, seen.mapping)
    jobs.work_off()
    done = service.view(doctor, import_id)
    plain = synthea.table_rows(name, zone)
    codes = {*plain["service"], *plain["diagnosis"]} - {"-"}
    assert (done.state, done.origin, done.rows, done.refused) == (ImportState.DONE, Origin.CSV, len(table), 0)
    assert (done.taken, done.unknown_codes) == (len(table), len(codes))
    as_expected(doctor, plain)
    # The same table once more, with another end: nothing of it is new.
    again = take_in(doctor, synthea.data(name) + b"\n")
    assert (again.taken, again.duplicates) == (0, len(table))
    as_expected(doctor, plain)


def as_csv() -> bytes:
    return synthea.data("pathling-conditions.csv")


def as_parquet() -> bytes:
    out = io.BytesIO()
    pl.read_csv(as_csv(), try_parse_dates=True).write_parquet(out)
    return out.getvalue()


@pytest.mark.parametrize("written", [as_csv, as_parquet])
def test_published_conditions_in_csv_and_parquet_are_visits_with_diagnoses(doctor, written):
    import_id = receive(doctor, written())
    seen = service.preview(doctor, import_id)
    assert {column.title: column.personal for column in seen.gone} == {"PATIENT": Personal.PATIENT_ID}
    places = {column.title: column.place for column in seen.columns}
    service.cancel(doctor, import_id)
    done = take_in(
        doctor,
        written() + (b"\n" if written is as_csv else b""),
        date=places["START"],
        visit=places["ENCOUNTER"],
        diagnosis=places["CODE"],
    )
    table = pl.read_csv(as_csv(), try_parse_dates=True, schema_overrides={"CODE": pl.String})
    assert (done.state, done.taken) == (ImportState.DONE, len(table))
    told = [
        {"day": day, "hour": 24, "service": "-", "diagnosis": code, "age": "0", "place": "0", "reason": "0",
         "visits": 1, "services": 0, "minutes": 0, "timed": 0}
        for day, code in table.select("START", "CODE").iter_rows()
    ]  # fmt: skip
    assert table["ENCOUNTER"].n_unique() == len(table)
    as_expected(doctor, synthea.frame(told))
