-- Who can be asked to act. Name, number, coverage and all else lie in the box, locked under the server key.
CREATE TABLE responder (
  id  BLOB PRIMARY KEY,          -- 16 bytes, random
  box BLOB NOT NULL
) WITHOUT ROWID;

-- Workshops that defenders gave, as they report them. Who gave one is not kept: a programme counts people reached.
CREATE TABLE training (
  id           BLOB PRIMARY KEY, -- 16 bytes, random
  day          INTEGER NOT NULL, -- days since 1970-01-01 UTC
  municipality TEXT NOT NULL,
  women        INTEGER NOT NULL,
  men          INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX training_by_day ON training (day);
