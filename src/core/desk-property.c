/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-property.h"
#include "desk-property-private.h"

#include <string.h>

static void
clear_words (DeskWords *words)
{
  g_free (words->text);
  g_clear_pointer (&words->by_lang, g_hash_table_unref);
}

static void
free_room (gpointer data)
{
  DeskRoomSpec *room = data;

  g_free (room->number);
  g_free (room->type);
  g_free (room->floor);
  g_strfreev (room->features);
  g_free (room);
}

static void
free_room_type (gpointer data)
{
  DeskRoomType *type = data;

  g_free (type->name);
  clear_words (&type->words);
  g_free (type);
}

static void
free_feature (gpointer data)
{
  DeskFeature *feature = data;

  g_free (feature->name);
  clear_words (&feature->words);
  g_free (feature);
}

static void
free_plan (gpointer data)
{
  DeskRatePlan *plan = data;

  g_free (plan->name);
  clear_words (&plan->words);
  g_free (plan->code);
  g_clear_pointer (&plan->prices, g_hash_table_unref);
  g_ptr_array_unref (plan->package);
  g_strfreev (plan->included);
  g_free (plan);
}

static void
free_code (gpointer data)
{
  DeskCode *code = data;

  g_free (code->name);
  clear_words (&code->words);
  g_free (code->tax_class);
  g_strfreev (code->taxes);
  g_strfreev (code->words_typed);
  g_free (code);
}

static void
free_tax (gpointer data)
{
  DeskTax *tax = data;

  g_free (tax->name);
  clear_words (&tax->words);
  g_strfreev (tax->classes);
  g_free (tax->rate_text);
  g_array_unref (tax->plus);
  g_array_unref (tax->own);
  g_free (tax->code);
  g_free (tax);
}

static void
free_reason (gpointer data)
{
  DeskReason *reason = data;

  g_free (reason->name);
  clear_words (&reason->words);
  g_strfreev (reason->kinds);
  g_strfreev (reason->features);
  g_strfreev (reason->words_typed);
  g_free (reason);
}

static void
free_limit (gpointer data)
{
  DeskLimit *limit = data;

  g_free (limit->kind);
  g_free (limit);
}

static void
free_user (gpointer data)
{
  DeskUserSpec *user = data;

  g_free (user->login);
  g_free (user->name);
  if (user->pin != NULL)
    explicit_bzero (user->pin, strlen (user->pin));
  g_free (user->pin);
  g_free (user);
}

