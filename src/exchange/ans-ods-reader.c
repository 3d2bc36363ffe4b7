/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "exchange/ans-ods-value.h"
#include "exchange/ans-row-builder.h"
#include "exchange/ans-sheet-reader.h"
#include "exchange/ans-xlsx-parts.h"
#include "exchange/ans-xml-part.h"

/* OpenDocument 1.3 part 3; element names are used as there. */
enum
{
  NS_OFFICE = 1,
  NS_TABLE,
  NS_TEXT,
  NS_STYLE,
  NS_FO,
  NS_CALCEXT,
  NS_MANIFEST,
};

static const AnsXmlNamespace namespaces[] = {
  { "urn:oasis:names:tc:opendocument:xmlns:table:1.0", NS_TABLE },
  { "urn:oasis:names:tc:opendocument:xmlns:text:1.0", NS_TEXT },
  { "urn:oasis:names:tc:opendocument:xmlns:office:1.0", NS_OFFICE },
  { "urn:oasis:names:tc:opendocument:xmlns:style:1.0", NS_STYLE },
  { "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", NS_FO },
  { "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0", NS_CALCEXT },
  { "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", NS_MANIFEST },
  { NULL, 0 },
};

#define CONTENT "content.xml"
/* A row or column beyond this is an error even when it is empty; keeps sums from running over. */
#define MAX_REPEAT 100000000u

typedef struct
{
  AnsSheetReader parent;
  /* Either of the two. */
  AnsPackage *package;
  AnsByteSource *flat;
  /* Names of table styles that hide the sheet; cell styles in an old font. Both by style name. */
  GHashTable *hidden_tables;
  GHashTable *fonts;
} OdsReader;

typedef struct
{
  OdsReader *reader;
  /* The sheet to read; when only the sheets are to be listed, none. */
  guint wanted;
  gboolean is_listing;
  AnsRowBuilder *builder;
  AnsSheetLayout *layout;
  gboolean is_stopped;

  gboolean has_root;
  gboolean is_spreadsheet;
  /* Style being read, when listing. */
  char *style_name;
  char *style_family;

  guint n_tables;
  guint table_depth;
  gboolean is_in_wanted;
  /* Depth inside of what is not text of the cell: notes, drawings, tracked changes. */
  guint skipped;

  guint row;
  guint row_repeat;
  guint column;
  guint repeat;
  gboolean is_in_row;
  gboolean is_in_cell;
  gboolean is_covered;
  AnsOdsValue value;
  guint paragraph_depth;
  gboolean is_paragraph_empty;
  gboolean space_pending;
} Reading;

static guint
repeat_of (AnsXml *xml, const char **attributes, const char *name)
{
  guint repeat = 1;

  ans_xml_unsigned (ans_xml_attribute (xml, attributes, NS_TABLE, name), MAX_REPEAT, &repeat);
  return MAX (repeat, 1);
}

static gboolean
is_hidden (const char *visibility)
{
  return visibility != NULL && strcmp (visibility, "visible") != 0;
}

static void
fail_size (Reading *self, AnsXml *xml)
{
  const AnsSheetInfo *info = g_ptr_array_index (self->reader->parent.sheets, self->wanted);

  ans_xml_fail (xml, g_error_new (ANS_WORKBOOK_ERROR, ANS_WORKBOOK_ERROR_TOO_LARGE,
                                  _ ("Sheet “%s” is larger than any spreadsheet program allows."),
                                  info->name));
}

static void
start_style (Reading *self, AnsXml *xml, const char *name, const char **attributes)
{
  if (strcmp (name, "style") == 0)
    {
      g_free (self->style_name);
      g_free (self->style_family);
      self->style_name = g_strdup (ans_xml_attribute (xml, attributes, NS_STYLE, "name"));
      self->style_family = g_strdup (ans_xml_attribute (xml, attributes, NS_STYLE, "family"));
      return;
    }
  if (self->style_name == NULL || self->style_family == NULL)
    return;
  if (strcmp (name, "table-properties") == 0 && strcmp (self->style_family, "table") == 0)
    {
      if (!ans_xml_boolean (ans_xml_attribute (xml, attributes, NS_TABLE, "display"), TRUE))
        g_hash_table_add (self->reader->hidden_tables, g_strdup (self->style_name));
    }
  else if (strcmp (name, "text-properties") == 0 && strcmp (self->style_family, "table-cell") == 0)
    {
      const char *family = ans_xml_attribute (xml, attributes, NS_STYLE, "font-name");
      AnsCellFont font = ans_xlsx_font_from_name (family);

      if (font != ANS_CELL_FONT_UNICODE)
        g_hash_table_insert (self->reader->fonts, g_strdup (self->style_name),
                             GUINT_TO_POINTER (font));
    }
}

