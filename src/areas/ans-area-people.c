/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dân cư: people and households, whose registers the room below knows. Their figures are those that
 * a population register that covers the commune can tell (domain.md §1.2, “H”). */
#include <glib/gi18n.h>

#include "areas/ans-area.h"

static const AnsFigureInfo figures[] = {
  { "households", "Tổng số hộ", ANS_FIGURE_COUNT, { "households" } },
  { "people", "Tổng số nhân khẩu", ANS_FIGURE_COUNT, { "people" } },
  { NULL },
};

const AnsArea ans_area_people = {
  .id = "people",
  .title = "Dân cư",
  .label = N_ ("Population"),
  .icon = "ans-people-symbolic",
  .figures = figures,
};
