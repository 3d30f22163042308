"""The spread with the photo: what the code lines prove, and what is printed above them."""

from collections.abc import Mapping

from medportal.features.documents.adapters.reading import edge, zones
from medportal.features.documents.adapters.reading.code import CodeLines
from medportal.features.documents.adapters.reading.letters import Letters
from medportal.features.documents.adapters.reading.recogniser import Recogniser
from medportal.features.documents.adapters.reading.sheet import Sheet, box_of
from medportal.features.documents.rules.reading import printed, proof
from medportal.features.documents.schemas.reading import Box, Field, Outcome, Proof, Source

# Where values stand in the code lines: the line, the first cell and the one after the last.
_CELLS = {
    "series": (1, 0, 3),
    "number": (1, 3, 9),
    "birth_date": (1, 13, 19),
    "sex": (1, 20, 21),
    "issue_date": (1, 29, 35),
    "division_code": (1, 35, 41),
}
# Middles of lines on the sheet, in points: where the date of birth stands, and how far below it the next line.
BORN_LINE, LINE, ASKEW = 1020.0, 62.0, 20.0
_COVERED = ("series", "number", "birth_date", "issue_date", "division_code")


def code_fields(code: CodeLines, names: Mapping[str, str], shape: tuple[int, ...], page: int) -> dict[str, Field]:
    """The values of the code lines, each with its place. Check digits cover numbers and dates, not names nor sex."""
    fields: dict[str, Field] = {}
    for name, value in code.proof.values.items():
        line, start, end = _CELLS[name]
        box = box_of(code.grids[line].corners(start, end), shape)
        fields[name] = Field(value, Source.MRZ, name in _COVERED, page, box)
    start = 5
    for name in ("surname", "name", "patronymic"):
        length = len(code.proof.names.get(name, ""))
        if name in names:
            box = box_of(code.grids[0].corners(start, start + length), shape)
            fields[name] = Field(names[name], Source.MRZ, proven=False, page=page, box=box)
        start += length + (2 if name == "surname" else 1)
    return fields


def printed_names(sheet: Sheet, letters: Letters) -> dict[str, tuple[str, Box | None]]:
    """Names in print, where they are plain."""
    found = zones.person_of(zones.read_zone(sheet, zones.PERSON, letters))
    return {name: (value, zones.box_around(sheet, words)) for name, (value, words) in found.items()}


def russian_fields(sheet: Sheet, letters: Letters, page: int, born_line: float = BORN_LINE) -> dict[str, Field]:
    """Who issued the passport and where the person was born: in print only.

    The place of birth may take two lines. It is taken only if its first one follows the line with the date of birth,
    whose middle is `born_line`: on a sheet that is laid askew the first line may have slipped out of the zone.
    """
    fields: dict[str, Field] = {}
    issuer = zones.read_whole(sheet, zones.ISSUER, letters)
    value = printed.value_of(zones.reads(issuer)).rstrip(".")
    if printed.is_issuer(value):
        fields["issuing_authority"] = _visual(sheet, value, issuer, page)
    born = zones.read_whole(sheet, zones.BIRTH_PLACE, letters)
    value = printed.placed(printed.value_of(zones.reads(born)))
    if printed.is_place(value) and abs(zones.first_line(born) - born_line - LINE) < ASKEW:
        fields["birth_place"] = _visual(sheet, value, born, page)
    return fields


def all_printed(sheet: Sheet, letters: Letters, recogniser: Recogniser, page: int) -> dict[str, Field]:
    """Everything in print, for a passport without code lines."""
    issued = zones.read_zone(sheet, zones.ISSUED, letters)
    born = zones.read_zone(sheet, zones.BORN, letters)
    fields: dict[str, Field] = {}
    for name, found in (
        ("issue_date", zones.dated(sheet, issued, recogniser)),
        ("division_code", zones.division(sheet, issued, recogniser)),
        ("birth_date", zones.dated(sheet, born, recogniser)),
    ):
        if found is not None:
            fields[name] = _visual(sheet, found[0], found[1], page)
            if name == "birth_date":
                fields |= russian_fields(sheet, letters, page, zones.first_line(found[1]))
    names = zones.person_of(zones.read_twice(sheet, zones.PERSON, letters))
    if printed.are_names({name: value for name, (value, _) in names.items()}):
        fields |= {name: _visual(sheet, value, words, page) for name, (value, words) in names.items()}
    sex = next((word for word in born if word.text.strip(".,") in {"МУЖ", "ЖЕН"} and word.sure >= zones.SURE_SEX), None)
    if sex is not None:
        fields["sex"] = _visual(sheet, sex.text.strip(".,"), [sex], page)
    return fields


def _visual(sheet: Sheet, value: str, words: list[zones.Word], page: int) -> Field:
    return Field(value, Source.VISUAL, proven=False, page=page, box=zones.box_around(sheet, words))


def edge_number(sheet: Sheet, recogniser: Recogniser) -> str:
    """The red number, where one reading of it is plain, and the other does not contradict it."""
    read = [found for zone in edge.zones_of(sheet) if (found := edge.read_edge(sheet, zone, recogniser))]
    plain = [found for found in read if found.sure >= edge.SURE]
    return plain[0].digits if plain and len({found.digits for found in plain}) == 1 else ""


def names_agree(told: Proof, seen: Mapping[str, str]) -> bool:
    """Whether print confirms at least two of the names."""
    return told.outcome is Outcome.PROVEN and len(proof.confirmed(told, seen)) > 1 and len(seen) > 1
