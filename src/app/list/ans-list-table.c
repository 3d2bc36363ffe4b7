/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list/ans-list-table.h"

#include <glib/gi18n.h>

#include "app/list/ans-column-layout.h"
#include "app/list/ans-list-cells.h"
#include "app/list/ans-list-words.h"

#define TICK_COLUMN "tick"
#define TICK_WIDTH  38

/* A drag of a header changes many widths; the last one is kept. */
#define SAVE_DELAY 600

/* Headings are measured a frame after their rows. */
#define TOP_FRAMES 3

struct _AnsListTable
{
  AdwBin parent_instance;

  AnsRowModel *rows;
  AnsListSelection *selection;
  AnsListCells *cells;
  GtkColumnView *view;
  GtkScrolledWindow *scrolled;
  GtkListItemFactory *headings;
  gboolean busy; /* we change columns or order ourselves */
  guint save_source;
  guint top_tick; /* goes to the top after the next layouts */
  guint top_frames;
};

enum
{
  ROW_ACTIVATED,
  COLUMNS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnsListTable, ans_list_table, ADW_TYPE_BIN)

static const AnsListingInfo *
get_info (AnsListTable *self)
{
  return ans_listing_get_info (ans_row_model_get_listing (self->rows));
}

/* --- headings of groups ------------------------------------------------------------------------
 */

static void
heading_update (GtkListHeader *header, GParamSpec *pspec, AnsListTable *self)
{
  GtkWidget *box = gtk_list_header_get_child (header);
  const AnsListingGroup *group;
  GtkWidget *title, *count;
  g_autofree char *text = NULL;

  if (box == NULL || self->rows == NULL)
    return;
  group = ans_row_model_get_group (self->rows, gtk_list_header_get_start (header));
  title = gtk_widget_get_first_child (box);
  count = gtk_widget_get_next_sibling (title);
  gtk_label_set_label (GTK_LABEL (title), group != NULL && *group->title != '\0'
                                              ? group->title
                                              : _ ("Without a village"));
  text = ans_list_words_count (get_info (self), group != NULL ? group->count : 0);
  gtk_label_set_label (GTK_LABEL (count), text);
}

static void
heading_setup (GtkSignalListItemFactory *factory, GtkListHeader *header, AnsListTable *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (count, "ans-secondary");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), count);
  gtk_widget_add_css_class (box, "ans-group");
  gtk_list_header_set_child (header, box);
  g_signal_connect_object (header, "notify", G_CALLBACK (heading_update), self, 0);
}

static void
heading_bind (GtkSignalListItemFactory *factory, GtkListHeader *header, AnsListTable *self)
{
  heading_update (header, NULL, self);
}

void
ans_list_table_update_grouping (AnsListTable *self)
{
  gboolean grouped;

  g_return_if_fail (ANS_IS_LIST_TABLE (self));

  grouped = ans_listing_get_grouped (ans_row_model_get_listing (self->rows));
  if (grouped == (gtk_column_view_get_header_factory (self->view) != NULL))
    return;
  gtk_column_view_set_header_factory (self->view, grouped ? self->headings : NULL);
}

/* --- titles ------------------------------------------------------------------------------------
 */

/* GtkColumnView can't align the title of a column; its label is found by walking the header. If GTK
 * ever builds headers otherwise, nothing is found and titles stand at the left. */
static GtkWidget *
find_label (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *label = find_label (child);

      if (label != NULL)
        return label;
    }
  return NULL;
}

static void
align_titles (AnsListTable *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GListModel *columns = gtk_column_view_get_columns (self->view);
  GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;

  for (guint i = 0; title != NULL && i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const char *id = gtk_column_view_column_get_id (column);
      const AnsListingColumn *known =
          id != NULL ? ans_listing_info_get_column (get_info (self), id) : NULL;
      GtkWidget *label = find_label (title);

      if (known != NULL && label != NULL)
        {
          float alignment = ans_list_cells_alignment (known);

          gtk_widget_set_hexpand (label, TRUE);
          gtk_widget_set_halign (label, GTK_ALIGN_FILL);
          gtk_label_set_xalign (GTK_LABEL (label), alignment);
          gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
        }
      title = gtk_widget_get_next_sibling (title);
    }
}

