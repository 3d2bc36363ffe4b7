/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "areas/ans-poverty.h"
#include "store/ans-job.h"

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
 * AnsPovertyOutlook:
 * @counts: what the decision would do
 * @forms: forms of the round
 * @undecided: forms with neither an official nor a computed result: the decision would be refused
 * @twice: forms of a household that has another one in the round: refused
 * @taken: households with another status from that very day: refused
 * @exits, @relapses, @entries: households that would leave poverty, be poor again, be newly poor
 * @is_start: the statuses would be the list of the start of the standard, which has no movements
 *
 * What a decision would do, before it is written.
 */
typedef struct
{
  AnsPovertyRecognition counts;
  guint forms;
  guint undecided;
  guint twice;
  guint taken;
  guint exits, relapses, entries;
  gboolean is_start;
} AnsPovertyOutlook;

/**
 * ans_poverty_recognise_outlook:
 * @effective_date: ISO, from when the statuses would hold
 *
 * Only reads. The counts are those that ans_poverty_recognise() gives with results taken from the
 * scores where none is official.
 */
gboolean ans_poverty_recognise_outlook (AnsBook *book,
                                        AnsConnection *connection,
                                        gint64 round,
                                        const char *effective_date,
                                        AnsPovertyOutlook *outlook,
                                        GError **error);

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

/** AnsPovertyDecision: what ans_poverty_recognise() is told. */
typedef struct
{
  gint64 round;
  const char *decision_no;
  const char *decision_date;
  const char *effective_date;
  gboolean take_computed;
} AnsPovertyDecision;

/** ans_poverty_recognise_with_job: the same on a worker thread: @job (nullable) is told how far it
 * is, and stops it; then nothing was changed. */
gboolean ans_poverty_recognise_with_job (AnsBook *book,
                                         const AnsPovertyDecision *decision,
                                         AnsJob *job,
                                         AnsPovertyRecognition *counts,
                                         GError **error);

G_END_DECLS
