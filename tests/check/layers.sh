#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The layers of src/README.md, as far as the compiler cannot see them.

# shellcheck source=tests/check/check.sh
. "$(dirname "${BASH_SOURCE[0]}")/check.sh"

readonly pure='src/core'
readonly below_window='src/core src/store src/text src/service src/print src/cli'
readonly money='src/core src/store src/service src/print'

# includes FOLDER…: as "file:line: name", brackets and quotes taken off
includes ()
{
  code "$@" | sed -n -E -e 's/^([^:]+:[0-9]+:) *# *include *[<"]([^>"]+)[>"].*/\1 \2/p'
}

one_driver ()
{
  includes src | only ' sqlite3\.h$' | without '^src/store/desk-sqlite-private\.h:'
  includes src | only ' desk-sqlite-private\.h$' | without '^src/store/desk-sqlite(-[a-z]+)?\.c:'
}

gtk_in_app ()
{
  # shellcheck disable=SC2086
  includes $below_window | only ' (gtk|gdk|gsk)/'
}

icu_in_text ()
{
  includes src | only ' unicode/' | without '^src/text/'
}

json_above_core ()
{
  includes src | only ' json-glib/' | only '^src/(core|store|text)/'
}

core_is_pure ()
{
  includes $pure | only ' (gio/|unistd\.h|fcntl\.h|stdio\.h|time\.h|sys/|libintl\.h|glib/gstdio\.h|glib/gi18n)'
  code $pure | only '(g_get_real_time|g_get_monotonic_time|g_date_time_new_now|g_time_zone_new_local|g_random_|g_rand_|randombytes_|g_file_|g_getenv|g_get_user_|getenv|fopen|gettext) *[(_a-z]'
}

# Whatever needs the time or a random number is handed it in a DeskContext.
clock_from_context ()
{
  code src/store src/text src/service src/print |
    only '(g_get_real_time|g_date_time_new_now[a-z_]*|gettimeofday|clock_gettime|randombytes_[a-z]+) \(' |
    without '^src/(service|store|text|print)/desk-context\.c:'
}

# A project header is found by its name; it may come from the same layer or
# from one below.
downwards_only ()
{
  { sources src | only '\.h$' | sed -e 's/^/header /'; includes src; } | awk '
    BEGIN {
      sees["core"]    = " core "
      sees["store"]   = " core store "
      sees["text"]    = " core text "
      sees["service"] = " core store text service "
      sees["print"]   = " core store text service print "
      sees["cli"]     = " core store text service print cli "
      sees["app"]     = " core store text service print app "
    }
    $1 == "header" {
      n = split($2, part, "/")
      layer_of[part[n]] = part[2]
      next
    }
    {
      n = split($2, part, "/")
      header = part[n]
      split($1, part, "/")
      if (header in layer_of && index(sees[part[2]], " " layer_of[header] " ") == 0)
        print $1 " " part[2] " includes " header " of " layer_of[header]
    }'
}

no_floating_point ()
{
  # shellcheck disable=SC2086
  code $money | only '(^|[^A-Za-z0-9_])(double|float|gdouble|gfloat|long double|strtod|g_ascii_strtod|g_strtod|atof)([^A-Za-z0-9_]|$)'
}

main_sets_up ()
{
  code src | only '(^|[^A-Za-z0-9_])(setlocale|g_setenv|g_unsetenv|setenv|putenv|unsetenv) \(' |
    without '^src/(app|cli)/main\.c:'
}

# GTK's own deprecation macros, on every command that compiles the window.
gtk_api_level ()
{
  grep -E '"command": .* \.\./src/app/[^ ]*\.c"?,?$' "$1" |
    awk '
      !/-DGDK_VERSION_MAX_ALLOWED=GDK_VERSION_4_8/ || !/-DGDK_VERSION_MIN_REQUIRED=GDK_VERSION_4_8/ {
        match($0, /\.\.\/src\/app\/[^ "]*\.c/)
        print substr($0, RSTART + 3, RLENGTH - 3) ":1: compiled without GDK_VERSION_MIN_REQUIRED and MAX_ALLOWED at 4_8"
      }'
}

check layers/downwards-only downwards_only
check layers/one-sqlite-driver one_driver
check layers/gtk-in-app gtk_in_app
check layers/icu-in-text icu_in_text
check layers/no-json-below-service json_above_core
check layers/core-is-pure core_is_pure
check layers/clock-from-context clock_from_context
check layers/no-floating-point no_floating_point
check layers/environment-in-main main_sets_up

if [ -e "${MESON_BUILD_ROOT:-build}/compile_commands.json" ]; then
  check layers/gtk-api-level gtk_api_level "${MESON_BUILD_ROOT:-build}/compile_commands.json"
else
  skip layers/gtk-api-level 'no build folder'
fi

end_checks
