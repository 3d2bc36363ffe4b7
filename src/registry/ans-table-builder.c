/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the tables from what the registers say. */
#include "registry/ans-table-builder.h"

#include <glib/gi18n.h>

static const char *
column_declaration (const AnsField *field)
{
  switch (field->kind)
    {
    case ANS_FIELD_INTEGER:
    case ANS_FIELD_MONEY:
    case ANS_FIELD_BOOLEAN:
    case ANS_FIELD_REFERENCE:
      return "INTEGER";
    case ANS_FIELD_DECIMAL:
      return "NUMERIC";
    case ANS_FIELD_TEXT:
    case ANS_FIELD_LONG_TEXT:
    case ANS_FIELD_NAME:
    case ANS_FIELD_IDENTIFIER:
    case ANS_FIELD_DATE:
    case ANS_FIELD_PARTIAL_DATE:
    case ANS_FIELD_CHOICE:
    case ANS_FIELD_CHOICES:
    default:
      return "TEXT";
    }
}

gboolean
ans_field_is_stored (const AnsField *field)
{
  return field->period == NULL && (field->flags & ANS_FIELD_DERIVED) == 0;
}

static void
add_column (GArray *columns, const char *name, const char *declaration, gboolean derived,
            const char *expression)
{
  AnsColumnSpec column = { name, declaration, derived, expression };

  g_array_append_val (columns, column);
}

/* A reference that a person or a period writes is a foreign key; a derived one follows it. */
static const char *
reference_declaration (const AnsField *field)
{
  const AnsRegister *target = ans_register_find (field->target);

  return g_strdup_printf ("INTEGER REFERENCES %s (id)", target->table);
}

static AnsTableSpec
build_register (const AnsRegister *reg)
{
  GArray *columns = g_array_new (TRUE, TRUE, sizeof (AnsColumnSpec));

  add_column (columns, "uid", "TEXT", FALSE, NULL);
  for (const AnsField *field = reg->fields; field->name != NULL; field++)
    {
      gboolean derived = !ans_field_is_stored (field);

      add_column (columns,
                  field->name,
                  field->kind == ANS_FIELD_REFERENCE && !derived ? reference_declaration (field)
                                                                 : column_declaration (field),
                  derived || field->expression != NULL,
                  field->expression);
    }
  return (AnsTableSpec){ .name = reg->table,
                         .columns = (const AnsColumnSpec *) g_array_free (columns, FALSE),
                         .indexes = reg->indexes,
                         .triggers = reg->triggers,
                         .search_columns = reg->search_columns,
                         .checks = reg->checks };
}

/* Fields of @period: names in the register's table, and what they are of the period row x. */
static void
list_period_fields (const AnsRegister *reg, const AnsPeriod *period, const char *alias,
                    GString *names, GString *values)
{
  for (const AnsField *field = reg->fields; field->name != NULL; field++)
    if (g_strcmp0 (field->period, period->name) == 0)
      {
        const char *comma = names->len > 0 ? ", " : "";

        g_string_append_printf (names, "%s%s%s", comma, alias, field->name);
        if (field->derive != NULL)
          g_string_append_printf (values, "%s%s", comma, field->derive);
        else
          g_string_append_printf (values, "%sx.%s", comma, field->name);
      }
}

/* @sql about the period row x, said of the row @row of a trigger. */
static char *
about_row (const char *sql, const char *row)
{
  g_auto (GStrv) parts = g_strsplit (sql, "x.", -1);
  g_autofree char *prefix = g_strconcat (row, ".", NULL);

  return g_strjoinv (prefix, parts);
}

/* A new open period says all itself, so nothing is looked up. The condition stands outside of the
 * UPDATE, which opens all indexes of the table before it finds nothing to do. */
