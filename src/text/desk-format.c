/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-format.h"

#include <string.h>
#include <unicode/ucurr.h>
#include <unicode/uloc.h>
#include <unicode/unum.h>
#include <unicode/unumberformatter.h>

#include "desk-icu.h"
#include "desk-memo.h"

#define MINUS_SIGN     0x2212
#define WORD_JOINER    "\342\201\240"
#define MAX_DIGITS     9

typedef enum
{
  NUMBER_INTEGER,
  NUMBER_DECIMAL,
  NUMBER_PERCENT,
  NUMBER_AMOUNT,
  NUMBER_TYPED,
  NUMBER_MONEY,
} NumberKind;

/* What a formatter is made for. It is hashed and compared as bytes, so the
 * fields leave no gap: see number_key (). */
typedef struct
{
  const DeskCatalog *cat;
  guint16            kind;
  guint16            digits;
  char               currency[4];
} NumberKey;

G_STATIC_ASSERT (sizeof (NumberKey) == sizeof (gpointer) + 8);

/* A formatter takes long to make and may be used by many threads at once, so
 * each is made once and kept, like the signs of currencies. A result belongs
 * to one thread. */
static GMutex formatters_lock;
static GHashTable *formatters;   /* NumberKey → UNumberFormatter */
static GHashTable *symbols;      /* NumberKey → UTF-8 */
static GPrivate result_of_thread = G_PRIVATE_INIT ((GDestroyNotify) unumf_closeResult);

static guint
number_key_hash (gconstpointer data)
{
  const NumberKey *key = data;

  return g_direct_hash (key->cat) ^ (key->kind << 24) ^ (key->digits << 16) ^
         (key->currency[0] << 10) ^ (key->currency[1] << 5) ^ key->currency[2];
}

static gboolean
number_key_equal (gconstpointer a,
                  gconstpointer b)
{
  return memcmp (a, b, sizeof (NumberKey)) == 0;
}

static NumberKey
number_key (const DeskCatalog *cat,
            NumberKind         kind,
            int                digits,
            const char        *currency)
{
  NumberKey key = { cat, (guint16) kind, (guint16) digits, { 0 } };

  if (currency != NULL)
    g_strlcpy (key.currency, currency, sizeof key.currency);

  return key;
}

/* ICU's own language for number formats. Amounts come in minor units and are
 * moved by a power of ten, which is exact. */
static char *
make_skeleton (const NumberKey *key)
{
  g_autoptr (GString) skeleton = g_string_new (NULL);

  switch ((NumberKind) key->kind)
    {
    case NUMBER_INTEGER:
      return g_strdup ("precision-integer");
    case NUMBER_DECIMAL:
      return g_strdup ("precision-unlimited");
    case NUMBER_PERCENT:
      return g_strdup ("percent precision-unlimited");
    case NUMBER_MONEY:
      g_string_append_printf (skeleton, "currency/%s ", key->currency);
      break;
    case NUMBER_TYPED:
      g_string_append (skeleton, "group-off ");
      break;
    case NUMBER_AMOUNT:
    default:
      break;
    }

  if (key->digits == 0)
    {
      g_string_append (skeleton, "precision-integer");
      return g_strdup (skeleton->str);
    }

  g_string_append_c (skeleton, '.');
  for (guint i = 0; i < key->digits; i++)
    g_string_append_c (skeleton, '0');

  g_string_append (skeleton, " scale/0.");
  for (guint i = 1; i < key->digits; i++)
    g_string_append_c (skeleton, '0');
  g_string_append_c (skeleton, '1');

  return g_strdup (skeleton->str);
}