/* --- columns -----------------------------------------------------------------------------------
 */

/* The present columns of the view, merged into the remembered places. */
static GArray *
present_places (AnsListTable *self)
{
  GArray *remembered = ans_column_layout_load (get_info (self));
  g_autoptr (GArray) hidden = g_array_new (FALSE, FALSE, sizeof (AnsColumnPlace));
  GArray *places = g_array_new (FALSE, FALSE, sizeof (AnsColumnPlace));
  GListModel *columns = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const char *id = gtk_column_view_column_get_id (column);

      for (guint k = 0; k < remembered->len; k++)
        {
          AnsColumnPlace place = g_array_index (remembered, AnsColumnPlace, k);

          if (g_strcmp0 (place.column->id, id) != 0)
            continue;
          place.visible = TRUE;
          if (gtk_column_view_column_get_fixed_width (column) > 0)
            place.width = gtk_column_view_column_get_fixed_width (column);
          g_array_append_val (places, place);
        }
    }
  for (guint k = 0; k < remembered->len; k++)
    {
      AnsColumnPlace place = g_array_index (remembered, AnsColumnPlace, k);
      gboolean shown = FALSE;

      for (guint i = 0; i < places->len; i++)
        shown |= g_array_index (places, AnsColumnPlace, i).column == place.column;
      if (!shown)
        {
          place.visible = FALSE;
          g_array_append_val (hidden, place);
        }
    }
  g_array_append_vals (places, hidden->data, hidden->len);
  g_array_unref (remembered);
  return places;
}

static gboolean
save_columns (gpointer user_data)
{
  AnsListTable *self = user_data;
  g_autoptr (GArray) places = present_places (self);

  self->save_source = 0;
  ans_column_layout_save (get_info (self), places);
  g_signal_emit (self, signals[COLUMNS_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
columns_moved (AnsListTable *self)
{
  if (self->busy)
    return;
  g_clear_handle_id (&self->save_source, g_source_remove);
  self->save_source = g_timeout_add (SAVE_DELAY, save_columns, self);
}

/* Sorting is done by the book; the sorter only makes the header clickable. */
static int
no_order (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return 0;
}

static GMenuModel *
header_menu (const char *id)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuItem) hide = g_menu_item_new (_ ("_Hide this column"), NULL);

  g_menu_item_set_action_and_target (hide, "page.hide-column", "s", id);
  g_menu_append_item (menu, hide);
  g_menu_append (menu, _ ("_Choose columns…"), "page.columns");
  return G_MENU_MODEL (menu);
}

static void
append_column (AnsListTable *self, const AnsColumnPlace *place)
{
  const AnsListingInfo *info = get_info (self);
  gboolean is_name = g_str_equal (place->column->id, ans_list_words_compact (info)[0]);
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (
      _ (place->column->label),
      ans_list_cells_factory (self->cells, place->column, place->index, is_name));
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (no_order, NULL, NULL));
  g_autoptr (GMenuModel) menu = header_menu (place->column->id);

  gtk_column_view_column_set_id (column, place->column->id);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_header_menu (column, menu);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_fixed_width (column, place->width);
  gtk_column_view_column_set_expand (column, is_name ||
                                                 place->column->kind == ANS_FIELD_LONG_TEXT ||
                                                 g_str_equal (place->column->id, "address"));
  gtk_column_view_append_column (self->view, column);
  g_signal_connect_object (column, "notify::fixed-width", G_CALLBACK (columns_moved), self,
                           G_CONNECT_SWAPPED);
}

