"""Erasures that wait, the process that works on them, and how long a website keeps its events."""

from __future__ import annotations

from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables and the column; deletions that were interrupted become erasures that wait."""
    op.add_column("websites", sa.Column("retention_days", sa.BigInteger(), nullable=True))
    erasures = op.create_table(
        "erasures",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("website_id", sa.Uuid(), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=True),
        sa.Column("before", sa.BigInteger(), nullable=True),
        sa.Column("requested_at", sa.BigInteger(), nullable=False),
        sa.Column("batch", sa.Uuid(), nullable=True),
        sa.Column("attempts", sa.BigInteger(), nullable=False),
        sa.Column("retry_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_erasures"),
    )
    op.create_index("ix_erasures_website_id", "erasures", ["website_id"])
    op.create_index("ix_erasures_batch", "erasures", ["batch"])
    work = op.create_table(
        "background_work",
        sa.Column("name", sa.String(20), nullable=False),
        sa.Column("holder", sa.Uuid(), nullable=True),
        sa.Column("held_until", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_background_work"),
    )
    op.bulk_insert(work, [{"name": "erase", "holder": None, "held_until": 0}])
    websites = sa.table("websites", sa.column("id", sa.Uuid()), sa.column("deleted_at", sa.BigInteger()))
    marked = op.get_bind().execute(sa.select(websites).where(websites.c.deleted_at.is_not(None)))
    waiting = [
        {
            "id": uuid4(),
            "website_id": website_id,
            "requested_at": deleted_at,
            "attempts": 0,
            "retry_at": 0,
        }
        for website_id, deleted_at in marked
    ]
    if waiting:
        op.bulk_insert(erasures, waiting)


def downgrade() -> None:
    """Drop them; websites that are marked as deleted stay marked, and an earlier program erases them."""
    op.drop_table("background_work")
    op.drop_table("erasures")
    op.drop_column("websites", "retention_days")
