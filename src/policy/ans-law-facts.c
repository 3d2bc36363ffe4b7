/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Facts of a person as FACT=VALUE, read strictly. */
#include "policy/ans-law-facts.h"

#include <glib/gi18n.h>

#include "text/ans-number.h"

G_DEFINE_QUARK (ans - law - error - quark, ans_law_error)

static gboolean
refuse (AnsFact fact, const char *value, GError **error)
{
  const AnsFactInfo *info = ans_fact_info (fact);
  g_autoptr (GString) known = g_string_new (NULL);

  if (info->choices == NULL)
    g_string_append (known, info->format);
  for (guint i = 0; info->choices != NULL && info->choices[i].code != NULL; i++)
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", info->choices[i].code);
  /* Translators: a value of a fact, the fact's name, its title, and what its values are */
  g_set_error (error, ANS_LAW_ERROR, ANS_LAW_ERROR_BAD_VALUE,
               _ ("“%s” is no value of “%s” (%s). It can be: %s."), value, info->name, info->label,
               known->str);
  return FALSE;
}

static gboolean
read_date (const char *text, gboolean may_be_partial, AnsDate *date)
{
  return ans_date_parse_iso (text, date, NULL) && (may_be_partial || ans_date_is_full (*date));
}

static gboolean
read_number (const AnsFactInfo *info, const char *text, gint64 *number)
{
  return g_ascii_isdigit (*text) &&
         g_ascii_string_to_signed (text, 10, info->min, info->max, number, NULL);
}

/* 2015-03-01,2006/hoc; “none” is no child. */
static gboolean
read_children (AnsLawFacts *self, const char *value)
{
  g_auto (GStrv) items = g_strsplit (value, ",", -1);
  AnsLawChild children[ANS_LAW_MAX_CHILDREN];
  guint n = 0;

  if (g_str_equal (value, "none"))
    {
      self->n_children = 0;
      return TRUE;
    }
  for (; items[n] != NULL; n++)
    {
      char *slash = strchr (items[n], '/');
      AnsDate birth;

      if (n == ANS_LAW_MAX_CHILDREN || (slash != NULL && !g_str_equal (slash, "/hoc")))
        return FALSE;
      if (slash != NULL)
        *slash = '\0';
      if (!read_date (items[n], TRUE, &birth))
        return FALSE;
      children[n] = (AnsLawChild) { ans_law_day (birth), !ans_date_is_full (birth), slash != NULL };
    }
  if (n == 0)
    return FALSE;
  memcpy (self->children, children, n * sizeof *children);
  self->n_children = n;
  return TRUE;
}

static gboolean
read_categories (AnsLawFacts *self, const char *value)
{
  g_auto (GStrv) items = g_strsplit (value, "+", -1);
  guint n = g_strv_length (items);

  if (n == 0 || n > ANS_LAW_MAX_CATEGORIES)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      if (*items[i] == '\0' || strlen (items[i]) >= sizeof self->categories[i])
        return FALSE;
      for (guint j = 0; j < i; j++)
        if (g_str_equal (items[i], items[j]))
          return FALSE;
    }
  for (guint i = 0; i < n; i++)
    g_strlcpy (self->categories[i], items[i], sizeof self->categories[i]);
  self->n_categories = n;
  return TRUE;
}

static gboolean
read_rates (AnsLawFacts *self, const AnsFactInfo *info, const char *value)
{
  g_auto (GStrv) items = g_strsplit (value, "+", -1);
  guint n = g_strv_length (items);
  int rates[ANS_LAW_MAX_CATEGORIES];

  if (n == 0 || n > ANS_LAW_MAX_CATEGORIES)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      gint64 rate;

      if (!read_number (info, items[i], &rate))
        return FALSE;
      rates[i] = (int) rate;
    }
  memcpy (self->rates, rates, n * sizeof *rates);
  self->n_rates = n;
  return TRUE;
}

