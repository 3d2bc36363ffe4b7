/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "exchange/ans-xlsx-parts.h"

typedef enum
{
  TYPE_NUMBER,
  TYPE_SHARED,
  TYPE_INLINE,
  TYPE_STRING,
  TYPE_BOOL,
  TYPE_ERROR,
  TYPE_DATE,
} CellType;

typedef struct
{
  const AnsXlsxSheet *sheet;
  AnsSheetLayout *layout;
  AnsRowBuilder *builder;
  gboolean is_stopped;

  gboolean is_in_data;
  gboolean is_in_row;
  guint row;
  gboolean row_was_given;
  guint next_column;

  gboolean is_in_cell;
  AnsCell cell;
  CellType type;
  guint style;
  gboolean is_in_value;
  gboolean has_value;
  gboolean is_in_inline;
  gboolean has_inline;
  GString *value;
  AnsXlsxText inline_text;
  GString *shown;
} Reading;

/* Reads "AB12"; either half may be missing. Returns where it ends, NULL when it makes no sense. */
static const char *
parse_reference (const char *at, guint *column, guint *row)
{
  guint64 letters = 0, digits = 0;

  *column = G_MAXUINT;
  *row = 0;
  if (*at == '$')
    at++;
  for (; g_ascii_isalpha (*at); at++)
    {
      letters = letters * 26 + (guint64) (g_ascii_toupper (*at) - 'A') + 1;
      if (letters > ANS_SHEET_MAX_COLUMNS)
        return NULL;
    }
  if (letters > 0)
    *column = (guint) letters - 1;
  if (*at == '$')
    at++;
  for (; g_ascii_isdigit (*at); at++)
    {
      digits = digits * 10 + (guint64) (*at - '0');
      if (digits > ANS_SHEET_MAX_ROWS)
        return NULL;
    }
  *row = (guint) digits;
  return at;
}

static void
start_row (Reading *self, AnsXml *xml, const char **attributes)
{
  const char *number = ans_xml_attribute (xml, attributes, 0, "r");
  const char *hidden = ans_xml_attribute (xml, attributes, 0, "hidden");
  guint row = self->row + 1;

  self->row_was_given = number != NULL;
  if (number != NULL && (!ans_xml_unsigned (number, ANS_SHEET_MAX_ROWS, &row) || row == 0))
    {
      ans_xml_fail_damaged (xml);
      return;
    }
  if (row > ANS_SHEET_MAX_ROWS)
    {
      ans_xml_fail_damaged (xml);
      return;
    }
  self->row = row;
  self->is_in_row = TRUE;
  self->next_column = 0;
  ans_row_builder_begin (self->builder, row, ans_xml_boolean (hidden, FALSE));
}

