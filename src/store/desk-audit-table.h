/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-authority.h"
#include "desk-date.h"
#include "desk-db.h"

G_BEGIN_DECLS

/* Where a folio's chain stood after an entry. */
typedef struct
{
  gint64 folio_id;
  int    line;
  guint8 head[32];
} DeskAuditHead;

/**
 * DeskAuditRecord:
 * @made_at: microseconds since 1970, UTC
 * @made_by: login, "" where nobody was signed in
 * @stay_id: or 0
 * @plan_digest: (nullable): hex
 * @config: version of the set-up it was done under, or 0
 * @allowed_by: (nullable): login of the second person
 * @detail: the plan in its canonical words
 * @hash: of the chain up to and including this entry, made by who appends
 * @heads: (element-type DeskAuditHead): by folio, part of what @hash covers
 *
 * Something that was done, or refused.
 */
typedef struct
{
  gint64    id;
  gint64    made_at;
  DeskDate  business_date;
  char     *made_by;
  DeskRole  role;
  char     *desk;
  char     *verb;
  gint64    stay_id;
  char     *plan_digest;
  gint64    config;
  char     *allowed_by;
  char     *detail;
  guint8    hash[32];
  GArray   *heads;
} DeskAuditRecord;

/**
 * DeskSealRecord:
 * @entry_id: the audit entry that closed the day
 * @last_posting: id of the day's last line, or of the one before it
 * @postings: how many lines the day has
 * @totals: the day's totals, as text
 *
 * A closed day.
 */
typedef struct
{
  DeskDate  business_date;
  gint64    entry_id;
  gint64    last_posting;
  gint64    postings;
  char     *totals;
  guint8    hash[32];
  gint64    sealed_at;
  char     *sealed_by;
} DeskSealRecord;

DeskAuditRecord *desk_audit_record_new        (void);
void             desk_audit_record_free       (DeskAuditRecord        *self);
gboolean         desk_audit_table_append      (DeskDb                 *db,
                                               const DeskAuditRecord  *record,
                                               GError                **error);
DeskAuditRecord *desk_audit_table_get         (DeskDb                 *db,
                                               gint64                  id,
                                               GError                **error);
gboolean         desk_audit_table_page        (DeskDb                 *db,
                                               gint64                  after_id,
                                               guint                   limit,
                                               GPtrArray             **out,
                                               GError                **error);
GPtrArray       *desk_audit_table_list_stay   (DeskDb                 *db,
                                               gint64                  stay_id,
                                               GError                **error);
gboolean         desk_audit_table_find_head   (DeskDb                 *db,
                                               gint64                  folio_id,
                                               gboolean               *found,
                                               DeskAuditHead          *out,
                                               GError                **error);

void             desk_seal_record_free        (DeskSealRecord         *self);
gboolean         desk_seal_table_insert       (DeskDb                 *db,
                                               const DeskSealRecord   *record,
                                               GError                **error);
gboolean         desk_seal_table_find         (DeskDb                 *db,
                                               DeskDate                business_date,
                                               DeskSealRecord        **out,
                                               GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskAuditRecord, desk_audit_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSealRecord, desk_seal_record_free)

G_END_DECLS
