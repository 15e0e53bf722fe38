/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-stay-table.h"

#include "desk-row.h"

/* What hangs on a stay: its persons, and the numbers others know it by. */

#define PERSON_FIELDS "n, age_class, age, arrival, departure, exempt, guest_id"
#define INSERT_PERSON \
  "INSERT INTO stay_person (" PERSON_FIELDS ", stay_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
#define UPDATE_PERSON \
  "UPDATE stay_person SET age_class = $1, age = $2 WHERE stay_id = $3 AND n = $4"
#define SELECT_PERSONS "SELECT " PERSON_FIELDS " FROM stay_person WHERE stay_id = $1 ORDER BY n"
#define LIST_CHILDREN \
  "SELECT p.stay_id, coalesce (p.age, 0) FROM stay s JOIN stay_person p ON p.stay_id = s.id " \
  "WHERE s.state = 'in-house' AND s.id > $1 AND s.id <= $2 AND p.age_class = 'child' " \
  "ORDER BY s.id, p.n"
#define INSERT_REFERENCE \
  "INSERT INTO stay_reference (stay_id, n, kind, value, value_key) VALUES ($1, $2, $3, $4, $5)"
#define SELECT_REFERENCES \
  "SELECT kind, value, value_key FROM stay_reference WHERE stay_id = $1 ORDER BY n"

/**
 * desk_person_record_free:
 * @self: (nullable): a record
 */
void
desk_person_record_free (DeskPersonRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->exempt);
  g_free (self);
}

/**
 * desk_reference_record_free:
 * @self: (nullable): a record
 */
void
desk_reference_record_free (DeskReferenceRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->kind);
  g_free (self->value);
  g_free (self->value_key);
  g_free (self);
}

static gpointer
read_person (DeskStmt *stmt)
{
  DeskPersonRecord *person = g_new0 (DeskPersonRecord, 1);

  person->n = (int) desk_stmt_get_int64 (stmt, 0);
  person->child = g_strcmp0 (desk_stmt_get_text (stmt, 1), "child") == 0;
  person->age = desk_stmt_is_null (stmt, 2) ? -1 : (int) desk_stmt_get_int64 (stmt, 2);
  person->arrival = desk_row_get_date (stmt, 3);
  person->departure = desk_row_get_date (stmt, 4);
  person->exempt = desk_row_dup_text (stmt, 5);
  person->guest_id = desk_stmt_get_int64 (stmt, 6);
  return person;
}

static gpointer
read_reference (DeskStmt *stmt)
{
  DeskReferenceRecord *reference = g_new0 (DeskReferenceRecord, 1);

  reference->kind = desk_row_dup_text (stmt, 0);
  reference->value = desk_row_dup_text (stmt, 1);
  reference->value_key = desk_row_dup_text (stmt, 2);
  return reference;
}

/**
 * desk_stay_table_insert_person:
 * @person: one person, @n from 1
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_stay_table_insert_person (DeskDb                  *db,
                               gint64                   stay_id,
                               const DeskPersonRecord  *person,
                               GError                 **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, INSERT_PERSON, error);

  return stmt != NULL &&
         desk_stmt_bind_int64 (stmt, 1, person->n, error) &&
         desk_stmt_bind_text (stmt, 2, person->child ? "child" : "adult", error) &&
         (person->age < 0 ? desk_stmt_bind_null (stmt, 3, error)
                          : desk_stmt_bind_int64 (stmt, 3, person->age, error)) &&
         desk_row_bind_date (stmt, 4, person->arrival, error) &&
         desk_row_bind_date (stmt, 5, person->departure, error) &&
         desk_stmt_bind_text (stmt, 6, person->exempt, error) &&
         desk_row_bind_id (stmt, 7, person->guest_id, error) &&
         desk_stmt_bind_int64 (stmt, 8, stay_id, error) &&
         desk_stmt_run (stmt, error);
}

/**
 * desk_stay_table_update_person:
 * @person: one person of the stay by number, with the right age
 *
 * Returns: %TRUE, or %FALSE with @error set: %DESK_ERROR_CHANGED where there is no such person
 */
