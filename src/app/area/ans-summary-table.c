/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/area/ans-summary-table.h"

#include <glib/gi18n.h>

#include "app/area/ans-summary-line.h"

/* Pixels: no column of numbers is narrower; and how much further a column is shown whole. */
#define MIN_WIDTH 62
#define STEP      80

struct _AnsSummaryTable
{
  GtkWidget parent_instance;

  const AnsAreaTable *table;
  AnsSummaryShape shape;
  GArray *shown; /* guint: indexes of the columns of the table */
  AnsSummaryLine *header;
  GPtrArray *lines;  /* AnsSummaryLine, one for each row */
  GPtrArray *titles; /* of the rows */
  gboolean narrow;
  guint row, column; /* where the focus was, column among the shown ones */

  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;
};

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS,
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static GParamSpec *properties[N_PROPS];

enum
{
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (AnsSummaryTable,
                               ans_summary_table,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* --- cells ------------------------------------------------------------------------------------ */

static void
set_place (GtkWidget *widget, guint row, guint column)
{
  gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_ROW_INDEX,
                                  (int) row + 1, GTK_ACCESSIBLE_RELATION_COL_INDEX,
                                  (int) column + 1, -1);
}

static GtkWidget *
make_heading (const char *text, GtkAccessibleRole role, gboolean centred)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "label", text, NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_WORD);
  gtk_label_set_max_width_chars (GTK_LABEL (label), centred ? 26 : 8);
  gtk_label_set_xalign (GTK_LABEL (label), centred ? 0.5f : 1);
  gtk_label_set_yalign (GTK_LABEL (label), 1);
  gtk_label_set_justify (GTK_LABEL (label), centred ? GTK_JUSTIFY_CENTER : GTK_JUSTIFY_RIGHT);
  gtk_widget_add_css_class (label, "ans-column-title");
  gtk_widget_add_css_class (label, centred ? "ans-summary-group" : "ans-summary-title");
  return label;
}

static GtkWidget *
make_head (const char *text, GtkAccessibleRole role)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "label", text, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_WORD);
  gtk_widget_add_css_class (label, "ans-summary-head");
  return label;
}

static void
clicked (GtkWidget *button, AnsSummaryTable *self)
{
  const guint row = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "ans-row"));
  const guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "ans-column"));

  self->row = row;
  self->column = column;
  g_signal_emit (self, signals[OPENED], 0, row, g_array_index (self->shown, guint, column));
}

/* A door to its list, or only a number: both take the focus, so that arrows go evenly. */
static GtkWidget *
make_number (AnsSummaryTable *self, gboolean is_door, guint row, guint column)
{
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *number;

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_set_hexpand (label, TRUE);
  if (is_door)
    {
      number = gtk_button_new ();
      gtk_button_set_child (GTK_BUTTON (number), label);
      gtk_widget_add_css_class (number, "flat");
      gtk_widget_set_tooltip_text (number, _ ("Open the list"));
      g_signal_connect (number, "clicked", G_CALLBACK (clicked), self);
    }
  else
    {
      /* A label does not take the focus. */
      number = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LABEL, NULL);
      gtk_box_append (GTK_BOX (number), label);
      gtk_widget_set_focusable (number, TRUE);
    }
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (number, "ans-summary-number");
  g_object_set_data (G_OBJECT (number), "ans-row", GUINT_TO_POINTER (row));
  g_object_set_data (G_OBJECT (number), "ans-column", GUINT_TO_POINTER (column));
  return number;
}

static char *
describe (const AnsAreaTableColumn *column, const char *village, const char *text, gboolean is_door)
{
  g_autofree char *heading = column->group_title != NULL
                                 ? g_strdup_printf ("%s, %s", column->group_title, column->title)
                                 : g_strdup (column->title);

  if (!is_door)
    return g_strdup_printf ("%s, %s: %s", village, heading, text);
  /* Translators: a village, the heading of a column, a number */
  return g_strdup_printf (_ ("%s, %s: %s, open the list"), village, heading, text);
}