static const UNumberFormatter *
get_formatter (const NumberKey *key)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&formatters_lock);
  UNumberFormatter *formatter;
  g_autofree char *skeleton = NULL;
  g_autofree UChar *pattern = NULL;
  int32_t length = 0;
  UErrorCode status = U_ZERO_ERROR;

  if (formatters == NULL)
    formatters = g_hash_table_new (number_key_hash, number_key_equal);

  formatter = g_hash_table_lookup (formatters, key);
  if (formatter != NULL)
    return formatter;

  skeleton = make_skeleton (key);
  pattern = desk_icu_from_utf8 (skeleton, &length);
  formatter = unumf_openForSkeletonAndLocale (pattern, length,
                                              desk_catalog_get_facts (key->cat)->locale, &status);
  desk_icu_check (status);
  g_hash_table_insert (formatters, g_memdup2 (key, sizeof *key), formatter);

  return formatter;
}

static UFormattedNumber *
get_result (void)
{
  UFormattedNumber *result = g_private_get (&result_of_thread);

  if (result == NULL)
    {
      UErrorCode status = U_ZERO_ERROR;

      result = unumf_openResult (&status);
      desk_icu_check (status);
      g_private_set (&result_of_thread, result);
    }

  return result;
}

/* Half of our languages write the hyphen of the keyboard for a minus. A hyphen is hard to
 * see beside figures, so what is read has U+2212 in every language, and what is typed the
 * hyphen. ICU says where the sign stands: its number formatters take no signs of ours.
 * Returns where the number goes on behind the sign, or 0. */
static int32_t
write_minus (const UFormattedNumber *result,
             UChar                   minus,
             UChar                  *text)
{
  UErrorCode status = U_ZERO_ERROR;
  UFieldPosition sign = { UNUM_SIGN_FIELD, 0, 0 };

  if (!unumf_resultNextFieldPosition (result, &sign, &status) || U_FAILURE (status) ||
      sign.endIndex != sign.beginIndex + 1)
    return 0;

  text[sign.beginIndex] = minus;
  return sign.endIndex;
}

/* A line may end between a minus and the sign of a currency, but not in "−€12.90". */
static char *
dup_joined (const UChar *text,
            int32_t      length,
            int32_t      behind)
{
  g_autofree char *minus = NULL;
  g_autofree char *amount = NULL;

  if (behind == 0 || behind == length ||
      (text[behind] >= '0' && text[behind] <= '9'))
    return desk_icu_to_utf8 (text, length);

  minus = desk_icu_to_utf8 (text, behind);
  amount = desk_icu_to_utf8 (text + behind, length - behind);
  return g_strconcat (minus, WORD_JOINER, amount, NULL);
}

/* A @minus of 0 stands for a number that has none. */
static char *
dup_result (const UFormattedNumber *result,
            UChar                   minus)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar text[128];
  g_autofree UChar *longer = NULL;
  UChar *written = text;
  int32_t length = unumf_resultToString (result, text, G_N_ELEMENTS (text), &status);

  if (status == U_BUFFER_OVERFLOW_ERROR)
    {
      written = longer = g_new (UChar, length + 1);
      status = U_ZERO_ERROR;
      length = unumf_resultToString (result, longer, length + 1, &status);
    }
  desk_icu_check (status);

  return dup_joined (written, length, minus != 0 ? write_minus (result, minus, written) : 0);
}

static DeskMemoKey
memo_key (const NumberKey *key,
          gint64           number)
{
  DeskMemoKey memo = { key->cat, number, key->kind, key->digits, { 0 } };

  memcpy (memo.currency, key->currency, sizeof memo.currency);
  return memo;
}

static char *
format_integer (const NumberKey *key,
                gint64           number)
{
  DeskMemoKey memo = memo_key (key, number);
  const char *known = desk_memo_find (&memo);
  UFormattedNumber *result;
  UErrorCode status = U_ZERO_ERROR;

  if (known != NULL)
    return g_strdup (known);

  result = get_result ();
  unumf_formatInt (get_formatter (key), number, result, &status);
  desk_icu_check (status);

  return desk_memo_keep (&memo, dup_result (result, number < 0 ? MINUS_SIGN : 0));
}