static void
start_table (Reading *self, AnsXml *xml, const char **attributes)
{
  const char *name, *style;

  /* A table inside of a cell is not a sheet. */
  if (self->table_depth++ > 0)
    return;
  if (self->is_listing)
    {
      name = ans_xml_attribute (xml, attributes, NS_TABLE, "name");
      style = ans_xml_attribute (xml, attributes, NS_TABLE, "style-name");
      if (self->n_tables >= ANS_WORKBOOK_MAX_SHEETS)
        ans_xml_fail_damaged (xml);
      else
        ans_sheet_reader_add (&self->reader->parent, name != NULL ? name : "",
                              style != NULL &&
                                  g_hash_table_contains (self->reader->hidden_tables, style));
    }
  else
    self->is_in_wanted = self->n_tables == self->wanted;
  self->n_tables++;
  self->row = 0;
  self->column = 0;
}

static void
start_column (Reading *self, AnsXml *xml, const char **attributes)
{
  guint repeat = repeat_of (xml, attributes, "number-columns-repeated");

  if (is_hidden (ans_xml_attribute (xml, attributes, NS_TABLE, "visibility")))
    ans_sheet_layout_hide_columns (self->layout, self->column, self->column + repeat - 1);
  self->column = MIN (self->column + repeat, MAX_REPEAT);
}

static void
start_row (Reading *self, AnsXml *xml, const char **attributes)
{
  self->is_in_row = TRUE;
  self->row_repeat = repeat_of (xml, attributes, "number-rows-repeated");
  self->column = 0;
  if (self->builder != NULL)
    ans_row_builder_begin (self->builder, self->row + 1,
                           is_hidden (ans_xml_attribute (xml, attributes, NS_TABLE, "visibility")));
}

static void
read_span (Reading *self, AnsXml *xml, const char **attributes)
{
  guint columns = repeat_of (xml, attributes, "number-columns-spanned");
  guint rows = repeat_of (xml, attributes, "number-rows-spanned");
  AnsMerge merge = { self->row + 1, self->row + rows, self->column, self->column + columns - 1 };

  /* The layout keeps what can be seen of it. */
  merge.last_row = MIN (merge.last_row, ANS_SHEET_MAX_ROWS);
  merge.last_column = MIN (merge.last_column, ANS_SHEET_MAX_COLUMNS - 1);
  if (merge.first_row > merge.last_row || merge.first_column > merge.last_column)
    return;
  if (!ans_sheet_layout_add_merge (self->layout, merge))
    fail_size (self, xml);
}

static void
start_cell (Reading *self, AnsXml *xml, const char *name, const char **attributes)
{
  const char *style, *type, *value = NULL;

  self->is_in_cell = TRUE;
  self->is_covered = *name == 'c';
  self->repeat = repeat_of (xml, attributes, "number-columns-repeated");
  if (!self->is_covered)
    read_span (self, xml, attributes);
  if (self->builder == NULL)
    return;

  self->paragraph_depth = 0;
  type = ans_xml_attribute (xml, attributes, NS_CALCEXT, "value-type");
  if (g_strcmp0 (type, "error") != 0)
    type = ans_xml_attribute (xml, attributes, NS_OFFICE, "value-type");
  if (type != NULL)
    {
      g_autofree char *attribute = NULL;

      if (strcmp (type, "date") == 0 || strcmp (type, "time") == 0 ||
          strcmp (type, "boolean") == 0 || strcmp (type, "string") == 0)
        attribute = g_strconcat (type, "-value", NULL);
      value =
          ans_xml_attribute (xml, attributes, NS_OFFICE, attribute != NULL ? attribute : "value");
    }
  ans_ods_value_begin (&self->value, self->column, type, value);
  self->value.cell.is_formula = ans_xml_attribute (xml, attributes, NS_TABLE, "formula") != NULL;
  style = ans_xml_attribute (xml, attributes, NS_TABLE, "style-name");
  if (style != NULL)
    self->value.cell.font =
        (AnsCellFont) GPOINTER_TO_UINT (g_hash_table_lookup (self->reader->fonts, style));
}

