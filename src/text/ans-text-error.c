/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/ans-text-error.h"

G_DEFINE_QUARK (ans - text - error - quark, ans_text_error)
