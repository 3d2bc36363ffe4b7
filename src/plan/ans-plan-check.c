/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/ans-plan-check.h"

#include <glib/gi18n.h>

#include "areas/ans-poverty-check.h"
#include "plan/ans-plan-registers.h"
#include "registry/ans-choices.h"
#include "text/ans-number.h"

typedef struct
{
  AnsFigures *figures;
  AnsConnection *connection;
  GPtrArray *found;
} Check;

void
ans_contradiction_free (AnsContradiction *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->message);
  g_clear_object (&self->list);
  g_free (self);
}

AnsContradiction *
ans_contradiction_new (const char *kind, const char *code, char *message)
{
  AnsContradiction *self = g_new0 (AnsContradiction, 1);

  self->kind = kind;
  self->code = g_strdup (code);
  self->message = message;
  return self;
}

static AnsContradiction *
add (Check *self, const char *kind, const AnsIndicator *indicator, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

/* Of an indicator, its record is where to look. */
static AnsContradiction *
add (Check *self, const char *kind, const AnsIndicator *indicator, const char *format, ...)
{
  AnsContradiction *contradiction;
  va_list arguments;

  va_start (arguments, format);
  contradiction = ans_contradiction_new (kind, indicator != NULL ? indicator->code : NULL,
                                         g_strdup_vprintf (format, arguments));
  va_end (arguments);
  if (indicator != NULL)
    {
      contradiction->reg = ans_register_indicators.id;
      contradiction->record = indicator->id;
    }
  g_ptr_array_add (self->found, contradiction);
  return contradiction;
}

static char *
shown (AnsRational value, const AnsIndicator *indicator)
{
  return ans_rational_display (value, indicator->decimals);
}

/* --- men and women ---------------------------------------------------------------------------- */

static AnsListing *
people_on (Check *self)
{
  AnsListing *people =
      ans_listing_new (ans_figures_get_book (self->figures), ans_listing_info_find ("people"));
  g_autofree char *day = ans_date_to_iso (ans_figures_get_day (self->figures));

  ans_listing_set_as_of (people, day);
  return people;
}

static gint64
count_people (Check *self, const char *sex)
{
  g_autoptr (AnsListing) people = people_on (self);

  if (sex != NULL)
    ans_listing_set_filter (people, "sex", sex);
  return ans_listing_count (people, self->connection, NULL);
}

static void
check_sexes (Check *self)
{
  gint64 all = count_people (self, NULL);
  gint64 men = count_people (self, ANS_SEX_MALE), women = count_people (self, ANS_SEX_FEMALE);

  if (men + women != all)
    {
      g_autofree char *of_men = ans_number_format (men), *of_women = ans_number_format (women);
      g_autofree char *of_all = ans_number_format (all);

      AnsContradiction *found =
          add (self, "sexes", NULL,
               _ ("There are %s men and %s women, but %s people: of some the sex is missing."),
               of_men, of_women, of_all);

      found->list = people_on (self);
      ans_listing_set_filter (found->list, "sex", "");
    }
}

/* --- villages --------------------------------------------------------------------------------- */

/* The commune's number entered by hand, and those of villages of the same day. */
static void
check_manual_villages (Check *self, const AnsIndicator *indicator, const AnsManualValue *entry)
{
  AnsRational sum = ANS_RATIONAL_ZERO;
  guint n = 0;

  for (guint i = 0; i < indicator->values->len; i++)
    {
      const AnsManualValue *value = indicator->values->pdata[i];

      if (value->village == 0 || !value->has_value ||
          ans_date_compare (value->day, entry->day) != 0)
        continue;
      sum = ans_rational_add (sum, value->value);
      n++;
    }
  if (n > 0 && entry->has_value && ans_rational_compare (sum, entry->value) != 0)
    {
      g_autofree char *villages = shown (sum, indicator),
                      *commune = shown (entry->value, indicator);

      add (self, "villages", indicator, _ ("%s: the villages add up to %s, the commune has %s."),
           indicator->code, villages, commune);
    }
}

static void
check_villages (Check *self, AnsFigure *figure)
{
  const AnsIndicator *indicator = ans_figure_get_indicator (figure);
  const AnsFigureValue *value = ans_figure_get_value (figure);
  const AnsFigureValue *nowhere = ans_figure_get_village_value (figure, 0);
  const AnsManualValue *entry = ans_figure_get_entry (figure);
  g_autoptr (AnsListing) list = ans_figures_list (self->figures, figure, ANS_PART_NUMERATOR, 0);

  if (entry != NULL && indicator->additive)
    check_manual_villages (self, indicator, entry);
  if (value->origin != ANS_ORIGIN_COMPUTED || list == NULL)
    return;
  if (nowhere != NULL && nowhere->origin == ANS_ORIGIN_COMPUTED && nowhere->numerator > 0)
    {
      AnsContradiction *found = add (
          self, "villages", indicator,
          g_dngettext (GETTEXT_PACKAGE,
                       "%s: %lu row has no village, so that the villages don't make the commune.",
                       "%s: %lu rows have no village, so that the villages don't make the commune.",
                       (gulong) nowhere->numerator),
          indicator->code, (gulong) nowhere->numerator);

      found->list = ans_listing_copy (list);
      ans_listing_set_filter (found->list, "village", "");
    }
  if (ans_listing_count (list, self->connection, NULL) != value->numerator)
    add (self, "villages", indicator,
         _ ("%s: the list behind the number is not as long as the number says."), indicator->code);
}

/* Villages are often given a little more than the target, never less. */
static void
check_allocations (Check *self, AnsFigure *figure)
{
  const AnsIndicator *indicator = ans_figure_get_indicator (figure);
  AnsRational sum = ANS_RATIONAL_ZERO;
  GHashTableIter iter;
  gpointer share;

  if (g_hash_table_size (indicator->allocations) == 0 || !indicator->has_target)
    return;
  g_hash_table_iter_init (&iter, indicator->allocations);
  while (g_hash_table_iter_next (&iter, NULL, &share))
    sum = ans_rational_add (sum, *(AnsRational *) share);
  if (ans_rational_compare (sum, indicator->target) < 0)
    {
      g_autofree char *given = shown (sum, indicator),
                      *target = shown (indicator->target, indicator);

      add (self, "allocation", indicator,
           _ ("%s: the villages are given %s in all, less than the target of %s."), indicator->code,
           given, target);
    }
}

/* --- parts and wholes ------------------------------------------------------------------------- */

static gboolean
is_more (const AnsFigureValue *part, const AnsFigureValue *whole)
{
  return part != NULL && whole != NULL && part->state == ANS_FIGURE_VALUE &&
         whole->state == ANS_FIGURE_VALUE && ans_rational_compare (part->value, whole->value) > 0;
}

static AnsFigure *
find_whole (Check *self, const AnsIndicator *part)
{
  const AnsPlan *plan = ans_figures_get_plan (self->figures);

  for (guint i = 0; part->subset_of != 0 && i < plan->indicators->len; i++)
    {
      const AnsIndicator *indicator = plan->indicators->pdata[i];

      if (indicator->id == part->subset_of)
        return ans_figures_find (self->figures, indicator->code);
    }
  return NULL;
}

static void
check_subset (Check *self, AnsFigure *figure)
{
  const AnsIndicator *part = ans_figure_get_indicator (figure);
  AnsFigure *other = find_whole (self, part);
  const AnsIndicator *whole;
  const GArray *villages = ans_figures_get_villages (self->figures);

  if (other == NULL)
    return;
  whole = ans_figure_get_indicator (other);
  if (is_more (ans_figure_get_value (figure), ans_figure_get_value (other)))
    {
      g_autofree char *of_part = shown (ans_figure_get_value (figure)->value, part);
      g_autofree char *of_whole = shown (ans_figure_get_value (other)->value, whole);

      add (self, "subset", part, _ ("%s is a part of %s, but %s is more than %s."), part->code,
           whole->code, of_part, of_whole);
    }
  if (part->has_target && whole->has_target &&
      ans_rational_compare (part->target, whole->target) > 0)
    add (self, "subset", part, _ ("%s is a part of %s, but its target is larger."), part->code,
         whole->code);
  for (guint i = 0; i < villages->len; i++)
    {
      const AnsFigureVillage *village = &g_array_index (villages, AnsFigureVillage, i);
      const AnsRational *share = g_hash_table_lookup (part->allocations, &village->id);
      const AnsRational *all = g_hash_table_lookup (whole->allocations, &village->id);

      if (is_more (ans_figure_get_village_value (figure, village->id),
                   ans_figure_get_village_value (other, village->id)))
        add (self, "subset", part, _ ("%s is a part of %s, but is more than it in %s."), part->code,
             whole->code, village->name);
      if (share != NULL && all != NULL && ans_rational_compare (*share, *all) > 0)
        add (self, "subset", part, _ ("%s is a part of %s, but the share of %s is larger."),
             part->code, whole->code, village->name);
    }
}

static void
check_share (Check *self, AnsFigure *figure)
{
  const AnsIndicator *indicator = ans_figure_get_indicator (figure);
  const AnsFigureValue *value = ans_figure_get_value (figure);
  const AnsManualValue *entry = ans_figure_get_entry (figure);

  if (indicator->kind != ANS_INDICATOR_RATIO || value->state != ANS_FIGURE_VALUE)
    return;
  if (ans_rational_compare (value->value, ans_rational_new (100, 1)) > 0)
    add (self, "share", indicator, _ ("%s: the share is more than all of it."), indicator->code);
  if (entry != NULL && entry->has_value && entry->numerator >= 0 && entry->denominator > 0 &&
      ans_rational_round (entry->value, indicator->decimals) !=
          ans_rational_round (value->value, indicator->decimals))
    {
      g_autofree char *written = shown (entry->value, indicator);
      g_autofree char *counted = shown (value->value, indicator);

      add (self, "share", indicator,
           _ ("%s: entered as %s, but its numerator and denominator make %s."), indicator->code,
           written, counted);
    }
}

/* --- in time ---------------------------------------------------------------------------------- */

/* What counts up from the first day of the year is never less later on: this period is the one
 * before and what was added. */
static void
check_falling (Check *self, AnsFigure *figure)
{
  const AnsIndicator *indicator = ans_figure_get_indicator (figure);
  AnsDate day = ans_figures_get_day (self->figures);
  g_autoptr (GHashTable) last = g_hash_table_new (g_int64_hash, g_int64_equal);

  if (indicator->kind != ANS_INDICATOR_FLOW)
    return;
  for (guint i = 0; i < indicator->values->len; i++)
    {
      const AnsManualValue *value = indicator->values->pdata[i];
      const AnsManualValue *before = g_hash_table_lookup (last, &value->village);

      if (!value->has_value || ans_date_compare (value->day, day) > 0)
        continue;
      if (before != NULL && ans_rational_compare (value->value, before->value) < 0)
        {
          g_autofree char *then = shown (before->value, indicator);
          g_autofree char *now = shown (value->value, indicator);
          g_autofree char *on = ans_date_format (value->day);

          add (self, "movements", indicator,
               _ ("%s counts up through the year, but fell from %s to %s on %s."), indicator->code,
               then, now, on);
        }
      g_hash_table_insert (last, (gpointer) &value->village, (gpointer) value);
    }
}

GPtrArray *
ans_area_check (AnsBook *book, const char *area, const char *start, const char *day, GError **error)
{
  g_autoptr (GPtrArray) found =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ans_contradiction_free);
  AnsConnection *connection = ans_book_get_connection (book);
  g_autoptr (GPtrArray) faults = NULL;

  g_return_val_if_fail (ANS_IS_BOOK (book), NULL);

  /* The only area that has more to check than its sums. */
  if (g_strcmp0 (area, ans_area_poverty.id) != 0 ||
      ans_connection_get_int (connection, "SELECT count(*) FROM poverty_status", 0) == 0)
    return g_steal_pointer (&found);
  faults = ans_poverty_check (book, connection, start, day, error);
  if (faults == NULL)
    return NULL;
  for (guint i = 0; i < faults->len; i++)
    {
      const AnsPovertyFault *fault = faults->pdata[i];
      AnsContradiction *contradiction =
          ans_contradiction_new ("movements", NULL, g_strdup (fault->text));

      if (fault->household != 0)
        {
          contradiction->reg = ans_register_households.id;
          contradiction->record = fault->household;
        }
      else
        {
          contradiction->list = ans_listing_new (book, ans_listing_info_find ("poverty-statuses"));
          ans_listing_set_as_of (contradiction->list, day);
        }
      g_ptr_array_add (found, contradiction);
    }
  return g_steal_pointer (&found);
}

