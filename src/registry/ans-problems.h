/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ANS_PROBLEM_WARNING, /* may be saved; asks to be looked at */
  ANS_PROBLEM_ERROR,   /* would corrupt the book; not saved */
} AnsProblemSeverity;

typedef struct
{
  char *field; /* name of the field, or NULL for the record as a whole */
  AnsProblemSeverity severity;
  char *message;
} AnsProblem;

/** AnsProblems: what validation has to say about a record. */
typedef struct _AnsProblems AnsProblems;

AnsProblems *ans_problems_new (void);
void ans_problems_free (AnsProblems *self);
void ans_problems_add (AnsProblems *self, const char *field, AnsProblemSeverity severity,
                       const char *format, ...) G_GNUC_PRINTF (4, 5);
guint ans_problems_get_n (AnsProblems *self);
const AnsProblem *ans_problems_get (AnsProblems *self, guint index);
gboolean ans_problems_has_errors (AnsProblems *self);
void ans_problems_clear_field (AnsProblems *self, const char *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsProblems, ans_problems_free)

G_END_DECLS
