-- Purposes and clauses belong to an organisation. Until now no page wrote them, so there is nothing to carry over.
DROP TABLE persons_purpose;
DROP TABLE persons_clause;

CREATE TABLE persons_purpose (
    id text NOT NULL,
    organisation_id text NOT NULL,
    code text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    name text NOT NULL,
    legal_basis text NOT NULL,
    source text NOT NULL,
    CONSTRAINT "PK_persons_purpose" PRIMARY KEY (id)
);

CREATE TABLE persons_clause (
    organisation_id text NOT NULL,
    code text NOT NULL,
    version bigint NOT NULL,
    language text NOT NULL,
    title text NOT NULL,
    text text NOT NULL,
    made_at bigint NOT NULL,
    made_by text NOT NULL,
    CONSTRAINT "PK_persons_clause" PRIMARY KEY (organisation_id, code, version, language)
);

CREATE UNIQUE INDEX "IX_persons_purpose_organisation_id_code_valid_from" ON persons_purpose (organisation_id, code, valid_from);