static void
append_tick_column (AnsListTable *self)
{
  g_autoptr (GtkColumnViewColumn) column =
      gtk_column_view_column_new (NULL, ans_list_cells_tick_factory ());

  gtk_column_view_column_set_id (column, TICK_COLUMN);
  gtk_column_view_column_set_fixed_width (column, TICK_WIDTH);
  gtk_column_view_append_column (self->view, column);
}

void
ans_list_table_reload_columns (AnsListTable *self)
{
  g_autoptr (GArray) places = NULL;
  GListModel *columns;

  g_return_if_fail (ANS_IS_LIST_TABLE (self));

  self->busy = TRUE;
  g_clear_handle_id (&self->save_source, g_source_remove);
  columns = gtk_column_view_get_columns (self->view);
  if (g_list_model_get_n_items (columns) == 0)
    append_tick_column (self);
  /* The first column stays: a view without any would break on its headings. */
  while (g_list_model_get_n_items (columns) > 1)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 1);

      gtk_column_view_remove_column (self->view, column);
    }
  places = ans_column_layout_load (get_info (self));
  for (guint i = 0; i < places->len; i++)
    if (g_array_index (places, AnsColumnPlace, i).visible)
      append_column (self, &g_array_index (places, AnsColumnPlace, i));
  self->busy = FALSE;
  align_titles (self);
  ans_list_table_show_sort (self);
}

/* --- order -------------------------------------------------------------------------------------
 */

static void
sorter_changed (GtkSorter *sorter, GtkSorterChange change, AnsListTable *self)
{
  GtkColumnViewSorter *order = GTK_COLUMN_VIEW_SORTER (sorter);
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (order);

  if (self->busy || self->rows == NULL)
    return;
  ans_listing_set_sort (ans_row_model_get_listing (self->rows),
                        column != NULL ? gtk_column_view_column_get_id (column) : NULL,
                        column != NULL && gtk_column_view_sorter_get_primary_sort_order (order) ==
                                              GTK_SORT_DESCENDING);
}

void
ans_list_table_show_sort (AnsListTable *self)
{
  GListModel *columns;
  gboolean descending, was_busy;
  const char *sort;

  g_return_if_fail (ANS_IS_LIST_TABLE (self));

  was_busy = self->busy;
  columns = gtk_column_view_get_columns (self->view);
  sort = ans_listing_get_sort (ans_row_model_get_listing (self->rows), &descending);
  self->busy = TRUE;
  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_strcmp0 (gtk_column_view_column_get_id (column), sort) == 0)
        gtk_column_view_sort_by_column (self->view, column,
                                        descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
    }
  self->busy = was_busy;
}

/* --- the cursor, clicks ------------------------------------------------------------------------
 */

static void
activated (GtkColumnView *view, guint position, AnsListTable *self)
{
  g_signal_emit (self, signals[ROW_ACTIVATED], 0, position);
}

/* One gesture for the whole table: cells must stay cheap. */
static void
clicked (GtkGestureClick *gesture, int n_press, double x, double y, AnsListTable *self)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);
  GtkColumnViewCell *cell = widget != NULL ? ans_list_cells_of (widget) : NULL;
  AnsRow *row = cell != NULL ? gtk_column_view_cell_get_item (cell) : NULL;

  if (n_press == 1 && row != NULL && ans_list_cells_is_masked (widget))
    ans_list_cells_toggle (self->cells, row);
}

/* Also one for the whole table. Setting the text of a cell's tooltip looks for the widget under the
 * pointer each time, which took more than a third of the time of a jump. */
static gboolean
query_tooltip (
    GtkWidget *view, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer user_data)
{
  GtkWidget *widget = keyboard ? NULL : gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT);
  graphene_rect_t area;

  if (widget == NULL || !ans_list_cells_is_masked (widget))
    return FALSE;
  gtk_tooltip_set_text (tooltip, _ ("Click to show (Ctrl+H)"));
  if (gtk_widget_compute_bounds (widget, view, &area))
    gtk_tooltip_set_tip_area (tooltip,
                              &(GdkRectangle) { (int) area.origin.x, (int) area.origin.y,
                                                (int) area.size.width, (int) area.size.height });
  return TRUE;
}

