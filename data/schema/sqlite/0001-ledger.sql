-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Version 1, second of three: folios and their lines, what pays, invoices and paper.

-- ------------------------------------------------------------------ the ledger

-- A bill: of a stay, a group, a passer-by, a house account or a city-ledger account.
-- last_line, head and balance_minor say where its chain of lines stands.
CREATE TABLE folio (
  id            INTEGER PRIMARY KEY,
  kind          TEXT NOT NULL CHECK (kind IN ('stay', 'group', 'passer-by', 'house',
                                              'city-ledger')),
  stay_id       INTEGER REFERENCES stay (id),
  account_id    INTEGER REFERENCES account (id),
  name          TEXT,
  state         TEXT NOT NULL CHECK (state IN ('open', 'closed')),
  last_line     INTEGER NOT NULL CHECK (last_line >= 0),
  head          BLOB NOT NULL CHECK (length (head) = 32),
  balance_minor INTEGER NOT NULL,
  opened_at     INTEGER NOT NULL,
  closed_at     INTEGER,
  version       INTEGER NOT NULL,
  CHECK ((kind = 'stay') = (stay_id IS NOT NULL))
) STRICT;
CREATE INDEX folio_by_stay ON folio (stay_id, id) WHERE stay_id IS NOT NULL;
CREATE INDEX folio_by_account ON folio (account_id) WHERE account_id IS NOT NULL;

