CREATE TABLE desk_draft (
    id TEXT NOT NULL CONSTRAINT PK_desk_draft PRIMARY KEY,
    account_id TEXT NOT NULL,
    form TEXT NOT NULL,
    path TEXT NOT NULL,
    content BLOB NOT NULL,
    saved_at INTEGER NOT NULL,
    claimed_until INTEGER NULL
);

CREATE TABLE desk_view (
    id TEXT NOT NULL CONSTRAINT PK_desk_view PRIMARY KEY,
    account_id TEXT NOT NULL,
    list TEXT NOT NULL,
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    created_at INTEGER NOT NULL
);

CREATE INDEX IX_desk_draft_account_id_saved_at ON desk_draft (account_id, saved_at);
CREATE INDEX IX_desk_draft_saved_at ON desk_draft (saved_at);
CREATE UNIQUE INDEX IX_desk_view_account_id_list_name ON desk_view (account_id, list, name);
