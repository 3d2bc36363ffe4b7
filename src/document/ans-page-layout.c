/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures the list once and decides where pages end; what stands on a page is built when it is
 * asked for, from the rows of that page alone. So a million rows cost 16 bytes each, and nothing is
 * drawn that nobody looks at. */
#include "document/ans-page-layout-private.h"

#include <glib/gi18n.h>

#include "document/ans-cell-text.h"
#include "document/ans-page-breaks.h"
#include "document/ans-page-parts.h"
#include "document/ans-page-table.h"

#define A4_SHORT       (210 * ANS_MM)
#define A4_LONG        (297 * ANS_MM)
#define TAIL_ROWS      3
#define NUMBER_SIZE    13.0 /* NĐ 30/2020: page numbers in 13–14 */
#define FOOTER_SIZE    10.0
#define CANCEL_EVERY   256
#define KEPT_SCENES    8
#define WATERMARK_SIZE 110.0

typedef struct
{
  guint page;
  AnsScene *scene;
} KeptScene;

struct _AnsPageLayout
{
  GObject parent_instance;

  AnsDocument *document;
  AnsTextShaper *shaper;
  AnsPageTable *table;
  GArray *items;       /* AnsPageItem */
  GArray *pages;       /* AnsPageRange */
  GArray *group_pages; /* guint: where each group begins */
  double page_width, page_height;
  double top, left, width, bottom; /* of the text area */
  double head;
  KeptScene kept[KEPT_SCENES];
  guint next_kept;
};

G_DEFINE_FINAL_TYPE (AnsPageLayout, ans_page_layout, G_TYPE_OBJECT)

static void
ans_page_layout_finalize (GObject *object)
{
  AnsPageLayout *self = ANS_PAGE_LAYOUT (object);

  for (guint i = 0; i < KEPT_SCENES; i++)
    ans_scene_free (self->kept[i].scene);
  g_clear_pointer (&self->table, ans_page_table_free);
  g_clear_pointer (&self->shaper, ans_text_shaper_unref);
  g_clear_pointer (&self->items, g_array_unref);
  g_clear_pointer (&self->pages, g_array_unref);
  g_clear_pointer (&self->group_pages, g_array_unref);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (ans_page_layout_parent_class)->finalize (object);
}

static void
ans_page_layout_class_init (AnsPageLayoutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ans_page_layout_finalize;
}

static void
ans_page_layout_init (AnsPageLayout *self)
{
  self->items = g_array_new (FALSE, TRUE, sizeof (AnsPageItem));
}

static void
add_item (AnsPageLayout *self, AnsItemKind kind, guint index, double height)
{
  AnsPageItem item = { .index = index, .height = (float) height, .kind = (guint8) kind };

  g_array_append_val (self->items, item);
}

/* A row that is taller than a page comes in parts of as many lines as a page holds beside a group's
 * title and its sums. */
static void
add_row (AnsPageLayout *self, guint row, double height, guint n_lines, double tallest)
{
  AnsPageItem item = { .index = row, .kind = ANS_ITEM_ROW };
  guint fitting = n_lines, done = 0;

  if (height > tallest)
    while (fitting > 1 && ans_page_table_lines_height (self->table, fitting) > tallest)
      fitting--;
  do
    {
      item.first_line = (guint16) done;
      item.n_lines = (guint16) MIN (fitting, n_lines - done);
      item.height = (float) ans_page_table_lines_height (self->table, item.n_lines);
      g_array_append_val (self->items, item);
      done += item.n_lines;
    }
  while (done < n_lines);
}

