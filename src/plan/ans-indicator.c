/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/ans-indicator.h"

#include <glib/gi18n.h>

#include "plan/ans-plan-choices.h"
#include "registry/ans-record.h"

static const char *const kinds[] = { "flow", "stock", "change", "ratio", "boolean", "qualitative" };
static const char *const directions[] = { ">=", "<=", "=", "bool", "none" };
static const char *const sources[] = { "computed", "manual", "hybrid" };

const char *
ans_indicator_kind_code (AnsIndicatorKind kind)
{
  return kinds[kind];
}

const char *
ans_direction_code (AnsDirection direction)
{
  return directions[direction];
}

const char *
ans_source_code (AnsSource source)
{
  return sources[source];
}

static guint
index_in (const char *const *codes, guint n, const char *code, guint fallback)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (codes[i], code) == 0)
      return i;
  return fallback;
}

static void
manual_value_free (gpointer data)
{
  AnsManualValue *self = data;

  g_free (self->result);
  g_free (self->source);
  g_free (self->note);
  g_free (self);
}

static void
indicator_free (gpointer data)
{
  AnsIndicator *self = data;

  g_free (self->code);
  g_free (self->name);
  g_free (self->area);
  g_free (self->unit);
  g_free (self->target_text);
  g_free (self->equivalent);
  g_free (self->figure);
  g_free (self->flag);
  g_free (self->issued_text);
  g_hash_table_unref (self->allocations);
  g_ptr_array_unref (self->values);
  g_free (self);
}