/* A sign, digits, and perhaps a point and digits. ICU would take more: "NaN". */
static gboolean
is_decimal (const char *text)
{
  gsize whole;

  if (*text == '-' || *text == '+')
    text++;

  whole = strspn (text, "0123456789");
  text += whole;
  if (whole == 0 || *text == '\0')
    return whole > 0;

  return *text == '.' && text[1] != '\0' && text[1 + strspn (text + 1, "0123456789")] == '\0';
}

static char *
format_decimal (const NumberKey *key,
                const char      *decimal)
{
  UFormattedNumber *result = get_result ();
  UErrorCode status = U_ZERO_ERROR;

  unumf_formatDecimal (get_formatter (key), decimal, -1, result, &status);
  desk_icu_check (status);

  return dup_result (result, *decimal == '-' ? MINUS_SIGN : 0);
}

/* The sign of a currency as the language writes it: "€", "kr", "EUR". */
static const char *
get_currency_symbol (const NumberKey *key)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&formatters_lock);
  g_autofree UChar *code = NULL;
  const UChar *wide;
  char *symbol;
  int32_t length = 0;
  UErrorCode status = U_ZERO_ERROR;

  if (symbols == NULL)
    symbols = g_hash_table_new (number_key_hash, number_key_equal);

  symbol = g_hash_table_lookup (symbols, key);
  if (symbol != NULL)
    return symbol;

  code = desk_icu_from_utf8 (key->currency, &length);
  wide = ucurr_getName (code, desk_catalog_get_facts (key->cat)->locale,
                        UCURR_SYMBOL_NAME, NULL, &length, &status);
  desk_icu_check (status);
  symbol = desk_icu_to_utf8 (wide, length);
  g_hash_table_insert (symbols, g_memdup2 (key, sizeof *key), symbol);

  return symbol;
}

/* An amount and the sign of its currency behind it. */
static char *
append_currency (const NumberKey *key,
                 gint64           minor)
{
  DeskMemoKey memo = memo_key (key, minor);
  const char *known = desk_memo_find (&memo);
  g_autofree char *amount = NULL;

  if (known != NULL)
    return g_strdup (known);

  amount = desk_format_amount (key->cat, minor, key->digits);
  return desk_memo_keep (&memo, g_strconcat (amount, DESK_NO_BREAK_SPACE, get_currency_symbol (key),
                                             NULL));
}

/**
 * desk_format_money:
 * @cat: whose language
 * @minor: amount in the currency's smallest unit
 * @currency: its ISO 4217 code, three letters
 * @digits: how many digits the smallest unit stands behind the point: 0, 2, 3
 *
 * Writes an amount with the sign of its currency, exactly.
 *
 * Returns: (transfer full): for example "1 234,50 €"
 */
char *
desk_format_money (const DeskCatalog *cat,
                   gint64             minor,
                   const char        *currency,
                   int                digits)
{
  NumberKey key;

  g_return_val_if_fail (cat != NULL, NULL);
  g_return_val_if_fail (currency != NULL && strlen (currency) == 3, NULL);
  g_return_val_if_fail (digits >= 0 && digits <= MAX_DIGITS, NULL);

  for (int i = 0; i < 3; i++)
    g_return_val_if_fail (g_ascii_isupper (currency[i]), NULL);

  key = number_key (cat, NUMBER_MONEY, digits, currency);

  return desk_catalog_get_facts (cat)->currency_follows ? append_currency (&key, minor)
                                                        : format_integer (&key, minor);
}

/**
 * desk_format_amount:
 * @cat: whose language
 * @minor: amount in the currency's smallest unit
 * @digits: how many digits the smallest unit stands behind the point: 0, 2, 3
 *
 * Writes an amount without its currency, for columns that name it above.
 *
 * Returns: (transfer full): for example "1 234,50"
 */
char *
desk_format_amount (const DeskCatalog *cat,
                    gint64             minor,
                    int                digits)
{
  NumberKey key;

  g_return_val_if_fail (cat != NULL, NULL);
  g_return_val_if_fail (digits >= 0 && digits <= MAX_DIGITS, NULL);

  key = number_key (cat, NUMBER_AMOUNT, digits, NULL);
  return format_integer (&key, minor);
}

