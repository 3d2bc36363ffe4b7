/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/ans-practice-model.h"
#include "store/ans-book.h"

G_BEGIN_DECLS

/** AnsPracticeWriter: prepared statements that put households into a book under bulk load. */
typedef struct _AnsPracticeWriter AnsPracticeWriter;

AnsPracticeWriter *ans_practice_writer_new (AnsBook *book, guint64 seed, GError **error);
void ans_practice_writer_free (AnsPracticeWriter *self);

/** ans_practice_writer_add_units: commune, district and province with the days of their validity.
 */
gboolean ans_practice_writer_add_units (AnsPracticeWriter *self, GError **error);

/** ans_practice_writer_add_village: @id is also its place in lists. */
gboolean ans_practice_writer_add_village (
    AnsPracticeWriter *self, gint64 id, const char *name, const char *code, GError **error);

/** ans_practice_writer_set_village_head: @head is one of its people. */
gboolean ans_practice_writer_set_village_head (AnsPracticeWriter *self,
                                               gint64 id,
                                               const char *head_name,
                                               const char *head_phone,
                                               GError **error);

gboolean ans_practice_writer_add_household (AnsPracticeWriter *self,
                                            const AnsPracticeHousehold *household,
                                            GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsPracticeWriter, ans_practice_writer_free)

G_END_DECLS
