-- Tips that may tell of one matter: suggested by the line, decided by a coordinator. Ids and points, nothing of what was told.
CREATE TABLE alike (
  first   BLOB NOT NULL,           -- the lesser id of the two
  second  BLOB NOT NULL,
  place   INTEGER NOT NULL,        -- points, and so the reasons
  time    INTEGER NOT NULL,
  kind    INTEGER NOT NULL,
  verdict TEXT NOT NULL,
  PRIMARY KEY (first, second)
) WITHOUT ROWID;
CREATE INDEX alike_by_second ON alike (second);

-- What waits for a coordinator, by a code of its own. Only tips that she may know of.
CREATE TABLE alike_notice (
  id          BLOB PRIMARY KEY,    -- 16 bytes, random
  coordinator BLOB NOT NULL,       -- a responder's id
  code        TEXT NOT NULL,
  tips        BLOB NOT NULL        -- 16 bytes each
) WITHOUT ROWID;
CREATE INDEX alike_notice_of ON alike_notice (coordinator);

-- A tip that was closed as a duplicate, and the one that goes on.
CREATE TABLE tip_duplicate (
  tip BLOB PRIMARY KEY,
  of  BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX tip_duplicate_of ON tip_duplicate (of);
