/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-guest-table.h"

#include <string.h>

#include "desk-row.h"

/* Beyond so many guests a word is common, and how common does not matter. */
#define COMMON_WORD 1000

#define GUEST_FIELDS \
  "name, search_name, lang, given, family, phone_key, mail_key, note_id, created_at, id, version"
#define INSERT_GUEST \
  "INSERT INTO guest (" GUEST_FIELDS ") " \
  "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
#define UPDATE_GUEST \
  "UPDATE guest SET name = $1, search_name = $2, lang = $3, given = $4, family = $5, " \
  "phone_key = $6, mail_key = $7, note_id = $8, created_at = $9, version = version + 1 " \
  "WHERE id = $10 AND version = $11"
#define INSERT_WORD \
  "INSERT INTO guest_word (word, guest_id) VALUES ($1, $2) ON CONFLICT DO NOTHING"
#define DELETE_WORDS "DELETE FROM guest_word WHERE guest_id = $1"
#define SELECT_GUEST "SELECT " GUEST_FIELDS " FROM guest WHERE id = $1"
#define SELECT_PHONE "SELECT " GUEST_FIELDS " FROM guest WHERE phone_key = $1 ORDER BY id"
#define COUNT_WORD \
  "SELECT count (*) FROM (SELECT 1 FROM guest_word WHERE word >= $1 AND word < $2 LIMIT $3) AS hit"

/* Runs along the rarest word; a guest with two words of that beginning shows at the
 * first. What most rows fail is asked first. */
#define SEARCH_HEAD \
  "SELECT g.name, g.search_name, g.lang, g.given, g.family, g.phone_key, g.mail_key, g.note_id, " \
  "g.created_at, g.id, g.version, w.word FROM guest_word w JOIN guest g ON g.id = w.guest_id " \
  "WHERE (w.word, w.guest_id) > ($1, $2) AND w.word < $3"
#define SEARCH_WORD \
  " AND EXISTS (SELECT 1 FROM guest_word x WHERE x.guest_id = w.guest_id " \
  "AND x.word >= $%d AND x.word < $%d)"
#define SEARCH_TAIL \
  " AND NOT EXISTS (SELECT 1 FROM guest_word e WHERE e.guest_id = w.guest_id " \
  "AND e.word >= $%d AND e.word < w.word) ORDER BY w.word, w.guest_id LIMIT $%d"
#define FIRST_OTHER_WORD 4

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
  g_free (self->phone_key);
  g_free (self->mail_key);
  g_free (self);
}

/**
 * desk_guest_cursor_clear:
 * @self: a cursor; it is before the first page again
 */
void
desk_guest_cursor_clear (DeskGuestCursor *self)
{
  g_clear_pointer (&self->word, g_free);
  self->guest_id = 0;
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
  record->phone_key = desk_row_dup_text (stmt, 5);
  record->mail_key = desk_row_dup_text (stmt, 6);
  record->note_id = desk_stmt_get_int64 (stmt, 7);
  record->created_at = desk_stmt_get_int64 (stmt, 8);
  record->id = desk_stmt_get_int64 (stmt, 9);
  record->version = desk_stmt_get_int64 (stmt, 10);
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
         desk_stmt_bind_text (stmt, 6, record->phone_key, error) &&
         desk_stmt_bind_text (stmt, 7, record->mail_key, error) &&
         desk_row_bind_id (stmt, 8, record->note_id, error) &&
         desk_stmt_bind_int64 (stmt, 9, record->created_at, error) &&
         desk_stmt_bind_int64 (stmt, 10, record->id, error) &&
         desk_stmt_bind_int64 (stmt, 11, record->version, error);
}

static gboolean
insert_words (DeskDb                 *db,
              const DeskGuestRecord  *record,
              GError                **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, INSERT_WORD, error);
  g_auto (GStrv) words = g_strsplit (record->search_name, " ", -1);
  guint i;

  if (stmt == NULL)
    return FALSE;

  for (i = 0; words[i] != NULL; i++)
    {
      if (words[i][0] == '\0')
        continue;
      if (!desk_stmt_bind_text (stmt, 1, words[i], error) ||
          !desk_stmt_bind_int64 (stmt, 2, record->id, error) ||
          !desk_stmt_run (stmt, error))
        return FALSE;
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

static gboolean
count_word (DeskDb      *db,
            const char  *word,
            gint64      *out,
            GError     **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, COUNT_WORD, error);
  g_autofree char *end = desk_row_prefix_end (word);

  return stmt != NULL &&
         desk_stmt_bind_text (stmt, 1, word, error) &&
         desk_stmt_bind_text (stmt, 2, end, error) &&
         desk_stmt_bind_int64 (stmt, 3, COMMON_WORD, error) &&
         desk_row_get_number (stmt, out, error);
}

