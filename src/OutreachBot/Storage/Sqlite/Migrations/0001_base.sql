-- Small facts of the store about itself. Never anything private.
CREATE TABLE meta (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

-- A conversation. The key is an HMAC under an epoch's key; the session is locked under the server key.
-- A table by number, whose number is the key's first 8 bytes: as random as the key, and unlike WITHOUT ROWID it keeps a
-- session of a kilobyte in one page. No index by time: a sweep walks the keys in slices, and a message writes one tree less.
CREATE TABLE person (
  id         INTEGER PRIMARY KEY,
  person_key BLOB NOT NULL,      -- 32 bytes
  session    BLOB NOT NULL,
  version    INTEGER NOT NULL,
  hour_seen  INTEGER NOT NULL    -- hours since 1970-01-01 UTC of her last message: no finer, so that it ties to no log of a carrier
);

-- What came in already: a keyed hash of the provider's id, and the words that answered it, locked under their day's key.
CREATE TABLE inbound (
  id    BLOB PRIMARY KEY,        -- 16 bytes
  day   INTEGER NOT NULL,        -- days since 1970-01-01 UTC
  reply BLOB                     -- null: nothing was said, it may not be said again, or it was wiped
) WITHOUT ROWID;

-- What is to go out. Random ids: their order tells nothing.
CREATE TABLE outbox (
  id            BLOB PRIMARY KEY, -- 16 bytes
  box           BLOB NOT NULL,    -- address and words, locked
  purpose       TEXT NOT NULL,
  subject       BLOB,             -- 16 bytes; null where nothing follows from its fate
  due           INTEGER NOT NULL, -- milliseconds since 1970-01-01 UTC
  attempts      INTEGER NOT NULL,
  begun         INTEGER,          -- milliseconds: handing over began and its end isn't known; null: the provider hasn't it
  claim         BLOB,             -- 16 random bytes of who works on it; null: nobody
  claimed_until INTEGER           -- milliseconds: after that another may take it over
) WITHOUT ROWID;
CREATE INDEX outbox_free ON outbox (due) WHERE claim IS NULL;
CREATE INDEX outbox_claimed ON outbox (claimed_until) WHERE claim IS NOT NULL;
CREATE INDEX outbox_by_subject ON outbox (subject) WHERE subject IS NOT NULL;

-- What was handed over and may still be heard of: a keyed hash of the provider's id, and whose fate it tells.
CREATE TABLE handed_over (
  provider_id BLOB PRIMARY KEY,
  purpose     TEXT NOT NULL,
  subject     BLOB NOT NULL,
  day         INTEGER NOT NULL
) WITHOUT ROWID;

-- Copies that a provider still holds and is to be told to delete. The id is locked: with the provider's records it leads to a number.
-- By time first, so that what comes in together is written together; it leaves in the same order, within minutes.
CREATE TABLE provider_copy (
  due      INTEGER NOT NULL,     -- milliseconds since 1970-01-01 UTC
  id       BLOB NOT NULL,        -- 16 bytes, random
  box      BLOB NOT NULL,
  attempts INTEGER NOT NULL,
  PRIMARY KEY (due, id)
) WITHOUT ROWID;

-- What is to be done at a time.
CREATE TABLE agenda (
  kind     TEXT NOT NULL,
  subject  TEXT NOT NULL,
  due      INTEGER NOT NULL,     -- milliseconds since 1970-01-01 UTC
  attempts INTEGER NOT NULL,
  PRIMARY KEY (kind, subject)
) WITHOUT ROWID;
CREATE INDEX agenda_by_due ON agenda (due);
