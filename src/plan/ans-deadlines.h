/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ans-book.h"
#include "text/ans-date.h"

G_BEGIN_DECLS

/** AnsDeadline: one time that something recurring falls due. */
typedef struct
{
  gint64 id; /* of the row in “deadlines” */
  char *title;
  char *kind;    /* code */
  char *area;    /* (nullable) code */
  AnsDate starts; /* first day of a campaign; the same as due for a single day */
  AnsDate due;    /* last day on which it is in time */
  gboolean verified; /* the day was compared with the legal text */
} AnsDeadline;

void ans_deadline_free (AnsDeadline *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsDeadline, ans_deadline_free)

/**
 * ans_deadlines_between:
 * @from, @to: full days, both included
 *
 * What falls due, or is under way, between two days, from the register of deadlines (those that
 * are switched on), in the order of their due days.
 *
 * Returns: (transfer full) (element-type AnsDeadline) (nullable): %NULL on an error
 */
GPtrArray *ans_deadlines_between (AnsBook *book, AnsDate from, AnsDate to, GError **error);

G_END_DECLS
