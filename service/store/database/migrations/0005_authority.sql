-- What the embedded certificate authority has made. Requests are the keys of effects: who asks a
-- second time is given what was made the first time.
CREATE TABLE authority_issued (
  authority TEXT   NOT NULL,       -- 'rsa', 'sm2'
  request   TEXT   NOT NULL,
  asked     TEXT   NOT NULL,       -- digest of what was asked for
  serial    TEXT   NOT NULL,
  pem       TEXT   NOT NULL,
  CONSTRAINT "authority_issued.authority, authority_issued.request" PRIMARY KEY (authority, request)
);
CREATE UNIQUE INDEX "authority_issued.serial" ON authority_issued (serial);

CREATE TABLE authority_revoked (
  serial    TEXT   NOT NULL,
  authority TEXT   NOT NULL,
  at        BIGINT NOT NULL,       -- seconds since 1970, UTC
  reason    BIGINT NOT NULL,       -- of RFC 5280
  CONSTRAINT "authority_revoked.serial" PRIMARY KEY (serial)
);

CREATE TABLE authority_lists (
  authority TEXT   NOT NULL,
  last      BIGINT NOT NULL,       -- number of the last revocation list
  CONSTRAINT "authority_lists.authority" PRIMARY KEY (authority)
);
