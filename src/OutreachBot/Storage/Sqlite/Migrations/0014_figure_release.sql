-- Figures as they were given out: masked, made once. Nothing more exact is kept.
CREATE TABLE figure_release (
  last    INTEGER NOT NULL,        -- months since January 1970
  part    TEXT NOT NULL,           -- Told, Ended
  first   INTEGER,                 -- null: from the beginning
  total   INTEGER NOT NULL,
  figures TEXT NOT NULL,           -- JSON
  PRIMARY KEY (last, part)
) WITHOUT ROWID;
