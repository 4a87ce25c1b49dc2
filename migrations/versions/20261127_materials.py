"""Files that providers give to their customers after a session."""

from alembic import op

revision = "20261127_materials"
down_revision = "20261127_cards"


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute(
        """
        CREATE TABLE outcome_files (
            id bigint GENERATED ALWAYS AS IDENTITY,
            booking_id bigint NOT NULL,
            position integer NOT NULL,
            sort text NOT NULL,
            file_id text NOT NULL,
            unique_id text NOT NULL,
            name text NOT NULL,
            mime text NOT NULL,
            size integer NOT NULL,
            caption text NOT NULL,
            CONSTRAINT pk_outcome_files PRIMARY KEY (id),
            CONSTRAINT fk_outcome_files_booking_id
                FOREIGN KEY (booking_id) REFERENCES bookings (id),
            CONSTRAINT ck_outcome_files_sort CHECK (sort IN ('document', 'photo')),
            CONSTRAINT ck_outcome_files_position CHECK (position BETWEEN 0 AND 9),
            CONSTRAINT ck_outcome_files_size CHECK (size BETWEEN 0 AND 5242880),
            CONSTRAINT uq_outcome_files_booking_id_position UNIQUE (booking_id, position),
            CONSTRAINT uq_outcome_files_booking_id_unique_id UNIQUE (booking_id, unique_id)
        )
        """
    )


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute("DROP TABLE outcome_files")
