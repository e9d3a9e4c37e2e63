CREATE TABLE persons_request (
    id text NOT NULL,
    person_id text NOT NULL,
    organisation_id text NOT NULL,
    kind text NOT NULL,
    received_on date NOT NULL,
    due_on date NOT NULL,
    extended_on date,
    asked bytea,
    recorded_at bigint NOT NULL,
    recorded_by text NOT NULL,
    granted boolean,
    answered_on date,
    answered_by text,
    answer bytea,
    CONSTRAINT "PK_persons_request" PRIMARY KEY (id),
    CONSTRAINT "FK_persons_request_persons_person_person_id" FOREIGN KEY (person_id) REFERENCES persons_person (id) ON DELETE CASCADE
);

CREATE INDEX "IX_persons_request_person_id" ON persons_request (person_id);
CREATE INDEX "IX_persons_request_organisation_id_due_on_id" ON persons_request (organisation_id, due_on, id);
