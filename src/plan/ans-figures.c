/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/ans-figures.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "plan/ans-figure-private.h"
#include "plan/ans-plan-registers.h"

struct _AnsFigures
{
  GObject parent_instance;

  AnsBook *book;
  gint64 plan_id;
  AnsDate asked_day, asked_first, asked_last; /* none: as the plan says */
  char *only;            /* (nullable) code of the only indicator that is wanted */
  gboolean is_last_year; /* of another one's plan, a year before */

  AnsPlan *plan;
  AnsPlan *before; /* (nullable) plan of the year before, for last year's figures */
  AnsDate day, first, last;
  AnsFigureSets *sets;
  GPtrArray *figures;
  GArray *villages; /* AnsFigureVillage */
  GArray *slots;    /* gint64 village for each slot of the sets */
  gboolean is_ready;
  gboolean is_computing;
  gulong listening;

  /* Made when asked for. */
  AnsFigures *last_year, *last_year_whole;
  GPtrArray *other_plans; /* AnsFigures, for means over years */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AnsFigures,
                               ans_figures,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
village_clear (gpointer data)
{
  g_free (((AnsFigureVillage *) data)->name);
}

static void
drop_others (AnsFigures *self)
{
  g_clear_object (&self->last_year);
  g_clear_object (&self->last_year_whole);
  g_ptr_array_set_size (self->other_plans, 0);
}

static void
ans_figures_finalize (GObject *object)
{
  AnsFigures *self = ANS_FIGURES (object);

  g_clear_signal_handler (&self->listening, self->book);
  drop_others (self);
  g_ptr_array_unref (self->other_plans);
  g_ptr_array_unref (self->figures);
  g_clear_pointer (&self->plan, ans_plan_unref);
  g_clear_pointer (&self->before, ans_plan_unref);
  g_clear_pointer (&self->sets, ans_figure_sets_free);
  g_array_unref (self->villages);
  g_array_unref (self->slots);
  g_free (self->only);
  g_clear_object (&self->book);
  G_OBJECT_CLASS (ans_figures_parent_class)->finalize (object);
}

static void
ans_figures_class_init (AnsFiguresClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ans_figures_finalize;

  signals[CHANGED] = g_signal_new ("changed", ANS_TYPE_FIGURES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
ans_figures_init (AnsFigures *self)
{
  self->figures = g_ptr_array_new_with_free_func (g_object_unref);
  self->other_plans = g_ptr_array_new_with_free_func (g_object_unref);
  self->villages = g_array_new (FALSE, FALSE, sizeof (AnsFigureVillage));
  self->slots = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_set_clear_func (self->villages, village_clear);
}

static void book_changed (AnsBook *book, AnsChanges *changes, AnsFigures *self);

static AnsFigures *
make (AnsBook *book, gint64 plan)
{
  AnsFigures *self = g_object_new (ANS_TYPE_FIGURES, NULL);

  self->book = g_object_ref (book);
  self->plan_id = plan;
  self->sets = ans_figure_sets_new (book);
  /* News come on another thread than that of a reading, and are of another state. */
  if (!ans_book_is_read_aside (book))
    self->listening = g_signal_connect (book, "changed", G_CALLBACK (book_changed), self);
  return self;
}

AnsFigures *
ans_figures_new (AnsBook *book, gint64 plan)
{
  g_return_val_if_fail (ANS_IS_BOOK (book), NULL);

  return make (book, plan);
}

/* --- what is asked ---------------------------------------------------------------------------- */

/* The day as the lists know it: NULL, the present state of the book, which is quick to ask, when
 * it is really today. */
static char *
as_of (AnsDate day)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  AnsDate today = ans_date_new (g_date_time_get_year (now), g_date_time_get_month (now),
                                g_date_time_get_day_of_month (now));

  return ans_date_compare (day, today) == 0 ? NULL : ans_date_to_iso (day);
}

static void
settle_days (AnsFigures *self)
{
  AnsDate today = ans_date_today ();

  self->first = ans_date_is_none (self->asked_first) ? self->plan->starts : self->asked_first;
  self->last = ans_date_is_none (self->asked_last) ? self->plan->ends : self->asked_last;
  if (!ans_date_is_none (self->asked_day))
    self->day = self->asked_day;
  else if (!ans_date_is_none (self->asked_last))
    self->day = self->asked_last;
  else if (ans_date_compare (today, self->last) > 0)
    self->day = self->last;
  else
    self->day = ans_date_compare (today, self->first) < 0 ? self->first : today;
}

static gboolean
read_villages (AnsFigures *self, AnsConnection *connection, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT t.id, t.name, coalesce(t.valid_from, '') <= ?1 AND (t.valid_to IS NULL OR "
      "t.valid_to >= ?1) FROM village t ORDER BY %s, t.id",
      ans_register_villages.order_by);
  g_autoptr (AnsStatement) row = ans_connection_prepare (connection, sql, error);
  g_autofree char *day = ans_date_to_iso (self->day);
  GError *local = NULL;

  if (row == NULL)
    return FALSE;
  g_array_set_size (self->villages, 0);
  ans_statement_bind_text (row, 1, day);
  while (ans_statement_step (row, &local))
    {
      AnsFigureVillage village = { ans_statement_int (row, 0),
                                   g_strdup (ans_statement_text (row, 1)),
                                   ans_statement_int (row, 2) != 0 };

      ans_figure_sets_get_slot (self->sets, village.id);
      g_array_append_val (self->villages, village);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

static AnsFigureSet *
add_part (AnsFigures *self, const AnsFigurePart *part, gboolean at_start, const char *column)
{
  AnsDate to = ans_date_compare (self->day, self->last) > 0 ? self->last : self->day;
  g_autofree char *first = ans_date_to_iso (self->first);
  g_autofree char *until = ans_date_to_iso (to);
  g_autofree char *day = as_of (at_start ? self->first : self->day);

  if (part->listing == NULL)
    return NULL;
  return ans_figure_sets_add (self->sets, part, day, first, until, column);
}

static void
add_sets (AnsFigures *self, AnsFigure *figure)
{
  const AnsFigureInfo *info = figure->info;

  memset (figure->parts, 0, sizeof figure->parts);
  memset (figure->known, 0, sizeof figure->known);
  memset (figure->all, 0, sizeof figure->all);
  figure->kept = NULL;
  if (info == NULL || figure->indicator->source == ANS_SOURCE_MANUAL)
    return;
  figure->parts[ANS_PART_NUMERATOR] = add_part (self, &info->numerator, FALSE, info->comparable);
  figure->parts[ANS_PART_DENOMINATOR] = add_part (self, &info->denominator, FALSE, NULL);
  if (info->formula == ANS_FIGURE_COUNT_FALL || info->formula == ANS_FIGURE_RATIO_FALL)
    {
      figure->parts[ANS_PART_START_NUMERATOR] =
          add_part (self, &info->numerator, TRUE, info->comparable);
      figure->parts[ANS_PART_START_DENOMINATOR] = add_part (self, &info->denominator, TRUE, NULL);
    }
  if (self->is_last_year)
    figure->kept = add_part (self, &(AnsFigurePart){ info->kept }, FALSE, NULL);
  if (figure->indicator->source != ANS_SOURCE_HYBRID)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (info->coverage); i++)
    {
      figure->known[i] = add_part (self, &info->coverage[i].known, FALSE, NULL);
      figure->all[i] = add_part (self, &info->coverage[i].all, FALSE, NULL);
    }
}

/* --- computing -------------------------------------------------------------------------------- */

/* “mean(2.3.1,2022..2025)”: the mean of an indicator over the years of plans. */
static gboolean
parse_mean (const char *figure, char code[16], int *from, int *to)
{
  return figure != NULL && sscanf (figure, "mean(%15[^,],%d..%d)", code, from, to) == 3;
}

static void compute (AnsFigures *self);

/* The figures of another plan or year changed, upon which some of ours rest. */
static void
other_changed (AnsFigures *other, AnsFigures *self)
{
  if (self->is_ready && !self->is_computing)
    compute (self);
}

static void
last_year_changed (AnsFigures *other, AnsFigures *self)
{
  if (self->is_ready)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* Figures of that indicator in the other plans that began before the day. */
static void
find_other_plans (AnsFigures *self, const char *code, int from, int to)
{
  g_autoptr (AnsStatement) row = ans_connection_prepare (
      ans_book_get_connection (self->book),
      "SELECT id FROM plan WHERE id <> ?1 AND year BETWEEN ?2 AND ?3 AND year < ?4 ORDER BY year",
      NULL);

  if (row == NULL || self->other_plans->len > 0)
    return;
  ans_statement_bind_int (row, 1, self->plan_id);
  ans_statement_bind_int (row, 2, from);
  ans_statement_bind_int (row, 3, to);
  ans_statement_bind_int (row, 4, self->plan->year);
  while (ans_statement_step (row, NULL))
    {
      AnsFigures *other = make (self->book, ans_statement_int (row, 0));

      other->only = g_strdup (code);
      g_signal_connect_object (other, "changed", G_CALLBACK (other_changed), self,
                               G_CONNECT_DEFAULT);
      g_ptr_array_add (self->other_plans, other);
    }
}

typedef struct
{
  AnsRational sum;
  int n;
  GString *years;
} Mean;

static void
add_to_mean (Mean *mean, AnsFigure *figure, int year)
{
  if (figure == NULL || figure->value.state != ANS_FIGURE_VALUE)
    return;
  mean->sum = ans_rational_add (mean->sum, figure->value.value);
  mean->n++;
  g_string_append_printf (mean->years, "%s%d", mean->years->len > 0 ? ", " : "", year);
}

static gboolean
compute_mean (AnsFigures *self, AnsFigure *figure, const char *code, int from, int to)
{
  g_autoptr (GString) years = g_string_new (NULL);
  g_autofree char *remark = NULL;
  Mean mean = { ANS_RATIONAL_ZERO, 0, years };
  AnsFigureValue value;

  if (!self->is_last_year)
    find_other_plans (self, code, from, to);
  for (guint i = 0; i < self->other_plans->len; i++)
    {
      AnsFigures *other = self->other_plans->pdata[i];
      AnsFigure *same = ans_figures_find (other, code);

      if (same != NULL)
        add_to_mean (&mean, same, other->plan->year);
    }
  if (self->plan->year >= from && self->plan->year <= to)
    add_to_mean (&mean, ans_figures_find (self, code), self->plan->year);

  ans_figure_value_init (&value);
  value.has_target = figure->indicator->has_target;
  value.target = figure->indicator->target;
  if (mean.n > 0)
    {
      value.state = ANS_FIGURE_VALUE;
      value.origin = ANS_ORIGIN_COMPUTED;
      value.value = ans_rational_divide (mean.sum, ans_rational_new (mean.n, 1));
      value.day = self->day;
      remark = g_strdup_printf ("Bình quân của %d năm có số liệu: %s", mean.n, years->str);
    }
  ans_figure_value_judge (&value, figure->indicator);
  return ans_figure_set_commune (figure, &value, remark);
}

static void
fill_slots (AnsFigures *self)
{
  g_array_set_size (self->slots, 0);
  for (guint i = 0; i < ans_figure_sets_get_n_slots (self->sets); i++)
    {
      gint64 village = ans_figure_sets_get_village (self->sets, i);

      g_array_append_val (self->slots, village);
    }
}

/* All numbers from the counts as they are. */
static void
compute (AnsFigures *self)
{
  g_autofree char *needed = ans_book_get_setting (self->book, ANS_FIGURES_COVERAGE_SETTING);
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func (g_object_unref);
  AnsFigureContext context = {
    .book = self->book,
    .before = self->before,
    .day = self->day,
    .is_past = ans_date_compare (self->day, ans_date_today ()) < 0,
    .is_last_year = self->is_last_year,
    .needed = needed != NULL ? g_ascii_strtoll (needed, NULL, 10) : ANS_FIGURES_COVERAGE_DEFAULT,
    .slots = self->slots,
  };
  char code[16];
  int from, to;

  self->is_computing = TRUE;
  fill_slots (self);
  for (guint i = 0; i < self->figures->len; i++)
    {
      AnsFigure *figure = self->figures->pdata[i];

      if (!parse_mean (figure->indicator->figure, code, &from, &to) &&
          ans_figure_compute (figure, &context))
        g_ptr_array_add (changed, g_object_ref (figure));
    }
  self->is_ready = TRUE; /* means ask for other figures */
  for (guint i = 0; i < self->figures->len; i++)
    {
      AnsFigure *figure = self->figures->pdata[i];

      if (parse_mean (figure->indicator->figure, code, &from, &to) &&
          compute_mean (self, figure, code, from, to))
        g_ptr_array_add (changed, g_object_ref (figure));
    }
  self->is_computing = FALSE;
  for (guint i = 0; i < changed->len; i++)
    ans_figure_emit_changed (changed->pdata[i]);
  if (changed->len > 0)
    g_signal_emit (self, signals[CHANGED], 0);
}

static AnsFigure *
find_by_id (GPtrArray *figures, gint64 id)
{
  for (guint i = 0; i < figures->len; i++)
    if (((AnsFigure *) figures->pdata[i])->id == id)
      return figures->pdata[i];
  return NULL;
}

/* Figures for the indicators of the plan; one that is still there stays the same object. */
static void
take_indicators (AnsFigures *self, GPtrArray *old)
{
  self->figures = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->plan->indicators->len; i++)
    {
      AnsIndicator *indicator = self->plan->indicators->pdata[i];
      AnsFigure *figure = find_by_id (old, indicator->id);

      if (self->only != NULL && g_strcmp0 (self->only, indicator->code) != 0)
        continue;
      figure = figure != NULL ? g_object_ref (figure) : ans_figure_new (indicator->id);
      g_clear_pointer (&figure->plan, ans_plan_unref);
      figure->plan = ans_plan_ref (self->plan);
      figure->indicator = indicator;
      figure->sets = self->sets;
      figure->info =
          indicator->figure != NULL ? ans_area_find_figure (indicator->figure, NULL) : NULL;
      g_ptr_array_add (self->figures, figure);
      add_sets (self, figure);
    }
}

static void
tell_items (AnsFigures *self, GPtrArray *old)
{
  gboolean same = old->len == self->figures->len;

  for (guint i = 0; same && i < old->len; i++)
    same = old->pdata[i] == self->figures->pdata[i];
  if (!same)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, old->len, self->figures->len);
}

/* The plan as it is now; of one that was taken out of the book since, nothing is left. */
static AnsPlan *
read_plan (AnsFigures *self, GError **error)
{
  g_autoptr (GError) local = NULL;
  AnsPlan *plan = ans_plan_read (self->book, self->plan_id, &local);

  if (plan == NULL && self->plan != NULL &&
      g_error_matches (local, ANS_RECORD_ERROR, ANS_RECORD_ERROR_NOT_FOUND))
    return ans_plan_new_empty (self->plan);
  if (plan == NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return plan;
}

/* Reads the plan and counts what is not counted. */
static gboolean
prepare (AnsFigures *self, GError **error)
{
  AnsConnection *connection = ans_book_get_connection (self->book);
  AnsPlan *plan = read_plan (self, error);
  g_autoptr (GPtrArray) old = NULL;

  if (plan == NULL)
    return FALSE;
  g_clear_pointer (&self->plan, ans_plan_unref);
  self->plan = plan;
  settle_days (self);
  if (self->is_last_year)
    {
      gint64 before = ans_plan_find_year (self->book, plan->year - 1);

      g_clear_pointer (&self->before, ans_plan_unref);
      self->before = before != 0 ? ans_plan_read (self->book, before, NULL) : NULL;
    }
  ans_figure_sets_begin (self->sets);
  if (!read_villages (self, connection, error))
    return FALSE;
  old = g_steal_pointer (&self->figures);
  take_indicators (self, old);
  if (!ans_figure_sets_update (self->sets, connection, error))
    return FALSE;
  compute (self);
  tell_items (self, old);
  return TRUE;
}

gboolean
ans_figures_evaluate (AnsFigures *self, GError **error)
{
  g_return_val_if_fail (ANS_IS_FIGURES (self), FALSE);

  return self->is_ready || prepare (self, error);
}

static gboolean
ensure (AnsFigures *self)
{
  g_autoptr (GError) error = NULL;

  if (ans_figures_evaluate (self, &error))
    return TRUE;
  g_warning ("%s", error->message);
  return FALSE;
}

/* --- the book changes ------------------------------------------------------------------------- */

static gboolean
touches_plan (AnsChanges *changes)
{
  static const AnsRegister *const registers[] = {
    &ans_register_plans,    &ans_register_indicators,       &ans_register_allocations,
    &ans_register_villages, &ans_register_indicator_values,
  };

  if (ans_changes_get_rows (changes, "setting") != NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (registers); i++)
    if (ans_changes_get_rows (changes, registers[i]->table) != NULL)
      return TRUE;
  return FALSE;
}

static void
book_changed (AnsBook *book, AnsChanges *changes, AnsFigures *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsFigures) alive = g_object_ref (self);
  gboolean done;

  if (!self->is_ready)
    return;
  if (changes->many)
    ans_figure_sets_forget (self->sets);
  done = changes->many ||
         ans_figure_sets_refresh (self->sets, ans_book_get_connection (book), changes, &error);
  if (changes->many || touches_plan (changes))
    {
      drop_others (self);
      self->is_ready = FALSE;
      done = done && prepare (self, &error);
    }
  else if (done)
    compute (self);
  if (!done)
    {
      g_warning ("%s", error->message);
      ans_figure_sets_forget (self->sets);
      self->is_ready = FALSE;
    }
}

/* --- properties ------------------------------------------------------------------------------- */

static void
ask_again (AnsFigures *self)
{
  gboolean was_ready = self->is_ready;

  drop_others (self);
  self->is_ready = FALSE;
  if (was_ready)
    ensure (self);
}

static AnsDate
parse_day (const char *iso)
{
  AnsDate day = ANS_DATE_NONE;

  if (iso != NULL)
    ans_date_parse_iso (iso, &day, NULL);
  return ans_date_is_full (day) ? day : ANS_DATE_NONE;
}

void
ans_figures_set_only (AnsFigures *self, const char *code)
{
  g_return_if_fail (ANS_IS_FIGURES (self));
  g_return_if_fail (!self->is_ready);

  g_set_str (&self->only, code);
}

void
ans_figures_set_day (AnsFigures *self, const char *iso)
{
  g_return_if_fail (ANS_IS_FIGURES (self));

  self->asked_day = parse_day (iso);
  ask_again (self);
}

void
ans_figures_set_period (AnsFigures *self, const char *first, const char *last)
{
  g_return_if_fail (ANS_IS_FIGURES (self));

  self->asked_first = parse_day (first);
  self->asked_last = parse_day (last);
  self->asked_day = ANS_DATE_NONE;
  ask_again (self);
}

AnsDate
ans_figures_get_day (AnsFigures *self)
{
  ensure (self);
  return self->day;
}

AnsDate
ans_figures_get_first_day (AnsFigures *self)
{
  ensure (self);
  return self->first;
}

AnsDate
ans_figures_get_last_day (AnsFigures *self)
{
  ensure (self);
  return self->last;
}

AnsBook *
ans_figures_get_book (AnsFigures *self)
{
  g_return_val_if_fail (ANS_IS_FIGURES (self), NULL);

  return self->book;
}

const AnsPlan *
ans_figures_get_plan (AnsFigures *self)
{
  ensure (self);
  return self->plan;
}

AnsFigure *
ans_figures_find (AnsFigures *self, const char *code)
{
  g_return_val_if_fail (ANS_IS_FIGURES (self), NULL);

  if (!ensure (self))
    return NULL;
  for (guint i = 0; i < self->figures->len; i++)
    {
      AnsFigure *figure = self->figures->pdata[i];

      if (g_strcmp0 (figure->indicator->code, code) == 0)
        return figure;
    }
  return NULL;
}

const GArray *
ans_figures_get_villages (AnsFigures *self)
{
  g_return_val_if_fail (ANS_IS_FIGURES (self), NULL);

  ensure (self);
  return self->villages;
}

AnsListing *
ans_figures_list (AnsFigures *self, AnsFigure *figure, AnsFigurePartKind part, gint64 village)
{
  AnsListing *listing;

  g_return_val_if_fail (ANS_IS_FIGURES (self), NULL);
  g_return_val_if_fail (ANS_IS_FIGURE (figure), NULL);

  if (!ensure (self) || !ans_figure_has_part (figure, part))
    return NULL;
  listing = ans_listing_copy (ans_figure_set_get_listing (figure->parts[part]));
  ans_listing_set_village (listing, village);
  return listing;
}

/* --- last year and the rest of this one ------------------------------------------------------- */

static AnsFigures *
a_year_before (AnsFigures *self, AnsDate day)
{
  AnsFigures *before = make (self->book, self->plan_id);

  before->is_last_year = TRUE;
  before->asked_first = ans_date_add_years (self->first, -1);
  before->asked_last = ans_date_add_years (self->last, -1);
  before->asked_day = ans_date_add_years (day, -1);
  g_signal_connect_object (before, "changed", G_CALLBACK (last_year_changed), self,
                           G_CONNECT_DEFAULT);
  return before;
}

static const AnsFigureValue *
value_before (AnsFigures *before, AnsFigure *figure)
{
  AnsFigure *same = ensure (before) ? find_by_id (before->figures, figure->id) : NULL;

  return same != NULL && (same->value.state == ANS_FIGURE_VALUE ||
                          same->value.state == ANS_FIGURE_NOT_ARISEN)
             ? &same->value
             : NULL;
}

const AnsFigureValue *
ans_figures_get_last_year (AnsFigures *self, AnsFigure *figure)
{
  g_return_val_if_fail (ANS_IS_FIGURES (self), NULL);
  g_return_val_if_fail (ANS_IS_FIGURE (figure), NULL);

  if (!ensure (self))
    return NULL;
  if (self->last_year == NULL)
    self->last_year = a_year_before (self, self->day);
  return value_before (self->last_year, figure);
}

gboolean
ans_figures_forecast (AnsFigures *self, AnsFigure *figure, AnsForecast *forecast)
{
  const AnsFigureValue *then = ans_figures_get_last_year (self, figure);
  const AnsFigureValue *whole = NULL;

  if (then != NULL && then->state == ANS_FIGURE_VALUE)
    {
      if (self->last_year_whole == NULL)
        self->last_year_whole = a_year_before (self, self->last);
      whole = value_before (self->last_year_whole, figure);
    }
  if (whole != NULL && whole->state != ANS_FIGURE_VALUE)
    whole = NULL;
  return ans_forecast_make (&figure->value, figure->indicator, self->first, self->day, self->last,
                            whole != NULL ? &then->value : NULL,
                            whole != NULL ? &whole->value : NULL, forecast);
}

/* --- GListModel ------------------------------------------------------------------------------- */

static GType
get_item_type (GListModel *model)
{
  return ANS_TYPE_FIGURE;
}

static guint
get_n_items (GListModel *model)
{
  AnsFigures *self = ANS_FIGURES (model);

  return ensure (self) ? self->figures->len : 0;
}

static gpointer
get_item (GListModel *model, guint position)
{
  AnsFigures *self = ANS_FIGURES (model);

  return ensure (self) && position < self->figures->len
             ? g_object_ref (self->figures->pdata[position])
             : NULL;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}
