/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ans-byte-source.h"

G_BEGIN_DECLS

typedef enum
{
  ANS_FILE_KIND_NONE,
  ANS_FILE_KIND_ZIP,
  ANS_FILE_KIND_FLAT_ODS,
  ANS_FILE_KIND_TEXT,
} AnsFileKind;

/**
 * ans_file_kind_detect:
 * @source: a file
 * @error: %ANS_WORKBOOK_ERROR: why the file can't be read, for the officer
 *
 * Tells by what is in the file which reader it is for. Files that only have the name of a workbook
 * (web pages, old `.xls`, encrypted ones, pictures) are named for what they are.
 *
 * Returns: the kind, or %ANS_FILE_KIND_NONE with an error
 */
AnsFileKind ans_file_kind_detect (AnsByteSource *source, GError **error);

G_END_DECLS
