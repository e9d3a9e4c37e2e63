-- An objection is a request like others. No page ever wrote the table that stood beside.
ALTER TABLE persons_request ADD COLUMN purpose TEXT;

DROP TABLE persons_objection;
