/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-room-number.h"

#include <string.h>

/* "B12a": letters, a number, and perhaps a letter. */

static gsize
get_prefix_length (const char *number)
{
  gsize length = 0;

  while (number[length] != '\0' && !g_ascii_isdigit (number[length]))
    length++;
  return length;
}

/**
 * desk_room_number_compare:
 * @a: number of a room
 * @b: number of another
 *
 * The order in which a person looks for rooms: 98 before 101, A2 before A10.
 *
 * Returns: less than, equal to or greater than 0
 */
int
desk_room_number_compare (const char *a,
                          const char *b)
{
  gsize a_length = get_prefix_length (a);
  gsize b_length = get_prefix_length (b);
  char *a_end;
  char *b_end;
  guint64 a_number;
  guint64 b_number;
  int order = strncmp (a, b, MIN (a_length, b_length));

  if (order != 0)
    return order;
  if (a_length != b_length)
    return a_length < b_length ? -1 : 1;

  a_number = g_ascii_strtoull (a + a_length, &a_end, 10);
  b_number = g_ascii_strtoull (b + b_length, &b_end, 10);
  if (a_number != b_number)
    return a_number < b_number ? -1 : 1;
  order = strcmp (a_end, b_end);
  return order != 0 ? order : strcmp (a, b);
}

/**
 * desk_room_number_is_range:
 * @first: number of a room
 * @last: number of another
 *
 * Returns: whether rooms can be counted from one to the other: both begin with the same
 *   letters, or none, and @last does not come before @first
 */
gboolean
desk_room_number_is_range (const char *first,
                           const char *last)
{
  gsize length = get_prefix_length (first);

  return length == get_prefix_length (last) && strncmp (first, last, length) == 0 &&
         desk_room_number_compare (first, last) <= 0;
}

/**
 * desk_room_number_in_range:
 * @number: number of a room
 * @first: where the range begins
 * @last: where it ends
 *
 * Returns: whether the room is one of @first to @last
 */
gboolean
desk_room_number_in_range (const char *number,
                           const char *first,
                           const char *last)
{
  return desk_room_number_compare (first, number) <= 0 &&
         desk_room_number_compare (number, last) <= 0 &&
         desk_room_number_is_range (first, number);
}
