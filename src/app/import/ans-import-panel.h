/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "exchange/ans-import.h"

G_BEGIN_DECLS

/**
 * AnsImportPanel:
 *
 * Beside the sheet: rows that need a decision, what was converted, which column is what, and how
 * to treat what the book has already. Emits “changed” when the dry run must be done again, and
 * “row-chosen” (uint: number of the row).
 */
#define ANS_TYPE_IMPORT_PANEL (ans_import_panel_get_type ())
G_DECLARE_FINAL_TYPE (AnsImportPanel, ans_import_panel, ANS, IMPORT_PANEL, GtkWidget)

/** ans_import_panel_show: shows the last dry run of @import. @new_sheet: its columns are others */
void ans_import_panel_show (AnsImportPanel *self, AnsImport *import, gboolean new_sheet);

G_END_DECLS
