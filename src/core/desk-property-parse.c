/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-property-private.h"

#include <string.h>

#include "desk-amount.h"

#define MAX_QUANTITY 999999
#define MAX_CAPACITY 99
#define TYPE_PRICE "price["

typedef gboolean (*ReadGroup) (DeskProperty     *self,
                               const DeskGroup  *group,
                               GError          **error);

/**
 * GroupKind:
 * @keys: (nullable): the keys such a group may have; %NULL where it looks itself
 * @translated: whether `text[xx]` is one of them, in any language
 * @by_type: whether `price[TYPE]` is one of them, for any room type
 */
typedef struct
{
  const char        *kind;
  ReadGroup          read;
  gboolean           translated;
  gboolean           by_type;
  const char *const *keys;
} GroupKind;

static const char *const vat_levels[] = { "line", "invoice", NULL };
static const char *const code_kinds[] = { "charge", "tax", "payment", "paid-out", NULL };

/* Hands @item to @list and makes it known by the title of its group. */
void
desk_property_add (DeskProperty    *self,
                   const DeskGroup *group,
                   GPtrArray       *list,
                   gpointer         item)
{
  if (list != NULL)
    g_ptr_array_add (list, item);
  g_hash_table_insert (self->by_name, g_strdup (group->title), item);
}

