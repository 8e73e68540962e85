-- Tips: what routes them in the clear, under random ids and without an order of coming.
CREATE TABLE tip (
  id            BLOB PRIMARY KEY,  -- 16 bytes
  hour          INTEGER NOT NULL,  -- hours since 1970-01-01 UTC
  municipality  TEXT,
  department    TEXT,
  country       TEXT,
  kind          TEXT NOT NULL,
  urgency       TEXT NOT NULL,
  language      TEXT NOT NULL,
  state         TEXT NOT NULL,
  call_back     INTEGER NOT NULL,
  from_provider INTEGER NOT NULL,
  complete      INTEGER NOT NULL,
  assigned      BLOB,              -- a responder's id
  outcome       TEXT,
  discretion    BLOB               -- whom to keep away, and what else only the router may know; locked
) WITHOUT ROWID;

-- What was told: age files, which nothing here can open.
CREATE TABLE tip_seal (
  tip  BLOB NOT NULL,
  id   BLOB NOT NULL,              -- 16 bytes, random
  seal BLOB NOT NULL,
  PRIMARY KEY (tip, id)
) WITHOUT ROWID;

-- The receipt, as a keyed slow hash.
CREATE TABLE tip_code (
  hash BLOB PRIMARY KEY,           -- 32 bytes
  tip  BLOB NOT NULL UNIQUE
) WITHOUT ROWID;

-- What the responder is told on accepting; locked, and short-lived.
CREATE TABLE hand_over (
  tip BLOB PRIMARY KEY,
  box BLOB NOT NULL
) WITHOUT ROWID;

-- A case's own key, and under it the number to ask back at.
CREATE TABLE case_key (
  tip     BLOB PRIMARY KEY,
  box     BLOB NOT NULL,           -- the key, locked
  contact BLOB                     -- under the case's key; null: she may not be asked
) WITHOUT ROWID;

-- Words between the ends of a case, under its key; a row is deleted as it is read.
CREATE TABLE case_words (
  tip       BLOB NOT NULL,
  recipient TEXT NOT NULL,
  turn      INTEGER NOT NULL,      -- counts what waits for this end
  box       BLOB NOT NULL,
  PRIMARY KEY (tip, recipient, turn)
) WITHOUT ROWID;

-- Who was asked to act on a tip. Nothing of what was told.
CREATE TABLE alert (
  id         BLOB PRIMARY KEY,     -- 16 bytes
  code       TEXT NOT NULL,
  tip        BLOB NOT NULL,
  responder  BLOB NOT NULL,
  part       TEXT NOT NULL,
  state      TEXT NOT NULL,
  open       INTEGER NOT NULL,     -- 1: she can still do something about it
  tier       TEXT NOT NULL,
  score      TEXT NOT NULL,        -- points by reason: language,experience,distance,availability,load
  place_free INTEGER NOT NULL,
  sent       INTEGER NOT NULL,     -- milliseconds since 1970-01-01 UTC; to the hour once it is over
  due        INTEGER,              -- milliseconds
  reminders  INTEGER NOT NULL,
  asked      TEXT NOT NULL,        -- the state of the alert flow that answers the last message
  messages   INTEGER NOT NULL,     -- how many she was sent of it
  news_told  INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX alert_by_tip ON alert (tip);
CREATE INDEX alert_by_code ON alert (code, responder);
CREATE INDEX alert_open_of ON alert (responder) WHERE open = 1;

-- How a responder stands, kept with the alerts so that routing reads one row a person.
CREATE TABLE alert_standing (
  responder    BLOB PRIMARY KEY,
  load         INTEGER NOT NULL,   -- offers not answered, and cases she has
  last_alerted INTEGER NOT NULL    -- milliseconds
) WITHOUT ROWID;
