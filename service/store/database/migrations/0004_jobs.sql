-- What is to be done outside, written with the events that ask for it.
CREATE TABLE jobs (
  key         TEXT   NOT NULL,     -- of the effect
  number      BIGINT NOT NULL,     -- of the ledger entry that asked for it
  part        BIGINT NOT NULL,     -- which of its effects
  stream      TEXT   NOT NULL,     -- 'order/O1', 'organisation/…'
  kind        TEXT   NOT NULL,
  effect      TEXT   NOT NULL,     -- JSON
  state       TEXT   NOT NULL,     -- waiting, running, done, dead
  run_at_ms   BIGINT NOT NULL,     -- not before
  tries       BIGINT NOT NULL,
  fence       BIGINT NOT NULL,     -- grows with every claim
  owner       TEXT   NOT NULL,
  lease_until_ms BIGINT NOT NULL,
  uncertain   BIGINT NOT NULL,     -- an earlier try may have done it
  reason      TEXT   NOT NULL,     -- why it is not done
  CONSTRAINT "jobs.key" PRIMARY KEY (key)
);
CREATE INDEX jobs_to_claim ON jobs (state, run_at_ms);
CREATE INDEX jobs_of_stream ON jobs (stream);

-- What gateways and vendors told us, so that the second time is known.
CREATE TABLE callbacks (
  provider TEXT   NOT NULL,
  id       TEXT   NOT NULL,
  at       BIGINT NOT NULL,
  CONSTRAINT "callbacks.provider, callbacks.id" PRIMARY KEY (provider, id)
);
