-- Since when a copy at the provider could have been deleted, and whether the provider refuses: doctor counts both.
ALTER TABLE provider_copy ADD COLUMN since INTEGER NOT NULL DEFAULT 0;   -- hours since 1970-01-01 UTC
ALTER TABLE provider_copy ADD COLUMN refused INTEGER NOT NULL DEFAULT 0; -- 1: somebody has to do it at the provider's console
UPDATE provider_copy SET since = due / 3600000;
