/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "registry/ans-history.h"

G_BEGIN_DECLS

/**
 * AnsHistoryList:
 *
 * What happened to one record, as sentences, newest first, each with its own “take back”. The
 * first few are shown until the rest is asked for.
 */
#define ANS_TYPE_HISTORY_LIST (ans_history_list_get_type ())
G_DECLARE_FINAL_TYPE (AnsHistoryList, ans_history_list, ANS, HISTORY_LIST, GtkWidget)

/** ans_history_list_show: reads the history of the record with @id. */
void ans_history_list_show (AnsHistoryList *self, AnsBook *book, const AnsRegister *reg, gint64 id);

/** ans_history_format_time: Returns: (transfer full): “Today 08:40” for an entry's time */
char *ans_history_format_time (const char *at);

G_END_DECLS
