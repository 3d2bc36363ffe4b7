/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filling the table of a search from the book. */
#include "listing/ans-search-table-private.h"

#include <string.h>

#include "text/ans-fold.h"

/* More than so many odd ones, each read as text in every search, are too slow. */
#define MAX_ODD 3000

/* While it is filled, people come by id, which reads the file from one end to the other; their
 * words are put into the order of names afterwards. */
typedef struct
{
  AnsSearchTable *table;
  GHashTable *codes; /* word as written → code + 1 */
  guint32 *place_of; /* by id: place + 1 */
  guint n_place_of;
  guint32 *word_starts; /* by place */
  guint32 *number_starts;
  GArray *words; /* in the order of ids */
  GArray *numbers;
  gboolean too_many;
} Filling;

static void
clear_word (gpointer data)
{
  AnsSearchWord *word = data;

  g_free (word->folded);
  g_free (word->marked);
}

static void
clear_odd (gpointer data)
{
  AnsSearchOdd *odd = data;

  g_free ((char *) odd->texts.name_fold);
  g_free ((char *) odd->texts.name);
  g_free ((char *) odd->texts.initials);
  g_free ((char *) odd->texts.numbers);
}

static int
compare_odd (gconstpointer a, gconstpointer b)
{
  guint x = ((const AnsSearchOdd *) a)->place, y = ((const AnsSearchOdd *) b)->place;

  return (x > y) - (x < y);
}

/* The code of a word; @goes_on if no space is before it, so that it gives nothing to initials. */
static gboolean
find_code (Filling *self, const char *word, gsize length, gboolean goes_on, guint16 *code)
{
  GArray *vocabulary = self->table->vocabulary;
  char key[256];
  gpointer known;
  AnsSearchWord added = { NULL };

  if (length + 2 > sizeof key)
    return FALSE;
  key[0] = goes_on ? '+' : ' ';
  memcpy (key + 1, word, length);
  key[length + 1] = '\0';
  known = g_hash_table_lookup (self->codes, key);
  if (known == NULL)
    {
      if (vocabulary->len > G_MAXUINT16)
        return FALSE;
      added.folded = ans_fold (key + 1);
      added.marked = ans_fold_marks (key + 1);
      if (!goes_on)
        added.initial = g_ascii_isalnum (added.folded[0]) ? added.folded[0] : '\1';
      g_array_append_val (vocabulary, added);
      known = GUINT_TO_POINTER (vocabulary->len);
      g_hash_table_insert (self->codes, g_strdup (key), known);
    }
  *code = (guint16) (GPOINTER_TO_UINT (known) - 1);
  return TRUE;
}

/* Takes the words of a name; FALSE if they do not give back what is kept beside the name. */
static gboolean
add_words (Filling *self, const AnsSearchTexts *texts, guint8 *n_words)
{
  const char *text = texts->name, *before = text, *word, *folded_text = texts->name_fold, *folded;
  const char *initials = texts->initials != NULL ? texts->initials : "";
  gsize length, folded_length;
  guint n = 0;

  if (text == NULL || folded_text == NULL)
    return text == NULL && folded_text == NULL && *initials == '\0';
  while ((word = ans_search_next_word (&text, &length)) != NULL)
    {
      gboolean goes_on =
          before != texts->name && memchr (before, ' ', (gsize) (word - before)) == NULL;
      const AnsSearchWord *entry;
      guint16 code;

      before = text;
      if (n == G_MAXUINT8 || !find_code (self, word, length, goes_on, &code))
        return FALSE;
      entry = &g_array_index (self->table->vocabulary, AnsSearchWord, code);
      folded = ans_search_next_word (&folded_text, &folded_length);
      if (folded == NULL || strlen (entry->folded) != folded_length ||
          memcmp (entry->folded, folded, folded_length) != 0)
        return FALSE;
      if (entry->initial != '\0' && *initials++ != entry->initial)
        return FALSE;
      g_array_append_val (self->words, code);
      n++;
    }
  *n_words = (guint8) n;
  return ans_search_next_word (&folded_text, &folded_length) == NULL && *initials == '\0';
}

static gboolean
add_numbers (Filling *self, const char *text, guint8 *n_numbers)
{
  const char *word;
  gsize length;
  guint n = 0;

  while (text != NULL && (word = ans_search_next_word (&text, &length)) != NULL)
    {
      char small[ANS_SEARCH_PACKED];
      gboolean has_digit = FALSE;
      guint32 packed;

      for (gsize i = 0; i < MIN (length, ANS_SEARCH_PACKED); i++)
        {
          small[i] = g_ascii_tolower (word[i]);
          has_digit |= g_ascii_isdigit (small[i]);
        }
      /* Without a digit there might be a word that differs after what is kept. */
      if (n == G_MAXUINT8 || !ans_search_pack (small, length, &packed) ||
          (length > ANS_SEARCH_PACKED && !has_digit))
        return FALSE;
      g_array_append_val (self->numbers, packed);
      n++;
    }
  *n_numbers = (guint8) n;
  return TRUE;
}

static void
add_odd (Filling *self, guint place, const AnsSearchTexts *texts)
{
  AnsSearchOdd odd = { place,
                       { g_strdup (texts->name_fold), g_strdup (texts->name),
                         g_strdup (texts->initials), g_strdup (texts->numbers) } };

  g_array_append_val (self->table->odd, odd);
  self->too_many = self->table->odd->len > MAX_ODD;
}

