/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table source that holds its rows: for short tables (a report's summary) and for tests. */
#include "document/ans-memory-table.h"

typedef struct
{
  const char *title;
  guint n_rows;
  const char *label;
  const char **cells;
} Group;

struct _AnsMemoryTable
{
  GObject parent_instance;

  AnsTableColumn *columns;
  guint n_columns;
  GStringChunk *strings;
  GPtrArray *rows; /* const char ** with n_columns entries */
  GPtrArray *groups;
  const char *total_label;
  const char **total_cells;
};

static void ans_memory_table_source_init (AnsTableSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AnsMemoryTable,
                               ans_memory_table,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ANS_TYPE_TABLE_SOURCE,
                                                      ans_memory_table_source_init))

static const char *
keep (AnsMemoryTable *self, const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->strings, text) : NULL;
}

static const char **
keep_cells (AnsMemoryTable *self, const char *const *cells)
{
  const char **copy = g_new0 (const char *, self->n_columns + 1);

  for (guint i = 0; cells != NULL && i < self->n_columns; i++)
    copy[i] = keep (self, cells[i]);
  return copy;
}

static void
group_free (gpointer data)
{
  Group *group = data;

  g_free (group->cells);
  g_free (group);
}

static const AnsTableColumn *
ans_memory_table_get_columns (AnsTableSource *source, guint *n_columns)
{
  AnsMemoryTable *self = ANS_MEMORY_TABLE (source);

  *n_columns = self->n_columns;
  return self->columns;
}

static guint
ans_memory_table_get_n_rows (AnsTableSource *source)
{
  return ANS_MEMORY_TABLE (source)->rows->len;
}

static const char *const *
ans_memory_table_get_row (AnsTableSource *source, guint index, GError **error)
{
  return g_ptr_array_index (ANS_MEMORY_TABLE (source)->rows, index);
}

static guint
ans_memory_table_get_n_groups (AnsTableSource *source)
{
  return ANS_MEMORY_TABLE (source)->groups->len;
}

static void
ans_memory_table_get_group (AnsTableSource *source, guint index, AnsTableGroup *group)
{
  const Group *kept = g_ptr_array_index (ANS_MEMORY_TABLE (source)->groups, index);

  group->title = kept->title;
  group->n_rows = kept->n_rows;
  group->total = (AnsTableTotal) { kept->label, (const char *const *) kept->cells };
}

static void
ans_memory_table_get_total (AnsTableSource *source, AnsTableTotal *total)
{
  AnsMemoryTable *self = ANS_MEMORY_TABLE (source);

  *total = (AnsTableTotal) { self->total_label, (const char *const *) self->total_cells };
}

static void
ans_memory_table_source_init (AnsTableSourceInterface *iface)
{
  iface->get_columns = ans_memory_table_get_columns;
  iface->get_n_rows = ans_memory_table_get_n_rows;
  iface->get_row = ans_memory_table_get_row;
  iface->get_n_groups = ans_memory_table_get_n_groups;
  iface->get_group = ans_memory_table_get_group;
  iface->get_total = ans_memory_table_get_total;
}

static void
ans_memory_table_finalize (GObject *object)
{
  AnsMemoryTable *self = ANS_MEMORY_TABLE (object);

  g_free (self->columns);
  g_string_chunk_free (self->strings);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->groups);
  g_free (self->total_cells);
  G_OBJECT_CLASS (ans_memory_table_parent_class)->finalize (object);
}

static void
ans_memory_table_class_init (AnsMemoryTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ans_memory_table_finalize;
}

static void
ans_memory_table_init (AnsMemoryTable *self)
{
  self->strings = g_string_chunk_new (4096);
  self->rows = g_ptr_array_new_with_free_func (g_free);
  self->groups = g_ptr_array_new_with_free_func (group_free);
}

/**
 * ans_memory_table_new:
 * @columns: (array length=n_columns): copied, their strings too
 *
 * Returns: (transfer full): an empty table
 */
AnsMemoryTable *
ans_memory_table_new (const AnsTableColumn *columns, guint n_columns)
{
  AnsMemoryTable *self;

  g_return_val_if_fail (columns != NULL && n_columns > 0, NULL);

  self = g_object_new (ANS_TYPE_MEMORY_TABLE, NULL);
  self->columns = g_memdup2 (columns, n_columns * sizeof *columns);
  self->n_columns = n_columns;
  for (guint i = 0; i < n_columns; i++)
    {
      self->columns[i].id = keep (self, columns[i].id);
      self->columns[i].title = keep (self, columns[i].title);
      self->columns[i].group_title = keep (self, columns[i].group_title);
    }
  return self;
}

/**
 * ans_memory_table_add_row:
 * @cells: one text for each column, %NULL for an empty cell; copied
 *
 * Adds a row to the list, and to the group that was begun last.
 */
void
ans_memory_table_add_row (AnsMemoryTable *self, const char *const *cells)
{
  g_return_if_fail (ANS_IS_MEMORY_TABLE (self));
  g_return_if_fail (cells != NULL);

  g_ptr_array_add (self->rows, keep_cells (self, cells));
  if (self->groups->len > 0)
    ((Group *) g_ptr_array_index (self->groups, self->groups->len - 1))->n_rows++;
}

/**
 * ans_memory_table_begin_group:
 * @title: "Thôn Bắc Sơn"
 *
 * Rows added from now on belong to this group. A grouped table begins its first group before its
 * first row.
 */
void
ans_memory_table_begin_group (AnsMemoryTable *self, const char *title)
{
  Group *group;

  g_return_if_fail (ANS_IS_MEMORY_TABLE (self));
  g_return_if_fail (self->groups->len > 0 || self->rows->len == 0);

  group = g_new0 (Group, 1);
  group->title = keep (self, title);
  g_ptr_array_add (self->groups, group);
}

/**
 * ans_memory_table_end_group:
 * @label: the subtotal row's label
 * @cells: (nullable): the subtotals, one for each column
 *
 * Gives the present group a subtotal row.
 */
void
ans_memory_table_end_group (AnsMemoryTable *self, const char *label, const char *const *cells)
{
  Group *group;

  g_return_if_fail (ANS_IS_MEMORY_TABLE (self));
  g_return_if_fail (self->groups->len > 0);

  group = g_ptr_array_index (self->groups, self->groups->len - 1);
  g_free (group->cells);
  group->label = keep (self, label);
  group->cells = keep_cells (self, cells);
}

/**
 * ans_memory_table_set_total:
 * @label: (nullable): the last row's label ("TỔNG CỘNG: 351 người")
 * @cells: (nullable): the totals, one for each column
 */
void
ans_memory_table_set_total (AnsMemoryTable *self, const char *label, const char *const *cells)
{
  g_return_if_fail (ANS_IS_MEMORY_TABLE (self));

  g_free (self->total_cells);
  self->total_label = keep (self, label);
  self->total_cells = keep_cells (self, cells);
}
