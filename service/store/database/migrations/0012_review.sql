-- What the machine said of the scans that lie in orders, as the queue and the counts need it. Made
-- from the kept reports, and can be made again from them.
CREATE TABLE readings (
  order_id   TEXT   NOT NULL,
  slot       TEXT   NOT NULL,
  sha256     TEXT   NOT NULL,
  project    TEXT   NOT NULL,
  type       TEXT   NOT NULL,  -- of document; empty: none fitted
  verdict    TEXT   NOT NULL,
  sampled    BIGINT NOT NULL,  -- 1: shown to a person whatever was said
  round      BIGINT NOT NULL,  -- of review in which it was made: what documents say together changes
  read_at    BIGINT NOT NULL,  -- seconds since 1970, UTC
  CONSTRAINT "readings.order_id" PRIMARY KEY (order_id, slot, sha256)
);

CREATE TABLE reading_flags (
  order_id   TEXT   NOT NULL,
  slot       TEXT   NOT NULL,
  sha256     TEXT   NOT NULL,
  number     BIGINT NOT NULL,  -- of the finding in the report: 0, 1, 2, …
  rule       TEXT   NOT NULL,  -- "housing_outside/licence_copy/licence_scanned"
  code       TEXT   NOT NULL,
  level      TEXT   NOT NULL,
  CONSTRAINT "reading_flags.order_id" PRIMARY KEY (order_id, slot, sha256, number)
);

-- What a person then decided, and how far that bears the machine out. Labels: never overwritten.
CREATE TABLE decisions (
  id         TEXT   NOT NULL,  -- that of the command
  order_id   TEXT   NOT NULL,
  slot       TEXT   NOT NULL,
  sha256     TEXT   NOT NULL,
  project    TEXT   NOT NULL,
  type       TEXT   NOT NULL,
  reviewer   TEXT   NOT NULL,
  round      BIGINT NOT NULL,
  verdict    TEXT   NOT NULL,  -- the machine's
  accepted   BIGINT NOT NULL,
  sampled    BIGINT NOT NULL,
  decided_at BIGINT NOT NULL,
  CONSTRAINT "decisions.id" PRIMARY KEY (id)
);
CREATE INDEX decisions_of_order ON decisions (order_id, decided_at);
CREATE INDEX decisions_by_time ON decisions (decided_at);

CREATE TABLE agreements (
  decision   TEXT   NOT NULL,
  rule       TEXT   NOT NULL,
  code       TEXT   NOT NULL,
  outcome    TEXT   NOT NULL,  -- upheld, overturned, missed
  CONSTRAINT "agreements.decision" PRIMARY KEY (decision, rule, code)
);
CREATE INDEX agreements_of_rule ON agreements (rule, outcome);
