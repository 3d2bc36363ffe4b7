/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/ans-places.h"

#include <glib/gi18n.h>

#include "app/plan/ans-plan-page.h"
#include "app/law/ans-law-lookup-page.h"
#include "app/law/ans-law-rates-page.h"
#include "app/window/ans-history-page.h"

static const AnsPage history_pages[] = { { "history", N_ ("History"), ans_history_page_new } };

static const AnsPlace history = { "history",   N_ ("History"), "ans-history-symbolic",
                                  N_ ("Book"), history_pages,  G_N_ELEMENTS (history_pages) };

static const AnsPage overview_pages[] = {
  { "overview", N_ ("Overview"), ans_plan_page_new_overview },
};

static const AnsPlace overview = {
  "overview", N_ ("Overview"), "ans-overview-symbolic",
  NULL,       overview_pages,  G_N_ELEMENTS (overview_pages),
};

static const AnsPage plan_pages[] = {
  { "plan-targets", N_ ("Targets"), ans_plan_page_new_targets },
  { "plan-tasks", N_ ("Tasks"), ans_plan_page_new_tasks },
  { "plan-shares", N_ ("Shares of villages"), ans_plan_page_new_shares },
  { "plan-documents", N_ ("Documents") },
  { "deadlines", N_ ("Deadlines") },
};

static const AnsPlace plan = {
  "plan", N_ ("Plan and targets"), "ans-plan-symbolic", NULL, plan_pages, G_N_ELEMENTS (plan_pages),
};

static const AnsPage law_pages[] = {
  { "law-lookup", N_ ("Look up entitlements"), ans_law_lookup_page_new },
  { "law-rates", N_ ("Texts and rates"), ans_law_rates_page_new },
};

static const AnsPlace law = { "law",      N_ ("Policies"), "ans-shield-symbolic",
                              N_ ("Law"), law_pages,       G_N_ELEMENTS (law_pages) };

static void
add_page (GArray *pages, const char *id)
{
  const AnsListingInfo *list = ans_listing_info_find (id);
  const AnsAreaTable *table = list == NULL ? ans_area_find_table (id) : NULL;
  AnsPage page = { id, NULL };

  g_return_if_fail (list != NULL || table != NULL);

  page.label = list != NULL ? list->label : table->label;
  page.short_label = list != NULL ? list->short_label : table->short_label;
  g_array_append_val (pages, page);
}

/* The pages of an area are its lists, its summaries by village, and its charts. */
static AnsPlace
place_of_area (const AnsArea *area)
{
  GArray *pages = g_array_new (FALSE, FALSE, sizeof (AnsPage));
  AnsPlace place = { area->id, area->label, area->icon };

  for (guint i = 0; area->tabs != NULL && area->tabs[i] != NULL; i++)
    add_page (pages, area->tabs[i]);
  for (guint i = 0; area->tabs == NULL && area->listings != NULL && area->listings[i] != NULL; i++)
    add_page (pages, area->listings[i]->id);
  for (guint i = 0; area->tabs == NULL && area->tables != NULL && area->tables[i] != NULL; i++)
    add_page (pages, area->tables[i]->id);
  if (area->charts != NULL)
    {
      AnsPage page = { g_strconcat (area->id, "-charts", NULL), N_ ("Charts"), .charts = area };

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
      g_array_append_val (places, overview);
      g_array_append_val (places, plan);
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
      g_array_append_val (places, law);
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
