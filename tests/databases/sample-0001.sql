-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- One row in each table of version 1, so that every trigger has something to
-- guard and a dump of the version has something to keep.

INSERT INTO counter (name, value) VALUES ('posting', 1);
INSERT INTO config (id, text, digest, applied_at, applied_by)
  VALUES (1, '[property]', zeroblob (32), 1, 'init');
INSERT INTO property_state (id, business_date, test_clock, confirmation_prefix, created_at,
                            created_by)
  VALUES (1, '2026-09-04', 1, 'HA', 1, 'init');
INSERT INTO user_account (login, name, role, pin_hash, active, failed, locked_until, version)
  VALUES ('mk', 'M. K.', 'associate', 'none', 1, 0, 0, 1);
INSERT INTO note (id, salt, text, erased_at) VALUES (1, x'00', 'two, not four', NULL);
INSERT INTO room (id, number, room_type, floor, features, clean, service, occupied, rush,
        retired, version)
  VALUES (1, '218', 'STD', '2', '', 'clean', 'in', 1, 0, 0, 1);
INSERT INTO guest (id, name, search_name, lang, created_at, version)
  VALUES (1, 'Eero Vainionpää', 'eero vainionpaa', 'fi', 1, 1);
INSERT INTO guest_word (word, rest, newest, guest_id)
  VALUES ('eero', 'vainionpaa', '2026-09-05', 1), ('vainionpaa', 'eero', '2026-09-05', 1);
INSERT INTO ban (id, guest_id, scope, reason, made_at, made_by)
  VALUES (1, 1, 'bar', 'abuse', 1, 'mk');
INSERT INTO account (id, name, search_name, kind, approved, reference_needed, version)
  VALUES (1, 'Karelia Instruments Oy', 'karelia instruments oy', 'company', 1, 1, 1);
INSERT INTO occupancy (id, created_at) VALUES (1, 1);
INSERT INTO stay (id, confirmation, confirmation_key, guest_id, occupancy_id, state, arrival,
                  departure, adults, children, rate_plan, collects, rate_shown, do_not_move,
                  created_at, created_by, version)
  VALUES (1, 'HA-0001H', 'ha0001h', 1, 1, 'in-house', '2026-09-03', '2026-09-05', 1, 0, 'BB',
          'hotel', 1, 0, 1, 'init', 1);
INSERT INTO stay_person (stay_id, n, age_class, age) VALUES (1, 1, 'adult', NULL);
INSERT INTO stay_reference (stay_id, n, kind, value, value_key)
  VALUES (1, 1, 'agency', 'AB-77', 'ab 77');
INSERT INTO stay_flag (stay_id, flag) VALUES (1, 'quiet');
INSERT INTO promise (stay_id, n, made_at, lang, total_minor, digest)
  VALUES (1, 1, 1, 'fi', 21400, zeroblob (32));
INSERT INTO promise_night (stay_id, n, date, price_minor, levy_minor)
  VALUES (1, 1, '2026-09-03', 10500, 200);
INSERT INTO stay_night (stay_id, date, room_id, room_type, plan, price_minor, posted, version)
  VALUES (1, '2026-09-03', 1, 'STD', 'BB', 10500, 1, 2),
         (1, '2026-09-04', 1, 'STD', 'BB', 10500, 0, 1);
INSERT INTO fixed_charge (id, stay_id, code, quantity, unit_minor, window_no, from_date, to_date,
        version)
  VALUES (1, 1, 'PARK', 1, 2200, 1, '2026-09-03', '2026-09-04', 1);
INSERT INTO case_file (id, stay_id, guest_id, topic, channel, state, opened_at, opened_by, version)
  VALUES (1, 1, 1, 'minibar', 'desk', 'open', 1, 'mk', 1);
INSERT INTO room_block (id, room_id, kind, from_night, to_night, reason, made_at, made_by, version)
  VALUES (1, 1, 'ooo', '2026-10-01', '2026-10-01', 'shower', 1, 'mk', 1);
INSERT INTO room_night (room_id, night, occupancy_id, block_id)
  VALUES (1, '2026-09-03', 1, NULL), (1, '2026-09-04', 1, NULL), (1, '2026-10-01', NULL, 1);
INSERT INTO room_presence (id, room_id, occupancy_id, kind, from_at, version)
  VALUES (1, 1, 1, 'night', 1, 1);
INSERT INTO folio (id, kind, stay_id, state, last_line, head, balance_minor, opened_at, version)
  VALUES (1, 'stay', 1, 'open', 0, zeroblob (32), 0, 1, 1);
INSERT INTO folio (id, kind, name, state, last_line, head, balance_minor, opened_at, closed_at,
        version)
  VALUES (2, 'passer-by', 'Bar', 'closed', 0, zeroblob (32), 0, 1, 2, 1);
INSERT INTO folio_window (folio_id, number, balance_minor, version) VALUES (1, 1, 1500, 1);
INSERT INTO routing (id, folio_id, window_no, n, codes, limit_minor, limit_per, active, version)
  VALUES (1, 1, 2, 1, 'FOOD', 3500, 'day', 1, 1);
