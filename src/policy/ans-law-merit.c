/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Allowances of meritorious people: amounts by category and percent, domain.md §2.5 and §4.3. */
#include "policy/ans-law-private.h"

#include <string.h>

#include "text/ans-number.h"

#define MARTYRS      "LS_TUAT"
#define MAX_SURVIVOR 2 /* allowances for relatives of several people */

typedef struct
{
  const AnsMeritRow *row;
  const AnsRate *rate;
  gint64 amount;
  int percent;
  guint category;
  gboolean is_paid;
  const char *why_not;
} Entry;

typedef struct
{
  const AnsLawContext *context;
  AnsLawAnswer *answer;
  Entry entries[ANS_LAW_MAX_LINES];
  guint n;
} Asking;

static const char *const whos[] = {
  [ANS_MERIT_ALLOWANCE] = "Người có công", [ANS_MERIT_SUPPLEMENT] = "Người có công",
  [ANS_MERIT_SENIORITY] = "Người có công", [ANS_MERIT_CARER] = "Người phục vụ",
  [ANS_MERIT_SURVIVOR] = "Thân nhân",      [ANS_MERIT_SURVIVOR_CARE] = "Thân nhân",
  [ANS_MERIT_CARE] = "Người có công",
};

/* A category may be given as one of its bands: BB_61_70. */
static const AnsMeritRow *
find_band (AnsLaw *law, const char *code)
{
  for (guint i = 0; i < law->merits->len; i++)
    {
      const AnsMeritRow *row = law->merits->pdata[i];

      if (g_str_equal (row->code, code) && !g_str_equal (row->category, code))
        return row;
    }
  return NULL;
}

/* Whether the category is one whose allowance goes by percent, and which are not given by a band.
 */
static gboolean
bears_percent (AnsLaw *law, const char *given)
{
  const char *category = ans_law_find_category (law, given);

  if (category == NULL || find_band (law, given) != NULL)
    return FALSE;
  for (guint i = 0; i < law->merits->len; i++)
    {
      const AnsMeritRow *row = law->merits->pdata[i];

      if (row->rate_min > 0 && g_str_equal (row->category, category))
        return TRUE;
    }
  return FALSE;
}

guint
ans_law_count_percents (AnsLaw *law, const AnsLawFacts *facts, guint n)
{
  guint count = 0;

  for (guint i = 0; i < n; i++)
    count += bears_percent (law, facts->categories[i]);
  return count;
}

/* One percent is of all categories; several are of the categories in their order, or of those that
 * have one. */
static int
percent_of (AnsLaw *law, const AnsLawFacts *facts, guint category)
{
  if (!ans_law_facts_has (facts, ANS_FACT_RATE))
    return 0;
  if (facts->n_rates == 1)
    return facts->rates[0];
  if (facts->n_rates != facts->n_categories)
    {
      if (!bears_percent (law, facts->categories[category]))
        return 0;
      category = ans_law_count_percents (law, facts, category);
    }
  return category < facts->n_rates ? facts->rates[category] : 0;
}

/* What is asked about one category: facts of which each category has its own. */
static void
narrow (const AnsLawContext *context, guint category, AnsLawContext *narrowed, AnsLawFacts *facts)
{
  *narrowed = *context;
  *facts = *context->facts;
  narrowed->facts = facts;
  for (guint i = 0; i < ANS_FACT_N_EACH; i++)
    if (facts->n_each[i] > category)
      facts->value[ANS_FACT_FIRST_EACH + i] = facts->each[i][category];
}

static void
add_entry (
    Asking *self, const AnsLawContext *context, const AnsMeritRow *row, int percent, guint category)
{
  gboolean has_seniority = ans_law_facts_has (context->facts, ANS_FACT_SENIORITY);
  g_autofree char *code = NULL;
  const AnsRate *const *series;
  guint n;
  Entry *entry;

  if (self->n == G_N_ELEMENTS (self->entries))
    return;
  entry = &self->entries[self->n++];
  code = row->by_percent ? g_strdup_printf ("%s.%03d", row->rate_code, percent)
                         : g_strdup (row->rate_code);
  series = ans_rate_table_series (self->context->law->rates, "NCC_MONTHLY", code, &n);
  *entry = (Entry) { .row = row, .percent = percent, .category = category };
  entry->rate = ans_rate_series_on (series, n, self->context->day, self->context->known);
  if (entry->rate != NULL)
    entry->amount = entry->rate->value * (row->kind == ANS_MERIT_SENIORITY && has_seniority
                                              ? context->facts->value[ANS_FACT_SENIORITY]
                                              : 1);
}

