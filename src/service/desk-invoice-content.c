/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>

#include "desk-amount.h"
#include "desk-invoice-private.h"
#include "desk-line-text.h"
#include "desk-vat.h"

/*
 * What an invoice says, written down once as JSON with its members in this order:
 * the words and numbers of the day it was issued, whatever the set-up says later.
 */

void
desk_invoice_source_clear (DeskInvoiceSource *self)
{
  g_clear_pointer (&self->stay, desk_stay_record_free);
  g_clear_pointer (&self->guest, desk_guest_record_free);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->folio, g_ptr_array_unref);
}

static void
put_text (JsonBuilder *json,
          const char  *name,
          const char  *text)
{
  json_builder_set_member_name (json, name);
  if (text != NULL)
    json_builder_add_string_value (json, text);
  else
    json_builder_add_null_value (json);
}

static void
put_number (JsonBuilder *json,
            const char  *name,
            gint64       number)
{
  json_builder_set_member_name (json, name);
  json_builder_add_int_value (json, number);
}

static void
put_amount (JsonBuilder *json,
            const char  *name,
            gint64       minor,
            int          digits)
{
  g_autofree char *amount = desk_amount_format (minor, digits);

  put_text (json, name, amount);
}

static void
put_date (JsonBuilder *json,
          const char  *name,
          DeskDate     date)
{
  g_autofree char *text = date != DESK_DATE_NONE ? desk_date_to_string (date) : NULL;

  put_text (json, name, text);
}

static void
put_line (JsonBuilder             *json,
          const DeskInvoiceSource *source,
          const DeskPosting       *line,
          const char              *lang)
{
  const DeskProperty *property = desk_house_lookup_property (line->config, source->house);
  int digits = desk_house_get_property (source->house)->digits;
  g_autofree char *text = desk_line_text_dup (line, property, desk_catalog_get (lang));

  json_builder_begin_object (json);
  put_number (json, "line", line->line);
  put_text (json, "kind", desk_posting_kind_to_string (line->kind));
  put_date (json, "business_date", line->business_date);
  put_date (json, "stay_date", line->stay_date);
  put_text (json, "room", line->room);
  put_text (json, "code", line->code);
  put_text (json, "text", text);
  put_number (json, "quantity", line->quantity);
  put_amount (json, "unit_price", line->unit_minor, digits);
  put_amount (json, "amount", line->amount_minor, digits);
  put_number (json, "answers", line->answers);
  json_builder_end_object (json);
}

static void
put_lines (JsonBuilder             *json,
           const char              *name,
           const DeskInvoiceSource *source,
           const char              *lang,
           gboolean                 charges)
{
  guint i;

  json_builder_set_member_name (json, name);
  json_builder_begin_array (json);
  for (i = 0; i < source->lines->len; i++)
    {
      const DeskPosting *line = g_ptr_array_index (source->lines, i);

      if (desk_posting_is_charge (line) == charges)
        put_line (json, source, line, lang);
    }
  json_builder_end_array (json);
}

static gboolean
put_vat (JsonBuilder              *json,
         const DeskInvoiceSource  *source,
         int                       window,
         GError                  **error)
{
  const DeskProperty *property = desk_house_get_property (source->house);
  g_autoptr (GPtrArray) rows = desk_vat_table (source->folio, window, property->vat_level,
                                               desk_house_lookup_property, source->house, error);
  guint i;

  if (rows == NULL)
    return FALSE;
  put_text (json, "vat_level", property->vat_level == DESK_VAT_LEVEL_LINE ? "line" : "invoice");
  json_builder_set_member_name (json, "vat");
  json_builder_begin_array (json);
  for (i = 0; i < rows->len; i++)
    {
      const DeskVatRow *row = g_ptr_array_index (rows, i);

      json_builder_begin_object (json);
      put_text (json, "tax", row->tax);
      put_text (json, "rate", row->rate);
      put_amount (json, "net", row->net_minor, property->digits);
      put_amount (json, "vat", row->vat_minor, property->digits);
      put_amount (json, "gross", row->gross_minor, property->digits);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  return TRUE;
}

static void
put_seller (JsonBuilder        *json,
            const DeskProperty *property)
{
  json_builder_set_member_name (json, "seller");
  json_builder_begin_object (json);
  put_text (json, "name", property->name);
  put_text (json, "address", property->address);
  put_text (json, "phone", property->phone);
  put_text (json, "vat_number", property->vat_number);
  json_builder_end_object (json);
}

static void
put_stay (JsonBuilder             *json,
          const DeskInvoiceSource *source)
{
  json_builder_set_member_name (json, "stay");
  json_builder_begin_object (json);
  put_text (json, "confirmation", source->stay->confirmation);
  put_text (json, "guest", source->guest->name);
  put_date (json, "arrival", source->stay->arrival);
  put_date (json, "departure", source->stay->departure);
  json_builder_end_object (json);
}

/**
 * desk_invoice_make_content:
 * @source: what the invoice covers
 * @invoice: its head: language, window, total
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): what the invoice says, or %NULL with @error set
 */
char *
desk_invoice_make_content (const DeskInvoiceSource  *source,
                           const DeskInvoiceRecord  *invoice,
                           GError                  **error)
{
  const DeskProperty *property = desk_house_get_property (source->house);
  g_autoptr (JsonBuilder) json = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (json);
  put_seller (json, property);
  put_stay (json, source);
  put_number (json, "window", invoice->window);
  put_text (json, "currency", property->currency);
  put_lines (json, "lines", source, invoice->lang, TRUE);
  if (!put_vat (json, source, invoice->window, error))
    return NULL;
  put_amount (json, "total", invoice->total_minor, property->digits);
  put_lines (json, "payments", source, invoice->lang, FALSE);
  json_builder_end_object (json);
  root = json_builder_get_root (json);
  return json_to_string (root, FALSE);
}
