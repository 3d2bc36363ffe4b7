/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ans-migration.h"

#include "ans-store-resources.h"

/* In order, for ever: a file that has been released is never edited. */
static const char *const migrations[] = {
  "0001-book.sql",
};

int
ans_migration_latest (void)
{
  return G_N_ELEMENTS (migrations);
}

gboolean
ans_migration_run (AnsConnection *connection, int from, GError **error)
{
  for (int i = from; i < ans_migration_latest (); i++)
    {
      g_autofree char *path = g_strdup_printf ("/vn/soansinh/SoAnSinh/schema/%s", migrations[i]);
      g_autofree char *version = g_strdup_printf ("PRAGMA user_version = %d", i + 1);
      g_autoptr (GBytes) sql = g_resource_lookup_data (
          ans_store_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

      if (sql == NULL || !ans_connection_exec (connection, "BEGIN IMMEDIATE", error))
        return FALSE;
      if (!ans_connection_exec (connection, g_bytes_get_data (sql, NULL), error) ||
          !ans_connection_exec (connection, version, error) ||
          !ans_connection_exec (connection, "COMMIT", error))
        {
          ans_connection_exec (connection, "ROLLBACK", NULL);
          return FALSE;
        }
    }
  return TRUE;
}
