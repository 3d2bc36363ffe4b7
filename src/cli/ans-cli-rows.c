/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/ans-cli-rows.h"

#include "cli/ans-cli-output.h"

#define PAGE 500

/* Titles of referenced records that are kept; a list in the order of households asks for the same
 * few again and again. */
#define MAX_TITLES 10000

typedef struct
{
  AnsBook *book;
  const AnsListingColumn **columns; /* NULL is the id */
  guint n_columns;
  GHashTable **titles; /* by column: id as text → title */
  AnsCliRowsFormat format;
  FILE *stream;
  guint n_written;
} Writer;

static const char *
title_of (Writer *self, guint index, const char *value)
{
  GHashTable *titles = self->titles[index];
  char *title = g_hash_table_lookup (titles, value);

  if (title == NULL)
    {
      if (g_hash_table_size (titles) >= MAX_TITLES)
        g_hash_table_remove_all (titles);
      title = ans_listing_column_display (self->book, self->columns[index], value);
      g_hash_table_insert (titles, g_strdup (value), title);
    }
  return title;
}

/* The value as it is written: @is_literal says that JSON takes it without quotes. */
static const char *
readable (Writer *self, guint index, const char *value, gboolean *is_literal)
{
  const AnsListingColumn *column = self->columns[index];
  const AnsChoice *choice;

  *is_literal = FALSE;
  if (value == NULL || *value == '\0')
    return NULL;
  switch (column->kind)
    {
    case ANS_FIELD_INTEGER:
    case ANS_FIELD_MONEY:
    case ANS_FIELD_DECIMAL:
      *is_literal = TRUE;
      return value;
    case ANS_FIELD_BOOLEAN:
      *is_literal = TRUE;
      if (self->format == ANS_CLI_ROWS_CSV)
        return value;
      return g_str_equal (value, "1") ? "true" : "false";
    case ANS_FIELD_CHOICE:
      choice = column->field != NULL ? ans_field_get_choice (column->field, value) : NULL;
      return choice != NULL ? choice->label : value;
    case ANS_FIELD_CHOICES:
    case ANS_FIELD_REFERENCE:
      return title_of (self, index, value);
    case ANS_FIELD_TEXT:
    case ANS_FIELD_LONG_TEXT:
    case ANS_FIELD_NAME:
    case ANS_FIELD_IDENTIFIER:
    case ANS_FIELD_DATE:
    case ANS_FIELD_PARTIAL_DATE:
    default:
      return value;
    }
}

static gboolean
write_row (gint64 id, const char *const *values, gpointer data)
{
  Writer *self = data;
  gboolean json = self->format == ANS_CLI_ROWS_JSON;
  guint next = 0;

  if (json)
    fputs (self->n_written > 0 ? ",\n    [" : "\n    [", self->stream);
  for (guint i = 0; i < self->n_columns; i++)
    {
      gboolean is_literal;
      const char *text;

      if (i > 0)
        fputs (json ? ", " : ",", self->stream);
      if (self->columns[i] == NULL)
        {
          fprintf (self->stream, "%" G_GINT64_FORMAT, id);
          continue;
        }
      text = readable (self, i, values[next++], &is_literal);
      if (!json)
        ans_cli_write_csv (self->stream, text);
      else if (is_literal)
        fputs (text, self->stream);
      else
        ans_cli_write_json_string (self->stream, text);
    }
  fputs (json ? "]" : "\n", self->stream);
  self->n_written++;
  /* Nobody reads on: stop asking. */
  return !ferror (self->stream);
}

static gboolean
write_pages (Writer *self,
             AnsListing *listing,
             const GArray *ids,
             const char *const *asked,
             AnsCliProgress *progress,
             GError **error)
{
  for (guint start = 0; start < ids->len && !ferror (self->stream); start += PAGE)
    {
      if (!ans_listing_fetch (listing, ans_book_get_connection (self->book),
                              &g_array_index (ids, gint64, start), MIN (PAGE, ids->len - start),
                              asked, write_row, self, error))
        return FALSE;
      ans_cli_progress_report (progress, (double) start / ids->len, NULL);
    }
  return TRUE;
}

gboolean
ans_cli_rows_write (AnsListing *listing,
                    const GArray *ids,
                    const char *const *columns,
                    AnsCliRowsFormat format,
                    FILE *stream,
                    AnsCliProgress *progress,
                    GError **error)
{
  guint n = g_strv_length ((char **) columns);
  g_autofree const AnsListingColumn **known = g_new0 (const AnsListingColumn *, n);
  g_autofree GHashTable **titles = g_new0 (GHashTable *, n);
  g_autoptr (GPtrArray) asked = g_ptr_array_new ();
  Writer writer = {
    ans_listing_get_book (listing), known, n, titles, format, stream, 0,
  };
  gboolean done;

  for (guint i = 0; i < n; i++)
    {
      titles[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      if (g_str_equal (columns[i], ANS_CLI_ROWS_ID))
        continue;
      known[i] = ans_listing_info_get_column (ans_listing_get_info (listing), columns[i]);
      g_ptr_array_add (asked, (gpointer) columns[i]);
    }
  /* A listing gives no row without a column. */
  if (asked->len == 0)
    g_ptr_array_add (asked, (gpointer) ans_listing_get_info (listing)->default_sort);
  g_ptr_array_add (asked, NULL);

  done = write_pages (&writer, listing, ids, (const char *const *) asked->pdata, progress, error);
  for (guint i = 0; i < n; i++)
    g_hash_table_unref (titles[i]);
  return done;
}