static void
add_person (Filling *self, gint64 id, const AnsSearchTexts *texts)
{
  AnsSearchTable *table = self->table;
  guint n_words = self->words->len, n_numbers = self->numbers->len;
  guint place;

  if (id < 0 || id >= self->n_place_of || self->place_of[id] == 0)
    return;
  place = self->place_of[id] - 1;
  self->word_starts[place] = n_words;
  self->number_starts[place] = n_numbers;
  if (add_words (self, texts, &table->n_words[place]) &&
      add_numbers (self, texts->numbers, &table->n_numbers[place]))
    return;
  table->n_words[place] = table->n_numbers[place] = 0;
  g_array_set_size (self->words, n_words);
  g_array_set_size (self->numbers, n_numbers);
  add_odd (self, place, texts);
}

static gboolean
read_order (Filling *self, AnsConnection *connection, GError **error)
{
  AnsSearchTable *table = self->table;
  g_autoptr (AnsStatement) select = ans_connection_prepare (
      connection, "SELECT p.id FROM person p ORDER BY p.sort_key, p.id", error);
  gint64 n = ans_connection_get_int (connection, "SELECT count(*) FROM person", 0);
  gint64 last = ans_connection_get_int (connection, "SELECT coalesce(max(id), 0) FROM person", 0);
  GError *local = NULL;

  if (select == NULL)
    return FALSE;
  /* A book of which most people were deleted is not worth the room. */
  if (n > G_MAXINT32 || last > 1000 + 8 * n)
    {
      self->too_many = TRUE;
      return TRUE;
    }
  self->n_place_of = (guint) last + 1;
  self->place_of = g_new0 (guint32, self->n_place_of);
  table->ids = g_new (guint32, (gsize) n + 1);
  while (table->n < n && ans_statement_step (select, &local))
    {
      gint64 id = ans_statement_int (select, 0);

      table->ids[table->n++] = (guint32) id;
      self->place_of[id] = table->n;
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

static gboolean
read_people (Filling *self, AnsConnection *connection, GError **error)
{
  AnsSearchTable *table = self->table;
  g_autoptr (AnsStatement) select = ans_connection_prepare (
      connection, "SELECT id, name_fold, full_name, initials, numbers FROM person ORDER BY id",
      error);
  GError *local = NULL;

  if (select == NULL)
    return FALSE;
  table->n_words = g_new0 (guint8, table->n + 1);
  table->n_numbers = g_new0 (guint8, table->n + 1);
  self->word_starts = g_new0 (guint32, table->n + 1);
  self->number_starts = g_new0 (guint32, table->n + 1);
  while (!self->too_many && ans_statement_step (select, &local))
    {
      AnsSearchTexts texts = {
        .name_fold = ans_statement_text (select, 1),
        .name = ans_statement_text (select, 2),
        .initials = ans_statement_text (select, 3),
        .numbers = ans_statement_text (select, 4),
      };

      add_person (self, ans_statement_int (select, 0), &texts);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

/* From the order of ids into that of names. */
static void
sort_words (Filling *self)
{
  AnsSearchTable *table = self->table;
  guint16 *words = table->words = g_new (guint16, self->words->len + 1);

  for (guint place = 0; place < table->n; place++)
    {
      if (table->n_words[place] == 0)
        continue;
      memcpy (words, &g_array_index (self->words, guint16, self->word_starts[place]),
              table->n_words[place] * sizeof *words);
      words += table->n_words[place];
    }
  g_clear_pointer (&self->words, g_array_unref);
}

static void
sort_numbers (Filling *self)
{
  AnsSearchTable *table = self->table;
  guint32 *numbers = table->numbers = g_new (guint32, self->numbers->len + 1);

  for (guint place = 0; place < table->n; place++)
    {
      for (guint i = 0; i < table->n_numbers[place]; i++)
        {
          guint32 number =
              g_array_index (self->numbers, guint32, self->number_starts[place] + i);

          *numbers++ = number;
          table->number_starts[number / ANS_SEARCH_FIRST] = TRUE;
        }
    }
  g_clear_pointer (&self->numbers, g_array_unref);
}

static gboolean
fill (Filling *self, AnsConnection *connection, GError **error)
{
  self->table->action =
      ans_connection_get_int (connection, "SELECT coalesce(max(id), 0) FROM action", 0);
  return read_order (self, connection, error) &&
         (self->too_many || read_people (self, connection, error));
}

AnsSearchTable *
ans_search_table_new (AnsConnection *connection, GError **error)
{
  g_autoptr (AnsSearchTable) table = g_new0 (AnsSearchTable, 1);
  Filling filling = { .table = table };
  gboolean done;

  g_atomic_ref_count_init (&table->ref_count);
  table->vocabulary = g_array_new (FALSE, FALSE, sizeof (AnsSearchWord));
  g_array_set_clear_func (table->vocabulary, clear_word);
  table->odd = g_array_new (FALSE, FALSE, sizeof (AnsSearchOdd));
  g_array_set_clear_func (table->odd, clear_odd);
  filling.codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  filling.words = g_array_new (FALSE, FALSE, sizeof (guint16));
  filling.numbers = g_array_new (FALSE, FALSE, sizeof (guint32));

  /* One transaction: all of it is of the same moment. */
  done = ans_connection_exec (connection, "BEGIN", error);
  if (done)
    {
      done = fill (&filling, connection, error);
      ans_connection_exec (connection, "COMMIT", NULL);
    }
  g_hash_table_unref (filling.codes);
  g_free (filling.place_of);
  if (done && !filling.too_many)
    {
      sort_words (&filling);
      sort_numbers (&filling);
      g_array_sort (table->odd, compare_odd);
    }
  g_clear_pointer (&filling.words, g_array_unref);
  g_clear_pointer (&filling.numbers, g_array_unref);
  g_free (filling.word_starts);
  g_free (filling.number_starts);
  return done && !filling.too_many ? g_steal_pointer (&table) : NULL;
}
