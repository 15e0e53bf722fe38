-- SPDX-License-Identifier: GPL-3.0-or-later
-- A file of version 1, as the engine's own shell dumps it: .dump and the two stamps.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE counter (
  name  TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO counter VALUES('posting',1);
CREATE TABLE config (
  id         INTEGER PRIMARY KEY,
  text       TEXT NOT NULL,
  digest     BLOB NOT NULL,
  applied_at INTEGER NOT NULL,
  applied_by TEXT NOT NULL
) STRICT;
INSERT INTO config VALUES(1,'[property]',X'0000000000000000000000000000000000000000000000000000000000000000',1,'init');
CREATE TABLE property_state (
  id                  INTEGER PRIMARY KEY CHECK (id = 1),
  business_date       TEXT NOT NULL CHECK (length (business_date) = 10),
  test_clock          INTEGER NOT NULL CHECK (test_clock IN (0, 1)),
  confirmation_prefix TEXT NOT NULL,
  created_at          INTEGER NOT NULL,
  created_by          TEXT NOT NULL
) STRICT;
INSERT INTO property_state VALUES(1,'2026-09-04',1,'HA',1,'init');
CREATE TABLE user_account (
  login        TEXT PRIMARY KEY,
  name         TEXT NOT NULL,
  role         TEXT NOT NULL,
  pin_hash     TEXT NOT NULL,
  active       INTEGER NOT NULL CHECK (active IN (0, 1)),
  failed       INTEGER NOT NULL CHECK (failed >= 0),
  locked_until INTEGER NOT NULL,
  version      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO user_account VALUES('mk','M. K.','associate','none',1,0,0,1);
CREATE TABLE note (
  id        INTEGER PRIMARY KEY,
  salt      BLOB,
  text      TEXT,
  erased_at INTEGER,
  CHECK ((salt IS NULL) = (text IS NULL) AND (text IS NULL) = (erased_at IS NOT NULL))
) STRICT;
INSERT INTO note VALUES(1,X'00','two, not four',NULL);
CREATE TABLE room (
  id             INTEGER PRIMARY KEY,
  number         TEXT NOT NULL UNIQUE,
  room_type      TEXT NOT NULL,
  floor          TEXT NOT NULL,
  features       TEXT NOT NULL,
  clean          TEXT NOT NULL CHECK (clean IN ('dirty', 'clean', 'inspected', 'pickup')),
  service        TEXT NOT NULL CHECK (service IN ('in', 'oos', 'ooo')),
  service_till   TEXT,
  service_reason TEXT,
  occupied       INTEGER NOT NULL CHECK (occupied IN (0, 1)),
  hk_occupied    INTEGER CHECK (hk_occupied IN (0, 1)),
  rush           INTEGER NOT NULL CHECK (rush IN (0, 1)),
  retired        INTEGER NOT NULL CHECK (retired IN (0, 1)),
  version        INTEGER NOT NULL
) STRICT;
INSERT INTO room VALUES(1,'218','STD','2','','clean','in',NULL,NULL,1,NULL,0,0,1);
CREATE TABLE guest (
  id          INTEGER PRIMARY KEY,
  name        TEXT NOT NULL,
  search_name TEXT NOT NULL,
  lang        TEXT NOT NULL,
  given       TEXT,
  family      TEXT,
  phone       TEXT,
  phone_key   TEXT,
  phone_tail  TEXT,
  mail        TEXT,
  mail_key    TEXT,
  nationality TEXT,
  note_id     INTEGER REFERENCES note (id),
  created_at  INTEGER NOT NULL,
  version     INTEGER NOT NULL
) STRICT;
INSERT INTO guest VALUES(1,'Eero Vainionpää','eero vainionpaa','fi',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1,1);
CREATE TABLE guest_word (
  word     TEXT NOT NULL,
  rest     TEXT NOT NULL,
  newest   TEXT NOT NULL,
  guest_id INTEGER NOT NULL REFERENCES guest (id) ON DELETE CASCADE,
  PRIMARY KEY (word, rest, newest DESC, guest_id)
) STRICT, WITHOUT ROWID;
INSERT INTO guest_word VALUES('eero','vainionpaa','2026-09-05',1);
INSERT INTO guest_word VALUES('vainionpaa','eero','2026-09-05',1);
CREATE TABLE ban (
  id          INTEGER PRIMARY KEY,
  guest_id    INTEGER NOT NULL REFERENCES guest (id),
  scope       TEXT NOT NULL,
  reason      TEXT NOT NULL,
  made_at     INTEGER NOT NULL,
  made_by     TEXT NOT NULL,
  expires_on  TEXT,
  lifted_at   INTEGER,
  note_id     INTEGER REFERENCES note (id)
) STRICT;
INSERT INTO ban VALUES(1,1,'bar','abuse',1,'mk',NULL,NULL,NULL);
CREATE TABLE account (
  id                 INTEGER PRIMARY KEY,
  name               TEXT NOT NULL,
  search_name        TEXT NOT NULL,
  kind               TEXT NOT NULL CHECK (kind IN ('company', 'airline', 'agency', 'house')),
  approved           INTEGER NOT NULL CHECK (approved IN (0, 1)),
  credit_limit_minor INTEGER,
  valid_until        TEXT,
  tax_number         TEXT,
  address            TEXT,
  invoice_address    TEXT,
  reference_needed   INTEGER NOT NULL CHECK (reference_needed IN (0, 1)),
  version            INTEGER NOT NULL
) STRICT;
INSERT INTO account VALUES(1,'Karelia Instruments Oy','karelia instruments oy','company',1,NULL,NULL,NULL,NULL,NULL,1,1);
CREATE TABLE occupancy (
  id         INTEGER PRIMARY KEY,
  created_at INTEGER NOT NULL
) STRICT;
INSERT INTO occupancy VALUES(1,1);
CREATE TABLE stay (
  id               INTEGER PRIMARY KEY,
  confirmation     TEXT NOT NULL UNIQUE,
  confirmation_key TEXT NOT NULL,
  guest_id         INTEGER NOT NULL REFERENCES guest (id),
  occupancy_id     INTEGER NOT NULL REFERENCES occupancy (id),
  account_id       INTEGER REFERENCES account (id),
  state            TEXT NOT NULL CHECK (state IN ('booked', 'in-house', 'departed', 'cancelled',
                                                  'no-show', 'walked')),
  arrival          TEXT NOT NULL,
  departure        TEXT NOT NULL,
  adults           INTEGER NOT NULL CHECK (adults >= 0),
  children         INTEGER NOT NULL CHECK (children >= 0),
  rate_plan        TEXT NOT NULL,
  collects         TEXT NOT NULL CHECK (collects IN ('hotel', 'agency')),
  rate_shown       INTEGER NOT NULL CHECK (rate_shown IN (0, 1)),
  do_not_move      INTEGER NOT NULL CHECK (do_not_move IN (0, 1)),
  import_digest    BLOB,
  note_id          INTEGER REFERENCES note (id),
  arrived_at       INTEGER,
  departed_at      INTEGER,
  created_at       INTEGER NOT NULL,
  created_by       TEXT NOT NULL,
  version          INTEGER NOT NULL,
  CHECK (departure >= arrival)
) STRICT;
INSERT INTO stay VALUES(1,'HA-0001H','ha0001h',1,1,NULL,'in-house','2026-09-03','2026-09-05',1,0,'BB','hotel',1,0,NULL,NULL,NULL,NULL,1,'init',1);
CREATE TABLE stay_person (
  stay_id   INTEGER NOT NULL REFERENCES stay (id),
  n         INTEGER NOT NULL CHECK (n >= 1),
  age_class TEXT NOT NULL CHECK (age_class IN ('adult', 'child')),
  age       INTEGER CHECK (age BETWEEN 0 AND 150),
  arrival   TEXT,
  departure TEXT,
  exempt    TEXT,
  guest_id  INTEGER REFERENCES guest (id),
  PRIMARY KEY (stay_id, n)
) STRICT, WITHOUT ROWID;
INSERT INTO stay_person VALUES(1,1,'adult',NULL,NULL,NULL,NULL,NULL);
CREATE TABLE stay_reference (
  stay_id   INTEGER NOT NULL REFERENCES stay (id),
  n         INTEGER NOT NULL CHECK (n >= 1),
  kind      TEXT NOT NULL,
  value     TEXT NOT NULL,
  value_key TEXT NOT NULL,
  PRIMARY KEY (stay_id, n)
) STRICT, WITHOUT ROWID;
INSERT INTO stay_reference VALUES(1,1,'agency','AB-77','ab 77');
CREATE TABLE stay_flag (
  stay_id INTEGER NOT NULL REFERENCES stay (id),
  flag    TEXT NOT NULL,
  note_id INTEGER REFERENCES note (id),
  PRIMARY KEY (stay_id, flag)
) STRICT, WITHOUT ROWID;
INSERT INTO stay_flag VALUES(1,'quiet',NULL);
CREATE TABLE promise (
  stay_id     INTEGER NOT NULL REFERENCES stay (id),
  n           INTEGER NOT NULL CHECK (n >= 1),
  made_at     INTEGER NOT NULL,
  lang        TEXT NOT NULL,
  total_minor INTEGER NOT NULL,
  terms       TEXT,
  digest      BLOB NOT NULL,
  PRIMARY KEY (stay_id, n)
) STRICT, WITHOUT ROWID;
INSERT INTO promise VALUES(1,1,1,'fi',21400,NULL,X'0000000000000000000000000000000000000000000000000000000000000000');
CREATE TABLE promise_night (
  stay_id     INTEGER NOT NULL,
  n           INTEGER NOT NULL,
  date        TEXT NOT NULL,
  price_minor INTEGER NOT NULL,
  levy_minor  INTEGER NOT NULL,
  PRIMARY KEY (stay_id, n, date),
  FOREIGN KEY (stay_id, n) REFERENCES promise (stay_id, n)
) STRICT, WITHOUT ROWID;
INSERT INTO promise_night VALUES(1,1,'2026-09-03',10500,200);
CREATE TABLE stay_night (
  stay_id     INTEGER NOT NULL REFERENCES stay (id),
  date        TEXT NOT NULL,
  room_id     INTEGER REFERENCES room (id),
  room_type   TEXT NOT NULL,
  plan        TEXT NOT NULL,
  price_minor INTEGER,
  package     TEXT,
  posted      INTEGER NOT NULL CHECK (posted IN (0, 1)),
  version     INTEGER NOT NULL,
  PRIMARY KEY (stay_id, date)
) STRICT, WITHOUT ROWID;
INSERT INTO stay_night VALUES(1,'2026-09-03',1,'STD','BB',10500,NULL,1,2);
INSERT INTO stay_night VALUES(1,'2026-09-04',1,'STD','BB',10500,NULL,0,1);
CREATE TABLE fixed_charge (
  id         INTEGER PRIMARY KEY,
  stay_id    INTEGER NOT NULL REFERENCES stay (id),
  code       TEXT NOT NULL,
  quantity   INTEGER NOT NULL CHECK (quantity >= 1),
  unit_minor INTEGER NOT NULL,
  window_no  INTEGER NOT NULL CHECK (window_no BETWEEN 1 AND 8),
  from_date  TEXT NOT NULL,
  to_date    TEXT NOT NULL,
  version    INTEGER NOT NULL
) STRICT;
INSERT INTO fixed_charge VALUES(1,1,'PARK',1,2200,1,'2026-09-03','2026-09-04',1);
CREATE TABLE room_block (
  id         INTEGER PRIMARY KEY,
  room_id    INTEGER NOT NULL REFERENCES room (id),
  kind       TEXT NOT NULL CHECK (kind IN ('ooo', 'oos', 'hold')),
  from_night TEXT NOT NULL,
  to_night   TEXT NOT NULL,
  reason     TEXT NOT NULL,
  case_id    INTEGER REFERENCES case_file (id),
  made_at    INTEGER NOT NULL,
  made_by    TEXT NOT NULL,
  ended_at   INTEGER,
  version    INTEGER NOT NULL
) STRICT;
INSERT INTO room_block VALUES(1,1,'ooo','2026-10-01','2026-10-01','shower',NULL,1,'mk',NULL,1);
CREATE TABLE room_night (
  room_id      INTEGER NOT NULL REFERENCES room (id),
  night        TEXT NOT NULL,
  occupancy_id INTEGER REFERENCES occupancy (id),
  block_id     INTEGER REFERENCES room_block (id),
  PRIMARY KEY (room_id, night),
  CHECK ((occupancy_id IS NULL) <> (block_id IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO room_night VALUES(1,'2026-09-03',1,NULL);
INSERT INTO room_night VALUES(1,'2026-09-04',1,NULL);
INSERT INTO room_night VALUES(1,'2026-10-01',NULL,1);
CREATE TABLE room_presence (
  id           INTEGER PRIMARY KEY,
  room_id      INTEGER NOT NULL REFERENCES room (id),
  occupancy_id INTEGER NOT NULL REFERENCES occupancy (id),
  kind         TEXT NOT NULL CHECK (kind IN ('night', 'day', 'move')),
  from_at      INTEGER NOT NULL,
  to_at        INTEGER,
  version      INTEGER NOT NULL
) STRICT;
INSERT INTO room_presence VALUES(1,1,1,'night',1,NULL,1);
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
INSERT INTO folio VALUES(1,'stay',1,NULL,NULL,'open',1,X'0101010101010101010101010101010101010101010101010101010101010101',1500,1,NULL,1);
INSERT INTO folio VALUES(2,'passer-by',NULL,NULL,'Bar','closed',0,X'0000000000000000000000000000000000000000000000000000000000000000',0,1,2,1);
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
INSERT INTO folio_window VALUES(1,1,NULL,NULL,NULL,NULL,NULL,NULL,1500,1);
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
INSERT INTO routing VALUES(1,1,2,1,'FOOD',3500,NULL,'day',NULL,NULL,1,1);
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
INSERT INTO voucher VALUES(1,1,'BW-55120',1,'2026-09-03',2,NULL,1,'mk');
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
INSERT INTO check_group VALUES(1,'M-2181','minibar','2026-09-04','count',1,NULL);
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
INSERT INTO posting VALUES(1,1,1,1,'charge',1,'BEER','alcohol',NULL,'2026-09-04','2026-09-04','218',2,750,1500,NULL,NULL,'M-2181',NULL,NULL,'mk',NULL,'desk-1',1,1,X'0000000000000000000000000000000000000000000000000000000000000000',X'0101010101010101010101010101010101010101010101010101010101010101','[["take","code:BEER","750",null,null,null,"750"],["times",null,"2",null,null,null,"1500"]]');
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
INSERT INTO deposit VALUES(1,1,'2026-09-03',1,'CARD',NULL,10000,'held',NULL,NULL,1);
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
INSERT INTO hold VALUES(1,1,'CARD','4411',NULL,15000,'placed',1,NULL,NULL,NULL,1);
CREATE TABLE invoice_series (
  name        TEXT PRIMARY KEY,
  prefix      TEXT NOT NULL,
  last_number INTEGER NOT NULL,
  last_date   TEXT
) STRICT, WITHOUT ROWID;
INSERT INTO invoice_series VALUES('A','',1,'2026-09-04');
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
INSERT INTO invoice VALUES(1,'A',1,'invoice',1,1,NULL,'2026-09-04',1,'mk',1,'fi','Eero Vainionpää',NULL,NULL,NULL,1500,'{}',X'0000000000000000000000000000000000000000000000000000000000000000');
CREATE TABLE invoice_line (
  posting_id INTEGER PRIMARY KEY REFERENCES posting (id),
  invoice_id INTEGER NOT NULL REFERENCES invoice (id)
) STRICT;
INSERT INTO invoice_line VALUES(1,1);
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
INSERT INTO document VALUES(1,'bill',1,1,'fi',1,'mk','desk-1',X'0000000000000000000000000000000000000000000000000000000000000000');
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
INSERT INTO case_file VALUES(1,1,1,'minibar','desk','open',1,'mk',NULL,1);
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
INSERT INTO case_step VALUES(1,1,'heard',1,'mk',1,NULL);
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
INSERT INTO evidence VALUES(1,'check',1,1,NULL,NULL,NULL,1,'mk');
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
INSERT INTO request VALUES(1,'wake-up',1,1,NULL,'desk',NULL,NULL,'open',1,'mk',NULL,NULL,NULL,1);
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
INSERT INTO key_order VALUES(1,1,1,'new',1,NULL,1,'mk','desk-1');
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
INSERT INTO approval VALUES(1,'ab',1,1,'desk','mk',1,'tl',2,NULL,3,1,1);
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
INSERT INTO giving VALUES(1,1,'goodwill','noise',1,1,NULL,NULL,NULL,NULL,1,1290,1290,'2026-09-04',NULL,1,'mk','associate',NULL,1);
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
INSERT INTO disposition VALUES(1,1,'accept',NULL,'night-auditor',2,'na',1);
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
INSERT INTO audit_entry VALUES(1,1,'2026-09-04','mk','associate','desk-1','post',1,'ab',1,NULL,'post',X'0000000000000000000000000000000000000000000000000000000000000000');
CREATE TABLE room_entry (
  room_id  INTEGER NOT NULL REFERENCES room (id),
  entry_id INTEGER NOT NULL REFERENCES audit_entry (id),
  PRIMARY KEY (room_id, entry_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE audit_head (
  entry_id INTEGER NOT NULL REFERENCES audit_entry (id),
  folio_id INTEGER NOT NULL REFERENCES folio (id),
  line     INTEGER NOT NULL,
  head     BLOB NOT NULL CHECK (length (head) = 32),
  PRIMARY KEY (entry_id, folio_id)
) STRICT, WITHOUT ROWID;
INSERT INTO audit_head VALUES(1,1,1,X'0101010101010101010101010101010101010101010101010101010101010101');
CREATE TABLE chain_head (
  name TEXT PRIMARY KEY,
  seq  INTEGER NOT NULL,
  hash BLOB NOT NULL CHECK (length (hash) = 32)
) STRICT, WITHOUT ROWID;
INSERT INTO chain_head VALUES('audit',1,X'0000000000000000000000000000000000000000000000000000000000000000');
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
INSERT INTO seal VALUES('2026-09-03',1,0,0,'',X'0000000000000000000000000000000000000000000000000000000000000000',1,'na');
CREATE TABLE action_key (
  key      TEXT PRIMARY KEY,
  entry_id INTEGER NOT NULL REFERENCES audit_entry (id),
  digest   TEXT NOT NULL,
  action   TEXT NOT NULL,
  made_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO action_key VALUES('k1',1,'ab','cd',1);
CREATE TABLE change (
  seq    INTEGER PRIMARY KEY,
  kind   TEXT NOT NULL,
  ref_id INTEGER NOT NULL
) STRICT;
INSERT INTO change VALUES(1,'folio',1);
CREATE INDEX guest_by_phone ON guest (phone_key) WHERE phone_key IS NOT NULL;
CREATE INDEX guest_by_phone_tail ON guest (phone_tail) WHERE phone_tail IS NOT NULL;
CREATE INDEX guest_by_mail ON guest (mail_key) WHERE mail_key IS NOT NULL;
CREATE INDEX guest_by_note ON guest (note_id) WHERE note_id IS NOT NULL;
CREATE INDEX guest_word_by_guest ON guest_word (guest_id);
CREATE INDEX ban_by_guest ON ban (guest_id);
CREATE INDEX account_by_name ON account (search_name);
CREATE INDEX stay_by_key ON stay (confirmation_key);
CREATE INDEX stay_by_guest ON stay (guest_id, arrival);
CREATE INDEX stay_by_occupancy ON stay (occupancy_id);
CREATE INDEX stay_by_account ON stay (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX stay_by_note ON stay (note_id) WHERE note_id IS NOT NULL;
CREATE INDEX stay_by_arrival ON stay (state, arrival, id);
CREATE INDEX stay_by_departure ON stay (state, departure, id);
CREATE INDEX stay_by_state ON stay (state, id);
CREATE INDEX stay_person_by_guest ON stay_person (guest_id) WHERE guest_id IS NOT NULL;
CREATE INDEX stay_reference_by_key ON stay_reference (value_key, stay_id);
CREATE INDEX stay_night_by_room ON stay_night (room_id, date) WHERE room_id IS NOT NULL;
CREATE INDEX fixed_charge_by_stay ON fixed_charge (stay_id);
CREATE INDEX room_block_by_room ON room_block (room_id, from_night);
CREATE INDEX room_block_by_case ON room_block (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX room_night_by_occupancy ON room_night (occupancy_id, night)
  WHERE occupancy_id IS NOT NULL;
CREATE INDEX room_night_by_block ON room_night (block_id, night) WHERE block_id IS NOT NULL;
CREATE INDEX room_presence_by_room ON room_presence (room_id, from_at);
CREATE INDEX room_presence_by_occupancy ON room_presence (occupancy_id);
CREATE TRIGGER config_no_update BEFORE UPDATE ON config
BEGIN SELECT raise (ABORT, 'a version of the set-up is never changed'); END;
CREATE TRIGGER config_no_delete BEFORE DELETE ON config
BEGIN SELECT raise (ABORT, 'a version of the set-up is never deleted'); END;
CREATE TRIGGER note_only_erase BEFORE UPDATE ON note
WHEN NEW.id <> OLD.id OR NEW.text IS NOT NULL OR OLD.erased_at IS NOT NULL
BEGIN SELECT raise (ABORT, 'a note is never changed, only erased'); END;
CREATE TRIGGER note_no_delete BEFORE DELETE ON note
BEGIN SELECT raise (ABORT, 'a note is never deleted, only erased'); END;
CREATE TRIGGER property_day_forward BEFORE UPDATE OF business_date ON property_state
WHEN NEW.business_date < OLD.business_date
BEGIN SELECT raise (ABORT, 'the business date never goes back'); END;
CREATE TRIGGER promise_no_update BEFORE UPDATE ON promise
BEGIN SELECT raise (ABORT, 'a promise is never changed'); END;
CREATE TRIGGER promise_no_delete BEFORE DELETE ON promise
BEGIN SELECT raise (ABORT, 'a promise is never deleted'); END;
CREATE TRIGGER promise_night_no_update BEFORE UPDATE ON promise_night
BEGIN SELECT raise (ABORT, 'a promise is never changed'); END;
CREATE TRIGGER promise_night_no_delete BEFORE DELETE ON promise_night
BEGIN SELECT raise (ABORT, 'a promise is never deleted'); END;
CREATE TRIGGER stay_night_posted_once BEFORE UPDATE ON stay_night
WHEN OLD.posted = 1 AND
     (NEW.posted = 0 OR NEW.stay_id <> OLD.stay_id OR NEW.date <> OLD.date OR
      NEW.price_minor IS NOT OLD.price_minor OR NEW.package IS NOT OLD.package OR
      NEW.plan <> OLD.plan)
BEGIN SELECT raise (ABORT, 'the night has been posted'); END;
CREATE TRIGGER stay_night_posted_stays BEFORE DELETE ON stay_night
WHEN OLD.posted = 1
BEGIN SELECT raise (ABORT, 'the night has been posted'); END;
CREATE INDEX folio_by_stay ON folio (stay_id, id) WHERE stay_id IS NOT NULL;
CREATE INDEX folio_by_account ON folio (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX folio_window_by_account ON folio_window (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX voucher_by_stay ON voucher (stay_id);
CREATE INDEX posting_by_stay_date ON posting (folio_id, stay_date);
CREATE INDEX posting_by_note ON posting (note_id) WHERE note_id IS NOT NULL;
CREATE INDEX posting_that_answers ON posting (business_date, id)
  WHERE kind <> 'charge' AND kind <> 'tax' AND kind <> 'payment' AND kind <> 'rounding';
CREATE INDEX posting_paid_out ON posting (business_date, id)
  WHERE kind = 'payment' AND amount_minor > 0;
CREATE VIEW posting_step (posting_id, seq, op, rule, input, rate, mode, rounding, result) AS
  SELECT p.id, s.key + 1, max (f.value) FILTER (WHERE f.key = 0),
         max (f.value) FILTER (WHERE f.key = 1), max (f.value) FILTER (WHERE f.key = 2),
         max (f.value) FILTER (WHERE f.key = 3), max (f.value) FILTER (WHERE f.key = 4),
         max (f.value) FILTER (WHERE f.key = 5), max (f.value) FILTER (WHERE f.key = 6)
  FROM posting p, json_each (p.steps) s, json_each (s.value) f
  GROUP BY p.id, s.key;
CREATE INDEX deposit_by_stay ON deposit (stay_id);
CREATE INDEX deposit_by_posting ON deposit (posting_id) WHERE posting_id IS NOT NULL;
CREATE INDEX deposit_by_invoice ON deposit (invoice_id) WHERE invoice_id IS NOT NULL;
CREATE INDEX hold_by_stay ON hold (stay_id);
CREATE INDEX invoice_by_folio ON invoice (folio_id, window_no);
CREATE INDEX invoice_by_answered ON invoice (answers_id) WHERE answers_id IS NOT NULL;
CREATE INDEX invoice_line_by_invoice ON invoice_line (invoice_id);
CREATE INDEX document_by_stay ON document (stay_id) WHERE stay_id IS NOT NULL;
CREATE INDEX document_by_folio ON document (folio_id) WHERE folio_id IS NOT NULL;
CREATE TRIGGER posting_no_update BEFORE UPDATE ON posting
BEGIN SELECT raise (ABORT, 'postings are never changed'); END;
CREATE TRIGGER posting_no_delete BEFORE DELETE ON posting
BEGIN SELECT raise (ABORT, 'postings are never deleted'); END;
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
CREATE INDEX case_by_stay ON case_file (stay_id) WHERE stay_id IS NOT NULL;
CREATE INDEX case_by_guest ON case_file (guest_id) WHERE guest_id IS NOT NULL;
CREATE INDEX case_by_state ON case_file (state, id);
CREATE INDEX evidence_by_case ON evidence (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX evidence_by_posting ON evidence (posting_id) WHERE posting_id IS NOT NULL;
CREATE INDEX request_by_stay ON request (stay_id) WHERE stay_id IS NOT NULL;
CREATE INDEX request_by_room ON request (room_id) WHERE room_id IS NOT NULL;
CREATE INDEX request_by_case ON request (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX request_by_due ON request (state, due_at, id);
CREATE INDEX key_order_by_room ON key_order (room_id, made_at);
CREATE INDEX key_order_by_stay ON key_order (stay_id) WHERE stay_id IS NOT NULL;
CREATE INDEX approval_by_plan ON approval (plan_digest);
CREATE INDEX approval_by_stay ON approval (stay_id) WHERE stay_id IS NOT NULL;
CREATE INDEX giving_by_stay ON giving (stay_id, made_at) WHERE stay_id IS NOT NULL;
CREATE INDEX giving_by_guest ON giving (guest_id, made_at) WHERE guest_id IS NOT NULL;
CREATE INDEX giving_by_person ON giving (made_by, made_at);
CREATE INDEX giving_by_day ON giving (business_date, id);
CREATE INDEX giving_by_case ON giving (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX giving_by_posting ON giving (posting_id) WHERE posting_id IS NOT NULL;
CREATE INDEX giving_by_entry ON giving (entry_id);
CREATE INDEX disposition_by_entry ON disposition (entry_id);
CREATE INDEX disposition_asked ON disposition (made_at) WHERE verdict = 'ask';
CREATE INDEX audit_entry_by_stay ON audit_entry (stay_id, id) WHERE stay_id IS NOT NULL;
CREATE INDEX audit_entry_that_changed ON audit_entry (business_date, id)
  WHERE verb IN ('rate', 'undo');
CREATE INDEX room_entry_by_entry ON room_entry (entry_id);
CREATE INDEX audit_head_by_folio ON audit_head (folio_id, line);
CREATE INDEX seal_by_entry ON seal (entry_id);
CREATE INDEX action_key_by_entry ON action_key (entry_id);
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
COMMIT;
PRAGMA application_id = 0x4445534B;
PRAGMA user_version = 1;