/* Whether there is a list behind the number; a percentage has none. */
static gboolean
has_list (const AnsAreaTableColumn *column, const AnsAreaTableRow *row, guint index)
{
  return column->kind != ANS_TABLE_CELL_PERCENT && row->values[index] >= 0;
}

static void
show_number (AnsSummaryTable *self, AnsAreaTableResult *result, guint row, guint column)
{
  const guint index = g_array_index (self->shown, guint, column);
  const AnsAreaTableRow *of = result->rows->pdata[row];
  const AnsAreaTableColumn *described = &self->table->columns[index];
  const gboolean is_door = has_list (described, of, index);
  AdwBin *cell = ADW_BIN (ans_summary_line_get_cell (self->lines->pdata[row], column));
  GtkWidget *number = adw_bin_get_child (cell);
  g_autofree char *text = ans_area_table_display (result, row, index);
  g_autofree char *name = describe (described, of->title, text, is_door);

  if (number == NULL || GTK_IS_BUTTON (number) != is_door)
    {
      number = make_number (self, is_door, row, column);
      adw_bin_set_child (cell, number);
    }
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (number)), text);
  if (of->values[index] == 0)
    gtk_widget_add_css_class (number, "ans-nought");
  else
    gtk_widget_remove_css_class (number, "ans-nought");
  gtk_accessible_update_property (GTK_ACCESSIBLE (number), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* --- lines ------------------------------------------------------------------------------------ */

static void
clear (AnsSummaryTable *self)
{
  g_clear_pointer ((GtkWidget **) &self->header, gtk_widget_unparent);
  for (guint i = 0; i < self->lines->len; i++)
    gtk_widget_unparent (self->lines->pdata[i]);
  g_ptr_array_set_size (self->lines, 0);
  g_ptr_array_set_size (self->titles, 0);
  g_array_set_size (self->shown, 0);
  g_array_set_size (self->shape.widths, 0);
  g_array_set_size (self->shape.groups, 0);
}

static void
choose_columns (AnsSummaryTable *self)
{
  const char *group = NULL;

  for (guint i = 0; self->table->columns[i].id != NULL; i++)
    {
      const AnsAreaTableColumn *column = &self->table->columns[i];
      const guint alone = column->group_title != NULL ? 1 : 0;

      if (column->hidden)
        continue;
      g_array_append_val (self->shown, i);
      if (group != NULL && g_strcmp0 (group, column->group_title) == 0)
        g_array_index (self->shape.groups, guint, self->shape.groups->len - 1)++;
      else
        g_array_append_val (self->shape.groups, alone);
      group = column->group_title;
    }
  g_array_set_size (self->shape.widths, self->shown->len);
}

static void
build_header (AnsSummaryTable *self)
{
  GtkWidget *head = make_head ("Thôn", GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  const char *group = NULL;

  gtk_widget_add_css_class (head, "ans-column-title");
  gtk_label_set_yalign (GTK_LABEL (head), 1);
  self->header = ans_summary_line_new (&self->shape, head);
  gtk_widget_add_css_class (GTK_WIDGET (self->header), "ans-summary-header");
  for (guint i = 0; i < self->shown->len; i++)
    {
      const AnsAreaTableColumn *column =
          &self->table->columns[g_array_index (self->shown, guint, i)];
      GtkWidget *title = make_heading (column->title, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, FALSE);

      set_place (title, 0, i + 1);
      ans_summary_line_add (self->header, title);
      if (column->group_title != NULL && g_strcmp0 (group, column->group_title) != 0)
        ans_summary_line_add_group (
            self->header,
            make_heading (column->group_title, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, TRUE));
      group = column->group_title;
    }
  gtk_widget_set_parent (GTK_WIDGET (self->header), GTK_WIDGET (self));
}

static void
set_narrow (AnsSummaryTable *self, gboolean narrow)
{
  self->narrow = narrow;
  for (GtkWidget *line = gtk_widget_get_first_child (GTK_WIDGET (self)); line != NULL;
       line = gtk_widget_get_next_sibling (line))
    gtk_label_set_max_width_chars (GTK_LABEL (gtk_widget_get_first_child (line)), narrow ? 13 : 24);
}

static void
build (AnsSummaryTable *self, AnsAreaTableResult *result)
{
  clear (self);
  self->table = result->table;
  choose_columns (self);
  build_header (self);
  for (guint i = 0; i < result->rows->len; i++)
    {
      const AnsAreaTableRow *row = result->rows->pdata[i];
      GtkWidget *head = make_head (row->title, GTK_ACCESSIBLE_ROLE_ROW_HEADER);
      AnsSummaryLine *line = ans_summary_line_new (&self->shape, head);

      set_place (head, i + 1, 0);
      for (guint j = 0; j < self->shown->len; j++)
        {
          GtkWidget *cell =
              g_object_new (ADW_TYPE_BIN, "accessible-role", GTK_ACCESSIBLE_ROLE_GRID_CELL, NULL);

          set_place (cell, i + 1, j + 1);
          ans_summary_line_add (line, cell);
        }
      if (i + 1 == result->rows->len)
        gtk_widget_add_css_class (GTK_WIDGET (line), "ans-summary-sum");
      g_ptr_array_add (self->lines, line);
      g_ptr_array_add (self->titles, g_strdup (row->title));
      gtk_widget_set_parent (GTK_WIDGET (line), GTK_WIDGET (self));
    }
  set_narrow (self, self->narrow);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->table->title, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_COUNT,
                                  (int) result->rows->len + 1, GTK_ACCESSIBLE_RELATION_COL_COUNT,
                                  (int) self->shown->len + 1, -1);
}

static gboolean
is_built (AnsSummaryTable *self, AnsAreaTableResult *result)
{
  if (self->table != result->table || self->lines->len != result->rows->len)
    return FALSE;
  for (guint i = 0; i < self->lines->len; i++)
    if (g_strcmp0 (self->titles->pdata[i], ((AnsAreaTableRow *) result->rows->pdata[i])->title) !=
        0)
      return FALSE;
  return TRUE;
}

void
ans_summary_table_show (AnsSummaryTable *self, AnsAreaTableResult *result)
{
  g_return_if_fail (ANS_IS_SUMMARY_TABLE (self));
  g_return_if_fail (result != NULL);

  if (!is_built (self, result))
    build (self, result);
  for (guint i = 0; i < self->lines->len; i++)
    for (guint j = 0; j < self->shown->len; j++)
      show_number (self, result, i, j);
}

GtkWidget *
ans_summary_table_get_cell (AnsSummaryTable *self, guint row, guint column)
{
  g_return_val_if_fail (ANS_IS_SUMMARY_TABLE (self), NULL);

  for (guint i = 0; row < self->lines->len && i < self->shown->len; i++)
    if (g_array_index (self->shown, guint, i) == column)
      return adw_bin_get_child (ADW_BIN (ans_summary_line_get_cell (self->lines->pdata[row], i)));
  return NULL;
}

/* --- keys ------------------------------------------------------------------------------------- */

static void
reveal (AnsSummaryTable *self, guint column)
{
  const double room = gtk_widget_get_width (GTK_WIDGET (self)) - self->shape.head;
  double x = 0, value;

  if (self->hadjustment == NULL || room <= 0)
    return;
  for (guint i = 0; i < column; i++)
    x += g_array_index (self->shape.widths, int, i);
  value = gtk_adjustment_get_value (self->hadjustment);
  value = MAX (value, x + g_array_index (self->shape.widths, int, column) - room);
  gtk_adjustment_set_value (self->hadjustment, MIN (value, x));
}

static gboolean
focus_number (AnsSummaryTable *self, guint row, guint column)
{
  GtkWidget *cell;

  if (self->lines->len == 0 || self->shown->len == 0)
    return FALSE;
  self->row = MIN (row, self->lines->len - 1);
  self->column = MIN (column, self->shown->len - 1);
  cell = ans_summary_line_get_cell (self->lines->pdata[self->row], self->column);
  reveal (self, self->column);
  return gtk_widget_grab_focus (adw_bin_get_child (ADW_BIN (cell)));
}

static GtkWidget *
focused_number (AnsSummaryTable *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) &&
                 gtk_widget_has_css_class (focus, "ans-summary-number")
             ? focus
             : NULL;
}

