/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list/ans-section-model.h"

struct _AnsSectionModel
{
  GObject parent_instance;

  AnsRowModel *rows;
  guint step;  /* 0: rows are never held back */
  guint shown; /* rows that GTK knows of */
  gboolean growing;
};

/* GTK makes widgets for so many rows; held back beyond them is nothing. */
#define WIDGET_ROWS 200

enum
{
  PROP_0,
  PROP_GROWING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static guint
count_rows (AnsSectionModel *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

static GType
get_item_type (GListModel *model)
{
  return ANS_TYPE_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return ANS_SECTION_MODEL (model)->shown;
}

static gpointer
get_item (GListModel *model, guint position)
{
  AnsSectionModel *self = ANS_SECTION_MODEL (model);

  return position < self->shown ? g_list_model_get_item (G_LIST_MODEL (self->rows), position)
                                : NULL;
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
  AnsSectionModel *self = ANS_SECTION_MODEL (model);

  ans_row_model_get_section (self->rows, position, start, end);
  if (*end > self->shown && *start < self->shown)
    *end = self->shown;
}

static void
section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = get_section;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (AnsSectionModel,
                               ans_section_model,
                               G_TYPE_OBJECT,
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

/* --- a step at a time --------------------------------------------------------------------------
 */

static void
set_growing (AnsSectionModel *self, gboolean growing)
{
  if (growing == self->growing)
    return;
  self->growing = growing;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GROWING]);
}

static void
show_rows (AnsSectionModel *self, guint wanted)
{
  const guint before = self->shown;

  self->shown = MIN (wanted, count_rows (self));
  set_growing (self, self->shown < count_rows (self));
  if (self->shown > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, self->shown - before);
}

void
ans_section_model_grow (AnsSectionModel *self)
{
  guint wanted;

  g_return_if_fail (ANS_IS_SECTION_MODEL (self));

  if (!self->growing)
    return;
  wanted = self->shown + self->step;
  show_rows (self, wanted < WIDGET_ROWS ? wanted : G_MAXUINT);
}

void
ans_section_model_show_all (AnsSectionModel *self)
{
  g_return_if_fail (ANS_IS_SECTION_MODEL (self));
  show_rows (self, G_MAXUINT);
}

gboolean
ans_section_model_is_growing (AnsSectionModel *self)
{
  g_return_val_if_fail (ANS_IS_SECTION_MODEL (self), FALSE);
  return self->growing;
}

void
ans_section_model_set_step (AnsSectionModel *self, guint step)
{
  const guint before = self->shown;

  g_return_if_fail (ANS_IS_SECTION_MODEL (self));

  self->step = step;
  if (step == 0 || before <= step)
    return;
  self->shown = step;
  set_growing (self, TRUE);
  g_list_model_items_changed (G_LIST_MODEL (self), step, before - step, 0);
}

static void
rows_changed (AnsSectionModel *self, guint position, guint removed, guint added)
{
  const guint before = self->shown;

  if (!self->growing && self->step > 0 && removed == before && added > self->step)
    {
      self->shown = self->step;
      g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->shown);
      set_growing (self, TRUE);
    }
  else if (!self->growing)
    {
      self->shown = count_rows (self);
      g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
    }
  else if (position < before)
    {
      /* Rare, and soon over: no need to be exact. */
      self->shown = MIN (self->step, count_rows (self));
      g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->shown);
      set_growing (self, self->shown < count_rows (self));
    }
}

/* --- object ------------------------------------------------------------------------------------
 */

static void
ans_section_model_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_GROWING:
      g_value_set_boolean (value, ANS_SECTION_MODEL (object)->growing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
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
  G_OBJECT_CLASS (klass)->get_property = ans_section_model_get_property;
  properties[PROP_GROWING] = g_param_spec_boolean ("growing", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
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
  self->shown = count_rows (self);
  g_signal_connect_object (rows, "items-changed", G_CALLBACK (rows_changed), self,
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
