/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/import/ans-import-rows.h"

struct _AnsImportItem
{
  GObject parent_instance;

  const AnsImportRow *row;
};

G_DEFINE_FINAL_TYPE (AnsImportItem, ans_import_item, G_TYPE_OBJECT)

static void
ans_import_item_class_init (AnsImportItemClass *klass)
{
}

static void
ans_import_item_init (AnsImportItem *self)
{
}

const AnsImportRow *
ans_import_item_get_row (AnsImportItem *self)
{
  return self->row;
}

struct _AnsImportRows
{
  GObject parent_instance;

  AnsImport *import;
  GArray *indexes; /* guint, into the rows of the import */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AnsImportRows,
                               ans_import_rows,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return ANS_TYPE_IMPORT_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return ANS_IMPORT_ROWS (model)->indexes->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  AnsImportRows *self = ANS_IMPORT_ROWS (model);
  AnsImportItem *item;

  if (position >= self->indexes->len)
    return NULL;
  item = g_object_new (ANS_TYPE_IMPORT_ITEM, NULL);
  item->row = ans_import_get_row (self->import, g_array_index (self->indexes, guint, position));
  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
ans_import_rows_dispose (GObject *object)
{
  g_clear_object (&ANS_IMPORT_ROWS (object)->import);
  G_OBJECT_CLASS (ans_import_rows_parent_class)->dispose (object);
}

static void
ans_import_rows_finalize (GObject *object)
{
  g_array_unref (ANS_IMPORT_ROWS (object)->indexes);
  G_OBJECT_CLASS (ans_import_rows_parent_class)->finalize (object);
}

static void
ans_import_rows_class_init (AnsImportRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ans_import_rows_dispose;
  G_OBJECT_CLASS (klass)->finalize = ans_import_rows_finalize;
}

static void
ans_import_rows_init (AnsImportRows *self)
{
  self->indexes = g_array_new (FALSE, FALSE, sizeof (guint));
}

AnsImportRows *
ans_import_rows_new (void)
{
  return g_object_new (ANS_TYPE_IMPORT_ROWS, NULL);
}

void
ans_import_rows_show (AnsImportRows *self, AnsImport *import, guint verdicts)
{
  const guint before = self->indexes->len;
  const guint n = import != NULL ? ans_import_get_n_rows (import) : 0;

  g_return_if_fail (ANS_IS_IMPORT_ROWS (self));

  g_set_object (&self->import, import);
  g_array_set_size (self->indexes, 0);
  for (guint i = 0; i < n; i++)
    if (verdicts == 0 || (verdicts & ANS_IMPORT_BIT (ans_import_get_row (import, i)->verdict)) != 0)
      g_array_append_val (self->indexes, i);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->indexes->len);
}

guint
ans_import_rows_find (AnsImportRows *self, guint row_number)
{
  g_return_val_if_fail (ANS_IS_IMPORT_ROWS (self), G_MAXUINT);

  for (guint i = 0; i < self->indexes->len; i++)
    if (ans_import_get_row (self->import, g_array_index (self->indexes, guint, i))->row_number ==
        row_number)
      return i;
  return G_MAXUINT;
}