static gboolean
ans_summary_table_focus (GtkWidget *widget, GtkDirectionType direction)
{
  AnsSummaryTable *self = ANS_SUMMARY_TABLE (widget);
  GtkWidget *number = focused_number (self);
  guint row, column;

  if (number == NULL)
    return focus_number (self, self->row, self->column);
  row = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (number), "ans-row"));
  column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (number), "ans-column"));
  switch (direction)
    {
    case GTK_DIR_LEFT:
      return focus_number (self, row, column > 0 ? column - 1 : 0);
    case GTK_DIR_RIGHT:
      return focus_number (self, row, column + 1);
    case GTK_DIR_UP:
      return row > 0 && focus_number (self, row - 1, column);
    case GTK_DIR_DOWN:
      return focus_number (self, row + 1, column);
    case GTK_DIR_TAB_FORWARD:
    case GTK_DIR_TAB_BACKWARD:
    default:
      /* The table is one stop. */
      self->row = row;
      self->column = column;
      return FALSE;
    }
}

static gboolean
ans_summary_table_grab_focus (GtkWidget *widget)
{
  return focus_number (ANS_SUMMARY_TABLE (widget), ANS_SUMMARY_TABLE (widget)->row,
                       ANS_SUMMARY_TABLE (widget)->column);
}

