/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/ans-window.h"
#include "registry/ans-register.h"

G_BEGIN_DECLS

/**
 * ans_list_export_start:
 * @columns: ids of the columns, in order, %NULL-terminated
 *
 * Asks for a file and writes @listing to it: a workbook, a text table, a document or a PDF, by its
 * ending.
 */
void ans_list_export_start (AnsWindow *window, AnsListing *listing, const char *const *columns);

/** ans_list_export_write: the same without asking; runs as a job of @window. */
void ans_list_export_write (AnsWindow *window,
                            AnsListing *listing,
                            const char *const *columns,
                            const char *path);

/** ans_list_export_import: asks for a workbook and goes to the page that brings it in. */
void ans_list_export_import (AnsWindow *window, AnsBook *book, const AnsRegister *reg);

G_END_DECLS
