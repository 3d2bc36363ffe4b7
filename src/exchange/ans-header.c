/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "exchange/ans-header-finder.h"

void
ans_header_free (AnsHeader *header)
{
  if (header == NULL)
    return;
  g_ptr_array_unref (header->columns);
  g_free (header);
}

const AnsHeaderColumn *
ans_header_find_field (const AnsHeader *header, const char *field)
{
  const AnsHeaderColumn *best = NULL;

  g_return_val_if_fail (header != NULL && field != NULL, NULL);

  for (guint i = 0; i < header->columns->len; i++)
    {
      const AnsHeaderColumn *column = g_ptr_array_index (header->columns, i);

      if (g_strcmp0 (column->field, field) == 0 && (best == NULL || column->score > best->score))
        best = column;
    }
  return best;
}

/* The whole title, or the half of it that stands in one of two rows. */
static gboolean
is_title_of (const AnsHeaderColumn *column, const char *key)
{
  gsize length = strlen (key);

  for (guint i = 0; length > 0 && column->keys[i] != NULL; i++)
    {
      const char *title = column->keys[i];
      gsize whole = strlen (title);

      if (g_str_equal (title, key) ||
          (whole > length && title[length] == ' ' && g_str_has_prefix (title, key)) ||
          (whole > length && title[whole - length - 1] == ' ' && g_str_has_suffix (title, key)))
        return TRUE;
    }
  return FALSE;
}

gboolean
ans_header_is_repeat (const AnsHeader *header, const AnsRow *row)
{
  guint same = 0, others = 0;

  g_return_val_if_fail (header != NULL && row != NULL, FALSE);

  for (guint i = 0; i < header->columns->len; i++)
    {
      const AnsHeaderColumn *column = g_ptr_array_index (header->columns, i);
      const char *text = ans_row_get_text (row, column->column);
      g_autofree char *key = NULL;

      if (*text == '\0')
        continue;
      if (column->is_ordinal && g_ascii_isdigit (*text))
        return FALSE;
      key = ans_header_key (text);
      if (is_title_of (column, key))
        same++;
      else
        others++;
      /* Nearly every row is none, and says so in its first cells. */
      if (same + header->columns->len - i - 1 <= others * 2)
        return FALSE;
    }
  return same >= 2 && same > others * 2;
}

/* Reads "(3)", "3", "[3]", "3=1+2" as 3, and "A" as -1; 0 is anything else. */
static int
column_number (const char *text)
{
  g_autofree char *bare = NULL;
  guint number = 0;
  const char *at;

  if (strlen (text) > 40)
    return 0;
  bare = g_strdup (text);
  g_strdelimit (bare, "()[]. ", ' ');
  g_strstrip (bare);
  at = bare;
  if (g_ascii_isalpha (at[0]) && at[1] == '\0')
    return -1;
  for (; g_ascii_isdigit (*at) && number < 1000; at++)
    number = number * 10 + (guint) (*at - '0');
  while (*at == ' ')
    at++;
  /* How the column is reckoned may follow. */
  if (*at == '=')
    while (*at != '\0' && strchr ("=+-*/x: 0123456789", *at) != NULL)
      at++;
  return *at == '\0' ? (int) number : 0;
}

gboolean
ans_header_is_numbering (const AnsRow *row)
{
  int expected = 0;
  guint n_numbers = 0;

  g_return_val_if_fail (row != NULL, FALSE);

  for (guint i = 0; i < row->n_cells; i++)
    {
      int number;

      if (*row->cells[i].text == '\0')
        continue;
      number = column_number (row->cells[i].text);
      if (number == 0)
        return FALSE;
      if (number < 0)
        {
          /* Letters stand before the numbers. */
          if (n_numbers > 0)
            return FALSE;
          continue;
        }
      if (n_numbers == 0 ? number > 3 : number != expected)
        return FALSE;
      expected = number + 1;
      n_numbers++;
    }
  return n_numbers >= 2 && row->n_cells >= 3;
}