void
ans_list_table_reveal (AnsListTable *self, gint64 id)
{
  guint position;
  g_autoptr (AnsRow) row = NULL;

  g_return_if_fail (ANS_IS_LIST_TABLE (self));

  position = ans_row_model_get_position (self->rows, id);
  if (position == G_MAXUINT)
    return;
  row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  ans_list_cells_toggle (self->cells, row);
}

/* The cell that a widget of the table, or the first one inside it, belongs to. */
static GtkColumnViewCell *
find_cell (GtkWidget *widget)
{
  GtkColumnViewCell *cell = ans_list_cells_of (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); cell == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    cell = find_cell (child);
  return cell;
}

guint
ans_list_table_get_cursor (AnsListTable *self)
{
  GtkRoot *root;
  GtkWidget *focus;
  GtkColumnViewCell *cell;

  g_return_val_if_fail (ANS_IS_LIST_TABLE (self), GTK_INVALID_LIST_POSITION);

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view)))
    return GTK_INVALID_LIST_POSITION;
  cell = find_cell (focus);
  return cell != NULL ? gtk_column_view_cell_get_position (cell) : GTK_INVALID_LIST_POSITION;
}

static gboolean
go_to_top (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  AnsListTable *self = ANS_LIST_TABLE (widget);

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  if (--self->top_frames > 0)
    return G_SOURCE_CONTINUE;
  self->top_tick = 0;
  return G_SOURCE_REMOVE;
}

void
ans_list_table_scroll_to_top (AnsListTable *self)
{
  g_return_if_fail (ANS_IS_LIST_TABLE (self));

  if (self->rows != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0)
    gtk_column_view_scroll_to (self->view, 0, NULL, GTK_LIST_SCROLL_NONE, NULL);
  /* The heading of the first group stands above its first row, and has no place before the next
   * layout. */
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  self->top_frames = TOP_FRAMES;
  if (self->top_tick == 0)
    self->top_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), go_to_top, NULL, NULL);
}

void
ans_list_table_focus_row (AnsListTable *self, guint position)
{
  g_return_if_fail (ANS_IS_LIST_TABLE (self));

  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->rows)))
    return;
  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->selection)))
    ans_section_model_show_all (ans_list_selection_get_sections (self->selection));
  gtk_column_view_scroll_to (self->view, position, NULL, GTK_LIST_SCROLL_FOCUS, NULL);
  /* That chooses the row; the focus itself stays outside if it was there. The rows are in the list
   * below the headers, which is the last child. */
  gtk_widget_grab_focus (gtk_widget_get_last_child (GTK_WIDGET (self->view)));
}

GtkColumnView *
ans_list_table_get_view (AnsListTable *self)
{
  g_return_val_if_fail (ANS_IS_LIST_TABLE (self), NULL);
  return self->view;
}

/* --- rows as a whole ---------------------------------------------------------------------------
 */

/* A screen reader says the name first, and not the words of the check box. */
static void
describe_row (AnsRow *row, GtkColumnViewRow *view_row)
{
  AnsListTable *self = g_object_get_data (G_OBJECT (view_row), "ans-table");
  const char *const *shown = ans_list_words_compact (get_info (self));
  guint n;
  const AnsListingColumn *columns = ans_listing_info_get_columns (get_info (self), &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (columns[i].id, shown[0]))
      {
        g_autofree char *text = ans_list_cells_text (self->cells, row, &columns[i], i);

        gtk_column_view_row_set_accessible_label (view_row, text);
      }
}

static void
row_setup (GtkSignalListItemFactory *factory, GtkColumnViewRow *view_row, AnsListTable *self)
{
  g_object_set_data (G_OBJECT (view_row), "ans-table", self);
  gtk_column_view_row_set_focusable (view_row, TRUE);
}

