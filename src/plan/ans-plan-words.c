/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/ans-plan-words.h"

#include <string.h>

#include "plan/ans-plan-choices.h"

static gboolean
is_percent (const AnsIndicator *indicator)
{
  return g_strcmp0 (indicator->unit, "%") == 0;
}

char *
ans_plan_words_target (const AnsIndicator *indicator)
{
  g_autofree char *text = ans_indicator_target_display (indicator);
  const char *shown = text;

  /* “At least” is what nearly all of them ask for. */
  if (g_str_has_prefix (shown, "≥ "))
    shown += strlen ("≥ ");
  else if (g_str_has_prefix (shown, "= "))
    shown += strlen ("= ");
  if (is_percent (indicator) && indicator->has_target)
    return g_strconcat (shown, "%", NULL);
  return g_strdup (shown);
}

char *
ans_plan_words_value (const AnsFigureValue *value, const AnsIndicator *indicator)
{
  g_autofree char *text = NULL;

  if (value->state != ANS_FIGURE_VALUE)
    return g_strdup ("–");
  text = ans_figure_value_display (value, indicator);
  return is_percent (indicator) ? g_strconcat (text, "%", NULL) : g_steal_pointer (&text);
}

char *
ans_plan_words_progress (const AnsFigureValue *value, const AnsIndicator *indicator)
{
  gint64 percent;

  if (ans_figure_value_percent (value, indicator, &percent))
    return g_strdup_printf ("%" G_GINT64_FORMAT "%%", percent);
  return ans_figure_value_gap (value, indicator, NULL);
}

char *
ans_plan_words_name (const AnsIndicator *indicator)
{
  return indicator->subset_of != 0 ? g_strconcat ("– ", indicator->name, NULL)
                                   : g_strdup (indicator->name);
}

char *
ans_plan_words_source (AnsFigure *figure)
{
  const AnsIndicator *indicator = ans_figure_get_indicator (figure);
  const AnsFigureValue *value = ans_figure_get_value (figure);
  const AnsManualValue *entry = ans_figure_get_entry (figure);
  const char *hybrid = indicator->source == ANS_SOURCE_HYBRID ? "Kết hợp: " : "";

  if (value->origin == ANS_ORIGIN_COMPUTED)
    return g_strdup_printf ("%s%s", hybrid, *hybrid != '\0' ? "đang tính từ sổ" : "Tính từ sổ");
  if (value->origin == ANS_ORIGIN_MANUAL)
    {
      g_autofree char *day = ans_date_format (value->day);

      return g_strdup_printf ("%s%s, số liệu ngày %s%s%s", hybrid,
                              *hybrid != '\0' ? "đang dùng số nhập tay" : "Nhập tay", day,
                              entry != NULL && entry->source != NULL ? ", nguồn: " : "",
                              entry != NULL && entry->source != NULL ? entry->source : "");
    }
  switch (indicator->source)
    {
    case ANS_SOURCE_COMPUTED:
      return g_strdup ("Tính từ sổ (chưa có sổ nào có số liệu này)");
    case ANS_SOURCE_MANUAL:
      return g_strdup ("Nhập tay (chưa nhập)");
    case ANS_SOURCE_HYBRID:
    default:
      return g_strdup ("Kết hợp: sổ chưa đủ dữ liệu, chưa có số nhập tay");
    }
}

const char *
ans_plan_words_area (const char *code)
{
  for (const AnsChoice *choice = ans_choices_plan_area; choice->code != NULL; choice++)
    if (g_strcmp0 (choice->code, code) == 0)
      return choice->label;
  return code;
}

guint
ans_plan_words_area_order (const char *code)
{
  guint i = 0;

  while (ans_choices_plan_area[i].code != NULL &&
         g_strcmp0 (ans_choices_plan_area[i].code, code) != 0)
    i++;
  return i;
}

char *
ans_plan_words_section (const char *code)
{
  const char *first = code != NULL ? strchr (code, '.') : NULL;
  const char *second = first != NULL ? strchr (first + 1, '.') : NULL;
  g_autofree char *section = second != NULL ? g_strndup (code, (gsize) (second - code)) : NULL;

  return section != NULL ? g_strdup_printf ("mục %s", section) : g_strdup ("");
}
