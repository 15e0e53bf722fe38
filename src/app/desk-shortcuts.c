/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-shortcuts.h"

/* Every accelerator of the console, and the only place where one stands. The
 * shortcuts window names the actions. F6 and F8 are GtkPaned's, Ctrl+N and
 * Ctrl+W a browser's. */
static const struct
{
  const char *action;
  const char *accels[3];
} shortcuts[] = {
  { "win.page::today", { "F2" } },
  { "win.page::rooms", { "F3" } },
  { "win.page::guests", { "F4" } },
  { "win.page::night", { "F7" } },
  { "win.page::audit", { "F9" } },
  { "win.focus-line", { "<Control>l", "<Control>k" } },
  { "win.check-in", { "<Control>i" } },
  { "win.post", { "<Control>o" } },
  { "win.pay", { "<Control>p" } },
  { "win.move", { "<Control>m" } },
  { "win.rate", { "<Control>r" } },
  { "win.check-out", { "<Control><Shift>o" } },
  { "win.fix", { "<Control>e" } },
  { "win.radar(0)", { "<Control><Shift>e" } },
  { "win.give", { "<Control>d" } },
  { "win.undo", { "<Control>z" } },
  { "win.show-to-guest", { "<Control>g" } },
  { "win.why::total", { "<Control>t" } },
  { "win.lock", { "<Control><Shift>l" } },
  { "win.switch-person", { "<Control><Shift>p" } },
  { "win.back", { "Escape" } },
  { "win.show-help-overlay", { "<Control>F1", "<Control>question" } },
  { "app.quit", { "<Control>q" } },
};

void
desk_shortcuts_install (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (application, shortcuts[i].action, shortcuts[i].accels);
}

/**
 * desk_shortcuts_find:
 * @keyval: a key
 * @state: what is held with it
 *
 * Returns: (transfer none) (nullable): the detailed name of the action whose keys these are
 */
const char *
desk_shortcuts_find (guint           keyval,
                     GdkModifierType state)
{
  GdkModifierType held = state & gtk_accelerator_get_default_mod_mask ();
  GdkModifierType modifiers;
  guint key;

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    for (guint j = 0; shortcuts[i].accels[j] != NULL; j++)
      if (gtk_accelerator_parse (shortcuts[i].accels[j], &key, &modifiers) &&
          key == gdk_keyval_to_lower (keyval) && modifiers == held)
        return shortcuts[i].action;

  return NULL;
}

/**
 * desk_shortcuts_dup_label:
 * @action: the detailed name of an action, as `win.pay`
 *
 * Returns: (transfer full) (nullable): its keys, as the menus and the shortcuts window
 *   write them; %NULL where it has none
 */
char *
desk_shortcuts_dup_label (const char *action)
{
  GdkModifierType modifiers;
  guint key;

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (g_str_equal (shortcuts[i].action, action) &&
        gtk_accelerator_parse (shortcuts[i].accels[0], &key, &modifiers))
      return gtk_accelerator_get_label (key, modifiers);

  return NULL;
}
