/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "areas/ans-poverty-recognise.h"

#include <glib/gi18n.h>
#include <string.h>

#include "registry/ans-uuid.h"
#include "text/ans-date.h"

typedef struct
{
  AnsBook *book;
  AnsConnection *connection;
  gint64 round;
  char *name;
  char *standard;
  const char *decision_no, *decision_date, *effective_date;
  gboolean is_start; /* of the standard */
  gboolean take_computed;
  AnsJob *job; /* (nullable) */
  AnsPovertyRecognition counts;
} Recognising;

static gboolean
is_day (const char *text)
{
  AnsDate date;

  return text != NULL && ans_date_parse_iso (text, &date, NULL) && ans_date_is_full (date);
}

static gboolean
load_round (Recognising *self, GError **error)
{
  g_autoptr (AnsRecord) round =
      ans_record_load (self->book, &ans_register_poverty_rounds, self->round, error);
  const char *starts;

  if (round == NULL)
    return FALSE;
  self->name = g_strdup (ans_record_get (round, "name"));
  self->standard = g_strdup (ans_record_get (round, "standard"));
  if (self->standard == NULL)
    return ans_record_refuse (error, ANS_RECORD_ERROR_INVALID,
                              _ ("The round “%s” has no poverty standard. Enter it first."),
                              self->name);
  starts = ans_record_get (round, "starts");
  if (self->decision_no == NULL || *self->decision_no == '\0' || !is_day (self->decision_date) ||
      !is_day (self->effective_date))
    return ans_record_refuse (
        error, ANS_RECORD_ERROR_INVALID,
        _ ("A decision has a number, a date and a day from which its result holds."));
  if (strcmp (self->decision_date, starts) < 0)
    return ans_record_refuse (error, ANS_RECORD_ERROR_INVALID,
                              _ ("The decision is dated before the round “%s” began."), self->name);
  if (strcmp (self->effective_date, self->decision_date) < 0)
    return ans_record_refuse (error, ANS_RECORD_ERROR_INVALID,
                              _ ("The result can't hold before the day of the decision."));
  self->is_start =
      g_strcmp0 (self->effective_date, ans_poverty_standard_starts (self->standard)) == 0;
  if (g_str_has_suffix (self->effective_date, "-01-01") && !self->is_start)
    return ans_record_refuse (
        error, ANS_RECORD_ERROR_INVALID,
        _ ("From 1 January the changes would count in the new year, whose list at the "
           "start has them already. Let the result hold from the day of the decision."));
  return TRUE;
}

/* One number that @sql has to say about the round. */
static gint64
ask_round (Recognising *self, const char *sql)
{
  g_autoptr (AnsStatement) select = ans_connection_prepare (self->connection, sql, NULL);

  if (select == NULL)
    return -1;
  ans_statement_bind_int (select, 1, self->round);
  return ans_statement_step (select, NULL) ? ans_statement_int (select, 0) : -1;
}

static gboolean
check_forms (Recognising *self, GError **error)
{
  gint64 n = ask_round (self, "SELECT count(*) FROM poverty_assessment WHERE round = ?1");
  gint64 open = ask_round (
      self, "SELECT count(*) FROM poverty_assessment WHERE round = ?1 AND official IS NULL");
  gint64 unknown = ask_round (self, "SELECT count(*) FROM poverty_assessment WHERE round = ?1 AND "
                                    "official IS NULL AND result IS NULL");
  gint64 twice = ask_round (self, "SELECT count(*) - count(DISTINCT household) FROM "
                                  "poverty_assessment WHERE round = ?1");

  if (n <= 0)
    return ans_record_refuse (error, ANS_RECORD_ERROR_INVALID,
                              _ ("No household was reviewed in the round “%s”."), self->name);
  if (twice > 0)
    return ans_record_refuse (error, ANS_RECORD_ERROR_INVALID,
                              _ ("Some households have two forms in the round “%s”. Delete one."),
                              self->name);
  if (unknown > 0)
    return ans_record_refuse (error, ANS_RECORD_ERROR_INVALID,
                              ngettext ("%d form has neither an official nor a computed result.",
                                        "%d forms have neither an official nor a computed result.",
                                        (gulong) unknown),
                              (int) unknown);
  if (open > 0 && !self->take_computed)
    return ans_record_refuse (
        error, ANS_RECORD_ERROR_INVALID,
        ngettext ("%d form has no official result. Enter it, or take what the scores "
                  "say.",
                  "%d forms have no official result. Enter them, or take what the "
                  "scores say.",
                  (gulong) open),
        (int) open);
  self->counts.computed = (guint) open;
  return TRUE;
}

