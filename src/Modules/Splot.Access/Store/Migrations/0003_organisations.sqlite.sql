-- Names through time; the one in access_organisation is today's.
CREATE TABLE access_organisation_name (
    organisation_id TEXT NOT NULL,
    from_day INTEGER NOT NULL,
    to_day INTEGER NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    CONSTRAINT PK_access_organisation_name PRIMARY KEY (organisation_id, from_day),
    CONSTRAINT FK_access_organisation_name_access_organisation_organisation_id FOREIGN KEY (organisation_id) REFERENCES access_organisation (id) ON DELETE CASCADE
);

INSERT INTO access_organisation_name (organisation_id, from_day, to_day, name, name_key)
SELECT id, from_day, NULL, name, name_key FROM access_organisation;

ALTER TABLE access_organisation ADD COLUMN end_note TEXT NULL;
ALTER TABLE access_unit ADD COLUMN successor_id TEXT NULL;

CREATE INDEX IX_access_organisation_name_name_key_organisation_id ON access_organisation_name (name_key, organisation_id);
CREATE INDEX IX_access_organisation_successor_id ON access_organisation (successor_id);
CREATE INDEX IX_access_unit_successor_id ON access_unit (successor_id);

-- Lists that were sent to be imported, until they are stored or a day has passed; then only the report.
CREATE TABLE access_import (
    id TEXT NOT NULL CONSTRAINT PK_access_import PRIMARY KEY,
    account_id TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    file_name TEXT NOT NULL,
    kind TEXT NULL,
    country TEXT NOT NULL,
    content BLOB NULL,
    report TEXT NOT NULL
);

CREATE INDEX IX_access_import_created_at ON access_import (created_at);
