CREATE TABLE access_passkey (
    id text NOT NULL,
    account_id text NOT NULL,
    credential_id text NOT NULL,
    public_key bytea NOT NULL,
    sign_count bigint NOT NULL,
    transports text NOT NULL,
    backup_eligible boolean NOT NULL,
    backed_up boolean NOT NULL,
    name text NOT NULL,
    created_at bigint NOT NULL,
    used_at bigint,
    CONSTRAINT "PK_access_passkey" PRIMARY KEY (id)
);

CREATE TABLE access_spent_challenge (
    hash text NOT NULL,
    ends_at bigint NOT NULL,
    CONSTRAINT "PK_access_spent_challenge" PRIMARY KEY (hash)
);

CREATE TABLE access_link_anew (
    id text NOT NULL,
    hash text NOT NULL,
    purpose text NOT NULL,
    subject_kind text NOT NULL,
    subject_id text NOT NULL,
    recipient text,
    once boolean NOT NULL,
    created_at bigint NOT NULL,
    created_by text,
    ends_at bigint NOT NULL,
    uses bigint NOT NULL,
    used_at bigint,
    revoked_at bigint
);

INSERT INTO access_link_anew (id, hash, purpose, subject_kind, subject_id, once, created_at, ends_at, uses, used_at, revoked_at)
SELECT substr(hash, 1, 32), hash, purpose, 'account', account_id, true, created_at, ends_at, CASE WHEN used_at IS NULL THEN 0 ELSE 1 END, used_at, revoked_at FROM access_link;

DROP TABLE access_link;
ALTER TABLE access_link_anew RENAME TO access_link;
ALTER TABLE access_link ADD CONSTRAINT "PK_access_link" PRIMARY KEY (id);

CREATE UNIQUE INDEX "IX_access_link_hash" ON access_link (hash);
CREATE INDEX "IX_access_link_subject_kind_subject_id" ON access_link (subject_kind, subject_id);
CREATE INDEX "IX_access_passkey_account_id" ON access_passkey (account_id);
CREATE UNIQUE INDEX "IX_access_passkey_credential_id" ON access_passkey (credential_id);
CREATE INDEX "IX_access_spent_challenge_ends_at" ON access_spent_challenge (ends_at);
