"""Trend lines beside the figures."""

from collections.abc import Sequence

from medportal.features.analytics.schemas.drawings import Spark

WIDTH, HEIGHT, EDGE, DASH = 100.0, 24.0, 3.0, 8.0


def spark(values: Sequence[float | None]) -> Spark | None:
    """A line through the values, broken where there are none; a value without neighbours is a dot, a lone one a dash; None without any value."""
    known = [(at, value) for at, value in enumerate(values) if value is not None]
    if not known:
        return None
    least, most = min(value for _, value in known), max(value for _, value in known)
    step = (WIDTH - 2 * EDGE) / max(len(values) - 1, 1)
    points = [(EDGE + at * step, _down(value, least, most)) for at, value in known]
    if len(points) == 1:
        # A lone value is a short level line: a dot would not be seen.
        x, y = points[0]
        start = min(max(x - DASH / 2, EDGE), WIDTH - EDGE - DASH)
        return Spark(f"M{start:.1f} {y:.1f}h{DASH:g}", round(x, 1), round(y, 1))
    path: list[str] = []
    for at, ((x, y), (number, _)) in enumerate(zip(points, known, strict=True)):
        goes_on = at > 0 and known[at - 1][0] == number - 1
        path.append(f"{'L' if goes_on else 'M'}{x:.1f} {y:.1f}")
        if not goes_on:
            # A line of no length is drawn as a dot by its round ends.
            path.append("h0.01")
    return Spark("".join(path), round(points[-1][0], 1), round(points[-1][1], 1))


def _down(value: float, least: float, most: float) -> float:
    if most == least:
        return HEIGHT / 2
    return HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * (value - least) / (most - least)
