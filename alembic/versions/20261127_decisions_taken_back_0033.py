"""decisions that can be taken back."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0033"
down_revision: str | None = "0081"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Take the step."""
    with op.batch_alter_table("review_case", schema=None) as batch_op:
        batch_op.add_column(sa.Column("takes_effect_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.create_index("ix_review_case_takes_effect_at", ["takes_effect_at"], unique=False)


def downgrade() -> None:
    """Take it back."""
    with op.batch_alter_table("review_case", schema=None) as batch_op:
        batch_op.drop_index("ix_review_case_takes_effect_at")
        batch_op.drop_column("takes_effect_at")
