/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/ans-xlsx-writer.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>
#include <xlsxwriter.h>

#include "document/ans-cell-text.h"
#include "document/ans-document-private.h"
#include "scene/ans-output-file.h"
#include "document/ans-xlsx-check.h"

#define SHEET_ROWS      1048576 /* of the format */
#define LONGEST_TEXT    32767   /* characters in one cell */
#define CONSTANT_ROWS   200000
#define CANCEL_EVERY    256
#define SAMPLE_ROWS     200
#define FONT            "Times New Roman"
#define INCH            25.4
#define SENTENCE_HEIGHT 17.0 /* points, of a line of 13 points */
#define DIGIT_MM        1.95 /* width of a digit, by which Excel measures columns */
#define MOST_DECIMALS   4

typedef struct
{
  const AnsTableColumn *column;
  guint index; /* in the source */
  lxw_format *cell;
  lxw_format *text; /* for what is not of the column's kind, or could be taken for a formula */
  lxw_format *total;
  lxw_format *decimals[2][MOST_DECIMALS]; /* of cells and of totals, made when needed */
} Column;

typedef struct
{
  AnsDocument *document;
  lxw_workbook *workbook;
  lxw_worksheet *sheet;
  Column *columns;
  guint n_columns;
  guint n_sheets;
  guint sheet_rows;  /* a sheet is full with so many */
  gboolean constant; /* rows leave memory as soon as the next one begins */
  guint row;         /* the next one */
  guint header_row;  /* the last row of the header */
  guint n_header_rows;
  lxw_format *band;
  lxw_format *label;
  lxw_format *title;
  GString *buffer, *clean;
  GError **error;
  gboolean failed;
} Writer;

static lxw_format *
make_format (Writer *w, double size, gboolean bold, gboolean italic, guint8 align, gboolean border)
{
  lxw_format *format = workbook_add_format (w->workbook);

  format_set_font_name (format, FONT);
  format_set_font_size (format, size);
  if (bold)
    format_set_bold (format);
  if (italic)
    format_set_italic (format);
  if (align != LXW_ALIGN_NONE)
    format_set_align (format, align);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  if (border)
    format_set_border (format, LXW_BORDER_THIN);
  return format;
}

static lxw_format *
column_format (Writer *w, const AnsTableColumn *column, gboolean bold, gboolean as_text)
{
  static const guint8 aligns[] = { LXW_ALIGN_NONE, LXW_ALIGN_LEFT, LXW_ALIGN_CENTER,
                                   LXW_ALIGN_RIGHT };
  lxw_format *format = make_format (w, w->document->table_size, bold || column->bold, FALSE,
                                    aligns[ans_cell_align (column)], TRUE);

  if (column->kind == ANS_COLUMN_TEXT || as_text)
    format_set_text_wrap (format);
  /* Else it touches the number before it. */
  if (aligns[ans_cell_align (column)] == LXW_ALIGN_LEFT)
    format_set_indent (format, 1);
  if (as_text || column->kind == ANS_COLUMN_ID || column->kind == ANS_COLUMN_PARTIAL_DATE)
    format_set_num_format_index (format, 49); /* "@" */
  else if (column->kind == ANS_COLUMN_DATE)
    format_set_num_format (format, "dd/mm/yyyy");
  else if (column->kind == ANS_COLUMN_INTEGER || column->kind == ANS_COLUMN_MONEY ||
           column->kind == ANS_COLUMN_DECIMAL)
    format_set_num_format_index (format, 3); /* "#,##0" */
  return format;
}

