"""Passport lines and the inputs they fill, by the inputs' names."""

from datetime import date

from medportal.kernel.fields.dates import write_date
from medportal.kernel.identifiers.mrz import MrzReading, parse


def filled_by(reading: MrzReading) -> dict[str, str]:
    """What a good reading puts into the inputs, by their names; empty for a bad one."""
    person = reading.person
    if person is None:
        return {}
    return {
        "surname": person.surname,
        "given_name": person.given_name,
        "patronymic": person.patronymic,
        "birth_date": write_date(person.birth_date),
        "sex": person.sex,
        "passport_series": person.series,
        "passport_number": person.number,
        "passport_issued_on": write_date(person.issued_on),
        "passport_division_code": person.division_code,
    }


def read_lines(text: str, today: date) -> dict[str, object]:
    """A reading as plain data, the same as the browser's `readMrz`.

    `fills` holds input names and values when `ok`; `mended` the corrected lines when a safe correction is known.
    """
    reading = parse(text, today)
    return {
        "ok": reading.code == "ok",
        "code": reading.code,
        "text": reading.text.pair(),
        "groups": dict(reading.groups),
        "suspects": [
            {"line": one.line, "position": one.position, "seen": one.seen, "likely": one.likely}
            for one in reading.suspects
        ],
        "mended": reading.mended,
        "cut": reading.person is not None and reading.person.cut,
        "fills": filled_by(reading),
    }
