-- What lists are made of. All of it follows from the ledger and can be made again from it.

CREATE TABLE orders (
  id             TEXT   NOT NULL,
  organisation   TEXT   NOT NULL,  -- credit code
  project        TEXT   NOT NULL,
  operation      TEXT   NOT NULL,
  variant        TEXT   NOT NULL,
  stage          TEXT   NOT NULL,
  status         TEXT   NOT NULL,  -- what customers see
  payment_status TEXT   NOT NULL,
  waiting_for    TEXT   NOT NULL,
  turn           TEXT,             -- a role; NULL: nobody's
  since          BIGINT NOT NULL,  -- seconds since 1970, UTC
  until          BIGINT,
  begun_at       BIGINT NOT NULL,
  changed_at     BIGINT NOT NULL,
  version        BIGINT NOT NULL,  -- events so far
  terms_digest   TEXT   NOT NULL,
  CONSTRAINT "orders.id" PRIMARY KEY (id)
);
CREATE INDEX orders_by_turn ON orders (turn, since);
CREATE INDEX orders_by_organisation ON orders (organisation, begun_at);
CREATE INDEX orders_by_stage ON orders (stage, since);

-- At most one of an order is settled, whatever else goes wrong.
CREATE TABLE attempts (
  id          TEXT   NOT NULL,
  order_id    TEXT   NOT NULL,
  channel     TEXT   NOT NULL,
  state       TEXT   NOT NULL,
  amount_fen  BIGINT NOT NULL,
  paid_fen    BIGINT NOT NULL,
  transaction_id TEXT NOT NULL,    -- the channel's; empty: not paid
  opened_at   BIGINT NOT NULL,
  CONSTRAINT "attempts.id" PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "attempts.order_id" ON attempts (order_id) WHERE state = 'settled';

CREATE TABLE refunds (
  id          TEXT   NOT NULL,
  order_id    TEXT   NOT NULL,
  attempt     TEXT   NOT NULL,
  state       TEXT   NOT NULL,
  amount_fen  BIGINT NOT NULL,
  since       BIGINT NOT NULL,
  CONSTRAINT "refunds.id" PRIMARY KEY (id)
);
CREATE INDEX refunds_by_state ON refunds (state, since);

-- Certificates we made or were told of. A renewal may leave a certificate its number; anything else
-- makes a number once.
CREATE TABLE certificates (
  serial       TEXT   NOT NULL,
  order_id     TEXT   NOT NULL,    -- that made or renewed it; empty: not ours
  key_id       TEXT   NOT NULL,
  organisation TEXT   NOT NULL,
  project      TEXT   NOT NULL,
  main_key     BIGINT NOT NULL,
  valid_until  BIGINT NOT NULL,
  renewed      BIGINT NOT NULL,
  CONSTRAINT "certificates.serial, certificates.order_id" PRIMARY KEY (serial, order_id)
);
CREATE UNIQUE INDEX "certificates.serial" ON certificates (serial) WHERE renewed = 0;
CREATE INDEX certificates_of_organisation ON certificates (organisation, project);

-- A certificate is revoked once.
CREATE TABLE revocations (
  serial   TEXT NOT NULL,
  order_id TEXT NOT NULL,
  CONSTRAINT "revocations.serial" PRIMARY KEY (serial)
);

CREATE TABLE organisations (
  credit_code   TEXT   NOT NULL,
  state         TEXT   NOT NULL,
  name          TEXT   NOT NULL,
  registered_at BIGINT NOT NULL,
  version       BIGINT NOT NULL,
  CONSTRAINT "organisations.credit_code" PRIMARY KEY (credit_code)
);

-- One main key for an organisation in a project.
CREATE TABLE main_keys (
  organisation TEXT   NOT NULL,
  project      TEXT   NOT NULL,
  state        TEXT   NOT NULL,    -- reserved, issued
  order_id     TEXT   NOT NULL,    -- empty: issued at the hall
  serial       TEXT   NOT NULL,
  valid_until  BIGINT NOT NULL,
  CONSTRAINT "main_keys.organisation, main_keys.project" PRIMARY KEY (organisation, project)
);
