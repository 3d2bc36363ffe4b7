/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list/ans-column-layout.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "app/ans-application.h"

#define KEY "column-layouts"

/* Measured with the interface font at 11 pt: digits and letters on average, and the cell's
 * padding. */
#define CHARACTER 8.4
#define PADDING   18
#define NARROWEST 57

/* A title is smaller, but bold, and leaves room for the arrow of the order. */
#define TITLE_CHARACTER 6.8
#define TITLE_PADDING   50
#define TITLE_WIDEST    190

static int
proposed_width (const AnsListingColumn *column)
{
  int values = (int) (MAX (column->width, 4) * CHARACTER) + PADDING;
  int title = (int) (g_utf8_strlen (_ (column->label), -1) * TITLE_CHARACTER) + TITLE_PADDING;

  return MAX (NARROWEST, MAX (values, MIN (title, TITLE_WIDEST)));
}

static AnsColumnPlace *find (GArray *places, const char *id);

/* Those of the list first, in its order; the others are hidden. */
static GArray *
arrange (const AnsListingInfo *info, GArray *all)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (AnsColumnPlace));

  for (guint i = 0; info->screen_columns[i] != NULL; i++)
    {
      const AnsColumnPlace *place = find (all, info->screen_columns[i]);

      g_return_val_if_fail (place != NULL, places);
      g_array_append_vals (places, place, 1);
      g_array_index (places, AnsColumnPlace, i).visible = TRUE;
    }
  for (guint i = 0; i < all->len; i++)
    {
      AnsColumnPlace place = g_array_index (all, AnsColumnPlace, i);

      place.visible = FALSE;
      if (find (places, place.column->id) == NULL)
        g_array_append_val (places, place);
    }
  g_array_unref (all);
  return places;
}

GArray *
ans_column_layout_default (const AnsListingInfo *info)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (AnsColumnPlace));
  guint n;
  const AnsListingColumn *columns = ans_listing_info_get_columns (info, &n);

  for (guint i = 0; i < n; i++)
    {
      AnsColumnPlace place = { &columns[i], i, (columns[i].flags & ANS_FIELD_DEFAULT_COLUMN) != 0,
                               proposed_width (&columns[i]) };

      g_array_append_val (places, place);
    }
  return info->screen_columns != NULL ? arrange (info, places) : places;
}

static AnsColumnPlace *
find (GArray *places, const char *id)
{
  for (guint i = 0; i < places->len; i++)
    {
      AnsColumnPlace *place = &g_array_index (places, AnsColumnPlace, i);

      if (g_str_equal (place->column->id, id))
        return place;
    }
  return NULL;
}

/* One of “id”, “-id”, “id:width”. */
static gboolean
read_place (GArray *places, const char *text, AnsColumnPlace *read)
{
  gboolean hidden = *text == '-';
  g_auto (GStrv) parts = g_strsplit (text + hidden, ":", 2);
  AnsColumnPlace *place = parts[0] != NULL ? find (places, parts[0]) : NULL;
  gint64 width;

  if (place == NULL)
    return FALSE;
  *read = *place;
  read->visible = !hidden;
  if (parts[1] != NULL && g_ascii_string_to_signed (parts[1], 10, 24, 2000, &width, NULL))
    read->width = (int) width;
  return TRUE;
}

GArray *
ans_column_layout_load (const AnsListingInfo *info)
{
  g_autoptr (GVariant) all = g_settings_get_value (ans_settings (), KEY);
  g_autoptr (GArray) proposed = ans_column_layout_default (info);
  GArray *places;
  const char *text;
  g_auto (GStrv) parts = NULL;

  if (!g_variant_lookup (all, info->id, "&s", &text))
    return g_steal_pointer (&proposed);
  places = g_array_new (FALSE, FALSE, sizeof (AnsColumnPlace));
  parts = g_strsplit (text, ",", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      AnsColumnPlace place;

      if (read_place (proposed, parts[i], &place) && find (places, place.column->id) == NULL)
        g_array_append_val (places, place);
    }
  for (guint i = 0; i < proposed->len; i++)
    {
      const AnsColumnPlace *place = &g_array_index (proposed, AnsColumnPlace, i);

      if (find (places, place->column->id) == NULL)
        g_array_append_vals (places, place, 1);
    }
  return places;
}

void
ans_column_layout_save (const AnsListingInfo *info, const GArray *places)
{
  g_autoptr (GVariant) all = g_settings_get_value (ans_settings (), KEY);
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));
  g_autoptr (GString) text = g_string_new (NULL);
  GVariantIter iter;
  const char *id, *other;

  for (guint i = 0; i < places->len; i++)
    {
      const AnsColumnPlace *place = &g_array_index (places, AnsColumnPlace, i);

      g_string_append_printf (text, "%s%s%s", i > 0 ? "," : "", place->visible ? "" : "-",
                              place->column->id);
      if (place->width != proposed_width (place->column))
        g_string_append_printf (text, ":%d", place->width);
    }
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "{&s&s}", &id, &other))
    if (!g_str_equal (id, info->id))
      g_variant_builder_add (&builder, "{ss}", id, other);
  g_variant_builder_add (&builder, "{ss}", info->id, text->str);
  g_settings_set_value (ans_settings (), KEY, g_variant_builder_end (&builder));
}

GStrv
ans_column_layout_visible_ids (const AnsListingInfo *info)
{
  g_autoptr (GArray) places = ans_column_layout_load (info);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < places->len; i++)
    {
      const AnsColumnPlace *place = &g_array_index (places, AnsColumnPlace, i);

      if (place->visible)
        g_strv_builder_add (builder, place->column->id);
    }
  return g_strv_builder_end (builder);
}

void
ans_column_layout_hide (const AnsListingInfo *info, const char *id)
{
  g_autoptr (GArray) places = ans_column_layout_load (info);
  guint visible = 0;

  for (guint i = 0; i < places->len; i++)
    visible += g_array_index (places, AnsColumnPlace, i).visible ? 1 : 0;
  for (guint i = 0; visible > 1 && i < places->len; i++)
    {
      AnsColumnPlace *place = &g_array_index (places, AnsColumnPlace, i);

      if (g_str_equal (place->column->id, id))
        place->visible = FALSE;
    }
  ans_column_layout_save (info, places);
}