static gboolean
is_of_each (AnsFact fact)
{
  return fact >= ANS_FACT_FIRST_EACH && fact < ANS_FACT_FIRST_EACH + ANS_FACT_N_EACH;
}

/* yes+no: a value for each category; whether one of them is so is the value of all. */
static gboolean
read_each (AnsLawFacts *self, AnsFact fact, const char *value)
{
  const AnsFactInfo *info = ans_fact_info (fact);
  g_auto (GStrv) items = g_strsplit (value, "+", -1);
  guint n = g_strv_length (items);

  if (n > ANS_LAW_MAX_CATEGORIES)
    return FALSE;
  self->value[fact] = 0;
  for (guint i = 0; i < n; i++)
    {
      gint64 one = info->choices != NULL ? ans_fact_find_choice (fact, items[i]) : -1;

      if (info->choices == NULL && !read_number (info, items[i], &one))
        return FALSE;
      if (one < 0)
        return FALSE;
      self->each[fact - ANS_FACT_FIRST_EACH][i] = (guint8) one;
      self->value[fact] = MAX (self->value[fact], one);
    }
  self->n_each[fact - ANS_FACT_FIRST_EACH] = (guint8) n;
  return TRUE;
}

static gboolean
read_value (AnsLawFacts *self, AnsFact fact, const char *value)
{
  const AnsFactInfo *info = ans_fact_info (fact);
  AnsDate date;
  int index;

  if (is_of_each (fact))
    {
      self->n_each[fact - ANS_FACT_FIRST_EACH] = 0;
      if (strchr (value, '+') != NULL)
        return read_each (self, fact, value);
    }
  switch (info->kind)
    {
    case ANS_FACT_KIND_CHOICE:
      index = ans_fact_find_choice (fact, value);
      self->value[fact] = index;
      return index >= 0;
    case ANS_FACT_KIND_DATE:
      if (!read_date (value, FALSE, &date))
        return FALSE;
      self->value[fact] = ans_law_day (date);
      return TRUE;
    case ANS_FACT_KIND_PARTIAL_DATE:
      if (!read_date (value, TRUE, &date))
        return FALSE;
      self->birth = date;
      self->value[fact] = ans_law_day (date);
      return TRUE;
    case ANS_FACT_KIND_MONTH:
      if (!read_date (value, TRUE, &date) || date.month == 0 || date.day != 0)
        return FALSE;
      self->value[fact] = ans_law_day (date) / 100;
      return TRUE;
    case ANS_FACT_KIND_NUMBER:
      return read_number (info, value, &self->value[fact]);
    case ANS_FACT_KIND_NUMBERS:
      return read_rates (self, info, value);
    case ANS_FACT_KIND_CATEGORIES:
      return read_categories (self, value);
    case ANS_FACT_KIND_CHILDREN:
    default:
      return read_children (self, value);
    }
}

gboolean
ans_law_facts_set (AnsLawFacts *self, const char *name, const char *value, GError **error)
{
  AnsFact fact = ans_fact_find (name);
  AnsLawFacts changed = *self;

  if (fact == ANS_FACT_N)
    {
      g_set_error (error, ANS_LAW_ERROR, ANS_LAW_ERROR_UNKNOWN_FACT,
                   _ ("There is no fact “%s”. “assess --facts SCHEME” shows them."), name);
      return FALSE;
    }
  if (!read_value (&changed, fact, value))
    return refuse (fact, value, error);
  changed.given |= ANS_FACT_BIT (fact);
  *self = changed;
  return TRUE;
}

void
ans_law_facts_clear (AnsLawFacts *self, AnsFact fact)
{
  self->given &= ~ANS_FACT_BIT (fact);
}

