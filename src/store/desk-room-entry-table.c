/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-room-entry-table.h"

#include "desk-row.h"

/* How many of the last entries are looked through for somebody's last one. */
#define LOOK_BACK "2000"

#define INSERT_ENTRY "INSERT INTO room_entry (room_id, entry_id) VALUES ($1, $2)"
#define SELECT_IDS \
  "SELECT entry_id FROM room_entry WHERE room_id = $1 AND entry_id > $2 " \
  "ORDER BY entry_id DESC LIMIT $3"

/* What was undone is named by a later entry; only rooms have entries without a stay that are
 * undone. */
#define SELECT_NEWEST \
  "SELECT coalesce (max (e.id), 0) FROM audit_entry e " \
  "WHERE e.id > (SELECT max (id) - " LOOK_BACK " FROM audit_entry) AND e.verb = 'rooms' " \
  "AND e.made_by = $1 AND e.business_date = $2 AND NOT EXISTS (SELECT 1 FROM room_entry k " \
  "JOIN room_entry l ON l.room_id = k.room_id AND l.entry_id > e.id " \
  "JOIN audit_entry u ON u.id = l.entry_id AND u.verb = 'undo' AND u.stay_id IS NULL " \
  "AND instr (u.detail, 'entry-state ' || e.id || ' ') > 0 WHERE k.entry_id = e.id)"

/**
 * desk_room_entry_table_insert:
 * @entry_id: an entry that changed the room
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_room_entry_table_insert (DeskDb  *db,
                              gint64   room_id,
                              gint64   entry_id,
                              GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, INSERT_ENTRY, error);

  return stmt != NULL &&
         desk_stmt_bind_int64 (stmt, 1, room_id, error) &&
         desk_stmt_bind_int64 (stmt, 2, entry_id, error) &&
         desk_stmt_run (stmt, error);
}

static GArray *
list_ids (DeskDb  *db,
          gint64   room_id,
          gint64   after_id,
          guint    limit,
          GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_IDS, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (stmt == NULL ||
      !desk_stmt_bind_int64 (stmt, 1, room_id, error) ||
      !desk_stmt_bind_int64 (stmt, 2, after_id, error) ||
      !desk_stmt_bind_int64 (stmt, 3, limit, error))
    return NULL;
  for (;;)
    {
      gboolean row;
      gint64 id;

      if (!desk_stmt_step (stmt, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&ids);
      id = desk_stmt_get_int64 (stmt, 0);
      g_array_append_val (ids, id);
    }
}

/**
 * desk_room_entry_table_list:
 * @after_id: only what was done after that entry; 0: all
 * @limit: at most so many
 *
 * Returns: (transfer full) (element-type DeskAuditRecord) (nullable): what was done to the
 *   room, the newest first, or %NULL with @error set
 */
GPtrArray *
desk_room_entry_table_list (DeskDb  *db,
                            gint64   room_id,
                            gint64   after_id,
                            guint    limit,
                            GError **error)
{
  g_autoptr (GArray) ids = list_ids (db, room_id, after_id, limit, error);
  g_autoptr (GPtrArray) entries = NULL;
  guint i;

  if (ids == NULL)
    return NULL;
  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_audit_record_free);
  for (i = 0; i < ids->len; i++)
    {
      DeskAuditRecord *entry = desk_audit_table_get (db, g_array_index (ids, gint64, i), error);

      if (entry == NULL)
        return NULL;
      g_ptr_array_add (entries, entry);
    }
  return g_steal_pointer (&entries);
}

/**
 * desk_room_entry_table_find_newest:
 * @made_by: login
 * @day: the open business date
 * @entry_id: (out): the last thing that this person did to rooms and that was not undone,
 *   or 0; only what was done lately is looked at
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_room_entry_table_find_newest (DeskDb      *db,
                                   const char  *made_by,
                                   DeskDate     day,
                                   gint64      *entry_id,
                                   GError     **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_NEWEST, error);

  return stmt != NULL &&
         desk_stmt_bind_text (stmt, 1, made_by, error) &&
         desk_row_bind_date (stmt, 2, day, error) &&
         desk_row_get_number (stmt, entry_id, error);
}
