"""The week by hours, from the first hour with visits to the last."""

from medportal.features.analytics.rules.charts import numbers
from medportal.features.analytics.schemas.drawings import Heat, HeatCell, HeatRow
from medportal.features.analytics.schemas.figures import HeatMap
from medportal.features.analytics.texts import dimensions, screens
from medportal.kernel.text import Text

TONES = 6


def week(heat: HeatMap) -> Heat:
    """The rows of the chart; none when no visit had a time."""
    used = [hour for hour in range(24) if any(row[hour] for row in heat.cells)]
    if not used:
        return Heat((), ())
    hours = tuple(range(used[0], used[-1] + 1))
    # A Sunday on which nobody works is still a day of the week: all seven stand.
    return Heat(hours, tuple(_row(weekday, row, hours, heat.most) for weekday, row in enumerate(heat.cells)))


def _row(weekday: int, row: tuple[int, ...], hours: tuple[int, ...], most: int) -> HeatRow:
    name = dimensions.WEEKDAYS[weekday]
    cells = tuple(
        HeatCell(
            tone=-(-row[hour] * TONES // most) if most else 0,
            value=row[hour],
            said=screens.HEAT_SAID.fill(weekday=name, hour=_hour(hour), visits=numbers.count(row[hour])),
            hour=hour,
        )
        for hour in hours
    )
    return HeatRow(weekday, name, dimensions.WEEKDAYS_SHORT[weekday], cells)


def _hour(hour: int) -> Text:
    shown = f"{hour:02}:00–{(hour + 1) % 24:02}:00"
    return Text(ru=shown, en=shown)
