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
 *
 * Returns: %FALSE if @from is no full day, or on an error of the book
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

/** ans_period_end: from @day on there is no period. */
gboolean ans_period_end (AnsBook *book, const AnsPeriod *period, gint64 owner_id, const char *day,
                         GError **error);

/**
 * ans_period_move_start:
 * @day: ISO
 *
 * Corrects the day on which the open period begins; the one before it ends then. Periods that would
 * have no day left never were.
 */
gboolean ans_period_move_start (AnsBook *book, const AnsPeriod *period, gint64 owner_id,
                                const char *day, GError **error);

/** ans_period_open_start: Returns: (transfer full) (nullable): first day of the open period */
char *ans_period_open_start (AnsBook *book, const AnsPeriod *period, gint64 owner_id);

/** ans_period_last_change: Returns: (transfer full) (nullable): the last day on which a period of
 * @owner_id began or ended; %NULL if none did */
char *ans_period_last_change (AnsBook *book, const AnsPeriod *period, gint64 owner_id);

/** ans_period_value_on: Returns: (transfer full) (nullable): @field of the period covering @day */
char *ans_period_value_on (AnsBook *book, const AnsPeriod *period, gint64 owner_id,
                           const char *field, const char *day);

G_END_DECLS