static void
put_character (Reading *self, char character, guint times)
{
  for (guint i = 0; i < times && self->value.text->len <= ANS_SHEET_MAX_CELL_BYTES; i++)
    g_string_append_c (self->value.text, character);
}

static void
start_text (Reading *self, AnsXml *xml, const char *name, const char **attributes)
{
  guint times = 1;

  if (strcmp (name, "p") == 0 || strcmp (name, "h") == 0)
    {
      if (self->paragraph_depth++ > 0)
        return;
      if (self->value.n_paragraphs++ > 0)
        put_character (self, '\n', 1);
      self->is_paragraph_empty = TRUE;
      self->space_pending = FALSE;
      ans_xml_set_text_wanted (xml, TRUE);
      return;
    }
  if (self->paragraph_depth == 0)
    return;
  if (strcmp (name, "s") == 0 || strcmp (name, "tab") == 0 || strcmp (name, "line-break") == 0)
    {
      if (self->space_pending)
        put_character (self, ' ', 1);
      self->space_pending = FALSE;
      self->is_paragraph_empty = FALSE;
      ans_xml_unsigned (ans_xml_attribute (xml, attributes, NS_TEXT, "c"), MAX_REPEAT, &times);
      if (*name == 's')
        put_character (self, ' ', times);
      else
        put_character (self, *name == 't' ? '\t' : '\n', 1);
    }
  /* Notes and readings beside the text are no part of it. */
  else if (strcmp (name, "note") == 0 || strcmp (name, "ruby-text") == 0)
    self->skipped = 1;
}

static void
start_cb (AnsXml *xml, guint ns, const char *name, const char **attributes, gpointer data)
{
  Reading *self = data;

  if (!self->has_root)
    {
      self->has_root = TRUE;
      ans_xml_set_text_wanted (xml, FALSE);
    }
  if (self->skipped > 0)
    {
      self->skipped++;
      return;
    }
  if (ns == NS_TABLE && strcmp (name, "table") == 0)
    {
      if (self->is_in_cell)
        self->skipped = 1;
      else if (self->is_spreadsheet)
        start_table (self, xml, attributes);
      return;
    }
  if (self->is_listing || !self->is_in_wanted)
    {
      if (ns == NS_STYLE && self->is_listing)
        start_style (self, xml, name, attributes);
      else if (ns == NS_OFFICE && strcmp (name, "spreadsheet") == 0)
        self->is_spreadsheet = TRUE;
      /* Copies of deleted cells stand before the sheets. */
      else if (ns == NS_TABLE && strcmp (name, "tracked-changes") == 0)
        self->skipped = 1;
      return;
    }

  if (self->is_in_cell)
    {
      if (ns == NS_TEXT && self->builder != NULL && !self->is_covered)
        start_text (self, xml, name, attributes);
      else if (ns != NS_TEXT)
        self->skipped = 1;
      if (self->skipped > 0)
        ans_xml_set_text_wanted (xml, FALSE);
      return;
    }
  if (ns != NS_TABLE)
    {
      self->skipped = 1;
      return;
    }
  if (self->is_in_row &&
      (strcmp (name, "table-cell") == 0 || strcmp (name, "covered-table-cell") == 0))
    start_cell (self, xml, name, attributes);
  else if (!self->is_in_row && strcmp (name, "table-row") == 0)
    start_row (self, xml, attributes);
  else if (!self->is_in_row && strcmp (name, "table-column") == 0)
    start_column (self, xml, attributes);
  else if (strcmp (name, "shapes") == 0)
    self->skipped = 1;
}

