CREATE TABLE persons_person (
    id TEXT NOT NULL,
    organisation_id TEXT NOT NULL,
    unit_id TEXT,
    keeper_id TEXT,
    restricted INTEGER NOT NULL,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    retain_until TEXT,
    legal_hold INTEGER NOT NULL,
    erased_at INTEGER,
    merged_into TEXT,
    index_edition INTEGER NOT NULL,
    sealed_key BLOB,
    CONSTRAINT "PK_persons_person" PRIMARY KEY (id)
);

CREATE TABLE persons_identity (
    person_id TEXT NOT NULL,
    first_names BLOB,
    surnames BLOB,
    birth_date BLOB,
    sex BLOB,
    numbers BLOB,
    contact BLOB,
    CONSTRAINT "PK_persons_identity" PRIMARY KEY (person_id),
    CONSTRAINT "FK_persons_identity_persons_person_person_id" FOREIGN KEY (person_id) REFERENCES persons_person (id) ON DELETE CASCADE
);

CREATE TABLE persons_trait (
    person_id TEXT NOT NULL,
    trait TEXT NOT NULL,
    answer BLOB NOT NULL,
    changed_at INTEGER NOT NULL,
    CONSTRAINT "PK_persons_trait" PRIMARY KEY (person_id, trait),
    CONSTRAINT "FK_persons_trait_persons_person_person_id" FOREIGN KEY (person_id) REFERENCES persons_person (id) ON DELETE CASCADE
);

CREATE TABLE persons_index (
    "key" BLOB NOT NULL,
    person_id TEXT NOT NULL,
    kind INTEGER NOT NULL,
    CONSTRAINT "PK_persons_index" PRIMARY KEY ("key", person_id),
    CONSTRAINT "FK_persons_index_persons_person_person_id" FOREIGN KEY (person_id) REFERENCES persons_person (id) ON DELETE CASCADE
);

CREATE TABLE persons_named_reader (
    person_id TEXT NOT NULL,
    account_id TEXT NOT NULL,
    CONSTRAINT "PK_persons_named_reader" PRIMARY KEY (person_id, account_id),
    CONSTRAINT "FK_persons_named_reader_persons_person_person_id" FOREIGN KEY (person_id) REFERENCES persons_person (id) ON DELETE CASCADE
);

CREATE TABLE persons_correction (
    id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    corrected_at INTEGER NOT NULL,
    corrected_by TEXT NOT NULL,
    "before" BLOB NOT NULL,
    "after" BLOB NOT NULL,
    reason BLOB,
    CONSTRAINT "PK_persons_correction" PRIMARY KEY (id),
    CONSTRAINT "FK_persons_correction_persons_person_person_id" FOREIGN KEY (person_id) REFERENCES persons_person (id) ON DELETE CASCADE
);

CREATE TABLE persons_merge (
    id TEXT NOT NULL,
    survivor_id TEXT NOT NULL,
    absorbed_id TEXT NOT NULL,
    merged_at INTEGER NOT NULL,
    merged_by TEXT NOT NULL,
    survivor_version INTEGER NOT NULL,
    "before" BLOB NOT NULL,
    undone_at INTEGER,
    undone_by TEXT,
    CONSTRAINT "PK_persons_merge" PRIMARY KEY (id),
    CONSTRAINT "FK_persons_merge_persons_person_survivor_id" FOREIGN KEY (survivor_id) REFERENCES persons_person (id) ON DELETE CASCADE,
    CONSTRAINT "FK_persons_merge_persons_person_absorbed_id" FOREIGN KEY (absorbed_id) REFERENCES persons_person (id) ON DELETE CASCADE
);

CREATE TABLE persons_distinct (
    one_id TEXT NOT NULL,
    other_id TEXT NOT NULL,
    said_at INTEGER NOT NULL,
    said_by TEXT NOT NULL,
    CONSTRAINT "PK_persons_distinct" PRIMARY KEY (one_id, other_id)
);

CREATE INDEX "IX_persons_person_organisation_id_unit_id_id" ON persons_person (organisation_id, unit_id, id);
CREATE INDEX "IX_persons_person_keeper_id" ON persons_person (keeper_id);
CREATE INDEX "IX_persons_person_merged_into" ON persons_person (merged_into);
CREATE INDEX "IX_persons_person_retain_until" ON persons_person (retain_until);
CREATE INDEX "IX_persons_index_person_id" ON persons_index (person_id);
CREATE INDEX "IX_persons_correction_person_id" ON persons_correction (person_id);
CREATE INDEX "IX_persons_merge_survivor_id" ON persons_merge (survivor_id);
CREATE INDEX "IX_persons_merge_absorbed_id" ON persons_merge (absorbed_id);
CREATE INDEX "IX_persons_distinct_other_id" ON persons_distinct (other_id);
