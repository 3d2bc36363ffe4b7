/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/ans-cell-text.h"

#include <string.h>

static gboolean
all_digits (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return length > 0;
}

/**
 * ans_cell_is_number:
 * @cell: canonical text
 *
 * Returns: whether it is a plain number: an optional "-", digits, optionally "." and digits
 */
gboolean
ans_cell_is_number (const char *cell)
{
  const char *digits = *cell == '-' ? cell + 1 : cell;
  gsize whole = strspn (digits, "0123456789");
  gsize part;

  if (whole == 0)
    return FALSE;
  if (digits[whole] == '\0')
    return TRUE;
  if (digits[whole] != '.')
    return FALSE;
  part = strspn (digits + whole + 1, "0123456789");
  return part > 0 && digits[whole + 1 + part] == '\0';
}

/**
 * ans_cell_parse_number:
 * @cell: canonical text
 * @value: (out): its value
 *
 * Returns: whether it is a number that a double holds exactly (up to 15 digits). Longer ones must
 * stay text in a spreadsheet, or their last digits would change in silence.
 */
gboolean
ans_cell_parse_number (const char *cell, double *value)
{
  if (!ans_cell_is_number (cell) || strlen (cell) > 15)
    return FALSE;
  *value = g_ascii_strtod (cell, NULL);
  return TRUE;
}

/**
 * ans_cell_parse_date:
 * @cell: canonical text
 * @year: (out): the year
 * @month: (out): the month, 0 when unknown
 * @day: (out): the day, 0 when unknown
 *
 * Returns: whether @cell is "yyyy", "yyyy-mm" or "yyyy-mm-dd" of the calendar
 */
gboolean
ans_cell_parse_date (const char *cell, int *year, int *month, int *day)
{
  gsize length = strlen (cell);

  *year = *month = *day = 0;
  if ((length != 4 && length != 7 && length != 10) || !all_digits (cell, 4))
    return FALSE;
  *year = (int) g_ascii_strtoull (cell, NULL, 10);
  if (*year == 0)
    return FALSE;
  if (length >= 7)
    {
      if (cell[4] != '-' || !all_digits (cell + 5, 2))
        return FALSE;
      *month = (cell[5] - '0') * 10 + cell[6] - '0';
      if (*month < 1 || *month > 12)
        return FALSE;
    }
  if (length == 10)
    {
      if (cell[7] != '-' || !all_digits (cell + 8, 2))
        return FALSE;
      *day = (cell[8] - '0') * 10 + cell[9] - '0';
      return g_date_valid_dmy ((GDateDay) *day, (GDateMonth) *month, (GDateYear) *year);
    }
  return TRUE;
}

/* Dot groups and a decimal comma, on the text itself: no number is too long for it. */
static void
print_number (const char *cell, GString *buffer)
{
  const char *digits = *cell == '-' ? cell + 1 : cell;
  gsize whole = strspn (digits, "0123456789");

  if (*cell == '-')
    g_string_append_c (buffer, '-');
  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0)
        g_string_append_c (buffer, '.');
      g_string_append_c (buffer, digits[i]);
    }
  if (digits[whole] == '.')
    {
      g_string_append_c (buffer, ',');
      g_string_append (buffer, digits + whole + 1);
    }
}

/**
 * ans_cell_print:
 * @kind: what @cell means
 * @cell: (nullable): canonical text
 * @ordinal: the row's number in the list, from 1
 * @buffer: holds the answer where it is not @cell itself
 *
 * What is not of its kind is printed as it is: paper shows a wrong value, it does not hide it.
 *
 * Returns: (transfer none): the text on paper, valid UTF-8, never %NULL
 */
