/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "registry/ans-record.h"

G_BEGIN_DECLS

/** AnsPeriodList: the stretches of one history of a record (homes, residence), newest first. */
#define ANS_TYPE_PERIOD_LIST (ans_period_list_get_type ())
G_DECLARE_FINAL_TYPE (AnsPeriodList, ans_period_list, ANS, PERIOD_LIST, GtkWidget)

/** ans_period_list_new_empty: Returns: (transfer floating): a history called @title, for
 * ans_period_list_add() */
AnsPeriodList *ans_period_list_new_empty (const char *title);

/** ans_period_list_add: a further stretch, earlier than those before it; the last one says so. */
void ans_period_list_add (
    AnsPeriodList *self, const char *what, const char *span, gboolean is_last, gboolean is_current);

GtkWidget *ans_period_list_new (AnsBook *book,
                                const AnsRegister *reg,
                                const AnsPeriod *period,
                                gint64 owner_id);

G_END_DECLS
