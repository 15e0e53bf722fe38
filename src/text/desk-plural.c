/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-plural.h"

#include <string.h>

#include "desk-error.h"

#define MAX_FORMS 8
#define MAX_DEPTH 64

typedef enum
{
  OP_NUMBER,
  OP_N,
  OP_NOT,
  OP_CHOOSE,
  OP_OR,
  OP_AND,
  OP_EQUAL,
  OP_UNEQUAL,
  OP_AT_MOST,
  OP_AT_LEAST,
  OP_LESS,
  OP_MORE,
  OP_ADD,
  OP_SUBTRACT,
  OP_MULTIPLY,
  OP_DIVIDE,
  OP_REMAINDER,
} Op;

/* One step of the expression; operands are indexes into the same array. */
typedef struct
{
  Op      op;
  guint64 number;
  guint   operands[3];
} Node;

/**
 * DeskPlural:
 *
 * The plural rule of a translation file: how many forms a sentence with a
 * number has, and which one goes with which number. The rule is the C-like
 * expression of the header "Plural-Forms", read once into a tree.
 */
struct _DeskPlural
{
  guint   n_forms;
  GArray *nodes;
  guint   root;
};

/* Longer signs first, so that "<=" is not read as "<". */
static const struct
{
  const char *sign;
  int         strength;
  Op          op;
} binaries[] = {
  { "||", 1, OP_OR },
  { "&&", 2, OP_AND },
  { "==", 3, OP_EQUAL },
  { "!=", 3, OP_UNEQUAL },
  { "<=", 4, OP_AT_MOST },
  { ">=", 4, OP_AT_LEAST },
  { "<", 4, OP_LESS },
  { ">", 4, OP_MORE },
  { "+", 5, OP_ADD },
  { "-", 5, OP_SUBTRACT },
  { "*", 6, OP_MULTIPLY },
  { "/", 6, OP_DIVIDE },
  { "%", 6, OP_REMAINDER },
};

typedef struct
{
  const char *at;
  GArray     *nodes;
  guint       depth;
} Parser;

static gboolean parse_choice (Parser *parser,
                              guint  *node);

static void
skip_space (Parser *parser)
{
  while (g_ascii_isspace (*parser->at))
    parser->at++;
}

static gboolean
take (Parser     *parser,
      const char *sign)
{
  skip_space (parser);

  if (!g_str_has_prefix (parser->at, sign))
    return FALSE;

  parser->at += strlen (sign);
  return TRUE;
}

static guint
add_node (Parser     *parser,
          const Node *node)
{
  g_array_append_val (parser->nodes, *node);
  return parser->nodes->len - 1;
}

static gboolean
parse_primary (Parser *parser,
               guint  *out)
{
  Node node = { OP_N, 0, { 0 } };

  skip_space (parser);

  if (g_ascii_isdigit (*parser->at))
    {
      char *end = NULL;

      node.op = OP_NUMBER;
      node.number = g_ascii_strtoull (parser->at, &end, 10);
      parser->at = end;
    }
  else if (take (parser, "("))
    {
      return parse_choice (parser, out) && take (parser, ")");
    }
  else if (take (parser, "!"))
    {
      node.op = OP_NOT;
      if (++parser->depth > MAX_DEPTH || !parse_primary (parser, &node.operands[0]))
        return FALSE;
      parser->depth--;
    }
  else if (!take (parser, "n"))
    {
      return FALSE;
    }

  *out = add_node (parser, &node);
  return TRUE;
}

/* Reads operators that bind at least as strongly as @strength. */
static gboolean
parse_binary (Parser *parser,
              int     strength,
              guint  *out)
{
  guint left;

  if (!parse_primary (parser, &left))
    return FALSE;

  for (;;)
    {
      Node node = { OP_N, 0, { left } };
      gsize i;

      for (i = 0; i < G_N_ELEMENTS (binaries); i++)
        if (binaries[i].strength >= strength && take (parser, binaries[i].sign))
          break;

      if (i == G_N_ELEMENTS (binaries))
        break;

      node.op = binaries[i].op;
      if (!parse_binary (parser, binaries[i].strength + 1, &node.operands[1]))
        return FALSE;
      left = add_node (parser, &node);
    }

  *out = left;
  return TRUE;
}

