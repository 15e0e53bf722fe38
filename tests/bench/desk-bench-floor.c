/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-bench-floor.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>

#include "desk-bench-samples.h"
#include "desk-error.h"

/* Where the hotel stood: everything beyond is new. */
#define MARKS \
  "SELECT coalesce ((SELECT max (id) FROM posting), 0), " \
  "coalesce ((SELECT max (id) FROM audit_entry), 0), " \
  "coalesce ((SELECT max (seq) FROM change), 0), coalesce ((SELECT max (id) FROM note), 0), " \
  "coalesce ((SELECT max (id) FROM stay), 0), coalesce ((SELECT max (id) FROM folio), 0), " \
  "coalesce ((SELECT max (id) FROM guest), 0), coalesce ((SELECT max (id) FROM occupancy), 0), " \
  "business_date, coalesce ((SELECT max (id) FROM giving), 0), " \
  "coalesce ((SELECT max (id) FROM case_file), 0), " \
  "coalesce ((SELECT max (id) FROM room_presence), 0) FROM property_state"
#define N_MARKS 12

/* Folios that lines were added to. */
#define TOUCHED "(SELECT DISTINCT folio_id FROM posting WHERE id > $1)"

/* Stays that desks were told of, without the new ones, and who has a room for them. */
#define TOLD \
  "(SELECT ref_id FROM change WHERE seq > $3 AND kind = 'stay' AND ref_id <= $5)"
#define TOLD_OCCUPANCIES "(SELECT occupancy_id FROM stay WHERE id IN " TOLD ")"

/* What is read in the hotel, and how it is written to the copy: a table's rows as
 * they are, or with a statement of its own. $1 … $12 are the marks. What changed in a
 * row shows by comparing it with the copy. */
static const struct
{
  const char *table;
  const char *where;
  const char *columns;
  const char *write;
} replays[] = {
  { "note", "id > $4", "*", NULL },
  { "guest", "id > $7", "*", NULL },
  { "guest_word", "guest_id > $7", "*", NULL },
  { "occupancy", "id > $8", "*", NULL },
  { "stay", "id > $5", "*", NULL },
  { "stay_person", "stay_id > $5", "*", NULL },
  { "stay_reference", "stay_id > $5", "*", NULL },
  { "stay_night", "stay_id > $5", "*", NULL },
  { "bare.room_night", "occupancy_id IN " TOLD_OCCUPANCIES " EXCEPT SELECT room_id, night "
    "FROM main.room_night WHERE occupancy_id IN " TOLD_OCCUPANCIES, "room_id, night",
    "DELETE FROM room_night WHERE room_id = ? AND night = ?" },
  { "room_night", "occupancy_id > $8 OR occupancy_id IN " TOLD_OCCUPANCIES " EXCEPT SELECT * "
    "FROM bare.room_night", "*", NULL },
  { "promise", "stay_id > $5", "*", NULL },
  { "promise_night", "stay_id > $5", "*", NULL },
  { "folio", "id > $6", "*", NULL },
  { "folio_window", "folio_id > $6", "*", NULL },
  { "posting", "id > $1", "*", NULL },
  { "audit_entry", "id > $2", "*", NULL },
  { "audit_head", "entry_id > $2", "*", NULL },
  { "action_key", "entry_id > $2", "*", NULL },
  { "seal", "entry_id > $2", "*", NULL },
  { "change", "seq > $3", "*", NULL },
  { "case_file", "id > $11", "*", NULL },
  { "case_step", "entry_id > $2", "*", NULL },
  { "giving", "id > $10", "*", NULL },
  { "room_presence", "id <= $12 EXCEPT SELECT to_at, version, id FROM bare.room_presence",
    "to_at, version, id", "UPDATE room_presence SET to_at = ?, version = ? WHERE id = ?" },
  { "room_presence", "id > $12", "*", NULL },
  { "folio", "id IN " TOUCHED, "last_line, head, balance_minor, version, id",
    "UPDATE folio SET last_line = ?, head = ?, balance_minor = ?, version = ? WHERE id = ?" },
  { "folio_window", "folio_id IN " TOUCHED, "balance_minor, version, folio_id, number",
    "UPDATE folio_window SET balance_minor = ?, version = ? WHERE folio_id = ? AND number = ?" },
  { "stay_night", "date = $9 AND posted = 1 AND $1 < (SELECT max (id) FROM posting) "
    "AND $9 < (SELECT business_date FROM property_state)", "posted, version, stay_id, date",
    "UPDATE stay_night SET posted = ?, version = ? WHERE stay_id = ? AND date = ?" },
  { "stay_night", "stay_id IN " TOLD " EXCEPT SELECT room_id, room_type, price_minor, version, "
    "stay_id, date FROM bare.stay_night", "room_id, room_type, price_minor, version, stay_id, date",
    "UPDATE stay_night SET room_id = ?, room_type = ?, price_minor = ?, version = ? "
    "WHERE stay_id = ? AND date = ?" },
  { "room", "1 EXCEPT SELECT clean, occupied, version, id FROM bare.room",
    "clean, occupied, version, id",
    "UPDATE room SET clean = ?, occupied = ?, version = ? WHERE id = ?" },
  { "property_state", "$9 < business_date", "business_date, id",
    "UPDATE property_state SET business_date = ? WHERE id = ?" },
  { "counter", "1 EXCEPT SELECT value, name FROM bare.counter", "value, name",
    "INSERT INTO counter (value, name) VALUES (?, ?) "
    "ON CONFLICT (name) DO UPDATE SET value = excluded.value" },
  { "chain_head", "1 EXCEPT SELECT seq, hash, name FROM bare.chain_head", "seq, hash, name",
    "UPDATE chain_head SET seq = ?, hash = ? WHERE name = ?" },
};

