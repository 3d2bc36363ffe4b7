/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list/ans-list-sums.h"

#include <glib/gi18n.h>

#include "app/list/ans-column-layout.h"
#include "text/ans-number.h"

/* More rows would be felt while typing in the search box. */
#define MAX_ROWS 5000

/* No list shows so many sums. */
#define MAX_SUMS 8

typedef struct
{
  const AnsListingColumn *columns[MAX_SUMS];
  const char *ids[MAX_SUMS + 1];
  gint64 sums[MAX_SUMS];
  guint n;
} Sums;

static gboolean
can_be_added (const AnsListingColumn *column)
{
  /* An age or a year is a number, but its sum means nothing. */
  return column->kind == ANS_FIELD_MONEY || g_str_equal (column->id, "members");
}

static gboolean
add_row (gint64 id, const char *const *values, gpointer data)
{
  Sums *sums = data;

  for (guint i = 0; i < sums->n; i++)
    if (values[i] != NULL)
      sums->sums[i] += g_ascii_strtoll (values[i], NULL, 10);
  return TRUE;
}

char *
ans_list_sums_describe (AnsListing *listing)
{
  const AnsListingInfo *info;
  AnsConnection *connection;
  g_autoptr (GArray) places = NULL;
  g_autoptr (AnsListingResult) result = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  Sums sums = { 0 };

  g_return_val_if_fail (ANS_IS_LISTING (listing), NULL);

  info = ans_listing_get_info (listing);
  places = ans_column_layout_load (info);
  for (guint i = 0; i < places->len && sums.n < MAX_SUMS; i++)
    {
      const AnsColumnPlace *place = &g_array_index (places, AnsColumnPlace, i);

      if (!place->visible || !can_be_added (place->column))
        continue;
      sums.columns[sums.n] = place->column;
      sums.ids[sums.n++] = place->column->id;
    }
  if (sums.n == 0)
    return NULL;
  connection = ans_book_get_connection (ans_listing_get_book (listing));
  result = ans_listing_run (listing, connection, MAX_ROWS + 1, NULL);
  if (result == NULL || result->ids->len == 0 || result->ids->len > MAX_ROWS ||
      !ans_listing_fetch (listing, connection, (const gint64 *) result->ids->data, result->ids->len,
                          sums.ids, add_row, &sums, NULL))
    return NULL;
  for (guint i = 0; i < sums.n; i++)
    {
      g_autofree char *number = ans_number_format (sums.sums[i]);

      g_string_append_printf (text, "%s%s: %s%s", i > 0 ? " · " : "", _ (sums.columns[i]->label),
                              number, sums.columns[i]->kind == ANS_FIELD_MONEY ? " đ" : "");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
