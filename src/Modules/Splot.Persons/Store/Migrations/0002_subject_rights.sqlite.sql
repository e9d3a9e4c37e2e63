CREATE TABLE persons_purpose (
    code TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    legal_basis TEXT NOT NULL,
    source TEXT NOT NULL,
    CONSTRAINT "PK_persons_purpose" PRIMARY KEY (code, valid_from)
);

CREATE TABLE persons_clause (
    code TEXT NOT NULL,
    version INTEGER NOT NULL,
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    CONSTRAINT "PK_persons_clause" PRIMARY KEY (code, version, language)
);

CREATE TABLE persons_informed (
    id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    clause TEXT NOT NULL,
    clause_version INTEGER NOT NULL,
    language TEXT NOT NULL,
    informed_at INTEGER NOT NULL,
    informed_by TEXT NOT NULL,
    CONSTRAINT "PK_persons_informed" PRIMARY KEY (id),
    CONSTRAINT "FK_persons_informed_persons_person_person_id" FOREIGN KEY (person_id) REFERENCES persons_person (id) ON DELETE CASCADE
);

CREATE TABLE persons_consent (
    id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    purpose TEXT NOT NULL,
    clause TEXT NOT NULL,
    clause_version INTEGER NOT NULL,
    given_on TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    withdrawn_on TEXT,
    withdrawal_recorded_by TEXT,
    CONSTRAINT "PK_persons_consent" PRIMARY KEY (id),
    CONSTRAINT "FK_persons_consent_persons_person_person_id" FOREIGN KEY (person_id) REFERENCES persons_person (id) ON DELETE CASCADE
);

CREATE TABLE persons_objection (
    id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    purpose TEXT NOT NULL,
    received_on TEXT NOT NULL,
    grounds BLOB NOT NULL,
    recorded_by TEXT NOT NULL,
    upheld INTEGER,
    decided_on TEXT,
    decided_by TEXT,
    answer BLOB,
    CONSTRAINT "PK_persons_objection" PRIMARY KEY (id),
    CONSTRAINT "FK_persons_objection_persons_person_person_id" FOREIGN KEY (person_id) REFERENCES persons_person (id) ON DELETE CASCADE
);

CREATE INDEX "IX_persons_informed_person_id" ON persons_informed (person_id);
CREATE INDEX "IX_persons_consent_person_id" ON persons_consent (person_id);
CREATE INDEX "IX_persons_objection_person_id" ON persons_objection (person_id);
