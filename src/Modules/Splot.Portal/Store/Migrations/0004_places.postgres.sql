-- Regions and municipalities with what pages say of them, their outlines where some were imported, and the figures of code lists.
CREATE TABLE portal_place (
    code text NOT NULL,
    kind text NOT NULL,
    country text NOT NULL,
    parent text,
    path text NOT NULL,
    last_day bigint,
    population bigint,
    lat bigint,
    lon bigint,
    CONSTRAINT "PK_portal_place" PRIMARY KEY (code)
);

CREATE TABLE portal_outline (
    code text NOT NULL,
    geometry text NOT NULL,
    CONSTRAINT "PK_portal_outline" PRIMARY KEY (code)
);

CREATE TABLE portal_value (
    list text NOT NULL,
    code text NOT NULL,
    first_day bigint NOT NULL,
    last_day bigint,
    value text NOT NULL,
    source text NOT NULL,
    CONSTRAINT "PK_portal_value" PRIMARY KEY (list, code, first_day)
);
