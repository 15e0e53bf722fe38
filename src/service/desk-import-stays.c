/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-import-stays.h"

#include <string.h>

#include "desk-chain.h"
#include "desk-complain.h"
#include "desk-error.h"
#include "desk-explain.h"
#include "desk-hidden.h"
#include "desk-house-private.h"
#include "desk-import-private.h"
#include "desk-json-field.h"
#include "desk-ledger.h"
#include "desk-stay-table.h"

/* Stays in one transaction: few enough that no other desk waits long, enough
 * that the disk is not waited for after each. */
#define BATCH 100

/* What happened to one stay. */
typedef enum
{
  OUTCOME_IMPORTED,
  OUTCOME_ALREADY,
  OUTCOME_REFUSED,
  OUTCOME_FAILED,
} Outcome;

static void
import_error_free (gpointer data)
{
  DeskImportError *self = data;

  g_free (self->field);
  g_free (self->reason);
  desk_message_free (self->message);
  g_free (self);
}

void
desk_import_result_free (DeskImportResult *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->errors);
  g_ptr_array_unref (self->hotels);
  g_free (self);
}

/* Nothing was read yet. */
DeskImportResult *
desk_import_result_new (void)
{
  DeskImportResult *self = g_new0 (DeskImportResult, 1);

  self->errors = g_ptr_array_new_with_free_func (import_error_free);
  self->hotels = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/* Lists a row that did not come in, and counts it. */
void
desk_import_result_refuse (DeskImportResult *self,
                           gint64            line,
                           const GError     *why)
{
  DeskImportError *refusal = g_new0 (DeskImportError, 1);
  const DeskErrorPlace *place = desk_error_get_place (why);

  refusal->line = (int) line;
  refusal->field = desk_hidden_mask (place != NULL && place->key != NULL ? place->key : "");
  refusal->reason = desk_hidden_mask (why->message);
  refusal->message = desk_message_of (why);
  g_ptr_array_add (self->errors, refusal);
  self->refused++;
}

/**
 * desk_import_error_dup_reason:
 * @self: a row that did not come in
 * @catalog: language of who reads it
 *
 * Returns: (transfer full): why it did not
 */
char *
desk_import_error_dup_reason (const DeskImportError *self,
                              const DeskCatalog     *catalog)
{
  g_autofree char *reason = desk_message_render (self->message, catalog, NULL);

  return desk_hidden_mask (reason);
}

/* Whether the house has the stay; told differently, it is refused. */
static gboolean
find_same (const DeskImport    *import,
           const DeskFileStay  *stay,
           gboolean            *found,
           GError             **error)
{
  DeskJsonField field = { NULL, "confirmation", 0 };
  g_autoptr (DeskStayRecord) record = NULL;
  g_autofree char *hex = NULL;

  *found = FALSE;
  if (!desk_stay_table_find (import->db, stay->confirmation, &record, error))
    return FALSE;
  if (record == NULL)
    return TRUE;

  if (record->import_digest != NULL && g_bytes_get_size (record->import_digest) == DESK_HASH_SIZE)
    hex = desk_hash_to_string (g_bytes_get_data (record->import_digest, NULL));
  if (g_strcmp0 (hex, stay->digest) != 0)
    return desk_json_fail_word (&field, error, N_("{word} is in the house already, and was told "
                                                  "differently"), stay->confirmation);
  *found = TRUE;
  return TRUE;
}

/* Errors before the writing begins speak of the file when they are INVALID. */
static Outcome
judge (GError **error)
{
  return g_error_matches (*error, DESK_ERROR, DESK_ERROR_INVALID) ? OUTCOME_REFUSED
                                                                  : OUTCOME_FAILED;
}

static Outcome
import_stay (const DeskImport    *import,
             const DeskFileStay  *stay,
             GString             *detail,
             GError             **error)
{
  g_auto (DeskImportTotals) totals = { NULL };
  gboolean found;
  gint64 stay_id;

  if (!find_same (import, stay, &found, error))
    return judge (error);
  if (found)
    return OUTCOME_ALREADY;
  if (!desk_import_check_stay (import, stay, error) ||
      !desk_import_add_up (import, stay, &totals, error))
    return judge (error);

  if (!desk_import_write_stay (import, stay, &totals, &stay_id, error))
    return OUTCOME_FAILED;
  g_string_append_printf (detail, "stay %" G_GINT64_FORMAT " %s\n", stay_id, stay->digest);
  return OUTCOME_IMPORTED;
}

static gboolean
import_element (const DeskImport       *import,
                const DeskFileElement  *element,
                DeskImportResult       *result,
                GString                *detail,
                GError                **error)
{
  g_autoptr (GError) why = NULL;

  if (element->stay == NULL)
    {
      desk_import_result_refuse (result, desk_error_get_place (element->error)->line,
                                 element->error);
      return TRUE;
    }

  switch (import_stay (import, element->stay, detail, &why))
    {
    case OUTCOME_IMPORTED:
      result->imported++;
      return TRUE;
    case OUTCOME_ALREADY:
      result->already++;
      return TRUE;
    case OUTCOME_REFUSED:
      desk_import_result_refuse (result, element->stay->line, why);
      return TRUE;
    case OUTCOME_FAILED:
    default:
      g_propagate_error (error, g_steal_pointer (&why));
      return FALSE;
    }
}

/* The rooms in use; another desk may change them between two batches. */
static GHashTable *
load_rooms (DeskDb  *db,
            GError **error)
{
  g_autoptr (GPtrArray) list = desk_room_table_list (db, error);
  g_autoptr (GHashTable) rooms = NULL;
  guint i;

  if (list == NULL)
    return NULL;

  rooms = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                 (GDestroyNotify) desk_room_record_free);
  g_ptr_array_set_free_func (list, NULL);
  for (i = 0; i < list->len; i++)
    {
      DeskRoomRecord *room = g_ptr_array_index (list, i);

      g_hash_table_insert (rooms, room->number, room);
    }
  return g_steal_pointer (&rooms);
}

