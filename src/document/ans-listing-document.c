/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The official sheet of a list: NĐ 30/2020/NĐ-CP, Annex I, and the customs of lists (domain.md
 * §6.1–6.3). All of it is Vietnamese in any language of the program. */
#include "document/ans-listing-document.h"

#include <string.h>

#include "document/ans-listing-table.h"
#include "registry/ans-choices.h"
#include "text/ans-date.h"
#include "text/ans-money-words.h"
#include "text/ans-name.h"
#include "text/ans-number.h"

/* “Từ ngày 01/01/2022 đến ngày 20/09/2022” of a filter on a day; NULL if @filter is none. */
static char *
period_of (const char *filter)
{
  g_auto (GStrv) ends = g_strsplit (filter, "..", 2);
  g_autofree char *from = NULL, *to = NULL;
  AnsDate first, last;

  if (g_strv_length (ends) != 2)
    return NULL;
  if (ans_date_parse_iso (ends[0], &first, NULL))
    from = ans_date_format (first);
  if (ans_date_parse_iso (ends[1], &last, NULL))
    to = ans_date_format (last);
  if (from != NULL && to != NULL)
    return g_strdup_printf ("Từ ngày %s đến ngày %s", from, to);
  if (from != NULL)
    return g_strdup_printf ("Từ ngày %s", from);
  return to != NULL ? g_strdup_printf ("Đến ngày %s", to) : NULL;
}

/* The period of a list of movements; others are told of with their column. NULL without one. */
static char *
find_period (AnsListing *listing)
{
  g_autoptr (GPtrArray) filters = ans_listing_get_filters (listing);

  for (guint i = 0; i < filters->len; i++)
    {
      const AnsListingColumn *column =
          ans_listing_info_get_column (ans_listing_get_info (listing), filters->pdata[i]);
      char *period = column != NULL && column->kind == ANS_FIELD_DATE
                         ? period_of (ans_listing_get_filter (listing, filters->pdata[i]))
                         : NULL;

      if (period != NULL)
        return period;
    }
  return NULL;
}

static void
add_title (AnsDocument *document, AnsListing *listing)
{
  const AnsListingInfo *info = ans_listing_get_info (listing);
  g_autoptr (GString) title = g_string_new (info->title);
  g_autofree char *upper = NULL;
  g_autofree char *village = ans_register_title_of (
      ans_listing_get_book (listing), &ans_register_villages, ans_listing_get_village (listing));
  const char *as_of = ans_listing_get_as_of (listing);
  AnsDate day = ans_date_today ();
  g_autofree char *day_text = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *period = find_period (listing);

  if (village != NULL)
    g_string_append_printf (title, " thôn %s", village);
  else if (ans_listing_get_grouped (listing) && strstr (info->title, "thôn") == NULL)
    g_string_append (title, " theo thôn");
  upper = ans_name_upper (title->str);
  ans_document_set_title (document, upper);

  if (as_of != NULL)
    ans_date_parse_iso (as_of, &day, NULL);
  day_text = ans_date_format (day);
  subtitle = period != NULL ? g_strdup_printf ("(%s)", period)
                            : g_strdup_printf ("(Tính đến ngày %s)", day_text);
  ans_document_set_subtitle (document, subtitle);
}

static gint64
count_sex (AnsListing *listing, const char *sex)
{
  g_autoptr (AnsListing) part = ans_listing_copy (listing);

  ans_listing_set_filter (part, "sex", sex);
  return ans_listing_count (part, ans_book_get_connection (ans_listing_get_book (part)), NULL);
}

static void
add_closing (AnsDocument *document, AnsListing *listing, AnsListingTable *table, gboolean is_part)
{
  g_autofree char *all = ans_number_format (ans_listing_table_get_n_rows (table));
  g_autofree char *text = NULL;
  gint64 dong;

  if (!is_part && ans_register_is (ans_listing_get_info (listing)->reg, &ans_register_people) &&
      ans_listing_get_filter (listing, "sex") == NULL)
    {
      g_autofree char *men = ans_number_format (count_sex (listing, ANS_SEX_MALE));
      g_autofree char *women = ans_number_format (count_sex (listing, ANS_SEX_FEMALE));

      text = g_strdup_printf ("Tổng số: %s người (nam: %s, nữ: %s).", all, men, women);
    }
  else if (ans_listing_table_get_money (table, &dong))
    {
      g_autofree char *amount = ans_number_format (dong);
      g_autofree char *words = ans_money_in_words (dong, ANS_WORDS_DEFAULT);
      g_autofree char *in_words = g_strdup_printf ("Bằng chữ: %s.", words);

      text = g_strdup_printf ("Tổng số: %s %s; tổng số tiền: %s đồng.", all,
                              ans_listing_table_get_unit (table), amount);
      ans_document_add_closing (document, text, FALSE);
      ans_document_add_closing (document, in_words, TRUE);
      return;
    }
  else
    text = g_strdup_printf ("Tổng số: %s %s.", all, ans_listing_table_get_unit (table));
  ans_document_add_closing (document, text, FALSE);
}

AnsDocument *
ans_listing_document_new (AnsListing *listing,
                          const AnsListingDocumentOptions *options,
                          GError **error)
{
  static const AnsListingDocumentOptions official = { 0 };
  g_autoptr (AnsListingTable) table = NULL;
  AnsDocument *document;
  AnsDate date = ans_date_today ();
  const char *day;

  g_return_val_if_fail (ANS_IS_LISTING (listing), NULL);

  if (options == NULL)
    options = &official;
  day = options->date != NULL ? options->date : ans_listing_get_as_of (listing);
  if (day != NULL && !ans_date_parse_iso (day, &date, error))
    return NULL;

  table = ans_listing_table_new (
      listing,
      options->columns != NULL ? options->columns : ans_listing_get_info (listing)->print_columns,
      options->sign, options->limit, options->rows, error);
  if (table == NULL)
    return NULL;

  document = ans_document_new (ANS_TABLE_SOURCE (table));
  ans_letterhead_add (document, ans_listing_get_book (listing), date);
  add_title (document, listing);
  add_closing (document, listing, table, options->limit > 0 || options->rows != NULL);
  ans_letterhead_add_signatures (document, ans_listing_get_book (listing), date, TRUE);
  ans_document_set_orientation (document, options->portrait ? ANS_ORIENTATION_PORTRAIT
                                                            : ANS_ORIENTATION_LANDSCAPE);
  ans_document_set_page_numbers (document, ANS_PAGE_NUMBERS_FOOTER);
  ans_document_set_number_groups (document, TRUE);
  ans_document_set_hide_sensitive (document, options->posting);
  /* A cell to sign in is 8 mm high at least; without signatures more rows fit a page. */
  ans_document_set_row_height (
      document, options->sign ? MAX (options->row_height, 8)
                              : (options->row_height > 0 ? options->row_height : 6.2));
  if (options->draft)
    ans_document_set_watermark (document, ANS_DOCUMENT_DRAFT);
  return document;
}
