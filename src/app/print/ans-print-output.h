/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/print/ans-print-request.h"
#include "app/window/ans-window.h"
#include "document/ans-page-layout.h"

G_BEGIN_DECLS

typedef enum
{
  ANS_PRINT_PDF,
  ANS_PRINT_XLSX,
  ANS_PRINT_ODT,
  ANS_PRINT_CSV,
  ANS_PRINT_N_FORMATS
} AnsPrintFormat;

/** ans_print_output_find_format: Returns: the format with the ending @name, or -1 */
int ans_print_output_find_format (const char *name);

/** ans_print_output_save: asks for a file, then writes it on another thread and says so. */
void ans_print_output_save (AnsWindow *window, AnsPrintRequest *request, AnsPrintFormat format);

/** ans_print_output_print: the dialog of the system; its pages are those of @layout. */
void ans_print_output_print (AnsWindow *window, AnsPageLayout *layout);

G_END_DECLS
