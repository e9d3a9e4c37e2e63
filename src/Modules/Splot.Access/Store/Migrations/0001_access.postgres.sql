CREATE TABLE access_account (
    id text NOT NULL,
    email text NOT NULL,
    email_key text NOT NULL,
    name text NOT NULL,
    language text NOT NULL,
    password_hash text,
    totp_secret text,
    totp_step bigint NOT NULL,
    failures integer NOT NULL,
    locked_until bigint,
    created_at bigint NOT NULL,
    disabled_at bigint,
    signed_in_at bigint,
    CONSTRAINT "PK_access_account" PRIMARY KEY (id)
);

CREATE TABLE access_grant (
    id text NOT NULL,
    account_id text NOT NULL,
    role text NOT NULL,
    organisation_id text,
    unit_id text,
    operation_id text,
    from_day bigint NOT NULL,
    to_day bigint,
    granted_by text,
    granted_at bigint NOT NULL,
    CONSTRAINT "PK_access_grant" PRIMARY KEY (id)
);

CREATE TABLE access_link (
    hash text NOT NULL,
    purpose text NOT NULL,
    account_id text NOT NULL,
    created_at bigint NOT NULL,
    ends_at bigint NOT NULL,
    used_at bigint,
    revoked_at bigint,
    CONSTRAINT "PK_access_link" PRIMARY KEY (hash)
);

CREATE TABLE access_organisation (
    id text NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL,
    country text NOT NULL,
    place text,
    place_path text,
    parent_id text,
    from_day bigint NOT NULL,
    to_day bigint,
    end_reason text,
    successor_id text,
    email text,
    phone text,
    address text,
    demo boolean NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT "PK_access_organisation" PRIMARY KEY (id)
);

CREATE TABLE access_organisation_identifier (
    lookup text NOT NULL,
    organisation_id text NOT NULL,
    kind text NOT NULL,
    value text NOT NULL,
    CONSTRAINT "PK_access_organisation_identifier" PRIMARY KEY (lookup),
    CONSTRAINT "FK_access_organisation_identifier_access_organisation_organisation_id" FOREIGN KEY (organisation_id) REFERENCES access_organisation (id) ON DELETE CASCADE
);

CREATE TABLE access_recovery_code (
    account_id text NOT NULL,
    hash text NOT NULL,
    used_at bigint,
    CONSTRAINT "PK_access_recovery_code" PRIMARY KEY (account_id, hash)
);

CREATE TABLE access_session (
    id text NOT NULL,
    account_id text NOT NULL,
    created_at bigint NOT NULL,
    seen_at bigint NOT NULL,
    proved_at bigint NOT NULL,
    ends_at bigint NOT NULL,
    agent text,
    ended_at bigint,
    CONSTRAINT "PK_access_session" PRIMARY KEY (id)
);

CREATE TABLE access_stand_in (
    id text NOT NULL,
    absent_id text NOT NULL,
    stand_in_id text NOT NULL,
    from_day bigint NOT NULL,
    to_day bigint NOT NULL,
    reason text NOT NULL,
    created_at bigint NOT NULL,
    CONSTRAINT "PK_access_stand_in" PRIMARY KEY (id)
);

CREATE TABLE access_unit (
    id text NOT NULL,
    organisation_id text NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    phone text,
    email text,
    address text,
    from_day bigint NOT NULL,
    to_day bigint,
    CONSTRAINT "PK_access_unit" PRIMARY KEY (id)
);

CREATE UNIQUE INDEX "IX_access_account_email_key" ON access_account (email_key);
CREATE INDEX "IX_access_grant_account_id" ON access_grant (account_id);
CREATE INDEX "IX_access_grant_organisation_id" ON access_grant (organisation_id);
CREATE INDEX "IX_access_link_account_id" ON access_link (account_id);
CREATE INDEX "IX_access_organisation_name_key_id" ON access_organisation (name_key, id);
CREATE INDEX "IX_access_organisation_parent_id" ON access_organisation (parent_id);
CREATE INDEX "IX_access_organisation_place_path" ON access_organisation (place_path);
CREATE INDEX "IX_access_organisation_identifier_organisation_id" ON access_organisation_identifier (organisation_id);
CREATE INDEX "IX_access_session_account_id" ON access_session (account_id);
CREATE INDEX "IX_access_session_ends_at" ON access_session (ends_at);
CREATE INDEX "IX_access_stand_in_stand_in_id" ON access_stand_in (stand_in_id);
CREATE INDEX "IX_access_unit_organisation_id" ON access_unit (organisation_id);
