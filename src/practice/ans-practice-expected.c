/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the figures of the practice commune must be, so that a test can hold it against what the
 * program makes of the book: nothing here reads a book. */
#include <json-glib/json-glib.h>
#include <string.h>

#include "practice/ans-practice-model.h"
#include "practice/ans-practice-plan.h"
#include "practice/ans-practice-resources.h"
#include "registry/ans-choices.h"
#include "plan/ans-plan-choices.h"

#define VALUES      "/vn/soansinh/SoAnSinh/practice/plan-values.json"
#define YEAR        "2022"
#define WORKING_AGE 15

/* --- people ----------------------------------------------------------------------------------- */

/* Years completed on the last day, of a birth of which perhaps only the year is known. */
static int
age_of (const AnsPracticePerson *person)
{
  const AnsDate birth = person->known_birth;
  int years = ANS_PRACTICE_TODAY_YEAR - birth.year;
  gboolean is_later =
      birth.month > ANS_PRACTICE_TODAY_MONTH ||
      (birth.month == ANS_PRACTICE_TODAY_MONTH && birth.day > ANS_PRACTICE_TODAY_DAY);

  return is_later ? years - 1 : years;
}

void
ans_practice_labour_count (AnsPracticeLabour *counts, const AnsPracticeHousehold *household)
{
  for (guint i = 0; i < household->n_people; i++)
    {
      const AnsPracticePerson *person = &household->people[i];
      gboolean works, looks;

      if (!person->living)
        continue;
      counts->people++;
      counts->men += person->male;
      counts->women += !person->male;
      if (age_of (person) < WORKING_AGE)
        continue;
      works = g_strcmp0 (person->labour_status, "CO_VIEC_LAM") == 0;
      looks = g_strcmp0 (person->labour_status, "THAT_NGHIEP") == 0;
      counts->employed += works;
      counts->employed_women += works && !person->male;
      counts->farming += works && g_strcmp0 (person->industry, "NLTS") == 0;
      if (!works && !looks)
        continue;
      counts->force++;
      counts->trained += person->qualification != NULL && *person->qualification >= '1';
      counts->certified += person->qualification != NULL && *person->qualification >= '2';
    }
}

/* --- the table -------------------------------------------------------------------------------- */

static void
figure_free (gpointer data)
{
  g_free (((AnsPracticeFigure *) data)->code);
  g_free (data);
}

static AnsPracticeFigure *
add (GPtrArray *all, const char *code, AnsOrigin origin)
{
  AnsPracticeFigure *figure = g_new0 (AnsPracticeFigure, 1);

  *figure = (AnsPracticeFigure) { .code = g_strdup (code),
                                  .state = ANS_FIGURE_VALUE,
                                  .origin = origin,
                                  .value = ANS_RATIONAL_ZERO,
                                  .numerator = -1,
                                  .denominator = -1 };
  g_ptr_array_add (all, figure);
  return figure;
}

static void
set_share (AnsPracticeFigure *figure, gint64 part, gint64 whole)
{
  figure->numerator = part;
  figure->denominator = whole;
  if (whole == 0)
    figure->state = ANS_FIGURE_NOT_ARISEN;
  else
    figure->value = ans_rational_new (100 * part, whole);
}

static void
add_share (GPtrArray *all, const char *code, gint64 part, gint64 whole)
{
  set_share (add (all, code, ANS_ORIGIN_COMPUTED), part, whole);
}

static AnsPracticeFigure *
add_count (GPtrArray *all, const char *code, gint64 value, gint64 numerator)
{
  AnsPracticeFigure *figure = add (all, code, ANS_ORIGIN_COMPUTED);

  figure->value = ans_rational_new (value, 1);
  figure->numerator = numerator;
  return figure;
}

/* By how much the rate has fallen: in points, never from a rate of no households. */
static void
add_fall (GPtrArray *all, const char *code, const AnsPracticePoverty *poverty)
{
  AnsPracticeFigure *figure = add (all, code, ANS_ORIGIN_COMPUTED);

  figure->numerator = poverty->poor_end;
  figure->denominator = poverty->households_end;
  if (poverty->households_start == 0 || poverty->households_end == 0)
    {
      figure->state = ANS_FIGURE_NOT_ARISEN;
      return;
    }
  figure->value = ans_rational_subtract (
      ans_rational_new (100 * (gint64) poverty->poor_start, poverty->households_start),
      ans_rational_new (100 * (gint64) poverty->poor_end, poverty->households_end));
}

