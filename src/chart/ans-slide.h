/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Slides of 1920×1080 for a meeting: one message each, readable at ten metres. They are made from
 * plain words and charts; nothing here knows a plan, and no person's name is asked for. */
#pragma once

#include "chart/ans-chart-layout.h"

G_BEGIN_DECLS

#define ANS_SLIDE_WIDTH  1920.0
#define ANS_SLIDE_HEIGHT 1080.0

typedef struct _AnsDeck AnsDeck;

/* One indicator, in words as they are to be read. All strings are borrowed. */
typedef struct
{
  const char *area;   /* “Giảm nghèo” */
  const char *code;   /* “2.3.2” */
  const char *name;   /* the slide's title */
  const char *value;  /* (nullable): “37”; NULL: no figure yet */
  const char *target; /* (nullable): “65 hộ”, “≤ 23,9%” */
  AnsState state;
  const char *verdict;       /* the state's word: “Chậm” */
  const char *remark;        /* (nullable): “đạt 57% kế hoạch” */
  double done;               /* share of the target, 1 is all of it; NAN: no bar */
  double expected;           /* share by now; NAN: no tick */
  const char *expected_text; /* (nullable): “lẽ ra 47 hộ” */
  const char *target_text;   /* (nullable): at the bar's end, “65” */
  const char *closing;       /* (nullable): the sentence to remember */
  const AnsChart *chart;     /* (nullable): beside it, usually by village */
  const char *chart_title;   /* (nullable) */
} AnsSlideIndicator;

/* A line of an area's slide. */
typedef struct
{
  const char *name;
  const char *target; /* (nullable) */
  const char *value;  /* (nullable) */
  AnsState state;
  const char *verdict;
  gboolean indent; /* “trong đó” */
} AnsSlideRow;

/* A line of what remains to be done. */
typedef struct
{
  const char *due; /* (nullable): “30/9” */
  const char *text;
  const char *owner; /* (nullable): a post or body, not a person */
  AnsState state;
  const char *left; /* (nullable): “còn 10 ngày”, “quá 2 ngày” */
} AnsSlideTask;

/**
 * ans_deck_new:
 * @unit: “Xã Hoằng Phụ”
 * @plan: “Kế hoạch năm 2022”
 * @source: at the foot of each slide: where from and of what day
 * @theme: %ANS_THEME_LIGHT for a projector
 *
 * Returns: (transfer full): no slides
 */
AnsDeck *ans_deck_new (const char *unit, const char *plan, const char *source, AnsTheme theme);

/** ans_deck_ref: a finished deck may be kept by several threads. Returns: (transfer full): @self */
AnsDeck *ans_deck_ref (AnsDeck *self);

/** ans_deck_free: gives one reference back; @self: (nullable) */
void ans_deck_free (AnsDeck *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsDeck, ans_deck_free)

/**
 * ans_deck_add_title:
 * @subtitle: (nullable): occasion and day
 * @counts: (nullable) (array fixed-size=5): how many indicators are in each state
 * @words: (nullable) (array fixed-size=5): the states' words
 */
void ans_deck_add_title (AnsDeck *self,
                         const char *title,
                         const char *subtitle,
                         const guint *counts,
                         const char *const *words);
void ans_deck_add_indicator (AnsDeck *self, const AnsSlideIndicator *indicator);

/** ans_deck_add_area: as many slides as its rows need */
void ans_deck_add_area (
    AnsDeck *self, const char *area, const AnsSlideRow *rows, guint n_rows, const char *closing);

/**
 * ans_deck_add_chart:
 * @area: (nullable): above the title
 * @code: (nullable): likewise
 * @chart: a trend, usually; its title is the slide's
 * @closing: (nullable): the sentence to remember
 */
void ans_deck_add_chart (
    AnsDeck *self, const char *area, const char *code, const AnsChart *chart, const char *closing);

/** ans_deck_add_tasks: what remains to be done; as many slides as it needs */
void
ans_deck_add_tasks (AnsDeck *self, const char *title, const AnsSlideTask *tasks, guint n_tasks);

/** ans_deck_finish: writes “6/14” on each slide; call it once, when all are there */
void ans_deck_finish (AnsDeck *self);

guint ans_deck_get_n_slides (const AnsDeck *self);
const AnsScene *ans_deck_get_scene (const AnsDeck *self, guint slide);
/** ans_deck_get_title: Returns: (transfer none): for a list of pages and for screen readers */
const char *ans_deck_get_title (const AnsDeck *self, guint slide);

/** ans_deck_get_text: Returns: (transfer full): all words of a slide, as they were drawn */
char *ans_deck_get_text (const AnsDeck *self, guint slide);

/**
 * ans_deck_find:
 * @subject: the code of an indicator, or the title of an area
 * @slide: (out): the first slide about it
 *
 * Returns: %FALSE if none is
 */
gboolean ans_deck_find (const AnsDeck *self, const char *subject, guint *slide);

/**
 * ans_deck_write_pdf:
 * @title: (nullable): in the file's properties
 * @error: an #AnsOutputError
 *
 * Returns: whether all slides are in one file of pages of 13⅓ × 7½ inches
 */
gboolean
ans_deck_write_pdf (const AnsDeck *self, const char *path, const char *title, GError **error);

/** ans_deck_write_picture: one slide as a PNG of 1920×1080; @error: an #AnsOutputError */
gboolean
ans_deck_write_picture (const AnsDeck *self, guint slide, const char *path, GError **error);

/**
 * ans_deck_write_pictures:
 * @folder: that exists
 * @name: the pictures are “NAME-01.png” and so on
 * @error: an #AnsOutputError; the pictures before it are there
 *
 * Returns: whether all are there
 */
gboolean
ans_deck_write_pictures (const AnsDeck *self, const char *folder, const char *name, GError **error);

/** ans_state_icon: the state's sign inside the square at @x, @y: a tick, a rising line, a clock, a
 * cross, dots; a state is never only a colour */
void
ans_state_icon (AnsScene *scene, AnsState state, AnsColour colour, double x, double y, double size);

G_END_DECLS
