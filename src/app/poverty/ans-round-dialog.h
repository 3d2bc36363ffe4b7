/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/ans-window.h"

G_BEGIN_DECLS

/**
 * AnsRoundDialog:
 *
 * A round of reviews: how far it is in each village, the next household, and the Chairman's
 * decision, with what it would do before it is written.
 */
#define ANS_TYPE_ROUND_DIALOG (ans_round_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AnsRoundDialog, ans_round_dialog, ANS, ROUND_DIALOG, AdwDialog)

/** ans_round_dialog_present: Returns: (transfer none): the dialog of the round with id @round */
AdwDialog *ans_round_dialog_present (AnsWindow *window, gint64 round);

/** ans_round_dialog_recognise: as if the button had been pressed: the decision is recorded on
 * another thread; the dialog closes when that is done, or says why not. Returns: %FALSE after saying
 * in the dialog what is missing */
gboolean ans_round_dialog_recognise (AnsRoundDialog *self);

/** ans_round_dialog_is_working: whether the decision is being recorded. */
gboolean ans_round_dialog_is_working (AnsRoundDialog *self);

G_END_DECLS
