CREATE TABLE portal_report (
    number INTEGER NOT NULL CONSTRAINT PK_portal_report PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    about TEXT NULL,
    text TEXT NOT NULL,
    language TEXT NOT NULL,
    last_day INTEGER NOT NULL
);

CREATE INDEX IX_portal_report_at ON portal_report (at);
