/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-demo-names.h"

/* Whose names those are called by whose country is not in the list. */
#define ELSEWHERE "en"

/* In Indonesia a person may well have one name. */
#define ONE_NAME "id"

/* The lists of one language; a family name may fit one gender only. */
typedef struct
{
  GPtrArray *given[2];    /* of women, of men */
  GPtrArray *family[2];
} Lists;

typedef struct
{
  char       *names;
  const char *language;   /* interned */
  char       *phone;      /* each # is a digit, "" where there are none to invent */
} Country;

struct _DeskDemoNames
{
  GHashTable *lists;       /* language -> Lists */
  GHashTable *countries;   /* ISO 3166 alpha-3 -> Country */
};

static void
lists_free (Lists *self)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (self->given); i++)
    {
      g_ptr_array_unref (self->given[i]);
      g_ptr_array_unref (self->family[i]);
    }
  g_free (self);
}

static void
country_free (Country *self)
{
  g_free (self->names);
  g_free (self->phone);
  g_free (self);
}

static Lists *
require_lists (DeskDemoNames *self,
               const char    *language)
{
  Lists *lists = g_hash_table_lookup (self->lists, language);
  guint i;

  if (lists != NULL)
    return lists;
  lists = g_new0 (Lists, 1);
  for (i = 0; i < G_N_ELEMENTS (lists->given); i++)
    {
      lists->given[i] = g_ptr_array_new_with_free_func (g_free);
      lists->family[i] = g_ptr_array_new_with_free_func (g_free);
    }
  g_hash_table_insert (self->lists, g_strdup (language), lists);
  return lists;
}

/* `fi,given,female,Aino`; gender `generic` fits everybody. */
static void
add_name (DeskDemoNames *self,
          GStrv          fields)
{
  Lists *lists = require_lists (self, fields[0]);
  GPtrArray **by_gender = g_str_equal (fields[1], "given") ? lists->given : lists->family;

  if (!g_str_equal (fields[2], "male"))
    g_ptr_array_add (by_gender[0], g_strdup (fields[3]));
  if (!g_str_equal (fields[2], "female"))
    g_ptr_array_add (by_gender[1], g_strdup (fields[3]));
}

/* `FRA,fr,en,+33 6 39 98 ## ##`: the names, the language spoken at the desk, and
 * telephone numbers that are kept for stories and are nobody's. */
static void
add_country (DeskDemoNames *self,
             GStrv          fields)
{
  Country *country = g_new0 (Country, 1);

  country->names = g_strdup (fields[1]);
  country->language = g_intern_string (fields[2]);
  country->phone = g_strdup (fields[3]);
  g_hash_table_insert (self->countries, g_strdup (fields[0]), country);
}

static void
read_table (DeskDemoNames  *self,
            const char     *csv,
            guint           n_fields,
            void          (*add) (DeskDemoNames *, GStrv))
{
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);
  guint i;

  /* The first line names the columns. */
  for (i = 1; lines[0] != NULL && lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], ",", -1);

      if (g_strv_length (fields) == n_fields)
        add (self, fields);
    }
}

/**
 * desk_demo_names_new:
 * @names: a table of names: language, kind, gender, name
 * @countries: a table of countries: code, whose names, which language is spoken to them,
 *   telephone numbers
 *
 * Returns: (transfer full): the names
 */
DeskDemoNames *
desk_demo_names_new (const char *names,
                     const char *countries)
{
  DeskDemoNames *self = g_new0 (DeskDemoNames, 1);

  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) lists_free);
  self->countries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                           (GDestroyNotify) country_free);
  read_table (self, names, 4, add_name);
  read_table (self, countries, 4, add_country);
  return self;
}

void
desk_demo_names_free (DeskDemoNames *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->lists);
  g_hash_table_unref (self->countries);
  g_free (self);
}

static const Country *
get_country (const DeskDemoNames *self,
             const char          *country)
{
  return country != NULL ? g_hash_table_lookup (self->countries, country) : NULL;
}

static const char *
draw (const GPtrArray *list,
      GRand           *dice)
{
  return g_ptr_array_index (list, (guint) g_rand_int_range (dice, 0, (gint32) list->len));
}

/**
 * desk_demo_names_draw:
 * @self: the names
 * @country: (nullable): where the guest comes from
 * @dice: rolled
 *
 * Returns: (transfer full): a name as people there have it
 */
char *
desk_demo_names_draw (const DeskDemoNames *self,
                      const char          *country,
                      GRand               *dice)
{
  const Country *from = get_country (self, country);
  const char *language = from != NULL ? from->names : ELSEWHERE;
  const Lists *lists = g_hash_table_lookup (self->lists, language);
  gint32 gender = g_rand_int_range (dice, 0, 2);
  const char *given = draw (lists->given[gender], dice);

  if (g_str_equal (language, ONE_NAME) && g_rand_int_range (dice, 0, 3) == 0)
    return g_strdup (given);
  return g_strconcat (given, " ", draw (lists->family[gender], dice), NULL);
}

/**
 * desk_demo_names_get_language:
 * @self: the names
 * @country: (nullable): where the guest comes from
 *
 * Returns: (transfer none): the language spoken to them; stands for ever
 */
const char *
desk_demo_names_get_language (const DeskDemoNames *self,
                              const char          *country)
{
  const Country *from = get_country (self, country);

  return from != NULL ? from->language : ELSEWHERE;
}

/**
 * desk_demo_names_draw_phone:
 * @self: the names
 * @country: (nullable): where the guest comes from
 * @dice: rolled
 *
 * Returns: (transfer full) (nullable): a telephone number that is nobody's
 */
char *
desk_demo_names_draw_phone (const DeskDemoNames *self,
                            const char          *country,
                            GRand               *dice)
{
  const Country *from = get_country (self, country);
  char *phone;
  char *p;

  if (from == NULL || *from->phone == '\0')
    return NULL;
  phone = g_strdup (from->phone);
  for (p = phone; *p != '\0'; p++)
    {
      if (*p == '#')
        *p = (char) ('0' + g_rand_int_range (dice, 0, 10));
    }
  return phone;
}
