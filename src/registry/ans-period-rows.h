/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "registry/ans-record.h"

G_BEGIN_DECLS

/** AnsPeriodRow: one stretch of a record's history. */
typedef struct
{
  gint64 id;
  char *from;    /* ISO, "" since always */
  char *to;      /* (nullable): ISO day on which it no longer held, %NULL: until now */
  char **values; /* canonical or "", in the order of the period's fields; %NULL-terminated */
} AnsPeriodRow;

void ans_period_row_free (AnsPeriodRow *self);

/** ans_period_rows: Returns: (transfer full) (element-type AnsPeriodRow): newest first */
GPtrArray *
ans_period_rows (AnsBook *book, const AnsRegister *reg, const AnsPeriod *period, gint64 owner_id);

/** ans_period_row_describe: Returns: (transfer full): its values as a person reads them */
char *ans_period_row_describe (AnsBook *book,
                               const AnsRegister *reg,
                               const AnsPeriod *period,
                               const AnsPeriodRow *row);

/** ans_period_describe_span: Returns: (transfer full): “since 05/03/2022”, with the last day of a
 * stretch that has ended; "" for one without limits */
char *ans_period_describe_span (const char *from, const char *to);

/** AnsStay: somebody's time in a household. */
typedef struct
{
  gint64 person;
  char *relation; /* (nullable): code, to the head */
  char *from;     /* ISO, "" since always */
  char *to;       /* (nullable): ISO, exclusive */
} AnsStay;

void ans_stay_free (AnsStay *self);

/** ans_stays_ended: Returns: (transfer full) (element-type AnsStay): stays in @household that were
 * over on @day, last one first, without people who are members on that day */
GPtrArray *ans_stays_ended (AnsBook *book, gint64 household, const char *day);

G_END_DECLS
