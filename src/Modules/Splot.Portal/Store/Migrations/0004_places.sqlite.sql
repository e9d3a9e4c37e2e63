-- Regions and municipalities with what pages say of them, their outlines where some were imported, and the figures of code lists.
CREATE TABLE portal_place (
    code TEXT NOT NULL CONSTRAINT PK_portal_place PRIMARY KEY,
    kind TEXT NOT NULL,
    country TEXT NOT NULL,
    parent TEXT NULL,
    path TEXT NOT NULL,
    last_day INTEGER NULL,
    population INTEGER NULL,
    lat INTEGER NULL,
    lon INTEGER NULL
);

CREATE TABLE portal_outline (
    code TEXT NOT NULL CONSTRAINT PK_portal_outline PRIMARY KEY,
    geometry TEXT NOT NULL
);

CREATE TABLE portal_value (
    list TEXT NOT NULL,
    code TEXT NOT NULL,
    first_day INTEGER NOT NULL,
    last_day INTEGER NULL,
    value TEXT NOT NULL,
    source TEXT NOT NULL,
    CONSTRAINT PK_portal_value PRIMARY KEY (list, code, first_day)
);
