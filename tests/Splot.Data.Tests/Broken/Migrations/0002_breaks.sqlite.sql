CREATE TABLE broken_shell (code TEXT NOT NULL PRIMARY KEY);
DELETE FROM broken_egg;
INSERT INTO broken_nowhere (code) VALUES ('a');
