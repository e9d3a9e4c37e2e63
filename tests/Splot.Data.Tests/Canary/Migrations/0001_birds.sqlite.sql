CREATE TABLE canary_bird (
    id INTEGER NOT NULL CONSTRAINT "PK_canary_bird" PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    sex TEXT NOT NULL CONSTRAINT "CK_canary_bird_sex" CHECK (sex IN ('f', 'm')),
    aviary TEXT NOT NULL
);
