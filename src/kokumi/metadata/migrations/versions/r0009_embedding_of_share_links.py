"""The origins whose pages may show a share link in a frame; no page may show the links that exist."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    op.add_column("shares", sa.Column("embed_origins", sa.JSON(), nullable=True))


def downgrade() -> None:
    """Remove it. An earlier program lets nobody show a link in a frame."""
    op.drop_column("shares", "embed_origins")