static gboolean
check_poverty (Check *self, GError **error)
{
  g_autofree char *start = ans_date_to_iso (ans_figures_get_first_day (self->figures));
  g_autofree char *day = ans_date_to_iso (ans_figures_get_day (self->figures));
  GPtrArray *faults =
      ans_area_check (ans_figures_get_book (self->figures), ans_area_poverty.id, start, day, error);

  if (faults == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (self->found, faults);
  return TRUE;
}

/* --- “2,3 % (tương đương 65 hộ)” -------------------------------------------------------------- */

static AnsRational
whole_of (AnsRational count, AnsRational percent)
{
  return ans_rational_divide (ans_rational_multiply (count, ans_rational_new (100, 1)), percent);
}

/* The two targets are the same only for a certain number of households: the one that the register
 * has must be near it, within the rounding of the target. */
static void
check_equivalent (Check *self, AnsFigure *figure)
{
  const AnsIndicator *indicator = ans_figure_get_indicator (figure);
  const AnsFigureValue *value = ans_figure_get_value (figure);
  AnsFigure *same = indicator->equivalent != NULL
                        ? ans_figures_find (self->figures, indicator->equivalent)
                        : NULL;
  gint64 denominator =
      value->start_denominator >= 0 ? value->start_denominator : value->denominator;
  gint64 scale = 2;
  AnsRational half, low, high, count;

  if (same == NULL || denominator <= 0 || !indicator->has_target ||
      !ans_figure_get_indicator (same)->has_target)
    return;
  for (int i = 0; i < indicator->decimals; i++)
    scale *= 10;
  half = ans_rational_new (1, scale);
  if (ans_rational_compare (indicator->target, half) <= 0)
    return;
  count = ans_figure_get_indicator (same)->target;
  low = whole_of (count, ans_rational_add (indicator->target, half));
  high = whole_of (count, ans_rational_subtract (indicator->target, half));
  if (ans_rational_compare (ans_rational_new (denominator, 1), low) < 0 ||
      ans_rational_compare (ans_rational_new (denominator, 1), high) > 0)
    {
      g_autofree char *points = shown (indicator->target, indicator);
      g_autofree char *number = shown (count, ans_figure_get_indicator (same));
      g_autofree char *from = ans_rational_display (low, 0), *to = ans_rational_display (high, 0);
      g_autofree char *has = ans_number_format (denominator);

      add (self, "equivalent", indicator,
           /* Translators: codes and numbers of two targets that are said to be the same */
           _ ("%s and %s: %s %% are %s only of %s to %s; the register has %s."), indicator->code,
           indicator->equivalent, points, number, from, to, has);
    }
}

/* ---------------------------------------------------------------------------------------------- */

GPtrArray *
ans_figures_check (AnsFigures *figures, GError **error)
{
  static void (*const checks[]) (Check *, AnsFigure *) = {
    check_villages, check_allocations, check_subset, check_share, check_falling, check_equivalent,
  };
  g_autoptr (GPtrArray) found =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ans_contradiction_free);
  Check self = { figures, NULL, found };
  guint n;

  g_return_val_if_fail (ANS_IS_FIGURES (figures), NULL);

  if (!ans_figures_evaluate (figures, error))
    return NULL;
  self.connection = ans_book_get_connection (ans_figures_get_book (figures));
  check_sexes (&self);
  n = g_list_model_get_n_items (G_LIST_MODEL (figures));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AnsFigure) figure = g_list_model_get_item (G_LIST_MODEL (figures), i);

      for (guint j = 0; j < G_N_ELEMENTS (checks); j++)
        checks[j](&self, figure);
    }
  if (!check_poverty (&self, error))
    return NULL;
  return g_steal_pointer (&found);
}

GPtrArray *
ans_plan_check (AnsBook *book, const char *day, GError **error)
{
  g_autoptr (AnsFigures) figures = NULL;
  gint64 plan;

  g_return_val_if_fail (ANS_IS_BOOK (book), NULL);

  plan = ans_plan_find_current (book, day);
  if (plan == 0)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) ans_contradiction_free);
  figures = ans_figures_new (book, plan);
  if (day != NULL)
    ans_figures_set_day (figures, day);
  return ans_figures_check (figures, error);
}
