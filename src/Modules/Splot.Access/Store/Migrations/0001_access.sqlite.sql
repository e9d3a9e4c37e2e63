CREATE TABLE access_account (
    id TEXT NOT NULL CONSTRAINT PK_access_account PRIMARY KEY,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    password_hash TEXT NULL,
    totp_secret TEXT NULL,
    totp_step INTEGER NOT NULL,
    failures INTEGER NOT NULL,
    locked_until INTEGER NULL,
    created_at INTEGER NOT NULL,
    disabled_at INTEGER NULL,
    signed_in_at INTEGER NULL
);

CREATE TABLE access_grant (
    id TEXT NOT NULL CONSTRAINT PK_access_grant PRIMARY KEY,
    account_id TEXT NOT NULL,
    role TEXT NOT NULL,
    organisation_id TEXT NULL,
    unit_id TEXT NULL,
    operation_id TEXT NULL,
    from_day INTEGER NOT NULL,
    to_day INTEGER NULL,
    granted_by TEXT NULL,
    granted_at INTEGER NOT NULL
);

CREATE TABLE access_link (
    hash TEXT NOT NULL CONSTRAINT PK_access_link PRIMARY KEY,
    purpose TEXT NOT NULL,
    account_id TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    used_at INTEGER NULL,
    revoked_at INTEGER NULL
);

CREATE TABLE access_organisation (
    id TEXT NOT NULL CONSTRAINT PK_access_organisation PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    country TEXT NOT NULL,
    place TEXT NULL,
    place_path TEXT NULL,
    parent_id TEXT NULL,
    from_day INTEGER NOT NULL,
    to_day INTEGER NULL,
    end_reason TEXT NULL,
    successor_id TEXT NULL,
    email TEXT NULL,
    phone TEXT NULL,
    address TEXT NULL,
    demo INTEGER NOT NULL,
    version INTEGER NOT NULL
);

CREATE TABLE access_organisation_identifier (
    lookup TEXT NOT NULL CONSTRAINT PK_access_organisation_identifier PRIMARY KEY,
    organisation_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    CONSTRAINT FK_access_organisation_identifier_access_organisation_organisation_id FOREIGN KEY (organisation_id) REFERENCES access_organisation (id) ON DELETE CASCADE
);

CREATE TABLE access_recovery_code (
    account_id TEXT NOT NULL,
    hash TEXT NOT NULL,
    used_at INTEGER NULL,
    CONSTRAINT PK_access_recovery_code PRIMARY KEY (account_id, hash)
);

CREATE TABLE access_session (
    id TEXT NOT NULL CONSTRAINT PK_access_session PRIMARY KEY,
    account_id TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    proved_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    agent TEXT NULL,
    ended_at INTEGER NULL
);

CREATE TABLE access_stand_in (
    id TEXT NOT NULL CONSTRAINT PK_access_stand_in PRIMARY KEY,
    absent_id TEXT NOT NULL,
    stand_in_id TEXT NOT NULL,
    from_day INTEGER NOT NULL,
    to_day INTEGER NOT NULL,
    reason TEXT NOT NULL,
    created_at INTEGER NOT NULL
);

CREATE TABLE access_unit (
    id TEXT NOT NULL CONSTRAINT PK_access_unit PRIMARY KEY,
    organisation_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    phone TEXT NULL,
    email TEXT NULL,
    address TEXT NULL,
    from_day INTEGER NOT NULL,
    to_day INTEGER NULL
);

CREATE UNIQUE INDEX IX_access_account_email_key ON access_account (email_key);
CREATE INDEX IX_access_grant_account_id ON access_grant (account_id);
CREATE INDEX IX_access_grant_organisation_id ON access_grant (organisation_id);
CREATE INDEX IX_access_link_account_id ON access_link (account_id);
CREATE INDEX IX_access_organisation_name_key_id ON access_organisation (name_key, id);
CREATE INDEX IX_access_organisation_parent_id ON access_organisation (parent_id);
CREATE INDEX IX_access_organisation_place_path ON access_organisation (place_path);
CREATE INDEX IX_access_organisation_identifier_organisation_id ON access_organisation_identifier (organisation_id);
CREATE INDEX IX_access_session_account_id ON access_session (account_id);
CREATE INDEX IX_access_session_ends_at ON access_session (ends_at);
CREATE INDEX IX_access_stand_in_stand_in_id ON access_stand_in (stand_in_id);
CREATE INDEX IX_access_unit_organisation_id ON access_unit (organisation_id);
