/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-date.h"
#include "desk-error.h"
#include "desk-property.h"
#include "desk-rational.h"

G_BEGIN_DECLS

/**
 * DeskArgKind:
 * @DESK_ARG_TEXT: as it is
 * @DESK_ARG_INT: a whole number
 * @DESK_ARG_MONEY: an amount with its currency
 * @DESK_ARG_AMOUNT: an amount without its currency, for arithmetic
 * @DESK_ARG_EXACT: an exact amount with more decimals than the currency has
 * @DESK_ARG_NUMBER: an exact plain number (a factor)
 * @DESK_ARG_PERCENT: a rate, "13.5"
 * @DESK_ARG_DATE: "4 September 2026"
 * @DESK_ARG_DAY: "Fri 4 Sep"
 * @DESK_ARG_WORDS: the property's own words in the reader's language
 * @DESK_ARG_PERSON: who works here, by login: shown by name
 * @DESK_ARG_TIME: an instant (microseconds UTC), shown in the property's zone
 * @DESK_ARG_MESSAGE: another message
 */
typedef enum
{
  DESK_ARG_TEXT,
  DESK_ARG_INT,
  DESK_ARG_MONEY,
  DESK_ARG_AMOUNT,
  DESK_ARG_EXACT,
  DESK_ARG_NUMBER,
  DESK_ARG_PERCENT,
  DESK_ARG_DATE,
  DESK_ARG_DAY,
  DESK_ARG_WORDS,
  DESK_ARG_PERSON,
  DESK_ARG_TIME,
  DESK_ARG_MESSAGE,
} DeskArgKind;

/* What stands at a placeholder: its text, and one of the others by its kind. */
typedef struct
{
  const char  *name;             /* static */
  char        *text;             /* text, percent, login; fallback of words */
  DeskArgKind  kind;
  union
  {
    gint64           integer;    /* int, money, amount, date, time */
    DeskRational     exact;
    const DeskWords *words;      /* (unowned): lives as long as the property */
    DeskMessage     *message;
  };
} DeskArg;

/* So many arguments stand in the message itself: nearly all messages have no more. */
#define DESK_MESSAGE_N_OWN 3

/**
 * DeskMessage:
 * @code: (nullable): static word for programs: "room-dirty"
 * @msgid: static English sentence with named placeholders, "{amount} of {base}"
 * @plural: (nullable): static English plural; then @n chooses
 * @n_args: how many arguments it has
 * @args: (array length=n_args): its arguments
 *
 * A sentence that is not in any language yet. Services say things with it, and
 * whoever shows them renders it in the language of who reads it.
 */
struct _DeskMessage
{
  const char *code;
  const char *msgid;
  const char *plural;
  gint64      n;
  guint       n_args;
  DeskArg    *args;

  /* Private */
  guint       n_places;
  DeskArg     own[DESK_MESSAGE_N_OWN];
};

DeskMessage *desk_message_new        (const char          *code,
                                      const char          *msgid);
DeskMessage *desk_message_new_plural (const char          *code,
                                      const char          *msgid,
                                      const char          *plural,
                                      gint64               n);
char        *desk_message_cut        (const char          *text);
DeskMessage *desk_message_why        (const char          *msgid,
                                      const char          *text,
                                      const char          *why);
DeskMessage *desk_message_at         (const char          *where,
                                      DeskMessage         *why);
char        *desk_message_dup_source (const DeskMessage   *self);
DeskMessage *desk_message_copy       (const DeskMessage   *self);
DeskMessage *desk_message_again      (const DeskMessage   *self,
                                      const char          *msgid);
void         desk_message_free       (DeskMessage         *self);
DeskMessage *desk_message_text       (DeskMessage         *self,
                                      const char          *name,
                                      const char          *value);
DeskMessage *desk_message_person     (DeskMessage         *self,
                                      const char          *name,
                                      const char          *login);
DeskMessage *desk_message_integer    (DeskMessage         *self,
                                      const char          *name,
                                      DeskArgKind          kind,
                                      gint64               value);
DeskMessage *desk_message_exact      (DeskMessage         *self,
                                      const char          *name,
                                      DeskArgKind          kind,
                                      DeskRational         value);
DeskMessage *desk_message_percent    (DeskMessage         *self,
                                      const char          *name,
                                      const char          *rate);
DeskMessage *desk_message_words      (DeskMessage         *self,
                                      const char          *name,
                                      const DeskWords     *words,
                                      const char          *fallback);
DeskMessage *desk_message_nest       (DeskMessage         *self,
                                      const char          *name,
                                      DeskMessage         *value);

void                desk_error_take_message_of (GError             *error,
                                                DeskMessage        *message,
                                                const DeskProperty *property);
const DeskProperty *desk_error_get_property    (const GError       *error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskMessage, desk_message_free)

#ifndef N_
#define N_(string) (string)
#endif

G_END_DECLS
