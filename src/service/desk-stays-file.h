/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-property.h"

G_BEGIN_DECLS

/* One night as the file tells it; what is not told is %NULL or FALSE. */
typedef struct
{
  DeskDate   date;
  char      *room;          /* (nullable) */
  char      *room_type;     /* (nullable) */
  gboolean   has_price;
  gint64     price_minor;
  gboolean   has_promised;
  gint64     promised_minor; /* what the confirmation said the room would cost */
  GPtrArray *package;       /* DeskPackagePart, (nullable): the plan's */
} DeskFileNight;

typedef struct
{
  char *kind;
  char *value;
} DeskFileReference;

/* What the guest's card keeps ready; without a card there is none. */
typedef struct
{
  char   *tender;
  char   *card;          /* (nullable): last four digits */
  gint64  amount_minor;
} DeskFileHold;

/* What was received before the guest came; without a tender there is none. */
typedef struct
{
  char     *tender;       /* (nullable) */
  DeskDate  received;
  gint64    amount_minor;
} DeskFileDeposit;

/**
 * DeskFileStay:
 * @line: where it begins in the file
 * @state: what became of it; %NULL where it is still to come
 * @phone: (nullable): of the guest; so is @mail
 * @nationality: (nullable): of the guest, ISO 3166
 * @note: (nullable): what the file says and nothing else holds
 * @digest: hex, over everything the file says of it and nothing else
 *
 * One element of a stays file, in the form it must have; whether the house knows
 * the rooms and codes it names is another question.
 */
typedef struct
{
  int        line;
  char      *confirmation;
  const char *state;
  char      *phone;
  char      *mail;
  char      *nationality;
  char      *note;
  char      *guest_name;
  char      *lang;
  int        adults;
  GArray    *child_ages;    /* gint */
  DeskDate   arrival;
  DeskDate   departure;
  char      *plan;
  gboolean   collects_hotel;
  gboolean   rate_shown;
  GPtrArray *references;    /* DeskFileReference */
  GPtrArray *nights;        /* DeskFileNight */
  DeskFileHold hold;
  DeskFileDeposit deposit;
  char      *digest;
} DeskFileStay;

/* One element: @stay, or @error where it is not of the form it must have. */
typedef struct
{
  DeskFileStay *stay;
  GError       *error;
} DeskFileElement;

GPtrArray *desk_stays_file_read      (const char       *text,
                                      gsize             length,
                                      int               digits,
                                      GError          **error);
DeskFileStay  *desk_file_stay_new       (int               line);
DeskFileNight *desk_file_stay_add_night (DeskFileStay     *self,
                                         DeskDate          date);
void           desk_file_stay_add_reference
                                        (DeskFileStay     *self,
                                         const char       *kind,
                                         const char       *value);
void       desk_file_stay_free       (DeskFileStay     *self);
void       desk_file_element_free    (DeskFileElement  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskFileStay, desk_file_stay_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskFileElement, desk_file_element_free)

G_END_DECLS
