"""Chores for documents: look into a file, read a scan, verify the shelf. A part of `medportal.cli`, with its habits."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer


def add_to(app: typer.Typer) -> None:
    """Hang the commands on the programme."""
    store_app = typer.Typer(no_args_is_help=True, help="Files of documents.")
    app.command()(inspect)
    app.command("read-scan")(read_scan)
    store_app.command("verify")(store_verify)
    app.add_typer(store_app, name="store")


def inspect(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="The file to look at.")],
    declared: Annotated[str | None, typer.Option(help="The type a sender would claim: application/pdf, png …")] = None,
    slot: Annotated[str, typer.Option(help="document or signature")] = "document",
) -> None:
    """Say whether a file would be taken in, and print why not; exits with 1 when it is refused."""
    from medportal import wiring_documents
    from medportal.features.documents.schemas.intake import Slot
    from medportal.features.documents.service import inspecting
    from medportal.settings import settings

    if slot not in set(Slot):
        raise typer.BadParameter(f"slots: {', '.join(Slot)}")
    wiring_documents.plug(settings())
    with file.open("rb") as opened:
        data = opened.read(inspecting.ENOUGH_BYTES)
    try:
        found = inspecting.inspect(data, file.name, declared, Slot(slot))
    except inspecting.InspectorDownError:
        print("The process that looks into files does not start; nothing was found out.", file=sys.stderr)
        raise typer.Exit(2) from None
    print(json.dumps({"accepted": found.accepted, "codes": list(found.codes)}))
    raise typer.Exit(0 if found.accepted else 1)


def read_scan(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="A picture of a page, or a PDF.")],
    explain: Annotated[bool, typer.Option("--explain", help="Findings in words, to standard error.")] = False,
) -> None:
    """Read a passport: print what was read, from where, and what is wrong; exits with 1 when it is not accepted."""
    from medportal import wiring_documents
    from medportal.features.documents.service import reading
    from medportal.settings import settings

    wiring_documents.plug_reader_here(settings())
    found = reading.read_file(file.read_bytes())
    print(json.dumps(reading.as_json(found), ensure_ascii=False))
    if explain:
        print(*reading.in_words(found), sep="\n", file=sys.stderr)
    raise typer.Exit(0 if found.accepted else 1)


def store_verify() -> None:
    """Open every file that rows know of and compare it, then look for files that no row knows.

    Exits with 1 when any is missing, altered or orphaned, with 2 when the store cannot be asked.
    """
    from medportal import wiring
    from medportal.features.documents import service
    from medportal.infra import shelf
    from medportal.kernel.actor import SYSTEM

    wiring.plug(chore=True)
    try:
        report = service.verify_store(SYSTEM)
    except shelf.ShelfTroubleError as trouble:
        print(trouble, file=sys.stderr)
        raise typer.Exit(2) from None
    found = {
        "ok": report.ok,
        "checked": report.checked,
        "missing": [f"{one.place}/{one.item_id}" for one in report.missing],
        "altered": [f"{one.place}/{one.item_id}" for one in report.altered],
        "orphaned": list(report.orphaned),
    }
    print(json.dumps(found))
    raise typer.Exit(0 if report.ok else 1)