static char *
derive_on_insert (const AnsRegister *reg, const AnsPeriod *period)
{
  g_autoptr (GString) values = g_string_new (NULL);
  g_autoptr (GString) differs = g_string_new (NULL);

  for (const AnsField *field = reg->fields; field->name != NULL; field++)
    if (g_strcmp0 (field->period, period->name) == 0)
      {
        g_autofree char *value = field->derive != NULL ? about_row (field->derive, "NEW")
                                                       : g_strconcat ("NEW.", field->name, NULL);

        g_string_append_printf (
            values, "%s%s = %s", values->len > 0 ? ", " : "", field->name, value);
        g_string_append_printf (
            differs, "%s%s IS NOT %s", differs->len > 0 ? " OR " : "", field->name, value);
      }
  return g_strdup_printf ("CREATE TRIGGER %1$s_derive_insert AFTER INSERT ON %1$s "
                          "WHEN NEW.to_date IS NULL AND EXISTS (SELECT 1 FROM %2$s WHERE "
                          "id = NEW.%4$s AND (%5$s)) BEGIN "
                          "UPDATE %2$s SET %3$s WHERE id = NEW.%4$s; END",
                          period->name,
                          reg->table,
                          values->str,
                          period->owner,
                          differs->str);
}

/* Keeps the columns of the open period in the register's own table, where lists sort by them. A new
 * record is inserted with them, so that its first periods find nothing to write. */
static void
add_derive_triggers (GPtrArray *triggers, const AnsRegister *reg, const AnsPeriod *period)
{
  static const struct
  {
    const char *name;
    const char *event;
    const char *row;
  } cases[] = { { "update", "UPDATE", "NEW" },
                { "delete", "DELETE", "OLD" } };
  g_autoptr (GString) targets = g_string_new (NULL);
  g_autoptr (GString) values = g_string_new (NULL);

  list_period_fields (reg, period, "", targets, values);
  g_ptr_array_add (triggers, derive_on_insert (reg, period));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_ptr_array_add (triggers,
                     g_strdup_printf ("CREATE TRIGGER %1$s_derive_%2$s AFTER %3$s ON %1$s BEGIN "
                                      "UPDATE %4$s SET (%5$s) = (SELECT %6$s FROM %1$s x WHERE "
                                      "x.%7$s = %8$s.%7$s AND x.to_date IS NULL) "
                                      "WHERE id = %8$s.%7$s AND (%5$s) IS NOT (SELECT %6$s FROM "
                                      "%1$s x WHERE x.%7$s = %8$s.%7$s AND x.to_date IS NULL); END",
                                      period->name,
                                      cases[i].name,
                                      cases[i].event,
                                      reg->table,
                                      targets->str,
                                      values->str,
                                      period->owner,
                                      cases[i].row));
}

/* Two periods of one record never share a day, and each has one. */
static void
add_apart_triggers (GPtrArray *triggers, const AnsPeriod *period)
{
  static const char *const events[][2] = { { "insert", "INSERT" },
                                           { "update", "UPDATE OF from_date, to_date" } };

  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    g_ptr_array_add (
        triggers,
        g_strdup_printf (
            "CREATE TRIGGER %1$s_apart_%2$s AFTER %3$s ON %1$s WHEN NEW.to_date <= NEW.from_date "
            "OR EXISTS (SELECT 1 FROM %1$s x WHERE x.%4$s = NEW.%4$s AND x.id <> NEW.id AND "
            "(NEW.to_date IS NULL OR x.from_date < NEW.to_date) AND "
            "(x.to_date IS NULL OR x.to_date > NEW.from_date)) "
            "BEGIN SELECT RAISE (ABORT, 'periods share a day'); END",
            period->name,
            events[i][0],
            events[i][1],
            period->owner));
}

static const AnsCheckSpec *
build_checks (const AnsRegister *reg, const AnsPeriod *period)
{
  AnsCheckSpec *checks = g_new0 (AnsCheckSpec, 4);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) values = g_string_new (NULL);

  checks[0].sql = g_strdup_printf (
      "SELECT id FROM (SELECT id, from_date, lag (coalesce (to_date, '~')) OVER "
      "(PARTITION BY %2$s ORDER BY from_date, id) AS before FROM %1$s) WHERE before > from_date",
      period->name,
      period->owner);
  checks[0].wrong = N_ ("The period begins before the one before it has ended.");
  checks[1].sql =
      g_strdup_printf ("SELECT id FROM %s WHERE to_date <= from_date", period->name);
  checks[1].wrong = N_ ("The period ends before it begins.");
  list_period_fields (reg, period, "o.", names, values);
  checks[2].sql = g_strdup_printf ("SELECT o.id FROM %1$s o LEFT JOIN %2$s x ON x.%3$s = o.id AND "
                                   "x.to_date IS NULL WHERE (%4$s) IS NOT (%5$s)",
                                   reg->table,
                                   period->name,
                                   period->owner,
                                   names->str,
                                   values->str);
  checks[2].wrong = N_ ("What the entry of this number shows is not what its history says.");
  return checks;
}

