ALTER TABLE canary_bird ADD COLUMN ring TEXT NULL;
ALTER TABLE canary_bird ADD COLUMN weight INTEGER NOT NULL DEFAULT 0;
UPDATE canary_bird SET ring = name || '-' || id;
CREATE INDEX "IX_canary_bird_ring" ON canary_bird (ring) WHERE ring IS NOT NULL;