static void
row_bind (GtkSignalListItemFactory *factory, GtkColumnViewRow *view_row, AnsListTable *self)
{
  AnsRow *row = gtk_column_view_row_get_item (view_row);

  describe_row (row, view_row);
  g_signal_connect (row, "changed", G_CALLBACK (describe_row), view_row);
}

static void
row_unbind (GtkSignalListItemFactory *factory, GtkColumnViewRow *view_row, AnsListTable *self)
{
  AnsRow *row = gtk_column_view_row_get_item (view_row);

  if (row != NULL)
    g_signal_handlers_disconnect_by_func (row, describe_row, view_row);
}

static GtkListItemFactory *
row_factory (AnsListTable *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (row_setup), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (row_bind), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (row_unbind), self, 0);
  return factory;
}

/* --- rows --------------------------------------------------------------------------------------
 */

void
ans_list_table_set_rows (AnsListTable *self, AnsRowModel *rows, AnsListSelection *selection)
{
  g_return_if_fail (ANS_IS_LIST_TABLE (self));
  g_return_if_fail (ANS_IS_ROW_MODEL (rows));

  g_set_object (&self->rows, rows);
  g_set_object (&self->selection, selection);
  ans_list_table_reload_columns (self);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  ans_list_table_update_grouping (self);
  ans_list_table_scroll_to_top (self);
}

/* --- object ------------------------------------------------------------------------------------
 */

static void
ans_list_table_dispose (GObject *object)
{
  AnsListTable *self = ANS_LIST_TABLE (object);

  if (self->save_source != 0)
    {
      g_clear_handle_id (&self->save_source, g_source_remove);
      save_columns (self);
    }
  /* The view drops its columns as it goes; nothing of that is to be remembered. */
  self->busy = TRUE;
  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  self->view = NULL;
  g_clear_object (&self->headings);
  g_clear_object (&self->cells);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (ans_list_table_parent_class)->dispose (object);
}

static void
ans_list_table_class_init (AnsListTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ans_list_table_dispose;

  signals[ROW_ACTIVATED] = g_signal_new ("row-activated", ANS_TYPE_LIST_TABLE, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[COLUMNS_CHANGED] = g_signal_new ("columns-changed", ANS_TYPE_LIST_TABLE,
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ans_list_table_init (AnsListTable *self)
{
  GtkWidget *view = gtk_column_view_new (NULL);
  GtkGesture *click = gtk_gesture_click_new ();
  g_autoptr (GtkListItemFactory) rows = row_factory (self);

  self->cells = ans_list_cells_new ();
  self->view = GTK_COLUMN_VIEW (view);
  gtk_widget_add_css_class (view, "data-table");
  gtk_widget_add_css_class (view, "ans-table");
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_column_view_set_reorderable (self->view, TRUE);
  gtk_column_view_set_tab_behavior (self->view, GTK_LIST_TAB_ITEM);
  gtk_column_view_set_row_factory (self->view, rows);
  g_signal_connect (view, "activate", G_CALLBACK (activated), self);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (sorter_changed), self, 0);
  g_signal_connect_object (gtk_column_view_get_columns (self->view), "items-changed",
                           G_CALLBACK (columns_moved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "map", G_CALLBACK (align_titles), self, G_CONNECT_SWAPPED);

  gtk_widget_set_has_tooltip (view, TRUE);
  g_signal_connect (view, "query-tooltip", G_CALLBACK (query_tooltip), NULL);
  g_signal_connect (click, "released", G_CALLBACK (clicked), self);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (click));

  self->headings = gtk_signal_list_item_factory_new ();
  g_signal_connect_object (self->headings, "setup", G_CALLBACK (heading_setup), self, 0);
  g_signal_connect_object (self->headings, "bind", G_CALLBACK (heading_bind), self, 0);

  self->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_child (self->scrolled, view);
  gtk_widget_set_vexpand (GTK_WIDGET (self->scrolled), TRUE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->scrolled));
}

AnsListTable *
ans_list_table_new (void)
{
  return g_object_new (ANS_TYPE_LIST_TABLE, NULL);
}
