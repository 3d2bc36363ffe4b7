/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of data/policy as rows of cells. */
#include "policy/ans-policy-csv.h"

#include "policy/ans-policy-resources.h"

#define FOLDER "/vn/soansinh/SoAnSinh/policy/"

static char **
split_line (const char *line, gsize length)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  g_autoptr (GString) cell = g_string_new (NULL);
  const char *end = line + length;
  gboolean quoted = FALSE;

  for (const char *p = line;; p++)
    {
      if (p < end && *p == '"' && quoted && p + 1 < end && p[1] == '"')
        g_string_append_c (cell, *p++);
      else if (p < end && *p == '"')
        quoted = !quoted;
      else if (p == end || (*p == ',' && !quoted))
        {
          g_strv_builder_add (cells, cell->str);
          if (p == end)
            return g_strv_builder_end (cells);
          g_string_truncate (cell, 0);
        }
      else
        g_string_append_c (cell, *p);
    }
}

GPtrArray *
ans_policy_csv_parse (const char *text, const char *header, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_auto (GStrv) columns = g_strsplit (header, ",", -1);
  guint n_columns = g_strv_length (columns);
  guint number = 0;

  for (const char *line = text; *line != '\0';)
    {
      gsize length = strcspn (line, "\n");
      gsize kept = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
      g_auto (GStrv) cells = NULL;

      number++;
      if (number == 1 && (kept != strlen (header) || strncmp (line, header, kept) != 0))
        break;
      if (number > 1 && kept > 0)
        {
          cells = split_line (line, kept);
          if (g_strv_length (cells) != n_columns)
            {
              g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           "Line %u has %u cells, not %u.", number, g_strv_length (cells),
                           n_columns);
              return NULL;
            }
          g_ptr_array_add (rows, g_steal_pointer (&cells));
        }
      line += length + (line[length] == '\n');
      if (*line == '\0')
        return g_steal_pointer (&rows);
    }
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "The first line is not “%s”.", header);
  return NULL;
}

const char *
ans_policy_csv_resource (const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GError) error = NULL;
  gsize size;
  g_autoptr (GBytes) bytes = g_resource_lookup_data (ans_policy_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  if (bytes == NULL)
    g_error ("%s: %s", path, error->message);
  /* Uncompressed data belong to the program's own text, and end with a NUL. */
  return g_bytes_get_data (bytes, &size);
}
