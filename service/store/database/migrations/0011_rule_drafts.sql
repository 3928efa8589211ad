-- Rules that are being written. A draft holds the files in which it differs from the set it was
-- begun from; once it is live it is kept as it was.

CREATE TABLE rule_drafts (
  id           TEXT   NOT NULL,
  title        TEXT   NOT NULL,
  author       TEXT   NOT NULL,
  base         TEXT   NOT NULL,  -- digest of the set of files it was begun from
  files        TEXT   NOT NULL,  -- JSON: path -> text, null: taken away
  state        TEXT   NOT NULL,  -- draft, shadow, asked, live, dropped
  version      BIGINT NOT NULL,  -- changes so far
  made_at      BIGINT NOT NULL,  -- seconds since 1970, UTC
  changed_at   BIGINT NOT NULL,
  shadow_since BIGINT,
  asked_by     TEXT   NOT NULL,
  asked_at     BIGINT,
  reason       TEXT   NOT NULL,
  digest       TEXT   NOT NULL,  -- of what the first person was shown; empty: nobody asked
  confirmed_by TEXT   NOT NULL,
  confirmed_at BIGINT,
  CONSTRAINT "rule_drafts.id" PRIMARY KEY (id)
);
CREATE INDEX rule_drafts_by_state ON rule_drafts (state, changed_at);

-- What a draft in shadow would have said of a scan, beside what was said. Nobody is shown it but
-- those who write rules.
CREATE TABLE shadow_judgements (
  draft_id     TEXT   NOT NULL,
  order_id     TEXT   NOT NULL,
  slot         TEXT   NOT NULL,
  version      BIGINT NOT NULL,  -- of the scan
  rules        TEXT   NOT NULL,  -- digest of the project it was judged by
  kept_at_ms   BIGINT NOT NULL,  -- the report
  before       TEXT   NOT NULL,  -- verdict; empty: it would have to be looked at anew
  after        TEXT   NOT NULL,
  appeared     TEXT   NOT NULL,  -- JSON: names of rules that find something, and found nothing
  vanished     TEXT   NOT NULL,
  CONSTRAINT "shadow_judgements.draft_id" PRIMARY KEY (draft_id, order_id, slot, version, rules)
);
CREATE INDEX shadow_judgements_by_time ON shadow_judgements (draft_id, kept_at_ms);
