/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ans-book.h"

G_BEGIN_DECLS

/* A book that was changed is overdue for a backup after so many days. */
#define ANS_BACKUP_DAYS 7

/** ans_backup_state_record: remembers, on this machine, that @book was backed up just now. */
void ans_backup_state_record (AnsBook *book);

/**
 * ans_backup_state_describe:
 * @overdue: (out): whether it is time for another backup
 *
 * Returns: (transfer full): a line for the sidebar
 */
char *ans_backup_state_describe (AnsBook *book, gboolean *overdue);

G_END_DECLS
