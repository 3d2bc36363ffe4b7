/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From which month a right is paid, in words: domain.md §4.5. */
#include "policy/ans-law-private.h"

static int
get (const AnsLawFacts *facts, AnsFact fact)
{
  return ans_law_facts_has (facts, fact) ? (int) facts->value[fact] : 0;
}

static int
age_of (const AnsLawGroup *group)
{
  int age = 0;

  for (guint i = 0; i < group->n_atoms; i++)
    if (group->atoms[i].kind == ANS_ATOM_AGE && !group->atoms[i].is_below)
      age = MAX (age, group->atoms[i].number);
  return age;
}

static void
say_month (AnsLawAnswer *answer, int day, const char *what, const char *clause)
{
  ans_law_answer_take_reason (
      answer,
      day != 0 ? g_strdup_printf ("Hưởng từ tháng %02d/%d: %s", day / 100 % 100, day / 10000, what)
               : g_strdup_printf ("Hưởng từ %s", what),
      clause);
}

static void
say_start (const AnsLawContext *context,
           AnsLawScheme scheme,
           const AnsLawLine *line,
           AnsLawStart start,
           AnsLawAnswer *answer)
{
  int decision = get (context->facts, ANS_FACT_DECISION);
  int certificate = get (context->facts, ANS_FACT_CERTIFICATE);
  const AnsLawVersion *version =
      ans_law_get_version (context->law, ans_law_procedure_of (context, decision));
  const char *clause = scheme == ANS_LAW_PENSION
                           ? "chưa kiểm chứng: theo quyết định của Chủ tịch UBND cấp xã"
                       : scheme == ANS_LAW_MERIT ? "Pháp lệnh 02/2020/UBTVQH14; NĐ 131/2021/NĐ-CP"
                       : version != NULL         ? version->clause
                                                 : NULL;

  if (start == ANS_LAW_START_AGE)
    {
      int age = age_of (line->rule);
      AnsDate day = ans_date_birthday (context->facts->birth, age);
      g_autofree char *what =
          g_strdup_printf ("tháng đủ %d tuổi, không phụ thuộc ngày ký quyết định", age);

      answer->used |= ANS_FACT_BIT (ANS_FACT_BIRTH);
      say_month (answer, ans_law_day (day), what, clause);
    }
  else if (start == ANS_LAW_START_CERTIFICATE)
    {
      answer->used |= certificate != 0 ? ANS_FACT_BIT (ANS_FACT_CERTIFICATE) : 0;
      say_month (answer, certificate,
                 scheme == ANS_LAW_MERIT ? "tháng có kết luận giám định"
                                         : "tháng cấp giấy xác nhận khuyết tật",
                 clause);
    }
  else
    {
      answer->used |= decision != 0 ? ANS_FACT_BIT (ANS_FACT_DECISION) : 0;
      say_month (answer, decision, "tháng ký quyết định", clause);
    }
}

/* Once for each rule among the lines. */
void
ans_law_say_starts (const AnsLawContext *context, AnsLawScheme scheme, AnsLawAnswer *answer)
{
  guint said = 0;

  if (answer->reasons == NULL)
    return;
  for (guint i = 0; i < answer->n_lines; i++)
    {
      const AnsLawLine *line = &answer->lines[i];
      AnsLawStart start =
          scheme == ANS_LAW_MERIT
              ? ((const AnsMeritRow *) line->rule)->start
              : ans_law_group_start (context, line->rule, get (context->facts, ANS_FACT_DECISION));

      if ((said & (1u << start)) == 0)
        say_start (context, scheme, line, start, answer);
      said |= 1u << start;
    }
}
