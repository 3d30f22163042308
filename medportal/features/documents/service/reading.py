"""What does this scan say? Asked of whoever reads; touches no row, so it takes neither actor nor unit."""

from collections.abc import Mapping, Sequence

from medportal.features.documents import ports
from medportal.features.documents.rules.reading import differences as rules
from medportal.features.documents.schemas.reading import Difference, Reading


def read_file(data: bytes) -> Reading:
    """Read one file by itself: a picture shows one page of a passport, a PDF has to hold both."""
    return ports.reader().read_pages([data], whole=data.startswith(b"%PDF-"))


def read_pages(pages: Sequence[bytes], *, whole: bool) -> Reading:
    """Read the pages of one document; `whole` when both pages of a passport have to be among them."""
    return ports.reader().read_pages(pages, whole=whole)


def compare(typed: Mapping[str, str], reading: Reading) -> tuple[Difference, ...]:
    """Where what was typed differs from what was read, letter by letter; field names are those of the reading."""
    return rules.differences(typed, {name: field.value for name, field in reading.fields.items()})


def as_json(reading: Reading) -> dict[str, object]:
    """A reading as plain data; `codes` are those that refuse, fields bear the names of the reading."""
    return {
        "accepted": reading.accepted,
        "codes": [code.value for code in reading.codes],
        "fields": {
            name: {"value": field.value, "source": field.source.value, "proven": field.proven}
            for name, field in reading.fields.items()
        },
    }


def in_words(reading: Reading) -> list[str]:
    """What is to be told to the person: findings first, then what was not read."""
    told = [finding.text.ru for finding in reading.findings]
    return [*told, f"Не прочитано: {', '.join(reading.unread)}"] if reading.unread else told
