-- A session keeps its id while the secret of its cookie is exchanged. Sessions that are there go on with theirs.
ALTER TABLE access_session ADD COLUMN secret_hash text;
UPDATE access_session SET secret_hash = id;
ALTER TABLE access_session ALTER COLUMN secret_hash SET NOT NULL;
ALTER TABLE access_session ADD COLUMN former_hash text;
ALTER TABLE access_session ADD COLUMN former_until bigint;

CREATE INDEX "IX_access_session_former_hash" ON access_session (former_hash);
CREATE UNIQUE INDEX "IX_access_session_secret_hash" ON access_session (secret_hash);
