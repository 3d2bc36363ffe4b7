/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/ans-section-model.h"

struct _AnsSectionModel
{
  GObject parent_instance;

  AnsRowModel *rows;
};

static GType
get_item_type (GListModel *model)
{
  return ANS_TYPE_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (ANS_SECTION_MODEL (model)->rows));
}

static gpointer
get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (ANS_SECTION_MODEL (model)->rows), position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
get_section (GtkSectionModel *model, guint position, guint *start, guint *end)
{
  ans_row_model_get_section (ANS_SECTION_MODEL (model)->rows, position, start, end);
}

static void
section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = get_section;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (AnsSectionModel, ans_section_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL,
                                                          section_model_init))

/* Groups may shift although no row came or went: a person who moved to the next village. */
static void
refreshed (AnsSectionModel *self)
{
  guint n = get_n_items (G_LIST_MODEL (self));

  if (n > 0 && ans_listing_get_grouped (ans_row_model_get_listing (self->rows)))
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), 0, n);
}

static void
ans_section_model_finalize (GObject *object)
{
  g_clear_object (&ANS_SECTION_MODEL (object)->rows);
  G_OBJECT_CLASS (ans_section_model_parent_class)->finalize (object);
}

static void
ans_section_model_class_init (AnsSectionModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ans_section_model_finalize;
}

static void
ans_section_model_init (AnsSectionModel *self)
{
}

AnsSectionModel *
ans_section_model_new (AnsRowModel *rows)
{
  AnsSectionModel *self;

  g_return_val_if_fail (ANS_IS_ROW_MODEL (rows), NULL);

  self = g_object_new (ANS_TYPE_SECTION_MODEL, NULL);
  self->rows = g_object_ref (rows);
  g_signal_connect_object (rows, "items-changed", G_CALLBACK (g_list_model_items_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "refreshed", G_CALLBACK (refreshed), self, G_CONNECT_SWAPPED);
  return self;
}

AnsRowModel *
ans_section_model_get_rows (AnsSectionModel *self)
{
  g_return_val_if_fail (ANS_IS_SECTION_MODEL (self), NULL);
  return self->rows;
}