static gboolean
require_all (const DeskGroup    *group,
             const char *const  *keys,
             GError            **error)
{
  for (; *keys != NULL; keys++)
    {
      if (!desk_group_require (group, *keys, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_currency (DeskProperty     *self,
               const DeskGroup  *group,
               GError          **error)
{
  g_autofree char *quoted = NULL;

  if (!desk_group_get_title (group, "currency", &self->currency, error))
    return FALSE;
  if (strlen (self->currency) == 3 &&
      strspn (self->currency, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3)
    return TRUE;
  quoted = desk_quote (self->currency);
  return desk_group_fail_word (group, "currency", error,
                               N_("{word} is not a currency: three capital letters"), quoted);
}

static gboolean
read_time_zone (DeskProperty     *self,
                const DeskGroup  *group,
                GError          **error)
{
  g_autoptr (GTimeZone) zone = NULL;
  g_autofree char *quoted = NULL;

  if (!desk_group_get_title (group, "time-zone", &self->time_zone, error))
    return FALSE;
  /* Only names: GLib also takes offsets, and what looks like a path. */
  if (g_ascii_isalpha (*self->time_zone) && strstr (self->time_zone, "..") == NULL)
    zone = g_time_zone_new_identifier (self->time_zone);
  if (zone != NULL)
    return TRUE;
  quoted = desk_quote (self->time_zone);
  return desk_group_fail_word (group, "time-zone", error,
                               N_("{word} is not a time zone this computer knows, as "
                                  "Europe/Helsinki is"),
                               quoted);
}

static gboolean
read_property (DeskProperty     *self,
               const DeskGroup  *group,
               GError          **error)
{
  static const char *const required[] = {
    "name", "currency", "minor-digits", "time-zone", "business-date", "vat-level", NULL,
  };
  guint vat_level = DESK_VAT_LEVEL_INVOICE;

  if (!require_all (group, required, error) ||
      !desk_group_get_title (group, "name", &self->name, error) ||
      !read_currency (self, group, error) ||
      !desk_group_get_number (group, "minor-digits", DESK_AMOUNT_MAX_DIGITS, &self->digits, error))
    return FALSE;
  group->source->digits = self->digits;

  if (!read_time_zone (self, group, error) ||
      !desk_group_get_date (group, "business-date", &self->business_date, error) ||
      !desk_group_get_choice (group, "vat-level", vat_levels, &vat_level, error) ||
      !desk_group_get_text (group, "address", &self->address, error) ||
      !desk_group_get_line (group, "phone", &self->phone, error) ||
      !desk_group_get_line (group, "vat-number", &self->vat_number, error) ||
      !desk_group_get_amount (group, "cash-step", &self->cash_step_minor, error))
    return FALSE;
  self->vat_level = (DeskVatLevel) vat_level;
  return TRUE;
}

/* At most two letters, one to four digits, at most one letter. */
static gboolean
is_room_number (const char *text)
{
  int n;

  for (n = 0; n < 2 && g_ascii_isalpha (*text); n++)
    text++;
  for (n = 0; n < 4 && g_ascii_isdigit (*text); n++)
    text++;
  if (n > 0 && g_ascii_isalpha (*text))
    text++;
  return n > 0 && *text == '\0';
}

static gboolean
read_room (DeskProperty     *self,
           const DeskGroup  *group,
           GError          **error)
{
  DeskRoomSpec *room = g_new0 (DeskRoomSpec, 1);

  room->number = g_strdup (group->name);
  desk_property_add (self, group, self->rooms, room);

  if (!is_room_number (group->name))
    return desk_group_fail (group, NULL, error,
                            N_("a room's number is one to four digits, with at most two letters "
                               "before them and one after"));
  return desk_group_require (group, "type", error) &&
         desk_group_get_name (group, "type", &room->type, error) &&
         desk_group_get_line (group, "floor", &room->floor, error) &&
         desk_group_get_set (group, "features", &room->features, error);
}

/* Whether any room is of the type is asked later. */
static gboolean
read_room_type (DeskProperty     *self,
                const DeskGroup  *group,
                GError          **error)
{
  DeskRoomType *type = g_new0 (DeskRoomType, 1);

  type->name = g_strdup (group->name);
  desk_property_add (self, group, self->room_types, type);
  return desk_group_get_number (group, "capacity", MAX_CAPACITY, &type->capacity, error) &&
         desk_group_get_words (group, &type->words, error);
}

static gboolean
read_feature (DeskProperty     *self,
              const DeskGroup  *group,
              GError          **error)
{
  DeskFeature *feature = g_new0 (DeskFeature, 1);

  feature->name = g_strdup (group->name);
  desk_property_add (self, group, self->features, feature);
  return desk_group_get_words (group, &feature->words, error);
}

/* One part of a package, `CODE:QTY`. Whether the code exists is asked later. */
static gboolean
read_part (const DeskGroup   *group,
           const char        *text,
           DeskPackagePart  **out,
           GError           **error)
{
  const char *colon = strchr (text, ':');
  g_autofree char *code = colon != NULL ? g_strndup (text, (gsize) (colon - text))
                                        : g_strdup (text);
  DeskQuantityBasis basis = DESK_QUANTITY_FIXED;
  guint64 quantity = 1;
  g_autofree char *quoted = desk_quote (text);

  if (colon != NULL && strcmp (colon, ":adults") == 0)
    basis = DESK_QUANTITY_ADULTS;
  else if (colon != NULL && strcmp (colon, ":persons") == 0)
    basis = DESK_QUANTITY_PERSONS;
  else if (colon != NULL &&
           !g_ascii_string_to_unsigned (colon + 1, 10, 1, MAX_QUANTITY, &quantity, NULL))
    return desk_group_fail_word (group, "package", error,
                                 N_("{word} is not CODE:QUANTITY: a quantity is a whole number "
                                    "from 1, adults or persons"),
                                 quoted);
  *out = desk_package_part_new (code, basis, (gint64) quantity);
  return TRUE;
}

/* The list prices, `price[TYPE]`. Whether a room is of that type is asked later. */
static gboolean
read_type_prices (const DeskGroup  *group,
                  DeskRatePlan     *plan,
                  GError          **error)
{
  guint i;

  for (i = 0; i < group->entries->len; i++)
    {
      const DeskEntry *entry = g_ptr_array_index (group->entries, i);
      gint64 *price;

      if (!g_str_has_prefix (entry->key, TYPE_PRICE))
        continue;
      if (plan->prices == NULL)
        plan->prices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      price = g_new0 (gint64, 1);
      g_hash_table_insert (plan->prices,
                           g_strndup (entry->key + strlen (TYPE_PRICE),
                                      strlen (entry->key) - strlen (TYPE_PRICE "]")),
                           price);
      if (!desk_group_get_amount (group, entry->key, price, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_plan (DeskProperty     *self,
           const DeskGroup  *group,
           GError          **error)
{
  DeskRatePlan *plan = g_new0 (DeskRatePlan, 1);
  g_auto (GStrv) parts = NULL;
  guint i;

  plan->name = g_strdup (group->name);
  plan->code = g_strdup ("ROOM");
  plan->package = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_package_part_free);
  plan->has_price = desk_group_has (group, "price");
  desk_property_add (self, group, self->plans, plan);

  if (!desk_group_get_amount (group, "price", &plan->price_minor, error) ||
      !read_type_prices (group, plan, error) ||
      !desk_group_get_name (group, "code", &plan->code, error) ||
      !desk_group_get_list (group, "package", &parts, error) ||
      !desk_group_get_names (group, "included", &plan->included, error) ||
      !desk_group_get_words (group, &plan->words, error))
    return FALSE;
  for (i = 0; parts != NULL && parts[i] != NULL; i++)
    {
      DeskPackagePart *part = NULL;

      if (!read_part (group, parts[i], &part, error))
        return FALSE;
      g_ptr_array_add (plan->package, part);
    }
  return TRUE;
}

static gboolean
read_code (DeskProperty     *self,
           const DeskGroup  *group,
           GError          **error)
{
  DeskCode *code = g_new0 (DeskCode, 1);
  guint kind = DESK_CODE_CHARGE;

  code->name = g_strdup (group->name);
  code->has_price = desk_group_has (group, "price");
  desk_property_add (self, group, self->codes, code);

  if (!desk_group_require (group, "kind", error) ||
      !desk_group_get_choice (group, "kind", code_kinds, &kind, error))
    return FALSE;
  code->kind = (DeskCodeKind) kind;
  if (code->kind != DESK_CODE_CHARGE &&
      !desk_group_refuse (group, "class", N_("only kind=charge has a class"), error))
    return FALSE;
  if (code->kind != DESK_CODE_TAX &&
      !desk_group_refuse (group, "tax", N_("only kind=tax has taxes posted under it"), error))
    return FALSE;
  if (code->kind == DESK_CODE_TAX && !desk_group_require (group, "tax", error))
    return FALSE;
  if (code->kind != DESK_CODE_PAYMENT &&
      (!desk_group_refuse (group, "cash", N_("only kind=payment can be cash"), error) ||
       !desk_group_refuse (group, "deposit", N_("only kind=payment can be a deposit"), error)))
    return FALSE;

  code->cash = code->kind == DESK_CODE_PAYMENT && strcmp (code->name, "CASH") == 0;
  code->deposit = code->kind == DESK_CODE_PAYMENT && strcmp (code->name, "DEPOSIT") == 0;
  if (!desk_group_get_name (group, "class", &code->tax_class, error) ||
      !desk_group_get_flag (group, "cash", &code->cash, error) ||
      !desk_group_get_flag (group, "deposit", &code->deposit, error) ||
      !desk_group_get_amount (group, "price", &code->price_minor, error) ||
      !desk_group_get_names (group, "tax", &code->taxes, error) ||
      !desk_group_get_set (group, "words", &code->words_typed, error) ||
      !desk_group_get_words (group, &code->words, error))
    return FALSE;
  if (code->kind == DESK_CODE_TAX && code->taxes == NULL)
    return desk_group_fail (group, "tax", error, N_("the list names no tax"));
  return TRUE;
}

static const char *const property_keys[] = {
  "name", "currency", "minor-digits", "time-zone", "business-date", "vat-level",
  "address", "phone", "vat-number", "cash-step", NULL,
};
static const char *const room_keys[] = { "type", "floor", "features", NULL };
static const char *const room_type_keys[] = { "capacity", "text", NULL };
static const char *const feature_keys[] = { "text", NULL };
static const char *const plan_keys[] = { "price", "code", "package", "included", "text", NULL };
static const char *const code_keys[] = {
  "kind", "class", "price", "tax", "cash", "deposit", "words", "text", NULL,
};
static const char *const reason_keys[] = { "kind", "features", "cause", "words", "text", NULL };
static const char *const limit_keys[] = { "amount", "percent", "types", NULL };
static const char *const flag_keys[] = {
  "active", "percent", "times", "least", "days", "rows", NULL,
};
static const char *const user_keys[] = { "name", "role", "pin", NULL };
static const char *const tax_keys[] = {
  "kind", "rate", "amount", "mode", "base", "own-tax", "round", "step", "round-at", "max-nights",
  "cap", "min-age", "vat", "reducible", "class", "from", "to", "text", NULL,
};

static const GroupKind group_kinds[] = {
  { "property", read_property, FALSE, FALSE, property_keys },
  { "bookings", desk_property_read_bookings, FALSE, FALSE, NULL },
  { "room", read_room, FALSE, FALSE, room_keys },
  { "room-type", read_room_type, TRUE, FALSE, room_type_keys },
  { "feature", read_feature, TRUE, FALSE, feature_keys },
  { "rate-plan", read_plan, TRUE, TRUE, plan_keys },
  { "code", read_code, TRUE, FALSE, code_keys },
  { "tax", desk_property_read_tax, TRUE, FALSE, tax_keys },
  { "reason", desk_property_read_reason, TRUE, FALSE, reason_keys },
  { "limit", desk_property_read_limit, FALSE, FALSE, limit_keys },
  { "flag", desk_property_read_flag, FALSE, FALSE, flag_keys },
  { "user", desk_property_read_user, FALSE, FALSE, user_keys },
};

static const GroupKind *
find_kind (const char *kind)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (group_kinds); i++)
    {
      if (strcmp (group_kinds[i].kind, kind) == 0)
        return &group_kinds[i];
    }
  return NULL;
}

/* Refuses a group that is none of ours, or has a key that is not. */
static gboolean
check_group (const DeskGroup  *group,
             GError          **error)
{
  const GroupKind *kind = find_kind (group->kind);
  gboolean nameless = kind != NULL && (kind->read == read_property ||
                                       kind->read == desk_property_read_bookings);
  guint i;

  if (kind == NULL)
    return desk_group_fail (group, NULL, error, N_("there is no such kind of group"));
  if (nameless && strcmp (group->title, kind->kind) != 0)
    return desk_group_fail (group, NULL, error, N_("this group has no name"));
  if (!nameless && *group->name == '\0')
    return desk_group_fail_word (group, NULL, error, N_("the group has no name: [{word} NAME]"),
                                 kind->kind);
  if (!nameless && kind->read != desk_property_read_limit && !desk_name_is_valid (group->name))
    return desk_group_fail (group, NULL, error,
                            N_("a name has 1 to 64 characters without spaces and ; : ="));

  for (i = 0; kind->keys != NULL && i < group->entries->len; i++)
    {
      const DeskEntry *entry = g_ptr_array_index (group->entries, i);

      if (!g_strv_contains (kind->keys, entry->key) &&
          !(kind->translated && g_str_has_prefix (entry->key, "text[")) &&
          !(kind->by_type && g_str_has_prefix (entry->key, TYPE_PRICE) &&
            g_str_has_suffix (entry->key, "]")))
        return desk_group_fail (group, entry->key, error, N_("there is no such key"));
    }
  return TRUE;
}

static gboolean
read_groups (DeskProperty      *self,
             const DeskSource  *source,
             GError           **error)
{
  const DeskGroup *property = desk_source_find (source, "property", "");
  DeskErrorPlace nowhere = { source->file, "property", NULL, 1 };
  guint i;

  if (property == NULL)
    return desk_source_fail (source, &nowhere, error, N_("the group is missing"));
  /* Wherever it stands, it says how amounts are written. */
  if (!read_property (self, property, error))
    return FALSE;

  for (i = 0; i < source->groups->len; i++)
    {
      const DeskGroup *group = g_ptr_array_index (source->groups, i);

      if (group != property && !find_kind (group->kind)->read (self, group, error))
        return FALSE;
    }
  return TRUE;
}

static DeskProperty *
parse_source (DeskSource  *source,
              GError     **error)
{
  g_autoptr (DeskProperty) self = desk_property_new ();
  guint i;

  for (i = 0; i < source->groups->len; i++)
    {
      if (!check_group (g_ptr_array_index (source->groups, i), error))
        return NULL;
    }
  if (!desk_source_load (source, error) ||
      !read_groups (self, source, error) ||
      !desk_property_connect (self, source, error) ||
      !desk_property_check_inclusive (self, source, error))
    return NULL;

  self->canonical = desk_source_print (source, FALSE);
  return g_steal_pointer (&self);
}

/**
 * desk_property_parse:
 * @text: a property file; data/demo/aurora.ini shows what may stand in it
 * @length: its length in bytes, or -1 where a NUL ends it
 * @file: (nullable): the name of the file, for messages
 * @error: return location for a #GError
 *
 * Reads a whole set-up. The first mistake refuses all of it, by file, group, key
 * and line (desk_error_get_place()).
 *
 * Returns: (transfer full) (nullable): the set-up, or %NULL with %DESK_ERROR_INVALID
 */
DeskProperty *
desk_property_parse (const char  *text,
                     gssize       length,
                     const char  *file,
                     GError     **error)
{
  g_autoptr (DeskSource) source = NULL;

  source = desk_source_new (DESK_SOURCE_FIRST, text, length < 0 ? strlen (text) : (gsize) length,
                            file, error);
  return source != NULL ? parse_source (source, error) : NULL;
}

/**
 * desk_property_parse_update:
 * @text: a property file for a house that is there
 * @length: its length in bytes, or -1 where a NUL ends it
 * @file: (nullable): the name of the file, for messages
 * @error: return location for a #GError
 *
 * As desk_property_parse(), but a user without a PIN is no mistake: who has one
 * in the house keeps it.
 *
 * Returns: (transfer full) (nullable): the set-up, or %NULL with %DESK_ERROR_INVALID
 */
DeskProperty *
desk_property_parse_update (const char  *text,
                            gssize       length,
                            const char  *file,
                            GError     **error)
{
  g_autoptr (DeskSource) source = NULL;

  source = desk_source_new (DESK_SOURCE_UPDATE, text, length < 0 ? strlen (text) : (gsize) length,
                            file, error);
  return source != NULL ? parse_source (source, error) : NULL;
}

/**
 * desk_property_parse_stored:
 * @text: the canonical text of a set-up, as a database keeps it
 * @error: return location for a #GError
 *
 * As desk_property_parse(), but users need no PIN: a PIN is hashed when a file is
 * taken into use and its text is then forgotten.
 *
 * Returns: (transfer full) (nullable): the set-up, or %NULL with %DESK_ERROR_INVALID
 */
DeskProperty *
desk_property_parse_stored (const char  *text,
                            GError     **error)
{
  g_autoptr (DeskSource) source = desk_source_new (DESK_SOURCE_STORED, text, strlen (text), NULL,
                                                   error);

  return source != NULL ? parse_source (source, error) : NULL;
}
