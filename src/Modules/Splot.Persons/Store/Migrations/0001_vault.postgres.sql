CREATE TABLE persons_person (
    id text NOT NULL,
    organisation_id text NOT NULL,
    unit_id text,
    keeper_id text,
    restricted boolean NOT NULL,
    version bigint NOT NULL,
    created_at bigint NOT NULL,
    changed_at bigint NOT NULL,
    retain_until date,
    legal_hold boolean NOT NULL,
    erased_at bigint,
    merged_into text,
    index_edition bigint NOT NULL,
    sealed_key bytea,
    CONSTRAINT "PK_persons_person" PRIMARY KEY (id)
);

CREATE TABLE persons_identity (
    person_id text NOT NULL,
    first_names bytea,
    surnames bytea,
    birth_date bytea,
    sex bytea,
    numbers bytea,
    contact bytea,
    CONSTRAINT "PK_persons_identity" PRIMARY KEY (person_id),
    CONSTRAINT "FK_persons_identity_persons_person_person_id" FOREIGN KEY (person_id) REFERENCES persons_person (id) ON DELETE CASCADE
);

CREATE TABLE persons_trait (
    person_id text NOT NULL,
    trait text NOT NULL,
    answer bytea NOT NULL,
    changed_at bigint NOT NULL,
    CONSTRAINT "PK_persons_trait" PRIMARY KEY (person_id, trait),
    CONSTRAINT "FK_persons_trait_persons_person_person_id" FOREIGN KEY (person_id) REFERENCES persons_person (id) ON DELETE CASCADE
);

CREATE TABLE persons_index (
    "key" bytea NOT NULL,
    person_id text NOT NULL,
    kind bigint NOT NULL,
    CONSTRAINT "PK_persons_index" PRIMARY KEY ("key", person_id),
    CONSTRAINT "FK_persons_index_persons_person_person_id" FOREIGN KEY (person_id) REFERENCES persons_person (id) ON DELETE CASCADE
);

CREATE TABLE persons_named_reader (
    person_id text NOT NULL,
    account_id text NOT NULL,
    CONSTRAINT "PK_persons_named_reader" PRIMARY KEY (person_id, account_id),
    CONSTRAINT "FK_persons_named_reader_persons_person_person_id" FOREIGN KEY (person_id) REFERENCES persons_person (id) ON DELETE CASCADE
);

CREATE TABLE persons_correction (
    id text NOT NULL,
    person_id text NOT NULL,
    corrected_at bigint NOT NULL,
    corrected_by text NOT NULL,
    "before" bytea NOT NULL,
    "after" bytea NOT NULL,
    reason bytea,
    CONSTRAINT "PK_persons_correction" PRIMARY KEY (id),
    CONSTRAINT "FK_persons_correction_persons_person_person_id" FOREIGN KEY (person_id) REFERENCES persons_person (id) ON DELETE CASCADE
);

CREATE TABLE persons_merge (
    id text NOT NULL,
    survivor_id text NOT NULL,
    absorbed_id text NOT NULL,
    merged_at bigint NOT NULL,
    merged_by text NOT NULL,
    survivor_version bigint NOT NULL,
    "before" bytea NOT NULL,
    undone_at bigint,
    undone_by text,
    CONSTRAINT "PK_persons_merge" PRIMARY KEY (id),
    CONSTRAINT "FK_persons_merge_persons_person_survivor_id" FOREIGN KEY (survivor_id) REFERENCES persons_person (id) ON DELETE CASCADE,
    CONSTRAINT "FK_persons_merge_persons_person_absorbed_id" FOREIGN KEY (absorbed_id) REFERENCES persons_person (id) ON DELETE CASCADE
);

CREATE TABLE persons_distinct (
    one_id text NOT NULL,
    other_id text NOT NULL,
    said_at bigint NOT NULL,
    said_by text NOT NULL,
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
