/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AnsDeprivationSquares:
 *
 * The twelve indicators of a household as small squares in six pairs, those filled of which it is
 * deprived. The tooltip and the accessible text name them.
 */
#define ANS_TYPE_DEPRIVATION_SQUARES (ans_deprivation_squares_get_type ())
G_DECLARE_FINAL_TYPE (
    AnsDeprivationSquares, ans_deprivation_squares, ANS, DEPRIVATION_SQUARES, GtkWidget)

GtkWidget *ans_deprivation_squares_new (void);

/** ans_deprivation_squares_set: @text is “1, 5, 7”, "" for none; %NULL where nobody has asked yet:
 * then nothing is drawn */
void ans_deprivation_squares_set (AnsDeprivationSquares *self, const char *text);

/** ans_deprivation_squares_get: Returns: bit 0 for the first indicator … bit 11 for the last */
guint ans_deprivation_squares_get (AnsDeprivationSquares *self);

G_END_DECLS
