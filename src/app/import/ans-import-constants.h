/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "exchange/ans-import.h"

G_BEGIN_DECLS

/**
 * AnsImportConstants:
 *
 * What every row of the sheet is that says nothing of it, as a group of the panel beside the sheet.
 * Emits “changed” when rows have to be read again.
 */
#define ANS_TYPE_IMPORT_CONSTANTS (ans_import_constants_get_type ())
G_DECLARE_FINAL_TYPE (
    AnsImportConstants, ans_import_constants, ANS, IMPORT_CONSTANTS, AdwPreferencesGroup)

void ans_import_constants_show (AnsImportConstants *self, AnsImport *import);

G_END_DECLS
