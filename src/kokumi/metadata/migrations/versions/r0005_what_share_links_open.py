"""What a share link opens, its password and its end; existing links open what their parameters say."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns."""
    with op.batch_alter_table("shares") as table:
        table.add_column(sa.Column("opens", sa.String(20), nullable=True))
        table.add_column(sa.Column("report_id", sa.Uuid(), nullable=True))
        table.add_column(sa.Column("password_hash", sa.Text(), nullable=True))
        table.add_column(sa.Column("expires_at", sa.BigInteger(), nullable=True))
        table.create_foreign_key(
            "fk_shares_report_id", "saved_reports", ["report_id"], ["id"], ondelete="CASCADE"
        )
        table.create_index("ix_shares_report_id", ["report_id"])


def downgrade() -> None:
    """Remove the columns, and links that an older program would open further than they allow."""
    op.execute(
        """
        delete from shares
        where opens in ('statistics', 'report') or password_hash is not null or expires_at is not null
        """
    )
    with op.batch_alter_table("shares") as table:
        table.drop_index("ix_shares_report_id")
        table.drop_constraint("fk_shares_report_id", type_="foreignkey")
        for column in ("expires_at", "password_hash", "report_id", "opens"):
            table.drop_column(column)
