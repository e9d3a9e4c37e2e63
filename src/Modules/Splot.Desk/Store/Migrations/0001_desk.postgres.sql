CREATE TABLE desk_draft (
    id text NOT NULL,
    account_id text NOT NULL,
    form text NOT NULL,
    path text NOT NULL,
    content bytea NOT NULL,
    saved_at bigint NOT NULL,
    claimed_until bigint,
    CONSTRAINT "PK_desk_draft" PRIMARY KEY (id)
);

CREATE TABLE desk_view (
    id text NOT NULL,
    account_id text NOT NULL,
    list text NOT NULL,
    name text NOT NULL,
    query text NOT NULL,
    created_at bigint NOT NULL,
    CONSTRAINT "PK_desk_view" PRIMARY KEY (id)
);

CREATE INDEX "IX_desk_draft_account_id_saved_at" ON desk_draft (account_id, saved_at);
CREATE INDEX "IX_desk_draft_saved_at" ON desk_draft (saved_at);
CREATE UNIQUE INDEX "IX_desk_view_account_id_list_name" ON desk_view (account_id, list, name);
