-- Requests in PKCS #10 for the keys certificates are made for, brought by the maker's computer.
CREATE TABLE key_requests (
  order_id  TEXT   NOT NULL,
  pem       TEXT   NOT NULL,
  by_maker  TEXT   NOT NULL,
  at_ms     BIGINT NOT NULL,
  CONSTRAINT "key_requests.order_id" PRIMARY KEY (order_id)
);

-- What staff must look at.
CREATE TABLE alarms (
  key       TEXT   NOT NULL,       -- the same a second time is the same alarm
  kind      TEXT   NOT NULL,
  order_id  TEXT   NOT NULL,       -- empty: of no order
  detail    TEXT   NOT NULL,
  at_ms     BIGINT NOT NULL,
  CONSTRAINT "alarms.key" PRIMARY KEY (key)
);
CREATE INDEX alarms_by_time ON alarms (at_ms);

-- The gateways' bills of a day, held against what we know.
CREATE TABLE bills (
  channel      TEXT   NOT NULL,
  day          TEXT   NOT NULL,    -- in Beijing, 2026-11-21
  read_at_ms   BIGINT NOT NULL,
  booked       TEXT   NOT NULL,    -- JSON: what the gateway has booked
  differences  TEXT   NOT NULL,    -- JSON
  CONSTRAINT "bills.channel, bills.day" PRIMARY KEY (channel, day)
);

-- What is done time and again, by one of those who share the database.
CREATE TABLE rounds (
  name      TEXT   NOT NULL,
  begun_at_ms BIGINT NOT NULL,
  CONSTRAINT "rounds.name" PRIMARY KEY (name)
);
