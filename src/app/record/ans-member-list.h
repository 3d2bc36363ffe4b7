/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "registry/ans-record.h"

G_BEGIN_DECLS

/** AnsMemberActivated: @person was chosen in the list. */
typedef void (*AnsMemberActivated) (gint64 person, gpointer data);

/**
 * ans_member_list_fill:
 * @list: a boxed list; emptied first
 * @day: (nullable): ISO day; %NULL for now
 * @except: (nullable): not activatable, shown as the one at hand; 0 for none
 *
 * Shows who lives in @household, head first.
 *
 * Returns: how many they are
 */
guint ans_member_list_fill (GtkListBox *list,
                            AnsBook *book,
                            gint64 household,
                            const char *day,
                            gint64 except,
                            AnsMemberActivated activated,
                            gpointer data);

/** ans_member_list_fill_past: who lived there before @day (%NULL: today) and left. */
guint ans_member_list_fill_past (GtkListBox *list,
                                 AnsBook *book,
                                 gint64 household,
                                 const char *day,
                                 AnsMemberActivated activated,
                                 gpointer data);

G_END_DECLS
