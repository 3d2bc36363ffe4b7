/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list/ans-list-words.h"

#include <glib/gi18n.h>

#include "app/list/ans-column-layout.h"
#include "text/ans-date.h"
#include "text/ans-number.h"

/* The title of a row and what stands below it. */
#define COMPACT_COLUMNS 5

char *
ans_list_words_count (const AnsListingInfo *info, guint64 n)
{
  g_autofree char *number = ans_number_format ((gint64) n);
  gulong plural = (gulong) MIN (n, G_MAXULONG);

  if (ans_register_is (info->reg, &ans_register_people))
    return g_strdup_printf (ngettext ("%s person", "%s people", plural), number);
  if (ans_register_is (info->reg, &ans_register_households))
    return g_strdup_printf (ngettext ("%s household", "%s households", plural), number);
  if (ans_register_is (info->reg, &ans_register_villages))
    return g_strdup_printf (ngettext ("%s village", "%s villages", plural), number);
  if (ans_register_is (info->reg, &ans_register_units))
    return g_strdup_printf (ngettext ("%s unit", "%s units", plural), number);
  if (info->unit != NULL)
    return g_strdup_printf ("%s %s", number, info->unit);
  return g_strdup_printf (ngettext ("%s row", "%s rows", plural), number);
}

const char *
ans_list_words_add (const AnsListingInfo *info)
{
  if (ans_register_is (info->reg, &ans_register_people))
    return _ ("Add person");
  if (ans_register_is (info->reg, &ans_register_households))
    return _ ("Add household");
  if (ans_register_is (info->reg, &ans_register_villages))
    return _ ("Add village");
  return _ ("Add");
}

const char *
ans_list_words_empty (const AnsListingInfo *info)
{
  if (ans_register_is (info->reg, &ans_register_people))
    return _ ("Nobody is in the book yet");
  if (ans_register_is (info->reg, &ans_register_households))
    return _ ("No household is in the book yet");
  if (ans_register_is (info->reg, &ans_register_villages))
    return _ ("No village is in the book yet");
  return _ ("Nothing is in this list yet");
}

const char *
ans_list_words_no_match (const AnsListingInfo *info)
{
  if (ans_register_is (info->reg, &ans_register_people))
    return _ ("Nobody matches");
  if (ans_register_is (info->reg, &ans_register_households))
    return _ ("No household matches");
  return _ ("Nothing matches");
}

const char *
ans_list_words_search_hint (const AnsListingInfo *info)
{
  if (ans_register_is (info->reg, &ans_register_people))
    return _ ("Name, initials, number (Ctrl+F)");
  if (ans_register_is (info->reg, &ans_register_households))
    return _ ("Head, code (Ctrl+F)");
  return _ ("Name (Ctrl+F)");
}

char *
ans_list_words_sorted (AnsListing *listing)
{
  gboolean descending;
  const AnsListingColumn *column = ans_listing_info_get_column (
      ans_listing_get_info (listing), ans_listing_get_sort (listing, &descending));
  g_autofree char *label = g_utf8_strdown (_ (column->label), -1);

  if (ans_listing_get_grouped (listing))
    /* Translators: %s is the heading of a column, in small letters */
    return g_strdup_printf (
        descending ? _ ("by village, then %s, descending") : _ ("by village, then %s"), label);
  return g_strdup_printf (descending ? _ ("by %s, descending") : _ ("by %s"), label);
}

char *
ans_list_words_day (const char *iso)
{
  AnsDate date;

  if (iso == NULL || !ans_date_parse_iso (iso, &date, NULL))
    date = ans_date_today ();
  return ans_date_format (date);
}

char *
ans_list_words_question (AnsListing *listing)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *search = ans_listing_get_search (listing);
  gint64 village = ans_listing_get_village (listing);
  g_autoptr (GPtrArray) filters = ans_listing_get_filters (listing);
  g_autofree char *day = ans_list_words_day (ans_listing_get_as_of (listing));

  if (search != NULL)
    g_string_append_printf (text, "“%s” · ", search);
  if (village != 0)
    {
      g_autofree char *title =
          ans_register_title_of (ans_listing_get_book (listing), &ans_register_villages, village);

      g_string_append_printf (text, "%s · ", title != NULL ? title : "–");
    }
  for (guint i = 0; i < filters->len; i++)
    {
      const AnsListingColumn *column =
          ans_listing_info_get_column (ans_listing_get_info (listing), filters->pdata[i]);

      g_string_append_printf (text, "%s · ", _ (column->label));
    }
  /* Translators: %s is a date */
  g_string_append_printf (text, _ ("as of %s"), day);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* What the list is sorted by names a row; the columns seen by default tell the rest. */
static const char *const *
compact_of_columns (const AnsListingInfo *info)
{
  static GHashTable *made; /* info → ids, needed as long as the program runs */
  GPtrArray *ids;
  guint n;
  const AnsListingColumn *columns = ans_listing_info_get_columns (info, &n);
  g_autoptr (GArray) places = ans_column_layout_default (info);
  const AnsListingColumn *name = ans_listing_info_get_column (info, info->reg->name_field);
  const AnsListingColumn *sorted = ans_listing_info_get_column (info, info->default_sort);

  if (made == NULL)
    made = g_hash_table_new (NULL, NULL);
  ids = g_hash_table_lookup (made, info);
  if (ids != NULL)
    return (const char *const *) ids->pdata;
  ids = g_ptr_array_new ();
  if (sorted != NULL && (sorted->kind == ANS_FIELD_TEXT || sorted->kind == ANS_FIELD_NAME))
    name = sorted;
  g_ptr_array_add (ids, (gpointer) (name != NULL ? name->id : columns[0].id));
  for (guint i = 0; i < places->len && ids->len < COMPACT_COLUMNS; i++)
    {
      const AnsColumnPlace *place = &g_array_index (places, AnsColumnPlace, i);

      if (place->visible && !g_str_equal (place->column->id, ids->pdata[0]))
        g_ptr_array_add (ids, (gpointer) place->column->id);
    }
  g_ptr_array_add (ids, NULL);
  g_hash_table_insert (made, (gpointer) info, ids);
  return (const char *const *) ids->pdata;
}

const char *const *
ans_list_words_compact (const AnsListingInfo *info)
{
  static const char *const people[] = { "full_name", "birth", "relation", "village", NULL };
  static const char *const households[] = { "head", "code", "village", "members", NULL };

  if (ans_register_is (info->reg, &ans_register_people))
    return people;
  if (ans_register_is (info->reg, &ans_register_households))
    return households;
  return compact_of_columns (info);
}
