/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list/ans-list-selection.h"

struct _AnsListSelection
{
  GObject parent_instance;

  AnsSectionModel *model;
  AnsRowModel *rows;
  gboolean all;
  GHashTable *ids; /* gint64: the ticked ones, or the exceptions from all */
  char *question;  /* what the list was asked when “all” was said */
};

/* --- the predicate -----------------------------------------------------------------------------
 */

static gboolean
has_id (AnsListSelection *self, gint64 id)
{
  return g_hash_table_contains (self->ids, &id) != self->all;
}

/* Returns: whether anything changed. */
static gboolean
set_id (AnsListSelection *self, gint64 id, gboolean ticked)
{
  if (id == 0 || has_id (self, id) == ticked)
    return FALSE;
  if (ticked != self->all)
    g_hash_table_add (self->ids, g_memdup2 (&id, sizeof id));
  else
    g_hash_table_remove (self->ids, &id);
  return TRUE;
}

static gboolean
set_range (AnsListSelection *self, guint position, guint n, gboolean ticked)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < n; i++)
    changed |= set_id (self, ans_row_model_get_id (self->rows, position + i), ticked);
  return changed;
}

static void
tell_all (AnsListSelection *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  /* Without rows there is nothing to redraw, but the bar must still know; GTK's own function
   * refuses to say so. */
  g_signal_emit_by_name (self, "selection-changed", 0, n);
}

static void
set_all (AnsListSelection *self, gboolean all)
{
  gboolean changed = all != self->all || g_hash_table_size (self->ids) > 0;

  self->all = all;
  g_hash_table_remove_all (self->ids);
  if (changed)
    tell_all (self);
}

/* What decides which rows are in the list; order and grouping do not. */
static char *
get_question (AnsListSelection *self)
{
  AnsListing *listing = ans_row_model_get_listing (self->rows);
  g_autoptr (GPtrArray) filters = ans_listing_get_filters (listing);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n%s\n%" G_GINT64_FORMAT,
                          ans_listing_get_as_of (listing) ? ans_listing_get_as_of (listing) : "",
                          ans_listing_get_search (listing) ? ans_listing_get_search (listing) : "",
                          ans_listing_get_village (listing));
  for (guint i = 0; i < filters->len; i++)
    g_string_append_printf (text, "\n%s=%s", (const char *) filters->pdata[i],
                            ans_listing_get_filter (listing, filters->pdata[i]));
  return g_string_free (text, FALSE);
}

static void
question_changed (AnsListSelection *self)
{
  g_autofree char *question = get_question (self);

  if (g_set_str (&self->question, question) && self->all)
    set_all (self, FALSE);
}

gboolean
ans_list_selection_is_all (AnsListSelection *self)
{
  g_return_val_if_fail (ANS_IS_LIST_SELECTION (self), FALSE);
  return self->all;
}

guint
ans_list_selection_get_hidden (AnsListSelection *self)
{
  GHashTableIter iter;
  gpointer key;
  guint hidden = 0;

  g_return_val_if_fail (ANS_IS_LIST_SELECTION (self), 0);

  if (self->all)
    return 0;
  g_hash_table_iter_init (&iter, self->ids);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (ans_row_model_get_position (self->rows, *(gint64 *) key) == G_MAXUINT)
      hidden++;
  return hidden;
}

guint
ans_list_selection_get_count (AnsListSelection *self)
{
  guint n, exceptions;

  g_return_val_if_fail (ANS_IS_LIST_SELECTION (self), 0);

  exceptions = g_hash_table_size (self->ids);
  if (!self->all)
    return exceptions;
  n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  return n > exceptions ? n - exceptions : 0;
}

GArray *
ans_list_selection_get_ids (AnsListSelection *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n;

  g_return_val_if_fail (ANS_IS_LIST_SELECTION (self), ids);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  for (guint i = 0; i < n; i++)
    {
      gint64 id = ans_row_model_get_id (self->rows, i);

      if (has_id (self, id))
        g_array_append_val (ids, id);
    }
  if (!self->all && ids->len < g_hash_table_size (self->ids))
    {
      GHashTableIter iter;
      gpointer key;

      g_hash_table_iter_init (&iter, self->ids);
      while (g_hash_table_iter_next (&iter, &key, NULL))
        if (ans_row_model_get_position (self->rows, *(gint64 *) key) == G_MAXUINT)
          g_array_append_vals (ids, key, 1);
    }
  return ids;
}

GArray *
ans_list_selection_get_exceptions (AnsListSelection *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer key;

  g_return_val_if_fail (ANS_IS_LIST_SELECTION (self), ids);

  g_hash_table_iter_init (&iter, self->ids);
  while (self->all && g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_vals (ids, key, 1);
  return ids;
}

void
ans_list_selection_toggle (AnsListSelection *self, guint position)
{
  gint64 id;

  g_return_if_fail (ANS_IS_LIST_SELECTION (self));

  id = ans_row_model_get_id (self->rows, position);
  if (set_id (self, id, !has_id (self, id)))
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), position, 1);
}

void
ans_list_selection_clear (AnsListSelection *self)
{
  g_return_if_fail (ANS_IS_LIST_SELECTION (self));
  set_all (self, FALSE);
}

