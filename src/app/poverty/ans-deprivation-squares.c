/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/poverty/ans-deprivation-squares.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "policy/ans-poverty-terms.h"

#define N ANS_POVERTY_N_DEPRIVATIONS

/* Pixels: of a square, between the two of a dimension, between dimensions. */
#define SIDE 8
#define NEAR 2
#define FAR  5

struct _AnsDeprivationSquares
{
  GtkWidget parent_instance;

  guint mask;
  gboolean is_known;
};

G_DEFINE_FINAL_TYPE (AnsDeprivationSquares, ans_deprivation_squares, GTK_TYPE_WIDGET)

static void
ans_deprivation_squares_measure (GtkWidget *widget,
                                 GtkOrientation orientation,
                                 int for_size,
                                 int *minimum,
                                 int *natural,
                                 int *minimum_baseline,
                                 int *natural_baseline)
{
  /* Columns have their own width. */
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? SIDE : 0;
  *natural =
      orientation == GTK_ORIENTATION_VERTICAL ? SIDE : N * SIDE + N / 2 * NEAR + (N / 2 - 1) * FAR;
}

static void
ans_deprivation_squares_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AnsDeprivationSquares *self = ANS_DEPRIVATION_SQUARES (widget);
  const gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  const float y = (float) (gtk_widget_get_height (widget) - SIDE) / 2;
  GdkRGBA filled, line;
  float x = 0;

  if (!self->is_known)
    return;
  /* The colour of what needs attention in charts. */
  gdk_rgba_parse (&filled, dark ? "#ff9d45" : "#c65d00");
  gtk_widget_get_color (widget, &line);
  line.alpha *= 0.45f;
  for (guint i = 0; i < N; i++)
    {
      GskRoundedRect square;
      const gboolean is_filled = (self->mask >> i & 1) != 0;
      const GdkRGBA *colour = is_filled ? &filled : &line;
      const float width = is_filled ? SIDE : 1;

      gsk_rounded_rect_init_from_rect (&square, &GRAPHENE_RECT_INIT (x, y, SIDE, SIDE), 2);
      if (is_filled)
        {
          gtk_snapshot_push_rounded_clip (snapshot, &square);
          gtk_snapshot_append_color (snapshot, &filled, &square.bounds);
          gtk_snapshot_pop (snapshot);
        }
      else
        gtk_snapshot_append_border (snapshot, &square, (float[4]) { width, width, width, width },
                                    (GdkRGBA[4]) { *colour, *colour, *colour, *colour });
      x += SIDE + (i % 2 == 0 ? NEAR : FAR);
    }
}

static char *
describe (AnsDeprivationSquares *self)
{
  const guint mask = self->mask;
  g_autoptr (GString) text = g_string_new (NULL);

  if (!self->is_known)
    return g_strdup (_ ("Not reviewed"));
  for (guint i = 0; i < N; i++)
    if ((mask >> i & 1) != 0)
      g_string_append_printf (text, "%s%d %s", text->len > 0 ? ", " : "",
                              ans_poverty_deprivations[i].number,
                              ans_poverty_deprivations[i].label);
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE)
                       : g_strdup (_ ("Deprived of nothing"));
}

/* Only what somebody points at is put into words. */
static gboolean
query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  g_autofree char *text = describe (ANS_DEPRIVATION_SQUARES (widget));

  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
ans_deprivation_squares_class_init (AnsDeprivationSquaresClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = ans_deprivation_squares_measure;
  widget_class->snapshot = ans_deprivation_squares_snapshot;
  widget_class->query_tooltip = query_tooltip;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ans_deprivation_squares_init (AnsDeprivationSquares *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
ans_deprivation_squares_new (void)
{
  return g_object_new (ANS_TYPE_DEPRIVATION_SQUARES, NULL);
}

void
ans_deprivation_squares_set (AnsDeprivationSquares *self, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", ",", -1);
  g_autofree char *name = NULL;

  g_return_if_fail (ANS_IS_DEPRIVATION_SQUARES (self));

  self->mask = 0;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const gint64 number = g_ascii_strtoll (g_strstrip (parts[i]), NULL, 10);

      if (number >= 1 && number <= N)
        self->mask |= 1u << (number - 1);
    }
  self->is_known = text != NULL;
  name = describe (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

guint
ans_deprivation_squares_get (AnsDeprivationSquares *self)
{
  g_return_val_if_fail (ANS_IS_DEPRIVATION_SQUARES (self), 0);
  return self->mask;
}
