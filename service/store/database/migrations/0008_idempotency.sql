-- What was answered to a request that came with a key, so that the same request a second time does
-- nothing and gets the same bytes.
CREATE TABLE answers (
  account  TEXT   NOT NULL,        -- who asked
  key      TEXT   NOT NULL,        -- as the request said it
  asked    TEXT   NOT NULL,        -- SHA-256 of what was asked for
  order_id TEXT   NOT NULL,        -- the answer goes with the order when it is erased
  status   BIGINT NOT NULL,
  version  BIGINT NOT NULL,        -- of the order
  body     TEXT   NOT NULL,
  at       BIGINT NOT NULL,        -- seconds since 1970, UTC
  CONSTRAINT "answers.account, answers.key" PRIMARY KEY (account, key)
);
CREATE INDEX answers_by_age ON answers (at);
CREATE INDEX answers_of_order ON answers (order_id);

-- Codes that people have to see on a screen to pay or to verify by, under the effect's key.
CREATE TABLE codes (
  effect TEXT   NOT NULL,
  url    TEXT   NOT NULL,
  at     BIGINT NOT NULL,
  CONSTRAINT "codes.effect" PRIMARY KEY (effect)
);
