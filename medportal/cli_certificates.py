"""Chores about certificates. `verify` needs no database and no keys of ours: anybody can run it anywhere."""

import json
from pathlib import Path
from typing import Annotated

import typer

certificate_app = typer.Typer(no_args_is_help=True, help="Certificates of professional qualification.")


@certificate_app.command("verify")
def verify(
    token: Annotated[str, typer.Argument(help="The token from the QR code, its whole link, or the path of the PDF.")],
    keys: Annotated[Path, typer.Option(exists=True, dir_okay=False, help="The published keys, /check/keys.")],
    revoked: Annotated[
        Path | None, typer.Option(exists=True, dir_okay=False, help="The signed list, /check/revoked.")
    ] = None,
) -> None:
    """Verify a certificate offline and print one JSON object; exits with 0 only when it is valid."""
    from medportal.features.certificates.service import offline
    from medportal.kernel.actor import Actor, Role

    found = offline.verify(
        Actor(Role.VISITOR),
        offline.token_of(token),
        json.loads(keys.read_text(encoding="utf-8")),
        revoked.read_text(encoding="utf-8").strip() if revoked else None,
    )
    print(json.dumps(found, ensure_ascii=False))
    raise typer.Exit(0 if found["verdict"] == "valid" else 1)
