"""plans that were not looked at for long are found by an index."""

from collections.abc import Sequence

from alembic import op

revision: str = "0082"
down_revision: str | None = "0033"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Take the step."""
    with op.batch_alter_table("calendar_stamp", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_calendar_stamp_planned_on"), ["planned_on"], unique=False)


def downgrade() -> None:
    """Take it back."""
    with op.batch_alter_table("calendar_stamp", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_calendar_stamp_planned_on"))
