/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document as the office thinks of it: letterhead, title, one list, sums, signatures. No
 * geometry. */
#include "document/ans-document-private.h"

#include <glib/gi18n.h>

#include "document/ans-cell-text.h"

G_DEFINE_QUARK (ans - document - error - quark, ans_document_error)

G_DEFINE_FINAL_TYPE (AnsDocument, ans_document, G_TYPE_OBJECT)

static void
clear_closing (gpointer data)
{
  g_free (((AnsClosingLine *) data)->text);
}

static void
clear_signature (gpointer data)
{
  AnsSignature *signature = data;

  g_strfreev (signature->heading);
  g_free (signature->note);
  g_free (signature->signer);
}

static void
ans_document_finalize (GObject *object)
{
  AnsDocument *self = ANS_DOCUMENT (object);

  g_clear_object (&self->table);
  g_free (self->parent_agency);
  g_strfreev (self->agency);
  g_free (self->number);
  g_free (self->place_date);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->attachment);
  g_free (self->unit_note);
  g_free (self->empty_text);
  g_free (self->watermark);
  g_free (self->font);
  g_free (self->author);
  g_array_unref (self->opening);
  g_array_unref (self->closing);
  g_array_unref (self->signatures);
  G_OBJECT_CLASS (ans_document_parent_class)->finalize (object);
}

static void
ans_document_class_init (AnsDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ans_document_finalize;
}

static void
ans_document_init (AnsDocument *self)
{
  self->opening = g_array_new (FALSE, TRUE, sizeof (AnsClosingLine));
  g_array_set_clear_func (self->opening, clear_closing);
  self->closing = g_array_new (FALSE, TRUE, sizeof (AnsClosingLine));
  g_array_set_clear_func (self->closing, clear_closing);
  self->signatures = g_array_new (FALSE, TRUE, sizeof (AnsSignature));
  g_array_set_clear_func (self->signatures, clear_signature);
  self->empty_text = g_strdup ("Không có trường hợp nào");
  self->font = g_strdup (ANS_DOCUMENT_FONT);
  self->page_numbers = ANS_PAGE_NUMBERS_FOOTER;
  self->row_height = 8;
  self->table_size = 11;
  self->least_size = 9;
  self->number_groups = TRUE;
  ans_document_set_orientation (self, ANS_ORIENTATION_PORTRAIT);
}

/* Trailing NULs and wrong bytes from outside must never reach Pango or an XML file. */
static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = text != NULL && *text != '\0' ? g_utf8_make_valid (text, -1) : NULL;
}

static char **
valid_lines (const char *const *lines)
{
  guint n = lines != NULL ? g_strv_length ((char **) lines) : 0;
  char **copy = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    copy[i] = g_utf8_make_valid (lines[i], -1);
  return copy;
}

/**
 * ans_document_new:
 * @table: the list
 *
 * Defaults: A4 portrait, margins of NĐ 30/2020, rows of 8 mm set in 11 points, groups numbered with
 * Roman numbers, "Trang x/y" at the foot.
 *
 * Returns: (transfer full): a document without letterhead, title or signatures
 */
AnsDocument *
ans_document_new (AnsTableSource *table)
{
  AnsDocument *self;

  g_return_val_if_fail (ANS_IS_TABLE_SOURCE (table), NULL);
  self = g_object_new (ANS_TYPE_DOCUMENT, NULL);
  self->table = g_object_ref (table);
  return self;
}

/**
 * ans_document_get_table:
 *
 * Returns: (transfer none): the list
 */
AnsTableSource *
ans_document_get_table (AnsDocument *self)
{
  g_return_val_if_fail (ANS_IS_DOCUMENT (self), NULL);
  return self->table;
}

/**
 * ans_document_set_parent_agency:
 * @line: (nullable): the body above the issuing one, as "UBND HUYỆN HOẰNG HÓA"; not bold
 */
void
ans_document_set_parent_agency (AnsDocument *self, const char *line)
{
  g_return_if_fail (ANS_IS_DOCUMENT (self));
  set_text (&self->parent_agency, line);
}

/**
 * ans_document_set_agency:
 * @lines: (nullable) (array zero-terminated): the issuing body, as "ỦY BAN NHÂN DÂN", "XÃ HOẰNG
 * PHỤ", valid on the day of the document. Without lines no letterhead is set at all
 */