static CellType
parse_type (const char *type)
{
  static const struct
  {
    const char *name;
    CellType type;
  } types[] = {
    { "s", TYPE_SHARED },         { "n", TYPE_NUMBER }, { "str", TYPE_STRING },
    { "inlineStr", TYPE_INLINE }, { "b", TYPE_BOOL },   { "e", TYPE_ERROR },
    { "d", TYPE_DATE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (strcmp (type, types[i].name) == 0)
      return types[i].type;
  return TYPE_NUMBER;
}

static gboolean
place_cell (Reading *self, const char *reference)
{
  guint column, row;

  self->cell.column = self->next_column;
  if (reference != NULL)
    {
      const char *end = parse_reference (reference, &column, &row);

      if (end == NULL || *end != '\0')
        return FALSE;
      if (column != G_MAXUINT)
        self->cell.column = column;
      /* Rows without a number of their own take that of their first cell. */
      if (!self->row_was_given && row >= self->row)
        {
          self->row = row;
          self->row_was_given = TRUE;
          ans_row_builder_set_number (self->builder, row);
        }
    }
  self->next_column = self->cell.column + 1;
  return TRUE;
}

static void
start_cell (Reading *self, AnsXml *xml, const char **attributes)
{
  const char *reference = NULL, *type = NULL, *style = NULL;

  for (; *attributes != NULL; attributes += 2)
    {
      const char *name = attributes[0];

      if (name[0] == '\0' || name[1] != '\0')
        continue;
      if (name[0] == 'r')
        reference = attributes[1];
      else if (name[0] == 't')
        type = attributes[1];
      else if (name[0] == 's')
        style = attributes[1];
    }
  self->cell = (AnsCell) { .text = "" };
  if (!place_cell (self, reference))
    {
      ans_xml_fail_damaged (xml);
      return;
    }
  self->type = type != NULL ? parse_type (type) : TYPE_NUMBER;
  self->style = 0;
  ans_xml_unsigned (style, G_MAXINT, &self->style);
  self->is_in_cell = TRUE;
  self->has_value = FALSE;
  self->has_inline = FALSE;
}

static void
start_in_cell (Reading *self, AnsXml *xml, const char *name, const char **attributes)
{
  if (self->is_in_inline)
    ans_xlsx_text_start (&self->inline_text, xml, name, attributes);
  else if (strcmp (name, "v") == 0)
    {
      self->is_in_value = TRUE;
      self->has_value = TRUE;
      g_string_truncate (self->value, 0);
      ans_xml_set_text_wanted (xml, TRUE);
    }
  else if (strcmp (name, "f") == 0)
    self->cell.is_formula = TRUE;
  else if (strcmp (name, "is") == 0)
    {
      self->is_in_inline = TRUE;
      self->has_inline = TRUE;
      ans_xlsx_text_begin (&self->inline_text);
      ans_xml_set_text_wanted (xml, TRUE);
    }
}

static void
read_columns (Reading *self, AnsXml *xml, const char **attributes)
{
  guint first, last;

  if (ans_xml_boolean (ans_xml_attribute (xml, attributes, 0, "hidden"), FALSE) &&
      ans_xml_unsigned (ans_xml_attribute (xml, attributes, 0, "min"), ANS_SHEET_MAX_COLUMNS,
                        &first) &&
      ans_xml_unsigned (ans_xml_attribute (xml, attributes, 0, "max"), G_MAXINT, &last) &&
      first > 0)
    ans_sheet_layout_hide_columns (self->layout, first - 1, last - 1);
}

static void
read_merge (Reading *self, AnsXml *xml, const char **attributes)
{
  const char *reference = ans_xml_attribute (xml, attributes, 0, "ref");
  const char *end = NULL;
  AnsMerge merge;

  if (reference != NULL)
    end = parse_reference (reference, &merge.first_column, &merge.first_row);
  if (end != NULL && *end == ':')
    end = parse_reference (end + 1, &merge.last_column, &merge.last_row);
  else
    end = NULL;
  /* A merged area that makes no sense costs no data. */
  if (end == NULL || *end != '\0' || merge.first_column == G_MAXUINT ||
      merge.last_column == G_MAXUINT || merge.first_row == 0 || merge.last_row == 0)
    return;
  if (!ans_sheet_layout_add_merge (self->layout, merge))
    ans_xml_fail (xml,
                  g_error_new (ANS_WORKBOOK_ERROR, ANS_WORKBOOK_ERROR_TOO_LARGE,
                               _ ("Sheet “%s” has too many merged areas."), self->sheet->name));
}

static void
start_cb (AnsXml *xml, guint ns, const char *name, const char **attributes, gpointer data)
{
  Reading *self = data;

  if (ns != ANS_XLSX_NS_MAIN)
    return;
  if (self->is_in_data)
    {
      /* Only the layout is wanted: nothing in here is part of it. */
      if (self->builder == NULL)
        return;
      if (self->is_in_cell)
        start_in_cell (self, xml, name, attributes);
      else if (self->is_in_row && name[0] == 'c' && name[1] == '\0')
        start_cell (self, xml, attributes);
      else if (!self->is_in_row && strcmp (name, "row") == 0)
        start_row (self, xml, attributes);
    }
  else if (strcmp (name, "sheetData") == 0)
    {
      self->is_in_data = TRUE;
      /* Text is wanted only inside of values. */
      ans_xml_set_text_wanted (xml, FALSE);
    }
  else if (strcmp (name, "col") == 0)
    read_columns (self, xml, attributes);
  else if (strcmp (name, "mergeCell") == 0)
    read_merge (self, xml, attributes);
}

/* A number the quick way when it is a few plain digits, as nearly all are. */
static gboolean
parse_number (const char *text, double *number)
{
  gint64 whole = 0;
  const char *at = text;
  char *end;

  while (g_ascii_isdigit (*at) && at - text < 15)
    whole = whole * 10 + (*at++ - '0');
  if (*at == '\0' && at > text)
    {
      *number = (double) whole;
      return TRUE;
    }
  *number = g_ascii_strtod (text, &end);
  while (g_ascii_isspace (*end))
    end++;
  return end > text && *end == '\0' && isfinite (*number);
}

static gboolean
add_text (Reading *self, AnsCellKind kind, GString *text, GError **error)
{
  if (text->len == 0)
    return TRUE;
  self->cell.kind = kind;
  return ans_row_builder_add (self->builder, &self->cell, text->str, text->len, error);
}

static gboolean
add_shared (Reading *self, AnsXml *xml, GError **error)
{
  AnsCellFont font;
  guint index;

  g_strstrip (self->value->str);
  self->cell.text = NULL;
  if (ans_xml_unsigned (self->value->str, G_MAXINT, &index))
    self->cell.text = ans_xlsx_strings_get (self->sheet->strings, index, &font);
  if (self->cell.text == NULL)
    {
      g_autofree char *column = ans_column_name (self->cell.column);

      g_set_error (
          error, ANS_WORKBOOK_ERROR, ANS_WORKBOOK_ERROR_TRUNCATED,
          _ ("The file is damaged: the text of cell %s%u on sheet “%s” is missing. Ask the "
             "sender for a new one."),
          column, self->row, self->sheet->name);
      return FALSE;
    }
  if (*self->cell.text == '\0')
    return TRUE;
  if (font != ANS_CELL_FONT_UNICODE)
    self->cell.font = font;
  self->cell.kind = ANS_CELL_TEXT;
  return ans_row_builder_add_lasting (self->builder, &self->cell, error);
}

static gboolean
add_number (Reading *self, const AnsXlsxStyle *style, GError **error)
{
  double number;

  if (self->value->len == 0)
    return TRUE;
  if (!parse_number (self->value->str, &number))
    return add_text (self, ANS_CELL_TEXT, self->value, error);
  g_string_truncate (self->shown, 0);
  ans_number_to_cell (&self->cell, self->shown, number, self->sheet->is_1904,
                      style != NULL ? &style->format : NULL);
  return ans_row_builder_add (self->builder, &self->cell, self->shown->str, self->shown->len,
                              error);
}

static gboolean
add_value (Reading *self, AnsXml *xml, GError **error)
{
  const AnsXlsxStyle *style = NULL;

  if (self->style < self->sheet->styles->len)
    style = &g_array_index (self->sheet->styles, AnsXlsxStyle, self->style);
  if (style != NULL)
    self->cell.font = style->font;

  if (self->has_inline)
    {
      ans_xlsx_text_finish (&self->inline_text);
      if (self->inline_text.font != ANS_CELL_FONT_UNICODE)
        self->cell.font = self->inline_text.font;
      return add_text (self, ANS_CELL_TEXT, self->inline_text.text, error);
    }
  if (!self->has_value)
    {
      /* A formula that was never calculated is told, so that it is not taken for an empty cell. */
      self->cell.kind = ANS_CELL_EMPTY;
      return !self->cell.is_formula ||
             ans_row_builder_add (self->builder, &self->cell, "", 0, error);
    }

  switch (self->type)
    {
    case TYPE_SHARED:
      return add_shared (self, xml, error);
    case TYPE_STRING:
    case TYPE_INLINE:
      ans_xlsx_unescape (self->value);
      return add_text (self, ANS_CELL_TEXT, self->value, error);
    case TYPE_ERROR:
      return add_text (self, ANS_CELL_ERROR, self->value, error);
    case TYPE_BOOL:
      self->cell.number = ans_xml_boolean (self->value->str, FALSE) ? 1.0 : 0.0;
      g_string_assign (self->shown, self->cell.number > 0 ? "TRUE" : "FALSE");
      return add_text (self, ANS_CELL_BOOL, self->shown, error);
    case TYPE_DATE:
      g_string_truncate (self->shown, 0);
      if (ans_iso_date_to_cell (&self->cell, self->shown, self->value->str))
        return add_text (self, ANS_CELL_DATE, self->shown, error);
      return add_text (self, ANS_CELL_TEXT, self->value, error);
    case TYPE_NUMBER:
    default:
      return add_number (self, style, error);
    }
}

static void
end_in_cell (Reading *self, AnsXml *xml, const char *name)
{
  GError *error = NULL;

  if (self->is_in_inline)
    {
      if (strcmp (name, "is") != 0)
        {
          ans_xlsx_text_end (&self->inline_text, name);
          return;
        }
      self->is_in_inline = FALSE;
      ans_xml_set_text_wanted (xml, FALSE);
    }
  else if (self->is_in_value && strcmp (name, "v") == 0)
    {
      self->is_in_value = FALSE;
      ans_xml_set_text_wanted (xml, FALSE);
    }
  else if (name[0] == 'c' && name[1] == '\0')
    {
      self->is_in_cell = FALSE;
      if (!add_value (self, xml, &error))
        ans_xml_fail (xml, error);
    }
}

static void
end_cb (AnsXml *xml, guint ns, const char *name, gpointer data)
{
  Reading *self = data;
  GError *error = NULL;

  if (ns != ANS_XLSX_NS_MAIN || !self->is_in_data)
    return;
  if (self->is_in_cell)
    end_in_cell (self, xml, name);
  else if (self->is_in_row && strcmp (name, "row") == 0)
    {
      self->is_in_row = FALSE;
      if (!ans_row_builder_count (self->builder, &error))
        ans_xml_fail (xml, error);
      else if (!ans_row_builder_emit (self->builder))
        {
          self->is_stopped = TRUE;
          ans_xml_stop (xml);
        }
    }
  else if (!self->is_in_row && strcmp (name, "sheetData") == 0)
    self->is_in_data = FALSE;
}

static void
text_cb (AnsXml *xml, const char *text, int length, gpointer data)
{
  Reading *self = data;

  if (self->is_in_inline)
    ans_xlsx_text_add (&self->inline_text, text, length);
  else if (self->is_in_value && self->value->len <= 4 * (gsize) ANS_SHEET_MAX_CELL_BYTES)
    g_string_append_len (self->value, text, length);
}

static const AnsXmlHandlers handlers = {
  .namespaces = ans_xlsx_namespaces,
  .start = start_cb,
  .end = end_cb,
  .text = text_cb,
};

/* What stands around the cells, which take most of the time, and are left out if it can be. */
static gboolean
read_layout (Reading *self, GCancellable *cancellable, GError **error)
{
  const AnsXlsxSheet *sheet = self->sheet;
  AnsXmlHandlers around = handlers;
  g_autoptr (GError) local = NULL;

  around.left_out = "sheetData";
  if (ans_xml_read_part (sheet->package, sheet->part, &around, self, cancellable, &local))
    return TRUE;
  if (!g_error_matches (local, ANS_WORKBOOK_ERROR, ANS_WORKBOOK_ERROR_TRUNCATED))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  self->is_in_data = FALSE;
  return ans_xml_read_part (sheet->package, sheet->part, &handlers, self, cancellable, error);
}

gboolean
ans_xlsx_sheet_read (const AnsXlsxSheet *sheet,
                     AnsRowFunc func,
                     gpointer data,
                     AnsSheetLayout *layout,
                     gboolean *is_complete,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (AnsRowBuilder) builder = NULL;
  g_autoptr (GString) value = g_string_new (NULL);
  g_autoptr (GString) shown = g_string_new (NULL);
  Reading self = { .sheet = sheet, .layout = layout, .value = value, .shown = shown };
  gboolean is_read;

  if (func != NULL)
    builder = ans_row_builder_new (sheet->name, func, data);
  self.builder = builder;
  is_read = func == NULL ? read_layout (&self, cancellable, error)
                         : ans_xml_read_part (sheet->package, sheet->part, &handlers, &self,
                                              cancellable, error);
  if (self.inline_text.text != NULL)
    g_string_free (self.inline_text.text, TRUE);
  *is_complete = is_read && !self.is_stopped;
  return is_read;
}
