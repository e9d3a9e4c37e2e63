CREATE TABLE access_passkey (
    id TEXT NOT NULL CONSTRAINT PK_access_passkey PRIMARY KEY,
    account_id TEXT NOT NULL,
    credential_id TEXT NOT NULL,
    public_key BLOB NOT NULL,
    sign_count INTEGER NOT NULL,
    transports TEXT NOT NULL,
    backup_eligible INTEGER NOT NULL,
    backed_up INTEGER NOT NULL,
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    used_at INTEGER NULL
);

CREATE TABLE access_spent_challenge (
    hash TEXT NOT NULL CONSTRAINT PK_access_spent_challenge PRIMARY KEY,
    ends_at INTEGER NOT NULL
);

CREATE TABLE access_link_anew (
    id TEXT NOT NULL CONSTRAINT PK_access_link PRIMARY KEY,
    hash TEXT NOT NULL,
    purpose TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    recipient TEXT NULL,
    once INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    created_by TEXT NULL,
    ends_at INTEGER NOT NULL,
    uses INTEGER NOT NULL,
    used_at INTEGER NULL,
    revoked_at INTEGER NULL
);

INSERT INTO access_link_anew (id, hash, purpose, subject_kind, subject_id, once, created_at, ends_at, uses, used_at, revoked_at)
SELECT substr(hash, 1, 32), hash, purpose, 'account', account_id, 1, created_at, ends_at, CASE WHEN used_at IS NULL THEN 0 ELSE 1 END, used_at, revoked_at FROM access_link;

DROP TABLE access_link;
ALTER TABLE access_link_anew RENAME TO access_link;

CREATE UNIQUE INDEX IX_access_link_hash ON access_link (hash);
CREATE INDEX IX_access_link_subject_kind_subject_id ON access_link (subject_kind, subject_id);
CREATE INDEX IX_access_passkey_account_id ON access_passkey (account_id);
CREATE UNIQUE INDEX IX_access_passkey_credential_id ON access_passkey (credential_id);
CREATE INDEX IX_access_spent_challenge_ends_at ON access_spent_challenge (ends_at);