static gboolean
measure_rows (AnsPageLayout *self,
              guint first,
              guint n,
              double tallest,
              GCancellable *cancellable,
              AnsDocumentProgress progress,
              gpointer progress_data,
              GError **error)
{
  AnsTableSource *source = self->document->table;
  guint all = ans_table_source_get_n_rows (source);
  guint step = MAX (all / 100, 1);

  for (guint row = first; row < first + n; row++)
    {
      const char *const *cells;
      guint n_lines;
      double height;

      if (row % CANCEL_EVERY == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      cells = ans_table_source_get_row (source, row, error);
      if (cells == NULL)
        return FALSE;
      height = ans_page_table_measure_row (self->table, cells, row + 1, &n_lines);
      add_row (self, row, height, MIN (n_lines, G_MAXUINT16), tallest);
      if (progress != NULL && row % step == 0)
        progress ((double) row / all, progress_data);
    }
  return TRUE;
}

static gboolean
measure (AnsPageLayout *self,
         double room,
         GCancellable *cancellable,
         AnsDocumentProgress progress,
         gpointer progress_data,
         GError **error)
{
  AnsTableSource *source = self->document->table;
  guint n_rows = ans_table_source_get_n_rows (source);
  guint n_groups = ans_table_source_get_n_groups (source);
  double tallest = room - 3 * ans_page_table_lines_height (self->table, 1);
  AnsTableTotal total;
  guint row = 0;

  if (n_rows == 0)
    add_item (self, ANS_ITEM_EMPTY, 0,
              ans_page_table_measure_band (self->table, self->document->empty_text));
  for (guint i = 0; i < n_groups && n_rows > 0; i++)
    {
      AnsTableGroup group;
      g_autofree char *title = NULL;

      ans_table_source_get_group (source, i, &group);
      title = ans_document_group_title (self->document, i, group.title);
      add_item (self, ANS_ITEM_GROUP, i, ans_page_table_measure_band (self->table, title));
      if (!measure_rows (self, row, group.n_rows, tallest, cancellable, progress, progress_data,
                         error))
        return FALSE;
      row += group.n_rows;
      ans_table_source_get_group (source, i, &group);
      if (group.total.label != NULL)
        add_item (self, ANS_ITEM_SUBTOTAL, i,
                  ans_page_table_measure_total (self->table, &group.total));
    }
  if (n_groups == 0 &&
      !measure_rows (self, 0, n_rows, tallest, cancellable, progress, progress_data, error))
    return FALSE;
  ans_table_source_get_total (source, &total);
  if (total.label != NULL)
    add_item (self, ANS_ITEM_TOTAL, 0, ans_page_table_measure_total (self->table, &total));
  return TRUE;
}

static void
find_groups (AnsPageLayout *self)
{
  self->group_pages = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint page = 0; page < self->pages->len; page++)
    {
      const AnsPageRange *range = &g_array_index (self->pages, AnsPageRange, page);

      for (guint i = range->first; i < range->first + range->n; i++)
        if (g_array_index (self->items, AnsPageItem, i).kind == ANS_ITEM_GROUP)
          g_array_append_val (self->group_pages, page);
    }
}

static gboolean
lay_out (AnsPageLayout *self,
         GCancellable *cancellable,
         AnsDocumentProgress progress,
         gpointer progress_data,
         GError **error)
{
  AnsDocument *document = self->document;
  gboolean landscape = document->orientation == ANS_ORIENTATION_LANDSCAPE;
  AnsPageParts parts;
  AnsPageRooms rooms;

  self->page_width = landscape ? A4_LONG : A4_SHORT;
  self->page_height = landscape ? A4_SHORT : A4_LONG;
  self->left = document->margin_left * ANS_MM;
  self->width = self->page_width - self->left - document->margin_right * ANS_MM;
  self->top = document->margin_top * ANS_MM;
  self->bottom = self->page_height - document->margin_bottom * ANS_MM;

  self->shaper = ans_text_shaper_new (document->font);
  if (ans_text_shaper_get_family (self->shaper) == NULL)
    {
      g_set_error_literal (
          error, ANS_DOCUMENT_ERROR, ANS_DOCUMENT_ERROR_PAPER,
          _ ("No font was found on this computer. Install the fonts Liberation Serif."));
      return FALSE;
    }
  self->table = ans_page_table_new (document, self->shaper, self->left, self->width, error);
  if (self->table == NULL)
    return FALSE;

  parts = (AnsPageParts) { document, self->shaper, NULL, self->left, self->width };
  self->head = ans_page_parts_head (&parts, self->top);
  rooms.room = self->bottom - self->top - self->table->header_height;
  rooms.first_room = rooms.room - self->head;
  rooms.tail = ans_page_parts_tail (&parts, self->top);
  rooms.keep = TAIL_ROWS;
  if (self->head > self->bottom - self->top || rooms.tail > self->bottom - self->top ||
      rooms.room < 6 * ans_page_table_lines_height (self->table, 1))
    {
      g_set_error_literal (
          error, ANS_DOCUMENT_ERROR, ANS_DOCUMENT_ERROR_PAPER,
          _ ("The titles or the signatures need more than one page. Shorten them, or make "
             "the margins smaller."));
      return FALSE;
    }
  if (!measure (self, rooms.room, cancellable, progress, progress_data, error))
    return FALSE;
  self->pages = ans_page_breaks_find (self->items, &rooms);
  find_groups (self);
  return TRUE;
}

/**
 * ans_page_layout_new:
 * @document: what to lay out; must not change afterwards
 * @cancellable: (nullable): looked at often
 * @progress: (nullable): told how far the measuring has come
 * @progress_data: given to @progress
 * @error: an #AnsDocumentError, the source's own, or %G_IO_ERROR_CANCELLED
 *
 * Measures every row and breaks the list into pages. The same document always gives the same pages.
 * A layout may be made and used in any thread, but only in one at a time.
 *
 * Rules (domain §6.2): the table's header on each page; a group's title never last on a page, a sum
 * never first; the signatures never alone but with at least three rows; text shrinks to 9 points,
 * then wraps.
 *
 * Returns: (transfer full) (nullable): the pages
 */
