/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/meeting/ans-meeting-save.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "app/chart/ans-scene-texture.h"
#include "app/window/ans-file-choice.h"
#include "scene/ans-output-file.h"
#include "text/ans-date.h"

#define NAME "trinh-chieu"

/* Folders of one day that are told apart by a number. */
#define MOST_FOLDERS 1000

typedef struct
{
  AnsDeck *deck;
  guint slide;
  AnsMeetingSave what;
  char *path;
} Save;

static void
save_free (Save *save)
{
  ans_deck_free (save->deck);
  g_free (save->path);
  g_free (save);
}

/* --- writing --------------------------------------------------------------------------------- */

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }
  g_rmdir (path);
}

static gboolean
fill_folder (const Save *save, const char *folder, AnsJob *job, GError **error)
{
  const guint n = ans_deck_get_n_slides (save->deck);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *file = g_strdup_printf (NAME "-%02u.png", i + 1);
      g_autofree char *path = g_build_filename (folder, file, NULL);
      g_autofree char *status = g_strdup_printf ("%u/%u", i, n);

      if (!ans_job_report (job, (double) i / n, status))
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "");
          return FALSE;
        }
      if (!ans_deck_write_picture (save->deck, i, path, error))
        return FALSE;
    }
  return TRUE;
}

/* Returns: (transfer full) (nullable): where it is now */
static char *
name_folder (const char *parent, const char *folder, GError **error)
{
  g_autofree char *day = ans_date_to_iso (ans_date_today ());

  for (guint i = 1; i < MOST_FOLDERS; i++)
    {
      g_autofree char *name =
          i == 1 ? g_strdup_printf (NAME "-%s", day) : g_strdup_printf (NAME "-%s (%u)", day, i);
      g_autofree char *path = g_build_filename (parent, name, NULL);

      /* an empty folder of that name would be taken over in silence */
      if (g_file_test (path, G_FILE_TEST_EXISTS))
        continue;
      if (g_rename (folder, path) == 0)
        return g_steal_pointer (&path);
      if (errno != EEXIST && errno != ENOTEMPTY)
        break;
    }
  ans_output_error_set (error, parent, errno);
  return NULL;
}

/* A folder that appears whole or not at all. */
static char *
write_pictures (const Save *save, AnsJob *job, GError **error)
{
  g_autofree char *folder = g_build_filename (save->path, "." NAME "-XXXXXX", NULL);
  g_autofree char *path = NULL;

  if (g_mkdtemp_full (folder, 0777) == NULL)
    {
      ans_output_error_set (error, save->path, errno);
      return NULL;
    }
  if (fill_folder (save, folder, job, error))
    path = name_folder (save->path, folder, error);
  if (path == NULL)
    remove_folder (folder);
  return g_steal_pointer (&path);
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Save *save = data;
  GError *error = NULL;
  char *path = NULL;

  if (save->what == ANS_MEETING_PICTURES)
    path = write_pictures (save, source, &error);
  else if (save->what == ANS_MEETING_PICTURE
               ? ans_deck_write_picture (save->deck, save->slide, save->path, &error)
               : ans_deck_write_pdf (save->deck, save->path, ans_deck_get_title (save->deck, 0),
                                     &error))
    path = g_strdup (save->path);
  if (path != NULL)
    g_task_return_pointer (task, path, g_free);
  else
    g_task_return_error (task, error);
}

static void
done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AnsMeetingWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ans_job_run_finish (ANS_JOB (source), result, &error);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (path == NULL)
    {
      ans_meeting_window_show_error (window, _ ("The Slides Were Not Saved"), error);
      return;
    }
  name = g_path_get_basename (path);
  /* Translators: %s is the name of a file or folder. */
  text = g_strdup_printf (_ ("Saved as “%s”"), name);
  ans_meeting_window_say (window, text);
}