static void
end_cell (Reading *self, AnsXml *xml)
{
  GError *error = NULL;

  self->is_in_cell = FALSE;
  if (self->builder != NULL && !self->is_covered)
    {
      AnsOdsValue *value = &self->value;

      ans_ods_value_fill (value);
      if (value->cell.kind != ANS_CELL_EMPTY || (value->cell.is_formula && value->type == NULL))
        {
          if (!ans_row_builder_add (self->builder, &value->cell, value->shown->str,
                                    value->shown->len, &error) ||
              !ans_row_builder_repeat_last (self->builder, self->repeat - 1, &error))
            ans_xml_fail (xml, error);
        }
    }
  self->column = MIN (self->column + self->repeat, MAX_REPEAT);
}

static void
end_row (Reading *self, AnsXml *xml)
{
  GError *error = NULL;
  guint repeat = self->row_repeat;

  self->is_in_row = FALSE;
  if (self->builder == NULL || ans_row_builder_get_n_cells (self->builder) == 0)
    {
      self->row = MIN (self->row + repeat, MAX_REPEAT);
      return;
    }
  while (repeat-- > 0)
    {
      if (++self->row > ANS_SHEET_MAX_ROWS)
        {
          fail_size (self, xml);
          return;
        }
      ans_row_builder_set_number (self->builder, self->row);
      if (!ans_row_builder_count (self->builder, &error))
        {
          ans_xml_fail (xml, error);
          return;
        }
      if (!ans_row_builder_emit (self->builder))
        {
          self->is_stopped = TRUE;
          ans_xml_stop (xml);
          return;
        }
    }
}

static void
end_cb (AnsXml *xml, guint ns, const char *name, gpointer data)
{
  Reading *self = data;

  if (self->skipped > 0)
    {
      self->skipped--;
      if (self->skipped == 0 && self->paragraph_depth > 0)
        ans_xml_set_text_wanted (xml, TRUE);
      return;
    }
  if (ns == NS_TABLE && strcmp (name, "table") == 0 && self->table_depth > 0)
    {
      self->table_depth--;
      if (self->table_depth == 0 && self->is_in_wanted)
        {
          /* What follows is of other sheets; the file was seen whole when it was opened. */
          self->is_in_wanted = FALSE;
          ans_xml_stop (xml);
        }
      return;
    }
  if (self->is_listing && ns == NS_STYLE && strcmp (name, "style") == 0)
    {
      g_clear_pointer (&self->style_name, g_free);
      g_clear_pointer (&self->style_family, g_free);
    }
  if (self->is_in_cell)
    {
      if (ns == NS_TEXT && self->paragraph_depth > 0 &&
          (strcmp (name, "p") == 0 || strcmp (name, "h") == 0))
        {
          if (--self->paragraph_depth == 0)
            ans_xml_set_text_wanted (xml, FALSE);
        }
      else if (ns == NS_TABLE)
        end_cell (self, xml);
      return;
    }
  if (self->is_in_row && ns == NS_TABLE && strcmp (name, "table-row") == 0)
    end_row (self, xml);
}

static void
text_cb (AnsXml *xml, const char *text, int length, gpointer data)
{
  Reading *self = data;

  if (self->paragraph_depth == 0 || self->skipped > 0 ||
      self->value.text->len > ANS_SHEET_MAX_CELL_BYTES)
    return;
  /* Runs of white space count as one space; at the ends of a paragraph as none. */
  for (int i = 0; i < length; i++)
    {
      if (text[i] == ' ' || text[i] == '\n' || text[i] == '\t' || text[i] == '\r')
        {
          self->space_pending = !self->is_paragraph_empty;
          continue;
        }
      if (self->space_pending)
        g_string_append_c (self->value.text, ' ');
      self->space_pending = FALSE;
      self->is_paragraph_empty = FALSE;
      g_string_append_c (self->value.text, text[i]);
    }
}

static gboolean
run (OdsReader *reader, Reading *self, GCancellable *cancellable, GError **error)
{
  static const AnsXmlHandlers handlers = {
    .namespaces = namespaces,
    .start = start_cb,
    .end = end_cb,
    .text = text_cb,
  };
  gboolean is_read;

  self->reader = reader;
  ans_ods_value_init (&self->value);
  if (reader->package != NULL)
    is_read = ans_xml_read_part (reader->package, CONTENT, &handlers, self, cancellable, error);
  else
    is_read = ans_xml_read_source (reader->flat, &handlers, self, cancellable, error);
  ans_ods_value_clear (&self->value);
  g_free (self->style_name);
  g_free (self->style_family);
  return is_read;
}