static void
make_columns (Writer *w)
{
  guint n_all;
  const AnsTableColumn *all = ans_table_source_get_columns (w->document->table, &n_all);
  g_autofree guint *visible = ans_document_visible_columns (w->document, &w->n_columns);

  w->columns = g_new0 (Column, w->n_columns);
  for (guint i = 0; i < w->n_columns; i++)
    {
      Column *column = &w->columns[i];

      column->index = visible[i];
      column->column = &all[visible[i]];
      column->cell = column_format (w, column->column, FALSE, FALSE);
      column->total = column_format (w, column->column, TRUE, FALSE);
      /* An apostrophe that Excel keeps out of sight: the cell stays text when it is edited. */
      column->text = column_format (w, column->column, FALSE, TRUE);
      format_set_quote_prefix (column->text);
    }
  w->title = make_format (w, w->document->table_size, TRUE, FALSE, LXW_ALIGN_CENTER, TRUE);
  format_set_text_wrap (w->title);
  w->band = make_format (w, w->document->table_size, TRUE, FALSE, LXW_ALIGN_LEFT, TRUE);
  w->label = w->band;
}

/* Text is always written as a string, so no formula can come out of data. */
static void
put_text (Writer *w, guint column, const char *text, lxw_format *format)
{
  if (w->failed)
    return;
  if (g_utf8_strlen (text, -1) > LONGEST_TEXT)
    {
      g_set_error (
          w->error, ANS_DOCUMENT_ERROR, ANS_DOCUMENT_ERROR_SOURCE,
          _ ("Row %u of the sheet holds a text longer than the %d letters that Excel allows in "
             "one cell. Nothing was written. Shorten it, or write a CSV file."),
          w->row + 1, LONGEST_TEXT);
      w->failed = TRUE;
      return;
    }
  worksheet_write_string (w->sheet, w->row, (lxw_col_t) column, text, format);
}

/* Text over columns @first to @last of the present row. */
static void
put_wide (Writer *w, guint first, guint last, const char *text, lxw_format *format)
{
  if (first < last)
    worksheet_merge_range (w->sheet, w->row, (lxw_col_t) first, w->row, (lxw_col_t) last, "",
                           format);
  put_text (w, first, text, format);
}

static gboolean
is_formula_like (const char *text)
{
  return strchr ("=+-@", *text) != NULL && *text != '\0';
}

/* A number is shown with the decimals that it has on paper: 4.60 is not 4.6 there. */
static lxw_format *
decimal_format (Writer *w, Column *column, const char *cell, lxw_format *format)
{
  const char *point = strchr (cell, '.');
  gsize n = point != NULL ? MIN (strlen (point + 1), MOST_DECIMALS) : 0;
  guint total = format == column->total;
  lxw_format **made;
  g_autofree char *zeros = g_strnfill (n, '0');
  g_autofree char *pattern = g_strdup_printf ("#,##0.%s", zeros);

  if (n == 0)
    return format;
  made = &column->decimals[total][n - 1];
  if (*made == NULL)
    {
      *made = column_format (w, column->column, total, FALSE);
      /* A pattern counts only without the number of a built-in one. */
      format_set_num_format_index (*made, 0);
      format_set_num_format (*made, pattern);
    }
  return *made;
}

static void
put_cell (Writer *w, guint i, const char *cell, guint ordinal, lxw_format *format)
{
  const Column *column = &w->columns[i];
  const char *text =
      ans_cell_clean (ans_cell_print (column->column->kind, cell, ordinal, w->buffer), w->clean);
  lxw_col_t at = (lxw_col_t) i;
  int year, month, day;
  double number;

  switch (column->column->kind)
    {
    case ANS_COLUMN_ORDINAL:
      worksheet_write_number (w->sheet, w->row, at, ordinal, format);
      return;
    case ANS_COLUMN_INTEGER:
    case ANS_COLUMN_DECIMAL:
    case ANS_COLUMN_MONEY:
      if (cell != NULL && ans_cell_parse_number (cell, &number))
        {
          if (column->column->kind == ANS_COLUMN_DECIMAL)
            format = decimal_format (w, &w->columns[i], cell, format);
          worksheet_write_number (w->sheet, w->row, at, number, format);
          return;
        }
      break;
    case ANS_COLUMN_DATE:
      if (cell != NULL && ans_cell_parse_date (cell, &year, &month, &day) && day > 0 &&
          year >= 1900)
        {
          lxw_datetime date = { .year = year, .month = month, .day = day };

          worksheet_write_datetime (w->sheet, w->row, at, &date, format);
          return;
        }
      break;
    case ANS_COLUMN_TEXT:
    case ANS_COLUMN_ID:
    case ANS_COLUMN_PARTIAL_DATE:
      if (*text != '\0' && !is_formula_like (text))
        {
          put_text (w, i, text, format);
          return;
        }
      break;
    case ANS_COLUMN_BOOL:
    case ANS_COLUMN_SIGN:
    default:
      break;
    }
  if (*text == '\0')
    worksheet_write_blank (w->sheet, w->row, at, format);
  else
    put_text (w, i, text, column->column->kind == ANS_COLUMN_BOOL ? format : column->text);
}