/* Without the engine's own locks, like ours. */
#define READING (SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX)
#define WRITING (SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX)

static const char settings[] =
  "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF; "
  "PRAGMA cache_spill = OFF; PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY";

struct _DeskBenchFloor
{
  char          *copy_path;
  sqlite3       *source;
  sqlite3       *copy;
  sqlite3_stmt  *reads[G_N_ELEMENTS (replays)];
  sqlite3_stmt  *writes[G_N_ELEMENTS (replays)];
  sqlite3_value *marks[N_MARKS];
  guint          n_transactions;   /* over which the rows are spread */
  guint          most_rows;        /* in one of them */
  guint          left;             /* rows until the next begins */
};

static gboolean
fail (sqlite3 *handle,
      GError **error)
{
  g_set_error (error, DESK_ERROR, DESK_ERROR_STORAGE, "the floor: %s", sqlite3_errmsg (handle));
  return FALSE;
}

static gboolean
exec (sqlite3     *handle,
      const char  *script,
      GError     **error)
{
  return sqlite3_exec (handle, script, NULL, NULL, NULL) == SQLITE_OK || fail (handle, error);
}

static gboolean
prepare (sqlite3       *handle,
         const char    *sql,
         sqlite3_stmt **out,
         GError       **error)
{
  return sqlite3_prepare_v3 (handle, sql, -1, SQLITE_PREPARE_PERSISTENT, out, NULL) == SQLITE_OK ||
         fail (handle, error);
}

/* The copy keeps everything that costs the engine time, but checks nothing. */
static gboolean
drop_triggers (DeskBenchFloor  *self,
               GError         **error)
{
  g_autoptr (GString) script = g_string_new ("");
  sqlite3_stmt *names = NULL;

  if (!prepare (self->copy, "SELECT name FROM sqlite_schema WHERE type = 'trigger'", &names,
                error))
    return FALSE;
  while (sqlite3_step (names) == SQLITE_ROW)
    g_string_append_printf (script, "DROP TRIGGER %s;", sqlite3_column_text (names, 0));
  sqlite3_finalize (names);
  return exec (self->copy, script->str, error);
}

/* A table's rows as they are: as many parameters as columns. */
static char *
make_insert (const char   *table,
             sqlite3_stmt *read)
{
  GString *sql = g_string_new ("INSERT INTO ");
  int i;

  g_string_append_printf (sql, "%s VALUES (?", table);
  for (i = 1; i < sqlite3_column_count (read); i++)
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');
  return g_string_free (sql, FALSE);
}

/* The copy beside the hotel, to compare with. */
static gboolean
attach_copy (DeskBenchFloor  *self,
             GError         **error)
{
  sqlite3_stmt *attach = NULL;
  gboolean ok;

  if (!prepare (self->source, "ATTACH ? AS bare", &attach, error))
    return FALSE;
  sqlite3_bind_text (attach, 1, self->copy_path, -1, SQLITE_STATIC);
  ok = sqlite3_step (attach) == SQLITE_DONE;
  sqlite3_finalize (attach);
  return ok || fail (self->source, error);
}