/**
 * Run:
 * @elements: (element-type DeskFileElement): the whole file
 * @file: its name
 * @dry_run: everything but the commit
 *
 * One import from its beginning to its end.
 */
typedef struct
{
  DeskHouse         *house;
  const DeskContext *context;
  GPtrArray         *elements;
  const char        *file;
  gboolean           dry_run;
  GCancellable      *cancellable;
  DeskImportResult  *result;
} Run;

static gboolean
import_range (const Run         *run,
              const DeskImport  *import,
              guint              first,
              guint              end,
              GError           **error)
{
  g_autoptr (GString) detail = g_string_new (NULL);
  gint64 imported_before = run->result->imported;
  DeskEntry entry = { .verb = "import" };
  guint i;

  g_string_append_printf (detail, "file %s\n", run->file != NULL ? run->file : "");
  for (i = first; i < end; i++)
    if (g_cancellable_set_error_if_cancelled (run->cancellable, error) ||
        !import_element (import, g_ptr_array_index (run->elements, i), run->result, detail, error))
      return FALSE;

  if (run->result->imported == imported_before)
    return TRUE;

  entry.detail = detail->str;
  return desk_ledger_append_entry (run->house, run->context, &entry, error);
}

/* One transaction; a dry run has one for the whole file, so that it sees what
 * an earlier stay of the file would take. */
static gboolean
import_batch (const Run  *run,
              guint       first,
              guint       end,
              GError    **error)
{
  DeskImport import = { run->house, desk_house_get_db (run->house), run->context };
  g_autoptr (GHashTable) rooms = NULL;
  g_auto (DeskTx) tx = { NULL };

  if (!desk_tx_begin (&tx, import.db, error) ||
      !desk_house_reload (run->house, error) ||
      !desk_house_get_business_date (run->house, &import.business_date, error))
    return FALSE;

  rooms = load_rooms (import.db, error);
  if (rooms == NULL)
    return FALSE;
  import.rooms = rooms;
  import.property = desk_house_get_property (run->house);
  import.now = run->context->now (run->context->source);

  return import_range (run, &import, first, end, error) &&
         (run->dry_run || desk_tx_commit (&tx, error));
}

static gboolean
import_all (const Run  *run,
            GError    **error)
{
  guint step = run->dry_run ? MAX (run->elements->len, 1) : BATCH;
  guint first;

  for (first = 0; first < run->elements->len; first += step)
    if (!import_batch (run, first, MIN (first + step, run->elements->len), error))
      return FALSE;
  return TRUE;
}

/* What is wrong with the text, behind the name of the file. */
static void
complain_of_text (const DeskStaysFile  *file,
                  const GError         *why,
                  GError              **error)
{
  g_autofree char *shown = file->name != NULL ? g_filename_display_name (file->name) : NULL;
  g_autofree char *where = shown != NULL ? g_strconcat (shown, ": ", NULL) : g_strdup ("");

  desk_complain (error, DESK_ERROR_INVALID, desk_message_at (where, desk_message_of (why)));
  if (error != NULL)
    desk_error_set_place (*error, file->name, NULL, NULL, desk_error_get_place (why)->line);
}

/**
 * desk_import_stays:
 * @house: a house
 * @context: who imports; needs %DESK_RIGHT_IMPORT
 * @file: a stays file
 * @error: return location for a #GError
 *
 * Takes bookings over from a file. Each stay goes in whole or not at all; one
 * that the house has, told the same, is counted as there already, so that a file
 * can be imported again after it was broken off. What was committed before an
 * error stays.
 *
 * Returns: (transfer full) (nullable): the counts and what was refused and why, or
 *   %NULL with %DESK_ERROR_AUTHORITY, %DESK_ERROR_INVALID and the line where the
 *   file is no stays file, %G_IO_ERROR_CANCELLED, or an error of the storage
 */
DeskImportResult *
desk_import_stays (DeskHouse            *house,
                   const DeskContext    *context,
                   const DeskStaysFile  *file,
                   GError              **error)
{
  gsize length = file->length < 0 ? strlen (file->text) : (gsize) file->length;
  g_autoptr (DeskImportResult) result = desk_import_result_new ();
  g_autoptr (GPtrArray) elements = NULL;
  g_autofree char *name = file->name != NULL ? g_path_get_basename (file->name) : NULL;
  g_autoptr (GError) why = NULL;
  Run run = { house, context, NULL, name, file->dry_run, file->cancellable, result };

  if (!desk_role_check (context->role, DESK_RIGHT_IMPORT, error))
    return NULL;

  elements = desk_stays_file_read (file->text, length, desk_house_get_property (house)->digits,
                                   &why);
  if (elements == NULL)
    {
      complain_of_text (file, why, error);
      return NULL;
    }

  run.elements = elements;
  result->rows = elements->len;
  return import_all (&run, error) ? g_steal_pointer (&result) : NULL;
}
