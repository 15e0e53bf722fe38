#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The only ceilings there are. Split by meaning, never to please a number.

# shellcheck source=tests/check/check.sh
. "$(dirname "${BASH_SOURCE[0]}")/check.sh"

# longer_than LINES: reads file names
longer_than ()
{
  xargs -r awk -v max="$1" '
    FNR == 1 { finish() }
    { file = FILENAME; n = FNR }
    END { finish() }
    function finish()
    {
      if (n > max)
        print file ":" n ": " n " lines, " max " are allowed"
    }'
}

long_sources ()
{
  sources src tests | longer_than 800
}

long_ui ()
{
  find ui src -name '*.ui' -type f 2>/dev/null | sort | longer_than 350
}

functions ()
{
  code src | awk -f "$here/functions.awk"
}

check sizes/sources long_sources
check sizes/ui-files long_ui
check sizes/functions functions

end_checks
