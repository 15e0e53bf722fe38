# SPDX-License-Identifier: GPL-3.0-or-later
#
# Reads what code.awk prints and says which functions are too long or take too
# many parameters. A function's body runs from "{" to "}" in the first column;
# it is one where the text before it ends with a closing parenthesis.

BEGIN {
  max_lines = 70
  max_parameters = 6
}

# How many parameters stand between the outermost parentheses.
function count_parameters(text,    i, c, depth, n)
{
  n = 1
  for (i = index(text, "("); i > 0 && i <= length(text); i++)
    {
      c = substr(text, i, 1)
      if (c == "(")
        depth++
      else if (c == ")")
        {
          depth--
          if (depth == 0)
            break
        }
      else if (c == "," && depth == 1)
        n++
    }
  return n
}

{
  match($0, /^[^:]*:[0-9]+: /)
  place = substr($0, 1, RLENGTH - 1)
  text = substr($0, RLENGTH + 1)
  sub(/[ \t]+$/, "", text)
  split(place, parts, ":")
  if (parts[1] != file)
    {
      file = parts[1]
      in_body = 0
      head = ""
    }
}

in_body && text ~ /^}/ {
  if (parts[2] - first + 1 > max_lines)
    print start " " name " has " (parts[2] - first + 1) " lines, " max_lines " are allowed"
  in_body = 0
  head = ""
  next
}

in_body { next }

text == "{" && head ~ /\)( G_GNUC[A-Z_]*)*$/ {
  in_body = 1
  first = parts[2]
  n = count_parameters(head)
  # How a widget measures itself is GTK's to say: it hands over seven.
  if (n > max_parameters && !(name ~ /_measure$/ && head ~ /GtkOrientation/))
    print start " " name " takes " n " parameters, " max_parameters " are allowed"
  next
}

# The function's name stands first on a line and is followed by " (".
text ~ /^[A-Za-z_][A-Za-z0-9_]* \(/ {
  start = place
  name = text
  sub(/ \(.*/, "", name)
  head = text
  next
}

head != "" && text != "" { head = head " " text }
text ~ /[;}]$/           { head = "" }
