CREATE TABLE data_audit (
    id INTEGER NOT NULL CONSTRAINT "PK_data_audit" PRIMARY KEY AUTOINCREMENT,
    transaction_id INTEGER NOT NULL,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    act TEXT NOT NULL,
    actor_kind TEXT NOT NULL,
    actor TEXT NULL,
    on_behalf_of TEXT NULL,
    subject_kind TEXT NULL,
    subject_id TEXT NULL,
    organisation TEXT NULL,
    reason TEXT NULL,
    before TEXT NULL,
    after TEXT NULL,
    person TEXT NULL,
    personal_before BLOB NULL,
    personal_after BLOB NULL
);

CREATE INDEX "IX_data_audit_person_id" ON data_audit (person, id) WHERE person IS NOT NULL;
CREATE INDEX "IX_data_audit_subject_kind_subject_id_id" ON data_audit (subject_kind, subject_id, id) WHERE subject_id IS NOT NULL;
CREATE INDEX "IX_data_audit_actor_id" ON data_audit (actor, id) WHERE actor IS NOT NULL;

-- No foreign key to data_audit: an entry that is gone is for the check of the chain to tell.
CREATE TABLE data_audit_seal (
    number INTEGER NOT NULL CONSTRAINT "PK_data_audit_seal" PRIMARY KEY,
    entry_id INTEGER NOT NULL,
    sealed_at INTEGER NOT NULL,
    hash BLOB NOT NULL
);

CREATE UNIQUE INDEX "IX_data_audit_seal_entry_id" ON data_audit_seal (entry_id);

CREATE TABLE data_audit_head (
    name TEXT NOT NULL CONSTRAINT "PK_data_audit_head" PRIMARY KEY,
    number INTEGER NOT NULL,
    hash BLOB NOT NULL,
    transaction_floor INTEGER NOT NULL,
    last_id INTEGER NOT NULL,
    lease_owner TEXT NULL,
    lease_until INTEGER NULL
);

CREATE TRIGGER data_audit_not_changed BEFORE UPDATE ON data_audit BEGIN SELECT RAISE(ABORT, 'The audit is only added to.'); END;
CREATE TRIGGER data_audit_kept BEFORE DELETE ON data_audit BEGIN SELECT RAISE(ABORT, 'The audit is only added to.'); END;
CREATE TRIGGER data_audit_seal_not_changed BEFORE UPDATE ON data_audit_seal BEGIN SELECT RAISE(ABORT, 'The audit is only added to.'); END;
CREATE TRIGGER data_audit_seal_kept BEFORE DELETE ON data_audit_seal BEGIN SELECT RAISE(ABORT, 'The audit is only added to.'); END;