static void
say_bounds (Asking *self, const char *category, int percent, int least)
{
  self->answer->used |= ANS_FACT_BIT (ANS_FACT_RATE) | ANS_FACT_BIT (ANS_FACT_CATEGORY);
  ans_law_answer_take_reason (
      self->answer,
      g_strdup_printf ("%s: tỷ lệ %d %% dưới %d %%, không có trợ cấp hằng tháng", category, percent,
                       least),
      "NĐ 75/2021/NĐ-CP Phụ lục I, II, III");
}

static void
ask_category (Asking *self, guint index)
{
  AnsLawContext context;
  AnsLawFacts own;
  const AnsLawFacts *facts = &own;
  AnsLaw *law = self->context->law;
  const char *given = self->context->facts->categories[index];
  const char *category = ans_law_find_category (law, given);
  const AnsMeritRow *band = category != NULL ? find_band (law, given) : NULL;
  /* A code that is no category of its own is that supplement alone, which its holder has. */
  gboolean is_alone = band != NULL && band->kind != ANS_MERIT_ALLOWANCE;
  int percent = percent_of (law, self->context->facts, index), least = 0;
  gboolean found = FALSE, asks_percent = FALSE;

  narrow (self->context, index, &context, &own);

  /* How many martyrs they are says more than a code does. */
  if (category != NULL && g_str_has_prefix (category, MARTYRS "_") &&
      ans_law_facts_has (facts, ANS_FACT_MARTYRS) && facts->value[ANS_FACT_MARTYRS] > 0)
    category = MARTYRS;
  if (percent == 0 && band != NULL)
    percent = band->rate_min;
  for (guint i = 0; i < law->merits->len; i++)
    {
      const AnsMeritRow *row = law->merits->pdata[i];
      guint64 unknown = 0;
      AnsLawTruth truth = ANS_LAW_TRUE;

      if (g_strcmp0 (row->category, category) != 0 || (is_alone && !g_str_equal (row->code, given)))
        continue;
      if (row->rate_min > 0)
        {
          asks_percent = TRUE;
          least = least == 0 ? row->rate_min : MIN (least, row->rate_min);
          if (percent < row->rate_min || percent > row->rate_max)
            continue;
        }
      for (guint j = 0; j < row->n_atoms && !is_alone; j++)
        truth = MIN (truth, ans_law_atom_ask (&context, &row->atoms[j], &unknown));
      /* What fails does not need what else is unknown. */
      if (truth != ANS_LAW_FALSE)
        self->answer->missing |= unknown;
      if (truth == ANS_LAW_TRUE)
        {
          add_entry (self, &context, row, percent, index);
          found = TRUE;
        }
    }
  if (asks_percent && percent == 0)
    self->answer->missing |= ANS_FACT_BIT (ANS_FACT_RATE);
  else if (asks_percent && !found)
    say_bounds (self, category, percent, least);
}

static Entry *
highest (Asking *self, AnsMeritKind kind)
{
  Entry *best = NULL;

  for (guint i = 0; i < self->n; i++)
    {
      Entry *entry = &self->entries[i];

      if (entry->row->kind == kind && !entry->is_paid && entry->rate != NULL &&
          (best == NULL || entry->amount > best->amount))
        best = entry;
    }
  return best;
}

/* The highest ones of a kind, as many as the law allows. */
static void
pay (Asking *self, AnsMeritKind kind, guint most, const char *why_not)
{
  for (guint i = 0; i < most; i++)
    {
      Entry *entry = highest (self, kind);

      if (entry == NULL)
        return;
      entry->is_paid = TRUE;
    }
  for (guint i = 0; i < self->n; i++)
    if (self->entries[i].row->kind == kind && !self->entries[i].is_paid)
      self->entries[i].why_not = why_not;
}

static char *
say_no_amount (Asking *self, const Entry *entry)
{
  g_autofree char *month = ans_month_format (ans_law_date (self->context->day));

  return g_strdup_printf (
      "Chưa có mức “%s” áp dụng %s trong dữ liệu (chưa đọc được phụ lục của văn "
      "bản): không suy đoán",
      entry->row->title, month);
}

