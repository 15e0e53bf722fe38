/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-guest-table.h"

#include "desk-row.h"

/* Of a name of more words not every pair is kept. */
#define MANY_WORDS 4

#define GUEST_FIELDS \
  "name, search_name, lang, given, family, phone, phone_key, phone_tail, mail, mail_key, " \
  "nationality, note_id, created_at, id, version"
#define INSERT_GUEST \
  "INSERT INTO guest (" GUEST_FIELDS ") " \
  "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)"
#define UPDATE_GUEST \
  "UPDATE guest SET name = $1, search_name = $2, lang = $3, given = $4, family = $5, " \
  "phone = $6, phone_key = $7, phone_tail = $8, mail = $9, mail_key = $10, nationality = $11, " \
  "note_id = $12, created_at = $13, version = version + 1 WHERE id = $14 AND version = $15"
/* The stay that leaves last is one of those that came last. */
#define INSERT_WORD \
  "INSERT INTO guest_word (word, rest, guest_id, newest) VALUES ($1, $2, $3, " \
  "coalesce ((SELECT max (departure) FROM (SELECT departure FROM stay WHERE guest_id = $3 " \
  "ORDER BY arrival DESC LIMIT 20)), '')) ON CONFLICT DO NOTHING"
#define DELETE_WORDS "DELETE FROM guest_word WHERE guest_id = $1"
#define SELECT_GUEST "SELECT " GUEST_FIELDS " FROM guest WHERE id = $1"

/* The same name and the same number or address: a name alone is no person. */
#define SELECT_SAME \
  "SELECT b.id FROM (SELECT id, search_name FROM guest WHERE phone_key = $1 " \
  "UNION SELECT id, search_name FROM guest WHERE mail_key = $2) AS b " \
  "WHERE b.search_name = $3 ORDER BY b.id LIMIT 1"

/**
 * desk_guest_record_free:
 * @self: (nullable): a record
 */
void
desk_guest_record_free (DeskGuestRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->search_name);
  g_free (self->lang);
  g_free (self->given);
  g_free (self->family);
  g_free (self->phone);
  g_free (self->phone_key);
  g_free (self->phone_tail);
  g_free (self->mail);
  g_free (self->mail_key);
  g_free (self->nationality);
  g_free (self);
}

static gpointer
read_guest (DeskStmt *stmt)
{
  DeskGuestRecord *record = g_new0 (DeskGuestRecord, 1);

  record->name = desk_row_dup_text (stmt, 0);
  record->search_name = desk_row_dup_text (stmt, 1);
  record->lang = desk_row_dup_text (stmt, 2);
  record->given = desk_row_dup_text (stmt, 3);
  record->family = desk_row_dup_text (stmt, 4);
  record->phone = desk_row_dup_text (stmt, 5);
  record->phone_key = desk_row_dup_text (stmt, 6);
  record->phone_tail = desk_row_dup_text (stmt, 7);
  record->mail = desk_row_dup_text (stmt, 8);
  record->mail_key = desk_row_dup_text (stmt, 9);
  record->nationality = desk_row_dup_text (stmt, 10);
  record->note_id = desk_stmt_get_int64 (stmt, 11);
  record->created_at = desk_stmt_get_int64 (stmt, 12);
  record->id = desk_stmt_get_int64 (stmt, 13);
  record->version = desk_stmt_get_int64 (stmt, 14);
  return record;
}

static gboolean
bind_guest (DeskStmt               *stmt,
            const DeskGuestRecord  *record,
            GError                **error)
{
  return desk_stmt_bind_text (stmt, 1, record->name, error) &&
         desk_stmt_bind_text (stmt, 2, record->search_name, error) &&
         desk_stmt_bind_text (stmt, 3, record->lang, error) &&
         desk_stmt_bind_text (stmt, 4, record->given, error) &&
         desk_stmt_bind_text (stmt, 5, record->family, error) &&
         desk_stmt_bind_text (stmt, 6, record->phone, error) &&
         desk_stmt_bind_text (stmt, 7, record->phone_key, error) &&
         desk_stmt_bind_text (stmt, 8, record->phone_tail, error) &&
         desk_stmt_bind_text (stmt, 9, record->mail, error) &&
         desk_stmt_bind_text (stmt, 10, record->mail_key, error) &&
         desk_stmt_bind_text (stmt, 11, record->nationality, error) &&
         desk_row_bind_id (stmt, 12, record->note_id, error) &&
         desk_stmt_bind_int64 (stmt, 13, record->created_at, error) &&
         desk_stmt_bind_int64 (stmt, 14, record->id, error) &&
         desk_stmt_bind_int64 (stmt, 15, record->version, error);
}