INSERT INTO voucher (id, account_id, number, stay_id, for_date, persons, taken_at, taken_by)
  VALUES (1, 1, 'BW-55120', 1, '2026-09-03', 2, 1, 'mk');
INSERT INTO check_group (id, check_no, outlet, business_date, source, counted_at)
  VALUES (1, 'M-2181', 'minibar', '2026-09-04', 'count', 1);
INSERT INTO posting (id, folio_id, line, window_no, kind, config, code, tax_class, business_date,
                     stay_date, room, quantity, unit_minor, amount_minor, check_no, made_by, desk,
                     posted_at, note_id, note_hash, hash, steps)
  VALUES (1, 1, 1, 1, 'charge', 1, 'BEER', 'alcohol', '2026-09-04', '2026-09-04', '218', 2, 750,
          1500, 'M-2181', 'mk', 'desk-1', 1, 1, zeroblob (32),
          x'0101010101010101010101010101010101010101010101010101010101010101',
          '[["take","code:BEER","750",null,null,null,"750"],'
          || '["times",null,"2",null,null,null,"1500"]]');
UPDATE folio SET last_line = 1, balance_minor = 1500,
  head = x'0101010101010101010101010101010101010101010101010101010101010101' WHERE id = 1;
INSERT INTO invoice_series (name, prefix, last_number, last_date) VALUES ('A', '', 1, '2026-09-04');
INSERT INTO invoice (id, series, number, kind, folio_id, window_no, business_date, issued_at,
                     issued_by, config, lang, buyer_name, total_minor, content, digest)
  VALUES (1, 'A', 1, 'invoice', 1, 1, '2026-09-04', 1, 'mk', 1, 'fi', 'Eero Vainionpää', 1500,
          '{}', zeroblob (32));
INSERT INTO invoice_line (posting_id, invoice_id) VALUES (1, 1);
INSERT INTO deposit (id, stay_id, business_date, received_at, tender, amount_minor, state, version)
  VALUES (1, 1, '2026-09-03', 1, 'CARD', 10000, 'held', 1);
INSERT INTO hold (id, stay_id, tender, card, amount_minor, state, placed_at, version)
  VALUES (1, 1, 'CARD', '4411', 15000, 'placed', 1, 1);
INSERT INTO document (id, kind, stay_id, folio_id, lang, made_at, made_by, desk, digest)
  VALUES (1, 'bill', 1, 1, 'fi', 1, 'mk', 'desk-1', zeroblob (32));
INSERT INTO audit_entry (id, made_at, business_date, made_by, role, desk, verb, stay_id,
                         plan_digest, config, detail, hash)
  VALUES (1, 1, '2026-09-04', 'mk', 'associate', 'desk-1', 'post', 1, 'ab', 1, 'post',
        zeroblob (32));
INSERT INTO audit_head (entry_id, folio_id, line, head)
  VALUES (1, 1, 1, x'0101010101010101010101010101010101010101010101010101010101010101');
INSERT INTO chain_head (name, seq, hash) VALUES ('audit', 1, zeroblob (32));
INSERT INTO seal (business_date, entry_id, last_posting, postings, totals, hash, sealed_at,
        sealed_by)
  VALUES ('2026-09-03', 1, 0, 0, '', zeroblob (32), 1, 'na');
INSERT INTO action_key (key, entry_id, digest, action, made_at) VALUES ('k1', 1, 'ab', 'cd', 1);
INSERT INTO change (seq, kind, ref_id) VALUES (1, 'folio', 1);
INSERT INTO case_step (case_id, n, kind, made_at, made_by, entry_id)
  VALUES (1, 1, 'heard', 1, 'mk', 1);
INSERT INTO evidence (id, kind, case_id, posting_id, made_at, made_by)
  VALUES (1, 'check', 1, 1, 1, 'mk');
INSERT INTO request (id, kind, stay_id, room_id, department, state, made_at, made_by, version)
  VALUES (1, 'wake-up', 1, 1, 'desk', 'open', 1, 'mk', 1);
INSERT INTO key_order (id, room_id, stay_id, kind, identity_checked, made_at, made_by, desk)
  VALUES (1, 1, 1, 'new', 1, 1, 'mk', 'desk-1');
INSERT INTO approval (id, plan_digest, stay_id, config, channel, asked_by, asked_at, allowed_by,
                      allowed_at, expires_at, used_entry, version)
  VALUES (1, 'ab', 1, 1, 'desk', 'mk', 1, 'tl', 2, 3, 1, 1);
INSERT INTO giving (id, entry_id, kind, reason, stay_id, guest_id, quantity, value_minor,
                    cost_minor, business_date, made_at, made_by, role, config)
  VALUES (1, 1, 'goodwill', 'noise', 1, 1, 1, 1290, 1290, '2026-09-04', 1, 'mk', 'associate', 1);
INSERT INTO disposition (subject_id, n, verdict, role, made_at, made_by, entry_id)
  VALUES (1, 1, 'accept', 'night-auditor', 2, 'na', 1);
