/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/ans-page-view.h"

#include <glib/gi18n.h>
#include <math.h>

#include "document/ans-page-painter.h"

struct _AnsPageView
{
  GtkWidget parent_instance;

  AnsPageLayout *layout;
  guint page;
  double scale;
};

G_DEFINE_FINAL_TYPE (AnsPageView, ans_page_view, GTK_TYPE_WIDGET)

static void
page_size (AnsPageView *self, double *width, double *height)
{
  *width = *height = 0;
  if (self->layout != NULL)
    ans_page_layout_get_page_size (self->layout, width, height);
}

static void
ans_page_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  AnsPageView *self = ANS_PAGE_VIEW (widget);
  double width;
  double height;

  page_size (self, &width, &height);
  *minimum = *natural =
      (int) ceil ((orientation == GTK_ORIENTATION_HORIZONTAL ? width : height) * self->scale);
}

static void
ans_page_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AnsPageView *self = ANS_PAGE_VIEW (widget);
  static const GdkRGBA paper = { 1, 1, 1, 1 };
  double width;
  double height;
  graphene_rect_t sheet;
  cairo_t *cr;
  g_autoptr (GError) error = NULL;

  if (self->layout == NULL)
    return;
  page_size (self, &width, &height);
  sheet = GRAPHENE_RECT_INIT (0, 0, (float) (width * self->scale), (float) (height * self->scale));
  gtk_snapshot_append_color (snapshot, &paper, &sheet);
  if (self->page >= ans_page_layout_get_n_pages (self->layout))
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &sheet);
  cairo_scale (cr, self->scale, self->scale);
  if (!ans_page_painter_paint (self->layout, self->page, cr, &error))
    {
      cairo_set_source_rgb (cr, 0.6, 0, 0);
      cairo_set_font_size (cr, 14);
      cairo_move_to (cr, 60, 80);
      cairo_show_text (cr, error->message);
    }
  cairo_destroy (cr);
}

static void
ans_page_view_dispose (GObject *object)
{
  g_clear_object (&ANS_PAGE_VIEW (object)->layout);
  G_OBJECT_CLASS (ans_page_view_parent_class)->dispose (object);
}

static void
ans_page_view_class_init (AnsPageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ans_page_view_dispose;
  widget_class->measure = ans_page_view_measure;
  widget_class->snapshot = ans_page_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ans_page_view_init (AnsPageView *self)
{
  self->scale = 1;
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self), "ans-paper");
}

GtkWidget *
ans_page_view_new (void)
{
  return g_object_new (ANS_TYPE_PAGE_VIEW, NULL);
}

void
ans_page_view_set_page (AnsPageView *self, AnsPageLayout *layout, guint page)
{
  g_return_if_fail (ANS_IS_PAGE_VIEW (self));

  g_set_object (&self->layout, layout);
  self->page = page;
  if (layout != NULL)
    {
      /* Translators: number of a page, number of all pages. */
      g_autofree char *label =
          g_strdup_printf (_ ("Page %u of %u"), page + 1, ans_page_layout_get_n_pages (layout));

      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                      -1);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ans_page_view_set_scale (AnsPageView *self, double scale)
{
  g_return_if_fail (ANS_IS_PAGE_VIEW (self));

  if (fabs (self->scale - scale) < 1e-6)
    return;
  self->scale = scale;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
