/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-date.h"
#include "desk-db.h"

G_BEGIN_DECLS

/**
 * DeskStayRecord:
 * @confirmation_key: @confirmation folded, as it is searched
 * @account_id: who pays for all of it, or 0
 * @state: booked, in-house, departed, cancelled, no-show or walked
 * @children: persons under 18; their ages are in #DeskPersonRecord
 * @collects_hotel: the hotel collects the money; otherwise the agency
 * @import_digest: (nullable): of the row it was imported from
 * @arrived_at: microseconds since 1970, or 0
 */
typedef struct
{
  gint64    id;
  char     *confirmation;
  char     *confirmation_key;
  gint64    guest_id;
  gint64    occupancy_id;
  gint64    account_id;
  char     *state;
  DeskDate  arrival;
  DeskDate  departure;
  int       adults;
  int       children;
  char     *rate_plan;
  gboolean  collects_hotel;
  gboolean  rate_shown;
  gboolean  do_not_move;
  GBytes   *import_digest;
  gint64    note_id;
  gint64    arrived_at;
  gint64    departed_at;
  gint64    created_at;
  char     *created_by;
  gint64    version;
} DeskStayRecord;

/**
 * DeskPersonRecord:
 * @child: under 18
 * @age: years, or -1 where nobody asked
 * @arrival: the person's own nights, or %DESK_DATE_NONE: the stay's
 * @exempt: (nullable): why no levy is due: crew, diplomat …
 * @guest_id: their own profile, or 0
 */
typedef struct
{
  int       n;
  gboolean  child;
  int       age;
  DeskDate  arrival;
  DeskDate  departure;
  char     *exempt;
  gint64    guest_id;
} DeskPersonRecord;

/* A person under 18, where many stays are read at once. */
typedef struct
{
  gint64 stay_id;
  int    age;       /* years; 0 where nobody asked */
} DeskStayChild;

/* A number that others know the stay by; @value_key is folded. */
typedef struct
{
  char *kind;
  char *value;
  char *value_key;
} DeskReferenceRecord;

void            desk_stay_record_free              (DeskStayRecord             *self);
void            desk_person_record_free            (DeskPersonRecord           *self);
void            desk_reference_record_free         (DeskReferenceRecord        *self);
gboolean        desk_stay_table_insert             (DeskDb                     *db,
                                                    const DeskStayRecord       *record,
                                                    GError                    **error);
gboolean        desk_stay_table_insert_occupancy   (DeskDb                     *db,
                                                    gint64                      id,
                                                    gint64                      created_at,
                                                    GError                    **error);
gboolean        desk_stay_table_update             (DeskDb                     *db,
                                                    DeskStayRecord             *record,
                                                    GError                    **error);
DeskStayRecord *desk_stay_table_get                (DeskDb                     *db,
                                                    gint64                      id,
                                                    GError                    **error);
gboolean        desk_stay_table_find               (DeskDb                     *db,
                                                    const char                 *confirmation,
                                                    DeskStayRecord            **out,
                                                    GError                    **error);
GPtrArray      *desk_stay_table_list_occupancy     (DeskDb                     *db,
                                                    gint64                      occupancy_id,
                                                    GError                    **error);
gboolean        desk_stay_table_page               (DeskDb                     *db,
                                                    gint64                      after_id,
                                                    guint                       limit,
                                                    GPtrArray                 **out,
                                                    GError                    **error);
GPtrArray      *desk_stay_table_list_in_house      (DeskDb                     *db,
                                                    gint64                      after_id,
                                                    guint                       limit,
                                                    GError                    **error);
gboolean        desk_stay_table_page_in_house      (DeskDb                     *db,
                                                    gint64                      after_id,
                                                    guint                       limit,
                                                    GArray                    **ids,
                                                    GError                    **error);
gboolean        desk_stay_table_insert_person      (DeskDb                     *db,
                                                    gint64                      stay_id,
                                                    const DeskPersonRecord     *person,
                                                    GError                    **error);
gboolean        desk_stay_table_update_person      (DeskDb                     *db,
                                                    gint64                      stay_id,
                                                    const DeskPersonRecord     *person,
                                                    GError                    **error);
GArray         *desk_stay_table_list_children      (DeskDb                     *db,
                                                    gint64                      after_id,
                                                    gint64                      last_id,
                                                    GError                    **error);
GPtrArray      *desk_stay_table_list_persons       (DeskDb                     *db,
                                                    gint64                      stay_id,
                                                    GError                    **error);
gboolean        desk_stay_table_insert_reference   (DeskDb                     *db,
                                                    gint64                      stay_id,
                                                    int                         n,
                                                    const DeskReferenceRecord  *reference,
                                                    GError                    **error);
GPtrArray      *desk_stay_table_list_references    (DeskDb                     *db,
                                                    gint64                      stay_id,
                                                    GError                    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskStayRecord, desk_stay_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskPersonRecord, desk_person_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskReferenceRecord, desk_reference_record_free)

G_END_DECLS
