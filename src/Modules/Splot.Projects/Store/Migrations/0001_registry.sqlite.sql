CREATE TABLE projects_act (
    id INTEGER NOT NULL CONSTRAINT PK_projects_act PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    subject TEXT NULL,
    acted_at INTEGER NOT NULL
);

CREATE TABLE projects_call (
    id INTEGER NOT NULL CONSTRAINT PK_projects_call PRIMARY KEY,
    lookup TEXT NOT NULL,
    code TEXT NULL,
    name TEXT NULL
);

CREATE TABLE projects_change (
    id INTEGER NOT NULL CONSTRAINT PK_projects_change PRIMARY KEY AUTOINCREMENT,
    operation_id TEXT NOT NULL,
    edition_id INTEGER NULL,
    changed_at INTEGER NOT NULL,
    field TEXT NOT NULL,
    old_value TEXT NULL,
    new_value TEXT NULL,
    source TEXT NOT NULL,
    changed_by TEXT NULL
);

CREATE TABLE projects_counter (
    name TEXT NOT NULL CONSTRAINT PK_projects_counter PRIMARY KEY,
    next INTEGER NOT NULL
);

CREATE TABLE projects_decision (
    operation_id TEXT NOT NULL CONSTRAINT PK_projects_decision PRIMARY KEY,
    shown INTEGER NOT NULL,
    reason TEXT NULL,
    decided_at INTEGER NOT NULL
);

CREATE TABLE projects_list (
    id INTEGER NOT NULL CONSTRAINT PK_projects_list PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    publisher TEXT NULL,
    url TEXT NULL,
    country TEXT NULL,
    profile TEXT NOT NULL,
    demo INTEGER NOT NULL
);

CREATE TABLE projects_location (
    operation_key INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    code TEXT NULL,
    name TEXT NULL,
    kind TEXT NULL,
    lat TEXT NULL,
    lon TEXT NULL,
    precision TEXT NULL,
    path TEXT NULL,
    CONSTRAINT PK_projects_location PRIMARY KEY (operation_key, ordinal)
) WITHOUT ROWID;

CREATE TABLE projects_operation (
    key INTEGER NOT NULL CONSTRAINT PK_projects_operation PRIMARY KEY,
    edition_id INTEGER NOT NULL,
    operation_id TEXT NOT NULL,
    row_number INTEGER NULL,
    local_id TEXT NULL,
    code_key TEXT NULL,
    disappeared INTEGER NOT NULL,
    first_published_on TEXT NOT NULL,
    demo INTEGER NOT NULL,
    original_language TEXT NULL,
    title TEXT NULL,
    summary TEXT NULL,
    aims TEXT NULL,
    achievements TEXT NULL,
    start_on TEXT NULL,
    end_on TEXT NULL,
    actual_end_on TEXT NULL,
    status TEXT NULL,
    country TEXT NULL,
    theme TEXT NULL,
    call_id INTEGER NULL,
    published_rate TEXT NULL,
    currency_verified INTEGER NULL,
    rate TEXT NULL,
    rate_source TEXT NULL,
    rate_month TEXT NULL,
    total_eur INTEGER NULL,
    eu_eur INTEGER NULL,
    national_eur INTEGER NULL,
    own_eur INTEGER NULL,
    beneficiary_id INTEGER NULL,
    natural_person INTEGER NOT NULL,
    person_name TEXT NULL,
    person_name_until TEXT NULL,
    raw TEXT NULL,
    updated_at INTEGER NOT NULL
);

CREATE TABLE projects_organisation (
    id INTEGER NOT NULL CONSTRAINT PK_projects_organisation PRIMARY KEY,
    public_id TEXT NOT NULL,
    country TEXT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    for_review INTEGER NOT NULL,
    decided_person INTEGER NULL
);

CREATE TABLE projects_part (
    operation_key INTEGER NOT NULL,
    kind TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    code TEXT NULL,
    code_key TEXT NULL,
    organisation_id INTEGER NULL,
    amount INTEGER NULL,
    currency TEXT NULL,
    date TEXT NULL,
    content TEXT NULL,
    CONSTRAINT PK_projects_part PRIMARY KEY (operation_key, kind, ordinal)
) WITHOUT ROWID;

CREATE TABLE projects_person_mark (
    name_digest TEXT NOT NULL CONSTRAINT PK_projects_person_mark PRIMARY KEY,
    marked_at INTEGER NOT NULL
);

CREATE TABLE projects_programme (
    id INTEGER NOT NULL CONSTRAINT PK_projects_programme PRIMARY KEY,
    lookup TEXT NOT NULL,
    code TEXT NULL,
    name TEXT NULL,
    period TEXT NULL,
    country TEXT NULL
);

CREATE TABLE projects_slice (
    operation_key INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    programme_id INTEGER NULL,
    priority TEXT NULL,
    priority_name TEXT NULL,
    objective TEXT NULL,
    objective_name TEXT NULL,
    fund TEXT NULL,
    region_category TEXT NULL,
    currency TEXT NOT NULL,
    total INTEGER NULL,
    eu INTEGER NULL,
    national INTEGER NULL,
    own INTEGER NULL,
    CONSTRAINT PK_projects_slice PRIMARY KEY (operation_key, ordinal)
) WITHOUT ROWID;

CREATE TABLE projects_edition (
    id INTEGER NOT NULL CONSTRAINT PK_projects_edition PRIMARY KEY AUTOINCREMENT,
    list_id INTEGER NOT NULL,
    date TEXT NOT NULL,
    checksum TEXT NOT NULL,
    file_name TEXT NOT NULL,
    state TEXT NOT NULL,
    published INTEGER NOT NULL,
    accepted INTEGER NOT NULL,
    rejected INTEGER NOT NULL,
    warnings INTEGER NOT NULL,
    added INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    withdrawn INTEGER NOT NULL,
    last_row INTEGER NOT NULL,
    from_key INTEGER NOT NULL,
    to_key INTEGER NOT NULL,
    started_at INTEGER NOT NULL,
    current_at INTEGER NULL,
    lease_owner TEXT NULL,
    lease_until INTEGER NULL,
    CONSTRAINT FK_projects_edition_projects_list_list_id FOREIGN KEY (list_id) REFERENCES projects_list (id) ON DELETE RESTRICT
);

CREATE TABLE projects_organisation_identifier (
    lookup TEXT NOT NULL CONSTRAINT PK_projects_organisation_identifier PRIMARY KEY,
    organisation_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    CONSTRAINT FK_projects_organisation_identifier_projects_organisation_organisation_id FOREIGN KEY (organisation_id) REFERENCES projects_organisation (id) ON DELETE CASCADE
);

CREATE UNIQUE INDEX IX_projects_call_lookup ON projects_call (lookup);

CREATE INDEX IX_projects_change_edition_id ON projects_change (edition_id);

CREATE INDEX IX_projects_change_operation_id ON projects_change (operation_id);

CREATE INDEX IX_projects_edition_list_id ON projects_edition (list_id);

CREATE INDEX IX_projects_edition_state ON projects_edition (state);

CREATE UNIQUE INDEX IX_projects_list_name ON projects_list (name);

CREATE INDEX IX_projects_operation_operation_id ON projects_operation (operation_id);

CREATE UNIQUE INDEX IX_projects_organisation_public_id ON projects_organisation (public_id);

CREATE INDEX IX_projects_organisation_identifier_organisation_id ON projects_organisation_identifier (organisation_id);

CREATE UNIQUE INDEX IX_projects_programme_lookup ON projects_programme (lookup);
