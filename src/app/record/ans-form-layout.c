/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/record/ans-form-layout.h"

#define COLUMN_WIDTH 250 /* below this a field is too narrow for a full name */
#define MAX_COLUMNS  3
#define COLUMN_GAP   14
#define ROW_GAP      12

struct _AnsFormLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (AnsFormLayout, ans_form_layout, GTK_TYPE_LAYOUT_MANAGER)

static GQuark
wide_quark (void)
{
  return g_quark_from_static_string ("ans-form-layout-wide");
}

static gboolean
is_wide (GtkWidget *child)
{
  return g_object_get_qdata (G_OBJECT (child), wide_quark ()) != NULL;
}

void
ans_form_layout_set_wide (GtkWidget *child, gboolean wide)
{
  g_object_set_qdata (G_OBJECT (child), wide_quark (), GINT_TO_POINTER (wide));
  gtk_widget_queue_resize (child);
}

static int
n_columns_for (int width)
{
  return CLAMP ((width + COLUMN_GAP) / (COLUMN_WIDTH + COLUMN_GAP), 1, MAX_COLUMNS);
}

/* Walks the rows at @width; allocates the children if @allocate. Returns the height used. */
static int
lay_out (GtkWidget *widget, int width, gboolean allocate)
{
  const int n_columns = n_columns_for (width);
  const int column_width = (width - (n_columns - 1) * COLUMN_GAP) / n_columns;
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int y = 0;

  while (child != NULL)
    {
      GtkWidget *row[MAX_COLUMNS];
      int n = 0;
      int row_height = 0;
      gboolean wide = FALSE;

      for (; child != NULL && n < n_columns && !wide; child = gtk_widget_get_next_sibling (child))
        {
          int height;

          if (!gtk_widget_should_layout (child))
            continue;
          wide = is_wide (child);
          if (wide && n > 0)
            {
              wide = FALSE;
              break;
            }
          gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, wide ? width : column_width, NULL,
                              &height, NULL, NULL);
          row_height = MAX (row_height, height);
          row[n++] = child;
        }
      if (n == 0)
        break;
      for (int i = 0; allocate && i < n; i++)
        {
          const GtkAllocation place = { .x = i * (column_width + COLUMN_GAP),
                                        .y = y,
                                        .width = wide ? width : column_width,
                                        .height = row_height };

          gtk_widget_size_allocate (row[i], &place, -1);
        }
      y += row_height + ROW_GAP;
    }
  return MAX (0, y - ROW_GAP);
}

static GtkSizeRequestMode
ans_form_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ans_form_layout_measure (GtkLayoutManager *manager,
                         GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  int widest = 0;

  *minimum_baseline = *natural_baseline = -1;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, NULL, NULL, NULL);
      widest = MAX (widest, child_minimum);
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widest;
      *natural = MAX (widest, 2 * COLUMN_WIDTH + COLUMN_GAP);
      return;
    }
  *minimum = lay_out (widget, for_size < 0 ? MAX (widest, COLUMN_WIDTH) : for_size, FALSE);
  *natural = *minimum;
}

static void
ans_form_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  lay_out (widget, width, TRUE);
}

static void
ans_form_layout_class_init (AnsFormLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = ans_form_layout_get_request_mode;
  manager_class->measure = ans_form_layout_measure;
  manager_class->allocate = ans_form_layout_allocate;
}

static void
ans_form_layout_init (AnsFormLayout *self)
{
}

GtkLayoutManager *
ans_form_layout_new (void)
{
  return g_object_new (ANS_TYPE_FORM_LAYOUT, NULL);
}
