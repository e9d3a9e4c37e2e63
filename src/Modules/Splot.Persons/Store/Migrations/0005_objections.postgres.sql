-- An objection is a request like others. No page ever wrote the table that stood beside.
ALTER TABLE persons_request ADD COLUMN purpose text;

DROP TABLE persons_objection;

-- Since when a record's keeper keeps it, where it was handed over.
ALTER TABLE persons_person ADD COLUMN kept_since bigint;

-- When the supervisors were written to.
ALTER TABLE persons_emergency ADD COLUMN told_at bigint;
