-- What each operation publishes and where it breaks the profile of its list, measured when it is written, so that counting reads no document.
-- Operations that are in the store already have no measure; they are measured right after the migration.
ALTER TABLE portal_operation ADD COLUMN list text NULL;

ALTER TABLE portal_operation ADD COLUMN edition bigint NULL;

ALTER TABLE portal_operation ADD COLUMN filled bigint NULL;

ALTER TABLE portal_operation ADD COLUMN findings bigint NULL;

CREATE INDEX "IX_portal_operation_unmeasured" ON portal_operation (key) WHERE filled IS NULL AND withdrawn_at IS NULL;
