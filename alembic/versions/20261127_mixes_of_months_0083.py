"""What each month adds up to by each value of each dimension, reckoned from the facts that are there."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import sqlalchemy as sa
from alembic import op

revision: str = "0083"
down_revision: str | None = "0082"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

# As blocks were packed at this step: column after column, with the bytes of each value.
COLUMNS = (
    ("day", "<u2"), ("service", "<u2"), ("diagnosis", "<u2"), ("visits", "<u2"), ("no_shows", "<u2"), ("timed", "<u2"),
    ("services", "<u2"), ("rural", "<u2"), ("sick_opened", "<u2"), ("sick_closed", "<u2"), ("minutes", "<u4"),
    ("hour", "u1"), ("payment", "u1"), ("place", "u1"), ("age", "u1"), ("kind", "u1"), ("reason", "u1"),
)  # fmt: skip
# As mixes are packed at this step: the week by hours, the small dimensions, then services and diagnoses in turns.
SMALL = (("payment", 175), ("place", 185), ("age", 190), ("kind", 199), ("reason", 202))
CODES = 207


def upgrade() -> None:
    """Take the step."""
    op.create_table(
        "practice_mix",
        sa.Column("practice_id", sa.Integer(), nullable=False),
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("practice_id", "month", name=op.f("pk_practice_mix")),
    )
    bind = op.get_bind()
    if bind.dialect.name == "postgresql":
        op.execute("ALTER TABLE practice_mix ALTER COLUMN body SET STORAGE EXTERNAL")
    for practice_id in bind.execute(sa.text("SELECT DISTINCT practice_id FROM practice_month")).scalars().all():
        _fill(bind, practice_id)


def downgrade() -> None:
    """Take it back."""
    op.drop_table("practice_mix")


def _fill(bind: sa.Connection, practice_id: int) -> None:
    wanted = sa.text(
        "SELECT b.month, b.body FROM practice_block b"
        " JOIN practice_import i ON i.practice_id = b.practice_id AND i.number = b.source"
        " WHERE b.practice_id = :practice AND i.state = 'done' ORDER BY b.month"
    )
    bodies: dict[int, list[bytes]] = {}
    for month, body in bind.execute(wanted, {"practice": practice_id}):
        bodies.setdefault(month, []).append(bytes(body))
    mix = sa.table(
        "practice_mix", sa.column("practice_id", sa.Integer), sa.column("month", sa.Integer),
        sa.column("body", sa.LargeBinary),
    )  # fmt: skip
    rows = [
        {"practice_id": practice_id, "month": month, "body": _mix(_columns(these))} for month, these in bodies.items()
    ]
    if rows:
        bind.execute(sa.insert(mix), rows)


def _columns(bodies: Iterable[bytes]) -> dict[str, Any]:
    width = sum(np.dtype(kind).itemsize for _, kind in COLUMNS)
    parts: dict[str, list[Any]] = {name: [] for name, _ in COLUMNS}
    for body in bodies:
        size, offset = len(body) // width, 0
        for name, kind in COLUMNS:
            parts[name].append(np.frombuffer(body, kind, size, offset))
            offset += size * np.dtype(kind).itemsize
    return {name: np.concatenate(these).astype(np.int64) for name, these in parts.items()}


def _mix(told: dict[str, Any]) -> bytes:
    most = max(int(told["service"].max()), int(told["diagnosis"].max()))
    counts = np.zeros(CODES + 2 * most + 2, np.int64)
    np.add.at(counts, (told["day"] + 3) % 7 * 25 + told["hour"], told["visits"])
    for name, start in SMALL:
        np.add.at(counts, start + told[name], told["visits"])
    np.add.at(counts, CODES + 2 * told["service"], told["services"])
    np.add.at(counts, CODES + 1 + 2 * told["diagnosis"], told["visits"])
    # Rows without a code of a service are no service.
    counts[CODES] = 0
    places = np.flatnonzero(counts)
    return places.astype("<u4").tobytes() + counts[places].astype("<i8").tobytes()