-- Up to eight parts of a folio, each with its payer and invoiced apart. payer NULL: the
-- guest. The buyer is who the invoice will name, where that is somebody else.
CREATE TABLE folio_window (
  folio_id         INTEGER NOT NULL REFERENCES folio (id),
  number           INTEGER NOT NULL CHECK (number BETWEEN 1 AND 8),
  payer            TEXT,
  account_id       INTEGER REFERENCES account (id),
  reference        TEXT,
  buyer_name       TEXT,
  buyer_address    TEXT,
  buyer_tax_number TEXT,
  balance_minor    INTEGER NOT NULL,
  version          INTEGER NOT NULL,
  PRIMARY KEY (folio_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX folio_window_by_account ON folio_window (account_id) WHERE account_id IS NOT NULL;

-- Which charges go to which window, up to how much: per day, per person and day, or in all.
CREATE TABLE routing (
  id             INTEGER PRIMARY KEY,
  folio_id       INTEGER NOT NULL REFERENCES folio (id),
  window_no      INTEGER NOT NULL CHECK (window_no BETWEEN 1 AND 8),
  n              INTEGER NOT NULL,
  codes          TEXT NOT NULL,
  limit_minor    INTEGER,
  limit_percent  TEXT,
  limit_per      TEXT CHECK (limit_per IN ('day', 'person-day', 'stay')),
  from_date      TEXT,
  to_date        TEXT,
  active         INTEGER NOT NULL CHECK (active IN (0, 1)),
  version        INTEGER NOT NULL,
  UNIQUE (folio_id, n)
) STRICT;

-- A paper that pays, with a number that is good once.
CREATE TABLE voucher (
  id           INTEGER PRIMARY KEY,
  account_id   INTEGER NOT NULL REFERENCES account (id),
  number       TEXT NOT NULL,
  stay_id      INTEGER NOT NULL REFERENCES stay (id),
  for_date     TEXT NOT NULL,
  persons      INTEGER NOT NULL,
  amount_minor INTEGER,
  taken_at     INTEGER NOT NULL,
  taken_by     TEXT NOT NULL,
  UNIQUE (account_id, number)
) STRICT;
CREATE INDEX voucher_by_stay ON voucher (stay_id);

-- The check or count sheet that lines came from, and when the things were counted.
CREATE TABLE check_group (
  id            INTEGER PRIMARY KEY,
  check_no      TEXT NOT NULL,
  outlet        TEXT NOT NULL,
  business_date TEXT NOT NULL,
  source        TEXT NOT NULL CHECK (source IN ('desk', 'interface', 'count')),
  counted_at    INTEGER,
  total_minor   INTEGER,
  UNIQUE (check_no, outlet, business_date)
) STRICT;

-- One line of a ledger; what the guest owes is positive. parent and answers are lines of
-- the same folio; quantity × unit_minor = amount_minor; hash is the folio's chain with it.
CREATE TABLE posting (
  id            INTEGER PRIMARY KEY,
  folio_id      INTEGER NOT NULL REFERENCES folio (id),
  line          INTEGER NOT NULL CHECK (line >= 1),
  window_no     INTEGER NOT NULL CHECK (window_no BETWEEN 1 AND 8),
  kind          TEXT NOT NULL,
  config        INTEGER NOT NULL REFERENCES config (id),
  code          TEXT NOT NULL,
  tax_class     TEXT,
  tax           TEXT,
  business_date TEXT NOT NULL,
  stay_date     TEXT,
  room          TEXT,
  quantity      INTEGER NOT NULL,
  unit_minor    INTEGER NOT NULL,
  amount_minor  INTEGER NOT NULL,
  parent        INTEGER,
  answers       INTEGER,
  check_no      TEXT,
  text          TEXT,
  reason        TEXT,
  made_by       TEXT NOT NULL,
  allowed_by    TEXT,
  desk          TEXT NOT NULL,
  posted_at     INTEGER NOT NULL,
  note_id       INTEGER REFERENCES note (id),
  note_hash     BLOB,
  hash          BLOB NOT NULL CHECK (length (hash) = 32),
  steps         TEXT NOT NULL,
  UNIQUE (folio_id, line),
  CHECK (parent < line AND answers < line),
  CHECK ((note_id IS NULL) = (note_hash IS NULL))
) STRICT;
CREATE INDEX posting_by_stay_date ON posting (folio_id, stay_date);
CREATE INDEX posting_by_note ON posting (note_id) WHERE note_id IS NOT NULL;
-- One comparison after the other: for a longer list the engine would make a table of its
-- own at each row that is written.
CREATE INDEX posting_that_answers ON posting (business_date, id)
  WHERE kind <> 'charge' AND kind <> 'tax' AND kind <> 'payment' AND kind <> 'rounding';
CREATE INDEX posting_paid_out ON posting (business_date, id)
  WHERE kind = 'payment' AND amount_minor > 0;

-- How the amount of a line comes about, from its source; exact numbers as "num/den". They
-- stand in the line's own row, posting.steps, an array for each.
CREATE VIEW posting_step (posting_id, seq, op, rule, input, rate, mode, rounding, result) AS
  SELECT p.id, s.key + 1, max (f.value) FILTER (WHERE f.key = 0),
         max (f.value) FILTER (WHERE f.key = 1), max (f.value) FILTER (WHERE f.key = 2),
         max (f.value) FILTER (WHERE f.key = 3), max (f.value) FILTER (WHERE f.key = 4),
         max (f.value) FILTER (WHERE f.key = 5), max (f.value) FILTER (WHERE f.key = 6)
  FROM posting p, json_each (p.steps) s, json_each (s.value) f
  GROUP BY p.id, s.key;

-- Money received before arrival, in a ledger of its own, until it is applied or given back.
CREATE TABLE deposit (
  id            INTEGER PRIMARY KEY,
  stay_id       INTEGER NOT NULL REFERENCES stay (id),
  business_date TEXT NOT NULL,
  received_at   INTEGER NOT NULL,
  tender        TEXT NOT NULL,
  reference     TEXT,
  amount_minor  INTEGER NOT NULL,
  state         TEXT NOT NULL CHECK (state IN ('held', 'applied', 'returned')),
  posting_id    INTEGER REFERENCES posting (id),
  invoice_id    INTEGER REFERENCES invoice (id),
  version       INTEGER NOT NULL
) STRICT;
CREATE INDEX deposit_by_stay ON deposit (stay_id);
CREATE INDEX deposit_by_posting ON deposit (posting_id) WHERE posting_id IS NOT NULL;
CREATE INDEX deposit_by_invoice ON deposit (invoice_id) WHERE invoice_id IS NOT NULL;

-- A card reservation: not a charge, never in a column of amounts. card: its last four digits.
CREATE TABLE hold (
  id           INTEGER PRIMARY KEY,
  stay_id      INTEGER NOT NULL REFERENCES stay (id),
  tender       TEXT NOT NULL,
  card         TEXT NOT NULL,
  reference    TEXT,
  amount_minor INTEGER NOT NULL CHECK (amount_minor >= 0),
  state        TEXT NOT NULL CHECK (state IN ('placed', 'captured', 'released', 'expired')),
  placed_at    INTEGER NOT NULL,
  expires_on   TEXT,
  released_at  INTEGER,
  visible_by   TEXT,
  version      INTEGER NOT NULL
) STRICT;
CREATE INDEX hold_by_stay ON hold (stay_id);

-- ------------------------------------------------------------ invoices and paper

-- A row of numbers without gaps.
CREATE TABLE invoice_series (
  name        TEXT PRIMARY KEY,
  prefix      TEXT NOT NULL,
  last_number INTEGER NOT NULL,
  last_date   TEXT
) STRICT, WITHOUT ROWID;

-- What was issued for a window, as it was issued; content: its lines and its VAT table.
CREATE TABLE invoice (
  id               INTEGER PRIMARY KEY,
  series           TEXT NOT NULL REFERENCES invoice_series (name),
  number           INTEGER NOT NULL,
  kind             TEXT NOT NULL CHECK (kind IN ('invoice', 'credit-note', 'advance')),
  folio_id         INTEGER NOT NULL REFERENCES folio (id),
  window_no        INTEGER NOT NULL,
  answers_id       INTEGER REFERENCES invoice (id),
  business_date    TEXT NOT NULL,
  issued_at        INTEGER NOT NULL,
  issued_by        TEXT NOT NULL,
  config           INTEGER NOT NULL REFERENCES config (id),
  lang             TEXT NOT NULL,
  buyer_name       TEXT NOT NULL,
  buyer_address    TEXT,
  buyer_tax_number TEXT,
  reference        TEXT,
  total_minor      INTEGER NOT NULL,
  content          TEXT NOT NULL,
  digest           BLOB NOT NULL,
  UNIQUE (series, number)
) STRICT;
CREATE INDEX invoice_by_folio ON invoice (folio_id, window_no);
CREATE INDEX invoice_by_answered ON invoice (answers_id) WHERE answers_id IS NOT NULL;

-- Which lines an invoice covers; a line stands on one invoice.
CREATE TABLE invoice_line (
  posting_id INTEGER PRIMARY KEY REFERENCES posting (id),
  invoice_id INTEGER NOT NULL REFERENCES invoice (id)
) STRICT;
CREATE INDEX invoice_line_by_invoice ON invoice_line (invoice_id);

-- Every paper or message that left the house: what leans on it cannot be undone.
CREATE TABLE document (
  id       INTEGER PRIMARY KEY,
  kind     TEXT NOT NULL,
  stay_id  INTEGER REFERENCES stay (id),
  folio_id INTEGER REFERENCES folio (id),
  lang     TEXT NOT NULL,
  made_at  INTEGER NOT NULL,
  made_by  TEXT NOT NULL,
  desk     TEXT NOT NULL,
  digest   BLOB NOT NULL
) STRICT;
CREATE INDEX document_by_stay ON document (stay_id) WHERE stay_id IS NOT NULL;
CREATE INDEX document_by_folio ON document (folio_id) WHERE folio_id IS NOT NULL;

-- ---------------------------------------------------------------- what is kept

CREATE TRIGGER posting_no_update BEFORE UPDATE ON posting
BEGIN SELECT raise (ABORT, 'postings are never changed'); END;
CREATE TRIGGER posting_no_delete BEFORE DELETE ON posting
BEGIN SELECT raise (ABORT, 'postings are never deleted'); END;

-- A line goes to the end of an open folio, on the open business date. One trigger for all
-- four: starting it costs more than what it asks.
CREATE TRIGGER posting_as_next BEFORE INSERT ON posting
BEGIN
  SELECT CASE
    WHEN (SELECT state FROM folio WHERE id = NEW.folio_id) <> 'open'
    THEN raise (ABORT, 'folio is closed')
    WHEN NEW.line <>
         1 + coalesce ((SELECT max (line) FROM posting WHERE folio_id = NEW.folio_id), 0)
    THEN raise (ABORT, 'lines of a folio are numbered without a gap')
    WHEN NEW.quantity * NEW.unit_minor <> NEW.amount_minor
    THEN raise (ABORT, 'quantity times unit price is not the amount')
    WHEN NEW.business_date <> (SELECT business_date FROM property_state)
    THEN raise (ABORT, 'postings are made on the open business date')
  END;
END;

-- A folio's chain stands where its last line stands.
CREATE TRIGGER folio_follows_lines BEFORE UPDATE OF last_line, head ON folio
WHEN (NEW.last_line <> OLD.last_line OR NEW.head <> OLD.head) AND
     (NEW.last_line, NEW.head) IS NOT
     (SELECT line, hash FROM posting WHERE folio_id = NEW.id ORDER BY line DESC LIMIT 1)
BEGIN SELECT raise (ABORT, 'a folio stands where its last line stands'); END;

CREATE TRIGGER folio_no_delete BEFORE DELETE ON folio
BEGIN SELECT raise (ABORT, 'a folio is never deleted'); END;

CREATE TRIGGER folio_stays_closed BEFORE UPDATE OF state ON folio
WHEN OLD.state = 'closed' AND NEW.state = 'open' AND
     EXISTS (SELECT 1 FROM invoice WHERE folio_id = OLD.id)
BEGIN SELECT raise (ABORT, 'an invoiced folio is never opened again'); END;

CREATE TRIGGER voucher_no_update BEFORE UPDATE ON voucher
BEGIN SELECT raise (ABORT, 'a voucher taken is never changed'); END;

CREATE TRIGGER invoice_no_update BEFORE UPDATE ON invoice
BEGIN SELECT raise (ABORT, 'an invoice is never changed'); END;
CREATE TRIGGER invoice_no_delete BEFORE DELETE ON invoice
BEGIN SELECT raise (ABORT, 'an invoice is never deleted'); END;
CREATE TRIGGER invoice_line_no_update BEFORE UPDATE ON invoice_line
BEGIN SELECT raise (ABORT, 'an invoice is never changed'); END;
CREATE TRIGGER invoice_line_no_delete BEFORE DELETE ON invoice_line
BEGIN SELECT raise (ABORT, 'an invoice is never changed'); END;

CREATE TRIGGER invoice_without_gap BEFORE INSERT ON invoice
WHEN NEW.number <> (SELECT last_number FROM invoice_series WHERE name = NEW.series) OR
     NEW.number <> 1 + coalesce ((SELECT max (number) FROM invoice WHERE series = NEW.series),
                                 NEW.number - 1)
BEGIN SELECT raise (ABORT, 'invoice numbers have no gap'); END;

CREATE TRIGGER invoice_series_forward BEFORE UPDATE ON invoice_series
WHEN NEW.last_number <> OLD.last_number + 1 OR NEW.last_date < OLD.last_date
BEGIN SELECT raise (ABORT, 'invoices go forward, in number and in date'); END;
CREATE TRIGGER invoice_series_no_delete BEFORE DELETE ON invoice_series
BEGIN SELECT raise (ABORT, 'a series of invoices is never deleted'); END;

CREATE TRIGGER document_no_update BEFORE UPDATE ON document
BEGIN SELECT raise (ABORT, 'the record of a paper is never changed'); END;
CREATE TRIGGER document_no_delete BEFORE DELETE ON document
BEGIN SELECT raise (ABORT, 'the record of a paper is never deleted'); END;
