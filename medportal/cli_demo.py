"""Chores of the demonstration: invented data for a try. Imports stand inside commands, as in `medportal.cli`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

demo_app = typer.Typer(no_args_is_help=True, help="Invented data for a try; not in production.")


@demo_app.callback()
def demonstration() -> None:
    """Refuse in production: what is invented must not stand among what is true."""
    from medportal.settings import settings

    if not settings().demonstration:
        print("Invented data are for the demonstration only.", file=sys.stderr)
        raise typer.Exit(2)


@demo_app.command("practice")
def practice(
    account: Annotated[str | None, typer.Option(help="E-mail, phone or SNILS of an account that gets them.")] = None,
    file: Annotated[Path | None, typer.Option(dir_okay=False, help="A CSV file to write them to.")] = None,
    years: Annotated[int, typer.Option(min=1, max=40)] = 20,
    visits: Annotated[float, typer.Option(min=1, max=200, help="Visits on a working day.")] = 25,
) -> None:
    """Make years of an invented physician's practice; for an account again, they take the place of the former ones."""
    from medportal import wiring
    from medportal.features.analytics import service
    from medportal.kernel.actor import SYSTEM
    from medportal.kernel.errors import RefusedError

    if (account is None) == (file is None):
        raise typer.BadParameter("give --account or --file, one of the two")
    if file is not None:
        print(f"Rows written: {service.write_invented(SYSTEM, file, years, visits)}.")
        return
    wiring.plug(chore=True)
    try:
        count = service.invent(SYSTEM, account or "", years, visits)
    except RefusedError as refusal:
        print(refusal.text.ru, file=sys.stderr)
        raise typer.Exit(1) from None
    print(f"Visits made: {count}.")