/* Widths in characters, from the first rows and the titles. */
static gboolean
set_widths (Writer *w)
{
  AnsTableSource *source = w->document->table;
  guint n = MIN (ans_table_source_get_n_rows (source), SAMPLE_ROWS);
  g_autofree guint *widths = g_new0 (guint, w->n_columns);
  AnsTableTotal total;

  for (guint row = 0; row < n; row++)
    {
      const char *const *cells = ans_table_source_get_row (source, row, w->error);

      if (cells == NULL)
        return FALSE;
      for (guint i = 0; i < w->n_columns; i++)
        {
          const char *text = ans_cell_print (w->columns[i].column->kind, cells[w->columns[i].index],
                                             ans_table_source_get_n_rows (source), w->buffer);

          widths[i] = MAX (widths[i], (guint) g_utf8_strlen (text, -1));
        }
    }
  ans_table_source_get_total (source, &total);
  for (guint i = 0; i < w->n_columns; i++)
    {
      const AnsTableColumn *column = w->columns[i].column;
      guint title = (guint) g_utf8_strlen (column->title, -1);

      if (total.label != NULL && total.cells != NULL && column->kind == ANS_COLUMN_MONEY)
        widths[i] =
            MAX (widths[i], (guint) strlen (ans_cell_print (
                                column->kind, total.cells[w->columns[i].index], 0, w->buffer)));
      widths[i] = MAX (widths[i], MIN (title, 10));
      if (column->kind == ANS_COLUMN_SIGN)
        widths[i] = MAX (widths[i], 14);
      worksheet_set_column (w->sheet, (lxw_col_t) i, (lxw_col_t) i,
                            column->width_mm > 0 ? column->width_mm / DIGIT_MM
                                                 : CLAMP (widths[i], 4, 45) + 1.5,
                            NULL);
    }
  return TRUE;
}

static void
set_up_paper (Writer *w)
{
  AnsDocument *document = w->document;

  if (document->orientation == ANS_ORIENTATION_LANDSCAPE)
    worksheet_set_landscape (w->sheet);
  worksheet_set_paper (w->sheet, 9); /* A4 */
  worksheet_set_margins (w->sheet, document->margin_left / INCH, document->margin_right / INCH,
                         document->margin_top / INCH, document->margin_bottom / INCH);
  worksheet_fit_to_pages (w->sheet, 1, 0);
  if (document->page_numbers != ANS_PAGE_NUMBERS_NONE)
    worksheet_set_footer (w->sheet, "&R&\"Times New Roman,Regular\"&10Trang &P/&N");
  if (document->watermark != NULL)
    {
      /* A sheet has no watermark: the word stands in the header of each printed page. */
      g_autofree char *word =
          g_strdup_printf ("&R&\"Times New Roman,Bold\"&14%.100s", document->watermark);

      worksheet_set_header (w->sheet, word);
    }
}

/* A sheet does not make room for merged cells by itself. */
static void
put_sentence (Writer *w, const char *text, gboolean italic)
{
  lxw_format *format = make_format (w, 13, FALSE, italic, LXW_ALIGN_LEFT, FALSE);
  guint room = 0;

  format_set_text_wrap (format);
  for (guint i = 0; i < w->n_columns; i++)
    room += (guint) MAX (w->columns[i].column->width_mm / DIGIT_MM, 8);
  worksheet_set_row (w->sheet, w->row,
                     SENTENCE_HEIGHT * (1 + (guint) g_utf8_strlen (text, -1) / MAX (room, 20)),
                     NULL);
  put_wide (w, 0, w->n_columns - 1, text, format);
}

