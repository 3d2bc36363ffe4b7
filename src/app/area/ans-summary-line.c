/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/area/ans-summary-line.h"

/* --- the cells beside the first one, which are cut off where the room ends -------------------- */

#define ANS_TYPE_SUMMARY_STRIP (ans_summary_strip_get_type ())
G_DECLARE_FINAL_TYPE (AnsSummaryStrip, ans_summary_strip, ANS, SUMMARY_STRIP, GtkWidget)

struct _AnsSummaryStrip
{
  GtkWidget parent_instance;

  AnsSummaryShape *shape;
  GPtrArray *cells;
  GPtrArray *groups; /* headings over several cells */
};

G_DEFINE_FINAL_TYPE (AnsSummaryStrip, ans_summary_strip, GTK_TYPE_WIDGET)

static int
width_at (AnsSummaryStrip *self, guint column)
{
  return column < self->shape->widths->len ? g_array_index (self->shape->widths, int, column) : 0;
}

static int
height_of (GtkWidget *widget, int width)
{
  int minimum, natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, MAX (width, minimum), NULL, &natural, NULL,
                      NULL);
  return natural;
}

typedef void (*GroupFunc) (
    AnsSummaryStrip *self, guint first, guint n, GtkWidget *heading, gpointer data);

/* Calls @func for each span of columns; the heading is NULL for a column without a group. */
static void
each_group (AnsSummaryStrip *self, GroupFunc func, gpointer data)
{
  guint column = 0, heading = 0;

  for (guint i = 0; i < self->shape->groups->len; i++)
    {
      const guint n = g_array_index (self->shape->groups, guint, i);

      func (self, column, MAX (n, 1), n > 0 ? g_ptr_array_index (self->groups, heading++) : NULL,
            data);
      column += MAX (n, 1);
    }
}

static int
span_width (AnsSummaryStrip *self, guint first, guint n)
{
  int width = 0;

  for (guint i = first; i < first + n; i++)
    width += width_at (self, i);
  return width;
}

static void
measure_group (AnsSummaryStrip *self, guint first, guint n, GtkWidget *heading, gpointer data)
{
  int *height = data;

  if (heading != NULL)
    *height = MAX (*height, height_of (heading, span_width (self, first, n)));
}

static int
groups_height (AnsSummaryStrip *self)
{
  int height = 0;

  if (self->groups->len > 0)
    each_group (self, measure_group, &height);
  return height;
}

static void
ans_summary_strip_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  AnsSummaryStrip *self = ANS_SUMMARY_STRIP (widget);
  int size = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 0;
      *natural = span_width (self, 0, self->cells->len);
      return;
    }
  for (guint i = 0; i < self->cells->len; i++)
    size = MAX (size, height_of (self->cells->pdata[i], width_at (self, i)));
  *minimum = *natural = size + groups_height (self);
}

typedef struct
{
  int x;
  int top; /* height of the headings over groups */
  int height;
} Placing;

static void
place (GtkWidget *widget, int x, int y, int width, int height)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (widget, &(GtkAllocation) { x, y, MAX (width, minimum), height }, -1);
}

static void
place_group (AnsSummaryStrip *self, guint first, guint n, GtkWidget *heading, gpointer data)
{
  Placing *placing = data;
  const int y = heading != NULL ? placing->top : 0;

  if (heading != NULL)
    place (heading, placing->x, 0, span_width (self, first, n), placing->top);
  for (guint i = first; i < first + n && i < self->cells->len; i++)
    {
      place (self->cells->pdata[i], placing->x, y, width_at (self, i), placing->height - y);
      placing->x += width_at (self, i);
    }
}

static void
ans_summary_strip_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AnsSummaryStrip *self = ANS_SUMMARY_STRIP (widget);
  Placing placing = { -self->shape->offset, 0, height };

  if (self->groups->len > 0)
    {
      placing.top = groups_height (self);
      each_group (self, place_group, &placing);
      return;
    }
  for (guint i = 0; i < self->cells->len; i++)
    {
      place (self->cells->pdata[i], placing.x, 0, width_at (self, i), height);
      placing.x += width_at (self, i);
    }
}

