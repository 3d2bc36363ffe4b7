/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking the law about a person on a day: what holds for all schemes (death, suspension, texts that
 * are not there yet), and what the dead had. */
#include "policy/ans-law-private.h"

#include <glib/gi18n.h>
#include <string.h>

static int
get (const AnsLawFacts *facts, AnsFact fact)
{
  return ans_law_facts_has (facts, fact) ? (int) facts->value[fact] : 0;
}

static char *
show_day (int day)
{
  return ans_date_format (ans_law_date (day));
}

/* Of those that the scheme looks at. */
static void
say_facts_of_law (const AnsLawContext *context, AnsLawScheme scheme, AnsLawAnswer *answer)
{
  static const AnsFact facts[] = { ANS_FACT_LAW, ANS_FACT_KNOWN };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (ans_law_facts_has (context->facts, facts[i]) && answer->reasons != NULL &&
        (ans_law_facts_of (context->law, scheme) & ANS_FACT_BIT (facts[i])) != 0)
      {
        answer->used |= ANS_FACT_BIT (facts[i]);
        ans_law_answer_take_reason (answer, ans_law_facts_say (context->facts, facts[i]), NULL);
      }
}

/* Without words nothing is to be said. */
static void
say_nothing_known (const AnsLawContext *context, AnsLawScheme scheme, AnsLawAnswer *answer)
{
  g_autofree char *day = show_day (context->day);

  if (scheme == ANS_LAW_PENSION && context->pension == 0)
    ans_law_answer_take_reason (answer,
                                g_strdup_printf ("Ngày %s chưa có trợ cấp hưu trí xã hội", day),
                                "Luật BHXH 41/2024/QH15; NĐ 176/2025/NĐ-CP");
  else if ((scheme == ANS_LAW_ASSISTANCE || scheme == ANS_LAW_CARE) && context->version < 0)
    ans_law_answer_take_reason (
        answer, g_strdup_printf ("Chưa có dữ liệu về nhóm đối tượng và hệ số áp dụng ngày %s", day),
        NULL);
}

/* --- the dead --------------------------------------------------------------------------------- */

static void
copy_reasons (AnsLawAnswer *answer, const AnsLawAnswer *from)
{
  for (guint i = 0; answer->reasons != NULL && i < from->reasons->len; i++)
    ans_law_answer_take_reason (answer, g_strdup (from->reasons->pdata[i]), NULL);
  answer->used |= from->used;
}

/* What the dead were entitled to on the day of their death. By the text of 2021 a decision that was
 * signed afterwards is too late; by that of 2026 it need not be there. */
static void
ask_past (AnsLawContext *context,
          AnsLawScheme scheme,
          AnsLawTruth *truth,
          guint64 *missing,
          AnsLawAnswer *answer)
{
  AnsLawAnswer *past = ans_law_answer_new (answer->reasons != NULL);
  int decision = get (context->facts, ANS_FACT_DECISION);
  const AnsLawVersion *last =
      &g_array_index (context->law->versions, AnsLawVersion, context->law->versions->len - 1);

  ans_law_ask_groups (context, scheme, past);
  *missing = past->missing;
  *truth = past->n_lines > 0 ? ANS_LAW_TRUE : past->missing != 0 ? ANS_LAW_UNKNOWN : ANS_LAW_FALSE;
  if (*truth == ANS_LAW_TRUE)
    *missing = past->at_risk;
  if (*truth == ANS_LAW_TRUE && decision > context->day && context->day < last->known_day)
    {
      g_autofree char *signed_on = show_day (decision);

      *truth = ANS_LAW_FALSE;
      answer->used |= ANS_FACT_BIT (ANS_FACT_DECISION);
      ans_law_answer_take_reason (
          answer,
          g_strdup_printf ("Quyết định ký ngày %s, sau ngày chết: chưa phải người đang hưởng",
                           signed_on),
          NULL);
    }
  if (*truth == ANS_LAW_TRUE)
    copy_reasons (answer, past);
  ans_law_answer_free (past);
}

/* Why the dead had no assistance. */
static void
say_past (const AnsLawContext *context, AnsLawAnswer *answer)
{
  AnsLawAnswer *past = ans_law_answer_new (TRUE);

  ans_law_ask_groups (context, ANS_LAW_ASSISTANCE, past);
  copy_reasons (answer, past);
  ans_law_answer_free (past);
}

