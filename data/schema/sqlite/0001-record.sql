-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Version 1, third of three: cases and requests, what was allowed and given, and
-- the record of everything done.

-- ---------------------------------------------------------- cases and requests

-- One guest's problem from hearing it to its end.
CREATE TABLE case_file (
  id        INTEGER PRIMARY KEY,
  stay_id   INTEGER REFERENCES stay (id),
  guest_id  INTEGER REFERENCES guest (id),
  topic     TEXT NOT NULL,
  channel   TEXT NOT NULL CHECK (channel IN ('desk', 'telephone', 'counter', 'message')),
  state     TEXT NOT NULL CHECK (state IN ('open', 'closed')),
  opened_at INTEGER NOT NULL,
  opened_by TEXT NOT NULL,
  closed_at INTEGER,
  version   INTEGER NOT NULL
) STRICT;
CREATE INDEX case_by_stay ON case_file (stay_id) WHERE stay_id IS NOT NULL;
CREATE INDEX case_by_guest ON case_file (guest_id) WHERE guest_id IS NOT NULL;
CREATE INDEX case_by_state ON case_file (state, id);

-- What happened in a case: heard, found, offered, chosen, promised, done; the ladder of abuse.
CREATE TABLE case_step (
  case_id  INTEGER NOT NULL REFERENCES case_file (id),
  n        INTEGER NOT NULL CHECK (n >= 1),
  kind     TEXT NOT NULL,
  made_at  INTEGER NOT NULL,
  made_by  TEXT NOT NULL,
  entry_id INTEGER REFERENCES audit_entry (id),
  note_id  INTEGER REFERENCES note (id),
  PRIMARY KEY (case_id, n)
) STRICT, WITHOUT ROWID;

