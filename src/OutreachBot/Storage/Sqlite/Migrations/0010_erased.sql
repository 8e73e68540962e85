-- What was erased: random ids, so that a backup that is taken back doesn't bring it back. Forgotten once no backup could hold it.
CREATE TABLE erased (
  id   BLOB PRIMARY KEY,           -- 16 bytes
  hour INTEGER NOT NULL            -- hours since 1970-01-01 UTC
) WITHOUT ROWID;
