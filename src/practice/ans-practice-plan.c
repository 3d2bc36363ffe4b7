/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an officer would have entered by hand into the plan of the practice commune, and the plans
 * of the years before with their results: data/practice/plan-values.json. */
#include "practice/ans-practice-plan.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "plan/ans-indicator.h"
#include "plan/ans-plan-choices.h"
#include "plan/ans-plan-registers.h"
#include "plan/ans-plan.h"
#include "practice/ans-practice-resources.h"
#include "practice/ans-random.h"
#include "registry/ans-choices.h"
#include "text/ans-date.h"

#define VALUES "/vn/soansinh/SoAnSinh/practice/plan-values.json"

typedef struct
{
  AnsBook *book;
  JsonObject *data;
  const char *source, *note, *last_day;
  GArray *villages;   /* gint64, in their order */
  GArray *households; /* gint64, of each of them */
  GHashTable *ids;    /* “2022 2.1.1” → id of the indicator */
} Filling;

static char *
key_of (int year, const char *code)
{
  return g_strdup_printf ("%d %s", year, code);
}

static gint64
find_indicator (Filling *self, int year, const char *code)
{
  g_autofree char *key = key_of (year, code);
  gint64 *id = g_hash_table_lookup (self->ids, key);

  return id != NULL ? *id : 0;
}

static void
keep_indicator (Filling *self, int year, const char *code, gint64 id)
{
  g_hash_table_insert (self->ids, key_of (year, code), g_memdup2 (&id, sizeof id));
}

/* --- plans of other years --------------------------------------------------------------------- */

static void
copy_fields (AnsRecord *copy, AnsRecord *of, const AnsRegister *reg)
{
  for (const AnsField *field = reg->fields; field->name != NULL; field++)
    if ((field->flags & (ANS_FIELD_COMPUTED | ANS_FIELD_DERIVED)) == 0)
      ans_record_set (copy, field->name, ans_record_get (of, field->name));
}

static gint64
copy_plan (Filling *self, gint64 plan, int year, GError **error)
{
  g_autoptr (AnsRecord) of = ans_record_load (self->book, &ans_register_plans, plan, error);
  g_autoptr (AnsRecord) copy = NULL;
  g_autofree char *title = g_strdup_printf (
      "Kế hoạch lĩnh vực lao động, người có công và xã hội năm %d (dữ liệu mẫu)", year);
  g_autofree char *first = g_strdup_printf ("%d-01-01", year);
  g_autofree char *last = g_strdup_printf ("%d-12-31", year);

  if (of == NULL)
    return 0;
  copy = ans_record_new (self->book, &ans_register_plans);
  ans_record_set_int (copy, "year", year);
  ans_record_set (copy, "title", title);
  ans_record_set (copy, "starts", first);
  ans_record_set (copy, "ends", last);
  ans_record_set (copy, "poverty_definition", ans_record_get (of, "poverty_definition"));
  return ans_record_save (copy, error) ? ans_record_get_id (copy) : 0;
}

static gboolean
copy_indicators (Filling *self, const AnsPlan *plan, gint64 copied, int year, GError **error)
{
  for (guint i = 0; i < plan->indicators->len; i++)
    {
      const AnsIndicator *indicator = plan->indicators->pdata[i];
      const AnsIndicator *whole =
          indicator->subset_of != 0
              ? ans_plan_find_indicator_id ((AnsPlan *) plan, indicator->subset_of)
              : NULL;
      g_autoptr (AnsRecord) of =
          ans_record_load (self->book, &ans_register_indicators, indicator->id, error);
      g_autoptr (AnsRecord) copy = NULL;

      if (of == NULL)
        return FALSE;
      copy = ans_record_new (self->book, &ans_register_indicators);
      copy_fields (copy, of, &ans_register_indicators);
      ans_record_set_int (copy, "plan", copied);
      if (whole != NULL)
        ans_record_set_int (copy, "subset_of", find_indicator (self, year, whole->code));
      ans_record_set (copy, "issued_text", NULL);
      ans_record_set (copy, "flag", NULL);
      if (!ans_record_save (copy, error))
        return FALSE;
      keep_indicator (self, year, indicator->code, ans_record_get_id (copy));
    }
  return TRUE;
}