void
ans_document_set_agency (AnsDocument *self, const char *const *lines)
{
  g_return_if_fail (ANS_IS_DOCUMENT (self));
  g_strfreev (self->agency);
  self->agency = valid_lines (lines);
}

/**
 * ans_document_set_number:
 * @line: (nullable): "Số: 05/DS-UBND", centred under the agency
 */
void
ans_document_set_number (AnsDocument *self, const char *line)
{
  g_return_if_fail (ANS_IS_DOCUMENT (self));
  set_text (&self->number, line);
}

/**
 * ans_document_set_place_date:
 * @line: (nullable): "Hoằng Phụ, ngày 05 tháng 5 năm 2022"
 */
void
ans_document_set_place_date (AnsDocument *self, const char *line)
{
  g_return_if_fail (ANS_IS_DOCUMENT (self));
  set_text (&self->place_date, line);
}

/**
 * ans_document_set_title:
 * @title: (nullable): in capitals, as it is to be printed
 */
void
ans_document_set_title (AnsDocument *self, const char *title)
{
  g_return_if_fail (ANS_IS_DOCUMENT (self));
  set_text (&self->title, title);
}

/**
 * ans_document_get_title:
 *
 * Returns: (transfer none) (nullable): the title
 */
const char *
ans_document_get_title (AnsDocument *self)
{
  g_return_val_if_fail (ANS_IS_DOCUMENT (self), NULL);
  return self->title;
}

/**
 * ans_document_set_subtitle:
 * @subtitle: (nullable): "Tháng 5 năm 2022"
 */
void
ans_document_set_subtitle (AnsDocument *self, const char *subtitle)
{
  g_return_if_fail (ANS_IS_DOCUMENT (self));
  set_text (&self->subtitle, subtitle);
}

/**
 * ans_document_set_attachment:
 * @line: (nullable): "(Kèm theo Báo cáo số … ngày … của UBND xã …)"
 */
void
ans_document_set_attachment (AnsDocument *self, const char *line)
{
  g_return_if_fail (ANS_IS_DOCUMENT (self));
  set_text (&self->attachment, line);
}

/**
 * ans_document_add_opening:
 * @text: a line between the titles and the table: "Họ và tên chủ hộ: …"; wraps where it is long
 * @italic: set for what explains the table
 */
void
ans_document_add_opening (AnsDocument *self, const char *text, gboolean italic)
{
  AnsClosingLine line = { NULL, italic };

  g_return_if_fail (ANS_IS_DOCUMENT (self));
  g_return_if_fail (text != NULL);
  line.text = g_utf8_make_valid (text, -1);
  g_array_append_val (self->opening, line);
}

/**
 * ans_document_set_unit_note:
 * @note: (nullable): "ĐVT: đồng", at the right above the table
 */
void
ans_document_set_unit_note (AnsDocument *self, const char *note)
{
  g_return_if_fail (ANS_IS_DOCUMENT (self));
  set_text (&self->unit_note, note);
}

/**
 * ans_document_set_empty_text:
 * @text: what the one row of an empty list says, instead of "Không có trường hợp nào"
 */
void
ans_document_set_empty_text (AnsDocument *self, const char *text)
{
  g_return_if_fail (ANS_IS_DOCUMENT (self));
  g_return_if_fail (text != NULL);
  set_text (&self->empty_text, text);
}

/**
 * ans_document_add_closing:
 * @text: a line below the table: "Tổng số: 351 người; tổng số tiền: 183.960.000 đồng."
 * @italic: set for "Bằng chữ: …"
 */
void
ans_document_add_closing (AnsDocument *self, const char *text, gboolean italic)
{
  AnsClosingLine line = { NULL, italic };

  g_return_if_fail (ANS_IS_DOCUMENT (self));
  g_return_if_fail (text != NULL);
  line.text = g_utf8_make_valid (text, -1);
  g_array_append_val (self->closing, line);
}

/**
 * ans_document_add_signature:
 * @heading: (array zero-terminated): the bold lines: "TM. ỦY BAN NHÂN DÂN XÃ", "CHỦ TỊCH"
 * @note: (nullable): "(Ký, ghi rõ họ tên)", italic
 * @signer: (nullable): the name under the space for the signature; no academic title
 *
 * Adds a signature; the first stands left, the last right, one alone stands right. Up to three.
 */
