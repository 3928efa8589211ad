-- Scans to be looked at take turns by account: of those that wait, the one with the least turn is the next.
ALTER TABLE jobs ADD COLUMN account TEXT   NOT NULL DEFAULT '';  -- whose scan; empty: no scan
ALTER TABLE jobs ADD COLUMN turn    BIGINT NOT NULL DEFAULT 0;   -- of all scans that wait, by account
