/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "listing/ans-search.h"

#include <string.h>

#include "text/ans-fold.h"

static gboolean
is_in_word (gunichar letter)
{
  return letter < 0x80 ? g_ascii_isalnum ((char) letter)
                       : g_unichar_isalnum (letter) || g_unichar_ismark (letter);
}

const char *
ans_search_next_word (const char **text, gsize *length)
{
  const char *p = *text;
  const char *start;

  while (*p != '\0' && !is_in_word (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  start = p;
  while (*p != '\0' && is_in_word (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  *text = p;
  *length = (gsize) (p - start);
  return *length > 0 ? start : NULL;
}

static char **
split_words (const char *text)
{
  GPtrArray *words = g_ptr_array_new ();
  const char *word;
  gsize length;

  while ((word = ans_search_next_word (&text, &length)) != NULL)
    g_ptr_array_add (words, g_strndup (word, length));
  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_free (words, FALSE);
}

static gboolean
is_letters (const char *word)
{
  for (const char *p = word; *p != '\0'; p++)
    if (!g_ascii_isalpha (*p))
      return FALSE;
  return TRUE;
}

/* ("nguyen" * AND "an" *) */
static void
append_words (GString *match, char **words)
{
  g_string_append_c (match, '(');
  for (guint i = 0; words[i] != NULL; i++)
    g_string_append_printf (match, "%s\"%s\" *", i > 0 ? " AND " : "", words[i]);
  g_string_append_c (match, ')');
}

/* {name_fold numbers} : ("nguyen" * AND "an" *) OR initials : ("nta" *) */
static void
build_match (AnsSearch *self, const AnsRegister *reg)
{
  /* What is found through others is asked of their indexes too, whose columns are others. */
  gboolean own = reg->search_also == NULL;
  GString *match = g_string_new (own ? "{" : NULL);
  gboolean has_initials = FALSE;

  for (guint i = 0; own && reg->search_columns[i] != NULL; i++)
    if (g_str_equal (reg->search_columns[i], "initials"))
      has_initials = TRUE;
    else
      g_string_append_printf (match, " %s", reg->search_columns[i]);
  g_string_append (match, own ? " } : " : "");
  append_words (match, self->words);

  self->may_be_initials = has_initials && self->words[1] == NULL && strlen (self->words[0]) >= 2 &&
                          is_letters (self->words[0]);
  if (self->may_be_initials)
    g_string_append_printf (match, " OR initials : (\"%s\" *)", self->words[0]);
  self->match = g_string_free_and_steal (match);

  if (own && g_str_equal (reg->search_columns[0], "name_fold"))
    {
      GString *names = g_string_new ("name_fold : ");

      append_words (names, self->words);
      self->name_match = g_string_free_and_steal (names);
    }
}

AnsSearch *
ans_search_new (const AnsRegister *reg, const char *text)
{
  AnsSearch *self;
  g_autofree char *folded = ans_fold (text);
  g_auto (GStrv) words = split_words (folded);
  g_autofree char *marks = NULL;

  if (words[0] == NULL || (reg->search_columns == NULL && reg->search_also == NULL))
    return NULL;

  self = g_new0 (AnsSearch, 1);
  marks = ans_fold_marks (text);
  self->marked = split_words (marks);
  self->has_marks = ans_has_marks (text) && g_strv_length (self->marked) == g_strv_length (words);
  self->words = g_steal_pointer (&words);
  build_match (self, reg);
  return self;
}

void
ans_search_free (AnsSearch *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->words);
  g_strfreev (self->marked);
  g_free (self->match);
  g_free (self->name_match);
  g_free (self);
}

/* Whether @word begins one of the words of @text. */
static gboolean
begins_word (const char *text, const char *word)
{
  gsize wanted = strlen (word), length;
  const char *found;

  while (text != NULL && (found = ans_search_next_word (&text, &length)) != NULL)
    if (length >= wanted && memcmp (found, word, wanted) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
begin_words (const char *text, char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (!begins_word (text, words[i]))
      return FALSE;
  return TRUE;
}

static gboolean
is_found_by_numbers (const AnsSearch *self, const AnsSearchTexts *texts)
{
  g_autofree char *numbers = NULL;

  if (texts->numbers == NULL)
    return FALSE;
  numbers = g_utf8_strdown (texts->numbers, -1);
  for (guint i = 0; self->words[i] != NULL; i++)
    if (!begins_word (texts->name_fold, self->words[i]) && !begins_word (numbers, self->words[i]))
      return FALSE;
  return TRUE;
}

AnsSearchRank
ans_search_rank (const AnsSearch *self, const AnsSearchTexts *texts)
{
  if (begin_words (texts->name_fold, self->words))
    {
      g_autofree char *marks = NULL;

      if (!self->has_marks)
        return ANS_SEARCH_RANK_NAME;
      marks = ans_fold_marks (texts->name);
      return begin_words (marks, self->marked) ? ANS_SEARCH_RANK_EXACT : ANS_SEARCH_RANK_NAME;
    }
  if ((self->may_be_initials && begins_word (texts->initials, self->words[0])) ||
      is_found_by_numbers (self, texts))
    return ANS_SEARCH_RANK_OTHER;
  return ANS_SEARCH_RANK_NONE;
}

/* The function of SQL. */

static void
free_search (void *data)
{
  ans_search_free (data);
}

static void
rank_in_sql (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  AnsSearch *search = sqlite3_get_auxdata (context, 0);
  AnsSearchTexts texts = {
    .name_fold = (const char *) sqlite3_value_text (values[1]),
    .name = (const char *) sqlite3_value_text (values[2]),
    .initials = (const char *) sqlite3_value_text (values[3]),
    .numbers = (const char *) sqlite3_value_text (values[4]),
  };
  AnsSearchRank rank;

  if (search == NULL)
    {
      const char *text = (const char *) sqlite3_value_text (values[0]);

      search = text != NULL ? ans_search_new (&ans_register_people, text) : NULL;
      if (search == NULL)
        return;
      sqlite3_set_auxdata (context, 0, search, free_search);
      /* SQLite frees it at once when there is no memory. */
      if (sqlite3_get_auxdata (context, 0) == NULL)
        {
          sqlite3_result_error_nomem (context);
          return;
        }
    }
  rank = ans_search_rank (search, &texts);
  if (rank != ANS_SEARCH_RANK_NONE)
    sqlite3_result_int (context, (int) rank);
}

gboolean
ans_search_add_function (AnsConnection *connection, GError **error)
{
  static const char mark[] = "ans-search-rank";
  sqlite3 *handle = ans_connection_get_handle (connection);
  int code;

  if (sqlite3_get_clientdata (handle, mark) != NULL)
    return TRUE;
  code = sqlite3_create_function_v2 (handle, "ans_search_rank", 5,
                                     SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL,
                                     rank_in_sql, NULL, NULL, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_set_clientdata (handle, mark, (void *) mark, NULL);
  if (code == SQLITE_OK)
    return TRUE;
  ans_connection_set_error (connection, code, error);
  return FALSE;
}
