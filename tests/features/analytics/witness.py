"""Every figure reckoned a second time, by polars over plain rows: nothing of the portal's own arithmetic is used."""

from datetime import date, timedelta

import polars as pl

from medportal.kernel import working_days
from tests.features.analytics.conftest import DIAGNOSES, SERVICES

EPOCH = date(1970, 1, 1)
CHAPTERS = {"J06.9": "X", "I10": "IX", "Z00.0": "XXI", "E11.9": "IV", "444814009": "?"}


def frame(rows: list[dict]) -> pl.DataFrame:
    """Rows with names in place of numbers."""
    told = [
        {
            "day": EPOCH + timedelta(days=row["day"]),
            "hour": row.get("hour", 24),
            "service": SERVICES[row["service"] - 1][0] if row.get("service") else "-",
            "diagnosis": DIAGNOSES[row["diagnosis"] - 1][0] if row.get("diagnosis") else "-",
            **{name: str(row.get(name, 0)) for name in ("payment", "place", "age", "kind", "reason")},
            **{
                name: row.get(name, 0)
                for name in (
                    "visits",
                    "no_shows",
                    "minutes",
                    "timed",
                    "services",
                    "rural",
                    "sick_opened",
                    "sick_closed",
                )
            },
        }
        for row in rows
    ]
    made = pl.DataFrame(told, infer_schema_length=None)
    return made.with_columns(
        pl.col("diagnosis").replace_strict(CHAPTERS, default="-").alias("class"),
        (pl.col("day").dt.weekday() - 1).cast(pl.String).alias("weekday"),
        pl.col("day").dt.strftime("%Y-%m").alias("month"),
        pl.col("hour").cast(pl.String).alias("hour_key"),
    )


def within(rows: pl.DataFrame, query, without: tuple = (), period=None) -> pl.DataFrame:
    """The rows of a period under all filters but some."""
    period = period or query.period
    kept = rows.filter(pl.col("day").is_between(period.first, period.last))
    for one in query.filters:
        if one.dimension.value not in without:
            name = "hour_key" if one.dimension.value == "hour" else one.dimension.value
            kept = kept.filter(pl.col(name).is_in(list(one.values)))
    return kept


def bars(rows: pl.DataFrame, dimension: str, weight: str = "visits") -> dict[str, int]:
    """Sums by value, those above zero."""
    summed = rows.group_by(dimension).agg(pl.col(weight).sum()).filter(pl.col(weight) > 0)
    return dict(summed.iter_rows())


def figures(rows: pl.DataFrame, all_rows: pl.DataFrame, period) -> dict[str, float | None]:
    """The figures of the tiles, but for the load."""

    def total(name: str, where: pl.Expr | None = None) -> int:
        return int((rows.filter(where) if where is not None else rows)[name].sum())

    def share(part: int, whole: int) -> float | None:
        return part / whole if whole else None

    first = max(period.first, all_rows["day"].min())
    last = min(period.last, all_rows["day"].max())
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    works = sum(working_days.is_working_day(day) for day in days)
    visits = total("visits")
    reasoned = total("visits", pl.col("reason") != "0")
    return {
        "visits": float(visits),
        "per_day": share(visits, works),
        "first_share": share(total("visits", pl.col("kind") == "1"), total("visits", pl.col("kind") != "0")),
        "preventive_share": share(total("visits", pl.col("reason") == "2"), reasoned),
        "dispensary_share": share(total("visits", pl.col("reason") == "3"), reasoned),
        "no_shows": share(total("no_shows"), visits + total("no_shows")),
        "mean_minutes": share(total("minutes"), total("timed")),
        "home_share": share(total("visits", pl.col("place") == "2"), total("visits", pl.col("place") != "0")),
        "services": float(total("services")),
        "rural_share": share(total("rural"), visits),
    }
