/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/meeting/ans-slide-view.h"

#include <glib/gi18n.h>

#include "app/chart/ans-scene-texture.h"

/* Pictures that are kept: the slide, and some to both sides. */
#define KEPT 5

struct _AnsSlideView
{
  GtkWidget parent_instance;

  AnsDeck *deck; /* (nullable) */
  guint slide;
  gboolean ahead;
  gboolean black;
  GHashTable *textures; /* slide → GdkTexture, of @scale */
  double scale;         /* pixels of the screen to one of the slide */
  guint idle;
};

G_DEFINE_FINAL_TYPE (AnsSlideView, ans_slide_view, GTK_TYPE_WIDGET)

static GdkTexture *
get_texture (AnsSlideView *self, guint slide)
{
  GdkTexture *texture = g_hash_table_lookup (self->textures, GUINT_TO_POINTER (slide));

  if (texture != NULL)
    return texture;
  texture = ans_scene_to_texture (ans_deck_get_scene (self->deck, slide), self->scale);
  g_hash_table_insert (self->textures, GUINT_TO_POINTER (slide), texture);
  return texture;
}

static gboolean
is_far (gpointer key, gpointer value, gpointer data)
{
  AnsSlideView *self = data;

  return ABS ((int) GPOINTER_TO_UINT (key) - (int) self->slide) > KEPT / 2;
}

static gboolean
draw_ahead (gpointer data)
{
  AnsSlideView *self = data;
  const guint n = ans_deck_get_n_slides (self->deck);
  const guint near[] = { self->slide + 1, self->slide > 0 ? self->slide - 1 : n };

  for (guint i = 0; self->scale > 0 && i < G_N_ELEMENTS (near); i++)
    if (near[i] < n && !g_hash_table_contains (self->textures, GUINT_TO_POINTER (near[i])))
      {
        get_texture (self, near[i]);
        return G_SOURCE_CONTINUE;
      }
  self->idle = 0;
  return G_SOURCE_REMOVE;
}

static void
ans_slide_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AnsSlideView *self = ANS_SLIDE_VIEW (widget);
  const double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  const double fit = MIN (width / ANS_SLIDE_WIDTH, height / ANS_SLIDE_HEIGHT);
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (widget));
  const double scale = fit * (surface != NULL ? gdk_surface_get_scale (surface) : 1);
  const graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  graphene_rect_t place;

  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 0, 0, 0, 1 }, &all);
  if (self->black || fit <= 0 || self->deck == NULL)
    return;
  if (scale > self->scale * 1.0001 || scale < self->scale * 0.9999)
    {
      g_hash_table_remove_all (self->textures);
      self->scale = scale;
    }
  graphene_rect_init (&place, (float) ((width - ANS_SLIDE_WIDTH * fit) / 2),
                      (float) ((height - ANS_SLIDE_HEIGHT * fit) / 2),
                      (float) (ANS_SLIDE_WIDTH * fit), (float) (ANS_SLIDE_HEIGHT * fit));
  gtk_snapshot_append_texture (snapshot, get_texture (self, self->slide), &place);
  if (self->ahead && self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, draw_ahead, self, NULL);
}

/* A screen reader hears all that can be read on the slide. */
static void
tell (AnsSlideView *self)
{
  g_autofree char *text = self->black ? g_strdup ("") : ans_deck_get_text (self->deck, self->slide);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->black ? _ ("Black screen")
                                              : ans_deck_get_title (self->deck, self->slide),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

void
ans_slide_view_set_slide (AnsSlideView *self, guint slide)
{
  g_return_if_fail (ANS_IS_SLIDE_VIEW (self));
  g_return_if_fail (self->deck != NULL);

  self->slide = MIN (slide, ans_deck_get_n_slides (self->deck) - 1);
  self->black = FALSE;
  g_hash_table_foreach_remove (self->textures, is_far, self);
  tell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ans_slide_view_set_deck (AnsSlideView *self, AnsDeck *deck, guint slide, gboolean ahead)
{
  g_return_if_fail (ANS_IS_SLIDE_VIEW (self));

  if (deck != self->deck)
    {
      g_hash_table_remove_all (self->textures);
      g_clear_pointer (&self->deck, ans_deck_free);
      self->deck = ans_deck_ref (deck);
    }
  self->ahead = ahead;
  ans_slide_view_set_slide (self, slide);
}

guint
ans_slide_view_get_slide (AnsSlideView *self)
{
  g_return_val_if_fail (ANS_IS_SLIDE_VIEW (self), 0);

  return self->slide;
}

void
ans_slide_view_set_black (AnsSlideView *self, gboolean black)
{
  g_return_if_fail (ANS_IS_SLIDE_VIEW (self));

  if (black == self->black)
    return;
  self->black = black;
  tell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
ans_slide_view_get_black (AnsSlideView *self)
{
  g_return_val_if_fail (ANS_IS_SLIDE_VIEW (self), FALSE);

  return self->black;
}

static void
ans_slide_view_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 160 : 90;
}

static void
ans_slide_view_dispose (GObject *object)
{
  AnsSlideView *self = ANS_SLIDE_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->textures, g_hash_table_unref);
  g_clear_pointer (&self->deck, ans_deck_free);
  G_OBJECT_CLASS (ans_slide_view_parent_class)->dispose (object);
}

static void
ans_slide_view_class_init (AnsSlideViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ans_slide_view_dispose;
  widget_class->snapshot = ans_slide_view_snapshot;
  widget_class->measure = ans_slide_view_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ans_slide_view_init (AnsSlideView *self)
{
  self->textures = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
}
