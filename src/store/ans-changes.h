/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "store/ans-connection.h"

G_BEGIN_DECLS

/* More touched rows than this are not told one by one. */
#define ANS_CHANGES_MAX_ROWS 500

/**
 * AnsChanges:
 *
 * What one committed action touched: for each table the ids of its rows, or the word that there
 * were too many to tell (then a view asks anew).
 */
typedef struct
{
  gatomicrefcount ref_count;
  gint64 action;
  gboolean many;
  GHashTable *tables; /* table name → GArray of gint64 */
} AnsChanges;

#define ANS_TYPE_CHANGES (ans_changes_get_type ())
GType ans_changes_get_type (void);

/** ans_changes_read: Returns: (transfer full): what @action touched, from its journal */
AnsChanges *ans_changes_read (AnsConnection *connection, gint64 action);
AnsChanges *ans_changes_ref (AnsChanges *self);
void ans_changes_unref (AnsChanges *self);

/** ans_changes_get_rows: Returns: (transfer none) (nullable): touched ids (gint64) of @table */
const GArray *ans_changes_get_rows (AnsChanges *self, const char *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsChanges, ans_changes_unref)

G_END_DECLS
