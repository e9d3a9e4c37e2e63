CREATE TABLE portal_operation (
    key INTEGER NOT NULL CONSTRAINT PK_portal_operation PRIMARY KEY,
    id TEXT NOT NULL,
    publication INTEGER NOT NULL,
    change INTEGER NOT NULL,
    demo INTEGER NOT NULL,
    country TEXT NULL,
    period TEXT NULL,
    status TEXT NULL,
    theme TEXT NULL,
    beneficiary TEXT NULL,
    start_day INTEGER NULL,
    end_day INTEGER NULL,
    budget_eur INTEGER NULL,
    eu_eur INTEGER NULL,
    funds TEXT NOT NULL,
    programmes TEXT NOT NULL,
    objectives TEXT NOT NULL,
    fields TEXT NOT NULL,
    regions TEXT NOT NULL,
    updated_at INTEGER NOT NULL,
    withdrawn_at INTEGER NULL,
    withdrawn_reason TEXT NULL,
    person_name TEXT NULL,
    person_name_until INTEGER NULL
);

CREATE UNIQUE INDEX IX_portal_operation_id ON portal_operation (id);

CREATE INDEX IX_portal_operation_beneficiary ON portal_operation (beneficiary);

CREATE INDEX IX_portal_operation_change ON portal_operation (change);

CREATE TABLE portal_text (
    key INTEGER NOT NULL CONSTRAINT PK_portal_text PRIMARY KEY,
    title TEXT NOT NULL,
    body TEXT NOT NULL
);

CREATE TABLE portal_document (
    key INTEGER NOT NULL CONSTRAINT PK_portal_document PRIMARY KEY,
    json BLOB NOT NULL
);

CREATE TABLE portal_change (
    sequence INTEGER NOT NULL CONSTRAINT PK_portal_change PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    operation_id TEXT NULL,
    count INTEGER NOT NULL,
    at INTEGER NOT NULL
);

CREATE TABLE portal_history (
    number INTEGER NOT NULL CONSTRAINT PK_portal_history PRIMARY KEY AUTOINCREMENT,
    key INTEGER NOT NULL,
    at INTEGER NOT NULL,
    field TEXT NOT NULL,
    old TEXT NULL,
    new TEXT NULL,
    source TEXT NOT NULL
);

CREATE INDEX IX_portal_history_key ON portal_history (key);

CREATE TABLE portal_label (
    kind TEXT NOT NULL,
    code TEXT NOT NULL,
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    tag TEXT NOT NULL,
    parent TEXT NULL,
    CONSTRAINT PK_portal_label PRIMARY KEY (kind, code, language)
);
