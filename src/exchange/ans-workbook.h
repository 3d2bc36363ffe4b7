/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "exchange/ans-sheet.h"

G_BEGIN_DECLS

/**
 * SECTION:ans-workbook
 *
 * Reads `.xlsx`/`.xlsm`, `.ods`/`.fods` and delimited text. The kind of file is told by what is in
 * it, never by its name. Everything is streamed; what is kept in memory is bounded by the
 * constants below, and a file beyond them is refused with %ANS_WORKBOOK_ERROR_TOO_LARGE.
 *
 * A workbook may be used from any thread, but by one at a time.
 */

/** Size of the file itself. */
#define ANS_WORKBOOK_MAX_FILE_BYTES (G_GUINT64_CONSTANT (1) << 30)
/** One part of the package (a sheet, the shared strings) when unpacked. */
#define ANS_WORKBOOK_MAX_PART_BYTES (G_GUINT64_CONSTANT (2) << 30)
/** A part larger than this must not be packed tighter than %ANS_WORKBOOK_MAX_RATIO : 1. */
#define ANS_WORKBOOK_FREE_PART_BYTES (G_GUINT64_CONSTANT (32) << 20)
#define ANS_WORKBOOK_MAX_RATIO       200u
/** Parts in a package. */
#define ANS_WORKBOOK_MAX_PARTS 20000u
/** Sheets in a workbook. */
#define ANS_WORKBOOK_MAX_SHEETS 4096u
/** Memory for the texts that the cells of an `.xlsx` share, and how many they may be. */
#define ANS_WORKBOOK_MAX_STRING_BYTES (256u << 20)
#define ANS_WORKBOOK_MAX_STRINGS      20000000u
/** Cells with content in one sheet, repeated ones counted each. */
#define ANS_WORKBOOK_MAX_CELLS 50000000u
/** Texts of one row. */
#define ANS_WORKBOOK_MAX_ROW_BYTES (16u << 20)
/** Rows of a text file, which has no limit of its own. */
#define ANS_WORKBOOK_MAX_TEXT_ROWS 20000000u

#define ANS_WORKBOOK_ERROR (ans_workbook_error_quark ())

/**
 * AnsWorkbookError:
 * @ANS_WORKBOOK_ERROR_NOT_A_WORKBOOK: something else: a picture, a letter, a program
 * @ANS_WORKBOOK_ERROR_ENCRYPTED: protected by a password
 * @ANS_WORKBOOK_ERROR_TRUNCATED: cut short or damaged
 * @ANS_WORKBOOK_ERROR_TOO_LARGE: beyond the limits above, or made to burst when unpacked
 * @ANS_WORKBOOK_ERROR_UNSUPPORTED: a spreadsheet of a kind that is not read (`.xls`, `.xlsb`, a web
 *   page with the name of a workbook)
 * @ANS_WORKBOOK_ERROR_IO: the file cannot be read at all
 */
typedef enum
{
  ANS_WORKBOOK_ERROR_NOT_A_WORKBOOK,
  ANS_WORKBOOK_ERROR_ENCRYPTED,
  ANS_WORKBOOK_ERROR_TRUNCATED,
  ANS_WORKBOOK_ERROR_TOO_LARGE,
  ANS_WORKBOOK_ERROR_UNSUPPORTED,
  ANS_WORKBOOK_ERROR_IO,
} AnsWorkbookError;

GQuark ans_workbook_error_quark (void);

/**
 * AnsWorkbookFormat: how the file is written.
 */
typedef enum
{
  ANS_WORKBOOK_FORMAT_XLSX,
  ANS_WORKBOOK_FORMAT_ODS,
  ANS_WORKBOOK_FORMAT_CSV,
} AnsWorkbookFormat;

/**
 * AnsSheetInfo:
 * @name: name on the tab; for a text file the name of the file without its ending
 * @is_hidden: the tab is hidden
 */
typedef struct
{
  char *name;
  gboolean is_hidden;
} AnsSheetInfo;

/**
 * AnsRowFunc:
 * @row: the row; lives only during the call
 * @data: user data
 *
 * Returns: %TRUE to go on, %FALSE to stop reading
 */
