#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Text can be read on whatever it stands on, in every set of colours.

# shellcheck source=tests/check/check.sh
. "$(dirname "${BASH_SOURCE[0]}")/check.sh"

contrast ()
{
  awk -f "$here/contrast.awk" ui/colours-*.css
}

# A style sheet names its colours, so that every set of them holds for all of it.
named_colours ()
{
  grep -n -E '#[0-9a-fA-F]{3,8}\b' ui/style.css | without '^[0-9]+:\s*/?\*'
}

check contrast contrast
check named-colours named_colours
end_checks
