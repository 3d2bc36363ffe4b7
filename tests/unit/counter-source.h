/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A source of rows that are in no memory, and that fails where it is told to. */
#pragma once

#include "document/ans-document.h"

#define TEST_TYPE_COUNTER (test_counter_get_type ())
G_DECLARE_FINAL_TYPE (TestCounter, test_counter, TEST, COUNTER, GObject)

struct _TestCounter
{
  GObject parent_instance;
  guint n_rows;
  guint fail_at;
  guint claimed; /* rows that the one group says it has; 0 = no group */
  char text[32];
  const char *cells[3];
};

static void test_counter_source_init (AnsTableSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TestCounter,
                               test_counter,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ANS_TYPE_TABLE_SOURCE,
                                                      test_counter_source_init))

static const AnsTableColumn *
test_counter_get_columns (AnsTableSource *source, guint *n_columns)
{
  static const AnsTableColumn columns[] = {
    { .id = "tt", .title = "TT", .kind = ANS_COLUMN_ORDINAL },
    { .id = "mark", .title = "Số", .kind = ANS_COLUMN_ID },
    { .id = "village", .title = "Thôn", .kind = ANS_COLUMN_TEXT },
  };

  *n_columns = G_N_ELEMENTS (columns);
  return columns;
}

static guint
test_counter_get_n_rows (AnsTableSource *source)
{
  return TEST_COUNTER (source)->n_rows;
}

static const char *const *
test_counter_get_row (AnsTableSource *source, guint index, GError **error)
{
  TestCounter *self = TEST_COUNTER (source);

  if (index == self->fail_at)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY, "the book is busy");
      return NULL;
    }
  g_snprintf (self->text, sizeof self->text, "%07u", index);
  self->cells[1] = self->text;
  self->cells[2] = "Bắc Sơn";
  return self->cells;
}

static guint
test_counter_get_n_groups (AnsTableSource *source)
{
  return TEST_COUNTER (source)->claimed > 0 ? 1 : 0;
}

static void
test_counter_get_group (AnsTableSource *source, guint index, AnsTableGroup *group)
{
  group->title = "Thôn Bắc Sơn";
  group->n_rows = TEST_COUNTER (source)->claimed;
}

static void
test_counter_source_init (AnsTableSourceInterface *iface)
{
  iface->get_columns = test_counter_get_columns;
  iface->get_n_rows = test_counter_get_n_rows;
  iface->get_row = test_counter_get_row;
  iface->get_n_groups = test_counter_get_n_groups;
  iface->get_group = test_counter_get_group;
}

static void
test_counter_class_init (TestCounterClass *klass)
{
}

static void
test_counter_init (TestCounter *self)
{
  self->fail_at = G_MAXUINT;
}

static AnsDocument *
counter_document (guint n_rows, guint fail_at, guint claimed)
{
  TestCounter *counter = g_object_new (TEST_TYPE_COUNTER, NULL);
  AnsDocument *document;

  counter->n_rows = n_rows;
  counter->fail_at = fail_at;
  counter->claimed = claimed;
  document = ans_document_new (ANS_TABLE_SOURCE (counter));
  ans_document_set_font (document, "Liberation Serif");
  g_object_unref (counter);
  return document;
}