typedef gboolean (*AnsRowFunc) (const AnsRow *row, gpointer data);

#define ANS_TYPE_WORKBOOK (ans_workbook_get_type ())
G_DECLARE_FINAL_TYPE (AnsWorkbook, ans_workbook, ANS, WORKBOOK, GObject)

/**
 * ans_workbook_open:
 * @path: the file
 * @error: %ANS_WORKBOOK_ERROR
 *
 * Opens a workbook and lists its sheets. The file stays open until the workbook is freed; if
 * another program rewrites it meanwhile, reading fails rather than mixing old and new.
 *
 * Returns: (transfer full): the workbook, or %NULL
 */
AnsWorkbook *ans_workbook_open (const char *path, GError **error);

/**
 * ans_workbook_open_bytes:
 * @bytes: the content of a file
 * @name: (nullable): its name, for the sheet of a text file
 *
 * Like ans_workbook_open(), for a file that is already in memory.
 */
AnsWorkbook *ans_workbook_open_bytes (GBytes *bytes, const char *name, GError **error);

AnsWorkbookFormat ans_workbook_get_format (AnsWorkbook *self);

guint ans_workbook_get_n_sheets (AnsWorkbook *self);

/**
 * ans_workbook_get_sheet:
 *
 * Returns: (transfer none): the sheet at @sheet, from 0, in the order of the tabs
 */
const AnsSheetInfo *ans_workbook_get_sheet (AnsWorkbook *self, guint sheet);

/**
 * ans_workbook_find_sheet:
 *
 * Returns: position of the sheet called @name, or -1
 */
int ans_workbook_find_sheet (AnsWorkbook *self, const char *name);

/**
 * ans_workbook_read_sheet:
 * @sheet: which sheet, from 0
 * @func: (scope call): called for each row that has content, in the order of the file
 * @data: for @func
 * @cancellable: (nullable): stops with %G_IO_ERROR_CANCELLED
 * @error: %ANS_WORKBOOK_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Reads a sheet. Rows without content are not reported: their numbers are skipped. When it fails,
 * rows may already have been reported; they must be thrown away, for the file is not whole.
 *
 * Returns: %TRUE when the sheet was read to its end or @func stopped it
 */
gboolean ans_workbook_read_sheet (AnsWorkbook *self,
                                  guint sheet,
                                  AnsRowFunc func,
                                  gpointer data,
                                  GCancellable *cancellable,
                                  GError **error);

/**
 * ans_workbook_read_head:
 * @n_rows: how many rows with content, at most
 *
 * The first rows of a sheet, for a preview or to look for the header.
 *
 * Returns: (transfer full) (element-type AnsRow): the rows, or %NULL
 */
GPtrArray *ans_workbook_read_head (
    AnsWorkbook *self, guint sheet, guint n_rows, GCancellable *cancellable, GError **error);

/**
 * ans_workbook_get_layout:
 *
 * Merged areas and hidden columns. An `.xlsx` tells its merged areas only after its last row: the
 * first call reads through the whole sheet, unless ans_workbook_read_sheet() has already done so.
 *
 * Returns: (transfer none): the layout, or %NULL
 */
AnsSheetLayout *
ans_workbook_get_layout (AnsWorkbook *self, guint sheet, GCancellable *cancellable, GError **error);

/**
 * ans_workbook_get_fraction:
 *
 * Returns: how much of the sheet that is being read is behind, 0 to 1; to be asked by the
 *   #AnsRowFunc
 */
double ans_workbook_get_fraction (AnsWorkbook *self);

/**
 * ans_workbook_get_csv_info:
 * @encoding: (out) (optional) (transfer none): "UTF-8", "UTF-16LE", "UTF-16BE" or "WINDOWS-1258"
 * @delimiter: (out) (optional): ',', ';', '\t' or '|'
 *
 * What was found out about a text file, to be shown to the officer.
 *
 * Returns: %FALSE when the workbook is not a text file
 */
gboolean ans_workbook_get_csv_info (AnsWorkbook *self, const char **encoding, char *delimiter);

G_END_DECLS
