/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a chart shows, free of how it looks. Numbers are exact: whole numbers scaled by
 * 10^decimals. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A value that nobody knows; not the same as 0. */
#define ANS_CHART_MISSING G_MININT64

/**
 * AnsChartKind:
 * @ANS_CHART_BARS: level bars, a row for each category; several series side by side
 * @ANS_CHART_COLUMNS: upright bars; several series side by side
 * @ANS_CHART_STACKED_BARS: the series of a category end to end
 * @ANS_CHART_STACKED_COLUMNS: the same, upright
 * @ANS_CHART_SHARE_BARS: the series of a category as parts of 100 %
 * @ANS_CHART_SHARE_COLUMNS: the same, upright
 * @ANS_CHART_LINE: over time; a missing value or a change of standard leaves a gap
 * @ANS_CHART_DONUT: categories of the first series as parts of a whole
 * @ANS_CHART_PROGRESS: the first series against each category's target and what was to be expected
 * by now
 * @ANS_CHART_PYRAMID: the first series to the left, the second to the right; the first category is
 * at the bottom
 * @ANS_CHART_TILES: a tile for each category, darker where the first series is greater
 */
typedef enum
{
  ANS_CHART_BARS,
  ANS_CHART_COLUMNS,
  ANS_CHART_STACKED_BARS,
  ANS_CHART_STACKED_COLUMNS,
  ANS_CHART_SHARE_BARS,
  ANS_CHART_SHARE_COLUMNS,
  ANS_CHART_LINE,
  ANS_CHART_DONUT,
  ANS_CHART_PROGRESS,
  ANS_CHART_PYRAMID,
  ANS_CHART_TILES,
  ANS_N_CHART_KINDS,
} AnsChartKind;

typedef struct
{
  char *label;
  char *note;        /* (nullable): stands instead of the value, “8/13” */
  char *unit;        /* (nullable): its own, where the chart has none; “” for none at all */
  int decimals;      /* that are written, where it has a unit of its own */
  char *break_label; /* (nullable): what changed before it, “chuẩn nghèo mới” */
  gint64 target;     /* or ANS_CHART_MISSING */
  gint64 expected;   /* by now, or ANS_CHART_MISSING */
  double position;   /* of a line's point, in any unit of time; by default its index */
  gboolean highlight;
  gboolean breaks; /* not comparable with the category before */
} AnsChartCategory;

typedef struct
{
  char *name;
  GArray *values; /* gint64, one for each category */
  gboolean forecast;
} AnsChartSeries;

/* Read freely, change by the functions below. */
typedef struct
{
  AnsChartKind kind;
  char *title;
  char *subtitle;
  char *source; /* “Nguồn: UBND xã, tính đến 20/9/2022” */
  char *unit;   /* “hộ”, “%”, or NULL */
  int decimals;
  GPtrArray *categories; /* AnsChartCategory */
  GPtrArray *series;     /* AnsChartSeries */
  gint64 target;         /* one for all, or ANS_CHART_MISSING */
  char *target_label;
  gint64 band_low, band_high;
  char *band_label;
} AnsChart;

/**
 * ans_chart_new:
 * @title: (nullable): what it shows, a sentence if it can be one
 * @unit: (nullable): of the values; “%” is written without a space
 * @decimals: 0–9, of the values
 *
 * Returns: (transfer full): a chart without data
 */
AnsChart *ans_chart_new (AnsChartKind kind, const char *title, const char *unit, int decimals);
void ans_chart_free (AnsChart *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsChart, ans_chart_free)

void ans_chart_set_kind (AnsChart *self, AnsChartKind kind);
void ans_chart_set_subtitle (AnsChart *self, const char *subtitle);
void ans_chart_set_source (AnsChart *self, const char *source);

/**
 * ans_chart_add_category:
 * @label: its name; may be long
 *
 * Returns: its index; its values are missing
 */
guint ans_chart_add_category (AnsChart *self, const char *label);

/**
 * ans_chart_add_series:
 * @name: (nullable): shown when there are several
 *
 * Returns: its index; its values are missing
 */
guint ans_chart_add_series (AnsChart *self, const char *name);

