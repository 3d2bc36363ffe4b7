/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list/ans-list-cells.h"

#include <glib/gi18n.h>

#include "app/list/ans-cell.h"
#include "app/list/ans-state-cell.h"
#include "app/poverty/ans-deprivation-squares.h"
#include "app/poverty/ans-poverty-look.h"
#include "app/record/ans-mask.h"

struct _AnsListCells
{
  GObject parent_instance;

  GHashTable *revealed; /* gint64 */
};

G_DEFINE_FINAL_TYPE (AnsListCells, ans_list_cells, G_TYPE_OBJECT)

/* What a factory knows of its column. */
typedef struct
{
  AnsListCells *cells;
  const AnsListingColumn *column;
  guint index;
  gboolean is_name;
} Column;

static void
column_free (gpointer data, GClosure *closure)
{
  Column *column = data;

  g_object_unref (column->cells);
  g_free (column);
}

float
ans_list_cells_alignment (const AnsListingColumn *column)
{
  switch (column->kind)
    {
    case ANS_FIELD_INTEGER:
    case ANS_FIELD_MONEY:
    case ANS_FIELD_DECIMAL:
      return 1;
    case ANS_FIELD_DATE:
    case ANS_FIELD_PARTIAL_DATE:
    case ANS_FIELD_BOOLEAN:
      return 0.5;
    default:
      return 0;
    }
}

static gboolean
is_sensitive (const AnsListingColumn *column)
{
  return (column->flags & ANS_FIELD_SENSITIVE) != 0;
}

static gboolean
is_masked (AnsListCells *self, AnsRow *row, const AnsListingColumn *column, guint index)
{
  gint64 id = ans_row_get_id (row);
  const char *value = ans_row_get_value (row, index);

  return is_sensitive (column) && value != NULL && *value != '\0' &&
         !g_hash_table_contains (self->revealed, &id);
}

char *
ans_list_cells_text (AnsListCells *self, AnsRow *row, const AnsListingColumn *column, guint index)
{
  const char *text = ans_row_get_display (row, index);

  if (text == NULL)
    text = "";
  return is_masked (self, row, column, index) ? ans_mask_text (text) : g_strdup (text);
}

static void
show_value (Column *column, GtkColumnViewCell *cell)
{
  GtkWidget *widget = gtk_column_view_cell_get_child (cell);
  AnsRow *row = gtk_column_view_cell_get_item (cell);
  gboolean masked;
  g_autofree char *text = NULL;

  if (row == NULL)
    return;
  masked = is_masked (column->cells, row, column->column, column->index);
  text = ans_list_cells_text (column->cells, row, column->column, column->index);
  if (ANS_IS_DEPRIVATION_SQUARES (widget))
    ans_deprivation_squares_set (ANS_DEPRIVATION_SQUARES (widget),
                                 ans_row_get_value (row, column->index));
  else if (ANS_IS_STATE_CELL (widget))
    {
      const AnsPovertyLook *look = ans_poverty_look_find (column->column->field->choices,
                                                          ans_row_get_value (row, column->index));

      ans_state_cell_set (ANS_STATE_CELL (widget), look->icon, look->css_class, text);
    }
  else
    ans_cell_set_text (ANS_CELL (widget), text, masked);
}

static void
row_changed (AnsRow *row, GtkColumnViewCell *cell)
{
  show_value (g_object_get_data (G_OBJECT (cell), "ans-column"), cell);
}

/* What is more than a text. */
static GtkWidget *
make_widget (const AnsListingColumn *column)
{
  if (g_str_equal (column->id, "lacks"))
    return ans_deprivation_squares_new ();
  if (column->kind == ANS_FIELD_CHOICE && column->field != NULL &&
      ans_poverty_look_find (column->field->choices, NULL) != NULL)
    return ans_state_cell_new ();
  return ans_cell_new (ans_list_cells_alignment (column));
}

static void
setup (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, Column *column)
{
  GtkWidget *widget = make_widget (column->column);

  if (column->is_name)
    gtk_widget_add_css_class (widget, "ans-name");
  gtk_column_view_cell_set_child (cell, widget);
  /* Rows take the focus as a whole. */
  gtk_column_view_cell_set_focusable (cell, FALSE);
  g_object_set_data (G_OBJECT (cell), "ans-column", column);
  g_object_set_data (G_OBJECT (widget), "ans-cell", cell);
}

