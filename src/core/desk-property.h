/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-authority.h"
#include "desk-date.h"
#include "desk-flag.h"
#include "desk-rational.h"

G_BEGIN_DECLS

/**
 * SECTION: A property's set-up
 *
 * What a property file says (facts: the README of data/), as plain structs.
 * A #DeskProperty is made once, from text, and never changed afterwards; the
 * database keeps every version of the text, and postings name the version they
 * were made under. All lists keep the order of the file, because the order of
 * taxes is the order of their lines on a bill.
 */

typedef enum
{
  DESK_VAT_LEVEL_LINE,
  DESK_VAT_LEVEL_INVOICE,
} DeskVatLevel;

typedef enum
{
  DESK_CODE_CHARGE,
  DESK_CODE_TAX,
  DESK_CODE_PAYMENT,
  DESK_CODE_PAID_OUT,
} DeskCodeKind;

typedef enum
{
  DESK_QUANTITY_FIXED,
  DESK_QUANTITY_ADULTS,
  DESK_QUANTITY_PERSONS,
} DeskQuantityBasis;

/* Text in the property's own words; @by_lang maps a language to its translation. */
typedef struct
{
  char       *text;      /* (nullable) */
  GHashTable *by_lang;   /* char * -> char *, (nullable) */
} DeskWords;

typedef struct
{
  char  *number;
  char  *type;
  char  *floor;
  GStrv  features;       /* (nullable) */
} DeskRoomSpec;

/* What is said of a type of rooms; a type may go without. */
typedef struct
{
  char      *name;
  DeskWords  words;
  int        capacity;   /* persons that have a bed in such a room; 0: not said */
} DeskRoomType;

/* What a feature of a room is called; one may go without. */
typedef struct
{
  char      *name;
  DeskWords  words;
} DeskFeature;

typedef struct
{
  char              *code;
  DeskQuantityBasis  basis;
  gint64             quantity;    /* with DESK_QUANTITY_FIXED */
  gboolean           has_price;
  gint64             unit_minor;  /* with @has_price; otherwise the code's own price */
} DeskPackagePart;

typedef struct
{
  char       *name;
  DeskWords   words;
  char       *code;         /* what the price of the room is posted under */
  gboolean    has_price;
  gint64      price_minor;  /* the room alone, with @has_price */
  GHashTable *prices;       /* char * -> gint64 *, (nullable): list prices by room type */
  GPtrArray  *package;      /* DeskPackagePart: posted each night */
  GStrv       included;     /* (nullable) codes named, never posted */
} DeskRatePlan;

typedef struct
{
  char         *name;
  DeskWords     words;
  DeskCodeKind  kind;
  char         *tax_class;   /* (nullable) */
  gboolean      has_price;
  gint64        price_minor;
  GStrv         taxes;       /* kind tax: posted under this code */
  gboolean      cash;        /* kind payment: notes and coins, rounded to cash-step */
  gboolean      deposit;     /* kind payment: money that was received before arrival */
  GStrv         words_typed; /* (nullable) what a person may type for it, besides the name */
} DeskCode;

typedef enum
{
  DESK_TAX_PERCENT,
  DESK_TAX_PERSON_NIGHT,
  DESK_TAX_ROOM_NIGHT,
  DESK_TAX_STAY,
} DeskTaxKind;

typedef enum
{
  DESK_TAX_INCLUSIVE,
  DESK_TAX_EXCLUSIVE,
} DeskTaxMode;

typedef enum
{
  DESK_TAX_BASE_NET,
  DESK_TAX_BASE_GROSS,
  DESK_TAX_BASE_NET_PLUS,
} DeskTaxBase;

typedef enum
{
  DESK_ROUND_AT_LINE,
  DESK_ROUND_AT_NIGHT,
  DESK_ROUND_AT_INVOICE,
} DeskRoundAt;

/**
 * DeskTax:
 * @index: place in the file, from 0
 * @rate: percent, 27/2 for 13.5 %
 * @rate_text: the same as written on paper, without trailing zeros
 * @plus: (element-type guint): indexes of the taxes in `net+X;Y`
 * @own: (element-type guint): indexes of the taxes due on this tax's own posting
 * @code: (nullable): the code an exclusive tax is posted under
 *
 * One rule with one rate.
 */
typedef struct
{
  char         *name;
  DeskWords     words;
  guint         index;
  GStrv         classes;       /* (nullable) */
  DeskDate      from;          /* DESK_DATE_NONE: without beginning */
  DeskDate      to;            /* DESK_DATE_NONE: without end; included */
  DeskTaxKind   kind;
  DeskTaxMode   mode;
  DeskRational  rate;
  char         *rate_text;     /* "0" where @kind is not percent */
  gint64        amount_minor;
  DeskTaxBase   base;
  GArray       *plus;
  GArray       *own;
  DeskRounding  rounding;
  gint64        step_minor;    /* 1 or more */
  DeskRoundAt   round_at;
  int           max_nights;    /* -1: no limit */
  gint64        cap_minor;     /* -1: no cap */
  int           min_age;
  gboolean      vat;
  gboolean      reducible;
  char         *code;
} DeskTax;