static void
ask_funeral (AnsLaw *law, const AnsLawFacts *facts, int day, AnsLawAnswer *answer)
{
  AnsLawContext context;
  int death = get (facts, ANS_FACT_DEATH);
  g_autofree char *died = NULL;

  if (death == 0)
    {
      answer->missing = ANS_FACT_BIT (ANS_FACT_DEATH);
      ans_law_answer_take_reason (answer, g_strdup ("Chưa rõ: ngày chết"), NULL);
      return;
    }
  died = show_day (death);
  answer->used = ANS_FACT_BIT (ANS_FACT_DEATH);
  if (death > day)
    {
      ans_law_answer_take_reason (answer, g_strdup_printf ("Ngày chết %s: chưa đến ngày đó", died),
                                  NULL);
      return;
    }
  ans_law_context_init (&context, law, facts, death);
  ans_law_answer_take_reason (answer, g_strdup_printf ("Chết ngày %s", died), NULL);
  say_facts_of_law (&context, ANS_LAW_FUNERAL, answer);
  ask_past (&context, ANS_LAW_ASSISTANCE, &context.assistance, &context.assistance_missing, answer);
  ask_past (&context, ANS_LAW_PENSION, &context.social_pension, &context.pension_missing, answer);
  ans_law_ask_groups (&context, ANS_LAW_FUNERAL, answer);
  if (answer->reasons != NULL && answer->n_lines == 0 && context.assistance == ANS_LAW_FALSE &&
      (answer->used & ANS_FACT_BIT (ANS_FACT_DECISION)) == 0)
    say_past (&context, answer);
  /* A decree that reaches back raised the standard after the death. */
  if (answer->n_lines > 0 && answer->lines[0].standard != NULL &&
      answer->lines[0].standard->known_day > death)
    ans_law_answer_take_reason (
        answer,
        g_strdup (
            "Chưa kiểm chứng: mức chuẩn này có hiệu lực sau ngày chết (áp dụng tính lùi); mai "
            "táng phí đã chi theo mức cũ có được chi bổ sung hay không – hỏi cấp tỉnh"),
        NULL);
}

/* --- months of death and suspension ----------------------------------------------------------- */

/* Which clause says when months stop. */
static const char *
clause_of_months (const AnsLawContext *context, AnsLawScheme scheme)
{
  return scheme == ANS_LAW_PENSION ? "NĐ 176/2025/NĐ-CP; NĐ 335/2026/NĐ-CP Điều 31"
         : scheme == ANS_LAW_MERIT ? "Pháp lệnh 02/2020/UBTVQH14; NĐ 131/2021/NĐ-CP Điều 121"
                                   : ans_law_month_rules (context)->clause;
}

/* Whether the question ends here: they died in an earlier month. */
static gboolean
is_dead (const AnsLawContext *context, AnsLawScheme scheme, AnsLawAnswer *answer)
{
  int death = get (context->facts, ANS_FACT_DEATH);
  g_autofree char *died = NULL;

  if (death == 0 || death > context->day)
    return FALSE;
  died = show_day (death);
  answer->used |= ANS_FACT_BIT (ANS_FACT_DEATH);
  if (death / 100 < context->day / 100)
    {
      int stop = ans_law_next_month (death / 100);

      ans_law_answer_take_reason (
          answer,
          g_strdup_printf (
              "Đã chết ngày %s: thôi hưởng từ tháng %02d/%d (tháng ngay sau tháng chết)", died,
              stop % 100, stop / 100),
          clause_of_months (context, scheme));
      return TRUE;
    }
  ans_law_answer_take_reason (
      answer,
      g_strdup_printf ("Chết ngày %s: tháng này vẫn chi trả, thôi hưởng từ tháng sau", died),
      clause_of_months (context, scheme));
  return FALSE;
}

