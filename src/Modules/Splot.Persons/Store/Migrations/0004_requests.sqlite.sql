CREATE TABLE persons_request (
    id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    organisation_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    received_on TEXT NOT NULL,
    due_on TEXT NOT NULL,
    extended_on TEXT,
    asked BLOB,
    recorded_at INTEGER NOT NULL,
    recorded_by TEXT NOT NULL,
    granted INTEGER,
    answered_on TEXT,
    answered_by TEXT,
    answer BLOB,
    CONSTRAINT "PK_persons_request" PRIMARY KEY (id),
    CONSTRAINT "FK_persons_request_persons_person_person_id" FOREIGN KEY (person_id) REFERENCES persons_person (id) ON DELETE CASCADE
);

CREATE INDEX "IX_persons_request_person_id" ON persons_request (person_id);
CREATE INDEX "IX_persons_request_organisation_id_due_on_id" ON persons_request (organisation_id, due_on, id);
