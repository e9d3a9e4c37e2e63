CREATE TABLE canary_aviary (
    code TEXT NOT NULL CONSTRAINT "PK_canary_aviary" PRIMARY KEY,
    parent TEXT NULL,
    CONSTRAINT "FK_canary_aviary_canary_aviary_parent" FOREIGN KEY (parent) REFERENCES canary_aviary (code)
);

INSERT INTO canary_aviary (code) SELECT DISTINCT aviary FROM canary_bird;

CREATE TABLE canary_bird_new (
    id INTEGER NOT NULL CONSTRAINT "PK_canary_bird" PRIMARY KEY AUTOINCREMENT,
    name TEXT COLLATE pl NOT NULL,
    sex TEXT NOT NULL,
    aviary TEXT NOT NULL,
    CONSTRAINT "CK_canary_bird_sex" CHECK (sex IN ('f', 'm')),
    CONSTRAINT "FK_canary_bird_canary_aviary_aviary" FOREIGN KEY (aviary) REFERENCES canary_aviary (code) ON DELETE CASCADE
);

INSERT INTO canary_bird_new (id, name, sex, aviary) SELECT id, name, sex, aviary FROM canary_bird;
DROP TABLE canary_bird;
ALTER TABLE canary_bird_new RENAME TO canary_bird;

CREATE INDEX "IX_canary_aviary_parent" ON canary_aviary (parent);
CREATE UNIQUE INDEX "IX_canary_bird_aviary_name" ON canary_bird (aviary, name);