void
ans_document_add_signature (AnsDocument *self,
                            const char *const *heading,
                            const char *note,
                            const char *signer)
{
  AnsSignature signature = { 0 };

  g_return_if_fail (ANS_IS_DOCUMENT (self));
  g_return_if_fail (heading != NULL);
  g_return_if_fail (self->signatures->len < 3);

  signature.heading = valid_lines (heading);
  set_text (&signature.note, note);
  set_text (&signature.signer, signer);
  g_array_append_val (self->signatures, signature);
}

/**
 * ans_document_set_orientation:
 * @orientation: how the A4 sheet lies
 *
 * Unless margins were set, they follow: portrait 20/20/30/15 mm (top, bottom, left, right; NĐ
 * 30/2020, Annex I), landscape 20/15/20/15 (custom for wide lists).
 */
void
ans_document_set_orientation (AnsDocument *self, AnsOrientation orientation)
{
  g_return_if_fail (ANS_IS_DOCUMENT (self));

  self->orientation = orientation;
  if (self->margins_set)
    return;
  self->margin_top = 20;
  self->margin_right = 15;
  self->margin_bottom = orientation == ANS_ORIENTATION_LANDSCAPE ? 15 : 20;
  self->margin_left = orientation == ANS_ORIENTATION_LANDSCAPE ? 20 : 30;
}

/**
 * ans_document_get_orientation:
 *
 * Returns: how the sheet lies
 */
AnsOrientation
ans_document_get_orientation (AnsDocument *self)
{
  g_return_val_if_fail (ANS_IS_DOCUMENT (self), ANS_ORIENTATION_PORTRAIT);
  return self->orientation;
}

/**
 * ans_document_set_margins:
 * @top_mm: also holds the page number; at least 10
 * @bottom_mm: also holds "Trang x/y"; at least 10
 * @left_mm: the binding edge
 * @right_mm: at least 5
 */
void
ans_document_set_margins (
    AnsDocument *self, double top_mm, double bottom_mm, double left_mm, double right_mm)
{
  g_return_if_fail (ANS_IS_DOCUMENT (self));

  self->margins_set = TRUE;
  self->margin_top = CLAMP (top_mm, 10, 60);
  self->margin_bottom = CLAMP (bottom_mm, 10, 60);
  self->margin_left = CLAMP (left_mm, 5, 60);
  self->margin_right = CLAMP (right_mm, 5, 60);
}

/**
 * ans_document_set_row_height:
 * @height_mm: the least height of a row; 8 or more where people sign
 */
void
ans_document_set_row_height (AnsDocument *self, double height_mm)
{
  g_return_if_fail (ANS_IS_DOCUMENT (self));
  self->row_height = CLAMP (height_mm, 3, 40);
}

/**
 * ans_document_set_table_size:
 * @points: size of the text in cells, 9 to 14; text that is too wide shrinks, then wraps: see
 *   ans_document_set_least_size()
 */
void
ans_document_set_table_size (AnsDocument *self, double points)
{
  g_return_if_fail (ANS_IS_DOCUMENT (self));
  self->table_size = CLAMP (points, 9, 14);
}

/**
 * ans_document_set_least_size:
 * @points: text in cells that is too wide shrinks to this size, 9 unless it is set, and then wraps.
 *   That of the table itself for texts that are to be read rather than looked up
 */
void
ans_document_set_least_size (AnsDocument *self, double points)
{
  g_return_if_fail (ANS_IS_DOCUMENT (self));
  self->least_size = CLAMP (points, 9, 14);
}

/**
 * ans_document_set_watermark:
 * @word: (nullable): %ANS_DOCUMENT_DRAFT for a list that may still change, "HẠN CHẾ" for a
 * restricted one
 */
void
ans_document_set_watermark (AnsDocument *self, const char *word)
{
  g_return_if_fail (ANS_IS_DOCUMENT (self));
  set_text (&self->watermark, word);
}

/**
 * ans_document_set_page_numbers:
 * @style: where page numbers stand
 */
void
ans_document_set_page_numbers (AnsDocument *self, AnsPageNumbers style)
{
  g_return_if_fail (ANS_IS_DOCUMENT (self));
  self->page_numbers = style;
}