static gboolean
parse_choice (Parser *parser,
              guint  *out)
{
  Node node = { OP_CHOOSE, 0, { 0 } };

  if (++parser->depth > MAX_DEPTH || !parse_binary (parser, 1, &node.operands[0]))
    return FALSE;

  if (take (parser, "?"))
    {
      if (!parse_choice (parser, &node.operands[1]) ||
          !take (parser, ":") ||
          !parse_choice (parser, &node.operands[2]))
        return FALSE;
      *out = add_node (parser, &node);
    }
  else
    {
      *out = node.operands[0];
    }

  parser->depth--;
  return TRUE;
}

static guint64
evaluate (const DeskPlural *self,
          guint             index,
          guint64           n)
{
  const Node *node = &g_array_index (self->nodes, Node, index);
  guint64 left;
  guint64 right;

  switch (node->op)
    {
    case OP_NUMBER:
      return node->number;
    case OP_N:
      return n;
    case OP_NOT:
      return !evaluate (self, node->operands[0], n);
    case OP_CHOOSE:
      index = evaluate (self, node->operands[0], n) ? node->operands[1] : node->operands[2];
      return evaluate (self, index, n);
    default:
      break;
    }

  left = evaluate (self, node->operands[0], n);
  right = evaluate (self, node->operands[1], n);

  switch (node->op)
    {
    case OP_OR:
      return left || right;
    case OP_AND:
      return left && right;
    case OP_EQUAL:
      return left == right;
    case OP_UNEQUAL:
      return left != right;
    case OP_AT_MOST:
      return left <= right;
    case OP_AT_LEAST:
      return left >= right;
    case OP_LESS:
      return left < right;
    case OP_MORE:
      return left > right;
    case OP_ADD:
      return left + right;
    case OP_SUBTRACT:
      return left - right;
    case OP_MULTIPLY:
      return left * right;
    case OP_DIVIDE:
      return right != 0 ? left / right : 0;
    case OP_REMAINDER:
      return right != 0 ? left % right : 0;
    default:
      g_assert_not_reached ();
    }
}

/**
 * desk_plural_new:
 * @rule: the value of "Plural-Forms": "nplurals=2; plural=(n != 1);"
 * @error: return location for a #GError
 *
 * Errors: %DESK_ERROR_INVALID if @rule is not of that form.
 *
 * Returns: (transfer full) (nullable): the rule
 */
DeskPlural *
desk_plural_new (const char  *rule,
                 GError     **error)
{
  g_autoptr (DeskPlural) self = NULL;
  Parser parser = { 0 };

  g_return_val_if_fail (rule != NULL, NULL);

  self = g_new0 (DeskPlural, 1);
  self->nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  parser.at = rule;
  parser.nodes = self->nodes;

  if (take (&parser, "nplurals") && take (&parser, "="))
    {
      char *end = NULL;

      self->n_forms = (guint) MIN (g_ascii_strtoull (parser.at, &end, 10), MAX_FORMS + 1);
      parser.at = end;
    }

  if (self->n_forms < 1 ||
      self->n_forms > MAX_FORMS ||
      !take (&parser, ";") ||
      !take (&parser, "plural") ||
      !take (&parser, "=") ||
      !parse_choice (&parser, &self->root) ||
      (take (&parser, ";"), skip_space (&parser), *parser.at != '\0'))
    {
      g_set_error (error, DESK_ERROR, DESK_ERROR_INVALID, "“%s” is not a plural rule", rule);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * desk_plural_free:
 * @self: (nullable) (transfer full): a plural rule
 */
void
desk_plural_free (DeskPlural *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->nodes);
  g_free (self);
}

/**
 * desk_plural_get_n_forms:
 * @self: a plural rule
 *
 * Returns: how many forms a sentence has, at least 1
 */
guint
desk_plural_get_n_forms (const DeskPlural *self)
{
  return self->n_forms;
}

/**
 * desk_plural_select:
 * @self: a plural rule
 * @n: the number in the sentence
 *
 * Returns: which form goes with @n, always below desk_plural_get_n_forms()
 */
guint
desk_plural_select (const DeskPlural *self,
                    guint64           n)
{
  guint64 form = evaluate (self, self->root, n);

  return form < self->n_forms ? (guint) form : 0;
}
