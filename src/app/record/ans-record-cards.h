/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "registry/ans-record.h"

G_BEGIN_DECLS

/* The cards from which the pages of a person and of a household are made. */

/** ans_record_cards_fill_fields: shows the fields called @names (%NULL-terminated) of @record in
 * @box; a field without value only if @always. */
void ans_record_cards_fill_fields (GtkBox *box,
                                   AnsRecord *record,
                                   const char *const *names,
                                   gboolean always);

/** ans_record_cards_fill_rest: a card for each group of the other fields that have a value. */
void ans_record_cards_fill_rest (GtkBox *box, AnsRecord *record, const char *const *except);

/** ans_record_cards_fill_periods: a card for each history of @record. */
void ans_record_cards_fill_periods (GtkBox *box, AnsRecord *record);

/** ans_record_cards_fill_problems: what deserves a look, in one card; @box hides if nothing. */
void ans_record_cards_fill_problems (GtkBox *box, AnsRecord *record);

/** ans_record_cards_heading: Returns: (transfer floating): a heading above a card */
GtkWidget *ans_record_cards_heading (const char *text);

/** ans_record_cards_clear: takes all children out of @box. */
void ans_record_cards_clear (GtkBox *box);

G_END_DECLS
