# SPDX-License-Identifier: GPL-3.0-or-later
#
# Prints C files as "file:line: code" with comments taken out and strings and
# character constants emptied. #include lines keep their file names.

FNR == 1 { in_comment = 0 }

{
  text = $0
  code = ""

  if (!in_comment && text ~ /^[ \t]*#[ \t]*include/)
    {
      print FILENAME ":" FNR ": " text
      next
    }

  while (text != "")
    {
      if (in_comment)
        {
          end = index(text, "*/")
          if (end == 0)
            break
          text = substr(text, end + 2)
          in_comment = 0
        }
      else if (match(text, /\/\*|\/\/|"|'/))
        {
          mark = substr(text, RSTART, RLENGTH)
          code = code substr(text, 1, RSTART - 1)
          text = substr(text, RSTART + RLENGTH)
          if (mark == "/*")
            in_comment = 1
          else if (mark == "//")
            text = ""
          else
            {
              code = code mark
              while (text != "" && substr(text, 1, 1) != mark)
                text = substr(text, substr(text, 1, 1) == "\\" ? 3 : 2)
              code = code mark
              text = substr(text, 2)
            }
        }
      else
        {
          code = code text
          text = ""
        }
    }

  print FILENAME ":" FNR ": " code
}