static void
write_entry (Asking *self, const Entry *entry)
{
  AnsLawLine *line;
  AnsLawContext context;
  AnsLawFacts own;
  g_autofree char *amount = NULL;
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (GString) text = NULL;

  if (!entry->is_paid)
    {
      char *reason = self->answer->reasons == NULL ? NULL
                     : entry->rate == NULL         ? say_no_amount (self, entry)
                                                   : g_strdup (entry->why_not);

      if (reason != NULL)
        ans_law_answer_take_reason (self->answer, g_strdup (reason), NULL);
      ans_law_answer_add_unpaid (self->answer, entry->row->code, reason);
      return;
    }
  line = ans_law_answer_add_line (self->answer);
  line->code = entry->row->code;
  line->who = whos[entry->row->kind];
  line->title = entry->row->title;
  line->clause = entry->row->clause;
  line->amount = entry->amount;
  line->rate = entry->rate;
  line->rule = entry->row;
  if (self->answer->reasons == NULL)
    return;
  words = g_ptr_array_new_with_free_func (g_free);
  narrow (self->context, entry->category, &context, &own);
  for (guint i = 0; i < entry->row->n_atoms; i++)
    ans_law_atom_say (&context, &entry->row->atoms[i], ANS_LAW_TRUE, words, &self->answer->used);
  text = g_string_new (entry->row->title);
  if (entry->row->by_percent)
    g_string_append_printf (text, " tỷ lệ %d %%", entry->percent);
  if (entry->row->rate_min > 0 && ans_law_facts_has (self->context->facts, ANS_FACT_RATE))
    self->answer->used |= ANS_FACT_BIT (ANS_FACT_RATE);
  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (text, "; %s", (char *) words->pdata[i]);
  amount = ans_number_format (entry->amount);
  g_string_append_printf (text, ": %s đồng/tháng", amount);
  ans_law_answer_take_reason (self->answer, g_string_free_and_steal (g_steal_pointer (&text)),
                              entry->rate->legal_basis);
}

/* On death the relatives get three months of allowance and supplements at once. */
static void
say_death (Asking *self)
{
  const AnsLawFacts *facts = self->context->facts;
  gint64 sum = 0;
  guint n;
  const AnsRate *const *series =
      ans_rate_table_series (self->context->law->rates, "NCC_ONEOFF", "CHET_3_THANG", &n);
  const AnsRate *rate = ans_rate_series_on (series, n, self->context->day, self->context->known);
  g_autofree char *amount = NULL;

  if (!ans_law_facts_has (facts, ANS_FACT_DEATH) ||
      facts->value[ANS_FACT_DEATH] > self->context->day)
    return;
  for (guint i = 0; i < self->n; i++)
    if (self->entries[i].is_paid && self->entries[i].row->kind < ANS_MERIT_CARER)
      sum += self->entries[i].amount;
  if (sum == 0 || rate == NULL)
    return;
  amount = ans_number_format (rate->value * sum);
  ans_law_answer_take_reason (self->answer,
                              g_strdup_printf ("Thân nhân được trợ cấp một lần bằng %d tháng trợ "
                                               "cấp, phụ cấp đang hưởng: %s đồng (ngoài "
                                               "khoản hằng tháng)",
                                               (int) rate->value, amount),
                              rate->legal_basis);
}

void
ans_law_ask_merit (const AnsLawContext *context, AnsLawAnswer *answer)
{
  Asking self = { .context = context, .answer = answer };

  if (!ans_law_facts_has (context->facts, ANS_FACT_CATEGORY))
    {
      answer->missing = ANS_FACT_BIT (ANS_FACT_CATEGORY);
      return;
    }
  answer->used |= ANS_FACT_BIT (ANS_FACT_CATEGORY);
  for (guint i = 0; i < context->facts->n_categories; i++)
    ask_category (&self, i);
  /* A person of several categories receives the allowance of each. */
  pay (&self, ANS_MERIT_ALLOWANCE, G_MAXUINT, NULL);
  pay (&self, ANS_MERIT_SUPPLEMENT, G_MAXUINT, NULL);
  pay (&self, ANS_MERIT_SENIORITY, G_MAXUINT, NULL);
  pay (&self, ANS_MERIT_CARE, G_MAXUINT, NULL);
  pay (&self, ANS_MERIT_CARER, 1, "Chỉ hưởng một mức trợ cấp người phục vụ cao nhất");
  pay (&self, ANS_MERIT_SURVIVOR, MAX_SURVIVOR,
       "Thân nhân của từ hai người có công chỉ hưởng tối đa hai suất tuất");
  pay (&self, ANS_MERIT_SURVIVOR_CARE, 1, "Chỉ hưởng một suất tuất nuôi dưỡng");
  for (guint i = 0; i < self.n; i++)
    {
      answer->eligible = TRUE;
      write_entry (&self, &self.entries[i]);
    }
  if (answer->reasons != NULL)
    say_death (&self);
  ans_law_answer_sum (answer);
}
