CREATE TABLE canary_aviary (
    code text NOT NULL,
    parent text,
    CONSTRAINT "PK_canary_aviary" PRIMARY KEY (code),
    CONSTRAINT "FK_canary_aviary_canary_aviary_parent" FOREIGN KEY (parent) REFERENCES canary_aviary (code)
);

INSERT INTO canary_aviary (code) SELECT DISTINCT aviary FROM canary_bird;

ALTER TABLE canary_bird ALTER COLUMN name TYPE text COLLATE pl;
ALTER TABLE canary_bird ADD CONSTRAINT "FK_canary_bird_canary_aviary_aviary" FOREIGN KEY (aviary) REFERENCES canary_aviary (code) ON DELETE CASCADE;

CREATE INDEX "IX_canary_aviary_parent" ON canary_aviary (parent);
CREATE UNIQUE INDEX "IX_canary_bird_aviary_name" ON canary_bird (aviary, name);
