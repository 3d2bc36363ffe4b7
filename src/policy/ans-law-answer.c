/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "policy/ans-law-private.h"

#include <string.h>

AnsLawAnswer *
ans_law_answer_new (gboolean words)
{
  AnsLawAnswer *self = g_new0 (AnsLawAnswer, 1);

  if (words)
    self->reasons = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
ans_law_answer_clear (AnsLawAnswer *self)
{
  for (guint i = 0; i < self->n_unpaid; i++)
    g_clear_pointer (&self->unpaid[i].reason, g_free);
  if (self->reasons != NULL)
    g_ptr_array_set_size (self->reasons, 0);
  self->eligible = self->estimated_age = FALSE;
  self->n_lines = self->n_unpaid = 0;
  self->total = 0;
  self->missing = self->at_risk = self->used = 0;
}

void
ans_law_answer_free (AnsLawAnswer *self)
{
  ans_law_answer_clear (self);
  g_clear_pointer (&self->reasons, g_ptr_array_unref);
  g_free (self);
}

AnsLawLine *
ans_law_answer_add_line (AnsLawAnswer *self)
{
  AnsLawLine *line;

  if (self->n_lines == ANS_LAW_MAX_LINES)
    return NULL;
  line = &self->lines[self->n_lines++];
  memset (line, 0, sizeof *line);
  line->coefficient = -1;
  return line;
}

void
ans_law_answer_add_unpaid (AnsLawAnswer *self, const char *code, char *reason)
{
  if (self->n_unpaid == ANS_LAW_MAX_UNPAID)
    g_free (reason);
  else
    self->unpaid[self->n_unpaid++] = (AnsLawUnpaid) { code, reason };
}

void
ans_law_answer_take_reason (AnsLawAnswer *self, char *text, const char *clause)
{
  if (self->reasons == NULL)
    g_free (text);
  else if (clause != NULL && *clause != '\0')
    {
      g_ptr_array_add (self->reasons, g_strdup_printf ("%s (%s)", text, clause));
      g_free (text);
    }
  else
    g_ptr_array_add (self->reasons, text);
}

void
ans_law_answer_sum (AnsLawAnswer *self)
{
  self->total = 0;
  for (guint i = 0; i < self->n_lines; i++)
    self->total += self->lines[i].amount;
  self->eligible |= self->n_lines > 0;
}

char *
ans_law_line_basis (const AnsLawLine *self)
{
  const char *rate = self->rate != NULL ? self->rate->legal_basis : "";
  const char *standard = self->standard != NULL ? self->standard->legal_basis : "";

  if (*standard == '\0' || g_str_equal (rate, standard))
    return g_strdup (rate);
  return *rate == '\0' ? g_strdup (standard) : g_strdup_printf ("%s; %s", rate, standard);
}

/* From the best to the weakest. */
static const char *const checks[] = { "verified-text", "verified-press", "verified-code",
                                      "computed",      "partly",         "inferred",
                                      "unverified" };

static guint
rank (const AnsRate *rate)
{
  for (guint i = 0; rate != NULL && i < G_N_ELEMENTS (checks); i++)
    if (g_str_equal (checks[i], rate->check))
      return i;
  return 0;
}

const char *
ans_law_line_check (const AnsLawLine *self)
{
  return checks[MAX (rank (self->rate), rank (self->standard))];
}