static void
put_head (Writer *w)
{
  AnsDocument *document = w->document;
  lxw_format *plain = make_format (w, 12, FALSE, FALSE, LXW_ALIGN_CENTER, FALSE);
  lxw_format *bold = make_format (w, 12, TRUE, FALSE, LXW_ALIGN_CENTER, FALSE);
  lxw_format *motto = make_format (w, 13, TRUE, FALSE, LXW_ALIGN_CENTER, FALSE);
  lxw_format *title = make_format (w, 14, TRUE, FALSE, LXW_ALIGN_CENTER, FALSE);
  lxw_format *italic = make_format (w, 13, FALSE, TRUE, LXW_ALIGN_CENTER, FALSE);
  lxw_format *unit = make_format (w, 12, FALSE, TRUE, LXW_ALIGN_RIGHT, FALSE);
  guint last = w->n_columns - 1;
  guint split = w->n_columns * 2 / 5;

  if (document->agency != NULL && document->agency[0] != NULL)
    {
      g_autoptr (GPtrArray) left = g_ptr_array_new ();
      const char *right[] = { ANS_COUNTRY_LINE, ANS_MOTTO_LINE, document->place_date };
      lxw_format *right_formats[] = { bold, motto, italic };
      guint n_plain = document->parent_agency != NULL ? 1 : 0;
      guint n_bold = g_strv_length (document->agency);

      if (document->parent_agency != NULL)
        g_ptr_array_add (left, document->parent_agency);
      for (guint i = 0; i < n_bold; i++)
        g_ptr_array_add (left, document->agency[i]);
      if (document->number != NULL)
        g_ptr_array_add (left, document->number);
      for (guint i = 0; i < MAX (left->len, G_N_ELEMENTS (right)); i++, w->row++)
        {
          if (i < left->len && split > 0)
            put_wide (w, 0, split - 1, g_ptr_array_index (left, i),
                      i >= n_plain && i < n_plain + n_bold ? bold : plain);
          if (i < G_N_ELEMENTS (right) && right[i] != NULL)
            put_wide (w, split, last, right[i], right_formats[i]);
        }
      w->row++;
    }
  if (document->title != NULL)
    {
      put_wide (w, 0, last, document->title, title);
      w->row++;
    }
  if (document->subtitle != NULL)
    {
      put_wide (w, 0, last, document->subtitle, motto);
      w->row++;
    }
  if (document->attachment != NULL)
    {
      put_wide (w, 0, last, document->attachment, italic);
      w->row++;
    }
  if (document->opening->len > 0)
    w->row++;
  for (guint i = 0; i < document->opening->len; i++, w->row++)
    {
      const AnsClosingLine *line = &g_array_index (document->opening, AnsClosingLine, i);

      put_sentence (w, line->text, line->italic);
    }
  if (document->unit_note != NULL)
    put_wide (w, 0, last, document->unit_note, unit);
  if (w->row > 0 || document->unit_note != NULL)
    w->row++;
}

static guint
title_span (const Writer *w, guint first)
{
  const char *title = w->columns[first].column->group_title;
  guint n = 0;

  while (title != NULL && first + n < w->n_columns &&
         g_strcmp0 (w->columns[first + n].column->group_title, title) == 0)
    n++;
  return n;
}

/* With constant memory a row can't be returned to, so a title over two rows is not merged there but
 * stands in the lower one. */
