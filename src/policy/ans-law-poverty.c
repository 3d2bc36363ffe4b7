/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The poverty class of a household as an answer of the law. */
#include "policy/ans-law-private.h"

#include <string.h>

#include "policy/ans-poverty-standard.h"

static const struct
{
  const char *result, *code, *title;
} classes[] = {
  { ANS_POVERTY_POOR, "ngheo", "Hộ nghèo" },
  { ANS_POVERTY_NEAR_POOR, "can_ngheo", "Hộ cận nghèo" },
  { ANS_POVERTY_NOT_POOR, "khong", "Hộ không nghèo" },
};

static AnsPovertyVerdict *
judge (const AnsLawFacts *facts, const char *day, int area, int deprivations)
{
  return ans_poverty_classify (
      ans_fact_info (ANS_FACT_AREA)->choices[area].code,
      ans_law_facts_has (facts, ANS_FACT_B1) ? (int) facts->value[ANS_FACT_B1] : -1,
      (1u << deprivations) - 1, day);
}

/* An unknown area or number of deprivations matters only if it can change the answer. */
void
ans_law_ask_poverty (const AnsLawContext *context, AnsLawAnswer *answer)
{
  const AnsLawFacts *facts = context->facts;
  gboolean has_area = ans_law_facts_has (facts, ANS_FACT_AREA);
  gboolean has_number = ans_law_facts_has (facts, ANS_FACT_DEPRIVATIONS);
  int first_area = has_area ? (int) facts->value[ANS_FACT_AREA] : 0;
  int first_number = has_number ? (int) facts->value[ANS_FACT_DEPRIVATIONS] : 0;
  g_autofree char *day = ans_date_to_iso (ans_law_date (context->day));
  g_autofree char *reason = NULL;
  g_autoptr (AnsPovertyVerdict) verdict = NULL;
  gboolean by_area = FALSE, by_number = FALSE;

  verdict = judge (facts, day, first_area, first_number);
  /* What is above the limit of the countryside is said beside that of towns, which is higher. */
  if (!has_area && g_strcmp0 (verdict->result, ANS_POVERTY_NOT_POOR) == 0)
    {
      first_area = 1;
      ans_poverty_verdict_free (verdict);
      verdict = judge (facts, day, first_area, first_number);
    }
  /* Without B1 nothing is decided, whatever the others are. */
  for (int area = has_area ? first_area : 0;
       ans_law_facts_has (facts, ANS_FACT_B1) && area <= (has_area ? first_area : 1); area++)
    for (int number = first_number; number <= (has_number ? first_number : 12); number++)
      {
        g_autoptr (AnsPovertyVerdict) other = judge (facts, day, area, number);

        if (g_strcmp0 (other->result, verdict->result) == 0)
          continue;
        by_area |= area != first_area;
        by_number |= number != first_number;
      }
  if (!ans_law_facts_has (facts, ANS_FACT_B1) && verdict->b2 >= 0)
    answer->missing |= ANS_FACT_BIT (ANS_FACT_B1);
  if (!has_area && (by_area || (answer->missing != 0)))
    answer->missing |= ANS_FACT_BIT (ANS_FACT_AREA);
  if (!has_number && (by_number || (answer->missing & ANS_FACT_BIT (ANS_FACT_B1)) != 0))
    answer->missing |= ANS_FACT_BIT (ANS_FACT_DEPRIVATIONS);
  answer->used = facts->given & (ANS_FACT_BIT (ANS_FACT_AREA) | ANS_FACT_BIT (ANS_FACT_B1) |
                                 ANS_FACT_BIT (ANS_FACT_DEPRIVATIONS));
  if (answer->missing == 0 && verdict->result != NULL)
    for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
      if (g_str_equal (classes[i].result, verdict->result))
        {
          AnsLawLine *line = ans_law_answer_add_line (answer);

          line->code = classes[i].code;
          line->who = "Hộ gia đình";
          line->title = classes[i].title;
          line->rate = ans_rate_table_find (ans_poverty_standards (), verdict->standard,
                                            first_area == 1 ? "income_urban" : "income_rural", day);
          line->standard = ans_rate_table_find (ans_poverty_standards (), verdict->standard,
                                                first_area == 1 ? "b1_urban" : "b1_rural", day);
          line->clause = line->rate->legal_basis;
          answer->eligible = i < 2;
        }
  if (answer->missing != 0 && verdict->result != NULL)
    return;
  reason = g_strdup (verdict->reason);
  /* What is not known is not said, as it does not matter. */
  if (!has_number && strstr (reason, " (thiếu hụt") != NULL)
    *strstr (reason, " (thiếu hụt") = '\0';
  ans_law_answer_take_reason (answer, g_steal_pointer (&reason), verdict->clause);
}
