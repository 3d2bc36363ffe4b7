/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "registry/ans-register.h"

G_BEGIN_DECLS

/**
 * ans_mask_text:
 * @text: (nullable): a sensitive value as a person reads it
 *
 * Hides what is between the ends of a number (038xxxxxx417, 09xxxxx214), and all of anything else.
 *
 * Returns: (transfer full): what may stand on the screen unasked, "" for nothing
 */
char *ans_mask_text (const char *text);

/** ans_mask_wanted: whether values of @field are masked until asked for (domain level 2). */
gboolean ans_mask_wanted (const AnsField *field);

G_END_DECLS