static void
put_header (Writer *w)
{
  gboolean upper = FALSE;

  for (guint i = 0; i < w->n_columns; i++)
    upper |= w->columns[i].column->group_title != NULL;
  w->n_header_rows = upper ? 2 : 1;

  for (guint i = 0, span; upper && i < w->n_columns; i += MAX (span, 1))
    {
      span = title_span (w, i);
      if (span > 0)
        put_wide (w, i, i + span - 1, w->columns[i].column->group_title, w->title);
      else if (w->constant)
        worksheet_write_blank (w->sheet, w->row, (lxw_col_t) i, w->title);
      else
        worksheet_merge_range (w->sheet, w->row, (lxw_col_t) i, w->row + 1, (lxw_col_t) i,
                               w->columns[i].column->title, w->title);
    }
  if (upper)
    w->row++;
  for (guint i = 0; i < w->n_columns; i++)
    if (!upper || w->constant || w->columns[i].column->group_title != NULL)
      put_text (w, i, w->columns[i].column->title, w->title);
  w->header_row = w->row++;
  worksheet_freeze_panes (w->sheet, w->row,
                          w->columns[0].column->kind == ANS_COLUMN_ORDINAL ? 2 : 1);
  worksheet_repeat_rows (w->sheet, w->header_row + 1 - w->n_header_rows, w->header_row);
}

/* The filter and the marks "number stored as text" need to know where the sheet's rows end. */
static void
end_sheet (Writer *w)
{
  g_autoptr (GString) ranges = g_string_new (NULL);

  if (w->sheet == NULL || w->row <= w->header_row + 1)
    return;
  worksheet_autofilter (w->sheet, w->header_row, 0, w->row - 1, (lxw_col_t) (w->n_columns - 1));
  for (guint i = 0; i < w->n_columns; i++)
    {
      AnsColumnKind kind = w->columns[i].column->kind;
      char name[LXW_MAX_COL_NAME_LENGTH];

      if (kind == ANS_COLUMN_ORDINAL || kind == ANS_COLUMN_SIGN)
        continue;
      lxw_col_to_name (name, (lxw_col_t) i, FALSE);
      g_string_append_printf (ranges, "%s%s%u:%s%u", ranges->len > 0 ? " " : "", name,
                              w->header_row + 2, name, w->row);
    }
  if (ranges->len > 0)
    worksheet_ignore_errors (w->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, ranges->str);
}

static gboolean
begin_sheet (Writer *w)
{
  g_autofree char *name = NULL;

  w->n_sheets++;
  name =
      w->n_sheets == 1 ? g_strdup ("Danh sách") : g_strdup_printf ("Danh sách (%u)", w->n_sheets);
  w->sheet = workbook_add_worksheet (w->workbook, name);
  w->row = 0;
  if (!set_widths (w))
    return FALSE;
  set_up_paper (w);
  if (w->n_sheets == 1)
    put_head (w);
  put_header (w);
  return TRUE;
}

/* Makes room for one more row of the table: the next sheet where this one is full. */
static gboolean
next_row (Writer *w)
{
  if (w->row < w->sheet_rows)
    return TRUE;
  end_sheet (w);
  return begin_sheet (w);
}

static gboolean
put_band (Writer *w, const char *text)
{
  if (!next_row (w))
    return FALSE;
  put_wide (w, 0, w->n_columns - 1, ans_cell_clean (text, w->clean), w->band);
  w->row++;
  return TRUE;
}

static gboolean
put_total (Writer *w, const AnsTableTotal *total)
{
  guint span = 1;

  if (total->label == NULL)
    return TRUE;
  if (!next_row (w))
    return FALSE;
  while (span < w->n_columns &&
         (total->cells == NULL || total->cells[w->columns[span].index] == NULL ||
          *total->cells[w->columns[span].index] == '\0'))
    span++;
  put_wide (w, 0, span - 1, ans_cell_clean (total->label, w->clean), w->label);
  for (guint i = span; i < w->n_columns; i++)
    if (w->columns[i].column->kind == ANS_COLUMN_ORDINAL)
      worksheet_write_blank (w->sheet, w->row, (lxw_col_t) i, w->columns[i].total);
    else
      put_cell (w, i, total->cells[w->columns[i].index], 0, w->columns[i].total);
  w->row++;
  return TRUE;
}

