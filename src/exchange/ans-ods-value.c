/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ans-ods-value.h"

#include <math.h>
#include <string.h>

#include "exchange/ans-number-format.h"
#include "exchange/ans-xml-part.h"

void
ans_ods_value_init (AnsOdsValue *self)
{
  *self = (AnsOdsValue) { .text = g_string_new (NULL), .shown = g_string_new (NULL) };
}

void
ans_ods_value_clear (AnsOdsValue *self)
{
  g_string_free (self->text, TRUE);
  g_string_free (self->shown, TRUE);
  g_free (self->type);
  g_free (self->value);
}

void
ans_ods_value_begin (AnsOdsValue *self, guint column, const char *type, const char *value)
{
  self->cell = (AnsCell) { .column = column, .text = "" };
  g_string_truncate (self->text, 0);
  self->n_paragraphs = 0;
  g_set_str (&self->type, type);
  g_set_str (&self->value, value);
}

/* The text that is shown tells what the stored value does not: leading zeros. */
static gboolean
shows_padded (const char *shown, const char *plain)
{
  gsize length = strlen (plain);

  if (*shown != '0' || strlen (shown) <= length)
    return FALSE;
  for (const char *at = shown; *at != '\0'; at++)
    if (!g_ascii_isdigit (*at))
      return FALSE;
  while (*shown == '0')
    shown++;
  return strcmp (shown, plain) == 0;
}

static void
fill_number (AnsOdsValue *self, double number, gboolean is_percent)
{
  AnsNumberFormat format = { .is_percent = is_percent };

  ans_number_to_cell (&self->cell, self->shown, number, FALSE, &format);
  if (shows_padded (self->text->str, self->shown->str))
    {
      g_string_assign (self->shown, self->text->str);
      self->cell.is_padded = TRUE;
    }
}

/* "05/2022" and "2022" are shown where the format leaves out the rest, which the file has as 1. */
static void
shorten_date (AnsOdsValue *self)
{
  guint numbers = 0;
  gboolean is_short = self->text->len > 0 && self->text->len <= 7;
  const char *at = self->text->str;

  for (; *at != '\0' && is_short; at++)
    if (g_ascii_isdigit (*at))
      numbers += at == self->text->str || !g_ascii_isdigit (at[-1]);
    else
      is_short = strchr ("/-. ", *at) != NULL;
  if (!is_short || self->shown->len != 10)
    return;
  if (numbers == 2 && self->text->len >= 6 && g_str_has_suffix (self->shown->str, "-01"))
    g_string_truncate (self->shown, 7);
  else if (numbers == 1 && self->text->len == 4 && g_str_has_suffix (self->shown->str, "-01-01"))
    g_string_truncate (self->shown, 4);
}

/* Reads "PT08H30M00S" as days. */
static gboolean
parse_duration (const char *value, double *days)
{
  double seconds = 0;

  if (!g_str_has_prefix (value, "PT"))
    return FALSE;
  for (value += 2; *value != '\0';)
    {
      char *end;
      double part;

      if (!g_ascii_isdigit (*value))
        return FALSE;
      part = g_ascii_strtod (value, &end);
      if (*end == 'H')
        part *= 3600;
      else if (*end == 'M')
        part *= 60;
      else if (*end != 'S')
        return FALSE;
      seconds += part;
      value = end + 1;
    }
  *days = seconds / 86400.0;
  return isfinite (*days) && *days < 1e6;
}

/* Sets kind, number and the text to show; kind stays EMPTY where there is nothing. */
void
ans_ods_value_fill (AnsOdsValue *self)
{
  const char *type = self->type;
  const char *value = self->value;
  double number;
  char *end;

  g_string_truncate (self->shown, 0);
  if (type != NULL && strcmp (type, "error") == 0)
    {
      self->cell.kind = ANS_CELL_ERROR;
      g_string_assign (self->shown, self->text->len > 0 ? self->text->str : "#VALUE!");
      return;
    }
  if (type != NULL && value != NULL)
    {
      if (strcmp (type, "date") == 0)
        {
          if (ans_iso_date_to_cell (&self->cell, self->shown, value))
            {
              shorten_date (self);
              return;
            }
        }
      else if (strcmp (type, "time") == 0)
        {
          const AnsNumberFormat time = { .is_time = TRUE, .is_elapsed = TRUE };

          if (parse_duration (value, &number))
            {
              ans_serial_to_cell (&self->cell, self->shown, number, FALSE, &time);
              return;
            }
        }
      else if (strcmp (type, "boolean") == 0)
        {
          self->cell.kind = ANS_CELL_BOOL;
          self->cell.number = ans_xml_boolean (value, FALSE) ? 1.0 : 0.0;
          g_string_assign (self->shown, self->cell.number > 0 ? "TRUE" : "FALSE");
          return;
        }
      else if (strcmp (type, "string") != 0)
        {
          number = g_ascii_strtod (value, &end);
          if (end > value && *end == '\0' && isfinite (number))
            {
              fill_number (self, number, strcmp (type, "percentage") == 0);
              return;
            }
        }
      else if (self->n_paragraphs == 0)
        g_string_assign (self->text, value);
    }
  g_string_assign (self->shown, self->text->str);
  if (self->shown->len > 0)
    self->cell.kind = ANS_CELL_TEXT;
}