static gboolean
ods_read (AnsSheetReader *reader,
          guint sheet,
          AnsRowFunc func,
          gpointer data,
          AnsSheetLayout *layout,
          gboolean *is_complete,
          GCancellable *cancellable,
          GError **error)
{
  const AnsSheetInfo *info = g_ptr_array_index (reader->sheets, sheet);
  g_autoptr (AnsRowBuilder) builder = NULL;
  Reading reading = { .wanted = sheet, .layout = layout };

  if (func != NULL)
    builder = ans_row_builder_new (info->name, func, data);
  reading.builder = builder;
  if (!run ((OdsReader *) reader, &reading, cancellable, error))
    return FALSE;
  *is_complete = !reading.is_stopped;
  return TRUE;
}

static double
ods_get_fraction (AnsSheetReader *reader)
{
  OdsReader *self = (OdsReader *) reader;

  return self->package != NULL ? ans_package_get_fraction (self->package) : 0.0;
}

static void
ods_free (AnsSheetReader *reader)
{
  OdsReader *self = (OdsReader *) reader;

  g_clear_pointer (&self->package, ans_package_free);
  g_clear_pointer (&self->flat, ans_byte_source_free);
  g_clear_pointer (&self->hidden_tables, g_hash_table_unref);
  g_clear_pointer (&self->fonts, g_hash_table_unref);
  g_free (self);
}

static const AnsSheetReaderClass ods_class = {
  .free = ods_free,
  .read = ods_read,
  .get_fraction = ods_get_fraction,
};

static void
manifest_cb (AnsXml *xml, guint ns, const char *name, const char **attributes, gpointer data)
{
  gboolean *is_encrypted = data;

  if (strcmp (name, "encryption-data") == 0)
    {
      *is_encrypted = TRUE;
      ans_xml_stop (xml);
    }
}

static gboolean
check_encryption (AnsPackage *package, GError **error)
{
  static const AnsXmlHandlers handlers = { .start = manifest_cb };
  gboolean is_encrypted = ans_package_has_part (package, "encrypted-package");

  if (!is_encrypted && ans_package_has_part (package, "META-INF/manifest.xml") &&
      !ans_xml_read_part (package, "META-INF/manifest.xml", &handlers, &is_encrypted, NULL, error))
    return FALSE;
  if (!is_encrypted)
    return TRUE;
  g_set_error_literal (
      error, ANS_WORKBOOK_ERROR, ANS_WORKBOOK_ERROR_ENCRYPTED,
      _ ("The file is protected by a password. Open it, save it without a password, "
         "and try again."));
  return FALSE;
}

static AnsSheetReader *
list_sheets (OdsReader *self, GError **error)
{
  Reading listing = { .is_listing = TRUE };

  if (!run (self, &listing, NULL, error))
    return NULL;
  if (self->parent.sheets->len > 0)
    return &self->parent;
  g_set_error_literal (
      error, ANS_WORKBOOK_ERROR, ANS_WORKBOOK_ERROR_NOT_A_WORKBOOK,
      _ ("The file is an office document, but not a workbook. Choose an .xlsx, .ods "
         "or .csv file."));
  return NULL;
}

static OdsReader *
reader_new (void)
{
  OdsReader *self = g_new0 (OdsReader, 1);

  ans_sheet_reader_init (&self->parent, &ods_class);
  self->hidden_tables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->fonts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

AnsSheetReader *
ans_ods_reader_new (AnsPackage *package, GError **error)
{
  OdsReader *self;

  if (!check_encryption (package, error))
    return NULL;
  self = reader_new ();
  self->package = package;
  if (list_sheets (self, error) != NULL)
    return &self->parent;
  /* Not taken over. */
  self->package = NULL;
  ans_sheet_reader_free (&self->parent);
  return NULL;
}

AnsSheetReader *
ans_ods_reader_new_flat (AnsByteSource *source, GError **error)
{
  OdsReader *self = reader_new ();

  self->flat = source;
  if (list_sheets (self, error) != NULL)
    return &self->parent;
  self->flat = NULL;
  ans_sheet_reader_free (&self->parent);
  return NULL;
}
