"""The operator's exchange rates."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "rates",
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("day", sa.BigInteger(), nullable=False),
        sa.Column("value", sa.String(40), nullable=False),
        sa.PrimaryKeyConstraint("currency", "day", name="pk_rates"),
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_table("rates")
