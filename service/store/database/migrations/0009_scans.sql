-- What was uploaded for orders and what came of it. Scans, reports, pictures and forms themselves are blobs;
-- here is which of them belongs to what. No name and no number of a person.

CREATE TABLE scans (
  order_id       TEXT   NOT NULL,
  slot           TEXT   NOT NULL,
  version        BIGINT NOT NULL,  -- 1, 2, 3, … of this slot; none is ever replaced
  organisation   TEXT   NOT NULL,  -- credit code
  sha256         TEXT   NOT NULL,
  bytes          BIGINT NOT NULL,
  format         TEXT   NOT NULL,  -- jpeg, png, bmp
  state          TEXT   NOT NULL,  -- waiting, inspecting, inspected; replaced before anybody looked
  uploaded_at_ms BIGINT NOT NULL,
  uploaded_by    TEXT   NOT NULL,
  CONSTRAINT "scans.order_id, scans.slot, scans.version" PRIMARY KEY (order_id, slot, version)
);
CREATE INDEX scans_waiting ON scans (organisation, state);

-- What was seen in a scan, by rules.
CREATE TABLE reports (
  order_id        TEXT   NOT NULL,
  slot            TEXT   NOT NULL,
  version         BIGINT NOT NULL,  -- of the scan
  rules           TEXT   NOT NULL,  -- digest
  verdict         TEXT   NOT NULL,
  blocking        TEXT   NOT NULL,  -- codes of findings, with blanks between them
  report_sha256   TEXT   NOT NULL,
  inspected_at_ms BIGINT NOT NULL,
  CONSTRAINT "reports.order_id, reports.slot, reports.version, reports.rules"
    PRIMARY KEY (order_id, slot, version, rules)
);

-- What the documents of an order say against each other: one row for each state of all of them.
CREATE TABLE comparisons (
  order_id        TEXT   NOT NULL,
  basis           TEXT   NOT NULL,  -- digest of the reports, the facts and the rules
  findings_sha256 TEXT   NOT NULL,
  compared_at_ms  BIGINT NOT NULL,
  CONSTRAINT "comparisons.order_id, comparisons.basis" PRIMARY KEY (order_id, basis)
);

-- Scans as they are shown: drawn anew, without what was hidden in the file.
CREATE TABLE pictures (
  scan_sha256    TEXT   NOT NULL,
  turned_deg     BIGINT NOT NULL,  -- clockwise, to stand upright
  width          BIGINT NOT NULL,  -- at most
  picture_sha256 TEXT   NOT NULL,
  CONSTRAINT "pictures.scan_sha256, pictures.turned_deg, pictures.width"
    PRIMARY KEY (scan_sha256, turned_deg, width)
);

-- Which of the staff saw which scan. The ledger holds the same, where nobody can take it away.
CREATE TABLE image_views (
  number   BIGINT NOT NULL,  -- of the ledger entry
  at_s     BIGINT NOT NULL,
  viewer   TEXT   NOT NULL,
  order_id TEXT   NOT NULL,
  slot     TEXT   NOT NULL,
  version  BIGINT NOT NULL,
  why      TEXT   NOT NULL,  -- review, paper_check, audit
  request  TEXT   NOT NULL,
  CONSTRAINT "image_views.number" PRIMARY KEY (number)
);
CREATE INDEX image_views_of_order ON image_views (order_id);
CREATE INDEX image_views_by_viewer ON image_views (viewer);

-- Forms printed for an order. The digest of what stands on one is in its code, so that a scan of it can be told
-- from one of an earlier print.
CREATE TABLE forms (
  order_id    TEXT   NOT NULL,
  form        TEXT   NOT NULL,  -- the slot, or refund_letter/<refund>
  facts       TEXT   NOT NULL,  -- digest
  generation  BIGINT NOT NULL,  -- of the order
  form_sha256 TEXT   NOT NULL,
  made_at_ms  BIGINT NOT NULL,
  CONSTRAINT "forms.order_id, forms.form, forms.facts" PRIMARY KEY (order_id, form, facts)
);

-- Letters, signatures, proofs of a name: kept as they came.
CREATE TABLE evidence (
  sha256       TEXT   NOT NULL,
  given_by     TEXT   NOT NULL,
  organisation TEXT   NOT NULL,  -- empty: by the staff
  bytes        BIGINT NOT NULL,
  kind         TEXT   NOT NULL,
  given_at_ms  BIGINT NOT NULL,
  CONSTRAINT "evidence.sha256, evidence.given_by" PRIMARY KEY (sha256, given_by)
);
