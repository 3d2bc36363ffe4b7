/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list/ans-filter-values.h"

#include <glib/gi18n.h>

#include "text/ans-fold.h"

static void
value_free (gpointer data)
{
  AnsFilterValue *value = data;

  g_free (value->value);
  g_free (value->label);
  g_free (value);
}

static void
add (GPtrArray *values, const char *value, const char *label)
{
  AnsFilterValue *one = g_new0 (AnsFilterValue, 1);

  one->value = g_strdup (value);
  one->label = g_strdup (label);
  g_ptr_array_add (values, one);
}

static gboolean
add_record (gint64 id, const char *const *row, gpointer data)
{
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  add (data, value, row[0] != NULL ? row[0] : "–");
  return TRUE;
}

/* The records that were there on the day of the list. */
static void
add_records (GPtrArray *values, AnsListing *listing, const char *target)
{
  AnsBook *book = ans_listing_get_book (listing);
  AnsConnection *connection = ans_book_get_connection (book);
  const AnsListingInfo *info = ans_listing_info_find (target);
  const char *columns[] = { NULL, NULL };
  g_autoptr (AnsListing) records = NULL;
  g_autoptr (AnsListingResult) result = NULL;

  if (info == NULL)
    return;
  columns[0] = info->reg->name_field;
  records = ans_listing_new (book, info);
  ans_listing_set_as_of (records, ans_listing_get_as_of (listing));
  result = ans_listing_run (records, connection, 0, NULL);
  if (result != NULL)
    ans_listing_fetch (records, connection, (const gint64 *) result->ids->data, result->ids->len,
                       columns, add_record, values, NULL);
}

GPtrArray *
ans_filter_values_get (AnsListing *listing, const AnsListingColumn *column)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (value_free);

  g_return_val_if_fail (ANS_IS_LISTING (listing), values);
  g_return_val_if_fail (column != NULL, values);

  if (column->kind == ANS_FIELD_BOOLEAN)
    {
      add (values, "1", _ ("yes"));
      add (values, "0", _ ("no"));
    }
  else if (column->field != NULL && column->field->choices != NULL)
    for (const AnsChoice *choice = column->field->choices; choice->code != NULL; choice++)
      add (values, choice->code, choice->label);
  else if (column->kind == ANS_FIELD_REFERENCE && column->field != NULL)
    add_records (values, listing, column->field->target);
  return values;
}

gboolean
ans_filter_values_match (const char *label, const char *typed)
{
  g_autofree char *in = ans_fold (label);
  g_autofree char *what = ans_fold (typed);

  return *what == '\0' || strstr (in, what) != NULL;
}

gboolean
ans_filter_values_suits (const AnsListingColumn *column)
{
  return (column->flags & ANS_FIELD_FILTER) != 0 && !g_str_equal (column->id, "village") &&
         (column->kind == ANS_FIELD_BOOLEAN || column->kind == ANS_FIELD_CHOICE ||
          column->kind == ANS_FIELD_CHOICES || column->kind == ANS_FIELD_REFERENCE);
}
