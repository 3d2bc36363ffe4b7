/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/ans-places.h"

#include <glib/gi18n.h>

static const AnsPage history_pages[] = { { "history", N_ ("History") } };

static const AnsPlace history = { "history",   N_ ("History"), "ans-history-symbolic",
                                  N_ ("Book"), history_pages,  G_N_ELEMENTS (history_pages) };

/* The pages of an area are its lists. */
static AnsPlace
place_of_area (const AnsArea *area)
{
  GArray *pages = g_array_new (FALSE, FALSE, sizeof (AnsPage));
  AnsPlace place = { area->id, area->label, area->icon };

  for (const AnsListingInfo *const *info = area->listings; info != NULL && *info != NULL; info++)
    {
      AnsPage page = { (*info)->id, (*info)->label };

      g_array_append_val (pages, page);
    }
  place.n_pages = pages->len;
  place.pages = (const AnsPage *) g_array_free (pages, FALSE);
  return place;
}

const AnsPlace *
ans_places (guint *n)
{
  static GArray *places; /* made once, needed as long as the program runs */

  if (places == NULL)
    {
      guint n_areas;
      const AnsArea *const *areas = ans_areas (&n_areas);
      gboolean headed = FALSE;

      places = g_array_new (FALSE, TRUE, sizeof (AnsPlace));
      for (guint i = 0; i < n_areas; i++)
        {
          AnsPlace place = place_of_area (areas[i]);

          if (areas[i] != &ans_area_people && !headed)
            {
              place.heading = N_ ("Areas");
              headed = TRUE;
            }
          g_array_append_val (places, place);
        }
      g_array_append_val (places, history);
    }
  *n = places->len;
  return (const AnsPlace *) places->data;
}

const AnsPage *
ans_place_get_page (const AnsPlace *self, const char *id)
{
  for (guint i = 0; i < self->n_pages; i++)
    if (g_strcmp0 (self->pages[i].id, id) == 0)
      return &self->pages[i];
  return NULL;
}

const AnsPlace *
ans_place_find (const char *id)
{
  guint n;
  const AnsPlace *places = ans_places (&n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (places[i].id, id) == 0 || ans_place_get_page (&places[i], id) != NULL)
      return &places[i];
  return NULL;
}