const char *
ans_cell_print (AnsColumnKind kind, const char *cell, guint ordinal, GString *buffer)
{
  int year, month, day;

  g_string_truncate (buffer, 0);
  if (kind == ANS_COLUMN_ORDINAL)
    {
      g_string_append_printf (buffer, "%u", ordinal);
      return buffer->str;
    }
  if (cell == NULL || *cell == '\0' || kind == ANS_COLUMN_SIGN)
    return "";

  switch (kind)
    {
    case ANS_COLUMN_INTEGER:
    case ANS_COLUMN_MONEY:
    case ANS_COLUMN_DECIMAL:
      if (ans_cell_is_number (cell))
        {
          print_number (cell, buffer);
          return buffer->str;
        }
      break;
    case ANS_COLUMN_DATE:
    case ANS_COLUMN_PARTIAL_DATE:
      if (ans_cell_parse_date (cell, &year, &month, &day))
        {
          if (day > 0)
            g_string_append_printf (buffer, "%02d/%02d/%04d", day, month, year);
          else if (month > 0)
            g_string_append_printf (buffer, "%02d/%04d", month, year);
          else
            g_string_append_printf (buffer, "%04d", year);
          return buffer->str;
        }
      break;
    case ANS_COLUMN_BOOL:
      return strcmp (cell, "1") == 0 ? "x" : "";
    case ANS_COLUMN_TEXT:
    case ANS_COLUMN_ID:
    case ANS_COLUMN_SIGN:
    case ANS_COLUMN_ORDINAL:
    default:
      break;
    }

  if (!g_utf8_validate (cell, -1, NULL))
    {
      g_autofree char *valid = g_utf8_make_valid (cell, -1);

      g_string_assign (buffer, valid);
      return buffer->str;
    }
  return cell;
}

/**
 * ans_cell_clean:
 * @text: valid UTF-8
 * @buffer: holds the answer where it is not @text itself
 *
 * For setting in type and for XML: letters composed (NFC), so that what is copied out of a PDF can
 * be found again; control characters become spaces, except "\n".
 *
 * Returns: (transfer none): the clean text
 */
const char *
ans_cell_clean (const char *text, GString *buffer)
{
  gboolean combining = FALSE, control = FALSE;

  for (const guchar *p = (const guchar *) text; *p != '\0'; p++)
    {
      /* U+0300 to U+037F begin with these bytes; all Vietnamese combining marks are among them. */
      combining |= *p == 0xcc || *p == 0xcd;
      control |= (*p < 0x20 && *p != '\n') || *p == 0x7f;
    }
  if (!combining && !control)
    return text;

  if (combining)
    {
      g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);

      g_string_assign (buffer, composed != NULL ? composed : text);
    }
  else
    g_string_assign (buffer, text);
  for (gsize i = 0; i < buffer->len; i++)
    if (((guchar) buffer->str[i] < 0x20 && buffer->str[i] != '\n') || buffer->str[i] == 0x7f)
      buffer->str[i] = ' ';
  return buffer->str;
}

/**
 * ans_cell_align:
 * @column: a column
 *
 * Returns: how its cells stand, never %ANS_ALIGN_AUTO
 */
AnsColumnAlign
ans_cell_align (const AnsTableColumn *column)
{
  if (column->align != ANS_ALIGN_AUTO)
    return column->align;
  switch (column->kind)
    {
    case ANS_COLUMN_INTEGER:
    case ANS_COLUMN_DECIMAL:
    case ANS_COLUMN_MONEY:
      return ANS_ALIGN_END;
    case ANS_COLUMN_TEXT:
      return ANS_ALIGN_START;
    case ANS_COLUMN_DATE:
    case ANS_COLUMN_PARTIAL_DATE:
    case ANS_COLUMN_ID:
    case ANS_COLUMN_BOOL:
    case ANS_COLUMN_SIGN:
    case ANS_COLUMN_ORDINAL:
    default:
      return ANS_ALIGN_CENTRE;
    }
}

/**
 * ans_cell_roman:
 * @number: 1 to 3999; above that Arabic digits are used
 * @buffer: (out caller-allocates): holds the answer
 *
 * Returns: (transfer none): @buffer
 */
const char *
ans_cell_roman (guint number, char buffer[ANS_ROMAN_SIZE])
{
  static const struct
  {
    guint value;
    const char *text;
  } steps[] = {
    { 1000, "M" }, { 900, "CM" }, { 500, "D" }, { 400, "CD" }, { 100, "C" },
    { 90, "XC" },  { 50, "L" },   { 40, "XL" }, { 10, "X" },   { 9, "IX" },
    { 5, "V" },    { 4, "IV" },   { 1, "I" },
  };

  buffer[0] = '\0';
  if (number == 0 || number > 3999)
    {
      g_snprintf (buffer, ANS_ROMAN_SIZE, "%u", number);
      return buffer;
    }
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    for (; number >= steps[i].value; number -= steps[i].value)
      g_strlcat (buffer, steps[i].text, ANS_ROMAN_SIZE);
  return buffer;
}
