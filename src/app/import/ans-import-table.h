/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "exchange/ans-import.h"

G_BEGIN_DECLS

/**
 * ans_import_table_build:
 * @view: emptied first
 *
 * Makes the columns in which a sheet is seen: number of the row, what it was taken for, its cells.
 */
void ans_import_table_build (GtkColumnView *view, AnsImport *import);

/** ans_import_table_update_titles: after the mapping of columns was changed. */
void ans_import_table_update_titles (GtkColumnView *view, AnsImport *import);

/** ans_import_verdict_label: Returns: (transfer none): “new”, “error”, translated */
const char *ans_import_verdict_label (AnsImportVerdict verdict);

G_END_DECLS
