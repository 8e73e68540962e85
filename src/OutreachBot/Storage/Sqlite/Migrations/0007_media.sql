-- Voice and pictures. What one is, whence it comes and its own key lie in the box, locked under the server key.
CREATE TABLE medium (
  id        BLOB PRIMARY KEY,  -- 16 bytes, random
  message   BLOB NOT NULL,     -- 16 bytes, random: what came together
  state     TEXT NOT NULL,
  tip       BLOB,              -- whose it is; null: it lies with a conversation
  recipient TEXT,              -- the end of the case it goes to; null: it belongs to the story
  box       BLOB NOT NULL,
  due       INTEGER NOT NULL,  -- milliseconds since 1970-01-01 UTC at which there is something to be done; 0 where there is nothing
  attempts  INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX medium_to_do ON medium (due) WHERE due > 0;
CREATE INDEX medium_by_tip ON medium (tip) WHERE tip IS NOT NULL;

-- Its bytes, in parts of a quarter of a megabyte: locked under its key, or as one age file.
CREATE TABLE medium_part (
  medium BLOB NOT NULL,
  form   TEXT NOT NULL,        -- locked, sealed
  number INTEGER NOT NULL,
  bytes  BLOB NOT NULL,
  UNIQUE (medium, form, number)
);
