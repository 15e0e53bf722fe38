/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-db.h"

G_BEGIN_DECLS

/**
 * DeskFolioRecord:
 * @kind: stay, group, passer-by, house or city-ledger
 * @stay_id: of kind stay only, otherwise 0
 * @account_id: or 0
 * @name: (nullable): of a folio without a stay
 * @open: whether lines may be posted
 * @last_line: number of the last line, 0 for none
 * @head: hash of the last line; zeros before the first
 * @balance_minor: over all windows
 */
typedef struct
{
  gint64    id;
  char     *kind;
  gint64    stay_id;
  gint64    account_id;
  char     *name;
  gboolean  open;
  int       last_line;
  guint8    head[32];
  gint64    balance_minor;
  gint64    opened_at;
  gint64    closed_at;
  gint64    version;
} DeskFolioRecord;

/**
 * DeskWindowRecord:
 * @number: 1 to 8
 * @payer: (nullable): %NULL: the guest
 * @account_id: or 0
 * @reference: (nullable): purchase order or the like
 * @buyer_name: (nullable): who the invoice will name, where not the payer
 *
 * A part of a folio with a payer of its own.
 */
typedef struct
{
  gint64  folio_id;
  int     number;
  char   *payer;
  gint64  account_id;
  char   *reference;
  char   *buyer_name;
  char   *buyer_address;
  char   *buyer_tax_number;
  gint64  balance_minor;
  gint64  version;
} DeskWindowRecord;

/* Where a folio's chain stands, and what its balances come to. */
typedef struct
{
  int    last_line;
  guint8 head[32];
  gint64 balance_minor;
  gint64 in_windows_minor;   /* the windows' balances together */
} DeskFolioStanding;

void             desk_folio_record_free          (DeskFolioRecord         *self);
void             desk_window_record_free         (DeskWindowRecord        *self);
gboolean         desk_folio_table_insert         (DeskDb                  *db,
                                                  const DeskFolioRecord   *record,
                                                  GError                 **error);
gboolean         desk_folio_table_update         (DeskDb                  *db,
                                                  DeskFolioRecord         *record,
                                                  GError                 **error);
GPtrArray       *desk_folio_table_list_used      (DeskDb                  *db,
                                                  gint64                   after_id,
                                                  gint64                   last_id,
                                                  GError                 **error);
gboolean         desk_folio_table_get_newest     (DeskDb                  *db,
                                                  gint64                  *id,
                                                  GError                 **error);
gboolean         desk_folio_table_advance        (DeskDb                  *db,
                                                  DeskFolioRecord         *record,
                                                  GError                 **error);
gboolean         desk_folio_table_get_head       (DeskDb                  *db,
                                                  gint64                   id,
                                                  int                     *last_line,
                                                  guint8                   head[32],
                                                  GError                 **error);
gboolean         desk_folio_table_get_standing   (DeskDb                  *db,
                                                  gint64                   id,
                                                  DeskFolioStanding       *out,
                                                  GError                 **error);
DeskFolioRecord *desk_folio_table_get            (DeskDb                  *db,
                                                  gint64                   id,
                                                  GError                 **error);
gboolean         desk_folio_table_find_for_stay  (DeskDb                  *db,
                                                  gint64                   stay_id,
                                                  DeskFolioRecord        **out,
                                                  GError                 **error);
GPtrArray       *desk_folio_table_list_in_house  (DeskDb                  *db,
                                                  gint64                   after_stay,
                                                  gint64                   last_stay,
                                                  GError                 **error);
gboolean         desk_folio_table_insert_window  (DeskDb                  *db,
                                                  const DeskWindowRecord  *record,
                                                  GError                 **error);
gboolean         desk_folio_table_update_window  (DeskDb                  *db,
                                                  DeskWindowRecord        *record,
                                                  GError                 **error);
GPtrArray       *desk_folio_table_list_windows   (DeskDb                  *db,
                                                  gint64                   folio_id,
                                                  GError                 **error);
gboolean         desk_folio_table_add_to_window  (DeskDb                  *db,
                                                  gint64                   folio_id,
                                                  int                      number,
                                                  gint64                   amount_minor,
                                                  GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskFolioRecord, desk_folio_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskWindowRecord, desk_window_record_free)

G_END_DECLS
