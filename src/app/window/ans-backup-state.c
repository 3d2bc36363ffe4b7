/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/ans-backup-state.h"

#include <glib/gi18n.h>

#include "app/ans-application.h"

#define KEY "backups"

void
ans_backup_state_record (AnsBook *book)
{
  g_autoptr (GVariant) old = g_settings_get_value (ans_settings (), KEY);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *iso = g_date_time_format_iso8601 (now);
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));
  GVariantIter iter;
  const char *path, *time;

  g_return_if_fail (ANS_IS_BOOK (book));

  g_variant_iter_init (&iter, old);
  while (g_variant_iter_next (&iter, "{&s&s}", &path, &time))
    if (!g_str_equal (path, ans_book_get_path (book)))
      g_variant_builder_add (&builder, "{ss}", path, time);
  g_variant_builder_add (&builder, "{ss}", ans_book_get_path (book), iso);
  g_settings_set_value (ans_settings (), KEY, g_variant_builder_end (&builder));
}

static GDateTime *
last_backup (AnsBook *book)
{
  g_autoptr (GVariant) all = g_settings_get_value (ans_settings (), KEY);
  const char *iso;

  if (!g_variant_lookup (all, ans_book_get_path (book), "&s", &iso))
    return NULL;
  return g_date_time_new_from_iso8601 (iso, NULL);
}

char *
ans_backup_state_describe (AnsBook *book, gboolean *overdue)
{
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) then = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = NULL;
  g_autofree char *date = NULL;

  g_return_val_if_fail (ANS_IS_BOOK (book), NULL);

  utc = last_backup (book);
  if (utc == NULL)
    {
      *overdue = TRUE;
      return g_strdup (_ ("Never backed up here"));
    }
  then = g_date_time_to_local (utc);
  *overdue = g_date_time_difference (now, then) > ANS_BACKUP_DAYS * G_TIME_SPAN_DAY;
  time = g_date_time_format (then, "%H:%M");
  date = g_date_time_format (then, "%d/%m/%Y");
  if (g_date_time_get_year (now) == g_date_time_get_year (then) &&
      g_date_time_get_day_of_year (now) == g_date_time_get_day_of_year (then))
    /* Translators: %s is a time of day, 08:12 */
    return g_strdup_printf (_ ("Backed up and checked today at %s"), time);
  /* Translators: %s is a date, 20/09/2022 */
  return g_strdup_printf (_ ("Last backup on %s"), date);
}
