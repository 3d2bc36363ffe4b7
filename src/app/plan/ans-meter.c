/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/plan/ans-meter.h"

#include "app/plan/ans-figure-mark.h"

#define TRACK 7.0f
#define TICK  14.0f
#define GAP   2.0f

/* --- one target ------------------------------------------------------------------------------ */

struct _AnsMeter
{
  GtkWidget parent_instance;

  AnsStanding standing;
  double percent;
  double expected;
};

G_DEFINE_FINAL_TYPE (AnsMeter, ans_meter, GTK_TYPE_WIDGET)

static void
fill (GtkSnapshot *snapshot, const graphene_rect_t *track, float width, const GdkRGBA *colour)
{
  GskRoundedRect outline;
  graphene_rect_t part =
      GRAPHENE_RECT_INIT (track->origin.x, track->origin.y, width, track->size.height);

  gsk_rounded_rect_init_from_rect (&outline, track, track->size.height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, colour, &part);
  gtk_snapshot_pop (snapshot);
}

static void
ans_meter_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AnsMeter *self = ANS_METER (widget);
  const float width = (float) gtk_widget_get_width (widget);
  const float height = (float) gtk_widget_get_height (widget);
  const graphene_rect_t track = GRAPHENE_RECT_INIT (0, (height - TRACK) / 2, width, TRACK);
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const float part = width * (float) (CLAMP (self->percent, 0, 100) / 100);
  GdkRGBA ink, rest, colour = ans_standing_colour (self->standing);

  gtk_widget_get_color (widget, &ink);
  rest = ink;
  rest.alpha *= 0.14f;
  if (rtl)
    {
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (width, 0));
      gtk_snapshot_scale (snapshot, -1, 1);
    }
  fill (snapshot, &track, width, &rest);
  if (part > 0)
    fill (snapshot, &track, MAX (part, 2), &colour);
  if (self->expected >= 0)
    {
      const float x = width * (float) (MIN (self->expected, 100) / 100);

      gtk_snapshot_append_color (
          snapshot, &ink,
          &GRAPHENE_RECT_INIT (CLAMP (x - 1, 0, width - 2), (height - TICK) / 2, 2, TICK));
    }
}

static void
ans_meter_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 40 : (int) TICK;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 90 : (int) TICK;
}

static void
ans_meter_class_init (AnsMeterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = ans_meter_snapshot;
  widget_class->measure = ans_meter_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
follow_scheme (GtkWidget *widget)
{
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), widget, G_CONNECT_SWAPPED);
}

static void
ans_meter_init (AnsMeter *self)
{
  self->expected = -1;
  self->standing = ANS_STANDING_NO_DATA;
  follow_scheme (GTK_WIDGET (self));
}

GtkWidget *
ans_meter_new (void)
{
  return g_object_new (ANS_TYPE_METER, NULL);
}

void
ans_meter_set (AnsMeter *self, AnsStanding standing, double percent, double expected)
{
  g_return_if_fail (ANS_IS_METER (self));

  self->standing = standing;
  self->percent = percent;
  self->expected = expected;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- all of them ----------------------------------------------------------------------------- */

struct _AnsStandingBar
{
  GtkWidget parent_instance;

  guint counts[ANS_N_STANDINGS];
  guint all;
};

G_DEFINE_FINAL_TYPE (AnsStandingBar, ans_standing_bar, GTK_TYPE_WIDGET)

/* Grey parts of different meaning stay one part each, but with a gap between. */
static void
ans_standing_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AnsStandingBar *self = ANS_STANDING_BAR (widget);
  const float width = (float) gtk_widget_get_width (widget);
  const float height = (float) gtk_widget_get_height (widget);
  GskRoundedRect outline;
  guint before = 0;
  GdkRGBA rest;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, width, height), height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  if (self->all == 0)
    {
      gtk_widget_get_color (widget, &rest);
      rest.alpha *= 0.14f;
      gtk_snapshot_append_color (snapshot, &rest, &outline.bounds);
    }
  for (guint i = 0; i < ANS_N_STANDINGS; i++)
    {
      const float from = width * (float) before / (float) MAX (self->all, 1);
      const float to = width * (float) (before + self->counts[i]) / (float) MAX (self->all, 1);
      const GdkRGBA colour = ans_standing_colour (i);

      if (self->counts[i] == 0)
        continue;
      before += self->counts[i];
      gtk_snapshot_append_color (
          snapshot, &colour,
          &GRAPHENE_RECT_INIT (from, 0, MAX (to - from - (before < self->all ? GAP : 0), 1),
                               height));
    }
  gtk_snapshot_pop (snapshot);
}

static void
ans_standing_bar_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 100 : 12;
}

static void
ans_standing_bar_class_init (AnsStandingBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = ans_standing_bar_snapshot;
  widget_class->measure = ans_standing_bar_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ans_standing_bar_init (AnsStandingBar *self)
{
  follow_scheme (GTK_WIDGET (self));
}

void
ans_standing_bar_set (AnsStandingBar *self, const guint counts[ANS_N_STANDINGS])
{
  g_return_if_fail (ANS_IS_STANDING_BAR (self));

  self->all = 0;
  for (guint i = 0; i < ANS_N_STANDINGS; i++)
    self->all += self->counts[i] = counts[i];
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
