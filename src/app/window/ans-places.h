/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/ans-window.h"
#include "areas/ans-area.h"

G_BEGIN_DECLS

/**
 * AnsPage:
 * @id: of its listing or its summary by village, or a name of its own
 * @label: English source
 * @make: (nullable): makes the page; %NULL for the list or the summary called @id
 * @short_label: (nullable): English source of context “tab”, where @label is long
 * @charts: (nullable): the page shows the charts of this area
 *
 * A page beside the sidebar, and a tab of its place.
 */
typedef struct
{
  const char *id;
  const char *label;
  AdwNavigationPage *(*make) (AnsWindow *window, AnsBook *book);
  const char *short_label;
  const AnsArea *charts;
} AnsPage;

/** AnsPlace: a row of the sidebar, with the pages to which it leads. */
typedef struct
{
  const char *id;
  const char *label; /* English source */
  const char *icon;
  const char *heading; /* (nullable) English source; stands above the row */
  const AnsPage *pages;
  guint n_pages; /* at least 1 */
} AnsPlace;

/** ans_places: Returns: (transfer none): where one can go, in the order of the sidebar: what does
 * not work is not there */
const AnsPlace *ans_places (guint *n);

/** ans_place_find: Returns: (nullable): the place called @id, or the one that has a page called so
 */
const AnsPlace *ans_place_find (const char *id);

/** ans_place_get_page: Returns: (nullable): its page called @id */
const AnsPage *ans_place_get_page (const AnsPlace *self, const char *id);

G_END_DECLS
