# SPDX-License-Identifier: GPL-3.0-or-later
#
# Reads meson's testlog.txt, repeats what failed, and ends with the line
# "N passed, N failed", counting single cases. A program that crashed, hung or
# stopped early fails at least once, and so does each case it never reached.
# Exits with 1 where anything failed or nothing ran.

function finish_program(    bad)
{
  if (name == "")
    return

  if (!tap)
    {
      if (status ~ /status 77/)
        skipped++
      else if (status ~ /status 0([^0-9]|$)/)
        passed++
      else
        complain(name ": " status)
    }
  else
    {
      passed += ok
      skipped += skip
      if (planned > ok + skip + not_ok)
        {
          bad = planned - ok - skip - not_ok
          failed += bad - 1
          complain(name ": " bad " of " planned " cases did not finish (" status ")")
        }
      else if (status !~ /status 0([^0-9]|$)/ && not_ok == 0)
        complain(name ": " status)
    }

  name = ""
}

function complain(text)
{
  failed++
  complaints = complaints text "\n"
}

/^=+ +[0-9]+\/[0-9]+ +=+$/ {
  finish_program()
  in_output = tap = ok = not_ok = skip = planned = telling = 0
  status = "no result"
  expect_name = 1
  next
}

/^Summary of Failures:/ { finish_program() }

expect_name && /^test: /    { name = $0; sub(/^test: +/, "", name); expect_name = 0; next }
name == ""                  { next }
!in_output && /^result: /   { status = $0; sub(/^result: +/, "", status); next }
/^-+ +(stdout|output) +-+$/ { in_output = 1; next }
/^-+ +stderr +-+$/          { in_output = 2; next }
in_output != 1              { next }

/^TAP version/      { tap = 1 }
/^1\.\.[0-9]+/      { tap = 1; planned = substr($1, 4) + 0 }
/^(ok|not ok)/      { telling = 0 }
/^ok .*# *[Ss][Kk][Ii][Pp]/ { tap = 1; skip++; next }
/^ok( |$)/          { tap = 1; ok++; next }
/^not ok( |$)/      { tap = 1; not_ok++; telling = 1; complain(name ": " $0); next }
telling && /^# /    { complaints = complaints "    " substr($0, 3) "\n" }

END {
  finish_program()
  if (complaints != "")
    printf "\nWhat failed:\n%s", complaints
  if (skipped > 0)
    printf "%d skipped\n", skipped
  printf "%d passed, %d failed\n", passed, failed
  exit (failed > 0 || passed == 0)
}
