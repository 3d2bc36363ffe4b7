/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean ans_xlsx_check_whole (const char *path);

G_END_DECLS
