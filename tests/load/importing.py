"""A million rows of CSV taken in, in a process that holds what a worker holds and nothing of the tests."""

import json
import os
import subprocess
import sys
import time
from base64 import b64encode
from pathlib import Path
from uuid import uuid4

import medportal.features.analytics.jobs
import medportal.tables  # noqa: F401
from medportal.features.analytics import models, ports, service
from medportal.features.analytics.adapters.apart import OpenerApart
from medportal.features.analytics.schemas.imports import ImportState
from medportal.infra import db, jobs, shelf, vault
from medportal.kernel.actor import Actor, Role

ROWS = 1_000_000


def _import_here(folder: Path) -> dict[str, float]:
    """Write the file, take it in, and tell how it went."""
    file = folder / "visits.csv"
    _write(file)
    shelf.use(shelf.FolderStore(folder / "files"))
    ports.opener.plug(OpenerApart())
    vault.open_vault(f"k1:{_key()}", _key())
    jobs.use_memory()
    db.use(db.open_database(f"sqlite:///{folder}/import.db"))
    models.Practice.metadata.create_all(db.engine())
    actor = Actor(Role.DOCTOR, uuid4())
    before = _memory()
    start, work = time.perf_counter(), time.process_time()
    with file.open("rb") as source:
        import_id = service.receive(actor, file.name, iter(lambda: source.read(1 << 18), b""))
    jobs.work_off()
    service.put_mapping(actor, import_id, service.preview(actor, import_id).mapping)
    jobs.work_off()
    spent, worked = time.perf_counter() - start, time.process_time() - work
    seen = service.view(actor, import_id)
    assert (seen.state, seen.taken) == (ImportState.DONE, ROWS), seen
    return {"rate": ROWS / spent, "rate_of_work": ROWS / worked, "memory": _memory(), "before": before}


def _key() -> str:
    return b64encode(os.urandom(32)).decode()


def _memory() -> float:
    """Most memory so far, MB; what `getrusage` tells is handed down from whoever started this process."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def _write(file: Path) -> None:
    """Rows of invented years, over and over under new numbers until there are enough."""
    lines = file.with_suffix(".years")
    subprocess.run(
        [
            sys.executable,
            "-c",
            f"from pathlib import Path; from medportal.features.analytics import service; from medportal.kernel.actor import SYSTEM; service.write_invented(SYSTEM, Path({str(lines)!r}))",
        ],
        check=True,
        env={**os.environ},
    )
    with lines.open(encoding="utf-8-sig") as source, file.open("w", encoding="utf-8") as target:
        target.write(source.readline())
        start, count, turn = source.tell(), 0, 0
        while count < ROWS:
            source.seek(start)
            turn += 1
            while count < ROWS and (line := source.readline()):
                target.write(f"{turn}-{line}")
                count += 1


if __name__ == "__main__":
    print(json.dumps(_import_here(Path(sys.argv[1]))))
