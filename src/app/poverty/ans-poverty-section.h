/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/record/ans-household-sections.h"

G_BEGIN_DECLS

/** ans_poverty_section: what a household is by the last decision, how it came to that, its review
 * forms, supports and certificates; new ones are written from there. */
extern const AnsHouseholdSection ans_poverty_section;

G_END_DECLS
