-- Programs of others that are told what becomes of orders. Each reads the ledger at its own pace.
CREATE TABLE webhooks (
  id          TEXT   NOT NULL,
  client      TEXT   NOT NULL,     -- whose program it is
  url         TEXT   NOT NULL,
  events      TEXT   NOT NULL,     -- names with commas between them; empty: all
  made_by     TEXT   NOT NULL,
  made_at_ms  BIGINT NOT NULL,
  told        BIGINT NOT NULL,     -- number of the last ledger entry that is over with
  run_at_ms   BIGINT NOT NULL,     -- not before
  tries       BIGINT NOT NULL,     -- of the entry after that
  fence       BIGINT NOT NULL,     -- grows with every claim
  lease_until_ms BIGINT NOT NULL,
  gone        BIGINT NOT NULL,     -- 1: its program has said that nobody is there any more
  reason      TEXT   NOT NULL,     -- why the last try failed
  CONSTRAINT "webhooks.id" PRIMARY KEY (id)
);

-- What nobody could be told, however often it was tried.
CREATE TABLE webhook_dead_letters (
  webhook     TEXT   NOT NULL,
  number      BIGINT NOT NULL,     -- of the ledger entry
  event       TEXT   NOT NULL,
  order_id    TEXT   NOT NULL,
  at_ms       BIGINT NOT NULL,     -- when it was given up
  reason      TEXT   NOT NULL,
  CONSTRAINT "webhook_dead_letters.webhook, webhook_dead_letters.number" PRIMARY KEY (webhook, number)
);