AnsPageLayout *
ans_page_layout_new (AnsDocument *document,
                     GCancellable *cancellable,
                     AnsDocumentProgress progress,
                     gpointer progress_data,
                     GError **error)
{
  g_autoptr (AnsPageLayout) self = NULL;

  g_return_val_if_fail (ANS_IS_DOCUMENT (document), NULL);

  if (!ans_document_check (document, error))
    return NULL;
  self = g_object_new (ANS_TYPE_PAGE_LAYOUT, NULL);
  self->document = g_object_ref (document);
  if (!lay_out (self, cancellable, progress, progress_data, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * ans_page_layout_get_document:
 *
 * Returns: (transfer none): what was laid out
 */
AnsDocument *
ans_page_layout_get_document (AnsPageLayout *self)
{
  g_return_val_if_fail (ANS_IS_PAGE_LAYOUT (self), NULL);
  return self->document;
}

/**
 * ans_page_layout_get_n_pages:
 *
 * Returns: the number of pages, at least 1
 */
guint
ans_page_layout_get_n_pages (AnsPageLayout *self)
{
  g_return_val_if_fail (ANS_IS_PAGE_LAYOUT (self), 0);
  return self->pages->len;
}

/**
 * ans_page_layout_get_page_size:
 * @width: (out): points
 * @height: (out): points
 */
void
ans_page_layout_get_page_size (AnsPageLayout *self, double *width, double *height)
{
  g_return_if_fail (ANS_IS_PAGE_LAYOUT (self));
  *width = self->page_width;
  *height = self->page_height;
}

/**
 * ans_page_layout_get_page_rows:
 * @page: from 0
 * @first: (out): the first data row that begins on the page
 * @n: (out): how many do; 0 leaves @first at 0
 */
void
ans_page_layout_get_page_rows (AnsPageLayout *self, guint page, guint *first, guint *n)
{
  const AnsPageRange *range;

  *first = *n = 0;
  g_return_if_fail (ANS_IS_PAGE_LAYOUT (self));
  g_return_if_fail (page < self->pages->len);

  range = &g_array_index (self->pages, AnsPageRange, page);
  for (guint i = range->first; i < range->first + range->n; i++)
    {
      const AnsPageItem *item = &g_array_index (self->items, AnsPageItem, i);

      if (item->kind != ANS_ITEM_ROW || item->first_line > 0)
        continue;
      if (*n == 0)
        *first = item->index;
      (*n)++;
    }
}

/**
 * ans_page_layout_get_font_family:
 *
 * Returns: (transfer none): the family that text is really set in. Where it is none of
 * %ANS_DOCUMENT_FONT, the paper is readable but not as NĐ 30/2020 wants it: say so.
 */
const char *
ans_page_layout_get_font_family (AnsPageLayout *self)
{
  g_return_val_if_fail (ANS_IS_PAGE_LAYOUT (self), NULL);
  return ans_text_shaper_get_family (self->shaper);
}

/**
 * ans_page_layout_get_group_page:
 * @group: from 0
 *
 * Returns: the page on which the group begins
 */
guint
ans_page_layout_get_group_page (AnsPageLayout *self, guint group)
{
  return group < self->group_pages->len ? g_array_index (self->group_pages, guint, group) : 0;
}

static gboolean
draw_item (
    AnsPageLayout *self, AnsPageGrid *grid, const AnsPageItem *item, double y, GError **error)
{
  AnsTableSource *source = self->document->table;
  double height = (double) item->height;

  switch ((AnsItemKind) item->kind)
    {
    case ANS_ITEM_ROW:
      {
        const char *const *cells = ans_table_source_get_row (source, item->index, error);

        if (cells == NULL)
          return FALSE;
        ans_page_table_draw_row (self->table, grid, y, height, cells, item->index + 1,
                                 item->first_line, item->n_lines);
        break;
      }
    case ANS_ITEM_GROUP:
      {
        AnsTableGroup group;
        g_autofree char *title = NULL;

        ans_table_source_get_group (source, item->index, &group);
        title = ans_document_group_title (self->document, item->index, group.title);
        ans_page_table_draw_band (self->table, grid, y, height, ANS_FACE_BOLD, title);
        break;
      }
    case ANS_ITEM_SUBTOTAL:
      {
        AnsTableGroup group;

        ans_table_source_get_group (source, item->index, &group);
        ans_page_table_draw_total (self->table, grid, y, height, &group.total);
        break;
      }
    case ANS_ITEM_TOTAL:
      {
        AnsTableTotal total;

        ans_table_source_get_total (source, &total);
        ans_page_table_draw_total (self->table, grid, y, height, &total);
        break;
      }
    case ANS_ITEM_EMPTY:
    default:
      ans_page_table_draw_band (self->table, grid, y, height, ANS_FACE_ITALIC,
                                self->document->empty_text);
      break;
    }
  return TRUE;
}

static void
draw_page_number (AnsPageLayout *self, AnsScene *scene, guint page)
{
  AnsPageNumbers style = self->document->page_numbers;
  char text[64];
  double size, width, x, y;

  if (style == ANS_PAGE_NUMBERS_NONE || (style == ANS_PAGE_NUMBERS_TOP && page == 0))
    return;
  if (style == ANS_PAGE_NUMBERS_TOP)
    g_snprintf (text, sizeof text, "%u", page + 1);
  else
    g_snprintf (text, sizeof text, "Trang %u/%u", page + 1, self->pages->len);
  size = style == ANS_PAGE_NUMBERS_TOP ? NUMBER_SIZE : FOOTER_SIZE;
  width = size * ans_text_shaper_width (self->shaper, ANS_FACE_REGULAR, text, strlen (text));
  if (style == ANS_PAGE_NUMBERS_TOP)
    {
      x = (self->page_width - width) / 2;
      y = self->top * 0.68;
    }
  else
    {
      x = self->left + self->width - width;
      y = self->bottom + (self->page_height - self->bottom) * 0.5;
    }
  ans_scene_add_text (scene, ANS_FACE_REGULAR, size, x, y, width, text, strlen (text));
}

static void
draw_watermark (AnsPageLayout *self, AnsScene *scene)
{
  const char *word = self->document->watermark;
  double width;

  if (word == NULL)
    return;
  width = ans_text_shaper_width (self->shaper, ANS_FACE_BOLD, word, strlen (word));
  ans_scene_add_watermark (scene, MIN (WATERMARK_SIZE, self->width * 0.8 / width), width,
                                word);
}

static AnsScene *
build_scene (AnsPageLayout *self, guint page, GError **error)
{
  const AnsPageRange *range = &g_array_index (self->pages, AnsPageRange, page);
  g_autoptr (AnsScene) scene = ans_scene_new (self->page_width, self->page_height);
  AnsPageParts parts = { self->document, self->shaper, scene, self->left, self->width };
  double y = self->top;

  ans_scene_set_shaper (scene, self->shaper);
  draw_watermark (self, scene);
  if (page == 0)
    y += ans_page_parts_head (&parts, y);
  if (range->n > 0)
    {
      AnsPageGrid grid;
      gboolean drawn = TRUE;

      ans_page_grid_begin (&grid, scene, self->table, y);
      ans_page_table_draw_header (self->table, &grid, y);
      y += self->table->header_height;
      for (guint i = range->first; drawn && i < range->first + range->n; i++)
        {
          const AnsPageItem *item = &g_array_index (self->items, AnsPageItem, i);

          drawn = draw_item (self, &grid, item, y, error);
          y += (double) item->height;
        }
      ans_page_grid_end (&grid, y);
      if (!drawn)
        return NULL;
    }
  if (page == self->pages->len - 1)
    ans_page_parts_tail (&parts, y);
  draw_page_number (self, scene, page);
  return g_steal_pointer (&scene);
}

/**
 * ans_page_layout_get_scene:
 * @page: from 0
 * @error: the source's own
 *
 * Returns: (transfer none) (nullable): what stands on the page; valid until some other pages were
 * asked for
 */
const AnsScene *
ans_page_layout_get_scene (AnsPageLayout *self, guint page, GError **error)
{
  KeptScene *slot;

  g_return_val_if_fail (page < self->pages->len, NULL);

  for (guint i = 0; i < KEPT_SCENES; i++)
    if (self->kept[i].scene != NULL && self->kept[i].page == page)
      return self->kept[i].scene;

  slot = &self->kept[self->next_kept];
  g_clear_pointer (&slot->scene, ans_scene_free);
  slot->scene = build_scene (self, page, error);
  slot->page = page;
  if (slot->scene != NULL)
    self->next_kept = (self->next_kept + 1) % KEPT_SCENES;
  return slot->scene;
}

/**
 * ans_page_layout_dump:
 * @page: from 0
 * @error: the source's own
 *
 * Returns: (transfer full) (nullable): the marks of a page as text, for tests
 */
char *
ans_page_layout_dump (AnsPageLayout *self, guint page, GError **error)
{
  const AnsScene *scene;
  GString *out;

  g_return_val_if_fail (ANS_IS_PAGE_LAYOUT (self), NULL);

  scene = ans_page_layout_get_scene (self, page, error);
  if (scene == NULL)
    return NULL;
  out = g_string_new (NULL);
  g_string_append_printf (out, "page %u of %u, %.1f x %.1f\n", page + 1, self->pages->len,
                          scene->width, scene->height);
  ans_scene_dump (scene, out);
  return g_string_free (out, FALSE);
}
