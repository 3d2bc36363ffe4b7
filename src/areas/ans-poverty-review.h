/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "areas/ans-poverty.h"

G_BEGIN_DECLS

/**
 * AnsPovertyProgress:
 * @village: id; 0: without a village, or the sum
 * @wanted: households to review
 * @reviewed: of them, those whose form has a result
 * @poor, @near_poor, @not_poor: the results so far, the official one before the computed one
 * @open: forms with a result that is not official yet
 *
 * How far a round is in one village.
 */
typedef struct
{
  gint64 village;
  char *title;
  guint wanted, reviewed;
  guint poor, near_poor, not_poor;
  guint open;
} AnsPovertyProgress;

/**
 * ans_poverty_review_progress:
 * @round: id of a round
 *
 * The households to review are, in a yearly round, those that were poor or near-poor on its first
 * day, and in any round those that have a form in it, because they asked for it (QĐ 24/2021/QĐ-TTg
 * Điều 4 and 5).
 *
 * Returns: (transfer full) (nullable) (element-type AnsPovertyProgress): by village, in their
 *   order; the sum is the last one
 */
GPtrArray *
ans_poverty_review_progress (AnsBook *book, AnsConnection *connection, gint64 round, GError **error);

/**
 * ans_poverty_review_next:
 * @household: where the reviewer is; 0: nowhere yet
 *
 * Returns: the household to review next: the next one of the same village, by its code, that has no
 *   form in @round; then of the villages that follow. 0 if all are done
 */
gint64 ans_poverty_review_next (AnsBook *book, gint64 round, gint64 household);

/** ans_poverty_review_find: Returns: id of the form of @household in @round, 0 if there is none */
gint64 ans_poverty_review_find (AnsBook *book, gint64 round, gint64 household);

/** ans_poverty_review_current: Returns: id of the newest round that is not recognised yet, or of the
 * newest of all; 0 if there is none */
gint64 ans_poverty_review_current (AnsBook *book);

/** ans_poverty_review_draft: Returns: (transfer full): a new form of @household (0: to be chosen) in
 * @round (0: the current one), with what the round and the household say already */
AnsRecord *ans_poverty_review_draft (AnsBook *book, gint64 round, gint64 household);

/**
 * AnsPovertyStanding:
 * @id: of the status; 0 if the household has none
 * @status, @standard, @from_date, @decision_no, @decision_date: (nullable): of it
 * @poor_until: (nullable): ISO; when an earlier time of poverty ended, if it was poor before and is
 *   not now
 * @was_poor, @was_near_poor: at any time so far, under any standard
 *
 * What a household is by the last decision.
 */
typedef struct
{
  gint64 id;
  char *status, *standard, *from_date, *decision_no, *decision_date;
  char *poor_until;
  gboolean was_poor, was_near_poor;
} AnsPovertyStanding;

/**
 * ans_poverty_standing_on:
 * @day: ISO
 * @except_form: id of a form whose own statuses are left out, 0 for none
 */
AnsPovertyStanding *ans_poverty_standing_on (AnsBook *book,
                                             gint64 household,
                                             const char *day,
                                             gint64 except_form);
void ans_poverty_standing_free (AnsPovertyStanding *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsPovertyStanding, ans_poverty_standing_free)

/** ans_poverty_standing_change: Returns: (transfer none): which of #ans_poverty_changes @status
 * under @standard would be, recognised by a decision */
const char *ans_poverty_standing_change (const AnsPovertyStanding *self,
                                         const char *status,
                                         const char *standard);

G_END_DECLS
