/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list/ans-list-memory.h"

#include "app/ans-application.h"

#define KEY_ORDERS "sort-orders"
#define KEY_GROUPS "grouped-lists"

void
ans_list_memory_load (AnsListing *listing)
{
  const char *id = ans_listing_get_info (listing)->id;
  g_autoptr (GVariant) orders = g_settings_get_value (ans_settings (), KEY_ORDERS);
  g_auto (GStrv) grouped = g_settings_get_strv (ans_settings (), KEY_GROUPS);
  const char *order;

  if (g_variant_lookup (orders, id, "&s", &order))
    ans_listing_set_sort (listing, order + (*order == '-'), *order == '-');
  ans_listing_set_grouped (listing, g_strv_contains ((const char *const *) grouped, id));
}

static void
save_order (AnsListing *listing)
{
  const AnsListingInfo *info = ans_listing_get_info (listing);
  g_autoptr (GVariant) old = g_settings_get_value (ans_settings (), KEY_ORDERS);
  g_autoptr (GVariant) new = NULL;
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));
  GVariantIter iter;
  const char *id, *order;
  gboolean descending;
  const char *sort = ans_listing_get_sort (listing, &descending);
  g_autofree char *text = g_strdup_printf ("%s%s", descending ? "-" : "", sort);

  g_variant_iter_init (&iter, old);
  while (g_variant_iter_next (&iter, "{&s&s}", &id, &order))
    if (!g_str_equal (id, info->id))
      g_variant_builder_add (&builder, "{ss}", id, order);
  if (!g_str_equal (text, info->default_sort))
    g_variant_builder_add (&builder, "{ss}", info->id, text);
  new = g_variant_ref_sink (g_variant_builder_end (&builder));
  if (!g_variant_equal (old, new))
    g_settings_set_value (ans_settings (), KEY_ORDERS, new);
}

static void
save_group (AnsListing *listing)
{
  const char *id = ans_listing_get_info (listing)->id;
  g_auto (GStrv) old = g_settings_get_strv (ans_settings (), KEY_GROUPS);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) new = NULL;
  gboolean wanted = ans_listing_get_grouped (listing);

  if (wanted == g_strv_contains ((const char *const *) old, id))
    return;
  for (guint i = 0; old[i] != NULL; i++)
    if (!g_str_equal (old[i], id))
      g_strv_builder_add (builder, old[i]);
  if (wanted)
    g_strv_builder_add (builder, id);
  new = g_strv_builder_end (builder);
  g_settings_set_strv (ans_settings (), KEY_GROUPS, (const char *const *) new);
}

void
ans_list_memory_save (AnsListing *listing)
{
  g_return_if_fail (ANS_IS_LISTING (listing));

  save_order (listing);
  save_group (listing);
}

char *
ans_list_memory_question (AnsListing *listing)
{
  g_autoptr (GPtrArray) filters = NULL;
  gboolean descending;
  const char *sort, *search;
  GString *text;

  g_return_val_if_fail (ANS_IS_LISTING (listing), NULL);

  filters = ans_listing_get_filters (listing);
  sort = ans_listing_get_sort (listing, &descending);
  search = ans_listing_get_search (listing);
  text = g_string_new (NULL);
  g_string_append_printf (text, "%s%d%d\n%s\n%" G_GINT64_FORMAT, sort, descending,
                          ans_listing_get_grouped (listing), search != NULL ? search : "",
                          ans_listing_get_village (listing));
  for (guint i = 0; i < filters->len; i++)
    g_string_append_printf (text, "\n%s=%s", (const char *) filters->pdata[i],
                            ans_listing_get_filter (listing, filters->pdata[i]));
  return g_string_free (text, FALSE);
}