/* The words but one, beginning with another, the others in their order. */
static char *
join_rest (const char *const *words,
           guint              word,
           guint              beside)
{
  GString *rest = g_string_new (words[beside]);
  guint i;

  for (i = 0; words[i] != NULL; i++)
    if (i != word && i != beside)
      g_string_append_printf (rest, " %s", words[i]);
  return g_string_free (rest, FALSE);
}

static gboolean
insert_word (DeskStmt    *stmt,
             const char  *word,
             const char  *rest,
             gint64       guest_id,
             GError     **error)
{
  return desk_stmt_bind_text (stmt, 1, word, error) &&
         desk_stmt_bind_text (stmt, 2, rest, error) &&
         desk_stmt_bind_int64 (stmt, 3, guest_id, error) &&
         desk_stmt_run (stmt, error);
}

/* Each word beside each other. Of a name of very many words only the first are put
 * beside all, so that nobody can fill the file with one. */
static gboolean
insert_words (DeskDb                 *db,
              const DeskGuestRecord  *record,
              GError                **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, INSERT_WORD, error);
  g_auto (GStrv) words = g_strsplit (record->search_name, " ", -1);
  guint n = g_strv_length (words);
  guint i;
  guint j;

  if (stmt == NULL)
    return FALSE;

  for (i = 0; i < n; i++)
    {
      if (n == 1 && words[i][0] != '\0' && !insert_word (stmt, words[i], "", record->id, error))
        return FALSE;
      for (j = 0; j < n; j++)
        {
          g_autofree char *rest = NULL;

          if (i == j || (i >= MANY_WORDS && j >= MANY_WORDS))
            continue;
          rest = join_rest ((const char *const *) words, i, j);
          if (!insert_word (stmt, words[i], rest, record->id, error))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
delete_words (DeskDb  *db,
              gint64   guest_id,
              GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, DELETE_WORDS, error);

  return stmt != NULL &&
         desk_stmt_bind_int64 (stmt, 1, guest_id, error) &&
         desk_stmt_run (stmt, error);
}

/**
 * desk_guest_table_insert:
 * @record: a new guest, its id from the counter `guest`
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_guest_table_insert (DeskDb                 *db,
                         const DeskGuestRecord  *record,
                         GError                **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, INSERT_GUEST, error);

  return stmt != NULL &&
         bind_guest (stmt, record, error) &&
         desk_stmt_run (stmt, error) &&
         insert_words (db, record, error);
}

/**
 * desk_guest_table_update:
 * @record: as it shall be, with the version it was read at; its version grows by one
 *
 * Returns: %TRUE, or %FALSE with @error set: %DESK_ERROR_CHANGED …
 */
gboolean
desk_guest_table_update (DeskDb           *db,
                         DeskGuestRecord  *record,
                         GError          **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, UPDATE_GUEST, error);

  if (stmt == NULL ||
      !bind_guest (stmt, record, error) ||
      !desk_row_run_update (db, stmt, "guest", error) ||
      !delete_words (db, record->id, error) ||
      !insert_words (db, record, error))
    return FALSE;

  record->version++;
  return TRUE;
}

/**
 * desk_guest_table_get:
 *
 * Returns: (transfer full) (nullable): the guest, or %NULL with @error set:
 *   %DESK_ERROR_NOT_FOUND …
 */
DeskGuestRecord *
desk_guest_table_get (DeskDb  *db,
                      gint64   id,
                      GError **error)
{
  return desk_row_get_by_id (db, SELECT_GUEST, id, read_guest, error);
}

/**
 * desk_guest_table_find_same:
 * @like: a guest that is told of; @search_name, @phone_key and @mail_key are looked at
 * @id: (out): who that is, 0 where nobody is known by that name with that number or address
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_guest_table_find_same (DeskDb                 *db,
                            const DeskGuestRecord  *like,
                            gint64                 *id,
                            GError                **error)
{
  g_autoptr (DeskStmt) stmt = NULL;
  gboolean row;

  *id = 0;
  if (like->phone_key == NULL && like->mail_key == NULL)
    return TRUE;

  stmt = desk_db_prepare (db, SELECT_SAME, error);
  if (stmt == NULL ||
      !desk_stmt_bind_text (stmt, 1, like->phone_key, error) ||
      !desk_stmt_bind_text (stmt, 2, like->mail_key, error) ||
      !desk_stmt_bind_text (stmt, 3, like->search_name, error) ||
      !desk_stmt_step (stmt, &row, error))
    return FALSE;
  if (row)
    *id = desk_stmt_get_int64 (stmt, 0);
  return TRUE;
}
