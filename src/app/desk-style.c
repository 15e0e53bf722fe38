/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-style.h"

#include "desk-place.h"

#define RESOURCES "/org/deskbell/Deskbell/"

/* GTK's last resort where no desktop says which font it uses. */
#define FALLBACK_FONT "Sans 10"
#define OWN_FONT      "Cantarell 11"

/* Named colours in one sheet, what is drawn with them in another: light, dark
 * and high contrast exchange the first. */
static GtkCssProvider *colours;

/* What makes targets large; on the display while a finger may press them. */
static GtkCssProvider *touch;

static const char *
get_colours (GtkSettings *settings)
{
  g_autofree char *theme = NULL;
  gboolean dark = FALSE;

  g_object_get (settings, "gtk-theme-name", &theme, "gtk-application-prefer-dark-theme", &dark,
                NULL);
  if (theme != NULL && (g_str_has_prefix (theme, "HighContrast") || g_str_has_prefix (theme, "hc")))
    return RESOURCES "colours-high-contrast.css";

  return dark ? RESOURCES "colours-dark.css" : RESOURCES "colours-light.css";
}

static void
on_theme_changed_cb (GtkSettings *settings)
{
  gtk_css_provider_load_from_resource (colours, get_colours (settings));
}

static void
choose_font (GtkSettings *settings)
{
  g_autofree char *font = NULL;

  g_object_get (settings, "gtk-font-name", &font, NULL);
  if (g_strcmp0 (font, FALLBACK_FONT) == 0)
    g_object_set (settings, "gtk-font-name", OWN_FONT, NULL);
}

/* A caret that blinks has the window paint all the time, and what is typed would have to wait
 * for the next of these frames. */
static void
keep_caret_still (GtkSettings *settings)
{
  g_object_set (settings, "gtk-cursor-blink", FALSE, NULL);
}

/* Looked for where the desktop keeps them first. */
static void
find_icons (GdkDisplay *display)
{
  g_autofree char *folder = desk_place_dup_shared ("icons");

  if (folder != NULL)
    gtk_icon_theme_add_search_path (gtk_icon_theme_get_for_display (display), folder);
}

/**
 * desk_style_install:
 *
 * Puts the style sheet on the default display.
 */
void
desk_style_install (void)
{
  GdkDisplay *display = gdk_display_get_default ();
  GtkSettings *settings = gtk_settings_get_for_display (display);
  g_autoptr (GtkCssProvider) sheet = gtk_css_provider_new ();

  colours = gtk_css_provider_new ();
  choose_font (settings);
  keep_caret_still (settings);
  find_icons (display);
  on_theme_changed_cb (settings);
  gtk_css_provider_load_from_resource (sheet, RESOURCES "style.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (colours),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (sheet),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);

  g_signal_connect (settings, "notify::gtk-application-prefer-dark-theme",
                    G_CALLBACK (on_theme_changed_cb), NULL);
  g_signal_connect (settings, "notify::gtk-theme-name", G_CALLBACK (on_theme_changed_cb), NULL);
}

/**
 * desk_style_set_scheme:
 * @scheme: "light", "dark", or "system" for whatever the desktop says
 */
void
desk_style_set_scheme (const char *scheme)
{
  GtkSettings *settings = gtk_settings_get_default ();

  if (g_str_equal (scheme, "system"))
    gtk_settings_reset_property (settings, "gtk-application-prefer-dark-theme");
  else
    g_object_set (settings, "gtk-application-prefer-dark-theme", g_str_equal (scheme, "dark"),
                  NULL);
}

/**
 * desk_style_set_touch:
 * @large: whether fingers press what is on the screen
 *
 * Makes what can be pressed large enough for it, in each window, or as it was.
 */
void
desk_style_set_touch (gboolean large)
{
  GdkDisplay *display = gdk_display_get_default ();

  if (large == (touch != NULL))
    return;

  if (large)
    {
      touch = gtk_css_provider_new ();
      gtk_css_provider_load_from_resource (touch, RESOURCES "touch.css");
      gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (touch),
                                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
      return;
    }

  gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (touch));
  g_clear_object (&touch);
}