static gboolean
prepare_all (DeskBenchFloor  *self,
             GError         **error)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (replays); i++)
    {
      g_autofree char *read = g_strdup_printf ("SELECT %s FROM %s WHERE %s", replays[i].columns,
                                               replays[i].table, replays[i].where);
      g_autofree char *write = NULL;

      if (!prepare (self->source, read, &self->reads[i], error))
        return FALSE;
      write = replays[i].write != NULL ? g_strdup (replays[i].write)
                                       : make_insert (replays[i].table, self->reads[i]);
      if (!prepare (self->copy, write, &self->writes[i], error))
        return FALSE;
    }
  return TRUE;
}

/**
 * desk_bench_floor_new:
 * @path: a hotel that nobody writes at the moment
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): the floor beside it; the copy is next to @path
 */
DeskBenchFloor *
desk_bench_floor_new (const char  *path,
                      GError     **error)
{
  g_autoptr (DeskBenchFloor) self = g_new0 (DeskBenchFloor, 1);
  g_autoptr (GFile) from = g_file_new_for_path (path);
  g_autoptr (GFile) to = NULL;

  self->copy_path = g_strconcat (path, ".floor", NULL);
  self->n_transactions = 1;
  to = g_file_new_for_path (self->copy_path);
  if (!g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, error))
    return NULL;
  if (sqlite3_open_v2 (path, &self->source, READING, NULL) != SQLITE_OK)
    return fail (self->source, error), NULL;
  if (sqlite3_open_v2 (self->copy_path, &self->copy, WRITING, NULL) != SQLITE_OK)
    return fail (self->copy, error), NULL;
  if (!exec (self->source, "PRAGMA cache_size = -16384", error) ||
      !exec (self->copy, settings, error) || !drop_triggers (self, error) ||
      !attach_copy (self, error) || !prepare_all (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * desk_bench_floor_new_reading:
 * @path: a hotel
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): a floor that only reads, and needs no copy
 */
DeskBenchFloor *
desk_bench_floor_new_reading (const char  *path,
                              GError     **error)
{
  g_autoptr (DeskBenchFloor) self = g_new0 (DeskBenchFloor, 1);

  if (sqlite3_open_v2 (path, &self->source, READING, NULL) != SQLITE_OK)
    return fail (self->source, error), NULL;
  if (!exec (self->source, "PRAGMA cache_size = -16384", error))
    return NULL;
  return g_steal_pointer (&self);
}

void
desk_bench_floor_free (DeskBenchFloor *self)
{
  gsize i;

  if (self == NULL)
    return;

  for (i = 0; i < G_N_ELEMENTS (replays); i++)
    {
      sqlite3_finalize (self->reads[i]);
      sqlite3_finalize (self->writes[i]);
    }
  for (i = 0; i < N_MARKS; i++)
    sqlite3_value_free (self->marks[i]);
  sqlite3_close (self->source);
  sqlite3_close (self->copy);
  if (self->copy_path != NULL)
    g_unlink (self->copy_path);
  g_free (self->copy_path);
  g_free (self);
}

/**
 * desk_bench_floor_mark:
 *
 * Remembers where the hotel stands: call it before the service writes.
 *
 * Returns: %FALSE with @error set
 */
gboolean
desk_bench_floor_mark (DeskBenchFloor  *self,
                       GError         **error)
{
  sqlite3_stmt *stmt = NULL;
  int i;

  if (!prepare (self->source, MARKS, &stmt, error))
    return FALSE;
  if (sqlite3_step (stmt) != SQLITE_ROW)
    {
      sqlite3_finalize (stmt);
      return fail (self->source, error);
    }
  for (i = 0; i < N_MARKS; i++)
    {
      sqlite3_value_free (self->marks[i]);
      self->marks[i] = sqlite3_value_dup (sqlite3_column_value (stmt, i));
    }
  sqlite3_finalize (stmt);
  return TRUE;
}

/* The new rows of one table, column by column. */
static GPtrArray *
read_values (DeskBenchFloor *self,
             gsize           which)
{
  GPtrArray *values = g_ptr_array_new_with_free_func ((GDestroyNotify) sqlite3_value_free);
  sqlite3_stmt *stmt = self->reads[which];
  int i;

  for (i = 0; i < sqlite3_bind_parameter_count (stmt); i++)
    {
      const char *name = sqlite3_bind_parameter_name (stmt, i + 1);
      gint64 mark = g_ascii_strtoll (name + 1, NULL, 10);

      sqlite3_bind_value (stmt, i + 1, self->marks[mark - 1]);
    }
  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      for (i = 0; i < sqlite3_column_count (stmt); i++)
        g_ptr_array_add (values, sqlite3_value_dup (sqlite3_column_value (stmt, i)));
    }
  sqlite3_reset (stmt);
  return values;
}

