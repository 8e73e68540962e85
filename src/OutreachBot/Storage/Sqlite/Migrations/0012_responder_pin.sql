-- A responder's PIN as a keyed slow hash, with the wrong ones counted; locked under the server key.
CREATE TABLE responder_pin (
  responder BLOB PRIMARY KEY,      -- 16 bytes, as in responder.id
  box       BLOB NOT NULL
) WITHOUT ROWID;
