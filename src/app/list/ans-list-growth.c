/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list/ans-list-growth.h"

/* More than fill a window of usual height. */
#define FIRST_ROWS 30

#define KEY "ans-list-growth"

typedef struct
{
  AnsSectionModel *sections;
  gboolean painted;
} Growth;

static void
growth_free (gpointer data)
{
  Growth *growth = data;

  g_object_unref (growth->sections);
  g_free (growth);
}

/* The tick of a frame comes before its painting: the first one leaves the first rows alone. */
static gboolean
grow (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Growth *growth = user_data;

  if (growth->painted)
    ans_section_model_grow (growth->sections);
  growth->painted = TRUE;
  if (ans_section_model_is_growing (growth->sections))
    return G_SOURCE_CONTINUE;
  g_object_set_data (G_OBJECT (widget), KEY, NULL);
  return G_SOURCE_REMOVE;
}

static void
growing_changed (GtkWidget *widget, GParamSpec *pspec, AnsSectionModel *sections)
{
  Growth *growth;
  guint tick;

  if (!ans_section_model_is_growing (sections) ||
      g_object_get_data (G_OBJECT (widget), KEY) != NULL)
    return;
  growth = g_new0 (Growth, 1);
  growth->sections = g_object_ref (sections);
  tick = gtk_widget_add_tick_callback (widget, grow, growth, growth_free);
  g_object_set_data (G_OBJECT (widget), KEY, GUINT_TO_POINTER (tick));
}

void
ans_list_growth_attach (GtkWidget *widget, AnsSectionModel *sections)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (ANS_IS_SECTION_MODEL (sections));

  ans_section_model_set_step (sections, FIRST_ROWS);
  growing_changed (widget, NULL, sections);
  g_signal_connect_object (sections, "notify::growing", G_CALLBACK (growing_changed), widget,
                           G_CONNECT_SWAPPED);
}
