-- Keys that the server draws, each locked under the server key. Backups leave epoch and day keys out.
CREATE TABLE held_key (
  kind   TEXT NOT NULL,          -- epoch, day, provider_id
  number INTEGER NOT NULL,
  made   INTEGER NOT NULL,       -- milliseconds since 1970-01-01 UTC
  box    BLOB NOT NULL,
  PRIMARY KEY (kind, number)
) WITHOUT ROWID;

-- Keys that tips are sealed to.
CREATE TABLE recipient (
  id         BLOB PRIMARY KEY,   -- 16 bytes
  kind       TEXT NOT NULL,      -- coordinator, recovery, provisional, former
  responder  BLOB,               -- 16 bytes; null where it is bound to nobody
  public_key TEXT NOT NULL,
  voucher    BLOB,               -- recovery: its signing key; coordinator: the recovery key's signature
  wrapped    BLOB,               -- the secret, under its owner's passphrase
  held       BLOB,               -- the secret, under the server key: the provisional one's
  made       INTEGER NOT NULL    -- milliseconds since 1970-01-01 UTC
) WITHOUT ROWID;

-- Who opened what, and why. Each line's hash covers the one before it.
CREATE TABLE audit (
  number INTEGER PRIMARY KEY,    -- from 1, without gaps
  hour   INTEGER NOT NULL,       -- hours since 1970-01-01 UTC
  actor  TEXT NOT NULL,
  what   TEXT NOT NULL,
  tip    BLOB,                   -- 16 bytes
  reason BLOB NOT NULL,          -- locked, for people write names into it; empty where none was given
  prev   BLOB NOT NULL,          -- 32 bytes; zeros for the first
  hash   BLOB NOT NULL
);
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER audit_is_not_cut BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
