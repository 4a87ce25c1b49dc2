"""What Alembic runs: our migrations, on the connection that storage/migrations.py hands in."""

from alembic import context

import storage.tables  # noqa: F401  # it fills the metadata
from storage.columns import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    compare_server_default=True,
)
with context.begin_transaction():
    context.run_migrations()
