# SPDX-License-Identifier: GPL-3.0-or-later
#
# The named colours of a style sheet, text against what it stands on, by the
# formula of WCAG 2.1. Prints "file: text on ground: ratio" where it is under 4.5.

function hex (text)
{
  return 16 * (index (digits, substr (text, 1, 1)) - 1) + index (digits, substr (text, 2, 1)) - 1
}

# A see-through colour is taken as it looks on the surface of a card.
function keep (name, text, parts, i)
{
  if (text ~ /^#/) {
    for (i = 0; i < 3; i++)
      colour[name, i] = hex (tolower (substr (text, 2 + 2 * i, 2)))
    return
  }

  gsub (/rgba\(|\)|,/, " ", text)
  split (text, parts, " ")
  for (i = 0; i < 3; i++)
    colour[name, i] = parts[i + 1] * parts[4] + colour["desk_surface", i] * (1 - parts[4])
}

function light (name, i, part, sum)
{
  for (i = 0; i < 3; i++) {
    part = colour[name, i] / 255
    part = part <= 0.03928 ? part / 12.92 : exp (2.4 * log ((part + 0.055) / 1.055))
    sum += part * weight[i]
  }
  return sum
}

function compare (text, ground, a, b, ratio)
{
  if (!((text, 0) in colour) || !((ground, 0) in colour)) {
    printf "%s: %s on %s: no such colour\n", file, text, ground
    return
  }

  a = light (text) + 0.05
  b = light (ground) + 0.05
  ratio = a > b ? a / b : b / a
  if (ratio < 4.5)
    printf "%s: %s on %s: %.2f\n", file, text, ground, ratio
}

function end_sheet (i, j)
{
  for (i = 1; i <= n_texts; i++)
    for (j = 1; j <= n_grounds; j++)
      compare ("desk_" texts[i], "desk_" grounds[j])
  for (j = 1; j <= n_rooms; j++)
    compare ("room_fg", "room_" rooms[j])
  compare ("desk_accent_fg", "desk_accent")
  split ("", colour)
}

BEGIN {
  digits = "0123456789abcdef"
  split ("0.2126 0.7152 0.0722", weights, " ")
  for (i = 0; i < 3; i++)
    weight[i] = weights[i + 1]
  n_texts = split ("fg quiet accent good warn bad", texts, " ")
  n_grounds = split ("bg surface raised hover pressed selected warn_bg bad_bg", grounds, " ")
  n_rooms = split ("dirty clean inspected pickup closed", rooms, " ")
}

FNR == 1 {
  if (file != "")
    end_sheet ()
  file = FILENAME
}

/^@define-color / {
  value = $0
  sub (/^@define-color [a-z_]+ /, "", value)
  sub (/;.*/, "", value)
  keep ($2, value)
}

END { end_sheet () }
