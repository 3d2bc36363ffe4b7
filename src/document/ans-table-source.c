/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/ans-table-source.h"

G_DEFINE_INTERFACE (AnsTableSource, ans_table_source, G_TYPE_OBJECT)

static void
ans_table_source_default_init (AnsTableSourceInterface *iface)
{
}

/**
 * ans_table_source_get_columns:
 * @n_columns: (out): their number
 *
 * Returns: (transfer none) (array length=n_columns): the columns
 */
const AnsTableColumn *
ans_table_source_get_columns (AnsTableSource *self, guint *n_columns)
{
  g_return_val_if_fail (ANS_IS_TABLE_SOURCE (self), NULL);
  return ANS_TABLE_SOURCE_GET_IFACE (self)->get_columns (self, n_columns);
}

/**
 * ans_table_source_get_n_rows:
 *
 * Returns: the number of data rows, without group and total rows
 */
guint
ans_table_source_get_n_rows (AnsTableSource *self)
{
  g_return_val_if_fail (ANS_IS_TABLE_SOURCE (self), 0);
  return ANS_TABLE_SOURCE_GET_IFACE (self)->get_n_rows (self);
}

/**
 * ans_table_source_get_row:
 * @index: from 0 to the number of rows - 1
 * @error: set when the row could not be read
 *
 * Returns: (transfer none) (nullable): canonical texts, valid until the next call; %NULL on failure
 */
const char *const *
ans_table_source_get_row (AnsTableSource *self, guint index, GError **error)
{
  g_return_val_if_fail (ANS_IS_TABLE_SOURCE (self), NULL);
  return ANS_TABLE_SOURCE_GET_IFACE (self)->get_row (self, index, error);
}

/**
 * ans_table_source_get_n_groups:
 *
 * Returns: the number of groups; 0 for a list without groups
 */
guint
ans_table_source_get_n_groups (AnsTableSource *self)
{
  AnsTableSourceInterface *iface;

  g_return_val_if_fail (ANS_IS_TABLE_SOURCE (self), 0);
  iface = ANS_TABLE_SOURCE_GET_IFACE (self);
  return iface->get_n_groups != NULL ? iface->get_n_groups (self) : 0;
}

/**
 * ans_table_source_get_group:
 * @index: from 0 to the number of groups - 1
 * @group: (out caller-allocates): filled in; its strings belong to the source
 */
void
ans_table_source_get_group (AnsTableSource *self, guint index, AnsTableGroup *group)
{
  g_return_if_fail (ANS_IS_TABLE_SOURCE (self));
  g_return_if_fail (index < ans_table_source_get_n_groups (self));

  *group = (AnsTableGroup) { 0 };
  ANS_TABLE_SOURCE_GET_IFACE (self)->get_group (self, index, group);
}

/**
 * ans_table_source_get_total:
 * @total: (out caller-allocates): the last row of the list; its label is %NULL when there is none
 */
void
ans_table_source_get_total (AnsTableSource *self, AnsTableTotal *total)
{
  AnsTableSourceInterface *iface;

  g_return_if_fail (ANS_IS_TABLE_SOURCE (self));
  *total = (AnsTableTotal) { 0 };
  iface = ANS_TABLE_SOURCE_GET_IFACE (self);
  if (iface->get_total != NULL)
    iface->get_total (self, total);
}
