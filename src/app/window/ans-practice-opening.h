/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/ans-window.h"

G_BEGIN_DECLS

/* As many as live in a commune. */
#define ANS_PRACTICE_PEOPLE 10000

/** ans_practice_opening_start: makes (once) and opens the invented practice commune. */
void ans_practice_opening_start (AnsWindow *window);

G_END_DECLS
