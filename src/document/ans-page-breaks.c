/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/ans-page-breaks.h"

/* Heights are added in another order when a page is drawn. */
#define SLACK 0.01

static const AnsPageItem *
item_at (const GArray *items, guint i)
{
  return &g_array_index (items, AnsPageItem, i);
}

static gboolean
is_total (const AnsPageItem *item)
{
  return item->kind == ANS_ITEM_SUBTOTAL || item->kind == ANS_ITEM_TOTAL;
}

/* A group's title must not end a page, a sum must not begin one. */
static gboolean
is_bad_break (const GArray *items, guint at)
{
  if (at == 0 || at >= items->len)
    return FALSE;
  if (is_total (item_at (items, at)))
    return TRUE;
  return item_at (items, at - 1)->kind == ANS_ITEM_GROUP &&
         item_at (items, at)->kind != ANS_ITEM_GROUP;
}

static double
height_of (const GArray *items, guint first, guint n)
{
  double height = 0;

  for (guint i = first; i < first + n; i++)
    height += (double) item_at (items, i)->height;
  return height;
}

static guint
rows_of (const GArray *items, guint first, guint n)
{
  guint rows = 0;

  for (guint i = first; i < first + n; i++)
    rows += item_at (items, i)->kind == ANS_ITEM_ROW && item_at (items, i)->first_line == 0;
  return rows;
}

/* The first item of the shortest end of the list that holds @keep whole rows and may begin a page.
 */
static guint
end_with_rows (const GArray *items, guint keep)
{
  guint at = items->len;

  while (at > 0 && (at == items->len || rows_of (items, at, items->len - at) < keep))
    at--;
  while (at > 0 && is_bad_break (items, at))
    at--;
  return at;
}

static void
place_tail (const GArray *items, const AnsPageRooms *rooms, GArray *pages)
{
  AnsPageRange *last = &g_array_index (pages, AnsPageRange, pages->len - 1);
  double room = (pages->len == 1 ? rooms->first_room : rooms->room) + SLACK;
  guint keep = MIN (rooms->keep, rows_of (items, 0, items->len));
  AnsPageRange moved;

  if (height_of (items, last->first, last->n) + rooms->tail <= room &&
      rows_of (items, last->first, last->n) >= keep)
    return;

  /* Rows may be so tall that fewer of them, or only a part of one, can stand above the tail. */
  for (;; keep--)
    {
      moved.first = end_with_rows (items, keep);
      moved.n = items->len - moved.first;
      if (keep == 0 || height_of (items, moved.first, moved.n) + rooms->tail <= rooms->room + SLACK)
        break;
    }
  if (height_of (items, moved.first, moved.n) + rooms->tail > rooms->room + SLACK)
    {
      moved.first = items->len;
      moved.n = 0;
    }

  while (pages->len > 1 &&
         g_array_index (pages, AnsPageRange, pages->len - 1).first >= moved.first &&
         g_array_index (pages, AnsPageRange, pages->len - 1).n > 0)
    g_array_set_size (pages, pages->len - 1);
  last = &g_array_index (pages, AnsPageRange, pages->len - 1);
  last->n = moved.first - last->first;
  g_array_append_val (pages, moved);
}

/**
 * ans_page_breaks_find:
 * @items: (element-type AnsPageItem): everything in the table, in order, at least one
 * @rooms: the room there is
 *
 * No item is taller than a page's room (rows that would be come in parts). Page 1 may stay without
 * items when its head leaves no room.
 *
 * Returns: (transfer full) (element-type AnsPageRange): the pages
 */
GArray *
ans_page_breaks_find (const GArray *items, const AnsPageRooms *rooms)
{
  GArray *pages = g_array_new (FALSE, TRUE, sizeof (AnsPageRange));
  guint i = 0;

  while (i < items->len)
    {
      double room = (pages->len == 0 ? rooms->first_room : rooms->room) + SLACK;
      double height = 0;
      guint start = i, end;
      AnsPageRange page;

      while (i < items->len && height + (double) item_at (items, i)->height <= room)
        height += (double) item_at (items, i++)->height;
      end = i;
      while (end > start && is_bad_break (items, end))
        end--;
      /* No good place: page 1 gives everything to page 2; another page must make progress. */
      if (end == start && pages->len > 0)
        end = MAX (i, start + 1);
      page.first = start;
      page.n = end - start;
      g_array_append_val (pages, page);
      i = end;
    }
  if (pages->len == 0)
    {
      AnsPageRange page = { 0 };

      g_array_append_val (pages, page);
    }
  if (rooms->tail > 0)
    place_tail (items, rooms, pages);
  return pages;
}