static gboolean
make_years (Filling *self, const AnsPlan *plan, GError **error)
{
  JsonArray *years = json_object_get_array_member (self->data, "years");

  for (guint i = 0; i < plan->indicators->len; i++)
    {
      const AnsIndicator *indicator = plan->indicators->pdata[i];

      keep_indicator (self, plan->year, indicator->code, indicator->id);
    }
  for (guint i = 0; i < json_array_get_length (years); i++)
    {
      int year = (int) json_array_get_int_element (years, i);
      gint64 copied;

      if (year == plan->year || ans_plan_find_year (self->book, year) != 0)
        continue;
      copied = copy_plan (self, plan->id, year, error);
      if (copied == 0 || !copy_indicators (self, plan, copied, year, error))
        return FALSE;
    }
  return TRUE;
}

/* --- results ---------------------------------------------------------------------------------- */

/* @value: a number, “11/12”, or a result */
static gboolean
write_value (Filling *self,
             gint64 indicator,
             gint64 village,
             const char *day,
             const char *value,
             GError **error)
{
  g_autoptr (AnsRecord) record = NULL;
  const char *slash = strchr (value, '/');

  if (indicator == 0)
    return TRUE;
  record = ans_record_new (self->book, &ans_register_indicator_values);
  ans_record_set_int (record, "indicator", indicator);
  if (village != 0)
    ans_record_set_int (record, "village", village);
  ans_record_set (record, "day", day);
  if (slash != NULL)
    {
      g_autofree char *numerator = g_strndup (value, (gsize) (slash - value));

      ans_record_set (record, "numerator", numerator);
      ans_record_set (record, "denominator", slash + 1);
    }
  else
    ans_record_set (record, g_ascii_isdigit (*value) ? "value" : "result", value);
  ans_record_set (record, "source", self->source);
  ans_record_set (record, "note", self->note);
  return ans_record_save (record, error);
}

/* @total shared out as @weights are; the parts make the whole, and none is more than its weight
 * where the weights make no less than @total. */
static void
share_out (gint64 total, const GArray *weights, GArray *parts)
{
  gint64 all = 0, passed = 0, given = 0;

  g_array_set_size (parts, 0);
  for (guint i = 0; i < weights->len; i++)
    all += g_array_index (weights, gint64, i);
  for (guint i = 0; i < weights->len; i++)
    {
      gint64 upto, part;

      passed += g_array_index (weights, gint64, i);
      upto = all > 0 ? total * passed / all : 0;
      part = upto - given;
      given = upto;
      g_array_append_val (parts, part);
    }
}

/* Villages do not all keep their share: some more, some less. */
static GArray *
vary (const GArray *households, guint64 seed)
{
  GArray *weights = g_array_new (FALSE, FALSE, sizeof (gint64));
  AnsRandom random;

  ans_random_init (&random, seed, G_MAXUINT64 - 1);
  for (guint i = 0; i < households->len; i++)
    {
      gint64 weight = g_array_index (households, gint64, i) * ans_random_between (&random, 75, 125);

      g_array_append_val (weights, weight);
    }
  return weights;
}

static gboolean
write_by_village (Filling *self,
                  gint64 indicator,
                  gint64 total,
                  const GArray *weights,
                  GArray *parts,
                  GError **error)
{
  share_out (total, weights, parts);
  for (guint i = 0; i < self->villages->len; i++)
    {
      g_autofree char *value =
          g_strdup_printf ("%" G_GINT64_FORMAT, g_array_index (parts, gint64, i));

      if (!write_value (self, indicator, g_array_index (self->villages, gint64, i), self->last_day,
                        value, error))
        return FALSE;
    }
  return TRUE;
}

