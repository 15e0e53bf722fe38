/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-catalog.h"
#include "desk-views.h"

G_BEGIN_DECLS

/* Something that was put right for the guest, or given. Not for the guest's eyes. */
typedef struct
{
  DeskDate  business_date;
  char     *kind;           /* budget it counts against: correction, goodwill … */
  char     *reason;         /* name of the reason, "" where none was needed */
  gint64    value_minor;    /* negative where it was taken back */
} DeskGivenRow;

/**
 * DeskGuestView:
 * @phone: (nullable): as it was told
 * @mail: (nullable)
 * @nationality: (nullable): ISO 3166 code
 * @stays: (element-type DeskStayRow): latest arrival first, with their totals
 * @given: (element-type DeskGivenRow): newest first
 *
 * A guest and what the house knows of earlier stays.
 */
typedef struct
{
  gint64     guest_id;
  char      *name;
  char      *lang;
  char      *phone;
  char      *mail;
  char      *nationality;
  GPtrArray *stays;
  GPtrArray *given;
} DeskGuestView;

DeskGuestView *desk_guest_view_load (DeskHouse      *house,
                                     gint64          guest_id,
                                     GError        **error);
void           desk_guest_view_free (DeskGuestView  *self);
char          *desk_guest_view_dup_reach
                                    (const DeskGuestView *self,
                                     const DeskCatalog   *catalog);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskGuestView, desk_guest_view_free)

G_END_DECLS
