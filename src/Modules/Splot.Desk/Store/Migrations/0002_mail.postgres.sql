CREATE TABLE desk_letter (
    id text NOT NULL,
    content bytea,
    created_at bigint NOT NULL,
    due_at bigint NOT NULL,
    ends_at bigint NOT NULL,
    attempts integer NOT NULL,
    problem text,
    failed_at bigint,
    CONSTRAINT "PK_desk_letter" PRIMARY KEY (id)
);

CREATE INDEX "IX_desk_letter_due_at" ON desk_letter (due_at);
