/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "registry/ans-record.h"

G_BEGIN_DECLS

/* Members of a household: the steps of which household events are made. All are part of the
 * action under way; days are ISO. */

/** ans_members_parse: Returns: (transfer full): the ids (gint64) of "12,15,20" */
GArray *ans_members_parse (const char *text);

/* Whoever died or moved away is no member, whatever their home says. */

gboolean ans_members_contain (AnsBook *book, gint64 household, gint64 person);
guint ans_members_count (AnsBook *book, gint64 household);

/** ans_members_list: Returns: (transfer full): ids (gint64), head first, on @day (%NULL: now) */
GArray *ans_members_list (AnsBook *book, gint64 household, const char *day);

/** ans_members_get_head: 0 if the household has none. */
gint64 ans_members_get_head (AnsBook *book, gint64 household);

/** ans_member_get_relation: Returns: (transfer full) (nullable): to the head, as it is now */
char *ans_member_get_relation (AnsBook *book, gint64 person);

/** ans_member_relation_to: what @person is to @head, whose relation to the old head was
 * @head_relation. */
const char *ans_member_relation_to (AnsBook *book, gint64 person, gint64 head,
                                    const char *head_relation);

/** ans_member_move: from @day the person lives in @household. */
gboolean ans_member_move (AnsBook *book, gint64 person, gint64 household, const char *relation,
                          const char *day, GError **error);

gboolean ans_member_set_residence (AnsBook *book, gint64 person, const char *residence,
                                   const char *day, GError **error);

/** ans_members_set_head: from @day @head is the head, and all relations are to the new head. */
gboolean ans_members_set_head (AnsBook *book, gint64 household, gint64 head, const char *day,
                               GError **error);

/** ans_members_end_if_empty: a household without members has @status from @day. */
gboolean ans_members_end_if_empty (AnsBook *book, gint64 household, const char *status,
                                   const char *day, GError **error);

G_END_DECLS