-- What shows that something is so: a picture, a signed card, a confirmation, a room's history.
CREATE TABLE evidence (
  id         INTEGER PRIMARY KEY,
  kind       TEXT NOT NULL,
  case_id    INTEGER REFERENCES case_file (id),
  posting_id INTEGER REFERENCES posting (id),
  reference  TEXT,
  content    BLOB,
  digest     BLOB,
  made_at    INTEGER NOT NULL,
  made_by    TEXT NOT NULL
) STRICT;
CREATE INDEX evidence_by_case ON evidence (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX evidence_by_posting ON evidence (posting_id) WHERE posting_id IS NOT NULL;

-- Something promised for a time: wake-up, message, parcel, cot, luggage, trace for a department.
CREATE TABLE request (
  id         INTEGER PRIMARY KEY,
  kind       TEXT NOT NULL,
  stay_id    INTEGER REFERENCES stay (id),
  room_id    INTEGER REFERENCES room (id),
  case_id    INTEGER REFERENCES case_file (id),
  department TEXT NOT NULL,
  due_at     INTEGER,
  place      TEXT,
  state      TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
  made_at    INTEGER NOT NULL,
  made_by    TEXT NOT NULL,
  done_at    INTEGER,
  done_by    TEXT,
  note_id    INTEGER REFERENCES note (id),
  version    INTEGER NOT NULL
) STRICT;
CREATE INDEX request_by_stay ON request (stay_id) WHERE stay_id IS NOT NULL;
CREATE INDEX request_by_room ON request (room_id) WHERE room_id IS NOT NULL;
CREATE INDEX request_by_case ON request (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX request_by_due ON request (state, due_at, id);

-- A key that was made. Without a stay it is the best sign of fraud there is.
CREATE TABLE key_order (
  id               INTEGER PRIMARY KEY,
  room_id          INTEGER NOT NULL REFERENCES room (id),
  stay_id          INTEGER REFERENCES stay (id),
  kind             TEXT NOT NULL CHECK (kind IN ('new', 'copy')),
  identity_checked INTEGER NOT NULL CHECK (identity_checked IN (0, 1)),
  valid_till       INTEGER,
  made_at          INTEGER NOT NULL,
  made_by          TEXT NOT NULL,
  desk             TEXT NOT NULL
) STRICT;
CREATE INDEX key_order_by_room ON key_order (room_id, made_at);
CREATE INDEX key_order_by_stay ON key_order (stay_id) WHERE stay_id IS NOT NULL;

-- ------------------------------------------------------------- authority, giving

-- A second person's yes to exactly the lines of one plan: it expires and is used once.
CREATE TABLE approval (
  id          INTEGER PRIMARY KEY,
  plan_digest TEXT NOT NULL,
  stay_id     INTEGER REFERENCES stay (id),
  config      INTEGER NOT NULL REFERENCES config (id),
  channel     TEXT NOT NULL CHECK (channel IN ('desk', 'other-desk', 'telephone', 'night')),
  asked_by    TEXT NOT NULL,
  asked_at    INTEGER NOT NULL,
  allowed_by  TEXT CHECK (allowed_by <> asked_by),
  allowed_at  INTEGER,
  code_hash   BLOB,
  expires_at  INTEGER NOT NULL,
  used_entry  INTEGER UNIQUE REFERENCES audit_entry (id),
  version     INTEGER NOT NULL
) STRICT;
CREATE INDEX approval_by_plan ON approval (plan_digest);
CREATE INDEX approval_by_stay ON approval (stay_id) WHERE stay_id IS NOT NULL;

-- Everything given, whichever way: lines credited, prices lowered, fees waived, nights and
-- items, upgrades, benefits. Budgets are sums of it; value is what the guest gained, cost
-- what it costs the house.
CREATE TABLE giving (
  id            INTEGER PRIMARY KEY,
  entry_id      INTEGER NOT NULL REFERENCES audit_entry (id),
  kind          TEXT NOT NULL,
  reason        TEXT NOT NULL,
  stay_id       INTEGER REFERENCES stay (id),
  guest_id      INTEGER REFERENCES guest (id),
  case_id       INTEGER REFERENCES case_file (id),
  posting_id    INTEGER REFERENCES posting (id),
  code          TEXT,
  for_date      TEXT,
  quantity      INTEGER NOT NULL,
  value_minor   INTEGER NOT NULL,
  cost_minor    INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  shift         TEXT,
  made_at       INTEGER NOT NULL,
  made_by       TEXT NOT NULL,
  role          TEXT NOT NULL,
  allowed_by    TEXT,
  config        INTEGER NOT NULL REFERENCES config (id)
) STRICT;
CREATE INDEX giving_by_stay ON giving (stay_id, made_at) WHERE stay_id IS NOT NULL;
CREATE INDEX giving_by_guest ON giving (guest_id, made_at) WHERE guest_id IS NOT NULL;
CREATE INDEX giving_by_person ON giving (made_by, made_at);
CREATE INDEX giving_by_day ON giving (business_date, id);
CREATE INDEX giving_by_case ON giving (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX giving_by_posting ON giving (posting_id) WHERE posting_id IS NOT NULL;
CREATE INDEX giving_by_entry ON giving (entry_id);

-- What was decided about something put right or given: subject_id is the entry it was done
-- with. A question is asked of who did it, and comes back on due_date; nobody decides
-- about their own, but answers.
CREATE TABLE disposition (
  subject_id INTEGER NOT NULL REFERENCES audit_entry (id),
  n          INTEGER NOT NULL CHECK (n >= 1),
  verdict    TEXT NOT NULL
             CHECK (verdict IN ('accept', 'ask', 'not-accepted', 'reverse', 'answer')),
  due_date   TEXT CHECK ((due_date IS NULL) = (verdict <> 'ask')),
  role       TEXT NOT NULL,
  made_at    INTEGER NOT NULL,
  made_by    TEXT NOT NULL,
  entry_id   INTEGER NOT NULL REFERENCES audit_entry (id),
  PRIMARY KEY (subject_id, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX disposition_by_entry ON disposition (entry_id);
CREATE INDEX disposition_asked ON disposition (made_at) WHERE verdict = 'ask';

-- -------------------------------------------------------------- what was done

-- Everything that was done or refused, in one chain. detail is the plan in its canonical
-- words; hash covers the entry, the one before and the folio heads in audit_head.
CREATE TABLE audit_entry (
  id            INTEGER PRIMARY KEY,
  made_at       INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  made_by       TEXT NOT NULL,
  role          TEXT NOT NULL,
  desk          TEXT NOT NULL,
  verb          TEXT NOT NULL,
  stay_id       INTEGER REFERENCES stay (id),
  plan_digest   TEXT,
  config        INTEGER REFERENCES config (id),
  allowed_by    TEXT,
  detail        TEXT NOT NULL,
  hash          BLOB NOT NULL CHECK (length (hash) = 32)
) STRICT;
CREATE INDEX audit_entry_by_stay ON audit_entry (stay_id, id) WHERE stay_id IS NOT NULL;
CREATE INDEX audit_entry_that_changed ON audit_entry (business_date, id)
  WHERE verb IN ('rate', 'undo');

-- Which entries are about a room: its history.
CREATE TABLE room_entry (
  room_id  INTEGER NOT NULL REFERENCES room (id),
  entry_id INTEGER NOT NULL REFERENCES audit_entry (id),
  PRIMARY KEY (room_id, entry_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX room_entry_by_entry ON room_entry (entry_id);

-- Where each folio's chain stood after an entry, so that cutting off a tail shows.
CREATE TABLE audit_head (
  entry_id INTEGER NOT NULL REFERENCES audit_entry (id),
  folio_id INTEGER NOT NULL REFERENCES folio (id),
  line     INTEGER NOT NULL,
  head     BLOB NOT NULL CHECK (length (head) = 32),
  PRIMARY KEY (entry_id, folio_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_head_by_folio ON audit_head (folio_id, line);

-- Where a chain that is not a folio's stands.
CREATE TABLE chain_head (
  name TEXT PRIMARY KEY,
  seq  INTEGER NOT NULL,
  hash BLOB NOT NULL CHECK (length (hash) = 32)
) STRICT, WITHOUT ROWID;

-- A closed day: its last entry and posting, and its totals as text.
CREATE TABLE seal (
  business_date TEXT PRIMARY KEY,
  entry_id      INTEGER NOT NULL REFERENCES audit_entry (id),
  last_posting  INTEGER NOT NULL,
  postings      INTEGER NOT NULL,
  totals        TEXT NOT NULL,
  hash          BLOB NOT NULL CHECK (length (hash) = 32),
  sealed_at     INTEGER NOT NULL,
  sealed_by     TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX seal_by_entry ON seal (entry_id);

-- An action sent twice is done once: the key its sender made, and what came of it.
CREATE TABLE action_key (
  key      TEXT PRIMARY KEY,
  entry_id INTEGER NOT NULL REFERENCES audit_entry (id),
  digest   TEXT NOT NULL,
  action   TEXT NOT NULL,
  made_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX action_key_by_entry ON action_key (entry_id);

-- What changed, for the views of every desk to read again.
CREATE TABLE change (
  seq    INTEGER PRIMARY KEY,
  kind   TEXT NOT NULL,
  ref_id INTEGER NOT NULL
) STRICT;

-- ---------------------------------------------------------------- what is kept

CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry
BEGIN SELECT raise (ABORT, 'the record is never changed'); END;
CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry
BEGIN SELECT raise (ABORT, 'the record is never deleted'); END;
CREATE TRIGGER audit_head_no_update BEFORE UPDATE ON audit_head
BEGIN SELECT raise (ABORT, 'the record is never changed'); END;
CREATE TRIGGER audit_head_no_delete BEFORE DELETE ON audit_head
BEGIN SELECT raise (ABORT, 'the record is never deleted'); END;

CREATE TRIGGER chain_head_forward BEFORE UPDATE ON chain_head
WHEN NEW.name <> OLD.name OR NEW.seq <= OLD.seq
BEGIN SELECT raise (ABORT, 'a chain only grows'); END;
CREATE TRIGGER chain_head_no_delete BEFORE DELETE ON chain_head
BEGIN SELECT raise (ABORT, 'a chain only grows'); END;

CREATE TRIGGER seal_no_update BEFORE UPDATE ON seal
BEGIN SELECT raise (ABORT, 'a seal is never changed'); END;
CREATE TRIGGER seal_no_delete BEFORE DELETE ON seal
BEGIN SELECT raise (ABORT, 'a seal is never deleted'); END;

CREATE TRIGGER action_key_no_update BEFORE UPDATE ON action_key
BEGIN SELECT raise (ABORT, 'an action is done once'); END;

CREATE TRIGGER case_step_no_update BEFORE UPDATE ON case_step
BEGIN SELECT raise (ABORT, 'what happened in a case is never changed'); END;
CREATE TRIGGER case_step_no_delete BEFORE DELETE ON case_step
BEGIN SELECT raise (ABORT, 'what happened in a case is never deleted'); END;

CREATE TRIGGER giving_no_update BEFORE UPDATE ON giving
BEGIN SELECT raise (ABORT, 'the record of what was given is never changed'); END;
CREATE TRIGGER giving_no_delete BEFORE DELETE ON giving
BEGIN SELECT raise (ABORT, 'the record of what was given is never deleted'); END;

CREATE TRIGGER disposition_no_update BEFORE UPDATE ON disposition
BEGIN SELECT raise (ABORT, 'a decision is never changed, a later one answers it'); END;
CREATE TRIGGER disposition_no_delete BEFORE DELETE ON disposition
BEGIN SELECT raise (ABORT, 'a decision is never deleted'); END;
CREATE TRIGGER disposition_not_own BEFORE INSERT ON disposition
WHEN (NEW.verdict = 'answer') <> EXISTS (SELECT 1 FROM audit_entry e
  WHERE e.id = NEW.subject_id AND (e.made_by = NEW.made_by OR e.allowed_by = NEW.made_by))
BEGIN SELECT raise (ABORT, 'nobody reviews their own'); END;

CREATE TRIGGER approval_used_once BEFORE UPDATE ON approval
WHEN OLD.used_entry IS NOT NULL OR NEW.plan_digest <> OLD.plan_digest
BEGIN SELECT raise (ABORT, 'an approval is for one plan and used once'); END;
