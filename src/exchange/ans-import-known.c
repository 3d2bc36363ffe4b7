/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The people of the book by name and by old number, read once: the book has no index that would
 * find a name whatever its case and spelling of the tone, nor one of old numbers. Only hashes are
 * kept, so that a million people take some megabytes; who is found is looked at in the book. */
#include "exchange/ans-import-private.h"
#include "text/ans-fold.h"

typedef struct
{
  guint hash;
  gint64 id;
} Entry;

struct _AnsImportKnown
{
  AnsBook *book;
  gboolean is_read;
  GArray *names; /* sorted by hash */
  GArray *old_numbers;
};

AnsImportKnown *
ans_import_known_new (AnsBook *book)
{
  AnsImportKnown *self = g_new0 (AnsImportKnown, 1);

  self->book = book;
  self->names = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->old_numbers = g_array_new (FALSE, FALSE, sizeof (Entry));
  return self;
}

void
ans_import_known_free (AnsImportKnown *self)
{
  g_array_unref (self->names);
  g_array_unref (self->old_numbers);
  g_free (self);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *first = a, *second = b;

  if (first->hash != second->hash)
    return first->hash < second->hash ? -1 : 1;
  return first->id < second->id ? -1 : first->id > second->id;
}

static void
add (GArray *entries, const char *text, gint64 id)
{
  Entry entry = { g_str_hash (text), id };

  g_array_append_val (entries, entry);
}

static void
read_people (AnsImportKnown *self)
{
  g_autoptr (AnsStatement) people = ans_connection_prepare (
      ans_book_get_connection (self->book), "SELECT id, full_name, old_id_no FROM person", NULL);

  self->is_read = TRUE;
  if (people == NULL)
    return;
  while (ans_statement_step (people, NULL))
    {
      gint64 id = ans_statement_int (people, 0);
      const char *number = ans_statement_text (people, 2);
      g_autofree char *marks = ans_fold_marks (ans_statement_text (people, 1));

      add (self->names, marks, id);
      if (number != NULL)
        add (self->old_numbers, number, id);
    }
  g_array_sort (self->names, compare_entries);
  g_array_sort (self->old_numbers, compare_entries);
}

gboolean
ans_import_known_is_empty (AnsImportKnown *self)
{
  if (!self->is_read)
    read_people (self);
  return self->names->len == 0;
}

static GArray *
find (GArray *entries, const char *text)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint hash = g_str_hash (text);
  guint low = 0, high = entries->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (entries, Entry, middle).hash < hash)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < entries->len && g_array_index (entries, Entry, low).hash == hash; low++)
    g_array_append_val (ids, g_array_index (entries, Entry, low).id);
  return ids;
}

GArray *
ans_import_known_by_name (AnsImportKnown *self, const char *marks)
{
  if (!self->is_read)
    read_people (self);
  return find (self->names, marks);
}

GArray *
ans_import_known_by_old_number (AnsImportKnown *self, const char *number)
{
  if (!self->is_read)
    read_people (self);
  return find (self->old_numbers, number);
}
