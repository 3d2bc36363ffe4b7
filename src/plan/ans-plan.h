/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "areas/ans-area.h"

G_BEGIN_DECLS

/** ans_plan_init: makes the program know the areas and the registers of the plan. Once, at the
 * start of a program, before a book is opened and before there are other threads. */
void ans_plan_init (void);

G_END_DECLS
