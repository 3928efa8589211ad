-- What has happened, in the order in which it happened. Nothing is ever changed here but that the
-- body of an erased stream is emptied.
CREATE TABLE ledger (
  number          BIGINT NOT NULL,  -- 1, 2, 3, … without a gap
  stream          TEXT   NOT NULL,  -- 'order/O1', 'organisation/91360600MA35XXXX0A', 'refusals', …
  position        BIGINT NOT NULL,  -- in the stream: 1, 2, 3, … without a gap
  kind            TEXT   NOT NULL,
  at              BIGINT NOT NULL,  -- seconds since 1970, UTC
  body            TEXT   NOT NULL,  -- JSON; empty: erased
  digest          TEXT   NOT NULL,  -- SHA-256 of the body as it was written
  previous        TEXT   NOT NULL,  -- hash of the entry before; empty: the first
  stream_previous TEXT   NOT NULL,  -- the same in the stream
  hash            TEXT   NOT NULL,  -- SHA-256 of all of the above but the body
  CONSTRAINT "ledger.number" PRIMARY KEY (number),
  CONSTRAINT "ledger.stream, ledger.position" UNIQUE (stream, position)
);

CREATE INDEX ledger_of_kind ON ledger (kind, number) WHERE kind = 'erased';
