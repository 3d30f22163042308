"""facts followed once."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from alembic import op

revision: str = "0004"
down_revision: str | None = "0084"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

_moment = sa.DateTime(timezone=True)
_mark = sa.table(
    "fact_mark",
    sa.column("changed_at", _moment),
    sa.column("changes", sa.Integer()),
    sa.column("followed", sa.Integer()),
    sa.column("sweep_at", _moment),
)


def upgrade() -> None:
    """Take the step. What changed within the last day may not have been followed: the sweep looks at it once."""
    now = datetime.now(UTC)
    with op.batch_alter_table("fact_mark", schema=None) as batch_op:
        for name in ("changes", "followed", "failures"):
            batch_op.add_column(sa.Column(name, sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("sweep_at", _moment, nullable=True))
        batch_op.add_column(sa.Column("rests_until", _moment, nullable=True))
    op.execute(sa.update(_mark).where(_mark.c.changed_at > now - timedelta(days=1)).values(changes=1, sweep_at=now))
    with op.batch_alter_table("fact_mark", schema=None) as batch_op:
        for name in ("changes", "followed", "failures"):
            batch_op.alter_column(name, existing_type=sa.Integer(), existing_nullable=False, server_default=None)
        batch_op.drop_index(batch_op.f("ix_fact_mark_changed_at"))
        batch_op.drop_column("changed_at")
        batch_op.create_index(batch_op.f("ix_fact_mark_sweep_at"), ["sweep_at"], unique=False)


def downgrade() -> None:
    """Take it back: every mark is as young as this moment."""
    with op.batch_alter_table("fact_mark", schema=None) as batch_op:
        batch_op.add_column(sa.Column("changed_at", _moment, nullable=True))
    op.execute(sa.update(_mark).values(changed_at=datetime.now(UTC)))
    with op.batch_alter_table("fact_mark", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_fact_mark_sweep_at"))
        batch_op.alter_column("changed_at", existing_type=_moment, nullable=False)
        batch_op.create_index(batch_op.f("ix_fact_mark_changed_at"), ["changed_at"], unique=False)
        for name in ("rests_until", "sweep_at", "failures", "followed", "changes"):
            batch_op.drop_column(name)
