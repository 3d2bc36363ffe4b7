/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/ans-page-table.h"

G_BEGIN_DECLS

gboolean ans_page_columns_choose (AnsPageTable *table, GError **error);

G_END_DECLS
