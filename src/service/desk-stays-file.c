/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-stays-file.h"

#include <string.h>

#include "desk-chain.h"
#include "desk-error.h"
#include "desk-fold.h"
#include "desk-hold.h"
#include "desk-json-field.h"
#include "desk-json-scan.h"
#include "desk-package.h"

#define MAX_ADULTS 99
#define MAX_CHILDREN 99
#define MAX_AGE 120
#define MAX_NIGHTS 3660
#define MAX_NAME 300
#define MAX_CONFIRMATION 64
#define MAX_WORD 64
#define MAX_REFERENCE 128
#define MAX_PHONE 40
#define MAX_MAIL 254

static const char *const stay_names[] = {
  "confirmation", "guest", "adults", "children_ages", "arrival", "departure", "rate_plan",
  "collects", "rate_shown", "references", "nights", "hold", "deposit", NULL
};
static const char *const guest_names[] = {
  "name", "lang", "phone", "mail", "nationality", NULL
};
static const char *const reference_names[] = { "kind", "value", NULL };
static const char *const deposit_names[] = { "tender", "received", "amount", NULL };
static const char *const hold_names[] = { "tender", "card", "amount", NULL };
static const char *const night_names[] = {
  "date", "room", "room_type", "price", "promised", "package", NULL
};

static void
desk_file_night_free (gpointer data)
{
  DeskFileNight *self = data;

  g_free (self->room);
  g_free (self->room_type);
  g_clear_pointer (&self->package, g_ptr_array_unref);
  g_free (self);
}

static void
desk_file_reference_free (gpointer data)
{
  DeskFileReference *self = data;

  g_free (self->kind);
  g_free (self->value);
  g_free (self);
}

/**
 * desk_file_stay_new:
 * @line: where it begins in its file
 *
 * Returns: (transfer full): a stay without nights, in English, the hotel collecting
 */
DeskFileStay *
desk_file_stay_new (int line)
{
  DeskFileStay *self = g_new0 (DeskFileStay, 1);

  self->line = line;
  self->lang = g_strdup ("en");
  self->collects_hotel = TRUE;
  self->rate_shown = TRUE;
  self->child_ages = g_array_new (FALSE, FALSE, sizeof (gint));
  self->references = g_ptr_array_new_with_free_func (desk_file_reference_free);
  self->nights = g_ptr_array_new_with_free_func (desk_file_night_free);
  return self;
}

void
desk_file_stay_free (DeskFileStay *self)
{
  if (self == NULL)
    return;

  g_free (self->confirmation);
  g_free (self->guest_name);
  g_free (self->phone);
  g_free (self->mail);
  g_free (self->nationality);
  g_free (self->note);
  g_free (self->lang);
  g_free (self->plan);
  g_free (self->hold.tender);
  g_free (self->hold.card);
  g_free (self->deposit.tender);
  g_free (self->digest);
  g_array_unref (self->child_ages);
  g_ptr_array_unref (self->references);
  g_ptr_array_unref (self->nights);
  g_free (self);
}

/**
 * desk_file_stay_add_night:
 * @self: a stay
 * @date: the night after its last one
 *
 * Returns: (transfer none): the night, of which nothing else is told yet
 */
DeskFileNight *
desk_file_stay_add_night (DeskFileStay *self,
                          DeskDate      date)
{
  DeskFileNight *night = g_new0 (DeskFileNight, 1);

  night->date = date;
  g_ptr_array_add (self->nights, night);
  return night;
}

/**
 * desk_file_stay_add_reference:
 * @self: a stay
 * @kind: whose number it is
 * @value: the number
 */
void
desk_file_stay_add_reference (DeskFileStay *self,
                              const char   *kind,
                              const char   *value)
{
  DeskFileReference *reference = g_new0 (DeskFileReference, 1);

  reference->kind = g_strdup (kind);
  reference->value = g_strdup (value);
  g_ptr_array_add (self->references, reference);
}

void
desk_file_element_free (DeskFileElement *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->stay, desk_file_stay_free);
  g_clear_error (&self->error);
  g_free (self);
}