/* Runs @sql, whose parameters are the round, number, date and effective date; returns the number of
 * rows, -1 on an error. */
static int
run (Recognising *self, const char *sql, GError **error)
{
  g_autoptr (AnsStatement) statement = ans_connection_prepare (self->connection, sql, error);

  if (statement == NULL)
    return -1;
  ans_statement_bind_int (statement, 1, self->round);
  ans_statement_bind_text (statement, 2, self->decision_no);
  ans_statement_bind_text (statement, 3, self->decision_date);
  ans_statement_bind_text (statement, 4, self->effective_date);
  if (!ans_statement_run (statement, error))
    return -1;
  return sqlite3_changes (ans_connection_get_handle (self->connection));
}

static gboolean
decide_forms (Recognising *self, GError **error)
{
  int replaced = run (self,
                      "DELETE FROM poverty_status WHERE round = ?1 AND "
                      "assessment IN (SELECT id FROM poverty_assessment WHERE round = ?1)",
                      error);

  if (replaced < 0)
    return FALSE;
  self->counts.replaced = (guint) replaced;
  return run (self,
              "UPDATE poverty_assessment SET official = coalesce(official, result), "
              "decision_no = ?2, decision_date = ?3 WHERE round = ?1",
              error) >= 0 &&
         run (self,
              "UPDATE poverty_round SET decision_no = ?2, decision_date = ?3, "
              "effective_date = ?4, step = 'CONG_NHAN' WHERE id = ?1",
              error) >= 0;
}

/* Forms of the round, and the status that their household has just before. */
static const char forms_sql[] =
    "SELECT a.id, a.household, a.official, (SELECT s.status FROM poverty_status s WHERE "
    "s.household = a.household AND s.from_date < ?2 ORDER BY s.from_date DESC LIMIT 1), "
    "(SELECT s.id FROM poverty_status s WHERE s.household = a.household AND s.from_date = ?2) "
    "FROM poverty_assessment a WHERE a.round = ?1 ORDER BY a.id";

static const char insert_sql[] =
    "INSERT INTO poverty_status (uid, household, from_date, status, standard, basis, round, "
    "assessment, decision_no, decision_date) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";

static gboolean
insert_status (
    Recognising *self, gint64 form, gint64 household, const char *official, GError **error)
{
  g_autoptr (AnsStatement) insert = ans_connection_prepare (self->connection, insert_sql, error);
  g_autofree char *uid = ans_uuid_new ();

  if (insert == NULL)
    return FALSE;
  ans_statement_bind_text (insert, 1, uid);
  ans_statement_bind_int (insert, 2, household);
  ans_statement_bind_text (insert, 3, self->effective_date);
  ans_statement_bind_text (insert, 4, official);
  ans_statement_bind_text (insert, 5, self->standard);
  ans_statement_bind_text (insert, 6,
                           self->is_start ? ANS_POVERTY_BASELINE : ANS_POVERTY_RECOGNISED);
  ans_statement_bind_int (insert, 7, self->round);
  ans_statement_bind_int (insert, 8, form);
  ans_statement_bind_text (insert, 9, self->decision_no);
  ans_statement_bind_text (insert, 10, self->decision_date);
  return ans_statement_run (insert, error);
}

typedef struct
{
  gint64 id, household;
  char *official, *before;
  gint64 same_day;
} Form;

static void
form_clear (gpointer data)
{
  g_free (((Form *) data)->official);
  g_free (((Form *) data)->before);
}

/* All of them, before the first is written. */
static GArray *
list_forms (Recognising *self, GError **error)
{
  g_autoptr (AnsStatement) select = ans_connection_prepare (self->connection, forms_sql, error);
  GArray *forms = g_array_new (FALSE, FALSE, sizeof (Form));

  g_array_set_clear_func (forms, form_clear);
  if (select == NULL)
    return forms;
  ans_statement_bind_int (select, 1, self->round);
  ans_statement_bind_text (select, 2, self->effective_date);
  while (ans_statement_step (select, NULL))
    {
      Form form = { ans_statement_int (select, 0), ans_statement_int (select, 1),
                    g_strdup (ans_statement_text (select, 2)),
                    g_strdup (ans_statement_text (select, 3)), ans_statement_int (select, 4) };

      g_array_append_val (forms, form);
    }
  return forms;
}