static AnsTableSpec
build_period (const AnsRegister *reg, const AnsPeriod *period)
{
  GArray *columns = g_array_new (TRUE, TRUE, sizeof (AnsColumnSpec));
  GPtrArray *indexes = g_ptr_array_new ();
  GPtrArray *triggers = g_ptr_array_new ();

  add_column (columns,
              period->owner,
              g_strdup_printf ("INTEGER NOT NULL REFERENCES %s (id)", reg->table),
              FALSE,
              NULL);
  add_column (columns, "from_date", "TEXT NOT NULL DEFAULT ''", FALSE, NULL);
  add_column (columns, "to_date", "TEXT", FALSE, NULL);
  add_column (columns, "reason", "TEXT", FALSE, NULL);
  g_ptr_array_add (indexes,
                   g_strdup_printf ("CREATE INDEX IF NOT EXISTS %1$s_by_owner ON %1$s "
                                    "(%2$s, from_date)",
                                    period->name,
                                    period->owner));
  g_ptr_array_add (indexes,
                   g_strdup_printf ("CREATE UNIQUE INDEX IF NOT EXISTS %1$s_open ON %1$s (%2$s) "
                                    "WHERE to_date IS NULL",
                                    period->name,
                                    period->owner));
  for (const AnsField *field = reg->fields; field->name != NULL; field++)
    if (g_strcmp0 (field->period, period->name) == 0)
      {
        gboolean reference = field->kind == ANS_FIELD_REFERENCE;

        add_column (columns,
                    field->name,
                    reference ? reference_declaration (field) : column_declaration (field),
                    FALSE,
                    NULL);
        if (reference)
          g_ptr_array_add (indexes,
                           g_strdup_printf ("CREATE INDEX IF NOT EXISTS %1$s_by_%2$s ON %1$s (%2$s)",
                                            period->name,
                                            field->name));
      }
  g_ptr_array_add (indexes, NULL);

  add_apart_triggers (triggers, period);
  add_derive_triggers (triggers, reg, period);
  for (guint i = 0; period->triggers != NULL && period->triggers[i] != NULL; i++)
    g_ptr_array_add (triggers, (gpointer) period->triggers[i]);
  g_ptr_array_add (triggers, NULL);

  return (AnsTableSpec){ .name = period->name,
                         .columns = (const AnsColumnSpec *) g_array_free (columns, FALSE),
                         .indexes = (const char *const *) g_ptr_array_free (indexes, FALSE),
                         .triggers = (const char *const *) g_ptr_array_free (triggers, FALSE),
                         .checks = build_checks (reg, period) };
}

const AnsTableSpec *
ans_table_builder_get (guint *n)
{
  static GArray *tables; /* built once, needed as long as the program runs */
  static gsize once;

  if (g_once_init_enter (&once))
    {
      guint n_registers;
      const AnsRegister *const *registers = ans_registers (&n_registers);

      tables = g_array_new (FALSE, FALSE, sizeof (AnsTableSpec));
      for (guint i = 0; i < n_registers; i++)
        {
          AnsTableSpec table = build_register (registers[i]);

          g_array_append_val (tables, table);
          for (const AnsPeriod *period = registers[i]->periods;
               period != NULL && period->name != NULL;
               period++)
            {
              table = build_period (registers[i], period);
              g_array_append_val (tables, table);
            }
        }
      g_once_init_leave (&once, 1);
    }
  *n = tables->len;
  return (const AnsTableSpec *) tables->data;
}
