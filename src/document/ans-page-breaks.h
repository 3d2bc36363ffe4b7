/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where pages end: pure arithmetic over heights, so that it can be tested with any of them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ANS_ITEM_ROW,      /* index: the row */
  ANS_ITEM_GROUP,    /* index: the group, its title */
  ANS_ITEM_SUBTOTAL, /* index: the group */
  ANS_ITEM_TOTAL,
  ANS_ITEM_EMPTY, /* the sentence in an empty list */
} AnsItemKind;

typedef struct
{
  guint32 index;
  float height;       /* points */
  guint16 first_line; /* > 0 only in the later parts of a row that is taller than a page */
  guint16 n_lines;
  guint8 kind; /* AnsItemKind */
} AnsPageItem;

typedef struct
{
  guint first; /* item */
  guint n;     /* items; a page with none shows no table */
} AnsPageRange;

typedef struct
{
  double first_room; /* points for items on page 1 */
  double room;       /* points for items on each other page */
  double tail;       /* points that the closing lines and signatures need below the last item */
  guint keep;        /* rows that the tail must have above it on its page */
} AnsPageRooms;

GArray *ans_page_breaks_find (const GArray *items, const AnsPageRooms *rooms);

G_END_DECLS
