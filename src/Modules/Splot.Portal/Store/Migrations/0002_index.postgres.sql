-- Words are looked for in the search index now, which learns from portal_change by key what has left the store.
DROP TABLE portal_text;

ALTER TABLE portal_change ADD COLUMN operation_key bigint NULL;
