# SPDX-License-Identifier: GPL-3.0-or-later
#
# shellcheck shell=bash
#
# What the checks share. A check is a pipeline that prints one line for each
# thing it finds, "file:line: text"; nothing printed is a test passed. Each
# check is one TAP case.

set -uo pipefail
export LC_ALL=C

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here/../.." || exit 99

check_count=0

# check NAME COMMAND…
check ()
{
  local name=$1 found

  shift
  check_count=$((check_count + 1))
  found=$("$@" 2>&1)
  if [ -z "$found" ]; then
    printf 'ok %d /check/%s\n' "$check_count" "$name"
  else
    printf 'not ok %d /check/%s\n' "$check_count" "$name"
    printf '%s\n' "$found" | head -n 40 | sed -e 's/^/# /'
  fi
}

# skip NAME WHY
skip ()
{
  check_count=$((check_count + 1))
  printf 'ok %d /check/%s # SKIP %s\n' "$check_count" "$1" "$2"
}

# Written at the end, so that a script which breaks off is seen to.
end_checks ()
{
  printf '1..%d\n' "$check_count"
}

# sources FOLDER…: the C files in them
sources ()
{
  local folder

  for folder; do
    [ ! -d "$folder" ] || find "$folder" -name '*.[ch]' -type f
  done | sort
}

# code FOLDER…: their lines as "file:line: code", without comments and the
# insides of strings, so that words in prose are not taken for code
code ()
{
  sources "$@" | xargs -r awk -f "$here/code.awk"
}

# without PATTERN: lines that do not match; never fails
without ()
{
  grep -v -E -e "$1" || true
}

# only PATTERN: lines that match; never fails
only ()
{
  grep -E -e "$1" || true
}