/* A language tag as in BCP 47, as far as its form goes. */
static gboolean
check_language (const DeskJsonReader  *reader,
                const char            *lang,
                GError               **error)
{
  DeskJsonField field = { reader->at, "lang", 0 };
  gsize length = strspn (lang, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");

  if (!g_ascii_isalpha (lang[0]) || !g_ascii_isalpha (lang[1]) || lang[length] != '\0')
    return desk_json_fail (&field, error, N_("is not a language such as en or fi"));
  return TRUE;
}

/* How a guest is reached, and where from: in the form it can be searched in. */
static gboolean
check_reach (const DeskFileStay    *self,
             const DeskJsonReader  *reader,
             GError               **error)
{
  DeskJsonField phone_field = { reader->at, "phone", 0 };
  DeskJsonField mail_field = { reader->at, "mail", 0 };
  DeskJsonField nationality_field = { reader->at, "nationality", 0 };
  const char *at = self->mail != NULL ? strchr (self->mail, '@') : NULL;
  gsize length = self->nationality != NULL
                   ? strspn (self->nationality, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") : 0;

  if (self->phone != NULL && !desk_fold_is_phone (self->phone))
    return desk_json_fail (&phone_field, error, N_("is not a telephone number such as "
                                                   "+358 40 123 4567"));
  if (self->mail != NULL && (at == NULL || at == self->mail || at[1] == '\0' ||
                             strpbrk (self->mail, " ,;<>") != NULL))
    return desk_json_fail (&mail_field, error, N_("is not an address such as name@example.org"));
  if (self->nationality != NULL &&
      (length < 2 || length > 3 || self->nationality[length] != '\0'))
    return desk_json_fail (&nationality_field, error, N_("is not a country such as FI or FIN"));
  return TRUE;
}

static gboolean
read_optional (const DeskJsonReader  *reader,
               const char            *name,
               guint                  max_length,
               char                 **out,
               GError               **error)
{
  return !desk_json_has (reader, name) ||
         desk_json_read_text (reader, name, max_length, out, error);
}

static gboolean
read_guest (DeskFileStay          *self,
            const DeskJsonReader  *stay,
            GError               **error)
{
  DeskJsonField field = { stay->at, "guest", 0 };
  DeskJsonReader reader;

  return desk_json_require (stay, "guest", error) &&
         desk_json_open (&reader, json_object_get_member (stay->object, "guest"), &field,
                         guest_names, error) &&
         desk_json_read_text (&reader, "name", MAX_NAME, &self->guest_name, error) &&
         (!desk_json_has (&reader, "lang") ||
          (desk_json_read_text (&reader, "lang", 35, &self->lang, error) &&
           check_language (&reader, self->lang, error))) &&
         read_optional (&reader, "phone", MAX_PHONE, &self->phone, error) &&
         read_optional (&reader, "mail", MAX_MAIL, &self->mail, error) &&
         read_optional (&reader, "nationality", 3, &self->nationality, error) &&
         check_reach (self, &reader, error);
}

static gboolean
read_persons (DeskFileStay          *self,
              const DeskJsonReader  *stay,
              GError               **error)
{
  DeskJsonField adults_field = { stay->at, "adults", 0 };
  DeskJsonField ages_field = { stay->at, "children_ages", 0 };
  JsonArray *ages;
  gint64 number;
  guint i;

  if (!desk_json_require (stay, "adults", error) ||
      !desk_json_node_to_whole (json_object_get_member (stay->object, "adults"), &adults_field,
                                MAX_ADULTS, &number, error))
    return FALSE;
  self->adults = (int) number;

  if (!desk_json_has (stay, "children_ages"))
    return TRUE;
  ages = desk_json_get_list (stay, "children_ages", error);
  if (ages == NULL)
    return FALSE;
  if (json_array_get_length (ages) > MAX_CHILDREN)
    return desk_json_fail_number (&ages_field, error, N_("lists more children than {n}"),
                                  MAX_CHILDREN);

  for (i = 0; i < json_array_get_length (ages); i++)
    {
      DeskJsonField field = { &ages_field, NULL, i };
      gint age;

      if (!desk_json_node_to_whole (json_array_get_element (ages, i), &field, MAX_AGE, &number,
                                    error))
        return FALSE;
      age = (gint) number;
      g_array_append_val (self->child_ages, age);
    }
  return TRUE;
}

static gboolean
read_references (DeskFileStay          *self,
                 const DeskJsonReader  *stay,
                 GError               **error)
{
  DeskJsonField list_field = { stay->at, "references", 0 };
  JsonArray *list;
  guint i;

  if (!desk_json_has (stay, "references"))
    return TRUE;
  list = desk_json_get_list (stay, "references", error);
  if (list == NULL)
    return FALSE;

  for (i = 0; i < json_array_get_length (list); i++)
    {
      DeskJsonField field = { &list_field, NULL, i };
      DeskFileReference *reference = g_new0 (DeskFileReference, 1);
      DeskJsonReader reader;

      g_ptr_array_add (self->references, reference);
      if (!desk_json_open (&reader, json_array_get_element (list, i), &field, reference_names,
                           error) ||
          !desk_json_read_text (&reader, "kind", MAX_WORD, &reference->kind, error) ||
          !desk_json_read_text (&reader, "value", MAX_REFERENCE, &reference->value, error))
        return FALSE;
    }
  return TRUE;
}

/* Even an empty list replaces what the plan includes. */
static gboolean
read_package (DeskFileNight         *night,
              const DeskJsonReader  *reader,
              int                    digits,
              GError               **error)
{
  DeskJsonField field = { reader->at, "package", 0 };
  JsonArray *list;

  if (!desk_json_has (reader, "package"))
    return TRUE;

  list = desk_json_get_list (reader, "package", error);
  if (list != NULL)
    night->package = desk_package_read (list, &field, digits, error);
  return night->package != NULL;
}

static gboolean
read_night (DeskFileNight         *night,
            JsonNode              *node,
            const DeskJsonField   *at,
            int                    digits,
            GError               **error)
{
  DeskJsonReader reader;

  if (!desk_json_open (&reader, node, at, night_names, error) ||
      !desk_json_read_date (&reader, "date", &night->date, error) ||
      (desk_json_has (&reader, "room") &&
       !desk_json_read_text (&reader, "room", MAX_WORD, &night->room, error)) ||
      (desk_json_has (&reader, "room_type") &&
       !desk_json_read_text (&reader, "room_type", MAX_WORD, &night->room_type, error)))
    return FALSE;

  night->has_price = desk_json_has (&reader, "price");
  night->has_promised = desk_json_has (&reader, "promised");
  return (!night->has_price ||
          desk_json_read_amount (&reader, "price", digits, &night->price_minor, error)) &&
         (!night->has_promised ||
          desk_json_read_amount (&reader, "promised", digits, &night->promised_minor, error)) &&
         read_package (night, &reader, digits, error);
}

/* Nights are arrival to departure − 1, each once, in order. */
static gboolean
read_nights (DeskFileStay          *self,
             const DeskJsonReader  *stay,
             int                    digits,
             GError               **error)
{
  DeskJsonField list_field = { stay->at, "nights", 0 };
  int n_nights = self->departure - self->arrival;
  JsonArray *list = desk_json_get_list (stay, "nights", error);
  guint i;

  if (list == NULL)
    return FALSE;

  for (i = 0; i < json_array_get_length (list); i++)
    {
      DeskJsonField field = { &list_field, NULL, i };
      DeskJsonField date_field = { &field, "date", 0 };
      DeskFileNight *night = g_new0 (DeskFileNight, 1);
      char expected[DESK_DATE_LENGTH];

      g_ptr_array_add (self->nights, night);
      if (!read_night (night, json_array_get_element (list, i), &field, digits, error))
        return FALSE;
      if (i >= (guint) n_nights)
        return desk_json_fail_number (&date_field, error,
                                      N_("is one night too many: the stay has {n}"), n_nights);
      if (night->date != self->arrival + (DeskDate) i)
        return desk_json_fail_word (&date_field, error,
                                    N_("must be {word}: the nights from arrival, each once, in "
                                       "order"),
                                    desk_date_print (self->arrival + (DeskDate) i, expected));
    }

  if (self->nights->len < (guint) n_nights)
    return desk_json_fail_number (&list_field, error,
                                  N_("does not list every night of the stay: it has {n}"),
                                  n_nights);
  return TRUE;
}

static gboolean
read_dates (DeskFileStay          *self,
            const DeskJsonReader  *stay,
            GError               **error)
{
  DeskJsonField field = { stay->at, "departure", 0 };

  if (!desk_json_read_date (stay, "arrival", &self->arrival, error) ||
      !desk_json_read_date (stay, "departure", &self->departure, error))
    return FALSE;
  if (self->departure < self->arrival)
    return desk_json_fail (&field, error, N_("is before the arrival"));
  if (self->departure - self->arrival > MAX_NIGHTS)
    return desk_json_fail_number (&field, error,
                                  N_("is more nights after the arrival than {n}"), MAX_NIGHTS);
  return TRUE;
}

static gboolean
read_collects (DeskFileStay          *self,
               const DeskJsonReader  *stay,
               GError               **error)
{
  DeskJsonField field = { stay->at, "collects", 0 };
  g_autofree char *collects = NULL;

  if (!desk_json_has (stay, "collects"))
    return TRUE;
  if (!desk_json_read_text (stay, "collects", MAX_WORD, &collects, error))
    return FALSE;

  self->collects_hotel = g_str_equal (collects, "hotel");
  if (!self->collects_hotel && !g_str_equal (collects, "agency"))
    return desk_json_fail (&field, error, N_("must be \"hotel\" or \"agency\""));
  return TRUE;
}

static gboolean
read_hold (DeskFileStay          *self,
           const DeskJsonReader  *stay,
           int                    digits,
           GError               **error)
{
  DeskJsonField field = { stay->at, "hold", 0 };
  DeskJsonField card_field = { &field, "card", 0 };
  DeskJsonField amount_field = { &field, "amount", 0 };
  DeskJsonReader reader;

  if (!desk_json_has (stay, "hold"))
    return TRUE;
  if (!desk_json_open (&reader, json_object_get_member (stay->object, "hold"), &field, hold_names,
                       error) ||
      !desk_json_read_text (&reader, "tender", MAX_WORD, &self->hold.tender, error) ||
      !desk_json_read_text (&reader, "card", MAX_WORD, &self->hold.card, error) ||
      !desk_json_read_amount (&reader, "amount", digits, &self->hold.amount_minor, error))
    return FALSE;
  if (!desk_hold_is_card (self->hold.card))
    return desk_json_fail (&card_field, error, N_("is not the last four digits of a card"));
  if (self->hold.amount_minor == 0)
    return desk_json_fail (&amount_field, error, N_("is nothing: a card keeps an amount ready"));
  return TRUE;
}

static gboolean
read_deposit (DeskFileStay          *self,
              const DeskJsonReader  *stay,
              int                    digits,
              GError               **error)
{
  DeskJsonField field = { stay->at, "deposit", 0 };
  DeskJsonField received_field = { &field, "received", 0 };
  DeskJsonField amount_field = { &field, "amount", 0 };
  DeskJsonReader reader;

  if (!desk_json_has (stay, "deposit"))
    return TRUE;
  if (!desk_json_open (&reader, json_object_get_member (stay->object, "deposit"), &field,
                       deposit_names, error) ||
      !desk_json_read_text (&reader, "tender", MAX_WORD, &self->deposit.tender, error) ||
      !desk_json_read_date (&reader, "received", &self->deposit.received, error) ||
      !desk_json_read_amount (&reader, "amount", digits, &self->deposit.amount_minor, error))
    return FALSE;
  if (self->deposit.received > self->arrival)
    return desk_json_fail (&received_field, error, N_("is after the arrival"));
  if (self->deposit.amount_minor == 0)
    return desk_json_fail (&amount_field, error, N_("is nothing: a deposit is an amount"));
  return TRUE;
}

static void
hash_night (DeskHasher          *hasher,
            const DeskFileNight *night)
{
  guint i;

  desk_hasher_int (hasher, night->date);
  desk_hasher_text (hasher, night->room);
  desk_hasher_text (hasher, night->room_type);
  desk_hasher_int (hasher, night->has_price ? night->price_minor : -1);
  desk_hasher_int (hasher, night->has_promised ? night->promised_minor : -1);
  desk_hasher_int (hasher, night->package != NULL ? (gint64) night->package->len : -1);
  for (i = 0; night->package != NULL && i < night->package->len; i++)
    {
      const DeskPackagePart *part = g_ptr_array_index (night->package, i);

      desk_hasher_text (hasher, part->code);
      desk_hasher_int (hasher, part->basis);
      desk_hasher_int (hasher, part->quantity);
      desk_hasher_int (hasher, part->has_price ? part->unit_minor : -1);
    }
}

/* The same stay told twice has the same digest, however its text is laid out. */
static char *
make_digest (const DeskFileStay *self)
{
  const guint8 nothing_before[DESK_HASH_SIZE] = { 0 };
  guint8 hash[DESK_HASH_SIZE];
  g_autoptr (DeskHasher) hasher = desk_hasher_new (nothing_before);
  guint i;

  desk_hasher_text (hasher, self->confirmation);
  desk_hasher_text (hasher, self->guest_name);
  desk_hasher_text (hasher, self->lang);
  desk_hasher_int (hasher, self->adults);
  desk_hasher_int (hasher, self->child_ages->len);
  for (i = 0; i < self->child_ages->len; i++)
    desk_hasher_int (hasher, g_array_index (self->child_ages, gint, i));
  desk_hasher_int (hasher, self->arrival);
  desk_hasher_int (hasher, self->departure);
  desk_hasher_text (hasher, self->plan);
  desk_hasher_int (hasher, self->collects_hotel);
  desk_hasher_int (hasher, self->rate_shown);
  desk_hasher_int (hasher, self->references->len);
  for (i = 0; i < self->references->len; i++)
    {
      const DeskFileReference *reference = g_ptr_array_index (self->references, i);

      desk_hasher_text (hasher, reference->kind);
      desk_hasher_text (hasher, reference->value);
    }
  for (i = 0; i < self->nights->len; i++)
    hash_night (hasher, g_ptr_array_index (self->nights, i));
  if (self->hold.card != NULL)
    {
      desk_hasher_text (hasher, self->hold.tender);
      desk_hasher_text (hasher, self->hold.card);
      desk_hasher_int (hasher, self->hold.amount_minor);
    }
  if (self->deposit.tender != NULL)
    {
      desk_hasher_text (hasher, self->deposit.tender);
      desk_hasher_int (hasher, self->deposit.received);
      desk_hasher_int (hasher, self->deposit.amount_minor);
    }
  if (self->phone != NULL || self->mail != NULL || self->nationality != NULL)
    {
      desk_hasher_text (hasher, self->phone);
      desk_hasher_text (hasher, self->mail);
      desk_hasher_text (hasher, self->nationality);
    }

  desk_hasher_finish (hasher, hash);
  return desk_hash_to_string (hash);
}

static DeskFileStay *
read_stay (const DeskJsonElement  *place,
           JsonNode               *node,
           int                     digits,
           GError                **error)
{
  g_autoptr (DeskFileStay) self = desk_file_stay_new (place->line);
  DeskJsonField doubled = { NULL, place->doubled, 0 };
  DeskJsonReader reader;

  if (place->doubled != NULL)
    {
      desk_json_fail (&doubled, error, N_("stands twice"));
      return NULL;
    }
  if (!desk_json_open (&reader, node, NULL, stay_names, error) ||
      !desk_json_read_text (&reader, "confirmation", MAX_CONFIRMATION, &self->confirmation,
                            error) ||
      !read_guest (self, &reader, error) ||
      !read_persons (self, &reader, error) ||
      !read_dates (self, &reader, error) ||
      !desk_json_read_text (&reader, "rate_plan", MAX_WORD, &self->plan, error) ||
      !read_collects (self, &reader, error) ||
      (desk_json_has (&reader, "rate_shown") &&
       !desk_json_read_boolean (&reader, "rate_shown", &self->rate_shown, error)) ||
      !read_references (self, &reader, error) ||
      !read_nights (self, &reader, digits, error) ||
      !read_hold (self, &reader, digits, error) ||
      !read_deposit (self, &reader, digits, error))
    return NULL;

  self->digest = make_digest (self);
  return g_steal_pointer (&self);
}

static void
skip_byte_order_mark (const char **text,
                      gsize       *length)
{
  if (*length < 3 || memcmp (*text, "\xef\xbb\xbf", 3) != 0)
    return;
  *text += 3;
  *length -= 3;
}

/**
 * desk_stays_file_read:
 * @text: the whole file
 * @length: its length in bytes
 * @digits: minor digits of the property's currency
 * @error: return location for a #GError
 *
 * Reads a stays file and judges the form of each element apart, so that a
 * mistake in one does not hide what the others say.
 *
 * Returns: (transfer full) (element-type DeskFileElement) (nullable): the
 *   elements in order, each a stay or an error whose place has line and field; or
 *   %NULL with %DESK_ERROR_INVALID where the file is no JSON list
 */
GPtrArray *
desk_stays_file_read (const char  *text,
                      gsize        length,
                      int          digits,
                      GError     **error)
{
  g_autoptr (GPtrArray) elements = NULL;
  g_autoptr (GArray) places = NULL;
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) why = NULL;
  JsonArray *list;
  guint i;

  skip_byte_order_mark (&text, &length);
  places = desk_json_scan_list (text, length, error);
  if (places == NULL)
    return NULL;
  if (!json_parser_load_from_data (parser, text, (gssize) length, &why))
    {
      g_set_error (error, DESK_ERROR, DESK_ERROR_INVALID, "%s", why->message);
      return NULL;
    }

  list = json_node_get_array (json_parser_get_root (parser));
  elements = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_file_element_free);
  for (i = 0; i < places->len; i++)
    {
      const DeskJsonElement *place = &g_array_index (places, DeskJsonElement, i);
      DeskFileElement *element = g_new0 (DeskFileElement, 1);

      g_ptr_array_add (elements, element);
      element->stay = read_stay (place, json_array_get_element (list, i), digits, &element->error);
      if (element->error != NULL)
        desk_error_set_place (element->error, NULL, NULL, NULL, place->line);
    }
  return g_steal_pointer (&elements);
}
