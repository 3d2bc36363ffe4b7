/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/record/ans-sibling-keeper.h"

#include <glib/gi18n.h>

#include "text/ans-number.h"

struct _AnsSiblingKeeper
{
  GObject parent_instance;

  AnsRowModel *model;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnsSiblingKeeper, ans_sibling_keeper, G_TYPE_OBJECT)

static void
ans_sibling_keeper_dispose (GObject *object)
{
  AnsSiblingKeeper *self = ANS_SIBLING_KEEPER (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (ans_sibling_keeper_parent_class)->dispose (object);
}

static void
ans_sibling_keeper_class_init (AnsSiblingKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ans_sibling_keeper_dispose;
  signals[CHANGED] = g_signal_new ("changed", ANS_TYPE_SIBLING_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ans_sibling_keeper_init (AnsSiblingKeeper *self)
{
}

static void
model_changed_cb (AnsSiblingKeeper *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

AnsSiblingKeeper *
ans_sibling_keeper_new (AnsRowModel *model)
{
  AnsSiblingKeeper *self = g_object_new (ANS_TYPE_SIBLING_KEEPER, NULL);

  if (model != NULL)
    {
      self->model = g_object_ref (model);
      g_signal_connect_swapped (model, "items-changed", G_CALLBACK (model_changed_cb), self);
    }
  return self;
}

gint64
ans_sibling_keeper_get (AnsSiblingKeeper *self, gint64 id, int by)
{
  guint position;

  g_return_val_if_fail (ANS_IS_SIBLING_KEEPER (self), 0);

  if (self->model == NULL)
    return 0;
  position = ans_row_model_get_position (self->model, id);
  if (position == G_MAXUINT || (by < 0 && position < (guint) -by))
    return 0;
  return ans_row_model_get_id (self->model, position + (guint) by);
}

char *
ans_sibling_keeper_describe (AnsSiblingKeeper *self, gint64 id)
{
  guint position;
  guint n;
  g_autofree char *at = NULL;
  g_autofree char *of = NULL;

  g_return_val_if_fail (ANS_IS_SIBLING_KEEPER (self), NULL);

  if (self->model == NULL)
    return NULL;
  position = ans_row_model_get_position (self->model, id);
  if (position == G_MAXUINT)
    return NULL;
  n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  at = ans_number_format ((gint64) position + 1);
  of = ans_number_format (n);
  /* Translators: place in a list: “412 of 10.738”. */
  return g_strdup_printf (_ ("%s of %s"), at, of);
}
