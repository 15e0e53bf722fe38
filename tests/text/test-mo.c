/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-error.h"
#include "desk-mo.h"

#define HEADER_SIZE 28

typedef struct
{
  const char *key;
  gsize       key_length;
  const char *text;
  gsize       text_length;
} Entry;

#define ENTRY(key, text) { key, sizeof (key) - 1, text, sizeof (text) - 1 }

static const Entry entries[] = {
  ENTRY ("", "Language: lt\nPlural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : "
             "n%10>=2 && (n%100<10 || n%100>=20) ? 1 : 2);\n"),
  ENTRY ("bill\004Charge", "Mokestis"),
  ENTRY ("Charge", "Įkrauti"),
  ENTRY ("Empty", ""),
  ENTRY ("{n} night\0{n} nights", "{n} naktis\0{n} naktys\0{n} naktų"),
};

static void
put_word (GByteArray *file,
          guint32     word,
          gboolean    swapped)
{
  if (swapped)
    word = GUINT32_SWAP_LE_BE (word);
  g_byte_array_append (file, (const guint8 *) &word, sizeof word);
}

/* Writes a translation file as msgfmt does, in either byte order. */
static GBytes *
write_file (gboolean swapped)
{
  const guint32 count = G_N_ELEMENTS (entries);
  const guint32 texts_at = HEADER_SIZE + 8 * count;
  GByteArray *file = g_byte_array_new ();
  guint32 offset = texts_at + 8 * count;
  const guint32 header[] = { 0x950412de, 0, count, HEADER_SIZE, texts_at, 0, offset };

  for (gsize i = 0; i < G_N_ELEMENTS (header); i++)
    put_word (file, header[i], swapped);

  for (gsize i = 0; i < count; i++)
    {
      put_word (file, (guint32) entries[i].key_length, swapped);
      put_word (file, offset, swapped);
      offset += (guint32) entries[i].key_length + 1;
    }
  for (gsize i = 0; i < count; i++)
    {
      put_word (file, (guint32) entries[i].text_length, swapped);
      put_word (file, offset, swapped);
      offset += (guint32) entries[i].text_length + 1;
    }

  for (gsize i = 0; i < count; i++)
    g_byte_array_append (file, (const guint8 *) entries[i].key, entries[i].key_length + 1);
  for (gsize i = 0; i < count; i++)
    g_byte_array_append (file, (const guint8 *) entries[i].text, entries[i].text_length + 1);

  return g_byte_array_free_to_bytes (file);
}

static void
count_message (const char        *key,
               const char        *plural,
               const char *const *forms,
               gpointer           user_data)
{
  guint *n_messages = user_data;

  *n_messages += 1;
  if (strcmp (key, "{n} night") == 0)
    {
      g_assert_cmpstr (plural, ==, "{n} nights");
      g_assert_cmpuint (g_strv_length ((char **) forms), ==, 3);
    }
  else
    {
      g_assert_null (plural);
      g_assert_cmpuint (g_strv_length ((char **) forms), ==, 1);
    }
}

static void
test_read (gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = write_file (GPOINTER_TO_INT (data));
  g_autoptr (DeskMo) mo = desk_mo_new (bytes, &error);
  guint n_messages = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (desk_plural_get_n_forms (desk_mo_get_plural (mo)), ==, 3);
  g_assert_cmpstr (desk_mo_lookup (mo, "Charge"), ==, "Įkrauti");
  g_assert_cmpstr (desk_mo_lookup (mo, "bill\004Charge"), ==, "Mokestis");
  g_assert_null (desk_mo_lookup (mo, "Charges"));
  g_assert_null (desk_mo_lookup (mo, "Empty"));
  g_assert_cmpstr (desk_mo_lookup_form (mo, "{n} night", 0), ==, "{n} naktis");
  g_assert_cmpstr (desk_mo_lookup_form (mo, "{n} night", 2), ==, "{n} naktų");
  g_assert_null (desk_mo_lookup_form (mo, "{n} night", 3));
  g_assert_null (desk_mo_lookup_form (mo, "Charge", 1));

  desk_mo_foreach (mo, count_message, &n_messages);
  g_assert_cmpuint (n_messages, ==, G_N_ELEMENTS (entries) - 1);
}

static void
test_truncated (void)
{
  g_autoptr (GBytes) whole = write_file (FALSE);
  const gsize size = g_bytes_get_size (whole);

  for (gsize length = 0; length < size; length++)
    {
      g_autoptr (GError) error = NULL;
      /* A copy of just that length, so that a tool for memory sees a step beyond. */
      g_autoptr (GBytes) part = g_bytes_new (g_bytes_get_data (whole, NULL), length);
      g_autoptr (DeskMo) mo = desk_mo_new (part, &error);

      g_assert_null (mo);
      g_assert_error (error, DESK_ERROR, DESK_ERROR_INVALID);
    }
}

static void
test_damaged (void)
{
  g_autoptr (GBytes) whole = write_file (FALSE);
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (whole, &size);

  /* Each byte in turn; some changes are still a good file, none may crash. */
  for (gsize i = 0; i < size; i++)
    for (guint bit = 0; bit < 8; bit++)
      {
        g_autoptr (GError) error = NULL;
        g_autofree guint8 *copy = g_memdup2 (data, size);
        g_autoptr (GBytes) bytes = NULL;
        g_autoptr (DeskMo) mo = NULL;

        copy[i] ^= (guint8) (1u << bit);
        bytes = g_bytes_new_take (g_steal_pointer (&copy), size);
        mo = desk_mo_new (bytes, &error);

        if (mo != NULL)
          desk_mo_lookup_form (mo, "{n} night", desk_plural_select (desk_mo_get_plural (mo), i));
        else
          g_assert_error (error, DESK_ERROR, DESK_ERROR_INVALID);
      }
}

static void
test_random (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GByteArray) file = g_byte_array_new ();
      const gsize size = g_test_rand_int_range (0, 400);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (DeskMo) mo = NULL;

      put_word (file, 0x950412de, round % 2);
      while (file->len < size)
        put_word (file, (guint32) g_test_rand_int_range (0, 200), round % 2);

      bytes = g_byte_array_free_to_bytes (g_steal_pointer (&file));
      mo = desk_mo_new (bytes, &error);
      g_assert_null (mo);
      g_assert_error (error, DESK_ERROR, DESK_ERROR_INVALID);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/text/mo/read", GINT_TO_POINTER (FALSE), test_read);
  g_test_add_data_func ("/text/mo/other-byte-order", GINT_TO_POINTER (TRUE), test_read);
  g_test_add_func ("/text/mo/truncated", test_truncated);
  g_test_add_func ("/text/mo/damaged", test_damaged);
  g_test_add_func ("/text/mo/random", test_random);

  return g_test_run ();
}