AnsSectionModel *
ans_list_selection_get_sections (AnsListSelection *self)
{
  g_return_val_if_fail (ANS_IS_LIST_SELECTION (self), NULL);
  return self->model;
}

/* --- GListModel, GtkSectionModel ---------------------------------------------------------------
 */

static GType
get_item_type (GListModel *model)
{
  return ANS_TYPE_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (ANS_LIST_SELECTION (model)->model));
}

static gpointer
get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (ANS_LIST_SELECTION (model)->model), position);
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
  gtk_section_model_get_section (GTK_SECTION_MODEL (ANS_LIST_SELECTION (model)->model), position,
                                 start, end);
}

static void
section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = get_section;
}

/* --- GtkSelectionModel -------------------------------------------------------------------------
 */

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  AnsListSelection *self = ANS_LIST_SELECTION (model);
  gint64 id = ans_row_model_get_id (self->rows, position);

  return id != 0 && has_id (self, id);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n)
{
  GtkBitset *bits = gtk_bitset_new_empty ();

  for (guint i = position; i < position + n; i++)
    if (is_selected (model, i))
      gtk_bitset_add (bits, i);
  return bits;
}

static gboolean
select_item (GtkSelectionModel *model, guint position, gboolean unselect_rest)
{
  AnsListSelection *self = ANS_LIST_SELECTION (model);

  /* A plain click, or the cursor on its way. */
  if (unselect_rest)
    return FALSE;
  if (set_range (self, position, 1, TRUE))
    gtk_selection_model_selection_changed (model, position, 1);
  return TRUE;
}

static gboolean
unselect_item (GtkSelectionModel *model, guint position)
{
  if (set_range (ANS_LIST_SELECTION (model), position, 1, FALSE))
    gtk_selection_model_selection_changed (model, position, 1);
  return TRUE;
}

static gboolean
select_range (GtkSelectionModel *model, guint position, guint n, gboolean unselect_rest)
{
  if (set_range (ANS_LIST_SELECTION (model), position, n, TRUE))
    gtk_selection_model_selection_changed (model, position, n);
  return TRUE;
}

static gboolean
unselect_range (GtkSelectionModel *model, guint position, guint n)
{
  if (set_range (ANS_LIST_SELECTION (model), position, n, FALSE))
    gtk_selection_model_selection_changed (model, position, n);
  return TRUE;
}

static gboolean
select_all (GtkSelectionModel *model)
{
  set_all (ANS_LIST_SELECTION (model), TRUE);
  return TRUE;
}

static gboolean
unselect_all (GtkSelectionModel *model)
{
  set_all (ANS_LIST_SELECTION (model), FALSE);
  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->select_item = select_item;
  iface->unselect_item = unselect_item;
  iface->select_range = select_range;
  iface->unselect_range = unselect_range;
  iface->select_all = select_all;
  iface->unselect_all = unselect_all;
}

/* --- object ------------------------------------------------------------------------------------
 */

G_DEFINE_FINAL_TYPE_WITH_CODE (AnsListSelection,
                               ans_list_selection,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL,
                                                          section_model_init)
                                       G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                              selection_model_init))

static void
ans_list_selection_finalize (GObject *object)
{
  AnsListSelection *self = ANS_LIST_SELECTION (object);

  g_clear_object (&self->model);
  g_clear_object (&self->rows);
  g_hash_table_unref (self->ids);
  g_free (self->question);
  G_OBJECT_CLASS (ans_list_selection_parent_class)->finalize (object);
}

static void
ans_list_selection_class_init (AnsListSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ans_list_selection_finalize;
}

static void
ans_list_selection_init (AnsListSelection *self)
{
  self->ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

AnsListSelection *
ans_list_selection_new (AnsSectionModel *model)
{
  AnsListSelection *self;

  g_return_val_if_fail (ANS_IS_SECTION_MODEL (model), NULL);

  self = g_object_new (ANS_TYPE_LIST_SELECTION, NULL);
  self->model = g_object_ref (model);
  self->rows = g_object_ref (ans_section_model_get_rows (model));
  self->question = get_question (self);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (g_list_model_items_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "sections-changed",
                           G_CALLBACK (gtk_section_model_sections_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (ans_row_model_get_listing (self->rows), "changed",
                           G_CALLBACK (question_changed), self, G_CONNECT_SWAPPED);
  return self;
}

AnsListing *
ans_list_selection_get_listing (AnsListSelection *self, AnsListing *listing)
{
  AnsListing *ticked;

  g_return_val_if_fail (ANS_IS_LIST_SELECTION (self), NULL);
  g_return_val_if_fail (ANS_IS_LISTING (listing), NULL);

  ticked = ans_listing_copy (listing);
  if (ans_list_selection_is_all (self))
    {
      g_autoptr (GArray) exceptions = ans_list_selection_get_exceptions (self);

      if (exceptions->len > 0)
        ans_listing_set_rows (ticked, exceptions, TRUE);
    }
  else
    {
      g_autoptr (GArray) ids = ans_list_selection_get_ids (self);

      /* Ticks were collected over several questions: they alone say what is in the list. */
      ans_listing_clear_filters (ticked);
      ans_listing_set_rows (ticked, ids, FALSE);
    }
  return ticked;
}
