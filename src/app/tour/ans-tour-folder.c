/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/tour/ans-tour-folder.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

static GPtrArray *folders;
static pid_t owner; /* a child of this process must leave them alone */

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL
                                                                    : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static void
remove_folders (void)
{
  if (getpid () != owner)
    return;
  for (guint i = 0; i < folders->len; i++)
    remove_tree (folders->pdata[i]);
  g_clear_pointer (&folders, g_ptr_array_unref);
}

char *
ans_tour_folder_new (GError **error)
{
  char *path = g_dir_make_tmp ("ans-tour-XXXXXX", error);

  if (path == NULL)
    return NULL;
  if (folders == NULL)
    {
      folders = g_ptr_array_new_with_free_func (g_free);
      owner = getpid ();
      atexit (remove_folders);
    }
  g_ptr_array_add (folders, g_strdup (path));
  return path;
}
