/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "exchange/ans-import.h"

G_BEGIN_DECLS

/** AnsImportItem: one row of the workbook in the table of the import page. */
#define ANS_TYPE_IMPORT_ITEM (ans_import_item_get_type ())
G_DECLARE_FINAL_TYPE (AnsImportItem, ans_import_item, ANS, IMPORT_ITEM, GObject)

/** ans_import_item_get_row: Returns: valid until the next dry run */
const AnsImportRow *ans_import_item_get_row (AnsImportItem *self);

/** AnsImportRows: the rows of a dry run as a GListModel, all or some kinds of them. */
#define ANS_TYPE_IMPORT_ROWS (ans_import_rows_get_type ())
G_DECLARE_FINAL_TYPE (AnsImportRows, ans_import_rows, ANS, IMPORT_ROWS, GObject)

/* A set of verdicts; 0 stands for all. */
#define ANS_IMPORT_BIT(verdict) (1u << (verdict))

AnsImportRows *ans_import_rows_new (void);

/** ans_import_rows_show: shows the rows of @import (nullable: none) whose verdict is in @verdicts.
 */
void ans_import_rows_show (AnsImportRows *self, AnsImport *import, guint verdicts);

/** ans_import_rows_find: Returns: position of the row with that number, or G_MAXUINT */
guint ans_import_rows_find (AnsImportRows *self, guint row_number);

G_END_DECLS
