#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The hand the project is written in, as far as a pattern can tell.

# shellcheck source=tests/check/check.sh
. "$(dirname "${BASH_SOURCE[0]}")/check.sh"

# Everything written by hand; old databases and captured output are not.
written ()
{
  {
    find build-aux data po src tests ui .ci -type f \( -name '*.[ch]' -o -name '*.ui' -o -name '*.xml' \
      -o -name '*.xml.in' -o -name '*.in' -o -name '*.css' -o -name '*.sql' -o -name '*.sh' -o -name '*.awk' \
      -o -name '*.svg' -o -name '*.[1-8]' -o -name meson.build \) 2>/dev/null
    # scripts without an ending
    find .ci dev po tests -type f -perm -u+x ! -name '*.*' 2>/dev/null
    echo meson.build
  } | without '^tests/databases/' | sort -u
}

spdx_first ()
{
  written | xargs -r awk '
    FNR <= 2 && /SPDX-License-Identifier: / { seen[FILENAME] = 1 }
    FNR == 1 { files[FILENAME] = 1 }
    END {
      for (file in files)
        if (!(file in seen))
          print file ":1: no SPDX line"
    }' | sort
}

unfinished ()
{
  written | without '^tests/check/' | xargs -r grep -n -E '(^|[^A-Za-z0-9_])(TODO|FIXME|XXX|HACK)([^A-Za-z0-9_]|$)'
}

blanks ()
{
  written | xargs -r grep -n -E '[[:blank:]]+$' | sed -e 's/^\([^:]*:[0-9]*:\).*/\1 ends with a blank/'
  written | xargs -r grep -n "$(printf '\t')" | sed -e 's/^\([^:]*:[0-9]*:\).*/\1 has a tab/'
}

last_line_ends ()
{
  local file

  written | while read -r file; do
    [ -z "$(tail -c 1 "$file")" ] || printf '%s:1: the last line does not end\n' "$file"
  done
}

# Columns are counted in characters, so this one is not read as C.
long_lines ()
{
  sources src tests | LC_ALL=C.UTF-8 xargs -r grep -n -E '^.{101,}' | sed -e 's/^\([^:]*:[0-9]*:\).*/\1 is longer than 100 columns/'
}

call_spacing ()
{
  code src tests | only '(^|[^A-Za-z0-9_])(if|for|while|switch)\(' | sed -e 's/$/   (a space before the parenthesis)/'
}

line_comments ()
{
  sources src tests | xargs -r grep -n -E '(^|[[:blank:]])//([[:blank:]]|$)' | sed -e 's/$/   (comments are written with asterisks)/'
}

once ()
{
  sources src tests | only '\.h$' | xargs -r grep -L '^#pragma once' | sed -e 's/$/:1: no #pragma once/'
}

# A label that may break anywhere is measured at no width, unless it says how narrow it may become:
# each letter is then a line of its own, and is set anew.
least_widths ()
{
  awk '
    /<object class="GtkLabel"/ { line = FNR; anywhere = said = 0 }
    /"wrap-mode">word-char</ { anywhere = 1 }
    /"width-chars"/ { said = 1 }
    /<\/object>/ {
      if (line && anywhere && !said)
        print FILENAME ":" line ": may break anywhere, and has no width-chars"
      line = 0
    }' ui/*.ui
}

check style/spdx-first spdx_first
check style/nothing-unfinished unfinished
check style/blanks blanks
check style/last-line-ends last_line_ends
check style/long-lines long_lines
check style/keyword-spacing call_spacing
check style/comments line_comments
check style/headers-once once
check style/least-widths least_widths
end_checks
