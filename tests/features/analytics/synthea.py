"""Public histories of invented patients (`tests/fixtures/synthea`), read a second way: whole, by references, with polars.

Nothing of the portal's reading is used here; what comes out are rows of the shape that `witness` reckons from.
"""

import gzip
import hashlib
import json
from datetime import date, datetime
from pathlib import Path

import polars as pl

HERE = Path(__file__).parents[2] / "fixtures" / "synthea"
HISTORIES = (
    "cql-exec-fhir-johnnie",
    "cql-exec-fhir-luna",
    "fhiry-afhir",
    "fhiry-cfhir",
    "pathling-bennett",
    "pathling-dino",
)
# Classes of encounters that occur in the files, by the place and, where they say it, the reason.
PLACES = {
    "AMB": "1",
    "EMER": "1",
    "wellness": "1",
    "ambulatory": "1",
    "emergency": "1",
    "outpatient": "1",
    "urgentcare": "1",
}
AGES = ((1, "1"), (15, "2"), (18, "3"), (40, "4"), (55, "5"), (65, "6"), (80, "7"), (200, "8"))
OLDEST = date(1970, 1, 1)


def data(name: str) -> bytes:
    """A file as it was published."""
    return gzip.decompress((HERE / f"{name}.gz").read_bytes())


def checksums() -> dict[str, tuple[str, str]]:
    """By file: the checksum that was noted, and the one that it has."""
    noted = (
        line.split("  ") for line in (HERE / "README.md").read_text().splitlines() if len(line.split("  ")[0]) == 64
    )
    return {name: (told, hashlib.sha256(data(name)).hexdigest()) for told, name in noted}


def resources(name: str) -> list[dict]:
    """The resources of a Bundle or of NDJSON."""
    text = data(name).decode()
    if name.endswith(".ndjson"):
        return [json.loads(line) for line in text.splitlines()]
    return [entry["resource"] for entry in json.loads(text)["entry"]]


def rows(found: list[dict]) -> pl.DataFrame:
    """Encounters and procedures with the patients and conditions they refer to; those before 1970 are left out."""
    of = {
        kind: [one for one in found if one["resourceType"] == kind] for kind in ("Encounter", "Procedure", "Condition")
    }
    births = {one["id"]: date.fromisoformat(one["birthDate"]) for one in found if one["resourceType"] == "Patient"}
    conditions: dict[str, str] = {}
    for one in of["Condition"]:
        conditions.setdefault(_end(one["encounter"]), one["code"]["coding"][0]["code"])
    seen: set[str] = set()
    told = [
        _row(one, one["period"], one["type"][0], one["id"], births, conditions) | _visit(one) for one in of["Encounter"]
    ]
    for one in of["Procedure"]:
        encounter = _end(one.get("encounter") or one["context"])
        row = _row(one, _when(one), one["code"], encounter, births, conditions)
        # Without encounters, the first procedure of one is the visit.
        row["visits"] = 0 if of["Encounter"] or encounter in seen else 1
        seen.add(encounter)
        told.append(row)
    return frame(told)


def table_rows(name: str, zone: str) -> pl.DataFrame:
    """The rows of `encounters.csv` or `procedures.csv`, their moments on the clock of a zone."""
    table = pl.read_csv(data(name), infer_schema=False).with_columns(
        pl.col("START", "STOP").str.to_datetime(time_zone="UTC").dt.convert_time_zone(zone)
    )
    has_visits = "ENCOUNTERCLASS" in table.columns
    visit = pl.lit(1) if has_visits else pl.col("ENCOUNTER").is_first_distinct().cast(pl.Int64)
    spent = (pl.col("STOP").dt.truncate("1m") - pl.col("START").dt.truncate("1m")).dt.total_minutes()
    counts = spent.is_between(1, 12 * 60) & (visit == 1)
    made = table.select(
        day=pl.col("START").dt.date(),
        hour=pl.col("START").dt.hour().cast(pl.Int64),
        service=pl.col("CODE"),
        diagnosis=pl.col("REASONCODE").fill_null("-"),
        age=pl.lit("0"),
        place=pl.col("ENCOUNTERCLASS").replace_strict(PLACES) if has_visits else pl.lit("0"),
        reason=pl.when(pl.col("ENCOUNTERCLASS") == "wellness").then(pl.lit("2")).otherwise(pl.lit("0"))
        if has_visits
        else pl.lit("0"),
        visits=visit,
        services=pl.lit(1),
        minutes=pl.when(counts).then(spent).otherwise(0),
        timed=counts.cast(pl.Int64),
    )
    return frame(made.to_dicts())


def frame(told: list[dict]) -> pl.DataFrame:
    """Rows with what `witness` derives of them."""
    made = pl.DataFrame(told).filter(pl.col("day") >= OLDEST)
    return made.with_columns(
        pl.when(pl.col("diagnosis") == "-").then(pl.lit("-")).otherwise(pl.lit("?")).alias("class"),
        (pl.col("day").dt.weekday() - 1).cast(pl.String).alias("weekday"),
        pl.col("day").dt.strftime("%Y-%m").alias("month"),
        pl.col("hour").cast(pl.String).alias("hour_key"),
        *(pl.lit("0").alias(name) for name in ("payment", "kind") if name not in made.columns),
        *(pl.lit(0).alias(name) for name in ("no_shows", "rural", "sick_opened", "sick_closed")),
    )


def _row(one: dict, period: dict, service: dict, visit: str, births: dict, conditions: dict) -> dict:
    start = datetime.fromisoformat(period["start"])
    reason = one.get("reasonCode", [{}])[0].get("coding", [{}])[0].get("code", "-")
    return {
        "day": start.date(),
        "hour": start.hour,
        "service": service["coding"][0]["code"],
        "diagnosis": conditions.get(visit, reason),
        "age": age(births[_end(one["subject"])], start.date()),
        "place": "0",
        "reason": "0",
        "visits": 0,
        "services": 1,
        "minutes": 0,
        "timed": 0,
    }


def _visit(one: dict) -> dict:
    start, end = (datetime.fromisoformat(one["period"][name]).replace(second=0) for name in ("start", "end"))
    spent = int((end.replace(tzinfo=None) - start.replace(tzinfo=None)).total_seconds() // 60)
    counts = 0 < spent <= 12 * 60
    return {
        "visits": 1,
        "place": PLACES[one["class"]["code"]],
        "reason": "2" if one["class"]["code"] == "wellness" else "0",
        "minutes": spent if counts else 0,
        "timed": int(counts),
    }


def _when(one: dict) -> dict:
    return one.get("performedPeriod") or {"start": one["performedDateTime"]}


def _end(reference: dict) -> str:
    return reference["reference"].replace("/", ":").split(":")[-1]


def age(born: date, day: date) -> str:
    """The number of an age group."""
    years = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
    return next(number for edge, number in AGES if years < edge)