AnsPlan *
ans_plan_new_empty (const AnsPlan *other)
{
  AnsPlan *self = g_new0 (AnsPlan, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->id = other->id;
  self->year = other->year;
  self->title = g_strdup (other->title);
  self->starts = other->starts;
  self->ends = other->ends;
  self->indicators = g_ptr_array_new_with_free_func (indicator_free);
  return self;
}

AnsPlan *
ans_plan_ref (AnsPlan *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ans_plan_unref (AnsPlan *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->title);
  g_ptr_array_unref (self->indicators);
  g_free (self);
}

static char *
text_at (AnsStatement *row, int column)
{
  return g_strdup (ans_statement_text (row, column));
}

static AnsIndicator *
read_indicator (AnsStatement *row, gboolean gross)
{
  AnsIndicator *self = g_new0 (AnsIndicator, 1);
  const char *whole = ans_statement_text (row, 15);

  self->id = ans_statement_int (row, 0);
  self->code = text_at (row, 1);
  self->name = text_at (row, 2);
  self->area = text_at (row, 3);
  self->kind = index_in (kinds, G_N_ELEMENTS (kinds), ans_statement_text (row, 4),
                         ANS_INDICATOR_QUALITATIVE);
  self->unit = text_at (row, 5);
  self->direction = index_in (directions, G_N_ELEMENTS (directions), ans_statement_text (row, 6),
                              ANS_DIRECTION_NONE);
  self->has_target = ans_rational_from_canonical (ans_statement_text (row, 7), &self->target);
  self->has_high = ans_rational_from_canonical (ans_statement_text (row, 8), &self->target_high);
  self->decimals = (int) CLAMP (ans_statement_int (row, 9), 0, ANS_FIELD_DECIMALS);
  self->target_text = text_at (row, 10);
  self->source =
      index_in (sources, G_N_ELEMENTS (sources), ans_statement_text (row, 11), ANS_SOURCE_MANUAL);
  self->figure = text_at (row, gross && !ans_statement_is_null (row, 13) ? 13 : 12);
  self->additive = ans_statement_int (row, 14) != 0;
  self->subset_of = whole != NULL ? g_ascii_strtoll (whole, NULL, 10) : 0;
  self->flag = text_at (row, 16);
  self->issued_text = text_at (row, 17);
  self->equivalent = text_at (row, 18);
  self->allocations = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->values = g_ptr_array_new_with_free_func (manual_value_free);
  return self;
}

static gboolean
end_of (AnsStatement *row, GError *local, GError **error)
{
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

static gboolean
read_indicators (AnsPlan *self, AnsConnection *connection, GError **error)
{
  g_autoptr (AnsStatement) row = ans_connection_prepare (
      connection,
      "SELECT id, code, name, area, kind, unit, direction, target, target_high, decimals, "
      "target_text, source, figure, figure_gross, additive, subset_of, flag, issued_text, "
      "equivalent FROM indicator WHERE plan = ?1 ORDER BY coalesce(position, 999999), code, id",
      error);
  GError *local = NULL;

  if (row == NULL)
    return FALSE;
  ans_statement_bind_int (row, 1, self->id);
  while (ans_statement_step (row, &local))
    g_ptr_array_add (self->indicators, read_indicator (row, self->gross));
  return end_of (row, local, error);
}

static gboolean
read_allocations (AnsPlan *self, AnsConnection *connection, GError **error)
{
  g_autoptr (AnsStatement) row = ans_connection_prepare (
      connection,
      "SELECT al.indicator, al.village, al.value FROM allocation al JOIN indicator i ON "
      "i.id = al.indicator WHERE i.plan = ?1 AND al.village NOT NULL",
      error);
  GError *local = NULL;

  if (row == NULL)
    return FALSE;
  ans_statement_bind_int (row, 1, self->id);
  while (ans_statement_step (row, &local))
    {
      AnsIndicator *indicator = ans_plan_find_indicator_id (self, ans_statement_int (row, 0));
      gint64 village = ans_statement_int (row, 1);
      AnsRational value;

      if (indicator != NULL && ans_rational_from_canonical (ans_statement_text (row, 2), &value))
        g_hash_table_replace (indicator->allocations, g_memdup2 (&village, sizeof village),
                              g_memdup2 (&value, sizeof value));
    }
  return end_of (row, local, error);
}

static AnsManualValue *
read_value (AnsStatement *row)
{
  AnsManualValue *value = g_new0 (AnsManualValue, 1);

  value->id = ans_statement_int (row, 1);
  value->village = ans_statement_int (row, 2);
  ans_date_parse_iso (ans_statement_text (row, 3), &value->day, NULL);
  value->has_value = ans_rational_from_canonical (ans_statement_text (row, 4), &value->value);
  value->result = text_at (row, 5);
  value->numerator = ans_statement_is_null (row, 6) ? -1 : ans_statement_int (row, 6);
  value->denominator = ans_statement_is_null (row, 7) ? -1 : ans_statement_int (row, 7);
  value->source = text_at (row, 8);
  value->note = text_at (row, 9);
  return value;
}

static gboolean
read_values (AnsPlan *self, AnsConnection *connection, GError **error)
{
  g_autoptr (AnsStatement) row = ans_connection_prepare (
      connection,
      "SELECT iv.indicator, iv.id, coalesce(iv.village, 0), iv.day, iv.value, iv.result, "
      "iv.numerator, iv.denominator, iv.source, iv.note FROM indicator_value iv JOIN indicator i "
      "ON i.id = iv.indicator WHERE i.plan = ?1 ORDER BY iv.day, iv.id",
      error);
  GError *local = NULL;

  if (row == NULL)
    return FALSE;
  ans_statement_bind_int (row, 1, self->id);
  while (ans_statement_step (row, &local))
    {
      AnsIndicator *indicator = ans_plan_find_indicator_id (self, ans_statement_int (row, 0));

      if (indicator != NULL)
        g_ptr_array_add (indicator->values, read_value (row));
    }
  return end_of (row, local, error);
}

static AnsPlan *
read_plan (AnsConnection *connection, gint64 id, GError **error)
{
  g_autoptr (AnsStatement) row = ans_connection_prepare (
      connection, "SELECT year, title, starts, ends, poverty_definition FROM plan WHERE id = ?1",
      error);
  AnsPlan *self;

  if (row == NULL)
    return NULL;
  ans_statement_bind_int (row, 1, id);
  if (!ans_statement_step (row, error))
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, ANS_RECORD_ERROR, ANS_RECORD_ERROR_NOT_FOUND,
                             _ ("The plan is not in the book."));
      return NULL;
    }
  self = g_new0 (AnsPlan, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->id = id;
  self->year = (int) ans_statement_int (row, 0);
  self->title = text_at (row, 1);
  ans_date_parse_iso (ans_statement_text (row, 2), &self->starts, NULL);
  ans_date_parse_iso (ans_statement_text (row, 3), &self->ends, NULL);
  self->gross = g_strcmp0 (ans_statement_text (row, 4), ANS_POVERTY_GROSS) == 0;
  self->indicators = g_ptr_array_new_with_free_func (indicator_free);
  return self;
}

AnsPlan *
ans_plan_read (AnsBook *book, gint64 id, GError **error)
{
  AnsConnection *connection = ans_book_get_connection (book);
  g_autoptr (AnsPlan) self = read_plan (connection, id, error);

  if (self == NULL || !read_indicators (self, connection, error) ||
      !read_allocations (self, connection, error) || !read_values (self, connection, error))
    return NULL;
  return g_steal_pointer (&self);
}

AnsIndicator *
ans_plan_find_indicator (AnsPlan *self, const char *code)
{
  for (guint i = 0; i < self->indicators->len; i++)
    {
      AnsIndicator *indicator = self->indicators->pdata[i];

      if (g_strcmp0 (indicator->code, code) == 0)
        return indicator;
    }
  return NULL;
}

AnsIndicator *
ans_plan_find_indicator_id (AnsPlan *self, gint64 id)
{
  for (guint i = 0; i < self->indicators->len; i++)
    {
      AnsIndicator *indicator = self->indicators->pdata[i];

      if (indicator->id == id)
        return indicator;
    }
  return NULL;
}

const AnsManualValue *
ans_indicator_find_value (const AnsIndicator *self, gint64 village, AnsDate day)
{
  for (guint i = self->values->len; i-- > 0;)
    {
      const AnsManualValue *value = self->values->pdata[i];

      if (value->village == village && ans_date_compare (value->day, day) <= 0)
        return value;
    }
  return NULL;
}

char *
ans_indicator_target_display (const AnsIndicator *self)
{
  g_autofree char *number =
      self->has_target ? ans_rational_display (self->target, self->decimals) : NULL;

  if (self->direction == ANS_DIRECTION_MET)
    return g_strdup ("Đạt");
  if (number == NULL || self->direction == ANS_DIRECTION_NONE)
    return g_strdup (self->target_text != NULL ? self->target_text : "");
  if (self->has_high)
    {
      g_autofree char *low = ans_rational_to_canonical (self->target, self->decimals);
      g_autofree char *high = ans_rational_to_canonical (self->target_high, self->decimals);
      g_autofree char *from = g_strdelimit (g_steal_pointer (&low), ".", ',');
      g_autofree char *to = g_strdelimit (g_steal_pointer (&high), ".", ',');

      return g_strdup_printf ("%s–%s", from, to);
    }
  return g_strdup_printf ("%s %s",
                          self->direction == ANS_DIRECTION_AT_LEAST  ? "≥"
                          : self->direction == ANS_DIRECTION_AT_MOST ? "≤"
                                                                     : "=",
                          number);
}
