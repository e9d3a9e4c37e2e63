-- A session keeps its id while the secret of its cookie is exchanged. Sessions that are there go on with theirs.
CREATE TABLE access_session_anew (
    id TEXT NOT NULL CONSTRAINT PK_access_session PRIMARY KEY,
    secret_hash TEXT NOT NULL,
    former_hash TEXT NULL,
    former_until INTEGER NULL,
    account_id TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    proved_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    agent TEXT NULL,
    ended_at INTEGER NULL
);

INSERT INTO access_session_anew (id, secret_hash, account_id, created_at, seen_at, proved_at, ends_at, agent, ended_at)
SELECT id, id, account_id, created_at, seen_at, proved_at, ends_at, agent, ended_at FROM access_session;

DROP TABLE access_session;
ALTER TABLE access_session_anew RENAME TO access_session;

CREATE INDEX IX_access_session_account_id ON access_session (account_id);
CREATE INDEX IX_access_session_ends_at ON access_session (ends_at);
CREATE INDEX IX_access_session_former_hash ON access_session (former_hash);
CREATE UNIQUE INDEX IX_access_session_secret_hash ON access_session (secret_hash);