static gboolean
go_to_end (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  AnsSummaryTable *self = ANS_SUMMARY_TABLE (widget);
  GtkWidget *number = focused_number (self);

  if (number == NULL)
    return FALSE;
  return focus_number (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (number), "ans-row")),
                       g_variant_get_boolean (args) ? self->shown->len - 1 : 0);
}

/* --- layout ----------------------------------------------------------------------------------- */

static int
find_widths (AnsSummaryTable *self)
{
  int all = 0;

  self->shape.head = 0;
  for (guint i = 0; i < self->shape.widths->len; i++)
    g_array_index (self->shape.widths, int, i) = MIN_WIDTH;
  for (guint i = 0; i < self->lines->len; i++)
    ans_summary_line_widen (self->lines->pdata[i]);
  if (self->header != NULL)
    ans_summary_line_widen (self->header);
  for (guint i = 0; i < self->shape.widths->len; i++)
    all += g_array_index (self->shape.widths, int, i);
  return all;
}

static void
ans_summary_table_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  AnsSummaryTable *self = ANS_SUMMARY_TABLE (widget);
  const int all = find_widths (self);
  int height = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = self->shape.head + MIN_WIDTH;
      *natural = self->shape.head + all;
      return;
    }
  for (GtkWidget *line = gtk_widget_get_first_child (widget); line != NULL;
       line = gtk_widget_get_next_sibling (line))
    {
      int line_height;

      gtk_widget_measure (line, GTK_ORIENTATION_VERTICAL, -1, NULL, &line_height, NULL, NULL);
      height += line_height;
    }
  *minimum = *natural = height;
}

/* What is left is shared by all columns. */
static void
stretch (AnsSummaryTable *self, int spare)
{
  const int n = (int) self->shape.widths->len;

  for (int i = 0; spare > 0 && i < n; i++)
    g_array_index (self->shape.widths, int, (guint) i) += spare / n + (i < spare % n ? 1 : 0);
}

