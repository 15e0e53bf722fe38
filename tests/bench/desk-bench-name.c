/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-bench-hotel.h"

static const char *const given_names[] = {
  "Aino",   "Anna",  "Dewi",  "Elina", "Erik",   "Eva",   "Giedrė", "Hanna",
  "Ingrid", "Ioana", "Jonas", "Kaisa", "Kari",   "Lars",  "Liv",    "Maria",
  "Mihai",  "Nils",  "Olav",  "Outi",  "Petras", "Putri", "Rasa",   "Siti",
  "Ștefan", "Tomas", "Vera",  "Wayan", "Yusuf",  "Øyvind",
};

static const char *const beginnings[] = {
  "Aal", "Berg",  "Dal",  "Ek",   "Fors", "Grön", "Haa", "Hell", "Ion",  "Jär",
  "Kal", "Korho", "Lin",  "Mäke", "Niem", "Os",   "Pop", "Ran",  "Sand", "Şer",
  "Tam", "Ul",    "Vese", "Vir",  "Wik",  "Ylö",  "Åke", "Øde",
};

static const char *const middles[] = {
  "a", "bo", "da", "es", "go", "i", "ka", "la", "mi", "no", "pe", "ri", "sa", "te", "u", "vo",
};

static const char *const ends[] = {
  "berg", "escu", "gård", "inen", "kas",  "la",   "lund", "nen",  "quist",
  "ren",  "sen",  "son",  "stad", "tanen", "vik", "wati", "yanto",
};

/* Scatters numbers that follow each other. */
static guint64
scatter (guint number)
{
  guint64 x = number * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  x ^= x >> 29;
  x *= G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  return x ^ (x >> 32);
}

static const char *
pick (const char *const *list,
      guint              n,
      guint64           *from)
{
  guint index = (guint) (*from % n);

  *from /= n;
  return list[index];
}

/**
 * desk_bench_name:
 * @number: which
 *
 * Returns: (transfer full): a given and a family name, the same for the same number;
 *   there are some hundred thousand
 */
char *
desk_bench_name (guint number)
{
  guint64 from = scatter (number);
  const char *given = pick (given_names, G_N_ELEMENTS (given_names), &from);
  const char *beginning = pick (beginnings, G_N_ELEMENTS (beginnings), &from);
  const char *middle = pick (middles, G_N_ELEMENTS (middles), &from);
  const char *end = pick (ends, G_N_ELEMENTS (ends), &from);

  return g_strdup_printf ("%s %s%s%s", given, beginning, middle, end);
}
