CREATE TABLE persons_purpose (
    code text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    legal_basis text NOT NULL,
    source text NOT NULL,
    CONSTRAINT "PK_persons_purpose" PRIMARY KEY (code, valid_from)
);

CREATE TABLE persons_clause (
    code text NOT NULL,
    version bigint NOT NULL,
    language text NOT NULL,
    text text NOT NULL,
    made_at bigint NOT NULL,
    CONSTRAINT "PK_persons_clause" PRIMARY KEY (code, version, language)
);

CREATE TABLE persons_informed (
    id text NOT NULL,
    person_id text NOT NULL,
    clause text NOT NULL,
    clause_version bigint NOT NULL,
    language text NOT NULL,
    informed_at bigint NOT NULL,
    informed_by text NOT NULL,
    CONSTRAINT "PK_persons_informed" PRIMARY KEY (id),
    CONSTRAINT "FK_persons_informed_persons_person_person_id" FOREIGN KEY (person_id) REFERENCES persons_person (id) ON DELETE CASCADE
);

CREATE TABLE persons_consent (
    id text NOT NULL,
    person_id text NOT NULL,
    purpose text NOT NULL,
    clause text NOT NULL,
    clause_version bigint NOT NULL,
    given_on date NOT NULL,
    recorded_by text NOT NULL,
    withdrawn_on date,
    withdrawal_recorded_by text,
    CONSTRAINT "PK_persons_consent" PRIMARY KEY (id),
    CONSTRAINT "FK_persons_consent_persons_person_person_id" FOREIGN KEY (person_id) REFERENCES persons_person (id) ON DELETE CASCADE
);

CREATE TABLE persons_objection (
    id text NOT NULL,
    person_id text NOT NULL,
    purpose text NOT NULL,
    received_on date NOT NULL,
    grounds bytea NOT NULL,
    recorded_by text NOT NULL,
    upheld boolean,
    decided_on date,
    decided_by text,
    answer bytea,
    CONSTRAINT "PK_persons_objection" PRIMARY KEY (id),
    CONSTRAINT "FK_persons_objection_persons_person_person_id" FOREIGN KEY (person_id) REFERENCES persons_person (id) ON DELETE CASCADE
);

CREATE INDEX "IX_persons_informed_person_id" ON persons_informed (person_id);
CREATE INDEX "IX_persons_consent_person_id" ON persons_consent (person_id);
CREATE INDEX "IX_persons_objection_person_id" ON persons_objection (person_id);