/* Whether who comes back in month @to is still entitled: only then the months between are paid. */
static gboolean
is_entitled_on_return (const AnsLawContext *context, AnsLawScheme scheme, int to)
{
  AnsLawContext then;
  AnsLawFacts facts = *context->facts;
  AnsLawAnswer *answer;
  int death = get (&facts, ANS_FACT_DEATH);
  gboolean is_entitled;

  ans_law_context_init (&then, context->law, context->facts, ans_law_last_day (to));
  if (!ans_law_month_rules (&then)->is_paid_back)
    return FALSE;
  /* The dead can't return, but were entitled until then. */
  if (death != 0 && death / 100 < to)
    return TRUE;
  ans_law_facts_clear (&facts, ANS_FACT_SUSPENDED);
  ans_law_facts_clear (&facts, ANS_FACT_RESUMED);
  answer = ans_law_answer_new (FALSE);
  ans_law_ask (context->law, scheme, &facts, ans_law_last_day (to), answer);
  if (answer->n_lines == 0)
    ans_law_ask (context->law, scheme, &facts, to * 100 + 1, answer);
  is_entitled = answer->n_lines > 0;
  ans_law_answer_free (answer);
  return is_entitled;
}

static void
suspend (const AnsLawContext *context, AnsLawScheme scheme, AnsLawAnswer *answer)
{
  static const char clause[] = "TT 02/2021/TT-BLĐTBXH; NĐ 335/2026/NĐ-CP Điều 9.4";
  int from = get (context->facts, ANS_FACT_SUSPENDED), to = get (context->facts, ANS_FACT_RESUMED);
  int month = context->day / 100;
  g_autofree char *reason = NULL;

  if (from == 0 || month < from || (to != 0 && month >= to) || answer->n_lines == 0)
    return;
  answer->used |= ANS_FACT_BIT (ANS_FACT_SUSPENDED);
  if (to != 0)
    answer->used |= ANS_FACT_BIT (ANS_FACT_RESUMED);
  if (to != 0 && is_entitled_on_return (context, scheme, to))
    {
      ans_law_answer_take_reason (
          answer,
          g_strdup_printf ("Tạm dừng từ tháng %02d/%d, hưởng lại từ tháng %02d/%d: tháng này được "
                           "truy lĩnh",
                           from % 100, from / 100, to % 100, to / 100),
          clause);
      return;
    }
  reason = to == 0 ? g_strdup_printf ("Đang tạm dừng từ tháng %02d/%d", from % 100, from / 100)
                   : g_strdup_printf ("Tạm dừng từ tháng %02d/%d, đến tháng %02d/%d không còn đủ "
                                      "điều kiện: thôi hưởng từ khi tạm dừng",
                                      from % 100, from / 100, to % 100, to / 100);
  for (guint i = 0; i < answer->n_lines; i++)
    ans_law_answer_add_unpaid (answer, answer->lines[i].code,
                               answer->reasons != NULL ? g_strdup (reason) : NULL);
  answer->n_lines = 0;
  answer->total = 0;
  answer->eligible = FALSE;
  ans_law_answer_take_reason (answer, g_steal_pointer (&reason), clause);
}

/* A figure that nobody read in a text is to be looked up before it is paid. */
static void
say_weak (AnsLawAnswer *answer)
{
  static const struct
  {
    const char *check, *says;
  } marks[] = {
    { "computed", "tự tính theo mức chuẩn, chưa đọc được phụ lục của văn bản" },
    { "partly", "mới kiểm chứng một phần" },
    { "inferred", "suy ra từ văn bản khác" },
    { "unverified", "chưa kiểm chứng" },
  };

  if (answer->reasons == NULL)
    return;
  for (guint i = 0; i < answer->n_lines; i++)
    for (guint j = 0; j < G_N_ELEMENTS (marks); j++)
      if (g_str_equal (ans_law_line_check (&answer->lines[i]), marks[j].check))
        ans_law_answer_take_reason (answer,
                                    g_strdup_printf ("Mức “%s” %s: đối chiếu văn bản trước khi chi",
                                                     answer->lines[i].title, marks[j].says),
                                    NULL);
}

static gboolean
has_partial_child (const AnsLawFacts *facts)
{
  for (guint i = 0; ans_law_facts_has (facts, ANS_FACT_CHILDREN) && i < facts->n_children; i++)
    if (facts->children[i].is_partial)
      return TRUE;
  return FALSE;
}

static void
say_missing (AnsLawAnswer *answer)
{
  g_autoptr (GString) text = NULL;

  if (answer->missing == 0 || answer->reasons == NULL)
    return;
  text = g_string_new ("Có thể thay đổi kết quả khi biết: ");
  for (guint i = 0, n = 0; i < ANS_FACT_N; i++)
    if (answer->missing & ANS_FACT_BIT (i))
      g_string_append_printf (text, "%s%s", n++ > 0 ? "; " : "", ans_fact_info (i)->label);
  ans_law_answer_take_reason (answer, g_string_free_and_steal (g_steal_pointer (&text)), NULL);
}