static void
add_computed (GPtrArray *all, const AnsPracticePoverty *poverty, const AnsPracticeLabour *labour)
{
  add_share (all, "2.1.3", labour->farming, labour->employed);
  add_share (all, "2.2.2", labour->trained, labour->force);
  add_share (all, "2.2.3", labour->certified, labour->force);
  add_share (all, "2.8.1", labour->employed_women, labour->employed);
  add_fall (all, "2.3.1", poverty);
  add_count (all, "2.3.2", (gint64) poverty->poor_start - poverty->poor_end, poverty->poor_end);
  add_count (all, "2.3.3", poverty->relapses, poverty->relapses);
  add_count (all, "2.3.4", poverty->new_poor, poverty->new_poor);
}

/* --- by hand ---------------------------------------------------------------------------------- */

static void
add_written (GPtrArray *all, const char *code, const char *value)
{
  AnsPracticeFigure *figure = add (all, code, ANS_ORIGIN_MANUAL);
  const char *slash = strchr (value, '/');

  if (slash != NULL)
    set_share (figure, g_ascii_strtoll (value, NULL, 10), g_ascii_strtoll (slash + 1, NULL, 10));
  else if (g_str_equal (value, ANS_RESULT_NOT_ARISEN))
    figure->state = ANS_FIGURE_NOT_ARISEN;
  else if (g_ascii_isdigit (*value))
    figure->value = ans_rational_new (g_ascii_strtoll (value, NULL, 10), 1);
  else
    figure->value = ans_rational_new (g_str_equal (value, ANS_RESULT_MET), 1);
}

static gboolean
has_code (const GPtrArray *all, const char *code)
{
  for (guint i = 0; i < all->len; i++)
    if (g_str_equal (((const AnsPracticeFigure *) all->pdata[i])->code, code))
      return TRUE;
  return FALSE;
}

/* The last number of the year of each indicator that is not computed. */
static gboolean
add_manual (GPtrArray *all, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GBytes) bytes = g_resource_lookup_data (ans_practice_get_resource (), VALUES,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  JsonObject *data, *months, *days;
  g_autoptr (GList) counted = NULL;
  g_autoptr (GList) dated = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (!json_parser_load_from_data (parser, text, (gssize) length, error))
    return FALSE;
  data = json_node_get_object (json_parser_get_root (parser));
  months = json_object_get_object_member (data, "months");
  days = json_object_get_object_member (data, "days");
  counted = json_object_get_members (months);
  dated = json_object_get_members (days);
  for (GList *l = counted; l != NULL; l = l->next)
    {
      JsonArray *year =
          json_object_get_array_member (json_object_get_object_member (months, l->data), YEAR);
      g_autofree char *last = g_strdup_printf (
          "%" G_GINT64_FORMAT, json_array_get_int_element (year, json_array_get_length (year) - 1));

      add_written (all, l->data, last);
    }
  for (GList *l = dated; l != NULL; l = l->next)
    {
      JsonObject *values = json_object_get_object_member (days, l->data);
      g_autoptr (GList) of = json_object_get_members (values);
      const char *last = NULL;

      for (GList *d = of; d != NULL; d = d->next)
        if (g_str_has_prefix (d->data, YEAR) && (last == NULL || strcmp (d->data, last) > 0))
          last = d->data;
      if (last != NULL && !has_code (all, l->data))
        add_written (all, l->data, json_object_get_string_member (values, last));
    }
  return TRUE;
}

GPtrArray *
ans_practice_plan_expected (const AnsPracticeCounts *counts, guint village, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (figure_free);

  g_return_val_if_fail (counts != NULL && village <= counts->n_villages, NULL);

  if (village > 0)
    add_computed (all, &counts->villages[village - 1], &counts->labour_of[village - 1]);
  else
    {
      add_computed (all, &counts->commune, &counts->labour);
      /* The mean over years is of one year so far. */
      add_fall (all, "1.1", &counts->commune);
      if (!add_manual (all, error))
        return NULL;
    }
  return g_steal_pointer (&all);
}
