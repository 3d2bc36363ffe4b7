/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Colours of charts and slides: on a light and a dark card, and without colours, on paper and for
 * who needs contrast. */
#pragma once

#include "scene/ans-scene.h"

G_BEGIN_DECLS

#define ANS_N_SERIES_COLOURS 6

typedef enum
{
  ANS_THEME_LIGHT,
  ANS_THEME_DARK,
  ANS_THEME_PRINT,
  ANS_THEME_CONTRAST, /* the same in white on black */
  ANS_N_THEMES,
} AnsTheme;

/* How an indicator stands; colours in the order of the verdicts. */
typedef enum
{
  ANS_STATE_REACHED, /* Đạt */
  ANS_STATE_ON_TIME, /* Đúng tiến độ */
  ANS_STATE_BEHIND,  /* Chậm, chưa đạt, sát ngưỡng */
  ANS_STATE_OVERDUE, /* Quá hạn, không đạt */
  ANS_STATE_NO_DATA, /* Chưa có số liệu, không phát sinh */
  ANS_N_STATES,
} AnsState;

typedef struct
{
  AnsColour ground; /* of the whole */
  AnsColour panel;  /* of a box on it */
  AnsColour ink, dim;
  AnsColour grid, axis;
  AnsColour track; /* the part of a bar that is not reached */
  AnsColour area;  /* below a line */
  AnsColour band;
  AnsColour series[ANS_N_SERIES_COLOURS];
  AnsHatch hatches[ANS_N_SERIES_COLOURS];
  AnsColour outline;                  /* of filled shapes; only without colours */
  AnsColour attention;                /* text in the second colour */
  AnsColour tiles[5];                 /* from little to much */
  AnsColour state_text[ANS_N_STATES]; /* at least 4.5:1 on ground and panel */
  AnsColour state_fill[ANS_N_STATES];
  AnsColour state_tint[ANS_N_STATES]; /* behind state_text */
} AnsChartTheme;

/** ans_chart_theme_get: Returns: (transfer none): constant */
const AnsChartTheme *ans_chart_theme_get (AnsTheme theme);

/** ans_chart_theme_fill: Returns: how the series' shapes are filled; numbers beyond six repeat */
AnsPaint ans_chart_theme_fill (const AnsChartTheme *self, guint series);

/** ans_chart_theme_text_on: Returns: black or white, whichever is read better on @colour */
AnsColour ans_chart_theme_text_on (AnsColour colour);

G_END_DECLS
