/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/record/ans-timeline-mark.h"

#include <adwaita.h>

#define WIDTH  14
#define RADIUS 4.5f
#define DOT_Y  10.0f /* the middle of the first line of text beside it */
#define LINE   1.5f

struct _AnsTimelineMark
{
  GtkWidget parent_instance;

  gboolean first;
  gboolean last;
  gboolean current;
};

G_DEFINE_FINAL_TYPE (AnsTimelineMark, ans_timeline_mark, GTK_TYPE_WIDGET)

static void
ans_timeline_mark_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum = *natural =
      orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : (int) (DOT_Y + RADIUS) + 1;
}

static void
ans_timeline_mark_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AnsTimelineMark *self = ANS_TIMELINE_MARK (widget);
  const float height = (float) gtk_widget_get_height (widget);
  const float middle = WIDTH / 2.0f;
  g_autoptr (GdkRGBA) accent = NULL;
  GskRoundedRect dot;
  GdkRGBA colour;
  GdkRGBA faint;

  gtk_widget_get_color (widget, &colour);
  faint = colour;
  faint.alpha *= 0.45f;
  if (!self->first)
    gtk_snapshot_append_color (snapshot, &faint,
                               &GRAPHENE_RECT_INIT (middle - LINE / 2, 0, LINE, DOT_Y - RADIUS));
  if (!self->last)
    gtk_snapshot_append_color (
        snapshot, &faint,
        &GRAPHENE_RECT_INIT (middle - LINE / 2, DOT_Y + RADIUS, LINE, height - DOT_Y - RADIUS));

  accent = adw_style_manager_get_accent_color_rgba (adw_style_manager_get_default ());
  faint.alpha = colour.alpha * 0.6f;
  gsk_rounded_rect_init_from_rect (
      &dot, &GRAPHENE_RECT_INIT (middle - RADIUS, DOT_Y - RADIUS, 2 * RADIUS, 2 * RADIUS), RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &dot);
  gtk_snapshot_append_color (snapshot, self->current ? accent : &faint, &dot.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
ans_timeline_mark_class_init (AnsTimelineMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = ans_timeline_mark_measure;
  widget_class->snapshot = ans_timeline_mark_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ans_timeline_mark_init (AnsTimelineMark *self)
{
}

GtkWidget *
ans_timeline_mark_new (gboolean first, gboolean last, gboolean current)
{
  AnsTimelineMark *self = g_object_new (ANS_TYPE_TIMELINE_MARK, NULL);

  self->first = first;
  self->last = last;
  self->current = current;
  return GTK_WIDGET (self);
}
