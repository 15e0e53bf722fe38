#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Texts reach the translators, and the .ui files reach the program.

# shellcheck source=tests/check/check.sh
. "$(dirname "${BASH_SOURCE[0]}")/check.sh"

# The files with something to translate in them.
translatable_files ()
{
  code src | only '(^|[^A-Za-z0-9_])(_|N_|C_|NC_|desk_catalog_[pn]?gettext) ?\(([^"]*[ ,(])?"' | cut -d: -f1
  grep -r -l --include='*.ui' -E 'translatable="(yes|true|1)"' ui src 2>/dev/null
  find data -maxdepth 1 \( -name '*.desktop.in' -o -name '*.metainfo.xml.in' \)
}

listed_for_translation ()
{
  translatable_files | sort -u | awk '
    list == "listed" { listed[$1] = 1; next }
    !($1 in listed) { print $1 ":1: has texts to translate and is not in po/POTFILES" }
  ' list=listed po/POTFILES list=found -
}

listed_files_exist ()
{
  local file

  while read -r file; do
    case $file in ''|'#'*) continue ;; esac
    [ -e "$file" ] || printf 'po/POTFILES:1: %s does not exist\n' "$file"
  done <po/POTFILES
}

catalogs ()
{
  local po found

  for po in po/*.po; do
    found=$(msgfmt --check-format --check-domain -o /dev/null "$po" 2>&1) || printf '%s\n' "$found"
  done
}

# named_in PAGE BEFORE: each line that is read stands in the manual page behind BEFORE
named_in ()
{
  local name

  while read -r name; do
    grep -q -E -e "$2$name( |\$)" "data/man/$1" || printf 'data/man/%s:1: does not name %s\n' "$1" "$name"
  done
}

# Every page of the window by its key; every command and option of the tool.
manual ()
{
  sed -n -E -e 's/.*[{] "(F[0-9]+)" .*/\1/p' src/app/desk-shortcuts.c | named_in deskbell.1 '^\.It Ic '
  sed -n -E -e 's/^    "([a-z]+[a-z -]*)", ".*/\1/p' src/cli/desk-command.c |
    named_in deskbellctl.1 '^\.It Cm '
  sed -n -E -e 's/^  (TEXT|FLAG) [(][A-Z_0-9]+, "([a-z-]+)", .*/\2/p' src/cli/desk-options.c |
    named_in deskbellctl.1 '(Fl|,) -'
}

# Every .ui file is in a GResource, and every file a GResource names is there.
resources ()
{
  local xml

  find data ui src -name '*.gresource.xml' -type f 2>/dev/null | while read -r xml; do
    sed -n -E -e 's:.*<file[^>]*>([^<]+)</file>.*:\1:p' "$xml"
  done | awk -F/ '
    list == "named" { named[$NF] = 1; next }
    !($NF in named) { print $0 ":1: is in no GResource" }
  ' list=named - list=there <(find ui src -name '*.ui' -type f 2>/dev/null)
}

ui_is_xml ()
{
  find ui src data \( -name '*.ui' -o -name '*.gresource.xml' \) -type f -print0 2>/dev/null |
    xargs -0 -r xmllint --noout --nonet
}

if [ -e po/POTFILES ]; then
  check texts/listed-for-translation listed_for_translation
  check texts/listed-files-exist listed_files_exist
else
  skip texts/listed-for-translation 'no po/POTFILES'
fi

if compgen -G 'po/*.po' >/dev/null && command -v msgfmt >/dev/null; then
  check texts/catalogs catalogs
fi

check texts/manual manual
check texts/resources resources
if command -v xmllint >/dev/null; then
  check texts/ui-is-xml ui_is_xml
else
  skip texts/ui-is-xml 'no xmllint'
fi

end_checks