/* The word that fewest guests have; of common words the longest. */
static gboolean
find_rarest (DeskDb             *db,
             const char *const  *words,
             guint              *out,
             GError            **error)
{
  gint64 best_n = G_MAXINT64;
  guint i;

  *out = 0;
  for (i = 0; words[i] != NULL && words[1] != NULL; i++)
    {
      gint64 n;

      if (!count_word (db, words[i], &n, error))
        return FALSE;
      if (n < best_n || (n == best_n && strlen (words[i]) > strlen (words[*out])))
        {
          best_n = n;
          *out = i;
        }
    }
  return TRUE;
}

static char *
build_search (guint n_words)
{
  GString *sql = g_string_new (SEARCH_HEAD);
  int next = FIRST_OTHER_WORD;
  guint i;

  for (i = 1; i < n_words; i++, next += 2)
    g_string_append_printf (sql, SEARCH_WORD, next, next + 1);

  g_string_append_printf (sql, SEARCH_TAIL, next, next + 1);
  return g_string_free (sql, FALSE);
}

static gboolean
bind_search (DeskStmt               *stmt,
             const char *const      *words,
             guint                   rarest,
             const DeskGuestCursor  *cursor,
             guint                   limit,
             GError                **error)
{
  g_autofree char *rarest_end = desk_row_prefix_end (words[rarest]);
  const char *begin = cursor->word != NULL ? cursor->word : words[rarest];
  int next = FIRST_OTHER_WORD;
  guint i;

  if (!desk_stmt_bind_text (stmt, 1, begin, error) ||
      !desk_stmt_bind_int64 (stmt, 2, cursor->guest_id, error) ||
      !desk_stmt_bind_text (stmt, 3, rarest_end, error))
    return FALSE;

  for (i = 0; words[i] != NULL; i++)
    {
      g_autofree char *end = desk_row_prefix_end (words[i]);

      if (i == rarest)
        continue;
      if (!desk_stmt_bind_text (stmt, next, words[i], error) ||
          !desk_stmt_bind_text (stmt, next + 1, end, error))
        return FALSE;
      next += 2;
    }
  return desk_stmt_bind_text (stmt, next, words[rarest], error) &&
         desk_stmt_bind_int64 (stmt, next + 1, limit, error);
}

/**
 * desk_guest_table_search:
 * @words: (array zero-terminated=1): one or more folded words; each must be the
 *   beginning of a word of the name, in any order
 * @cursor: where to go on; before the first page it is empty. It is moved behind the page
 * @limit: at most so many
 *
 * Finds guests as a name is typed.
 *
 * Returns: (transfer full) (element-type DeskGuestRecord) (nullable): a page, in the
 *   order of the rarest of the words; shorter than @limit: the last one; or %NULL with
 *   @error set
 */
GPtrArray *
desk_guest_table_search (DeskDb             *db,
                         const char *const  *words,
                         DeskGuestCursor    *cursor,
                         guint               limit,
                         GError            **error)
{
  g_autoptr (GPtrArray) page = g_ptr_array_new_with_free_func
    ((GDestroyNotify) desk_guest_record_free);
  g_autoptr (DeskStmt) stmt = NULL;
  g_autofree char *sql = NULL;
  guint rarest;

  if (words[0] == NULL)
    return g_steal_pointer (&page);

  sql = build_search (g_strv_length ((GStrv) words));
  if (!find_rarest (db, words, &rarest, error) ||
      (stmt = desk_db_prepare (db, sql, error)) == NULL ||
      !bind_search (stmt, words, rarest, cursor, limit, error))
    return NULL;

  for (;;)
    {
      gboolean row;

      if (!desk_stmt_step (stmt, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&page);

      g_ptr_array_add (page, read_guest (stmt));
      if (page->len == limit)
        {
          g_free (cursor->word);
          cursor->word = desk_row_dup_text (stmt, 11);
          cursor->guest_id = desk_stmt_get_int64 (stmt, 9);
        }
    }
}

/**
 * desk_guest_table_find_phone:
 * @phone_key: digits only
 *
 * Returns: (transfer full) (element-type DeskGuestRecord) (nullable): who has that
 *   number, or %NULL with @error set
 */
GPtrArray *
desk_guest_table_find_phone (DeskDb      *db,
                             const char  *phone_key,
                             GError     **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_PHONE, error);

  if (stmt == NULL || !desk_stmt_bind_text (stmt, 1, phone_key, error))
    return NULL;
  return desk_row_list (stmt, read_guest, (GDestroyNotify) desk_guest_record_free, error);
}