void
ans_meeting_save_to (AnsMeetingWindow *window, AnsMeetingSave what, const char *path)
{
  Save *save = g_new0 (Save, 1);
  g_autoptr (AnsJob) job = ans_job_new (_ ("Saving the slides"));

  g_return_if_fail (ANS_IS_MEETING_WINDOW (window));
  g_return_if_fail (path != NULL);

  save->deck = ans_deck_ref (ans_meeting_window_get_deck (window));
  save->slide = ans_meeting_window_get_slide (window);
  save->what = what;
  save->path = g_strdup (path);
  ans_job_run (job, work, save, (GDestroyNotify) save_free, done, g_object_ref (window));
  ans_meeting_window_add_job (window, job);
}

void
ans_meeting_save_copy (AnsMeetingWindow *window)
{
  g_autoptr (GdkTexture) texture = NULL;

  g_return_if_fail (ANS_IS_MEETING_WINDOW (window));

  texture = ans_scene_to_texture (ans_deck_get_scene (ans_meeting_window_get_deck (window),
                                                      ans_meeting_window_get_slide (window)),
                                  1);
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (GTK_WIDGET (window)), texture);
  ans_meeting_window_say (window, _ ("The slide was copied as a picture"));
}

/* --- asking ---------------------------------------------------------------------------------- */

typedef struct
{
  AnsMeetingWindow *window;
  AnsMeetingSave what;
} Asked;

static const char *
ending_of (AnsMeetingSave what)
{
  return what == ANS_MEETING_PDF ? ".pdf" : ".png";
}

/* A name without its ending gets it, unless that would replace a file nobody was asked about. */
static char *
with_ending (char *path, AnsMeetingSave what)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *whole = g_strconcat (path, ending_of (what), NULL);

  if (what == ANS_MEETING_PICTURES || strchr (base, '.') != NULL ||
      g_file_test (whole, G_FILE_TEST_EXISTS))
    return path;
  g_free (path);
  return g_steal_pointer (&whole);
}

static void
chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Asked *asked = data;
  g_autoptr (AnsMeetingWindow) window = asked->window;
  GtkFileDialog *dialog = GTK_FILE_DIALOG (source);
  g_autoptr (GFile) file = asked->what == ANS_MEETING_PICTURES
                               ? gtk_file_dialog_select_folder_finish (dialog, result, NULL)
                               : gtk_file_dialog_save_finish (dialog, result, NULL);
  g_autofree char *path = NULL;

  if (file == NULL)
    return;
  path = ans_file_choice_take (file);
  if (path == NULL)
    return;
  path = with_ending (g_steal_pointer (&path), asked->what);
  ans_meeting_save_to (window, asked->what, path);
}

static void
add_filter (GtkFileDialog *dialog, AnsMeetingSave what)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (filter, what == ANS_MEETING_PDF ? _ ("PDF document") : _ ("Picture"));
  gtk_file_filter_add_suffix (filter, ending_of (what) + 1);
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
}

void
ans_meeting_save_ask (AnsMeetingWindow *window, AnsMeetingSave what)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = NULL;
  Asked *asked = g_new0 (Asked, 1);

  g_return_if_fail (ANS_IS_MEETING_WINDOW (window));

  asked->window = g_object_ref (window);
  asked->what = what;
  if (what == ANS_MEETING_PICTURES)
    {
      gtk_file_dialog_set_title (dialog, _ ("Folder for the Pictures"));
      gtk_file_dialog_select_folder (dialog, GTK_WINDOW (window), NULL, chosen, asked);
      return;
    }
  name = what == ANS_MEETING_PDF
             ? g_strdup (NAME ".pdf")
             : g_strdup_printf (NAME "-%02u.png", ans_meeting_window_get_slide (window) + 1);
  gtk_file_dialog_set_title (dialog, what == ANS_MEETING_PDF ? _ ("Save the Slides")
                                                             : _ ("Save This Slide"));
  gtk_file_dialog_set_initial_name (dialog, name);
  add_filter (dialog, what);
  gtk_file_dialog_save (dialog, GTK_WINDOW (window), NULL, chosen, asked);
}
