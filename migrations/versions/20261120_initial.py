"""The first tables: who offers what and when, bookings, notifications, talks."""

from alembic import op

revision = "20261120_initial"
down_revision = None

TABLES = (
    "invites",
    "conversations",
    "dead_letters",
    "failed_updates",
    "updates",
    "notifications",
    "booking_events",
    "bookings",
    "sessions",
    "date_overrides",
    "weekly_windows",
    "provider_services",
    "services",
    "providers",
    "admins",
    "people",
    "organizations",
)


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute("CREATE EXTENSION IF NOT EXISTS btree_gist")
    for statement in STATEMENTS.split(";"):
        op.execute(statement)


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    for table in TABLES:
        op.execute(f"DROP TABLE {table}")


STATEMENTS = """
CREATE TABLE organizations (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    slug TEXT NOT NULL,
    name TEXT NOT NULL,
    zone TEXT NOT NULL,
    currency CHAR(3) NOT NULL,
    languages TEXT[] NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT pk_organizations PRIMARY KEY (id),
    CONSTRAINT uq_organizations_slug UNIQUE (slug)
);

CREATE TABLE people (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    telegram_id BIGINT NOT NULL,
    first_name TEXT NOT NULL,
    last_name TEXT NOT NULL,
    language TEXT NOT NULL,
    zone TEXT,
    leads INTEGER[],
    reachable BOOLEAN NOT NULL,
    unreachable_since TIMESTAMPTZ,
    met_at TIMESTAMPTZ,
    CONSTRAINT pk_people PRIMARY KEY (id),
    CONSTRAINT uq_people_telegram_id UNIQUE (telegram_id)
);

CREATE TABLE admins (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    organization_id BIGINT,
    person_id BIGINT NOT NULL,
    owner BOOLEAN NOT NULL,
    permissions TEXT[] NOT NULL,
    CONSTRAINT pk_admins PRIMARY KEY (id),
    CONSTRAINT uq_admins_organization_id_person_id
        UNIQUE NULLS NOT DISTINCT (organization_id, person_id),
    CONSTRAINT fk_admins_organization_id FOREIGN KEY(organization_id) REFERENCES organizations (id),
    CONSTRAINT fk_admins_person_id FOREIGN KEY(person_id) REFERENCES people (id)
);

CREATE INDEX ix_admins_person_id ON admins (person_id);

CREATE TABLE providers (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    organization_id BIGINT NOT NULL,
    person_id BIGINT,
    slug TEXT NOT NULL,
    name TEXT NOT NULL,
    business_type TEXT NOT NULL,
    zone TEXT NOT NULL,
    status TEXT NOT NULL,
    active BOOLEAN NOT NULL,
    bio JSON,
    address TEXT NOT NULL,
    phone TEXT NOT NULL,
    rating_mean DOUBLE PRECISION NOT NULL,
    rating_count INTEGER NOT NULL,
    position INTEGER NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT pk_providers PRIMARY KEY (id),
    CONSTRAINT uq_providers_organization_id_slug UNIQUE (organization_id, slug),
    CONSTRAINT ck_providers_business_type
        CHECK (business_type IN ('coach', 'consultant', 'doctor', 'other', 'salon', 'studio',
        'tutor')),
    CONSTRAINT ck_providers_status
        CHECK (status IN ('applied', 'approved', 'declined', 'suspended')),
    CONSTRAINT fk_providers_organization_id
        FOREIGN KEY(organization_id) REFERENCES organizations (id),
    CONSTRAINT fk_providers_person_id FOREIGN KEY(person_id) REFERENCES people (id)
);

CREATE INDEX ix_providers_person_id ON providers (person_id);

CREATE TABLE services (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    organization_id BIGINT NOT NULL,
    slug TEXT NOT NULL,
    title JSON NOT NULL,
    description JSON,
    duration_minutes INTEGER NOT NULL,
    interval_minutes INTEGER NOT NULL,
    before_minutes INTEGER NOT NULL,
    after_minutes INTEGER NOT NULL,
    notice_minutes INTEGER NOT NULL,
    horizon_days INTEGER NOT NULL,
    price_amount BIGINT NOT NULL,
    currency CHAR(3) NOT NULL,
    approval BOOLEAN NOT NULL,
    format TEXT NOT NULL,
    place TEXT NOT NULL,
    active BOOLEAN NOT NULL,
    position INTEGER NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT pk_services PRIMARY KEY (id),
    CONSTRAINT uq_services_organization_id_slug UNIQUE (organization_id, slug),
    CONSTRAINT ck_services_format CHECK (format IN ('chat', 'in_person', 'phone', 'video')),
    CONSTRAINT ck_services_lasts CHECK (duration_minutes > 0 AND interval_minutes > 0),
    CONSTRAINT ck_services_not_negative
        CHECK (least(before_minutes, after_minutes, notice_minutes, horizon_days) >= 0),
    CONSTRAINT fk_services_organization_id
        FOREIGN KEY(organization_id) REFERENCES organizations (id)
);

CREATE TABLE provider_services (
    provider_id BIGINT NOT NULL,
    service_id BIGINT NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT pk_provider_services PRIMARY KEY (provider_id, service_id),
    CONSTRAINT fk_provider_services_provider_id FOREIGN KEY(provider_id) REFERENCES providers (id),
    CONSTRAINT fk_provider_services_service_id FOREIGN KEY(service_id) REFERENCES services (id)
);

CREATE INDEX ix_provider_services_service_id ON provider_services (service_id);

CREATE TABLE weekly_windows (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    provider_id BIGINT NOT NULL,
    weekday SMALLINT NOT NULL,
    start_minute SMALLINT NOT NULL,
    end_minute SMALLINT NOT NULL,
    valid_from DATE,
    valid_until DATE,
    CONSTRAINT pk_weekly_windows PRIMARY KEY (id),
    CONSTRAINT ck_weekly_windows_weekday CHECK (weekday BETWEEN 0 AND 6),
    CONSTRAINT ck_weekly_windows_start_minute CHECK (start_minute BETWEEN 0 AND 1439),
    CONSTRAINT ck_weekly_windows_end_minute CHECK (end_minute BETWEEN 0 AND 1440),
    CONSTRAINT ck_weekly_windows_valid CHECK (valid_from <= valid_until),
    CONSTRAINT fk_weekly_windows_provider_id FOREIGN KEY(provider_id) REFERENCES providers (id)
);

CREATE INDEX ix_weekly_windows_provider_id ON weekly_windows (provider_id);

CREATE TABLE date_overrides (
    provider_id BIGINT NOT NULL,
    on_date DATE NOT NULL,
    windows JSONB NOT NULL,
    CONSTRAINT pk_date_overrides PRIMARY KEY (provider_id, on_date),
    CONSTRAINT fk_date_overrides_provider_id FOREIGN KEY(provider_id) REFERENCES providers (id)
);

CREATE TABLE sessions (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    provider_id BIGINT NOT NULL,
    service_id BIGINT NOT NULL,
    starts_at TIMESTAMPTZ NOT NULL,
    ends_at TIMESTAMPTZ NOT NULL,
    blocked TSTZRANGE NOT NULL,
    capacity INTEGER DEFAULT 1 NOT NULL,
    live BOOLEAN NOT NULL,
    CONSTRAINT pk_sessions PRIMARY KEY (id),
    CONSTRAINT uq_sessions_id_capacity UNIQUE (id, capacity),
    CONSTRAINT ck_sessions_blocked CHECK (blocked @> tstzrange(starts_at, ends_at)),
    CONSTRAINT ck_sessions_lasts CHECK (starts_at < ends_at),
    CONSTRAINT ck_sessions_capacity CHECK (capacity > 0),
    CONSTRAINT sessions_no_overlap
        EXCLUDE USING gist (provider_id WITH =, blocked WITH &&) WHERE (live),
    CONSTRAINT fk_sessions_provider_id FOREIGN KEY(provider_id) REFERENCES providers (id),
    CONSTRAINT fk_sessions_service_id FOREIGN KEY(service_id) REFERENCES services (id)
);

CREATE TABLE bookings (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    reference TEXT NOT NULL,
    session_id BIGINT NOT NULL,
    capacity INTEGER NOT NULL,
    seat INTEGER NOT NULL,
    provider_id BIGINT NOT NULL,
    service_id BIGINT NOT NULL,
    customer_id BIGINT NOT NULL,
    status TEXT NOT NULL,
    starts_at TIMESTAMPTZ NOT NULL,
    ends_at TIMESTAMPTZ NOT NULL,
    zone TEXT NOT NULL,
    title JSON NOT NULL,
    price_amount BIGINT NOT NULL,
    currency CHAR(3) NOT NULL,
    format TEXT NOT NULL,
    place TEXT NOT NULL,
    note TEXT NOT NULL,
    reason TEXT NOT NULL,
    coming JSONB NOT NULL,
    version INTEGER NOT NULL,
    hold_until TIMESTAMPTZ,
    created_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT pk_bookings PRIMARY KEY (id),
    CONSTRAINT fk_bookings_session_id_capacity
        FOREIGN KEY(session_id, capacity) REFERENCES sessions (id, capacity),
    CONSTRAINT ck_bookings_status
        CHECK (status IN ('cancelled', 'completed', 'confirmed', 'declined', 'expired', 'held',
        'in_progress', 'no_show', 'pending', 'pending_payment')),
    CONSTRAINT ck_bookings_format CHECK (format IN ('chat', 'in_person', 'phone', 'video')),
    CONSTRAINT ck_bookings_seat CHECK (seat >= 0 AND seat < capacity),
    CONSTRAINT ck_bookings_lasts CHECK (starts_at < ends_at),
    CONSTRAINT ck_bookings_hold_until CHECK (status <> 'held' OR hold_until IS NOT NULL),
    CONSTRAINT uq_bookings_reference UNIQUE (reference),
    CONSTRAINT fk_bookings_provider_id FOREIGN KEY(provider_id) REFERENCES providers (id),
    CONSTRAINT fk_bookings_service_id FOREIGN KEY(service_id) REFERENCES services (id),
    CONSTRAINT fk_bookings_customer_id FOREIGN KEY(customer_id) REFERENCES people (id)
);

CREATE UNIQUE INDEX bookings_one_hold ON bookings (customer_id) WHERE status = 'held';

CREATE UNIQUE INDEX bookings_one_live_seat ON bookings (session_id, seat)
    WHERE status IN ('confirmed', 'held', 'in_progress', 'pending', 'pending_payment');

CREATE INDEX ix_bookings_customer_id_starts_at ON bookings (customer_id, starts_at);

CREATE INDEX ix_bookings_hold_until ON bookings (hold_until) WHERE status IN ('held', 'pending');

CREATE INDEX ix_bookings_provider_id_starts_at ON bookings (provider_id, starts_at);

CREATE TABLE booking_events (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    booking_id BIGINT NOT NULL,
    before TEXT,
    after TEXT NOT NULL,
    role TEXT NOT NULL,
    person_id BIGINT,
    at TIMESTAMPTZ NOT NULL,
    reason TEXT NOT NULL,
    CONSTRAINT pk_booking_events PRIMARY KEY (id),
    CONSTRAINT ck_booking_events_role CHECK (role IN ('admin', 'customer', 'provider', 'system')),
    CONSTRAINT fk_booking_events_booking_id FOREIGN KEY(booking_id) REFERENCES bookings (id),
    CONSTRAINT fk_booking_events_person_id FOREIGN KEY(person_id) REFERENCES people (id)
);

CREATE INDEX ix_booking_events_booking_id ON booking_events (booking_id);

CREATE TABLE notifications (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    booking_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    side TEXT NOT NULL,
    recipient_id BIGINT NOT NULL,
    channel TEXT NOT NULL,
    version INTEGER NOT NULL,
    lead_minutes INTEGER,
    due_at TIMESTAMPTZ NOT NULL,
    state TEXT NOT NULL,
    lease_until TIMESTAMPTZ,
    attempts INTEGER NOT NULL,
    perhaps_sent BOOLEAN NOT NULL,
    message_id BIGINT,
    sent_at TIMESTAMPTZ,
    error TEXT NOT NULL,
    CONSTRAINT pk_notifications PRIMARY KEY (id),
    CONSTRAINT ck_notifications_kind
        CHECK (kind IN ('booked', 'cancelled', 'confirmed', 'declined', 'expired', 'nudge',
        'reminder', 'requested', 'sent')),
    CONSTRAINT ck_notifications_side CHECK (side IN ('customer', 'provider')),
    CONSTRAINT ck_notifications_channel CHECK (channel IN ('chat')),
    CONSTRAINT ck_notifications_state
        CHECK (state IN ('cancelled', 'failed', 'pending', 'sending', 'sent', 'uncertain')),
    CONSTRAINT ck_notifications_lease_until CHECK ((state = 'sending') = (lease_until IS NOT NULL)),
    CONSTRAINT notifications_once
        UNIQUE NULLS NOT DISTINCT (booking_id, kind, version, recipient_id, side, channel,
        lead_minutes),
    CONSTRAINT fk_notifications_booking_id FOREIGN KEY(booking_id) REFERENCES bookings (id),
    CONSTRAINT fk_notifications_recipient_id FOREIGN KEY(recipient_id) REFERENCES people (id)
);

CREATE INDEX ix_notifications_due_at ON notifications (due_at) WHERE state = 'pending';

CREATE INDEX ix_notifications_lease_until ON notifications (lease_until) WHERE state = 'sending';

CREATE INDEX ix_notifications_recipient_id ON notifications (recipient_id) WHERE state = 'pending';

CREATE TABLE updates (
    update_id BIGINT NOT NULL,
    received_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT pk_updates PRIMARY KEY (update_id)
);

CREATE TABLE failed_updates (
    update_id BIGINT NOT NULL,
    attempts INTEGER NOT NULL,
    failed_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT pk_failed_updates PRIMARY KEY (update_id)
);

CREATE TABLE dead_letters (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    update_id BIGINT NOT NULL,
    reference TEXT NOT NULL,
    error TEXT NOT NULL,
    payload_kind TEXT NOT NULL,
    buried_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT pk_dead_letters PRIMARY KEY (id),
    CONSTRAINT uq_dead_letters_reference UNIQUE (reference)
);

CREATE TABLE conversations (
    chat_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    states JSONB NOT NULL,
    draft JSONB NOT NULL,
    screen_id BIGINT,
    touched_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT pk_conversations PRIMARY KEY (chat_id, person_id),
    CONSTRAINT fk_conversations_person_id FOREIGN KEY(person_id) REFERENCES people (id)
);

CREATE TABLE invites (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    token_hash BYTEA NOT NULL,
    kind TEXT NOT NULL,
    provider_id BIGINT,
    expires_at TIMESTAMPTZ,
    used_at TIMESTAMPTZ,
    used_by BIGINT,
    CONSTRAINT pk_invites PRIMARY KEY (id),
    CONSTRAINT ck_invites_kind CHECK (kind IN ('ownership', 'provider')),
    CONSTRAINT ck_invites_provider_id CHECK ((kind = 'provider') = (provider_id IS NOT NULL)),
    CONSTRAINT ck_invites_used CHECK ((used_at IS NULL) = (used_by IS NULL)),
    CONSTRAINT uq_invites_token_hash UNIQUE (token_hash),
    CONSTRAINT fk_invites_provider_id FOREIGN KEY(provider_id) REFERENCES providers (id),
    CONSTRAINT fk_invites_used_by FOREIGN KEY(used_by) REFERENCES people (id)
)
"""
