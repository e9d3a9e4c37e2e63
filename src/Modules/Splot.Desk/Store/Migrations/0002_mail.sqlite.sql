CREATE TABLE desk_letter (
    id TEXT NOT NULL CONSTRAINT PK_desk_letter PRIMARY KEY,
    content BLOB NULL,
    created_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    problem TEXT NULL,
    failed_at INTEGER NULL
);

CREATE INDEX IX_desk_letter_due_at ON desk_letter (due_at);