static gboolean
go_on (Recognising *self, guint done, guint all, GError **error)
{
  g_autofree char *status = NULL;

  if (self->job == NULL)
    return TRUE;
  status = g_strdup_printf ("%u/%u", done, all);
  if (ans_job_report (self->job, (double) done / all, status))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                       _ ("Stopped; nothing was changed."));
  return FALSE;
}

static gboolean
write_statuses (Recognising *self, GError **error)
{
  g_autoptr (GArray) forms = list_forms (self, error);

  for (guint i = 0; i < forms->len; i++)
    {
      const Form *form = &g_array_index (forms, Form, i);
      gboolean poor = g_str_equal (form->official, ANS_POVERTY_POOR);
      gboolean near_poor = g_str_equal (form->official, ANS_POVERTY_NEAR_POOR);

      if (!go_on (self, i, forms->len, error))
        return FALSE;
      if (!poor && !near_poor &&
          (form->before == NULL || g_str_equal (form->before, ANS_POVERTY_NOT_POOR)))
        {
          self->counts.refused++;
          continue;
        }
      if (form->same_day != 0)
        {
          g_autofree char *title =
              ans_register_title_of (self->book, ans_register_find ("households"), form->household);

          return ans_record_refuse (
              error, ANS_RECORD_ERROR_INVALID,
              _ ("The household %s has a status from that very day already. Choose "
                 "another day, or correct that status."),
              title);
        }
      if (!insert_status (self, form->id, form->household, form->official, error))
        return FALSE;
      *(poor        ? &self->counts.poor
        : near_poor ? &self->counts.near_poor
                    : &self->counts.not_poor) += 1;
    }
  self->counts.kept = (guint) ask_round (
      self, "SELECT count(*) FROM poverty_status s WHERE s.to_date IS NULL AND s.status IN "
            "('NGHEO', 'CAN_NGHEO') AND NOT EXISTS (SELECT 1 FROM poverty_assessment a WHERE "
            "a.round = ?1 AND a.household = s.household)");
  return TRUE;
}

/* All that depends on what is in the book happens within the action: nobody else writes meanwhile.
 */
static gboolean
write_all (Recognising *self, GError **error)
{
  return check_forms (self, error) && decide_forms (self, error) && write_statuses (self, error) &&
         ans_book_commit (self->book, error) >= 0;
}

gboolean
ans_poverty_recognise_with_job (AnsBook *book,
                                const AnsPovertyDecision *decision,
                                AnsJob *job,
                                AnsPovertyRecognition *counts,
                                GError **error)
{
  Recognising self = { .book = book,
                       .round = decision->round,
                       .decision_no = decision->decision_no,
                       .decision_date = decision->decision_date,
                       .effective_date = decision->effective_date,
                       .take_computed = decision->take_computed,
                       .job = job };
  g_autofree char *label = NULL;
  gboolean done = FALSE;

  g_return_val_if_fail (ANS_IS_BOOK (book), FALSE);

  if (load_round (&self, error))
    {
      /* Translators: number of a decision, name of a review round */
      label = g_strdup_printf (_ ("Decision %s on the review %s"), self.decision_no, self.name);
      if (ans_book_begin (book, label, error))
        {
          /* The writer is ours only from now on. */
          self.connection = ans_book_get_connection (book);
          done = write_all (&self, error);
          if (!done && ans_book_in_action (book))
            ans_book_rollback (book);
        }
    }
  if (done && counts != NULL)
    *counts = self.counts;
  g_free (self.name);
  g_free (self.standard);
  return done;
}

gboolean
ans_poverty_recognise (AnsBook *book,
                       gint64 round,
                       const char *decision_no,
                       const char *decision_date,
                       const char *effective_date,
                       gboolean take_computed,
                       AnsPovertyRecognition *counts,
                       GError **error)
{
  const AnsPovertyDecision decision = { round, decision_no, decision_date, effective_date,
                                        take_computed };

  return ans_poverty_recognise_with_job (book, &decision, NULL, counts, error);
}
