/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "areas/ans-poverty.h"

G_BEGIN_DECLS

/**
 * AnsPovertyRecognition:
 * @poor, @near_poor, @not_poor: statuses that were written
 * @refused: reviewed, not poor before and not poor now: no status is needed
 * @kept: poor or near-poor households without a form in the round: their status stays
 * @replaced: statuses of an earlier decision on the round that were taken away
 * @computed: results that nobody had entered, taken from the scores
 *
 * What a decision did.
 */
typedef struct
{
  guint poor, near_poor, not_poor;
  guint refused;
  guint kept;
  guint replaced;
  guint computed;
} AnsPovertyRecognition;

/**
 * ans_poverty_recognise:
 * @round: id of the review round
 * @decision_no, @decision_date: of the Chairman's decision
 * @effective_date: ISO, from when the statuses hold
 * @take_computed: whether forms without an official result get what their scores say; otherwise
 *   they are an error
 * @counts: (out) (optional): what was done
 *
 * The Chairman's decision on a round (QĐ 24/2021/QĐ-TTg Điều 4, step 6): as one action, every form
 * gets its official result, and every household reviewed the status of it from @effective_date.
 * Doing it again for the same round replaces what the first time wrote. On the first day of the
 * round's standard the statuses are the list of the start; on another 1 January there would be
 * movements that the list of the start has already: that is refused.
 *
 * Returns: %FALSE with a message for the officer; then nothing was changed
 */
gboolean ans_poverty_recognise (AnsBook *book,
                                gint64 round,
                                const char *decision_no,
                                const char *decision_date,
                                const char *effective_date,
                                gboolean take_computed,
                                AnsPovertyRecognition *counts,
                                GError **error);

G_END_DECLS
