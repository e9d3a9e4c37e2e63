CREATE TABLE data_key (
    name TEXT NOT NULL CONSTRAINT "PK_data_key" PRIMARY KEY,
    sealed BLOB NOT NULL,
    made_at INTEGER NOT NULL
);
