CREATE TABLE territory_boundary (
    code text NOT NULL,
    geometry text NOT NULL,
    west double precision NOT NULL,
    south double precision NOT NULL,
    east double precision NOT NULL,
    north double precision NOT NULL,
    points bigint NOT NULL,
    source text NOT NULL,
    imported_at bigint NOT NULL,
    CONSTRAINT "PK_territory_boundary" PRIMARY KEY (code)
);

CREATE TABLE territory_code (
    list text NOT NULL,
    code text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    parent text,
    en text,
    pl text,
    bg text,
    translated text,
    aliases text,
    value numeric,
    verified boolean NOT NULL,
    source text NOT NULL,
    origin text NOT NULL,
    CONSTRAINT "PK_territory_code" PRIMARY KEY (list, code, valid_from)
);

CREATE TABLE territory_code_list (
    list text NOT NULL,
    en text NOT NULL,
    pl text NOT NULL,
    bg text NOT NULL,
    origin text NOT NULL,
    CONSTRAINT "PK_territory_code_list" PRIMARY KEY (list)
);

CREATE TABLE territory_load (
    name text NOT NULL,
    checksum text NOT NULL,
    version bigint NOT NULL,
    loaded_at bigint NOT NULL,
    CONSTRAINT "PK_territory_load" PRIMARY KEY (name)
);

CREATE TABLE territory_mapping (
    list text NOT NULL,
    code text NOT NULL,
    target text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    value text NOT NULL,
    origin text NOT NULL,
    CONSTRAINT "PK_territory_mapping" PRIMARY KEY (list, code, target, valid_from)
);

CREATE TABLE territory_rate (
    currency text NOT NULL,
    valid_from date NOT NULL,
    kind text NOT NULL,
    valid_to date,
    rate numeric NOT NULL,
    fixed_on date,
    source text NOT NULL,
    origin text NOT NULL,
    CONSTRAINT "PK_territory_rate" PRIMARY KEY (currency, valid_from, kind)
);

CREATE TABLE territory_relation (
    predecessor text NOT NULL,
    successor text NOT NULL,
    happened_on date NOT NULL,
    change text NOT NULL,
    verified boolean NOT NULL,
    source text NOT NULL,
    origin text NOT NULL,
    CONSTRAINT "PK_territory_relation" PRIMARY KEY (predecessor, successor, happened_on)
);

CREATE TABLE territory_unit (
    code text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    kind text NOT NULL,
    country text NOT NULL,
    parent text,
    path text NOT NULL,
    type text,
    nuts_versions text,
    population bigint,
    urbanisation bigint,
    lat numeric,
    lon numeric,
    origin text NOT NULL,
    CONSTRAINT "PK_territory_unit" PRIMARY KEY (code, valid_from)
);

CREATE TABLE territory_unit_alias (
    code text NOT NULL,
    valid_from date NOT NULL,
    alias text NOT NULL,
    CONSTRAINT "PK_territory_unit_alias" PRIMARY KEY (code, valid_from, alias),
    CONSTRAINT "FK_territory_unit_alias_territory_unit_code_valid_from" FOREIGN KEY (code, valid_from) REFERENCES territory_unit (code, valid_from) ON DELETE CASCADE
);

CREATE TABLE territory_unit_name (
    code text NOT NULL,
    valid_from date NOT NULL,
    place bigint NOT NULL,
    language text NOT NULL,
    name text NOT NULL,
    transliterated boolean NOT NULL,
    CONSTRAINT "PK_territory_unit_name" PRIMARY KEY (code, valid_from, place),
    CONSTRAINT "FK_territory_unit_name_territory_unit_code_valid_from" FOREIGN KEY (code, valid_from) REFERENCES territory_unit (code, valid_from) ON DELETE CASCADE
);

CREATE INDEX "IX_territory_unit_parent" ON territory_unit (parent);
