CREATE TABLE territory_boundary (
    code TEXT NOT NULL CONSTRAINT PK_territory_boundary PRIMARY KEY,
    geometry TEXT NOT NULL,
    west REAL NOT NULL,
    south REAL NOT NULL,
    east REAL NOT NULL,
    north REAL NOT NULL,
    points INTEGER NOT NULL,
    source TEXT NOT NULL,
    imported_at INTEGER NOT NULL
);

CREATE TABLE territory_code (
    list TEXT NOT NULL,
    code TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT NULL,
    parent TEXT NULL,
    en TEXT NULL,
    pl TEXT NULL,
    bg TEXT NULL,
    translated TEXT NULL,
    aliases TEXT NULL,
    value TEXT NULL,
    verified INTEGER NOT NULL,
    source TEXT NOT NULL,
    origin TEXT NOT NULL,
    CONSTRAINT PK_territory_code PRIMARY KEY (list, code, valid_from)
);

CREATE TABLE territory_code_list (
    list TEXT NOT NULL CONSTRAINT PK_territory_code_list PRIMARY KEY,
    en TEXT NOT NULL,
    pl TEXT NOT NULL,
    bg TEXT NOT NULL,
    origin TEXT NOT NULL
);

CREATE TABLE territory_load (
    name TEXT NOT NULL CONSTRAINT PK_territory_load PRIMARY KEY,
    checksum TEXT NOT NULL,
    version INTEGER NOT NULL,
    loaded_at INTEGER NOT NULL
);

CREATE TABLE territory_mapping (
    list TEXT NOT NULL,
    code TEXT NOT NULL,
    target TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT NULL,
    value TEXT NOT NULL,
    origin TEXT NOT NULL,
    CONSTRAINT PK_territory_mapping PRIMARY KEY (list, code, target, valid_from)
);

CREATE TABLE territory_rate (
    currency TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    kind TEXT NOT NULL,
    valid_to TEXT NULL,
    rate TEXT NOT NULL,
    fixed_on TEXT NULL,
    source TEXT NOT NULL,
    origin TEXT NOT NULL,
    CONSTRAINT PK_territory_rate PRIMARY KEY (currency, valid_from, kind)
);

CREATE TABLE territory_relation (
    predecessor TEXT NOT NULL,
    successor TEXT NOT NULL,
    happened_on TEXT NOT NULL,
    change TEXT NOT NULL,
    verified INTEGER NOT NULL,
    source TEXT NOT NULL,
    origin TEXT NOT NULL,
    CONSTRAINT PK_territory_relation PRIMARY KEY (predecessor, successor, happened_on)
);

CREATE TABLE territory_unit (
    code TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT NULL,
    kind TEXT NOT NULL,
    country TEXT NOT NULL,
    parent TEXT NULL,
    path TEXT NOT NULL,
    type TEXT NULL,
    nuts_versions TEXT NULL,
    population INTEGER NULL,
    urbanisation INTEGER NULL,
    lat TEXT NULL,
    lon TEXT NULL,
    origin TEXT NOT NULL,
    CONSTRAINT PK_territory_unit PRIMARY KEY (code, valid_from)
);

CREATE TABLE territory_unit_alias (
    code TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    alias TEXT NOT NULL,
    CONSTRAINT PK_territory_unit_alias PRIMARY KEY (code, valid_from, alias),
    CONSTRAINT FK_territory_unit_alias_territory_unit_code_valid_from FOREIGN KEY (code, valid_from) REFERENCES territory_unit (code, valid_from) ON DELETE CASCADE
);

CREATE TABLE territory_unit_name (
    code TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    place INTEGER NOT NULL,
    language TEXT NOT NULL,
    name TEXT NOT NULL,
    transliterated INTEGER NOT NULL,
    CONSTRAINT PK_territory_unit_name PRIMARY KEY (code, valid_from, place),
    CONSTRAINT FK_territory_unit_name_territory_unit_code_valid_from FOREIGN KEY (code, valid_from) REFERENCES territory_unit (code, valid_from) ON DELETE CASCADE
);

CREATE INDEX IX_territory_unit_parent ON territory_unit (parent);