static void
ans_summary_strip_dispose (GObject *object)
{
  AnsSummaryStrip *self = ANS_SUMMARY_STRIP (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  G_OBJECT_CLASS (ans_summary_strip_parent_class)->dispose (object);
}

static void
ans_summary_strip_class_init (AnsSummaryStripClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ans_summary_strip_dispose;
  GTK_WIDGET_CLASS (klass)->measure = ans_summary_strip_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = ans_summary_strip_size_allocate;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
ans_summary_strip_init (AnsSummaryStrip *self)
{
  self->cells = g_ptr_array_new ();
  self->groups = g_ptr_array_new ();
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/* --- the line --------------------------------------------------------------------------------- */

struct _AnsSummaryLine
{
  GtkWidget parent_instance;

  AnsSummaryShape *shape;
  GtkWidget *head;
  AnsSummaryStrip *strip;
};

G_DEFINE_FINAL_TYPE (AnsSummaryLine, ans_summary_line, GTK_TYPE_WIDGET)

static void
ans_summary_line_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  AnsSummaryLine *self = ANS_SUMMARY_LINE (widget);
  int strip_minimum, strip_natural;

  gtk_widget_measure (GTK_WIDGET (self->strip), orientation, -1, &strip_minimum, &strip_natural,
                      NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = self->shape->head + strip_minimum;
      *natural = self->shape->head + strip_natural;
    }
  else
    *minimum = *natural = MAX (strip_natural, height_of (self->head, self->shape->head));
}

static void
ans_summary_line_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AnsSummaryLine *self = ANS_SUMMARY_LINE (widget);

  place (self->head, 0, 0, self->shape->head, height);
  gtk_widget_size_allocate (
      GTK_WIDGET (self->strip),
      &(GtkAllocation) { self->shape->head, 0, MAX (width - self->shape->head, 0), height }, -1);
}

static void
ans_summary_line_dispose (GObject *object)
{
  AnsSummaryLine *self = ANS_SUMMARY_LINE (object);

  g_clear_pointer (&self->head, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **) &self->strip, gtk_widget_unparent);
  G_OBJECT_CLASS (ans_summary_line_parent_class)->dispose (object);
}

static void
ans_summary_line_class_init (AnsSummaryLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ans_summary_line_dispose;
  widget_class->measure = ans_summary_line_measure;
  widget_class->size_allocate = ans_summary_line_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "summaryline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
ans_summary_line_init (AnsSummaryLine *self)
{
  self->strip = g_object_new (ANS_TYPE_SUMMARY_STRIP, NULL);
}

AnsSummaryLine *
ans_summary_line_new (AnsSummaryShape *shape, GtkWidget *head)
{
  AnsSummaryLine *self = g_object_new (ANS_TYPE_SUMMARY_LINE, NULL);

  self->shape = shape;
  self->strip->shape = shape;
  self->head = head;
  gtk_widget_set_parent (head, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->strip), GTK_WIDGET (self));
  return self;
}

void
ans_summary_line_add (AnsSummaryLine *self, GtkWidget *cell)
{
  g_return_if_fail (ANS_IS_SUMMARY_LINE (self));

  g_ptr_array_add (self->strip->cells, cell);
  gtk_widget_set_parent (cell, GTK_WIDGET (self->strip));
}

void
ans_summary_line_add_group (AnsSummaryLine *self, GtkWidget *heading)
{
  g_return_if_fail (ANS_IS_SUMMARY_LINE (self));

  g_ptr_array_add (self->strip->groups, heading);
  gtk_widget_set_parent (heading, GTK_WIDGET (self->strip));
}

GtkWidget *
ans_summary_line_get_cell (AnsSummaryLine *self, guint index)
{
  g_return_val_if_fail (ANS_IS_SUMMARY_LINE (self), NULL);
  g_return_val_if_fail (index < self->strip->cells->len, NULL);
  return self->strip->cells->pdata[index];
}

static void
widen_group (AnsSummaryStrip *self, guint first, guint n, GtkWidget *heading, gpointer data)
{
  int natural, missing;

  if (heading == NULL)
    return;
  gtk_widget_measure (heading, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  missing = natural - span_width (self, first, n);
  for (guint i = 0; missing > 0 && i < n; i++)
    g_array_index (self->shape->widths, int, first + i) += (missing + (int) n - 1) / (int) n;
}

void
ans_summary_line_widen (AnsSummaryLine *self)
{
  int natural;

  g_return_if_fail (ANS_IS_SUMMARY_LINE (self));

  gtk_widget_measure (self->head, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  self->shape->head = MAX (self->shape->head, natural);
  for (guint i = 0; i < self->strip->cells->len; i++)
    {
      int *width = &g_array_index (self->shape->widths, int, i);

      gtk_widget_measure (self->strip->cells->pdata[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL,
                          &natural, NULL, NULL);
      *width = MAX (*width, natural);
    }
  if (self->strip->groups->len > 0)
    each_group (self->strip, widen_group, NULL);
}

void
ans_summary_line_moved (AnsSummaryLine *self)
{
  g_return_if_fail (ANS_IS_SUMMARY_LINE (self));
  gtk_widget_queue_allocate (GTK_WIDGET (self->strip));
}
