/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ans-chart-theme.h"

#include <math.h>

/* clang-format off */
static const AnsChartTheme themes[ANS_N_THEMES] = {
  [ANS_THEME_LIGHT] = {
    .ground = ANS_RGB (0xffffff), .panel = ANS_RGB (0xf3f3f6),
    .ink = ANS_RGB (0x1f2126), .dim = ANS_RGB (0x5e5c64),
    .grid = ANS_RGB (0xdcdce1), .axis = ANS_RGB (0x8a8a92),
    .track = ANS_RGB (0xe5e5e8), .area = ANS_RGB (0xe8eef6), .band = ANS_RGB (0xe3ece6),
    .series = { ANS_RGB (0x1f5fa8), ANS_RGB (0xc65d00), ANS_RGB (0x1ba2a7), ANS_RGB (0x741fd6),
                ANS_RGB (0x4e390e), ANS_RGB (0x7a1f4d) },
    .attention = ANS_RGB (0xa04c00),
    .tiles = { ANS_RGB (0xe3edf8), ANS_RGB (0xb9d2ee), ANS_RGB (0x83b0e0), ANS_RGB (0x3f7fc4),
               ANS_RGB (0x174a86) },
    .state_text = { ANS_RGB (0x0b6b3a), ANS_RGB (0x1a5fb4), ANS_RGB (0x8a4700), ANS_RGB (0xa8101c),
                    ANS_RGB (0x5e5c64) },
    .state_fill = { ANS_RGB (0x0b6b3a), ANS_RGB (0x1a5fb4), ANS_RGB (0xc65d00), ANS_RGB (0xa8101c),
                    ANS_RGB (0x8a8a92) },
    .state_tint = { ANS_RGB (0xe1ede7), ANS_RGB (0xe3ecf6), ANS_RGB (0xf7e9df), ANS_RGB (0xf5e2e4),
                    ANS_RGB (0xececed) },
  },
  [ANS_THEME_DARK] = {
    .ground = ANS_RGB (0x1d1d20), .panel = ANS_RGB (0x2e2e32),
    .ink = ANS_RGB (0xf4f4f6), .dim = ANS_RGB (0xc0bfbc),
    .grid = ANS_RGB (0x3d3d42), .axis = ANS_RGB (0x8e8e96),
    .track = ANS_RGB (0x46464b), .area = ANS_RGB (0x263345), .band = ANS_RGB (0x263a30),
    .series = { ANS_RGB (0x7fb6f5), ANS_RGB (0xff9d45), ANS_RGB (0xd4edec), ANS_RGB (0xa35ff2),
                ANS_RGB (0xf1db9d), ANS_RGB (0xef397c) },
    .attention = ANS_RGB (0xffb469),
    .tiles = { ANS_RGB (0x26384d), ANS_RGB (0x31527a), ANS_RGB (0x4577ae), ANS_RGB (0x7fb6f5),
               ANS_RGB (0xcfe4fd) },
    .state_text = { ANS_RGB (0x7ee2a0), ANS_RGB (0x99c1f1), ANS_RGB (0xffc46b), ANS_RGB (0xff9c96),
                    ANS_RGB (0xc0bfbc) },
    .state_fill = { ANS_RGB (0x57c785), ANS_RGB (0x7fb6f5), ANS_RGB (0xffab5e), ANS_RGB (0xff7b73),
                    ANS_RGB (0x8e8e96) },
    .state_tint = { ANS_RGB (0x24382c), ANS_RGB (0x263345), ANS_RGB (0x3f3324), ANS_RGB (0x412b2b),
                    ANS_RGB (0x38383b) },
  },
  /* Greys differ by lightness and by hatching, so that a copy of a copy can still be read. */
  [ANS_THEME_PRINT] = {
    .ground = ANS_COLOUR_WHITE, .panel = ANS_RGB (0xf2f2f2),
    .ink = ANS_COLOUR_BLACK, .dim = ANS_RGB (0x333333),
    .grid = ANS_RGB (0xcccccc), .axis = ANS_RGB (0x444444),
    .track = ANS_RGB (0xf0f0f0), .area = ANS_RGB (0xf2f2f2), .band = ANS_RGB (0xe8e8e8),
    .series = { ANS_RGB (0x5a5a5a), ANS_COLOUR_WHITE, ANS_RGB (0xc4c4c4), ANS_COLOUR_WHITE,
                ANS_RGB (0xe4e4e4), ANS_RGB (0x9a9a9a) },
    .hatches = { ANS_HATCH_NONE, ANS_HATCH_RISING, ANS_HATCH_NONE, ANS_HATCH_CROSSED,
                 ANS_HATCH_DOTS, ANS_HATCH_FALLING },
    .outline = ANS_COLOUR_BLACK,
    .attention = ANS_COLOUR_BLACK,
    .tiles = { ANS_COLOUR_WHITE, ANS_RGB (0xdedede), ANS_RGB (0xb8b8b8), ANS_RGB (0x7d7d7d),
               ANS_RGB (0x3c3c3c) },
    .state_text = { ANS_COLOUR_BLACK, ANS_COLOUR_BLACK, ANS_COLOUR_BLACK, ANS_COLOUR_BLACK,
                    ANS_COLOUR_BLACK },
    .state_fill = { ANS_RGB (0x4a4a4a), ANS_RGB (0x8a8a8a), ANS_RGB (0xbcbcbc), ANS_RGB (0x111111),
                    ANS_RGB (0xdedede) },
    .state_tint = { ANS_RGB (0xf2f2f2), ANS_RGB (0xf2f2f2), ANS_RGB (0xf2f2f2), ANS_RGB (0xf2f2f2),
                    ANS_RGB (0xf2f2f2) },
  },
  [ANS_THEME_CONTRAST] = {
    .ground = ANS_COLOUR_BLACK, .panel = ANS_RGB (0x141414),
    .ink = ANS_COLOUR_WHITE, .dim = ANS_RGB (0xe6e6e6),
    .grid = ANS_RGB (0x5a5a5a), .axis = ANS_RGB (0xd0d0d0),
    .track = ANS_RGB (0x2a2a2a), .area = ANS_RGB (0x1c1c1c), .band = ANS_RGB (0x262626),
    .series = { ANS_RGB (0xb4b4b4), ANS_COLOUR_BLACK, ANS_RGB (0x5e5e5e), ANS_COLOUR_BLACK,
                ANS_RGB (0x2c2c2c), ANS_RGB (0x8a8a8a) },
    .hatches = { ANS_HATCH_NONE, ANS_HATCH_RISING, ANS_HATCH_NONE, ANS_HATCH_CROSSED,
                 ANS_HATCH_DOTS, ANS_HATCH_FALLING },
    .outline = ANS_COLOUR_WHITE,
    .attention = ANS_COLOUR_WHITE,
    .tiles = { ANS_COLOUR_BLACK, ANS_RGB (0x333333), ANS_RGB (0x5e5e5e), ANS_RGB (0x9a9a9a),
               ANS_RGB (0xe0e0e0) },
    .state_text = { ANS_COLOUR_WHITE, ANS_COLOUR_WHITE, ANS_COLOUR_WHITE, ANS_COLOUR_WHITE,
                    ANS_COLOUR_WHITE },
    .state_fill = { ANS_RGB (0xd6d6d6), ANS_RGB (0x9a9a9a), ANS_RGB (0x6e6e6e), ANS_COLOUR_WHITE,
                    ANS_RGB (0x3a3a3a) },
    .state_tint = { ANS_RGB (0x141414), ANS_RGB (0x141414), ANS_RGB (0x141414), ANS_RGB (0x141414),
                    ANS_RGB (0x141414) },
  },
};
/* clang-format on */

const AnsChartTheme *
ans_chart_theme_get (AnsTheme theme)
{
  g_return_val_if_fail (theme < ANS_N_THEMES, &themes[0]);
  return &themes[theme];
}

AnsPaint
ans_chart_theme_fill (const AnsChartTheme *self, guint series)
{
  guint i = series % ANS_N_SERIES_COLOURS;
  AnsPaint paint = { .fill = self->series[i], .hatch = self->hatches[i], .ink = self->ink };

  if (self->outline != ANS_COLOUR_NONE)
    {
      paint.stroke = self->outline;
      paint.line = 0.8;
    }
  return paint;
}

static double
channel (guint value)
{
  double part = value / 255.0;

  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

/* WCAG 2: the contrast is equal for black and white at a luminance of about 0.18. */
AnsColour
ans_chart_theme_text_on (AnsColour colour)
{
  double luminance = 0.2126 * channel (colour >> 24) + 0.7152 * channel (colour >> 16 & 0xff) +
                     0.0722 * channel (colour >> 8 & 0xff);

  return luminance > 0.18 ? ANS_RGB (0x101114) : ANS_COLOUR_WHITE;
}