gboolean
desk_stay_table_update_person (DeskDb                  *db,
                               gint64                   stay_id,
                               const DeskPersonRecord  *person,
                               GError                 **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, UPDATE_PERSON, error);

  return stmt != NULL &&
         desk_stmt_bind_text (stmt, 1, person->child ? "child" : "adult", error) &&
         (person->age < 0 ? desk_stmt_bind_null (stmt, 2, error)
                          : desk_stmt_bind_int64 (stmt, 2, person->age, error)) &&
         desk_stmt_bind_int64 (stmt, 3, stay_id, error) &&
         desk_stmt_bind_int64 (stmt, 4, person->n, error) &&
         desk_row_run_update (db, stmt, "person", error);
}

/**
 * desk_stay_table_list_children:
 * @after_id: the stay before the first one
 * @last_id: the last stay
 *
 * Returns: (transfer full) (element-type DeskStayChild) (nullable): the children of the stays
 *   in house between them, by stay and number; or %NULL with @error set
 */
GArray *
desk_stay_table_list_children (DeskDb  *db,
                               gint64   after_id,
                               gint64   last_id,
                               GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, LIST_CHILDREN, error);
  g_autoptr (GArray) children = g_array_new (FALSE, FALSE, sizeof (DeskStayChild));

  if (stmt == NULL ||
      !desk_stmt_bind_int64 (stmt, 1, after_id, error) ||
      !desk_stmt_bind_int64 (stmt, 2, last_id, error))
    return NULL;

  for (;;)
    {
      DeskStayChild child;
      gboolean row;

      if (!desk_stmt_step (stmt, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&children);
      child.stay_id = desk_stmt_get_int64 (stmt, 0);
      child.age = (int) desk_stmt_get_int64 (stmt, 1);
      g_array_append_val (children, child);
    }
}

/**
 * desk_stay_table_list_persons:
 *
 * Returns: (transfer full) (element-type DeskPersonRecord) (nullable): by number, or
 *   %NULL with @error set
 */
GPtrArray *
desk_stay_table_list_persons (DeskDb  *db,
                              gint64   stay_id,
                              GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_PERSONS, error);

  if (stmt == NULL || !desk_stmt_bind_int64 (stmt, 1, stay_id, error))
    return NULL;
  return desk_row_list (stmt, read_person, (GDestroyNotify) desk_person_record_free, error);
}

/**
 * desk_stay_table_insert_reference:
 * @n: from 1, the order they are shown in
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_stay_table_insert_reference (DeskDb                     *db,
                                  gint64                      stay_id,
                                  int                         n,
                                  const DeskReferenceRecord  *reference,
                                  GError                    **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, INSERT_REFERENCE, error);

  return stmt != NULL &&
         desk_stmt_bind_int64 (stmt, 1, stay_id, error) &&
         desk_stmt_bind_int64 (stmt, 2, n, error) &&
         desk_stmt_bind_text (stmt, 3, reference->kind, error) &&
         desk_stmt_bind_text (stmt, 4, reference->value, error) &&
         desk_stmt_bind_text (stmt, 5, reference->value_key, error) &&
         desk_stmt_run (stmt, error);
}

/**
 * desk_stay_table_list_references:
 *
 * Returns: (transfer full) (element-type DeskReferenceRecord) (nullable): in their
 *   order, or %NULL with @error set
 */
GPtrArray *
desk_stay_table_list_references (DeskDb  *db,
                                 gint64   stay_id,
                                 GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_REFERENCES, error);

  if (stmt == NULL || !desk_stmt_bind_int64 (stmt, 1, stay_id, error))
    return NULL;
  return desk_row_list (stmt, read_reference, (GDestroyNotify) desk_reference_record_free,
                        error);
}
