/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/ans-figure-sets.h"
#include "plan/ans-figure.h"

G_BEGIN_DECLS

struct _AnsFigure
{
  GObject parent_instance;

  gint64 id; /* of the indicator */
  AnsPlan *plan;
  AnsIndicator *indicator; /* of the plan */
  const AnsFigureInfo *info;
  AnsFigureSets *sets; /* of the figures */
  AnsFigureSet *parts[ANS_PART_N];
  AnsFigureSet *known[2];
  AnsFigureSet *all[2];
  AnsFigureSet *kept; /* of a year ago only */
  AnsFigureValue value;
  GArray *villages; /* AnsFigureValue for each slot of the sets */
  char *remark;
};

/** AnsFigureContext: what all figures of a plan share when they are computed. */
typedef struct
{
  AnsBook *book;
  AnsPlan *before; /* (nullable) plan of the year of the day, if that is not the figures' own */
  AnsDate day;
  gboolean is_past; /* the day is over */
  gboolean is_last_year;
  gint64 needed; /* percent of the register that a hybrid needs */
  GArray *slots; /* gint64 village for each slot */
} AnsFigureContext;

/** ans_figure_new: Returns: (transfer full): without numbers */
AnsFigure *ans_figure_new (gint64 id);

/** ans_figure_compute: computes all of @self. Returns: whether anything changed */
gboolean ans_figure_compute (AnsFigure *self, const AnsFigureContext *context);

/** ans_figure_set_commune: puts a number that is computed elsewhere. Returns: whether it changed */
gboolean ans_figure_set_commune (AnsFigure *self, const AnsFigureValue *value, const char *remark);

void ans_figure_emit_changed (AnsFigure *self);

G_END_DECLS