static gboolean
put_rows (Writer *w,
          guint first,
          guint n,
          GCancellable *cancellable,
          AnsDocumentProgress progress,
          gpointer progress_data)
{
  guint all = ans_table_source_get_n_rows (w->document->table);
  guint step = MAX (all / 90, 1);

  for (guint row = first; row < first + n && !w->failed; row++)
    {
      const char *const *cells;

      if (row % CANCEL_EVERY == 0 && g_cancellable_set_error_if_cancelled (cancellable, w->error))
        return FALSE;
      if (!next_row (w))
        return FALSE;
      cells = ans_table_source_get_row (w->document->table, row, w->error);
      if (cells == NULL)
        return FALSE;
      for (guint i = 0; i < w->n_columns; i++)
        put_cell (w, i, cells[w->columns[i].index], row + 1, w->columns[i].cell);
      w->row++;
      if (progress != NULL && row % step == 0)
        progress (0.9 * row / all, progress_data);
    }
  return !w->failed;
}

static gboolean
put_table (Writer *w,
           GCancellable *cancellable,
           AnsDocumentProgress progress,
           gpointer progress_data)
{
  AnsTableSource *source = w->document->table;
  guint n_rows = ans_table_source_get_n_rows (source);
  guint n_groups = ans_table_source_get_n_groups (source);
  AnsTableTotal total;
  guint row = 0;

  if (n_rows == 0 && !put_band (w, w->document->empty_text))
    return FALSE;
  for (guint i = 0; i < n_groups && n_rows > 0; i++)
    {
      AnsTableGroup group;
      g_autofree char *title = NULL;

      ans_table_source_get_group (source, i, &group);
      title = ans_document_group_title (w->document, i, group.title);
      if (!put_band (w, title) ||
          !put_rows (w, row, group.n_rows, cancellable, progress, progress_data))
        return FALSE;
      row += group.n_rows;
      ans_table_source_get_group (source, i, &group);
      if (!put_total (w, &group.total))
        return FALSE;
    }
  if (n_groups == 0 && !put_rows (w, 0, n_rows, cancellable, progress, progress_data))
    return FALSE;
  ans_table_source_get_total (source, &total);
  return put_total (w, &total) && !w->failed;
}

static void
put_signatures (Writer *w)
{
  const GArray *signatures = w->document->signatures;
  lxw_format *bold = make_format (w, 13, TRUE, FALSE, LXW_ALIGN_CENTER, FALSE);
  lxw_format *italic = make_format (w, 12, FALSE, TRUE, LXW_ALIGN_CENTER, FALSE);
  guint parts = MAX (signatures->len, 2);
  guint deepest = 0;

  if (signatures->len == 0)
    return;
  w->row++;
  for (guint i = 0; i < signatures->len; i++)
    {
      const AnsSignature *signature = &g_array_index (signatures, AnsSignature, i);

      deepest = MAX (deepest, g_strv_length (signature->heading) + (signature->note != NULL));
    }
  /* Row by row, as constant memory wants it. The last line, after room to sign, holds the names. */
  for (guint line = 0; line < deepest + 5; line++, w->row++)
    for (guint i = 0; i < signatures->len; i++)
      {
        const AnsSignature *signature = &g_array_index (signatures, AnsSignature, i);
        guint part = signatures->len == 1 ? 1 : i;
        guint first = w->n_columns * part / parts;
        guint last = w->n_columns * (part + 1) / parts;
        guint n_heading = g_strv_length (signature->heading);

        last = last > first ? last - 1 : first;
        if (line < n_heading)
          put_wide (w, first, last, signature->heading[line], bold);
        else if (line == n_heading && signature->note != NULL)
          put_wide (w, first, last, signature->note, italic);
        else if (line == deepest + 4 && signature->signer != NULL)
          put_wide (w, first, last, signature->signer, bold);
      }
}

static void
put_tail (Writer *w)
{
  lxw_format *plain = make_format (w, 12, FALSE, FALSE, LXW_ALIGN_LEFT, FALSE);
  lxw_format *italic = make_format (w, 12, FALSE, TRUE, LXW_ALIGN_LEFT, FALSE);

  for (guint i = 0; i < w->document->closing->len; i++, w->row++)
    {
      const AnsClosingLine *line = &g_array_index (w->document->closing, AnsClosingLine, i);

      put_wide (w, 0, w->n_columns - 1, line->text, line->italic ? italic : plain);
    }
  put_signatures (w);
}

