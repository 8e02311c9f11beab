"""Wrong guesses at slugs, access codes and passwords of links, counted for all server processes together."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "guesses",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("address", sa.String(64), nullable=False),
        sa.Column("subject", sa.String(64), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_guesses"),
    )
    op.create_index("ix_guesses_address_at", "guesses", ["address", "at"])
    op.create_index("ix_guesses_subject_at", "guesses", ["subject", "at"])
    op.create_index("ix_guesses_at", "guesses", ["at"])


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("guesses")