/* Whether @later is not before @earlier, where both are known. */
static gboolean
check_order (const AnsLawFacts *self, AnsFact earlier, AnsFact later, GError **error)
{
  g_autofree char *one = NULL, *other = NULL;

  if (!ans_law_facts_has (self, earlier) || !ans_law_facts_has (self, later) ||
      self->value[earlier] <= self->value[later])
    return TRUE;
  one = g_strdup_printf ("%s (%s)", ans_fact_info (later)->label, ans_fact_info (later)->name);
  other =
      g_strdup_printf ("%s (%s)", ans_fact_info (earlier)->label, ans_fact_info (earlier)->name);
  g_set_error (error, ANS_LAW_ERROR, ANS_LAW_ERROR_BAD_VALUE,
               /* Translators: two facts, both dates */
               _ ("“%s” is before “%s”. Correct one of them."), one, other);
  return FALSE;
}

gboolean
ans_law_facts_check (const AnsLawFacts *self, GError **error)
{
  if (ans_law_facts_has (self, ANS_FACT_RESUMED) && !ans_law_facts_has (self, ANS_FACT_SUSPENDED))
    {
      g_set_error_literal (error, ANS_LAW_ERROR, ANS_LAW_ERROR_BAD_VALUE,
                           _ ("“resumed” needs “suspended”: from which month was it?"));
      return FALSE;
    }
  return check_order (self, ANS_FACT_BIRTH, ANS_FACT_DEATH, error) &&
         check_order (self, ANS_FACT_BIRTH, ANS_FACT_CERTIFICATE, error) &&
         check_order (self, ANS_FACT_BIRTH, ANS_FACT_DECISION, error) &&
         check_order (self, ANS_FACT_SUSPENDED, ANS_FACT_RESUMED, error);
}

static char *
say_children (const AnsLawFacts *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->n_children == 0)
    return g_strdup ("Không có con");
  g_string_append_printf (text, "Có %u con (", self->n_children);
  for (guint i = 0; i < self->n_children; i++)
    {
      const AnsLawChild *child = &self->children[i];
      g_autofree char *born = ans_date_format (ans_law_date (child->birth));

      g_string_append_printf (text, "%ssinh %s%s%s", i > 0 ? ", " : "", born,
                              child->is_partial ? " ước tính" : "",
                              child->is_studying ? ", đang học" : "");
    }
  g_string_append_c (text, ')');
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
say_list (const AnsLawFacts *self, AnsFact fact)
{
  g_autoptr (GString) text = g_string_new (fact == ANS_FACT_RATE ? "Tỷ lệ tổn thương " : "Loại ");

  if (fact == ANS_FACT_CATEGORY)
    for (guint i = 0; i < self->n_categories; i++)
      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", self->categories[i]);
  else
    for (guint i = 0; i < self->n_rates; i++)
      g_string_append_printf (text, "%s%d %%", i > 0 ? ", " : "", self->rates[i]);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

char *
ans_law_facts_say (const AnsLawFacts *self, AnsFact fact)
{
  const AnsFactInfo *info = ans_fact_info (fact);
  g_autofree char *text = NULL;

  if (!ans_law_facts_has (self, fact))
    return g_strdup ("");
  switch (info->kind)
    {
    case ANS_FACT_KIND_CHOICE:
      return g_strdup (info->choices[self->value[fact]].says);
    case ANS_FACT_KIND_PARTIAL_DATE:
      text = ans_date_format (self->birth);
      break;
    case ANS_FACT_KIND_DATE:
      text = ans_date_format (ans_law_date ((int) self->value[fact]));
      break;
    case ANS_FACT_KIND_MONTH:
      return g_strdup_printf ("%s tháng %02d/%d", info->label, (int) self->value[fact] % 100,
                              (int) self->value[fact] / 100);
    case ANS_FACT_KIND_NUMBER:
      text = ans_number_format (self->value[fact]);
      break;
    case ANS_FACT_KIND_CHILDREN:
      return say_children (self);
    case ANS_FACT_KIND_NUMBERS:
    case ANS_FACT_KIND_CATEGORIES:
    default:
      return say_list (self, fact);
    }
  return g_strdup_printf ("%s: %s", info->label, text);
}
