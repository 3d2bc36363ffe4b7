/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "registry/ans-problems.h"

struct _AnsProblems
{
  GPtrArray *list;
};

static void
problem_free (gpointer data)
{
  AnsProblem *self = data;

  g_free (self->field);
  g_free (self->message);
  g_free (self);
}

AnsProblems *
ans_problems_new (void)
{
  AnsProblems *self = g_new (AnsProblems, 1);

  self->list = g_ptr_array_new_with_free_func (problem_free);
  return self;
}

void
ans_problems_free (AnsProblems *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->list);
  g_free (self);
}

void
ans_problems_add (AnsProblems *self, const char *field, AnsProblemSeverity severity,
                  const char *format, ...)
{
  AnsProblem *problem = g_new (AnsProblem, 1);
  va_list arguments;

  va_start (arguments, format);
  problem->field = g_strdup (field);
  problem->severity = severity;
  problem->message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (self->list, problem);
}

guint
ans_problems_get_n (AnsProblems *self)
{
  return self->list->len;
}

const AnsProblem *
ans_problems_get (AnsProblems *self, guint index)
{
  g_return_val_if_fail (index < self->list->len, NULL);

  return self->list->pdata[index];
}

gboolean
ans_problems_has_errors (AnsProblems *self)
{
  for (guint i = 0; i < self->list->len; i++)
    if (((AnsProblem *) self->list->pdata[i])->severity == ANS_PROBLEM_ERROR)
      return TRUE;
  return FALSE;
}

void
ans_problems_clear_field (AnsProblems *self, const char *field)
{
  for (guint i = self->list->len; i-- > 0;)
    if (g_strcmp0 (((AnsProblem *) self->list->pdata[i])->field, field) == 0)
      g_ptr_array_remove_index (self->list, i);
}
