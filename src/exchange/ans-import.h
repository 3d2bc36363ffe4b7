/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "registry/ans-record.h"
#include "store/ans-job.h"

G_BEGIN_DECLS

/**
 * AnsImportVerdict:
 *
 * What a row of the workbook was taken for. Rows of the sheet = added + updated + rejected +
 * everything else, which is skipped.
 */
typedef enum
{
  ANS_IMPORT_TITLE,   /* letterhead, name of the list, notes, signatures: skipped */
  ANS_IMPORT_HEADER,  /* titles of columns: skipped */
  ANS_IMPORT_VILLAGE, /* name of a village or household over its rows: skipped */
  ANS_IMPORT_TOTAL,   /* sums: skipped */
  ANS_IMPORT_SKIPPED, /* nothing to do: in the book already, or a repetition */
  ANS_IMPORT_ADDED,
  ANS_IMPORT_UPDATED,
  ANS_IMPORT_REJECTED, /* needs the officer */
  ANS_IMPORT_N_VERDICTS
} AnsImportVerdict;

/**
 * AnsImportRow:
 * @row_number: as seen beside the row
 * @verdict: what it was taken for
 * @reason: (nullable): why it is rejected or skipped, for the officer
 * @n_cells: number of columns of the sheet
 * @cells: (array length=n_cells): what stands there
 * @notes: (array length=n_cells) (nullable elements): how a cell was understood, where it was not
 *   taken as it stands
 * @warning: (nullable): what to look at, though the row is imported
 */
typedef struct
{
  guint row_number;
  AnsImportVerdict verdict;
  char *reason;
  guint n_cells;
  char **cells;
  char **notes;
  char *warning;

  /* For the engine. */
  char *texts; /* of the cells */
  guint n_values;
  char **values;   /* canonical, by index of the register's field */
  char *village;   /* name, where the register has villages */
  char *household; /* key of the household within the file */
  char *head_name; /* of the household, where a column tells it */
  char *head_birth; /* of that head */
  gint64 id;       /* the record that is updated */
} AnsImportRow;

#define ANS_TYPE_IMPORT (ans_import_get_type ())
G_DECLARE_FINAL_TYPE (AnsImport, ans_import, ANS, IMPORT, GObject)

/**
 * AnsImport:
 *
 * Brings the rows of a workbook into a register: finds the header, maps its columns, says in a dry
 * run what each row would do, and does it as one action that can be taken back.
 */

/** ans_import_new: opens the workbook and looks at its first sheet that has a header. */
AnsImport *ans_import_new (AnsBook *book, const AnsRegister *reg, const char *path, GError **error);

const AnsRegister *ans_import_get_register (AnsImport *self);
AnsBook *ans_import_get_book (AnsImport *self);
guint ans_import_get_n_sheets (AnsImport *self);
const char *ans_import_get_sheet_name (AnsImport *self, guint sheet);
guint ans_import_get_sheet (AnsImport *self);
gboolean ans_import_set_sheet (AnsImport *self, guint sheet, GError **error);

/** ans_import_get_header: rows of the header (0, 0 if none was found). */
void ans_import_get_header (AnsImport *self, guint *first_row, guint *last_row);
gboolean ans_import_set_header (AnsImport *self, guint first_row, guint last_row, GError **error);

guint ans_import_get_n_columns (AnsImport *self);

/** ans_import_get_column_title: Returns: (transfer none): title in the sheet, or its letters */
const char *ans_import_get_column_title (AnsImport *self, guint column);

/** ans_import_find_column: Returns: the column with that title, letters (C) or number (3), or -1 */
int ans_import_find_column (AnsImport *self, const char *name);

/**
 * ans_import_get_mapping:
 *
 * Returns: (transfer none) (nullable): the field that the column is taken for: a field's name, or
 *   one of “male”, “female” (years of birth by sex), “birth_day”, “birth_month”, “birth_year”,
 *   “head_name” (the household's head), or the name of a field and “+” (continues it)
 */
const char *ans_import_get_mapping (AnsImport *self, guint column);

/** ans_import_set_mapping: @field may be %NULL. %FALSE if there is no such field. */
gboolean ans_import_set_mapping (AnsImport *self, guint column, const char *field);

/** ans_import_get_targets: Returns: (transfer container) (element-type utf8): all names that a
 * column can be mapped to */
GPtrArray *ans_import_get_targets (AnsImport *self);

/** ans_import_get_target_title: Returns: (transfer none): official Vietnamese title of a target */
const char *ans_import_get_target_title (AnsImport *self, const char *target);

/** ans_import_set_keep_old: where book and file differ, keep the book's value. */
void ans_import_set_keep_old (AnsImport *self, gboolean keep_old);
gboolean ans_import_get_keep_old (AnsImport *self);

/**
 * ans_import_set_constant:
 * @field: name of a field of the register
 * @typed: as a person would type it; "" takes it off
 *
 * What all rows are that say nothing of @field: a list of poor households of 01/01/2022 has neither
 * a column of that day nor one that says “poor”.
 *
 * Returns: %FALSE with a message for the officer when @typed can't be understood
 */
gboolean ans_import_set_constant (AnsImport *self, const char *field, const char *typed,
                                  GError **error);

/** ans_import_get_constant: Returns: (transfer none) (nullable): canonical value of all rows that
 * say nothing of @field */
const char *ans_import_get_constant (AnsImport *self, const char *field);

/** ans_import_set_remember: keep the mapping for workbooks of the same shape (default). */
void ans_import_set_remember (AnsImport *self, gboolean remember);

/**
 * ans_import_dry_run:
 * @job: (nullable): progress and cancelling
 *
 * Reads the whole sheet and decides what each row would do. Changes nothing. May run on another
 * thread.
 */
gboolean ans_import_dry_run (AnsImport *self, AnsJob *job, GError **error);

guint ans_import_get_n_rows (AnsImport *self);
const AnsImportRow *ans_import_get_row (AnsImport *self, guint index);
guint ans_import_get_count (AnsImport *self, AnsImportVerdict verdict);

/** ans_import_get_n_skipped: titles, headers, villages, totals and skipped rows together. */
guint ans_import_get_n_skipped (AnsImport *self);

/**
 * ans_import_apply:
 *
 * Does what the dry run said, as one action: all of it or nothing.
 *
 * Returns: the action's id, 0 if there was nothing to do, -1 on an error
 */
gint64 ans_import_apply (AnsImport *self, AnsJob *job, GError **error);

/**
 * ans_import_run:
 *
 * Dry run and applying in one, for who need not be asked in between: into a book without people
 * rows are written while the next are read.
 *
 * Returns: as ans_import_apply()
 */
gint64 ans_import_run (AnsImport *self, AnsJob *job, GError **error);

/** ans_import_save_rejects: writes the rejected rows with their reasons as a workbook. */
gboolean ans_import_save_rejects (AnsImport *self, const char *path, GError **error);

G_END_DECLS
