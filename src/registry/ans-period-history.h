/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "registry/ans-register.h"

G_BEGIN_DECLS

/**
 * ans_period_change:
 * @owner_id: the record
 * @from: ISO day from which @values hold, or "" for since always
 * @fields: names of fields of the period, %NULL-terminated
 * @values: (nullable elements): their canonical values
 *
 * Ends the period that covers @from and starts a new one with @values over it (fields not named
 * keep the value they had). Later periods are left as they are. Part of the current action.
 */
gboolean ans_period_change (AnsBook *book, const AnsRegister *reg, const AnsPeriod *period,
                            gint64 owner_id, const char *from, const char *const *fields,
                            const char *const *values, GError **error);

/** ans_period_begin: the first period of a new record, without looking for others. */
gboolean ans_period_begin (AnsBook *book, const AnsRegister *reg, const AnsPeriod *period,
                           gint64 owner_id, const char *from, const char *const *fields,
                           const char *const *values, GError **error);

/** ans_period_correct: writes @values into the open period itself (or makes one since always). */
gboolean ans_period_correct (AnsBook *book, const AnsRegister *reg, const AnsPeriod *period,
                             gint64 owner_id, const char *const *fields,
                             const char *const *values, GError **error);

/** ans_period_end: the open period ends before @day. */
gboolean ans_period_end (AnsBook *book, const AnsPeriod *period, gint64 owner_id, const char *day,
                         GError **error);

/** ans_period_value_on: Returns: (transfer full) (nullable): @field of the period covering @day */
char *ans_period_value_on (AnsBook *book, const AnsPeriod *period, gint64 owner_id,
                           const char *field, const char *day);

G_END_DECLS