static void
ans_summary_table_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AnsSummaryTable *self = ANS_SUMMARY_TABLE (widget);
  const int all = find_widths (self) + self->shape.head;
  int y = 0;

  stretch (self, width - all);
  if (self->hadjustment != NULL)
    {
      gtk_adjustment_configure (
          self->hadjustment,
          CLAMP (gtk_adjustment_get_value (self->hadjustment), 0, MAX (all - width, 0)), 0,
          MAX (all, width), STEP, MAX (width - self->shape.head, STEP), width);
      self->shape.offset = (int) gtk_adjustment_get_value (self->hadjustment);
    }
  if (self->vadjustment != NULL)
    gtk_adjustment_configure (self->vadjustment, 0, 0, height, STEP, height, height);
  for (GtkWidget *line = gtk_widget_get_first_child (widget); line != NULL;
       line = gtk_widget_get_next_sibling (line))
    {
      int line_height;

      gtk_widget_measure (line, GTK_ORIENTATION_VERTICAL, -1, NULL, &line_height, NULL, NULL);
      gtk_widget_size_allocate (line, &(GtkAllocation) { 0, y, width, line_height }, -1);
      y += line_height;
    }
}

static void
scrolled (AnsSummaryTable *self)
{
  const int offset = (int) gtk_adjustment_get_value (self->hadjustment);

  if (offset == self->shape.offset)
    return;
  self->shape.offset = offset;
  for (GtkWidget *line = gtk_widget_get_first_child (GTK_WIDGET (self)); line != NULL;
       line = gtk_widget_get_next_sibling (line))
    ans_summary_line_moved (ANS_SUMMARY_LINE (line));
}

static void
set_adjustment (AnsSummaryTable *self, GtkAdjustment **where, GtkAdjustment *adjustment)
{
  if (*where != NULL)
    g_signal_handlers_disconnect_by_data (*where, self);
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  g_set_object (where, g_object_ref_sink (adjustment));
  g_object_unref (adjustment);
  if (where == &self->hadjustment)
    g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (scrolled), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* --- object ----------------------------------------------------------------------------------- */

static void
ans_summary_table_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AnsSummaryTable *self = ANS_SUMMARY_TABLE (object);

  switch (id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, GTK_SCROLL_MINIMUM);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ans_summary_table_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AnsSummaryTable *self = ANS_SUMMARY_TABLE (object);

  switch (id)
    {
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->hadjustment, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->vadjustment, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ans_summary_table_dispose (GObject *object)
{
  AnsSummaryTable *self = ANS_SUMMARY_TABLE (object);

  clear (self);
  if (self->hadjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->hadjustment, self);
  g_clear_object (&self->hadjustment);
  g_clear_object (&self->vadjustment);
  G_OBJECT_CLASS (ans_summary_table_parent_class)->dispose (object);
}

static void
ans_summary_table_finalize (GObject *object)
{
  AnsSummaryTable *self = ANS_SUMMARY_TABLE (object);

  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->titles);
  g_array_unref (self->shown);
  g_array_unref (self->shape.widths);
  g_array_unref (self->shape.groups);
  G_OBJECT_CLASS (ans_summary_table_parent_class)->finalize (object);
}

static void
ans_summary_table_class_init (AnsSummaryTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ans_summary_table_dispose;
  object_class->finalize = ans_summary_table_finalize;
  object_class->get_property = ans_summary_table_get_property;
  object_class->set_property = ans_summary_table_set_property;
  widget_class->measure = ans_summary_table_measure;
  widget_class->size_allocate = ans_summary_table_size_allocate;
  widget_class->focus = ans_summary_table_focus;
  widget_class->grab_focus = ans_summary_table_grab_focus;

  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  signals[OPENED] = g_signal_new ("opened", ANS_TYPE_SUMMARY_TABLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, go_to_end, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, go_to_end, "b", TRUE);
  gtk_widget_class_set_css_name (widget_class, "summarytable");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
ans_summary_table_init (AnsSummaryTable *self)
{
  self->lines = g_ptr_array_new ();
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  self->shape.widths = g_array_new (FALSE, TRUE, sizeof (int));
  self->shape.groups = g_array_new (FALSE, FALSE, sizeof (guint));
}
