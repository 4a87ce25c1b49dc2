"""Every rule of a week: hours by service, extra openings, time off, holidays, caps and seats."""

from alembic import op

revision = "20261122_week_rules"
down_revision = "20261121_calendar_feeds"


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute(
        """
        ALTER TABLE services
            ADD COLUMN most_a_day INTEGER,
            ADD COLUMN capacity INTEGER NOT NULL DEFAULT 1,
            ADD COLUMN hours JSONB,
            ADD CONSTRAINT ck_services_caps CHECK (most_a_day > 0 AND capacity > 0)
        """
    )
    op.execute(
        """
        ALTER TABLE providers
            ADD COLUMN most_a_day INTEGER,
            ADD CONSTRAINT ck_providers_most_a_day CHECK (most_a_day > 0)
        """
    )
    op.execute(
        """
        ALTER TABLE weekly_windows
            ADD COLUMN service_id BIGINT,
            ADD CONSTRAINT fk_weekly_windows_service_id
                FOREIGN KEY(service_id) REFERENCES services (id)
        """
    )
    op.execute(
        """
        CREATE TABLE date_openings (
            id BIGINT GENERATED ALWAYS AS IDENTITY,
            provider_id BIGINT NOT NULL,
            on_date DATE NOT NULL,
            start_minute SMALLINT NOT NULL,
            end_minute SMALLINT NOT NULL,
            CONSTRAINT pk_date_openings PRIMARY KEY (id),
            CONSTRAINT fk_date_openings_provider_id
                FOREIGN KEY(provider_id) REFERENCES providers (id),
            CONSTRAINT ck_date_openings_start_minute CHECK (start_minute BETWEEN 0 AND 1439),
            CONSTRAINT ck_date_openings_end_minute CHECK (end_minute BETWEEN 0 AND 1440)
        )
        """
    )
    op.execute(
        "CREATE INDEX ix_date_openings_provider_id_on_date ON date_openings (provider_id, on_date)"
    )
    op.execute(
        """
        CREATE TABLE closures (
            id BIGINT GENERATED ALWAYS AS IDENTITY,
            provider_id BIGINT NOT NULL,
            first_date DATE NOT NULL,
            last_date DATE NOT NULL,
            start_minute SMALLINT NOT NULL,
            end_minute SMALLINT NOT NULL,
            reason TEXT NOT NULL,
            created_at TIMESTAMP WITH TIME ZONE NOT NULL,
            CONSTRAINT pk_closures PRIMARY KEY (id),
            CONSTRAINT fk_closures_provider_id
                FOREIGN KEY(provider_id) REFERENCES providers (id),
            CONSTRAINT ck_closures_start_minute CHECK (start_minute BETWEEN 0 AND 1439),
            CONSTRAINT ck_closures_end_minute CHECK (end_minute BETWEEN 0 AND 1440),
            CONSTRAINT ck_closures_lasts
                CHECK ((last_date, end_minute) > (first_date, start_minute))
        )
        """
    )
    op.execute(
        "CREATE INDEX ix_closures_provider_id_last_date ON closures (provider_id, last_date)"
    )
    op.execute(
        """
        CREATE TABLE holidays (
            organization_id BIGINT NOT NULL,
            on_date DATE NOT NULL,
            name TEXT NOT NULL,
            CONSTRAINT pk_holidays PRIMARY KEY (organization_id, on_date),
            CONSTRAINT fk_holidays_organization_id
                FOREIGN KEY(organization_id) REFERENCES organizations (id)
        )
        """
    )


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute("DROP TABLE holidays")
    op.execute("DROP TABLE closures")
    op.execute("DROP TABLE date_openings")
    op.execute("DELETE FROM weekly_windows WHERE service_id IS NOT NULL")
    op.execute("ALTER TABLE weekly_windows DROP COLUMN service_id")
    op.execute("ALTER TABLE providers DROP COLUMN most_a_day")
    op.execute(
        "ALTER TABLE services DROP COLUMN most_a_day, DROP COLUMN capacity, DROP COLUMN hours"
    )
