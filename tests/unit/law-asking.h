/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks the law in the words of the command line. */
#pragma once

#include "policy/ans-law-schedule.h"

static inline void
law_read_facts (const char *text, AnsLawFacts *facts)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  *facts = (AnsLawFacts) { 0 };
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      char *equals = strchr (words[i], '=');

      if (*words[i] == '\0')
        continue;
      g_assert_nonnull (equals);
      *equals = '\0';
      ans_law_facts_set (facts, words[i], equals + 1, &error);
      g_assert_no_error (error);
    }
}

static inline int
law_day (const char *iso)
{
  AnsDate date;

  g_assert_true (ans_date_parse_iso (iso, &date, NULL));
  return ans_law_day (date);
}

static inline AnsLawAnswer *
law_ask_of (AnsLaw *law, const char *scheme, const char *text, const char *day)
{
  AnsLawAnswer *answer = ans_law_answer_new (TRUE);
  AnsLawFacts facts;

  law_read_facts (text, &facts);
  g_assert_cmpint (ans_law_scheme_find (scheme), <, ANS_LAW_N_SCHEMES);
  ans_law_ask (law, ans_law_scheme_find (scheme), &facts, law_day (day), answer);
  return answer;
}

/* “5.4 720000 + 5.6-N 540000”, “-” if nothing is paid */
static inline char *
law_show_lines (const AnsLawLine *lines, guint n)
{
  GString *text = g_string_new (n == 0 ? "-" : NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s %" G_GINT64_FORMAT, i > 0 ? " + " : "", lines[i].code,
                            lines[i].amount);
  return g_string_free_and_steal (text);
}

static inline char *
law_show (const char *scheme, const char *text, const char *day)
{
  g_autoptr (AnsLawAnswer) answer = law_ask_of (ans_law_get_default (), scheme, text, day);

  return law_show_lines (answer->lines, answer->n_lines);
}

/* What one answer must be; @words must stand in a reason if there are some. */
typedef struct
{
  const char *scheme, *facts, *day, *lines, *words;
} LawCase;

static inline void
law_assert (const LawCase *one)
{
  g_autoptr (AnsLawAnswer) answer =
      law_ask_of (ans_law_get_default (), one->scheme, one->facts, one->day);
  g_autofree char *lines = law_show_lines (answer->lines, answer->n_lines);
  gboolean found = one->words == NULL;

  for (guint i = 0; i < answer->reasons->len; i++)
    found |= one->words != NULL && strstr (answer->reasons->pdata[i], one->words) != NULL;
  if (g_strcmp0 (lines, one->lines) == 0 && found)
    return;
  for (guint i = 0; i < answer->reasons->len; i++)
    g_printerr ("# %s\n", (char *) answer->reasons->pdata[i]);
  g_error ("%s %s on %s: “%s”, not “%s”%s%s", one->scheme, one->facts, one->day, lines, one->lines,
           found ? "" : " or nobody says ", found ? "" : one->words);
}
