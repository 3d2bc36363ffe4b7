/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dân cư: people and households, whose registers and lists the rooms below know. Their figures are
 * those that a population register that covers the commune can tell (domain.md §1.2, “H”). */
#include <glib/gi18n.h>

#include "areas/ans-area.h"

static const AnsFigureInfo figures[] = {
  { "households", "Tổng số hộ", ANS_FIGURE_COUNT, { "households" } },
  { "people", "Tổng số nhân khẩu", ANS_FIGURE_COUNT, { "people" } },
  { NULL },
};

static const AnsListingInfo *const listings[] = {
  &ans_listing_people, &ans_listing_households, &ans_listing_villages, &ans_listing_units, NULL,
};

const AnsArea ans_area_people = {
  .id = "population",
  .title = "Dân cư",
  .label = N_ ("Population"),
  .icon = "ans-people-symbolic",
  .listings = listings,
  .figures = figures,
};
