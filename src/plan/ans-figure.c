/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One figure: from counts, or from what was entered by hand. */
#include "plan/ans-figure.h"

#include <string.h>

#include "plan/ans-figure-private.h"
#include "plan/ans-plan-choices.h"

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnsFigure, ans_figure, G_TYPE_OBJECT)

static void
ans_figure_finalize (GObject *object)
{
  AnsFigure *self = ANS_FIGURE (object);

  g_array_unref (self->villages);
  g_clear_pointer (&self->plan, ans_plan_unref);
  g_free (self->remark);
  G_OBJECT_CLASS (ans_figure_parent_class)->finalize (object);
}

static void
ans_figure_class_init (AnsFigureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ans_figure_finalize;

  signals[CHANGED] = g_signal_new ("changed", ANS_TYPE_FIGURE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
ans_figure_init (AnsFigure *self)
{
  self->villages = g_array_new (FALSE, TRUE, sizeof (AnsFigureValue));
  ans_figure_value_init (&self->value);
}

AnsFigure *
ans_figure_new (gint64 id)
{
  AnsFigure *self = g_object_new (ANS_TYPE_FIGURE, NULL);

  self->id = id;
  return self;
}

void
ans_figure_emit_changed (AnsFigure *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- by hand ---------------------------------------------------------------------------------- */

static void
take_manual (AnsFigureValue *value, const AnsManualValue *entry, const AnsIndicator *indicator)
{
  value->origin = ANS_ORIGIN_MANUAL;
  value->day = entry->day;
  value->entry = entry->id;
  value->numerator = entry->numerator;
  value->denominator = entry->denominator;
  if (g_strcmp0 (entry->result, ANS_RESULT_NOT_ARISEN) == 0)
    value->state = ANS_FIGURE_NOT_ARISEN;
  else if (indicator->kind == ANS_INDICATOR_RATIO && entry->numerator >= 0 &&
           entry->denominator >= 0)
    ans_figure_value_set_share (value, entry->numerator, entry->denominator);
  else if (entry->has_value)
    {
      value->state = ANS_FIGURE_VALUE;
      value->value = entry->value;
    }
  else if (entry->result != NULL)
    {
      value->state = ANS_FIGURE_VALUE;
      value->in_words = TRUE;
      value->value = ans_rational_new (g_str_equal (entry->result, ANS_RESULT_MET) ? 1 : 0, 1);
    }
}

/* Villages that report for themselves make the commune's number, if they add up. */
static void
sum_villages (AnsFigureValue *value, const AnsIndicator *indicator, const AnsFigureContext *context)
{
  for (guint slot = 1; slot < context->slots->len; slot++)
    {
      const AnsManualValue *entry = ans_indicator_find_value (
          indicator, g_array_index (context->slots, gint64, slot), context->day);

      if (entry == NULL || !entry->has_value)
        continue;
      value->origin = ANS_ORIGIN_MANUAL;
      value->state = ANS_FIGURE_VALUE;
      value->value = ans_rational_add (value->value, entry->value);
      if (ans_date_compare (entry->day, value->day) > 0)
        value->day = entry->day;
    }
}

static void
find_manual (AnsFigureValue *value,
             const AnsIndicator *indicator,
             int slot,
             const AnsFigureContext *context)
{
  gint64 village = slot > 0 ? g_array_index (context->slots, gint64, slot) : 0;
  const AnsManualValue *entry =
      slot != 0 ? ans_indicator_find_value (indicator, village, context->day) : NULL;

  if (entry != NULL)
    take_manual (value, entry, indicator);
  else if (slot < 0 && indicator->additive)
    sum_villages (value, indicator, context);
}

/* Of last year its own plan knows best. */
static void
take_from_hand (AnsFigureValue *value, AnsFigure *self, int slot, const AnsFigureContext *context)
{
  const AnsIndicator *before =
      context->before != NULL ? ans_plan_find_indicator (context->before, self->indicator->code)
                              : NULL;

  if (before != NULL)
    find_manual (value, before, slot, context);
  if (value->state == ANS_FIGURE_NO_DATA)
    find_manual (value, self->indicator, slot, context);
}

/* --- from the registers ----------------------------------------------------------------------- */

static gint64
count_of (AnsFigure *self, AnsFigurePartKind part, int slot)
{
  return ans_figure_set_count (self->parts[part], slot);
}

static gboolean
is_fall (const AnsFigureInfo *info)
{
  return info->formula == ANS_FIGURE_COUNT_FALL || info->formula == ANS_FIGURE_RATIO_FALL;
}

static gboolean
is_known (AnsFigure *self)
{
  for (guint i = 0; i < ANS_PART_N; i++)
    if (self->parts[i] != NULL && !ans_figure_set_is_known (self->parts[i]))
      return FALSE;
  return self->parts[ANS_PART_NUMERATOR] != NULL;
}

static void
compute_fall (AnsFigure *self, int slot, AnsFigureValue *value)
{
  gint64 numerator = count_of (self, ANS_PART_NUMERATOR, slot);
  gint64 start_numerator = count_of (self, ANS_PART_START_NUMERATOR, slot);
  AnsFigureValue then, now;

  value->numerator = numerator;
  value->start_numerator = start_numerator;
  if (self->info->formula == ANS_FIGURE_COUNT_FALL)
    {
      value->state = ANS_FIGURE_VALUE;
      value->value = ans_rational_new (start_numerator - numerator, 1);
      return;
    }
  ans_figure_value_init (&then);
  ans_figure_value_init (&now);
  ans_figure_value_set_share (&then, start_numerator,
                              count_of (self, ANS_PART_START_DENOMINATOR, slot));
  ans_figure_value_set_share (&now, numerator, count_of (self, ANS_PART_DENOMINATOR, slot));
  value->start_denominator = then.denominator;
  value->denominator = now.denominator;
  if (then.state != ANS_FIGURE_VALUE || now.state != ANS_FIGURE_VALUE)
    return;
  value->state = ANS_FIGURE_VALUE;
  value->value = ans_rational_subtract (then.value, now.value);
}

static void
compute_from_sets (AnsFigure *self,
                   int slot,
                   const AnsFigureContext *context,
                   gboolean standards_differ,
                   AnsFigureValue *value)
{
  if (!is_known (self) ||
      (slot >= 0 && !ans_figure_set_has_villages (self->parts[ANS_PART_NUMERATOR])))
    return;
  switch (self->info->formula)
    {
    case ANS_FIGURE_COUNT:
      value->numerator = count_of (self, ANS_PART_NUMERATOR, slot);
      value->state = ANS_FIGURE_VALUE;
      value->value = ans_rational_new (value->numerator, 1);
      break;
    case ANS_FIGURE_RATIO:
      ans_figure_value_set_share (value, count_of (self, ANS_PART_NUMERATOR, slot),
                                  count_of (self, ANS_PART_DENOMINATOR, slot));
      break;
    case ANS_FIGURE_COUNT_FALL:
    case ANS_FIGURE_RATIO_FALL:
    default:
      compute_fall (self, slot, value);
      break;
    }
  if (standards_differ)
    value->state = ANS_FIGURE_STANDARDS_DIFFER;
  if (value->state != ANS_FIGURE_NO_DATA)
    {
      value->origin = ANS_ORIGIN_COMPUTED;
      value->day = context->day;
    }
}

/* What the column says that must be the same on both days, as a reader knows it; NULL if it is. */
static char *
find_difference (AnsFigure *self, const AnsFigureContext *context)
{
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (GPtrArray) now = NULL;
  g_autoptr (GString) text = NULL;
  const AnsListingColumn *column;

  if (self->info == NULL || self->info->comparable == NULL || !is_fall (self->info) ||
      self->parts[ANS_PART_START_NUMERATOR] == NULL)
    return NULL;
  values = ans_figure_set_get_values (self->parts[ANS_PART_START_NUMERATOR]);
  now = ans_figure_set_get_values (self->parts[ANS_PART_NUMERATOR]);
  for (guint i = 0; i < now->len; i++)
    if (!g_ptr_array_find_with_equal_func (values, now->pdata[i], g_str_equal, NULL))
      g_ptr_array_add (values, now->pdata[i]);
  if (values->len < 2)
    return NULL;
  g_ptr_array_sort_values (values, (GCompareFunc) g_strcmp0);
  column = ans_listing_info_get_column (
      ans_listing_get_info (ans_figure_set_get_listing (self->parts[ANS_PART_NUMERATOR])),
      self->info->comparable);
  text = g_string_new ("Hai thời điểm theo hai chuẩn khác nhau, không trừ cho nhau: ");
  for (guint i = 0; i < values->len; i++)
    {
      g_autofree char *shown = ans_listing_column_display (context->book, column, values->pdata[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", shown);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* Why a hybrid can't be taken from the register; NULL if it can. */
static char *
find_lack (AnsFigure *self, const AnsFigureContext *context)
{
  if (self->indicator->source != ANS_SOURCE_HYBRID)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (self->known); i++)
    {
      gint64 known, all;
      g_autofree char *percent = NULL;

      if (self->all[i] == NULL)
        continue;
      known = ans_figure_set_count (self->known[i], -1);
      all = ans_figure_set_count (self->all[i], -1);
      if (all > 0 && known * 100 >= context->needed * all)
        continue;
      percent =
          all > 0 ? ans_rational_display (ans_rational_new (known * 100, all), 1) : g_strdup ("0");
      return g_strdup_printf ("Sổ mới đủ dữ liệu cho %s%% số người cần có (cần từ %" G_GINT64_FORMAT
                              "%%), chưa đủ để tính",
                              percent, context->needed);
    }
  return NULL;
}

static void
set_target (AnsFigure *self, int slot, const AnsFigureContext *context, AnsFigureValue *value)
{
  const AnsIndicator *indicator = self->indicator;

  if (slot < 0 || !indicator->additive)
    {
      value->has_target = indicator->has_target;
      value->target = indicator->target;
    }
  else
    {
      const AnsRational *share = g_hash_table_lookup (
          indicator->allocations, &g_array_index (context->slots, gint64, slot));

      value->has_target = share != NULL;
      if (share != NULL)
        value->target = *share;
    }
}

static gboolean
put (AnsFigureValue *place, const AnsFigureValue *value)
{
  gboolean changed = memcmp (place, value, sizeof *value) != 0;

  memcpy (place, value, sizeof *value);
  return changed;
}

/* Whether the book reaches back to a year ago, as far as this figure is concerned. */
static gboolean
was_kept (AnsFigure *self)
{
  return self->info->present_only == NULL &&
         (self->kept == NULL || ans_figure_set_count (self->kept, -1) > 0);
}

gboolean
ans_figure_compute (AnsFigure *self, const AnsFigureContext *context)
{
  gboolean by_register = self->info != NULL && self->parts[ANS_PART_NUMERATOR] != NULL &&
                         self->indicator->source != ANS_SOURCE_MANUAL &&
                         (!context->is_last_year || was_kept (self));
  g_autofree char *lack = by_register ? find_lack (self, context) : NULL;
  g_autofree char *difference = by_register ? find_difference (self, context) : NULL;
  const char *remark = lack != NULL ? lack : difference;
  gboolean changed = self->villages->len != context->slots->len;

  g_array_set_size (self->villages, context->slots->len);
  for (int slot = -1; slot < (int) context->slots->len; slot++)
    {
      AnsFigureValue value;

      ans_figure_value_init (&value);
      set_target (self, slot, context, &value);
      if (by_register && lack == NULL)
        compute_from_sets (self, slot, context, difference != NULL, &value);
      if (value.state == ANS_FIGURE_NO_DATA)
        take_from_hand (&value, self, slot, context);
      ans_figure_value_judge (&value, self->indicator);
      changed |= put (
          slot < 0 ? &self->value : &g_array_index (self->villages, AnsFigureValue, slot), &value);
    }
  if (remark == NULL && self->value.origin == ANS_ORIGIN_COMPUTED && context->is_past)
    remark = self->info->present_only;
  return g_set_str (&self->remark, remark) || changed;
}

gboolean
ans_figure_set_commune (AnsFigure *self, const AnsFigureValue *value, const char *remark)
{
  gboolean changed = put (&self->value, value);

  return g_set_str (&self->remark, remark) || changed;
}

/* --- asking ----------------------------------------------------------------------------------- */

const AnsIndicator *
ans_figure_get_indicator (AnsFigure *self)
{
  g_return_val_if_fail (ANS_IS_FIGURE (self), NULL);

  return self->indicator;
}

const AnsFigureInfo *
ans_figure_get_info (AnsFigure *self)
{
  g_return_val_if_fail (ANS_IS_FIGURE (self), NULL);

  return self->info;
}

const AnsFigureValue *
ans_figure_get_value (AnsFigure *self)
{
  g_return_val_if_fail (ANS_IS_FIGURE (self), NULL);

  return &self->value;
}

const AnsFigureValue *
ans_figure_get_village_value (AnsFigure *self, gint64 village)
{
  guint slot;

  g_return_val_if_fail (ANS_IS_FIGURE (self), NULL);

  slot = ans_figure_sets_get_slot (self->sets, village);
  return slot < self->villages->len ? &g_array_index (self->villages, AnsFigureValue, slot) : NULL;
}

const AnsManualValue *
ans_figure_get_entry (AnsFigure *self)
{
  g_return_val_if_fail (ANS_IS_FIGURE (self), NULL);

  for (guint i = 0; i < self->indicator->values->len; i++)
    {
      const AnsManualValue *entry = self->indicator->values->pdata[i];

      if (self->value.entry != 0 && entry->id == self->value.entry)
        return entry;
    }
  return NULL;
}

const char *
ans_figure_get_remark (AnsFigure *self)
{
  g_return_val_if_fail (ANS_IS_FIGURE (self), NULL);

  return self->remark;
}

gboolean
ans_figure_has_part (AnsFigure *self, AnsFigurePartKind part)
{
  g_return_val_if_fail (ANS_IS_FIGURE (self), FALSE);

  return self->value.origin == ANS_ORIGIN_COMPUTED && self->parts[part] != NULL;
}

const char *
ans_figure_part_code (AnsFigurePartKind part)
{
  static const char *const codes[] = { "numerator", "denominator", "start-numerator",
                                       "start-denominator" };

  return codes[part];
}
