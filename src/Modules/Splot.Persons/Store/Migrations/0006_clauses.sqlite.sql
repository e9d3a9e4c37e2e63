-- Purposes and clauses belong to an organisation. Until now no page wrote them, so there is nothing to carry over.
DROP TABLE persons_purpose;
DROP TABLE persons_clause;

CREATE TABLE persons_purpose (
    id TEXT NOT NULL,
    organisation_id TEXT NOT NULL,
    code TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    name TEXT NOT NULL,
    legal_basis TEXT NOT NULL,
    source TEXT NOT NULL,
    CONSTRAINT "PK_persons_purpose" PRIMARY KEY (id)
);

CREATE TABLE persons_clause (
    organisation_id TEXT NOT NULL,
    code TEXT NOT NULL,
    version INTEGER NOT NULL,
    language TEXT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    made_by TEXT NOT NULL,
    CONSTRAINT "PK_persons_clause" PRIMARY KEY (organisation_id, code, version, language)
);

CREATE UNIQUE INDEX "IX_persons_purpose_organisation_id_code_valid_from" ON persons_purpose (organisation_id, code, valid_from);
