CREATE TABLE broken_egg (code TEXT NOT NULL PRIMARY KEY);
INSERT INTO broken_egg (code) VALUES ('a');
