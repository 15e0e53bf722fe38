/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-date.h"
#include "desk-db.h"

G_BEGIN_DECLS

/**
 * DeskStayPlace:
 * @DESK_STAY_PLACE_IN_HOUSE: in house
 * @DESK_STAY_PLACE_ARRIVING: due today, or late
 * @DESK_STAY_PLACE_LEFT_TODAY: departed, and was not due before today
 * @DESK_STAY_PLACE_TO_COME: booked for a later day
 * @DESK_STAY_PLACE_OVER: departed earlier, cancelled, a no-show, walked
 *
 * Where a stay stands on the open day. Whom a name means is most likely among
 * the first.
 */
typedef enum
{
  DESK_STAY_PLACE_IN_HOUSE,
  DESK_STAY_PLACE_ARRIVING,
  DESK_STAY_PLACE_LEFT_TODAY,
  DESK_STAY_PLACE_TO_COME,
  DESK_STAY_PLACE_OVER,
} DeskStayPlace;

/* A stay that was found, as much of it as ranking needs. */
typedef struct
{
  gint64        stay_id;
  DeskStayPlace place;
  DeskDate      arrival;
  DeskDate      departure;
} DeskStayHit;

/* Somebody of today; @name is folded. */
typedef struct
{
  DeskStayHit  hit;
  char        *name;
} DeskPresentRecord;

/**
 * DeskGuestSearch:
 * @db: a file
 * @words: (array zero-terminated=1): one or more folded words; each must be the
 *   beginning of a word of the name, in any order
 * @business_date: the open day
 * @limit: so many are wanted
 *
 * A search for a guest. What it looks at is bounded by @limit and by constants, never by
 * the number of guests the house has ever had.
 */
typedef struct
{
  DeskDb            *db;
  const char *const *words;
  DeskDate           business_date;
  guint              limit;
} DeskGuestSearch;

gboolean desk_guest_search_names     (const DeskGuestSearch  *self,
                                      GArray                 *hits,
                                      gboolean               *more,
                                      GError                **error);
gboolean desk_guest_search_phone     (const DeskGuestSearch  *self,
                                      const char             *phone_key,
                                      GArray                 *hits,
                                      GError                **error);
gboolean desk_guest_search_mail      (const DeskGuestSearch  *self,
                                      const char             *mail_key,
                                      GArray                 *hits,
                                      GError                **error);
gboolean desk_guest_search_number    (const DeskGuestSearch  *self,
                                      const char             *number,
                                      GArray                 *hits,
                                      GError                **error);
gboolean desk_guest_search_add_stays (const DeskGuestSearch  *self,
                                      gint64                  guest_id,
                                      GArray                 *hits,
                                      GError                **error);

void       desk_present_record_free       (DeskPresentRecord  *self);
GPtrArray *desk_guest_search_list_present (DeskDb             *db,
                                           DeskDate            business_date,
                                           GError            **error);
gboolean   desk_guest_search_get_stay     (DeskDb             *db,
                                           gint64              stay_id,
                                           DeskDate            business_date,
                                           GPtrArray          *records,
                                           GError            **error);

G_END_DECLS