/**
 * ans_document_set_number_groups:
 * @number_groups: whether groups are printed as "I. Thôn Bắc Sơn", "II. …"
 */
void
ans_document_set_number_groups (AnsDocument *self, gboolean number_groups)
{
  g_return_if_fail (ANS_IS_DOCUMENT (self));
  self->number_groups = number_groups;
}

/**
 * ans_document_set_hide_sensitive:
 * @hide: %TRUE makes a "bản niêm yết" (domain §8): sensitive columns are left out in every format
 */
void
ans_document_set_hide_sensitive (AnsDocument *self, gboolean hide)
{
  g_return_if_fail (ANS_IS_DOCUMENT (self));
  self->hide_sensitive = hide;
}

/**
 * ans_document_get_hide_sensitive:
 *
 * Returns: whether sensitive columns are left out
 */
gboolean
ans_document_get_hide_sensitive (AnsDocument *self)
{
  g_return_val_if_fail (ANS_IS_DOCUMENT (self), FALSE);
  return self->hide_sensitive;
}

/**
 * ans_document_set_font:
 * @families: family names, best first; %ANS_DOCUMENT_FONT by default
 */
void
ans_document_set_font (AnsDocument *self, const char *families)
{
  g_return_if_fail (ANS_IS_DOCUMENT (self));
  g_return_if_fail (families != NULL);
  set_text (&self->font, families);
}

/**
 * ans_document_set_author:
 * @author: (nullable): goes into the file's properties only
 */
void
ans_document_set_author (AnsDocument *self, const char *author)
{
  g_return_if_fail (ANS_IS_DOCUMENT (self));
  set_text (&self->author, author);
}

/**
 * ans_document_visible_columns:
 * @n_visible: (out): their number
 *
 * Returns: (transfer full): indices of the columns that are printed
 */
guint *
ans_document_visible_columns (AnsDocument *self, guint *n_visible)
{
  guint n, shown = 0;
  const AnsTableColumn *columns = ans_table_source_get_columns (self->table, &n);
  guint *visible = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    if (!self->hide_sensitive || !columns[i].sensitive)
      visible[shown++] = i;
  *n_visible = shown;
  return visible;
}

/**
 * ans_document_group_title:
 * @index: the group's number from 0
 * @title: its title
 *
 * Returns: (transfer full): "I. Thôn Bắc Sơn"
 */
char *
ans_document_group_title (AnsDocument *self, guint index, const char *title)
{
  char roman[ANS_ROMAN_SIZE];
  g_autofree char *valid = g_utf8_make_valid (title != NULL ? title : "", -1);

  if (!self->number_groups)
    return g_steal_pointer (&valid);
  return g_strdup_printf ("%s. %s", ans_cell_roman (index + 1, roman), valid);
}

/**
 * ans_document_check:
 * @error: %ANS_DOCUMENT_ERROR_SOURCE
 *
 * A list whose groups do not add up would lose people on paper; it is refused before anything is
 * made.
 *
 * Returns: whether the list can be written
 */
gboolean
ans_document_check (AnsDocument *self, GError **error)
{
  guint n_groups = ans_table_source_get_n_groups (self->table);
  guint n_rows = ans_table_source_get_n_rows (self->table);
  guint64 sum = 0;
  guint n_visible;
  g_autofree guint *visible = ans_document_visible_columns (self, &n_visible);

  if (n_visible == 0)
    {
      g_set_error_literal (error, ANS_DOCUMENT_ERROR, ANS_DOCUMENT_ERROR_SOURCE,
                           _ ("The list has no column to print. Choose at least one column."));
      return FALSE;
    }
  for (guint i = 0; i < n_groups; i++)
    {
      AnsTableGroup group;

      ans_table_source_get_group (self->table, i, &group);
      sum += group.n_rows;
    }
  if (n_groups > 0 && sum != n_rows)
    {
      g_set_error (
          error, ANS_DOCUMENT_ERROR, ANS_DOCUMENT_ERROR_SOURCE,
          /* Translators: a guard; both numbers count rows */
          _ ("The groups of the list hold %u rows, but the list has %u. Nothing was written. "
             "Open the list again."),
          (guint) MIN (sum, G_MAXUINT), n_rows);
      return FALSE;
    }
  return TRUE;
}
