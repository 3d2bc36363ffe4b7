/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "listing/ans-search.h"

#include "text/ans-fold.h"

/* Splits at everything that the full-text tokenizer splits at. */
static char **
split_words (const char *text)
{
  GPtrArray *words = g_ptr_array_new ();
  const char *start = NULL;

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);
      gboolean inside = letter != 0 && (g_unichar_isalnum (letter) || g_unichar_ismark (letter));

      if (inside && start == NULL)
        start = p;
      if (!inside && start != NULL)
        {
          g_ptr_array_add (words, g_strndup (start, (gsize) (p - start)));
          start = NULL;
        }
      if (letter == 0)
        break;
    }
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

/* {name_fold numbers} : ("nguyen"* AND "an"*) OR initials : "nta"* */
static char *
build_match (const AnsRegister *reg, char **words)
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
  g_string_append (match, own ? " } : (" : "(");
  for (guint i = 0; words[i] != NULL; i++)
    g_string_append_printf (match, "%s\"%s\" *", i > 0 ? " AND " : "", words[i]);
  g_string_append_c (match, ')');

  if (has_initials && words[1] == NULL && strlen (words[0]) >= 2 && is_letters (words[0]))
    g_string_append_printf (match, " OR initials : (\"%s\" *)", words[0]);
  return g_string_free_and_steal (match);
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
  self->has_marks =
      ans_has_marks (text) && g_strv_length (self->marked) == g_strv_length (words);
  self->match = build_match (reg, words);
  self->words = g_steal_pointer (&words);
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
  g_free (self);
}