/**
 * desk_format_typed:
 * @cat: whose language
 * @minor: amount in the currency's smallest unit
 * @digits: how many digits the smallest unit stands behind the point: 0, 2, 3
 *
 * Writes an amount as it is typed: with the decimal sign of the language, but thousands are
 * not grouped and a minus is the key of the keyboard. desk_line_read_amount() reads it.
 *
 * Returns: (transfer full): for example "1234,50"
 */
char *
desk_format_typed (const DeskCatalog *cat,
                   gint64             minor,
                   int                digits)
{
  NumberKey key;
  UFormattedNumber *result;
  UErrorCode status = U_ZERO_ERROR;

  g_return_val_if_fail (cat != NULL, NULL);
  g_return_val_if_fail (digits >= 0 && digits <= MAX_DIGITS, NULL);

  key = number_key (cat, NUMBER_TYPED, digits, NULL);
  result = get_result ();
  unumf_formatInt (get_formatter (&key), minor, result, &status);
  desk_icu_check (status);

  return dup_result (result, minor < 0 ? '-' : 0);
}

/**
 * desk_format_decimal:
 * @cat: whose language
 * @decimal: an exact number as core writes it: "90.8257"
 *
 * Writes a number with all its digits; zeros at the end of the fraction are
 * left out.
 *
 * Returns: (transfer full): for example "90,8257"
 */
char *
desk_format_decimal (const DeskCatalog *cat,
                     const char        *decimal)
{
  NumberKey key;

  g_return_val_if_fail (cat != NULL, NULL);
  g_return_val_if_fail (decimal != NULL && is_decimal (decimal), NULL);

  key = number_key (cat, NUMBER_DECIMAL, 0, NULL);
  return format_decimal (&key, decimal);
}

/**
 * desk_format_percent:
 * @cat: whose language
 * @decimal: the percentage as an exact number: "13.5" for 13.5 in a hundred
 *
 * Returns: (transfer full): for example "13,5 %"
 */
char *
desk_format_percent (const DeskCatalog *cat,
                     const char        *decimal)
{
  NumberKey key;

  g_return_val_if_fail (cat != NULL, NULL);
  g_return_val_if_fail (decimal != NULL && is_decimal (decimal), NULL);

  key = number_key (cat, NUMBER_PERCENT, 0, NULL);
  return format_decimal (&key, decimal);
}

/**
 * desk_format_int:
 * @cat: whose language
 * @number: a whole number: persons, nights, lines
 *
 * Returns: (transfer full): for example "1 234"
 */
char *
desk_format_int (const DeskCatalog *cat,
                 gint64             number)
{
  NumberKey key;

  g_return_val_if_fail (cat != NULL, NULL);

  key = number_key (cat, NUMBER_INTEGER, 0, NULL);
  return format_integer (&key, number);
}

static gboolean
is_country_code (const char *code)
{
  gsize length = strspn (code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");

  return (length == 2 || length == 3) && code[length] == '\0';
}

/**
 * desk_format_country:
 * @cat: whose language
 * @code: ISO 3166, of two or three letters: "PT", "PRT"
 *
 * Returns: (transfer full): for example "Portugal"; @code where it is no country
 */
char *
desk_format_country (const DeskCatalog *cat,
                     const char        *code)
{
  g_autofree char *place = NULL;
  UChar name[128];
  int32_t length;
  UErrorCode status = U_ZERO_ERROR;

  g_return_val_if_fail (cat != NULL, NULL);
  g_return_val_if_fail (code != NULL, NULL);

  /* A file of bookings may have anything there. */
  if (!is_country_code (code))
    return g_strdup (code);
  place = g_strconcat ("und_", code, NULL);
  length = uloc_getDisplayCountry (place, desk_catalog_get_facts (cat)->locale, name,
                                   G_N_ELEMENTS (name), &status);
  return U_SUCCESS (status) && length > 0 && length < (int32_t) G_N_ELEMENTS (name)
           ? desk_icu_to_utf8 (name, length) : g_strdup (code);
}
