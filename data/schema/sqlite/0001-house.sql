-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Version 1, first of three: the property, its rooms, guests and stays. The ledger
-- is in 0001-ledger.sql, cases and the record of what was done in 0001-record.sql.
-- One file is one property.
--
-- Ids are bound by the program from the rows of counter. Instants (…_at) are
-- microseconds since 1970, UTC. Business dates and nights are ISO text. Amounts
-- (…_minor) are minor units of the property's currency. Codes, plans, taxes,
-- reasons and limits have no tables: they are read from the text in config, and
-- what was done under them names the version.
--
-- What is written once and never changed is guarded by triggers beside its table.

PRAGMA application_id = 0x4445534B; -- "DESK"

-- ---------------------------------------------------------------- the property

-- The next number of each kind of thing.
CREATE TABLE counter (
  name  TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Every version of the set-up, as text without PINs. Never changed: postings name the version.
CREATE TABLE config (
  id         INTEGER PRIMARY KEY,
  text       TEXT NOT NULL,
  digest     BLOB NOT NULL,
  applied_at INTEGER NOT NULL,
  applied_by TEXT NOT NULL
) STRICT;

-- The one row about the property itself.
CREATE TABLE property_state (
  id                  INTEGER PRIMARY KEY CHECK (id = 1),
  business_date       TEXT NOT NULL CHECK (length (business_date) = 10),
  test_clock          INTEGER NOT NULL CHECK (test_clock IN (0, 1)),
  confirmation_prefix TEXT NOT NULL,
  created_at          INTEGER NOT NULL,
  created_by          TEXT NOT NULL
) STRICT;

-- Who can sign in. failed and locked_until limit the attempts.
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

-- Free words. The ledger holds only the hash of salt and text, so a person can be erased
-- (both become NULL, once) and the ledger still verifies.
CREATE TABLE note (
  id        INTEGER PRIMARY KEY,
  salt      BLOB,
  text      TEXT,
  erased_at INTEGER,
  CHECK ((salt IS NULL) = (text IS NULL) AND (text IS NULL) = (erased_at IS NOT NULL))
) STRICT;

-- ------------------------------------------------------------- rooms and people

-- A room and three separate facts about it: cleanliness, service, presence
-- (occupied: as the desk knows; hk_occupied: as housekeeping saw, NULL: not seen).
-- rush: housekeeping is asked to do it next.
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

-- A person's profile. search_name: the name folded, its words apart by one space. Of a
-- telephone number phone_key has the digits, phone_tail the same from the last to the first:
-- one finds a number by its beginning, the other by how it ends.
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
CREATE INDEX guest_by_phone ON guest (phone_key) WHERE phone_key IS NOT NULL;
CREATE INDEX guest_by_phone_tail ON guest (phone_tail) WHERE phone_tail IS NOT NULL;
CREATE INDEX guest_by_mail ON guest (mail_key) WHERE mail_key IS NOT NULL;
CREATE INDEX guest_by_note ON guest (note_id) WHERE note_id IS NOT NULL;

-- Each word of each folded name beside each other word of it (rest begins with that one and has
-- the remaining words behind it): found by the beginnings of both in one step, whichever was
-- typed first. A name of one word has an empty rest. newest is the latest departure of the guest's
-- stays ('' without any): of those with one name the last who came stand first.
CREATE TABLE guest_word (
  word     TEXT NOT NULL,
  rest     TEXT NOT NULL,
  newest   TEXT NOT NULL,
  guest_id INTEGER NOT NULL REFERENCES guest (id) ON DELETE CASCADE,
  PRIMARY KEY (word, rest, newest DESC, guest_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX guest_word_by_guest ON guest_word (guest_id);

-- Somebody banned: scope, why, until when; found again under a similar name by its words.
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
CREATE INDEX ban_by_guest ON ban (guest_id);

-- A company, airline or agency that pays later (city ledger), and whether it may.
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
CREATE INDEX account_by_name ON account (search_name);

-- ------------------------------------------------------------------------ stays

-- Who has a room together; its stays are the sharers, each with a folio of its own.
CREATE TABLE occupancy (
  id         INTEGER PRIMARY KEY,
  created_at INTEGER NOT NULL
) STRICT;

-- A reservation from booking to departure. walked: sent to another hotel by us.
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
CREATE INDEX stay_by_key ON stay (confirmation_key);
CREATE INDEX stay_by_guest ON stay (guest_id, arrival);
CREATE INDEX stay_by_occupancy ON stay (occupancy_id);
CREATE INDEX stay_by_account ON stay (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX stay_by_note ON stay (note_id) WHERE note_id IS NOT NULL;
CREATE INDEX stay_by_arrival ON stay (state, arrival, id);
CREATE INDEX stay_by_departure ON stay (state, departure, id);
CREATE INDEX stay_by_state ON stay (state, id);

-- One person of a stay: age (NULL: an adult who was not asked), own nights (NULL: the stay's).
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
CREATE INDEX stay_person_by_guest ON stay_person (guest_id) WHERE guest_id IS NOT NULL;

-- Numbers others know the stay by: agency, airline, flight, group. value_key is folded.
CREATE TABLE stay_reference (
  stay_id   INTEGER NOT NULL REFERENCES stay (id),
  n         INTEGER NOT NULL CHECK (n >= 1),
  kind      TEXT NOT NULL,
  value     TEXT NOT NULL,
  value_key TEXT NOT NULL,
  PRIMARY KEY (stay_id, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX stay_reference_by_key ON stay_reference (value_key, stay_id);

-- Things to know of a stay: no information, cash only, allergy, needs help in an evacuation …
CREATE TABLE stay_flag (
  stay_id INTEGER NOT NULL REFERENCES stay (id),
  flag    TEXT NOT NULL,
  note_id INTEGER REFERENCES note (id),
  PRIMARY KEY (stay_id, flag)
) STRICT, WITHOUT ROWID;

-- What the guest was told, as it was told: explanations compare with this. Never changed;
-- a new confirmation is a new row.
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

-- One night of a promise: the room's price with what it includes, and the levy named beside it.
CREATE TABLE promise_night (
  stay_id     INTEGER NOT NULL,
  n           INTEGER NOT NULL,
  date        TEXT NOT NULL,
  price_minor INTEGER NOT NULL,
  levy_minor  INTEGER NOT NULL,
  PRIMARY KEY (stay_id, n, date),
  FOREIGN KEY (stay_id, n) REFERENCES promise (stay_id, n)
) STRICT, WITHOUT ROWID;

-- One night as agreed now. price_minor NULL: the plan's. package: JSON as imported;
-- NULL: the plan's, '[]': none. posted: its lines stand on the folio.
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
CREATE INDEX stay_night_by_room ON stay_night (room_id, date) WHERE room_id IS NOT NULL;

-- What the night posts beside the room: parking, cot, pet.
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
CREATE INDEX fixed_charge_by_stay ON fixed_charge (stay_id);

-- A room taken out of sale for some nights.
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
CREATE INDEX room_block_by_room ON room_block (room_id, from_night);
CREATE INDEX room_block_by_case ON room_block (case_id) WHERE case_id IS NOT NULL;

-- Whose a room is for a night: one occupancy or one block, never two.
CREATE TABLE room_night (
  room_id      INTEGER NOT NULL REFERENCES room (id),
  night        TEXT NOT NULL,
  occupancy_id INTEGER REFERENCES occupancy (id),
  block_id     INTEGER REFERENCES room_block (id),
  PRIMARY KEY (room_id, night),
  CHECK ((occupancy_id IS NULL) <> (block_id IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX room_night_by_occupancy ON room_night (occupancy_id, night)
  WHERE occupancy_id IS NOT NULL;
CREATE INDEX room_night_by_block ON room_night (block_id, night) WHERE block_id IS NOT NULL;

-- Who is or will be in a room by the clock: day use, and a move under way in two rooms at once.
CREATE TABLE room_presence (
  id           INTEGER PRIMARY KEY,
  room_id      INTEGER NOT NULL REFERENCES room (id),
  occupancy_id INTEGER NOT NULL REFERENCES occupancy (id),
  kind         TEXT NOT NULL CHECK (kind IN ('night', 'day', 'move')),
  from_at      INTEGER NOT NULL,
  to_at        INTEGER,
  version      INTEGER NOT NULL
) STRICT;
CREATE INDEX room_presence_by_room ON room_presence (room_id, from_at);
CREATE INDEX room_presence_by_occupancy ON room_presence (occupancy_id);

-- ---------------------------------------------------------------- what is kept

CREATE TRIGGER config_no_update BEFORE UPDATE ON config
BEGIN SELECT raise (ABORT, 'a version of the set-up is never changed'); END;
CREATE TRIGGER config_no_delete BEFORE DELETE ON config
BEGIN SELECT raise (ABORT, 'a version of the set-up is never deleted'); END;

-- Erasing a person is the one thing that may happen to a note.
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

-- A night is posted once: what its lines say is then put right by lines that answer them.
CREATE TRIGGER stay_night_posted_once BEFORE UPDATE ON stay_night
WHEN OLD.posted = 1 AND
     (NEW.posted = 0 OR NEW.stay_id <> OLD.stay_id OR NEW.date <> OLD.date OR
      NEW.price_minor IS NOT OLD.price_minor OR NEW.package IS NOT OLD.package OR
      NEW.plan <> OLD.plan)
BEGIN SELECT raise (ABORT, 'the night has been posted'); END;
CREATE TRIGGER stay_night_posted_stays BEFORE DELETE ON stay_night
WHEN OLD.posted = 1
BEGIN SELECT raise (ABORT, 'the night has been posted'); END;