/* An empty set-up for the parser to fill. */
DeskProperty *
desk_property_new (void)
{
  DeskProperty *self = g_new0 (DeskProperty, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->rooms = g_ptr_array_new_with_free_func (free_room);
  self->room_types = g_ptr_array_new_with_free_func (free_room_type);
  self->features = g_ptr_array_new_with_free_func (free_feature);
  self->plans = g_ptr_array_new_with_free_func (free_plan);
  self->codes = g_ptr_array_new_with_free_func (free_code);
  self->taxes = g_ptr_array_new_with_free_func (free_tax);
  self->reasons = g_ptr_array_new_with_free_func (free_reason);
  self->limits = g_ptr_array_new_with_free_func (free_limit);
  self->users = g_ptr_array_new_with_free_func (free_user);
  self->booking_types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->booking_plans = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  desk_flag_set_usual (self->flags);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * desk_property_ref:
 * @self: a set-up
 *
 * May be called from any thread: a set-up never changes.
 *
 * Returns: (transfer full): @self
 */
DeskProperty *
desk_property_ref (DeskProperty *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * desk_property_unref:
 * @self: (transfer full) (nullable): a set-up
 */
void
desk_property_unref (DeskProperty *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->name);
  g_free (self->currency);
  g_free (self->time_zone);
  g_free (self->address);
  g_free (self->phone);
  g_free (self->vat_number);
  g_hash_table_unref (self->by_name);
  g_ptr_array_unref (self->rooms);
  g_ptr_array_unref (self->room_types);
  g_ptr_array_unref (self->features);
  g_ptr_array_unref (self->plans);
  g_ptr_array_unref (self->codes);
  g_ptr_array_unref (self->taxes);
  g_ptr_array_unref (self->reasons);
  g_ptr_array_unref (self->limits);
  g_ptr_array_unref (self->users);
  g_hash_table_unref (self->booking_types);
  g_hash_table_unref (self->booking_plans);
  g_free (self->canonical);
  g_free (self);
}

static gconstpointer
find_by_name (const DeskProperty *self,
              const char         *kind,
              const char         *name)
{
  g_autofree char *title = g_strconcat (kind, " ", name, NULL);

  return g_hash_table_lookup (self->by_name, title);
}

/**
 * desk_property_get_code:
 * @self: a set-up
 * @name: name of a transaction code
 *
 * Returns: (transfer none) (nullable): the code
 */
const DeskCode *
desk_property_get_code (const DeskProperty *self,
                        const char         *name)
{
  return find_by_name (self, "code", name);
}

/**
 * desk_property_get_plan:
 * @self: a set-up
 * @name: name of a rate plan
 *
 * Returns: (transfer none) (nullable): the rate plan
 */
const DeskRatePlan *
desk_property_get_plan (const DeskProperty *self,
                        const char         *name)
{
  return find_by_name (self, "rate-plan", name);
}

/**
 * desk_property_get_tax:
 * @self: a set-up
 * @name: name of a tax rule
 *
 * Returns: (transfer none) (nullable): the rule
 */
const DeskTax *
desk_property_get_tax (const DeskProperty *self,
                       const char         *name)
{
  return find_by_name (self, "tax", name);
}

/**
 * desk_property_get_reason:
 * @self: a set-up
 * @name: name of a reason
 *
 * Returns: (transfer none) (nullable): the reason
 */
const DeskReason *
desk_property_get_reason (const DeskProperty *self,
                          const char         *name)
{
  return find_by_name (self, "reason", name);
}

/**
 * desk_property_get_room:
 * @self: a set-up
 * @number: number of a room
 *
 * Returns: (transfer none) (nullable): the room
 */
const DeskRoomSpec *
desk_property_get_room (const DeskProperty *self,
                        const char         *number)
{
  return find_by_name (self, "room", number);
}

/**
 * desk_property_get_room_type:
 * @self: a set-up
 * @name: a room type
 *
 * Returns: (transfer none) (nullable): what is said of the type; %NULL: nothing
 */
const DeskRoomType *
desk_property_get_room_type (const DeskProperty *self,
                             const char         *name)
{
  return find_by_name (self, "room-type", name);
}

/**
 * desk_property_get_feature:
 * @self: a set-up
 * @name: a feature of rooms
 *
 * Returns: (transfer none) (nullable): what is said of the feature; %NULL: nothing
 */
const DeskFeature *
desk_property_get_feature (const DeskProperty *self,
                           const char         *name)
{
  return find_by_name (self, "feature", name);
}

/**
 * desk_property_say_room_type:
 * @self: a set-up
 * @name: (nullable): a room type
 * @lang: the reader's language
 *
 * Returns: (transfer none) (nullable): what the type is called, or @name
 */
const char *
desk_property_say_room_type (const DeskProperty *self,
                             const char         *name,
                             const char         *lang)
{
  const DeskRoomType *type = name != NULL ? desk_property_get_room_type (self, name) : NULL;

  return type != NULL ? desk_words_get (&type->words, lang, name) : name;
}

/**
 * desk_property_say_feature:
 * @self: a set-up
 * @name: a feature of rooms
 * @lang: the reader's language
 *
 * Returns: (transfer none): what the feature is called, or @name
 */
const char *
desk_property_say_feature (const DeskProperty *self,
                           const char         *name,
                           const char         *lang)
{
  const DeskFeature *feature = desk_property_get_feature (self, name);

  return feature != NULL ? desk_words_get (&feature->words, lang, name) : name;
}

/**
 * desk_property_get_user:
 * @self: a set-up
 * @login: what somebody signs in as
 *
 * Returns: (transfer none) (nullable): who it is; %NULL where that account is no longer there
 */
const DeskUserSpec *
desk_property_get_user (const DeskProperty *self,
                        const char         *login)
{
  return find_by_name (self, "user", login);
}

/**
 * desk_property_say_user:
 * @self: a set-up
 * @login: (nullable): what somebody signs in as
 *
 * Returns: (transfer none) (nullable): the person's name, or @login
 */
const char *
desk_property_say_user (const DeskProperty *self,
                        const char         *login)
{
  const DeskUserSpec *user = login != NULL ? desk_property_get_user (self, login) : NULL;

  return user != NULL ? user->name : login;
}

/**
 * desk_property_has_type:
 * @self: a set-up
 * @room_type: a room type
 *
 * Returns: whether any room is of that type
 */
gboolean
desk_property_has_type (const DeskProperty *self,
                        const char         *room_type)
{
  guint i;

  for (i = 0; i < self->rooms->len; i++)
    {
      const DeskRoomSpec *room = g_ptr_array_index (self->rooms, i);

      if (strcmp (room->type, room_type) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * desk_rate_plan_get_list_price:
 * @self: a rate plan
 * @room_type: a room type
 * @out_minor: (out): what a night of that type costs where nothing else was agreed
 *
 * Returns: %FALSE where the plan has no price for it, neither by type nor for all
 */
gboolean
desk_rate_plan_get_list_price (const DeskRatePlan *self,
                               const char         *room_type,
                               gint64             *out_minor)
{
  const gint64 *price = NULL;

  if (self->prices != NULL && room_type != NULL)
    price = g_hash_table_lookup (self->prices, room_type);
  *out_minor = price != NULL ? *price : self->price_minor;
  return price != NULL || self->has_price;
}

/**
 * desk_rate_plan_count_types:
 * @self: a rate plan
 * @from_type: a room type
 * @to_type: another
 *
 * Returns: how many types better @to_type is by the list, types of one price being
 *   one; 0 where it is not better
 */
int
desk_rate_plan_count_types (const DeskRatePlan *self,
                            const char         *from_type,
                            const char         *to_type)
{
  g_autoptr (GHashTable) prices = g_hash_table_new (g_int64_hash, g_int64_equal);
  GHashTableIter iter;
  gpointer value;
  gint64 from;
  gint64 to;

  if (self->prices == NULL || !desk_rate_plan_get_list_price (self, from_type, &from) ||
      !desk_rate_plan_get_list_price (self, to_type, &to))
    return 0;
  g_hash_table_iter_init (&iter, self->prices);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const gint64 *price = value;

      if (*price > from && *price <= to)
        g_hash_table_add (prices, value);
    }
  return (int) g_hash_table_size (prices);
}

/**
 * desk_words_get:
 * @self: the property's own words for something
 * @lang: (nullable): a language, `fi` or `pt_BR`
 * @fallback: (nullable): where the property has no words
 *
 * Returns: (transfer none) (nullable): the words in @lang, otherwise in the
 *   language without its country, otherwise untranslated, otherwise @fallback
 */
const char *
desk_words_get (const DeskWords *self,
                const char      *lang,
                const char      *fallback)
{
  const char *words = NULL;
  g_autofree char *language = NULL;

  if (lang != NULL && self->by_lang != NULL)
    {
      words = g_hash_table_lookup (self->by_lang, lang);
      if (words == NULL)
        {
          language = g_strndup (lang, strcspn (lang, "-_.@"));
          words = g_hash_table_lookup (self->by_lang, language);
        }
    }
  if (words == NULL)
    words = self->text;
  return words != NULL ? words : fallback;
}

/**
 * desk_package_part_new:
 * @code: what is posted
 * @basis: how its quantity is found
 * @quantity: how many, with %DESK_QUANTITY_FIXED
 *
 * Returns: (transfer full): a part at the code's own price
 */
DeskPackagePart *
desk_package_part_new (const char        *code,
                       DeskQuantityBasis  basis,
                       gint64             quantity)
{
  DeskPackagePart *self = g_new0 (DeskPackagePart, 1);

  self->code = g_strdup (code);
  self->basis = basis;
  self->quantity = quantity;
  return self;
}

/**
 * desk_package_part_free:
 * @self: (transfer full) (nullable): a part of a package
 */
void
desk_package_part_free (DeskPackagePart *self)
{
  if (self == NULL)
    return;

  g_free (self->code);
  g_free (self);
}
