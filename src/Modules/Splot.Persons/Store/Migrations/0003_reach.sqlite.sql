CREATE TABLE persons_operation (
    person_id TEXT NOT NULL,
    operation_id TEXT NOT NULL,
    CONSTRAINT "PK_persons_operation" PRIMARY KEY (person_id, operation_id),
    CONSTRAINT "FK_persons_operation_persons_person_person_id" FOREIGN KEY (person_id) REFERENCES persons_person (id) ON DELETE CASCADE
);

CREATE TABLE persons_emergency (
    id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    account_id TEXT NOT NULL,
    organisation_id TEXT NOT NULL,
    unit_id TEXT,
    by_unit_id TEXT,
    reason BLOB NOT NULL,
    begins_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    acknowledged_at INTEGER,
    acknowledged_by TEXT,
    ended_at INTEGER,
    ended_by TEXT,
    CONSTRAINT "PK_persons_emergency" PRIMARY KEY (id),
    CONSTRAINT "FK_persons_emergency_persons_person_person_id" FOREIGN KEY (person_id) REFERENCES persons_person (id) ON DELETE CASCADE
);

CREATE INDEX "IX_persons_operation_operation_id_person_id" ON persons_operation (operation_id, person_id);
CREATE INDEX "IX_persons_emergency_account_id_person_id" ON persons_emergency (account_id, person_id);
CREATE INDEX "IX_persons_emergency_person_id" ON persons_emergency (person_id);
CREATE INDEX "IX_persons_emergency_organisation_id_id" ON persons_emergency (organisation_id, id);

-- Lists and counts of those who stand for themselves: an index alone answers which they are, and in which order. The condition stands in its columns
-- and not beside it, since SQLite joins several indexes (a unit here, an organisation there) only where they are whole.
DROP INDEX "IX_persons_person_organisation_id_unit_id_id";
DROP INDEX "IX_persons_person_keeper_id";
DROP INDEX "IX_persons_person_merged_into";
CREATE INDEX "IX_persons_person_of_organisation" ON persons_person (organisation_id, merged_into, erased_at, id, restricted);
CREATE INDEX "IX_persons_person_of_unit" ON persons_person (unit_id, merged_into, erased_at, id, restricted);
CREATE INDEX "IX_persons_person_of_keeper" ON persons_person (keeper_id, merged_into, erased_at, id, restricted);
CREATE INDEX "IX_persons_person_merged_into" ON persons_person (merged_into) WHERE merged_into IS NOT NULL;