/** ans_chart_set_value: @value is scaled by 10^decimals */
void ans_chart_set_value (AnsChart *self, guint series, guint category, gint64 value);
gint64 ans_chart_get_value (const AnsChart *self, guint series, guint category);
void ans_chart_set_forecast (AnsChart *self, guint series);

/** ans_chart_set_category_target: a thick tick at @target in that category */
void ans_chart_set_category_target (AnsChart *self, guint category, gint64 target);
/** ans_chart_set_category_expected: what should have been reached by the day of the data */
void ans_chart_set_category_expected (AnsChart *self, guint category, gint64 expected);
void ans_chart_set_category_note (AnsChart *self, guint category, const char *note);
/** ans_chart_set_category_unit: numbers of the category are in @unit (“” for none), and are written
 * with at most @decimals: the chart shows things that can't be compared */
void ans_chart_set_category_unit (AnsChart *self, guint category, const char *unit, int decimals);
void ans_chart_set_category_position (AnsChart *self, guint category, double position);
/** ans_chart_set_highlight: the category needs attention: second colour, bold name. Of a line it is
 * the present */
void ans_chart_set_highlight (AnsChart *self, guint category);
/** ans_chart_set_break: @category can't be compared with the one before; @label says why */
void ans_chart_set_break (AnsChart *self, guint category, const char *label);

/** ans_chart_set_target: a thick line at @target; @label without the value */
void ans_chart_set_target (AnsChart *self, gint64 target, const char *label);
/** ans_chart_set_band: a pale band between two values */
void ans_chart_set_band (AnsChart *self, gint64 low, gint64 high, const char *label);

/** ans_chart_get_category: Returns: (transfer none) (nullable) */
const AnsChartCategory *ans_chart_get_category (const AnsChart *self, guint category);
/** ans_chart_get_series: Returns: (transfer none) (nullable) */
const AnsChartSeries *ans_chart_get_series (const AnsChart *self, guint series);

/** ans_chart_has_data: whether any value is known */
gboolean ans_chart_has_data (const AnsChart *self);

/** ans_chart_kind_to_name: “stacked-bars”, as the command line has it */
const char *ans_chart_kind_to_name (AnsChartKind kind);
gboolean ans_chart_kind_from_name (const char *name, AnsChartKind *kind);

/* ---- in words ---- */

/** ans_chart_format: Returns: (transfer full): “1.234,5”, “23,9%”; “–” when missing */
char *ans_chart_format (const AnsChart *self, gint64 value);
/** ans_chart_format_with_unit: Returns: (transfer full): “12 hộ”, “23,9%”, “chưa có số liệu” */
char *ans_chart_format_with_unit (const AnsChart *self, gint64 value);
/** ans_chart_format_in: Returns: (transfer full): the same for a number of @category */
char *ans_chart_format_in (const AnsChart *self, guint category, gint64 value);

/**
 * ans_chart_describe:
 *
 * Returns: (transfer full): one Vietnamese sentence that says what the picture says, for a screen
 * reader
 */
char *ans_chart_describe (const AnsChart *self);

/** ans_chart_describe_value: Returns: (transfer full): one datum, for its tooltip */
char *ans_chart_describe_value (const AnsChart *self, guint series, guint category);

/* The data as a table, as people read it. */
typedef struct
{
  char **titles;
  GPtrArray *rows; /* GStrv, as many as titles */
} AnsChartTable;

/** ans_chart_table: Returns: (transfer full): categories as rows, series as columns */
AnsChartTable *ans_chart_table (const AnsChart *self);
void ans_chart_table_free (AnsChartTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsChartTable, ans_chart_table_free)

/**
 * ans_chart_table_to_text:
 * @separator: "\t" for the clipboard, ";" for a csv file read by a Vietnamese Excel
 *
 * Returns: (transfer full): lines; cells are quoted where they must be
 */
char *ans_chart_table_to_text (const AnsChartTable *self, const char *separator);

/**
 * ans_chart_table_to_html:
 * @caption: (nullable): above the table
 *
 * Returns: (transfer full): a table for the clipboard, as word processors and workbooks paste it
 */
char *ans_chart_table_to_html (const AnsChartTable *self, const char *caption);

G_END_DECLS