static void
describe (Writer *w)
{
  /* The library reads these, it does not change them. */
  lxw_doc_properties properties = {
    .title = w->document->title != NULL ? w->document->title : "",
    .subject = w->document->subtitle != NULL ? w->document->subtitle : "",
    .author = w->document->author != NULL ? w->document->author : "",
    .company = w->document->author != NULL ? w->document->author : "",
    .comments = ANS_PROGRAM_NAME,
  };

  workbook_set_properties (w->workbook, &properties);
}

/**
 * ans_xlsx_writer_write:
 * @document: what to write
 * @path: the file to make or replace
 * @cancellable: (nullable): looked at often
 * @progress: (nullable): told the share of rows that are done
 * @progress_data: given to @progress
 * @error: an #AnsDocumentError, the source's own, or %G_IO_ERROR_CANCELLED
 *
 * Letterhead, title, table and signatures in a sheet that prints as A4. Cells have types: numbers
 * that name something (CCCD, phone) and incomplete dates are text, whole dates are dates, amounts
 * are numbers; a text never becomes a formula. A list longer than a sheet goes on in the next
 * sheets.
 *
 * Returns: whether the file is there
 */
gboolean
ans_xlsx_writer_write (AnsDocument *document,
                       const char *path,
                       GCancellable *cancellable,
                       AnsDocumentProgress progress,
                       gpointer progress_data,
                       GError **error)
{
  return ans_xlsx_writer_write_split (document, path, SHEET_ROWS, cancellable, progress,
                                      progress_data, error);
}

/**
 * ans_xlsx_writer_write_split:
 * @sheet_rows: rows of a sheet, at least 50 and at most the 1,048,576 of the format
 *
 * As ans_xlsx_writer_write(), for an office that wants smaller sheets.
 *
 * Returns: whether the file is there
 */
gboolean
ans_xlsx_writer_write_split (AnsDocument *document,
                             const char *path,
                             guint sheet_rows,
                             GCancellable *cancellable,
                             AnsDocumentProgress progress,
                             gpointer progress_data,
                             GError **error)
{
  g_autoptr (AnsOutputFile) file = NULL;
  GError *failure = NULL;
  Writer w = { .document = document, .error = &failure };
  lxw_workbook_options options = { 0 };
  lxw_error code = LXW_NO_ERROR;
  gboolean written;

  g_return_val_if_fail (ANS_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (!ans_document_check (document, error))
    return FALSE;
  file = ans_output_file_new (path, error);
  if (file == NULL)
    return FALSE;

  /* Tail rows always fit: the closing lines and signatures are few. */
  w.sheet_rows = CLAMP (sheet_rows, 50, SHEET_ROWS) - (guint) document->closing->len - 16;
  /* This mode keeps no row in memory, but writes each text in its cell instead of once for all,
   * which other programs read worse. So only where a million rows would take a gigabyte. */
  w.constant = ans_table_source_get_n_rows (document->table) > CONSTANT_ROWS;
  options.constant_memory = w.constant;
  w.workbook = workbook_new_opt (ans_output_file_get_temporary (file), &options);
  w.buffer = g_string_new (NULL);
  w.clean = g_string_new (NULL);
  describe (&w);
  make_columns (&w);
  written = begin_sheet (&w) && put_table (&w, cancellable, progress, progress_data);
  if (written)
    {
      end_sheet (&w);
      put_tail (&w);
      written = !w.failed;
    }

  if (written)
    {
      errno = 0;
      code = workbook_close (w.workbook);
      if (code != LXW_NO_ERROR)
        ans_output_file_fail (file, errno);
    }
  else
    lxw_workbook_free (w.workbook);
  g_free (w.columns);
  g_string_free (w.buffer, TRUE);
  g_string_free (w.clean, TRUE);

  if (!written)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  /* The library does not look whether its temporary files took everything. */
  if (code == LXW_NO_ERROR && !ans_xlsx_check_whole (ans_output_file_get_temporary (file)))
    ans_output_file_fail (file, ENOSPC);
  return ans_output_file_commit (file, error);
}
