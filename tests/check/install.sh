#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What is installed is complete, and works where it is moved to.

# shellcheck source=tests/check/check.sh
. "$(dirname "${BASH_SOURCE[0]}")/check.sh"

readonly id=org.deskbell.Deskbell
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

install_and_move ()
{
  local prefix

  meson install -C "$MESON_BUILD_ROOT" --no-rebuild --quiet --destdir "$scratch/there" \
    >"$scratch/log" 2>&1 || { printf 'meson.build:1: meson install fails\n'; cat "$scratch/log"; return; }
  prefix=$(dirname "$(dirname "$(find "$scratch/there" -path '*/bin/deskbellctl')")")
  # What a package does after it is unpacked, and meson without --destdir.
  glib-compile-schemas "$prefix/share/glib-2.0/schemas"
  mv "$prefix" "$scratch/moved"
}

complete ()
{
  local file

  for file in bin/deskbell bin/deskbellctl \
              share/applications/$id.desktop share/metainfo/$id.metainfo.xml \
              share/dbus-1/services/$id.service share/glib-2.0/schemas/$id.gschema.xml \
              share/icons/hicolor/scalable/apps/$id.svg \
              share/icons/hicolor/symbolic/apps/$id-symbolic.svg \
              share/man/man1/deskbell.1 share/man/man1/deskbellctl.1; do
    [ -s "$scratch/moved/$file" ] || printf '%s:1: is not installed\n' "$file"
  done
}

nothing_else ()
{
  find "$scratch/moved" -type f ! -path "*/$id*" ! -path '*/bin/deskbell' ! -path '*/bin/deskbellctl' \
    ! -path '*/man/man1/deskbell*.1' ! -name gschemas.compiled -printf '%P:1: is installed, too\n'
}

# A program that looked back to where it was built would find nothing there.
moved_works ()
{
  local tool=("$scratch/moved/bin/deskbellctl" --db "$scratch/hotel.db")

  "${tool[@]}" init --property tests/data/example/property.ini >"$scratch/log" 2>&1 &&
    "${tool[@]}" verify >>"$scratch/log" 2>&1 ||
    sed -e 's/^/deskbellctl:1: /' "$scratch/log"
  "$scratch/moved/bin/deskbell" --version >/dev/null || printf 'deskbell:1: does not start\n'
}

check install-runs install_and_move
check install-complete complete
check install-nothing-else nothing_else
check install-moved-works moved_works
end_checks