/* Commits what was written, where that is enough for one transaction. */
static gboolean
go_on (DeskBenchFloor  *self,
       GError         **error)
{
  if (--self->left > 0)
    return TRUE;
  self->left = self->most_rows;
  return exec (self->copy, "COMMIT", error) && exec (self->copy, "BEGIN IMMEDIATE", error);
}

static gboolean
write_values (DeskBenchFloor   *self,
              gsize             which,
              const GPtrArray  *values,
              guint            *n_rows,
              GError          **error)
{
  sqlite3_stmt *stmt = self->writes[which];
  guint n_columns = (guint) sqlite3_bind_parameter_count (stmt);
  guint at;
  guint i;

  for (at = 0; at < values->len; at += n_columns)
    {
      for (i = 0; i < n_columns; i++)
        sqlite3_bind_value (stmt, (int) i + 1, g_ptr_array_index (values, at + i));
      if (sqlite3_step (stmt) != SQLITE_DONE)
        return fail (self->copy, error);
      sqlite3_reset (stmt);
      (*n_rows)++;
      if (!go_on (self, error))
        return FALSE;
    }
  return TRUE;
}

static guint
count_rows (DeskBenchFloor   *self,
            GPtrArray       **values)
{
  guint n_rows = 0;
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (replays); i++)
    n_rows += values[i]->len / (guint) sqlite3_bind_parameter_count (self->writes[i]);
  return n_rows;
}

static gboolean
write_all (DeskBenchFloor   *self,
           GPtrArray       **values,
           guint            *n_rows,
           GError          **error)
{
  gsize i;

  self->most_rows = count_rows (self, values) / self->n_transactions + 1;
  self->left = self->most_rows;
  if (!exec (self->copy, "BEGIN IMMEDIATE", error))
    return FALSE;
  for (i = 0; i < G_N_ELEMENTS (replays); i++)
    if (!write_values (self, i, values[i], n_rows, error))
      return FALSE;
  return exec (self->copy, "COMMIT", error);
}

/**
 * desk_bench_floor_set_transactions:
 * @n: into how many transactions the next rows go, one unless this is said
 */
void
desk_bench_floor_set_transactions (DeskBenchFloor *self,
                                   guint           n)
{
  self->n_transactions = MAX (n, 1);
}

/**
 * desk_bench_floor_write:
 * @ns: (out): how long it took, with the wait for the disk
 * @n_rows: (out): how many rows that were
 * @error: return location for a #GError
 *
 * Writes to the copy what was written to the hotel since the mark.
 *
 * Returns: %FALSE with @error set
 */
gboolean
desk_bench_floor_write (DeskBenchFloor  *self,
                        gint64          *ns,
                        guint           *n_rows,
                        GError         **error)
{
  GPtrArray *values[G_N_ELEMENTS (replays)];
  gboolean ok;
  gint64 begun;
  gsize i;

  *n_rows = 0;
  for (i = 0; i < G_N_ELEMENTS (replays); i++)
    values[i] = read_values (self, i);

  begun = desk_bench_now ();
  ok = write_all (self, values, n_rows, error);
  *ns = desk_bench_now () - begun;

  for (i = 0; i < G_N_ELEMENTS (replays); i++)
    g_ptr_array_unref (values[i]);
  return ok;
}

/**
 * desk_bench_floor_read:
 * @sql: a query with up to two parameters
 * @first: (nullable): bound first
 * @second: (nullable): bound second
 * @ns: (out): how long it took to step through all rows and look at each column
 * @error: return location for a #GError
 *
 * Returns: %FALSE with @error set
 */
gboolean
desk_bench_floor_read (DeskBenchFloor  *self,
                       const char      *sql,
                       const char      *first,
                       const char      *second,
                       gint64          *ns,
                       GError         **error)
{
  sqlite3_stmt *stmt = NULL;
  gint64 begun;
  int result;
  int i;

  if (!prepare (self->source, sql, &stmt, error))
    return FALSE;
  sqlite3_bind_text (stmt, 1, first, -1, SQLITE_STATIC);
  sqlite3_bind_text (stmt, 2, second, -1, SQLITE_STATIC);

  begun = desk_bench_now ();
  while ((result = sqlite3_step (stmt)) == SQLITE_ROW)
    {
      for (i = 0; i < sqlite3_column_count (stmt); i++)
        sqlite3_column_blob (stmt, i);
    }
  *ns = desk_bench_now () - begun;
  sqlite3_finalize (stmt);
  return result == SQLITE_DONE || fail (self->source, error);
}