static void
bind (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, Column *column)
{
  AnsRow *row = gtk_column_view_cell_get_item (cell);

  show_value (column, cell);
  g_signal_connect (row, "changed", G_CALLBACK (row_changed), cell);
}

static void
unbind (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, Column *column)
{
  AnsRow *row = gtk_column_view_cell_get_item (cell);

  if (row != NULL)
    g_signal_handlers_disconnect_by_func (row, row_changed, cell);
}

GtkListItemFactory *
ans_list_cells_factory (AnsListCells *self,
                        const AnsListingColumn *listing_column,
                        guint index,
                        gboolean is_name)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Column *column = g_new0 (Column, 1);

  g_return_val_if_fail (ANS_IS_LIST_CELLS (self), factory);

  column->cells = g_object_ref (self);
  column->column = listing_column;
  column->index = index;
  column->is_name = is_name;
  g_signal_connect_data (factory, "setup", G_CALLBACK (setup), column, column_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind), column);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind), column);
  return factory;
}

/* --- ticks -------------------------------------------------------------------------------------
 */

static void
tick_toggled (GtkCheckButton *button, GtkColumnViewCell *cell)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_COLUMN_VIEW);
  guint position = gtk_column_view_cell_get_position (cell);
  GtkSelectionModel *model;

  if (view == NULL ||
      gtk_check_button_get_active (button) == gtk_column_view_cell_get_selected (cell))
    return;
  model = gtk_column_view_get_model (GTK_COLUMN_VIEW (view));
  if (gtk_check_button_get_active (button))
    gtk_selection_model_select_item (model, position, FALSE);
  else
    gtk_selection_model_unselect_item (model, position);
}

static void
selected_changed (GtkColumnViewCell *cell, GParamSpec *pspec, GtkCheckButton *button)
{
  gtk_check_button_set_active (button, gtk_column_view_cell_get_selected (cell));
}

static void
tick_setup (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, gpointer user_data)
{
  GtkWidget *button = gtk_check_button_new ();

  /* The keyboard ticks the row itself, with Space. */
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_can_focus (button, FALSE);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Ticked"), -1);
  g_signal_connect (button, "toggled", G_CALLBACK (tick_toggled), cell);
  g_signal_connect_object (cell, "notify::selected", G_CALLBACK (selected_changed), button, 0);
  g_object_set_data (G_OBJECT (button), "ans-cell", cell);
  gtk_column_view_cell_set_child (cell, button);
  gtk_column_view_cell_set_focusable (cell, FALSE);
}

static void
tick_bind (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, gpointer user_data)
{
  selected_changed (cell, NULL, GTK_CHECK_BUTTON (gtk_column_view_cell_get_child (cell)));
}

GtkListItemFactory *
ans_list_cells_tick_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (tick_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (tick_bind), NULL);
  return factory;
}

/* --- masking -----------------------------------------------------------------------------------
 */

GtkColumnViewCell *
ans_list_cells_of (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "ans-cell");
}

gboolean
ans_list_cells_is_masked (GtkWidget *widget)
{
  return ANS_IS_CELL (widget) && ans_cell_is_masked (ANS_CELL (widget));
}

void
ans_list_cells_toggle (AnsListCells *self, AnsRow *row)
{
  gint64 id;

  g_return_if_fail (ANS_IS_LIST_CELLS (self));
  g_return_if_fail (ANS_IS_ROW (row));

  id = ans_row_get_id (row);
  if (!g_hash_table_remove (self->revealed, &id))
    g_hash_table_add (self->revealed, g_memdup2 (&id, sizeof id));
  g_signal_emit_by_name (row, "changed");
}

void
ans_list_cells_mask_all (AnsListCells *self)
{
  g_return_if_fail (ANS_IS_LIST_CELLS (self));
  g_hash_table_remove_all (self->revealed);
}

static void
ans_list_cells_finalize (GObject *object)
{
  g_hash_table_unref (ANS_LIST_CELLS (object)->revealed);
  G_OBJECT_CLASS (ans_list_cells_parent_class)->finalize (object);
}

static void
ans_list_cells_class_init (AnsListCellsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ans_list_cells_finalize;
}

static void
ans_list_cells_init (AnsListCells *self)
{
  self->revealed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

AnsListCells *
ans_list_cells_new (void)
{
  return g_object_new (ANS_TYPE_LIST_CELLS, NULL);
}
