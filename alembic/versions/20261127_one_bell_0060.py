"""one bell: reminders keep their letters, and their lines move under the bell of all."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = '0060'
down_revision: str | None = '0030'
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

LETTERS = "INSERT INTO reminder_letter (id, account_id, key, event_id, due_on, rung, created_at, told_at, post_at, letter_key) "
NOTICES = "INSERT INTO bell_notice (id, account_id, key, kind, event_id, due_on, rung, facts, created_at, read_at, post_at, letter_key) "


def upgrade() -> None:
    """Take the step. Lines that were not read are told again by the next pass of reminders, in words that are sealed."""
    op.create_table('reminder_letter',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('account_id', sa.Uuid(), nullable=False),
    sa.Column('key', sa.String(), nullable=False),
    sa.Column('event_id', sa.Uuid(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('rung', sa.String(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('told_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('post_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('letter_key', sa.String(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reminder_letter')),
    sa.UniqueConstraint('account_id', 'key', name=op.f('uq_reminder_letter_account_id_key'))
    )
    with op.batch_alter_table('reminder_letter', schema=None) as batch_op:
        batch_op.create_index('ix_reminder_letter_account_id_id', ['account_id', 'id'], unique=False)
        batch_op.create_index('ix_reminder_letter_event_id', ['event_id'], unique=False)
        batch_op.create_index('ix_reminder_letter_post_at', ['post_at'], unique=False, sqlite_where=sa.text('post_at IS NOT NULL'), postgresql_where=sa.text('post_at IS NOT NULL'))
        batch_op.create_index('ix_reminder_letter_untold', ['id'], unique=False, sqlite_where=sa.text('told_at IS NULL'), postgresql_where=sa.text('told_at IS NULL'))

    op.execute(
        LETTERS + "SELECT id, account_id, key, event_id, due_on, rung, created_at, read_at, post_at, letter_key "
        "FROM bell_notice WHERE kind = 'reminder' AND event_id IS NOT NULL AND due_on IS NOT NULL AND rung IS NOT NULL"
    )
    op.drop_table('bell_notice')


def downgrade() -> None:
    """Take it back."""
    op.create_table('bell_notice',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('account_id', sa.Uuid(), nullable=False),
    sa.Column('key', sa.String(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('event_id', sa.Uuid(), nullable=True),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('rung', sa.String(), nullable=True),
    sa.Column('facts', sa.String(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('read_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('post_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('letter_key', sa.String(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_bell_notice')),
    sa.UniqueConstraint('account_id', 'key', name=op.f('uq_bell_notice_account_id_key'))
    )
    with op.batch_alter_table('bell_notice', schema=None) as batch_op:
        batch_op.create_index('ix_bell_notice_account_id_id', ['account_id', 'id'], unique=False)
        batch_op.create_index('ix_bell_notice_unread', ['account_id', 'read_at'], unique=False)
        batch_op.create_index('ix_bell_notice_post_at', ['post_at'], unique=False, sqlite_where=sa.text('post_at IS NOT NULL'), postgresql_where=sa.text('post_at IS NOT NULL'))

    op.execute(
        NOTICES + "SELECT id, account_id, key, 'reminder', event_id, due_on, rung, '{}', created_at, told_at, post_at, letter_key "
        "FROM reminder_letter"
    )
    op.drop_table('reminder_letter')
