/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/ans-window.h"

G_BEGIN_DECLS

/**
 * ans_import_page_new:
 * @reg: what the rows become
 * @file: the workbook
 *
 * Returns: (transfer floating): a full-window page, for ans_window_push_full()
 */
AdwNavigationPage *
ans_import_page_new (AnsWindow *window, AnsBook *book, const AnsRegister *reg, GFile *file);

G_END_DECLS
