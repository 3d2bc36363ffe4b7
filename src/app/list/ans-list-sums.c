/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list/ans-list-sums.h"

#include <glib/gi18n.h>

#include "app/list/ans-column-layout.h"
#include "app/list/ans-list-words.h"
#include "areas/ans-area.h"
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

static char *
describe_sums (AnsListing *listing)
{
  const AnsListingInfo *info;
  AnsConnection *connection;
  g_autoptr (GArray) places = NULL;
  g_autoptr (AnsListingResult) result = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  Sums sums = { 0 };

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

/* --- share ------------------------------------------------------------------------------------ */

/* The whole of which the list is a part. */
static const AnsListingInfo *
find_whole (const AnsListingInfo *info)
{
  guint n;
  const AnsArea *const *areas = ans_areas (&n);

  for (guint i = 0; i < n; i++)
    for (const AnsFigureInfo *figure = areas[i]->figures; figure != NULL && figure->id != NULL;
         figure++)
      if (figure->formula == ANS_FIGURE_RATIO && figure->numerator.filters == NULL &&
          figure->denominator.filters == NULL &&
          g_strcmp0 (figure->numerator.listing, info->id) == 0)
        return ans_listing_info_find (figure->denominator.listing);
  return NULL;
}

/* “3,41 % of 2.730 hộ”; NULL when nobody reports it, or when conditions make it another list. */
static char *
describe_share (AnsListing *listing, guint count)
{
  const AnsListingInfo *whole;
  g_autoptr (GPtrArray) filters = NULL;
  g_autoptr (AnsListing) all = NULL;
  g_autofree char *percent = NULL;
  g_autofree char *number = NULL;
  gint64 n;

  whole = find_whole (ans_listing_get_info (listing));
  filters = ans_listing_get_filters (listing);
  if (whole == NULL || filters->len > 0 || ans_listing_get_search (listing) != NULL)
    return NULL;
  all = ans_listing_new (ans_listing_get_book (listing), whole);
  ans_listing_set_as_of (all, ans_listing_get_as_of (listing));
  ans_listing_set_village (all, ans_listing_get_village (listing));
  n = ans_listing_count (all, ans_book_get_connection (ans_listing_get_book (listing)), NULL);
  if (n <= 0 || count > n)
    return NULL;
  percent = ans_decimal_format (((gint64) count * 20000 + n) / (2 * n), 2);
  number = ans_list_words_count (whole, (guint) n);
  /* Translators: a percentage, and of what: “3.41 % of 2,730 households” */
  return g_strdup_printf (_ ("%1$s %% of %2$s"), percent, number);
}

char *
ans_list_sums_line (AnsListing *listing, guint count)
{
  g_autofree char *rows = NULL;
  g_autofree char *all = NULL;
  g_autofree char *share = NULL;
  g_autofree char *sums = NULL;

  g_return_val_if_fail (ANS_IS_LISTING (listing), NULL);

  rows = ans_list_words_count (ans_listing_get_info (listing), count);
  /* Translators: %s is a number of people, households … */
  all = g_strdup_printf (_ ("Total: %s"), rows);
  share = describe_share (listing, count);
  sums = describe_sums (listing);
  return g_strconcat (all, share != NULL ? ", " : "", share != NULL ? share : "",
                      sums != NULL ? " · " : "", sums != NULL ? sums : "", NULL);
}
