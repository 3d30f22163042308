"""the papers that dates are reckoned from."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0080"
down_revision: str | None = "0032"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Take the step."""
    with op.batch_alter_table("calendar_event", schema=None) as batch_op:
        batch_op.add_column(sa.Column("paper", sa.String(), nullable=True))
    with op.batch_alter_table("document_file", schema=None) as batch_op:
        batch_op.add_column(sa.Column("certificate_from", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("certificate_until", sa.Date(), nullable=True))


def downgrade() -> None:
    """Take it back."""
    with op.batch_alter_table("document_file", schema=None) as batch_op:
        batch_op.drop_column("certificate_until")
        batch_op.drop_column("certificate_from")
    with op.batch_alter_table("calendar_event", schema=None) as batch_op:
        batch_op.drop_column("paper")
