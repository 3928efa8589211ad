-- Who may sign in, and who has. Names and numbers of applicants stand in the ledger, by organisation;
-- here are ids. Secrets are digests or sealed.

CREATE TABLE accounts (
  id              TEXT   NOT NULL, -- of the seat, or of the staff account
  organisation    TEXT   NOT NULL, -- credit code; empty: of the staff
  login           TEXT,            -- of the staff; NULL: a seat, found by organisation and number
  name            TEXT   NOT NULL, -- of the staff; empty: a seat
  roles           TEXT   NOT NULL, -- 'reviewer finance'
  password        TEXT   NOT NULL, -- argon2id; empty: none yet
  second_factor   TEXT   NOT NULL, -- sealed; empty: none
  second_factor_is_set BIGINT NOT NULL, -- 0: offered, not confirmed yet
  second_factor_step   BIGINT NOT NULL, -- last step of time that was used
  disabled        BIGINT NOT NULL,
  made_at_ms      BIGINT NOT NULL,
  CONSTRAINT "accounts.id" PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "accounts.login" ON accounts (login);
CREATE INDEX accounts_of_organisation ON accounts (organisation);

CREATE TABLE sessions (
  id              TEXT   NOT NULL, -- to list and end it by; opens nothing
  token           TEXT   NOT NULL, -- SHA-256 of what the cookie holds
  account         TEXT   NOT NULL,
  organisation    TEXT   NOT NULL,
  organisation_version BIGINT NOT NULL, -- events of the organisation when it began
  agent           TEXT   NOT NULL, -- what the browser calls itself
  begun_at_ms     BIGINT NOT NULL,
  used_at_ms      BIGINT NOT NULL,
  idle_until_ms   BIGINT NOT NULL,
  until_ms        BIGINT NOT NULL,
  CONSTRAINT "sessions.id" PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "sessions.token" ON sessions (token);
CREATE INDEX sessions_of_account ON sessions (account);
CREATE INDEX sessions_of_organisation ON sessions (organisation);
CREATE INDEX sessions_by_end ON sessions (until_ms);

-- Browsers an account has signed in from: strangers' mistakes do not slow them down.
CREATE TABLE devices (
  device     TEXT   NOT NULL,      -- SHA-256 of what the cookie holds
  account    TEXT   NOT NULL,
  until_ms   BIGINT NOT NULL,
  CONSTRAINT "devices.device, devices.account" PRIMARY KEY (device, account)
);
CREATE INDEX devices_by_end ON devices (until_ms);

-- Answers are keyed digests. A row is gone once it was answered, rightly or not.
CREATE TABLE captchas (
  id         TEXT   NOT NULL,
  picture    TEXT   NOT NULL,
  question   TEXT   NOT NULL,
  device     TEXT   NOT NULL,      -- the browser it was shown to
  until_ms   BIGINT NOT NULL,
  CONSTRAINT "captchas.id" PRIMARY KEY (id)
);
CREATE INDEX captchas_by_end ON captchas (until_ms);

-- Rates of whatever is limited, by keyed digests: no address stands here. One number each.
CREATE TABLE limits (
  key        TEXT   NOT NULL,
  full_at_ms BIGINT NOT NULL,      -- when all of it is there again
  CONSTRAINT "limits.key" PRIMARY KEY (key)
);
CREATE INDEX limits_by_end ON limits (full_at_ms);

-- Organisations that wait for somebody to decide on another telephone number.
CREATE TABLE phone_changes (
  organisation TEXT   NOT NULL,    -- credit code
  asked_at     BIGINT NOT NULL,    -- seconds since 1970, UTC
  CONSTRAINT "phone_changes.organisation" PRIMARY KEY (organisation)
);