typedef struct
{
  char      *name;
  DeskWords  words;
  GStrv      kinds;
  GStrv      features;      /* (nullable) what a room should have that puts it right */
  GStrv      words_typed;   /* (nullable) what a person may type for it, besides the name */
  gboolean   guest_caused;  /* cause=guest: what is given for it, a manager decides */
} DeskReason;

typedef struct
{
  DeskRole      role;
  char         *kind;
  gboolean      has_amount;
  gint64        amount_minor;
  gboolean      has_percent;
  DeskRational  percent;
  gboolean      has_types;
  int           types;         /* upgrade: by how many room types it may be better */
} DeskLimit;

typedef struct
{
  char     *login;
  char     *name;
  DeskRole  role;
  char     *pin;           /* (nullable): only in a file just read, never stored */
} DeskUserSpec;

typedef struct
{
  char         *name;
  char         *currency;      /* ISO 4217 */
  int           digits;        /* minor digits of an amount */
  char         *time_zone;
  DeskDate      business_date; /* the first one */
  DeskVatLevel  vat_level;
  char         *address;       /* (nullable) */
  char         *phone;         /* (nullable) */
  char         *vat_number;    /* (nullable) */
  gint64        cash_step_minor; /* cash is rounded to a multiple; 0: it is not */
  GPtrArray    *rooms;         /* DeskRoomSpec */
  GPtrArray    *room_types;    /* DeskRoomType: those that something is said of */
  GPtrArray    *features;      /* DeskFeature: those that something is said of */
  GPtrArray    *plans;         /* DeskRatePlan */
  GPtrArray    *codes;         /* DeskCode */
  GPtrArray    *taxes;         /* DeskTax, place = index */
  GPtrArray    *reasons;       /* DeskReason */
  GPtrArray    *limits;        /* DeskLimit */
  GPtrArray    *users;         /* DeskUserSpec */
  DeskFlagRule  flags[DESK_N_FLAGS]; /* what the audit looks at */
  GHashTable   *booking_types; /* room type of a file of bookings -> ours */
  GHashTable   *booking_plans; /* meal of such a file, "" for any other -> rate plan */

  /* Where the names lead; owned, made by the parser */
  GHashTable   *by_name;       /* "code ROOM" -> the struct */
  char         *canonical;     /* the text without PINs, which the database keeps */
  gatomicrefcount ref_count;
} DeskProperty;

DeskProperty       *desk_property_parse      (const char          *text,
                                              gssize               length,
                                              const char          *file,
                                              GError             **error);
DeskProperty       *desk_property_parse_update (const char        *text,
                                              gssize               length,
                                              const char          *file,
                                              GError             **error);
DeskProperty       *desk_property_parse_stored (const char        *text,
                                              GError             **error);
DeskProperty       *desk_property_ref        (DeskProperty        *self);
void                desk_property_unref      (DeskProperty        *self);
const DeskCode     *desk_property_get_code   (const DeskProperty  *self,
                                              const char          *name);
const DeskRatePlan *desk_property_get_plan   (const DeskProperty  *self,
                                              const char          *name);
const DeskTax      *desk_property_get_tax    (const DeskProperty  *self,
                                              const char          *name);
const DeskReason   *desk_property_get_reason (const DeskProperty  *self,
                                              const char          *name);
const DeskRoomSpec *desk_property_get_room   (const DeskProperty  *self,
                                              const char          *number);
const DeskRoomType *desk_property_get_room_type
                                             (const DeskProperty  *self,
                                              const char          *name);
const DeskFeature  *desk_property_get_feature (const DeskProperty *self,
                                              const char          *name);
const char         *desk_property_say_room_type
                                             (const DeskProperty  *self,
                                              const char          *name,
                                              const char          *lang);
const char         *desk_property_say_feature
                                             (const DeskProperty  *self,
                                              const char          *name,
                                              const char          *lang);
const DeskUserSpec *desk_property_get_user   (const DeskProperty  *self,
                                              const char          *login);
const char         *desk_property_say_user   (const DeskProperty  *self,
                                              const char          *login);
gboolean            desk_property_has_type   (const DeskProperty  *self,
                                              const char          *room_type);
gboolean            desk_rate_plan_get_list_price
                                             (const DeskRatePlan  *self,
                                              const char          *room_type,
                                              gint64              *out_minor);
int                 desk_rate_plan_count_types
                                             (const DeskRatePlan  *self,
                                              const char          *from_type,
                                              const char          *to_type);
const char         *desk_words_get           (const DeskWords     *self,
                                              const char          *lang,
                                              const char          *fallback);
DeskPackagePart    *desk_package_part_new    (const char          *code,
                                              DeskQuantityBasis    basis,
                                              gint64               quantity);
void                desk_package_part_free   (DeskPackagePart     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskProperty, desk_property_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskPackagePart, desk_package_part_free)

G_END_DECLS
