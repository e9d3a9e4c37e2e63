CREATE TABLE data_key (
    name text NOT NULL,
    sealed bytea NOT NULL,
    made_at bigint NOT NULL,
    CONSTRAINT "PK_data_key" PRIMARY KEY (name)
);
