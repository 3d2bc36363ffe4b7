/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a description to a scene. */
#pragma once

#include "chart/ans-chart-theme.h"
#include "chart/ans-chart.h"

G_BEGIN_DECLS

/* No letter is smaller, in pixels. */
#define ANS_CHART_FONT_MIN 12.0

/**
 * ans_chart_layout:
 * @width: of the picture in pixels
 * @height: of the picture
 * @theme: colours
 *
 * Letters grow with the picture: 12 px on a small card, 40 px at 1920×1080. Each datum is a region
 * of the scene, in the order of the keyboard. May be called in any thread.
 *
 * Returns: (transfer full): title, subtitle, chart, source
 */
AnsScene *ans_chart_layout (const AnsChart *chart, double width, double height, AnsTheme theme);

/**
 * ans_chart_layout_bare:
 * @base: size of the data's letters in pixels
 *
 * Returns: (transfer full): the chart alone, without title, subtitle and source, for a slide or for
 * a card that has its own
 */
AnsScene *ans_chart_layout_bare (
    const AnsChart *chart, double width, double height, double base, AnsTheme theme);

/**
 * ans_chart_natural_height:
 * @width: of the picture of ans_chart_layout_bare() in pixels
 * @base: size of the data's letters in pixels
 *
 * Returns: the height at which every name and number has its place; never more for a wider one
 */
double ans_chart_natural_height (const AnsChart *chart, double width, double base);

G_END_DECLS
