"""Chores for people and cron. Imports stand inside commands: a chore should not wait for parts it does not use."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from medportal import cli_documents
from medportal.cli_certificates import certificate_app
from medportal.cli_demo import demo_app

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="MedPortal: serve it, and keep it in order.",
)
keys_app = typer.Typer(no_args_is_help=True, help="Keys that seal personal data.")
audit_app = typer.Typer(no_args_is_help=True, help="The log of deeds.")
staff_app = typer.Typer(no_args_is_help=True, help="People who work in the portal.")
app.add_typer(keys_app, name="keys")
app.add_typer(audit_app, name="audit")
cli_documents.add_to(app)
app.add_typer(staff_app, name="staff")
app.add_typer(demo_app, name="demo")
app.add_typer(certificate_app, name="certificate")


@app.command()
def serve() -> None:
    """Migrate, build the frontend if need be, and serve."""
    from medportal.server import serve as run

    run()


@app.command()
def build(force: Annotated[bool, typer.Option(help="Build even if nothing changed.")] = False) -> None:
    """Build the frontend if anything it is made of has changed."""
    from medportal import frontend

    frontend.build(force=force)


@app.command()
def migrate() -> None:
    """Bring the database to the newest schema."""
    from medportal.infra.migrate import upgrade
    from medportal.settings import settings

    done = upgrade(settings().database_url)
    print("The database was migrated." if done else "The database is up to date.")


@app.command()
def work(threads: Annotated[int, typer.Option(min=1, max=64)] = 4) -> None:
    """Work off jobs in this process; for portals that run on Redis."""
    from medportal import wiring
    from medportal.infra import jobs

    wiring.plug(chore=True)
    jobs.run_worker(threads)


@app.command()
def remind(
    day: Annotated[str | None, typer.Option("--date", help="ГГГГ-ММ-ДД; today's moment when left out.")] = None,
) -> None:
    """Give the reminders of a day, each once; harmless twice."""
    from datetime import date

    from medportal import wiring
    from medportal.features.attestations import service
    from medportal.kernel.actor import SYSTEM

    try:
        chosen = date.fromisoformat(day) if day else None
    except ValueError:
        raise typer.BadParameter("the date looks like 2027-01-31") from None
    wiring.plug(chore=True)
    report = service.remind(SYSTEM, chosen)
    print(f"Due: {report.found}, reminded: {report.reminded}, letters: {report.posted}, failed: {report.failed}.")
    raise typer.Exit(1 if report.failed else 0)


@app.command()
def registers(
    port: Annotated[int, typer.Option(min=1, max=65535)] = 8100, host: Annotated[str, typer.Option()] = "127.0.0.1"
) -> None:
    """Serve the demonstration registers alone, with faults on demand."""
    from medportal.demonstration.registers.serving import serve as run

    run(host, port)


@app.command()
def check(
    kind: Annotated[str, typer.Argument(help="What it is: snils, inn12, ogrn, passport_mrz …")],
    value: Annotated[str | None, typer.Argument(help="The value; `-` reads it from standard input.")] = None,
    file: Annotated[
        Path | None,
        typer.Option(
            exists=True, dir_okay=False, help="A CSV file in UTF-8: its first column is checked, a line a row."
        ),
    ] = None,
    birth: Annotated[str | None, typer.Option(help="ГГГГ-ММ-ДД, for a policy number.")] = None,
    sex: Annotated[str | None, typer.Option(help="M or F, for a policy number.")] = None,
) -> None:
    """Check an identifier and print one JSON object a value; exits with 1 when any is not valid."""
    from medportal.kernel.identifiers import KINDS, as_json, judge

    if kind not in KINDS:
        raise typer.BadParameter(f"unknown kind {kind!r}; known: {', '.join(sorted(KINDS))}")
    facts = {name: given for name, given in (("birth", birth), ("sex", sex)) if given}
    valid = True
    for one in _values(value, file):
        judgement = judge(kind, one, **facts)
        valid = valid and judgement.valid
        print(json.dumps(as_json(judgement), ensure_ascii=False))
    raise typer.Exit(0 if valid else 1)


def _values(value: str | None, file: Path | None) -> Iterator[str]:
    if (value is None) == (file is None):
        raise typer.BadParameter("give a value or --file, one of the two")
    if file is not None:
        import csv

        try:
            with file.open(encoding="utf-8-sig", newline="") as rows:
                for row in csv.reader(rows):
                    yield row[0] if row else ""
        except (UnicodeDecodeError, csv.Error) as error:
            raise typer.BadParameter("the file is not CSV in UTF-8: save it as such") from error
    elif value is not None:
        # A shell cannot easily hand over a line break: the two characters \n stand for one.
        yield (sys.stdin.read().rstrip("\n") if value == "-" else value).replace("\\n", "\n")


@keys_app.command("rotate")
def keys_rotate() -> None:
    """Seal everything anew with the newest key; harmless twice, and may be interrupted."""
    from medportal import wiring
    from medportal.infra import shelf, vault

    wiring.plug(chore=True)
    count = vault.rotate_all()
    try:
        files = shelf.rotate()
    except shelf.ShelfTroubleError as trouble:
        print(f"Sealed anew: {count} values. {trouble}: run it again; keep the old keys until then.", file=sys.stderr)
        raise typer.Exit(2) from None
    print(f"Sealed anew: {count} values, {files} files. Old keys may now be taken out of MEDPORTAL_VAULT_KEYS.")


@keys_app.command("new")
def keys_new() -> None:
    """Print a fresh key."""
    from medportal.infra.keys import new_key

    print(new_key())


@keys_app.command("issuer")
def keys_issuer() -> None:
    """Print a fresh key that signs certificates, in PEM, on one line as an environment takes it."""
    from medportal.infra.issuer import new_pem

    print(new_pem().strip().replace("\n", "\\n"))


@audit_app.command("verify")
def audit_verify() -> None:
    """Verify the chain of the log of deeds; exits with 1 when it is broken."""
    from medportal import wiring
    from medportal.infra import audit
    from medportal.infra.db import reading

    wiring.plug(chore=True)
    with reading() as uow:
        report = audit.verify(uow)
    print(json.dumps({"ok": report.ok, "length": report.length, "broken_at": report.broken_at}))
    raise typer.Exit(0 if report.ok else 1)


@staff_app.command("add")
def staff_add(
    email: Annotated[str, typer.Argument(help="Where the person is reached.")],
    role: Annotated[str, typer.Option(help="verifier, operator, support or administrator")] = "verifier",
    english: Annotated[bool, typer.Option("--english", help="Write to the person in English.")] = False,
) -> None:
    """Create an account for a member of staff and print the link by which the password is set, once."""
    from medportal import wiring
    from medportal.features.accounts import service
    from medportal.kernel.actor import SYSTEM, Role
    from medportal.kernel.errors import RefusedError

    staff = {Role.VERIFIER, Role.OPERATOR, Role.SUPPORT, Role.ADMINISTRATOR}
    if role not in staff:
        raise typer.BadParameter(f"roles: {', '.join(sorted(staff))}")
    wiring.plug(chore=True)
    try:
        invitation = service.add_staff(SYSTEM, email, Role(role), "en" if english else "ru")
    except RefusedError as refusal:
        print(refusal.text.ru, file=sys.stderr)
        raise typer.Exit(1) from None
    print(invitation.link)


@staff_app.command("reset-factor")
def staff_reset_factor(email: Annotated[str, typer.Argument(help="The person's e-mail.")]) -> None:
    """Forget the device that makes a person's codes: all sessions end, and the next sign-in asks for a new device."""
    from medportal import wiring
    from medportal.features.accounts import service
    from medportal.kernel.actor import SYSTEM
    from medportal.kernel.errors import RefusedError

    wiring.plug(chore=True)
    try:
        service.reset_factor(SYSTEM, email)
    except RefusedError as refusal:
        print(refusal.text.ru, file=sys.stderr)
        raise typer.Exit(1) from None
    print("The device is forgotten; the next sign-in asks for a new one.")


def main() -> None:
    """Run a command; a fault of the set-up is one sentence, not a traceback."""
    from medportal.frontend import BuildError
    from medportal.infra.errors import SetupError

    try:
        app()
    except (SetupError, BuildError) as error:
        print(error, file=sys.stderr)
        sys.exit(2)
