/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list/ans-cell.h"

struct _AnsCell
{
  GtkWidget parent_instance;

  char *text;
  float xalign;
  gboolean masked;
  PangoLayout *layout; /* (nullable): while it is being shown */
};

G_DEFINE_FINAL_TYPE (AnsCell, ans_cell, GTK_TYPE_WIDGET)

/* Height of a line of text, in pixels; 0 while unknown. */
static int known_height;

static PangoLayout *
get_layout (AnsCell *self)
{
  if (self->layout == NULL)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
      self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
      pango_layout_set_attributes (self->layout, attributes);
      pango_layout_set_single_paragraph_mode (self->layout, TRUE);
      pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
    }
  return self->layout;
}

static void
ans_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AnsCell *self = ANS_CELL (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  PangoLayout *layout;
  PangoRectangle extents;
  GdkRGBA color;
  int x, y;

  if (self->text == NULL || *self->text == '\0' || width <= 0)
    return;
  layout = get_layout (self);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  x = (int) ((float) (width - extents.width) * (rtl ? 1 - self->xalign : self->xalign));
  y = (height - extents.height) / 2;
  gtk_widget_get_color (widget, &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) (MAX (x, 0) - extents.x), (float) y));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

/* All rows are one line high. It is measured once: a Pango context for each of two thousand cells
 * would cost more than all the rest. */
static int
line_height (GtkWidget *widget)
{
  if (known_height == 0)
    {
      PangoFontMetrics *metrics =
          pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);

      known_height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));
      pango_font_metrics_unref (metrics);
    }
  return known_height;
}

static void
ans_cell_measure (GtkWidget *widget,
                  GtkOrientation orientation,
                  int for_size,
                  int *minimum,
                  int *natural,
                  int *minimum_baseline,
                  int *natural_baseline)
{
  /* Columns have their own width. */
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? line_height (widget) : 0;
}

static void
ans_cell_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ans_cell_parent_class)->css_changed (widget, change);
  g_clear_object (&ANS_CELL (widget)->layout);
}

static void
ans_cell_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (ans_cell_parent_class)->system_setting_changed (widget, setting);
  g_clear_object (&ANS_CELL (widget)->layout);
  known_height = 0;
  gtk_widget_queue_resize (widget);
}

static void
ans_cell_unmap (GtkWidget *widget)
{
  g_clear_object (&ANS_CELL (widget)->layout);
  GTK_WIDGET_CLASS (ans_cell_parent_class)->unmap (widget);
}

static void
ans_cell_finalize (GObject *object)
{
  AnsCell *self = ANS_CELL (object);

  g_clear_object (&self->layout);
  g_free (self->text);
  G_OBJECT_CLASS (ans_cell_parent_class)->finalize (object);
}

static void
ans_cell_class_init (AnsCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ans_cell_finalize;
  widget_class->snapshot = ans_cell_snapshot;
  widget_class->measure = ans_cell_measure;
  widget_class->css_changed = ans_cell_css_changed;
  widget_class->system_setting_changed = ans_cell_system_setting_changed;
  widget_class->unmap = ans_cell_unmap;
  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
ans_cell_init (AnsCell *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
ans_cell_new (float xalign)
{
  AnsCell *self = g_object_new (ANS_TYPE_CELL, NULL);

  self->xalign = xalign;
  return GTK_WIDGET (self);
}

void
ans_cell_set_text (AnsCell *self, const char *text, gboolean masked)
{
  g_return_if_fail (ANS_IS_CELL (self));

  self->masked = masked;
  if (!g_set_str (&self->text, text))
    return;
  if (self->layout != NULL)
    pango_layout_set_text (self->layout, text != NULL ? text : "", -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text != NULL ? text : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const char *
ans_cell_get_text (AnsCell *self)
{
  g_return_val_if_fail (ANS_IS_CELL (self), NULL);
  return self->text;
}

gboolean
ans_cell_is_masked (AnsCell *self)
{
  g_return_val_if_fail (ANS_IS_CELL (self), FALSE);
  return self->masked;
}