void
ans_law_ask (
    AnsLaw *law, AnsLawScheme scheme, const AnsLawFacts *facts, int day, AnsLawAnswer *answer)
{
  AnsLawContext context;
  int death;

  g_return_if_fail (law != NULL);
  g_return_if_fail (scheme < ANS_LAW_N_SCHEMES);
  g_return_if_fail (facts != NULL);
  g_return_if_fail (answer != NULL);

  death = get (facts, ANS_FACT_DEATH);
  ans_law_answer_clear (answer);
  /* Nobody grows older after their death. */
  if (ans_law_scheme_is_monthly (scheme) && death != 0 && death <= day && death / 100 == day / 100)
    day = death;
  ans_law_context_init (&context, law, facts, day);
  answer->estimated_age =
      scheme != ANS_LAW_POVERTY && scheme != ANS_LAW_EMERGENCY && scheme != ANS_LAW_MERIT &&
      ((ans_law_facts_has (facts, ANS_FACT_BIRTH) && !ans_date_is_full (facts->birth)) ||
       has_partial_child (facts));
  if (scheme == ANS_LAW_FUNERAL)
    ask_funeral (law, facts, day, answer);
  else if (scheme == ANS_LAW_POVERTY)
    ans_law_ask_poverty (&context, answer);
  else
    {
      say_facts_of_law (&context, scheme, answer);
      if (ans_law_scheme_is_monthly (scheme) && is_dead (&context, scheme, answer))
        return;
      if (answer->reasons != NULL)
        say_nothing_known (&context, scheme, answer);
      if (scheme == ANS_LAW_MERIT)
        ans_law_ask_merit (&context, answer);
      else
        ans_law_ask_groups (&context, scheme, answer);
      if (ans_law_scheme_is_monthly (scheme))
        {
          ans_law_say_starts (&context, scheme, answer);
          suspend (&context, scheme, answer);
        }
    }
  answer->missing &= ~facts->given;
  say_weak (answer);
  say_missing (answer);
  if (answer->reasons != NULL && answer->reasons->len == 0)
    ans_law_answer_take_reason (answer,
                                g_strdup_printf ("Những điều đã biết không thuộc diện nào của “%s”",
                                                 ans_law_scheme_title (scheme)),
                                NULL);
}

static gboolean
refuse_values (AnsFact fact, GError **error)
{
  g_set_error (error, ANS_LAW_ERROR, ANS_LAW_ERROR_BAD_VALUE,
               _ ("“%s” has another number of values than “category”. Give one for all, or one for "
                  "each."),
               ans_fact_info (fact)->name);
  return FALSE;
}

gboolean
ans_law_check_facts (AnsLaw *law, const AnsLawFacts *facts, GError **error)
{
  if (ans_law_facts_has (facts, ANS_FACT_CATEGORY))
    for (guint i = 0; i < facts->n_categories; i++)
      if (ans_law_find_category (law, facts->categories[i]) == NULL)
        {
          g_autoptr (GPtrArray) all = ans_law_categories (law);
          g_autofree char *known = NULL;

          g_ptr_array_add (all, NULL);
          known = g_strjoinv (", ", (char **) all->pdata);
          g_set_error (error, ANS_LAW_ERROR, ANS_LAW_ERROR_BAD_VALUE,
                       _ ("There is no category “%s”. There are: %s."), facts->categories[i],
                       known);
          return FALSE;
        }
  if (ans_law_facts_has (facts, ANS_FACT_RATE) && facts->n_rates > 1 &&
      facts->n_rates != facts->n_categories &&
      facts->n_rates != ans_law_count_percents (law, facts, facts->n_categories))
    return refuse_values (ANS_FACT_RATE, error);
  for (guint i = 0; i < ANS_FACT_N_EACH; i++)
    if (ans_law_facts_has (facts, ANS_FACT_FIRST_EACH + i) && facts->n_each[i] > 1 &&
        facts->n_each[i] != facts->n_categories)
      return refuse_values (ANS_FACT_FIRST_EACH + i, error);
  return ans_law_facts_check (facts, error);
}
