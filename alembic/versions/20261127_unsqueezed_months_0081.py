"""Keep packed months as they are on PostgreSQL; months kept before stay squeezed until they change."""

from collections.abc import Sequence

from alembic import op

revision: str = "0081"
down_revision: str | None = "0080"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Store bodies of blocks without squeezing them."""
    if op.get_context().dialect.name == "postgresql":
        op.execute("ALTER TABLE practice_block ALTER COLUMN body SET STORAGE EXTERNAL")


def downgrade() -> None:
    """Take it back."""
    if op.get_context().dialect.name == "postgresql":
        op.execute("ALTER TABLE practice_block ALTER COLUMN body SET STORAGE EXTENDED")
