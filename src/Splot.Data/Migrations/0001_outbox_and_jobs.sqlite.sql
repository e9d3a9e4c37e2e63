CREATE TABLE data_outbox (
    sequence INTEGER NOT NULL CONSTRAINT "PK_data_outbox" PRIMARY KEY AUTOINCREMENT,
    transaction_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    aggregate TEXT NOT NULL,
    payload TEXT NOT NULL,
    written_at INTEGER NOT NULL
);

CREATE INDEX "IX_data_outbox_transaction_id" ON data_outbox (transaction_id);

CREATE TABLE data_consumer (
    name TEXT NOT NULL CONSTRAINT "PK_data_consumer" PRIMARY KEY,
    window_floor INTEGER NOT NULL,
    window_ceiling INTEGER NOT NULL,
    last_sequence INTEGER NOT NULL,
    failures INTEGER NOT NULL,
    last_error TEXT NULL,
    next_attempt_at INTEGER NULL,
    lease_owner TEXT NULL,
    lease_until INTEGER NULL
);

CREATE TABLE data_job (
    id INTEGER NOT NULL CONSTRAINT "PK_data_job" PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    arguments TEXT NOT NULL,
    state TEXT NOT NULL,
    checkpoint TEXT NULL,
    done INTEGER NOT NULL,
    total INTEGER NULL,
    message TEXT NULL,
    attempts INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    finished_at INTEGER NULL,
    lease_owner TEXT NULL,
    lease_until INTEGER NULL
);

CREATE UNIQUE INDEX "IX_data_job_kind_name" ON data_job (kind, name);
CREATE INDEX "IX_data_job_state_due_at" ON data_job (state, due_at);
