-- The files of every rule set that was live or is tried out. Orders go by the rules they were begun
-- under for as long as they live, so none is ever removed.
CREATE TABLE rule_sets (
  digest  TEXT   NOT NULL,         -- SHA-256 of the files
  files   TEXT   NOT NULL,         -- JSON: text by path below the folder of rules
  kept_at BIGINT NOT NULL,         -- seconds since 1970, UTC
  CONSTRAINT "rule_sets.digest" PRIMARY KEY (digest)
);

-- What orders name: the digest of a project, as the program worked it out that kept it.
CREATE TABLE rule_set_projects (
  project  TEXT NOT NULL,
  digest   TEXT NOT NULL,
  rule_set TEXT NOT NULL,
  CONSTRAINT "rule_set_projects.project, rule_set_projects.digest, rule_set_projects.rule_set"
    PRIMARY KEY (project, digest, rule_set)
);
CREATE INDEX rule_set_projects_of_set ON rule_set_projects (rule_set);

-- Which set new orders are begun under: the last.
CREATE TABLE rule_publications (
  number   BIGINT NOT NULL,        -- 1, 2, 3, … without a gap
  rule_set TEXT   NOT NULL,
  at       BIGINT NOT NULL,
  account  TEXT   NOT NULL,        -- who published it
  reason   TEXT   NOT NULL,
  CONSTRAINT "rule_publications.number" PRIMARY KEY (number)
);
