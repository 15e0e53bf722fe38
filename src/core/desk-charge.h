/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-posting.h"
#include "desk-property.h"

G_BEGIN_DECLS

/**
 * DeskCharger:
 *
 * Makes the lines that one action posts on one folio: charges with the taxes on
 * them, and the taxes of a night, numbered on from the folio's last line. It
 * knows what the stay was taxed before (for caps and taxes due once) and the
 * lines a night already has; it writes nothing.
 */
typedef struct _DeskCharger DeskCharger;

/**
 * DeskChargerInfo:
 * @property: (transfer none): the set-up in force, outlives the charger
 * @config: its version
 * @folio_id: the folio
 * @last_line: number of the folio's last line
 * @business_date: the open day
 * @arrival: arrival of the stay, or %DESK_DATE_NONE
 * @adults: persons of 18 and over
 * @child_ages: (element-type gint) (nullable): ages of the children
 * @departure: departure of the stay: amounts for a night or a person are due for
 *   nights before it; %DESK_DATE_NONE where there is no stay
 */
typedef struct
{
  const DeskProperty *property;
  gint64              config;
  gint64              folio_id;
  int                 last_line;
  DeskDate            business_date;
  DeskDate            arrival;
  int                 adults;
  const GArray       *child_ages;
  DeskDate            departure;
} DeskChargerInfo;

/**
 * DeskChargeSpec:
 * @code: a code of kind charge
 * @source: where the price comes from: `night`, `plan:BB`, `code:BFST`, `desk`
 * @parent: line it stands under, or 0
 * @check: (nullable): number of the check
 * @text: (nullable): words of its own
 */
typedef struct
{
  const DeskCode *code;
  const char     *source;
  gint64          quantity;
  gint64          unit_minor;
  int             window;
  DeskDate        stay_date;
  const char     *room;
  int             parent;
  const char     *check;
  const char     *text;
} DeskChargeSpec;

/**
 * DeskNight:
 * @date: the night
 * @room: (nullable): the room slept in
 * @window: where the lines go
 * @plan: what was agreed
 * @has_price: whether the night has a price of its own; otherwise the plan's
 * @package: (element-type DeskPackagePart) (nullable): replaces the plan's, even when empty
 */
typedef struct
{
  DeskDate             date;
  const char          *room;
  int                  window;
  const DeskRatePlan  *plan;
  gboolean             has_price;
  gint64               price_minor;
  const GPtrArray     *package;
} DeskNight;

/**
 * DeskPropertyLookup:
 * @config: version of the set-up a posting was made under
 *
 * Returns: (transfer none): that version
 */
typedef const DeskProperty *(*DeskPropertyLookup) (gint64   config,
                                                   gpointer user_data);

const DeskProperty *desk_property_look_up  (const DeskPosting     *line,
                                            DeskPropertyLookup     lookup,
                                            gpointer               user_data,
                                            GError               **error);
DeskCharger *desk_charger_new              (const DeskChargerInfo *info);
void         desk_charger_free             (DeskCharger           *self);
gboolean     desk_charger_looks_back       (const DeskProperty    *property);
void         desk_charger_add_history      (DeskCharger           *self,
                                            const char            *tax,
                                            gint64                 posted_minor);
void         desk_charger_add_line         (DeskCharger           *self,
                                            const DeskPosting     *line);
gboolean     desk_charger_post             (DeskCharger           *self,
                                            const DeskChargeSpec  *spec,
                                            int                   *line,
                                            GError               **error);
gboolean     desk_charger_post_night       (DeskCharger           *self,
                                            const DeskNight       *night,
                                            GError               **error);
gboolean     desk_charger_post_night_taxes (DeskCharger           *self,
                                            DeskDate               date,
                                            GError               **error);
DeskPosting *desk_charger_new_payment      (DeskCharger           *self,
                                            const DeskCode        *tender,
                                            gint64                 amount_minor,
                                            int                    window,
                                            GError               **error);
DeskPosting *desk_charger_round_cash       (DeskCharger           *self,
                                            const DeskCode        *tender,
                                            gint64                 total_minor,
                                            int                    window,
                                            GError               **error);
gboolean     desk_charger_round_invoice    (DeskCharger           *self,
                                            const GPtrArray       *lines,
                                            int                    window,
                                            DeskPropertyLookup     lookup,
                                            gpointer               user_data,
                                            GError               **error);
GPtrArray   *desk_charger_steal_lines      (DeskCharger           *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskCharger, desk_charger_free)

G_END_DECLS