/* Cumulated at the end of each month; the last of the last year on the last day of the book. */
static gboolean
write_months (Filling *self, const char *code, int year, JsonArray *months, GError **error)
{
  int last_year = (int) g_ascii_strtoll (self->last_day, NULL, 10);
  guint n = json_array_get_length (months);

  for (guint i = 0; i < n; i++)
    {
      int month = (int) i + 1;
      g_autofree char *end =
          ans_date_to_iso (ans_date_new (year, month, ans_date_days_in_month (year, month)));
      const char *day = year == last_year && i + 1 == n ? self->last_day : end;
      g_autofree char *value =
          g_strdup_printf ("%" G_GINT64_FORMAT, json_array_get_int_element (months, i));

      if (!write_value (self, find_indicator (self, year, code), 0, day, value, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_results (Filling *self, GError **error)
{
  JsonObject *months = json_object_get_object_member (self->data, "months");
  JsonObject *days = json_object_get_object_member (self->data, "days");
  g_autoptr (GList) codes = json_object_get_members (months);
  g_autoptr (GList) others = json_object_get_members (days);

  for (GList *l = codes; l != NULL; l = l->next)
    {
      JsonObject *years = json_object_get_object_member (months, l->data);
      g_autoptr (GList) of = json_object_get_members (years);

      for (GList *y = of; y != NULL; y = y->next)
        if (!write_months (self, l->data, (int) g_ascii_strtoll (y->data, NULL, 10),
                           json_object_get_array_member (years, y->data), error))
          return FALSE;
    }
  for (GList *l = others; l != NULL; l = l->next)
    {
      JsonObject *values = json_object_get_object_member (days, l->data);
      g_autoptr (GList) of = json_object_get_members (values);

      for (GList *d = of; d != NULL; d = d->next)
        if (!write_value (self,
                          find_indicator (self, (int) g_ascii_strtoll (d->data, NULL, 10), l->data),
                          0, d->data, json_object_get_string_member (values, d->data), error))
          return FALSE;
    }
  return TRUE;
}

/* What villages were asked for, and what they have done by the last day: a part is shared out as
 * its whole was, so that it is nowhere more. */
static gboolean
write_villages (Filling *self, int year, guint64 seed, GError **error)
{
  JsonObject *shares = json_object_get_object_member (self->data, "shares");
  JsonObject *months = json_object_get_object_member (self->data, "months");
  g_autoptr (GList) codes = json_object_get_members (shares);
  g_autofree char *this_year = g_strdup_printf ("%d", year);
  g_autoptr (GArray) weights = vary (self->households, seed);
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) given = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) jobs = NULL;

  for (GList *l = codes; l != NULL; l = l->next)
    {
      const char *code = l->data;
      gboolean is_part = g_str_equal (code, "2.1.2");
      gint64 indicator = find_indicator (self, year, code);
      JsonArray *course;

      share_out (json_object_get_int_member (shares, code),
                 is_part && given->len > 0 ? given : self->households, parts);
      if (g_str_equal (code, "2.1.1"))
        g_array_append_vals (given, parts->data, parts->len);
      for (guint i = 0; indicator != 0 && i < self->villages->len; i++)
        {
          g_autoptr (AnsRecord) record = ans_record_new (self->book, &ans_register_allocations);

          ans_record_set_int (record, "indicator", indicator);
          ans_record_set_int (record, "village", g_array_index (self->villages, gint64, i));
          ans_record_set_int (record, "value", g_array_index (parts, gint64, i));
          if (!ans_record_save (record, error))
            return FALSE;
        }
      if (!json_object_has_member (months, code))
        continue;
      course =
          json_object_get_array_member (json_object_get_object_member (months, code), this_year);
      if (!write_by_village (
              self, indicator,
              json_array_get_int_element (course, json_array_get_length (course) - 1),
              is_part && jobs != NULL ? jobs : weights, parts, error))
        return FALSE;
      if (g_str_equal (code, "2.1.1"))
        jobs = g_array_copy (parts);
    }
  return TRUE;
}

/* --- tasks ------------------------------------------------------------------------------------ */

static gboolean
write_tasks (Filling *self, gint64 plan, GError **error)
{
  JsonObject *tasks = json_object_get_object_member (self->data, "tasks");
  g_autoptr (AnsStatement) rows =
      ans_connection_prepare (ans_book_get_connection (self->book),
                              "SELECT id, code FROM task WHERE plan = ?1 ORDER BY id", error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);

  if (rows == NULL)
    return FALSE;
  ans_statement_bind_int (rows, 1, plan);
  while (ans_statement_step (rows, NULL))
    {
      gint64 id = ans_statement_int (rows, 0);

      g_array_append_val (ids, id);
      g_ptr_array_add (codes, g_strdup (ans_statement_text (rows, 1)));
    }
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (AnsRecord) record = NULL;
      JsonObject *state;
      g_autoptr (GList) members = NULL;

      if (!json_object_has_member (tasks, codes->pdata[i]))
        continue;
      state = json_object_get_object_member (tasks, codes->pdata[i]);
      members = json_object_get_members (state);
      record =
          ans_record_load (self->book, &ans_register_tasks, g_array_index (ids, gint64, i), error);
      if (record == NULL)
        return FALSE;
      for (GList *l = members; l != NULL; l = l->next)
        ans_record_set (record, l->data, json_object_get_string_member (state, l->data));
      if (!ans_record_save (record, error))
        return FALSE;
    }
  return TRUE;
}

/* ---------------------------------------------------------------------------------------------- */

static gboolean
read_villages (Filling *self, GError **error)
{
  g_autoptr (AnsStatement) rows = ans_connection_prepare (
      ans_book_get_connection (self->book),
      "SELECT v.id, (SELECT count(*) FROM household h WHERE h.village = v.id AND h.status = "
      "'" ANS_HOUSEHOLD_LIVING "') FROM village v ORDER BY v.position, v.id",
      error);

  if (rows == NULL)
    return FALSE;
  while (ans_statement_step (rows, NULL))
    {
      gint64 id = ans_statement_int (rows, 0), n = ans_statement_int (rows, 1);

      g_array_append_val (self->villages, id);
      g_array_append_val (self->households, n);
    }
  return TRUE;
}

gboolean
ans_practice_plan_fill (AnsBook *book, gint64 plan, guint64 seed, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GBytes) bytes = g_resource_lookup_data (ans_practice_get_resource (), VALUES,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (AnsPlan) of = ans_plan_read (book, plan, error);
  g_autoptr (GArray) villages = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) households = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Filling self = { .book = book, .villages = villages, .households = households, .ids = ids };
  const char *text;
  gsize length;
  gboolean done;

  g_return_val_if_fail (ANS_IS_BOOK (book), FALSE);

  if (of == NULL)
    return FALSE;
  text = g_bytes_get_data (bytes, &length);
  if (!json_parser_load_from_data (parser, text, (gssize) length, error) ||
      !read_villages (&self, error))
    return FALSE;
  self.data = json_node_get_object (json_parser_get_root (parser));
  self.source = json_object_get_string_member (self.data, "source");
  self.note = json_object_get_string_member (self.data, "note");
  self.last_day = json_object_get_string_member (self.data, "last_day");
  if (!ans_book_begin (book, _ ("Invented results of the plan"), error))
    return FALSE;
  done = make_years (&self, of, error) && write_results (&self, error) &&
         write_villages (&self, of->year, seed, error) && write_tasks (&self, plan, error);
  if (!done)
    {
      ans_book_rollback (book);
      return FALSE;
    }
  return ans_book_commit (book, error) >= 0;
}
