/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts cases of poverty into the book. Under a bulk load the triggers sleep, so what they keep is
 * written here, by the same rules. */
#include "areas/ans-poverty.h"
#include "policy/ans-poverty-change.h"
#include "practice/ans-practice-poverty.h"
#include "registry/ans-uuid.h"
#include "text/ans-fold.h"

struct _AnsPracticePovertyWriter
{
  AnsConnection *connection;
  AnsRandom random; /* of uids */
  guint64 n_uids;
  gint64 n_forms;
  gint64 n_certificates;
  AnsStatement *round;
  AnsStatement *form;
  AnsStatement *status;
  AnsStatement *support;
  AnsStatement *certificate;
};

static const char *const statements[] = {
  "INSERT INTO poverty_round (id, uid, year, kind, month, name, starts, ends, standard, step, "
  "decision_no, decision_date, effective_date, name_fold) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, "
  "'CN2022', ?9, ?10, ?11, ?12, ?13)",
  "INSERT INTO poverty_assessment (id, uid, household, round, date, requested, area, no_labour, "
  "ncc, b1, d1, d2, d3, d4, d5, d6, d7, d8, d9, d10, d11, d12, b2, result, reason, clause, causes, "
  "wishes, meeting_result, posted_from, posted_to, official, decision_no, decision_date, note) "
  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'NT', ?7, 0, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, "
  "?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33)",
  "INSERT INTO poverty_status (uid, household, from_date, to_date, status, standard, basis, "
  "previous, previous_standard, change, round, assessment, decision_no, decision_date) VALUES "
  "(?2, ?1, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
  "INSERT INTO household_support (uid, household, kind, date, amount, source, value) VALUES "
  "(?2, ?1, ?3, ?4, ?5, ?6, ?7)",
  "INSERT INTO poverty_certificate (uid, household, status, number, issued, year, received, "
  "withdrawn) VALUES (?2, ?1, ?3, ?4, ?5, 2022, ?6, ?7)",
};

gboolean
ans_practice_poverty_is_known (void)
{
  return ans_register_find ("poverty-statuses") != NULL;
}

static void
bind_uid (AnsPracticePovertyWriter *self, AnsStatement *statement)
{
  /* An hour after those of people and households. */
  const guint64 time = G_GUINT64_CONSTANT (1663635600000);
  guint64 n = self->n_uids++;
  g_autofree char *uid =
      ans_uuid_format (time + (n >> 12), (guint16) (n & 0xfff), ans_random_next (&self->random));

  ans_statement_bind_text (statement, 2, uid);
}

/* "" is nothing. */
static void
bind_text (AnsStatement *statement, int index, const char *text)
{
  ans_statement_bind_text (statement, index, text != NULL && *text != '\0' ? text : NULL);
}

static gboolean
run (AnsStatement *statement, GError **error)
{
  gboolean done = ans_statement_run (statement, error);

  ans_statement_reset (statement);
  return done;
}

static gboolean
add_round (AnsPracticePovertyWriter *self, int id, int year, int month, GError **error)
{
  gboolean yearly = month == 0, decided = yearly ? year == 2021 : month < 9;
  const char *kind = yearly ? ANS_POVERTY_ROUND_YEARLY : ANS_POVERTY_ROUND_REGULAR;
  g_autofree char *name = ans_poverty_round_name (kind, year, month);
  g_autofree char *fold = ans_fold (name);
  g_autofree char *starts =
      yearly ? g_strdup_printf ("%d-09-01", year) : g_strdup_printf ("%d-%02d-15", year, month);
  g_autofree char *ends = yearly
                              ? g_strdup_printf ("%d-12-14", year)
                              : g_strdup_printf ("%d-%02d-%d", year, month, month == 2 ? 28 : 30);
  g_autofree char *number =
      yearly ? g_strdup ("215/QĐ-UBND") : g_strdup_printf ("%d/QĐ-UBND", 30 + 17 * month);
  g_autofree char *day = yearly ? g_strdup ("2021-12-28") : g_strdup_printf ("2022-%02d-27", month);

  ans_statement_bind_int (self->round, 1, id);
  bind_uid (self, self->round);
  ans_statement_bind_int (self->round, 3, year);
  bind_text (self->round, 4, kind);
  ans_statement_bind_id (self->round, 5, month);
  bind_text (self->round, 6, name);
  bind_text (self->round, 7, starts);
  bind_text (self->round, 8, ends);
  bind_text (self->round, 9, decided ? "CONG_NHAN" : "RA_SOAT");
  bind_text (self->round, 10, decided ? number : NULL);
  bind_text (self->round, 11, decided ? day : NULL);
  bind_text (self->round, 12, !decided ? NULL : yearly ? "2022-01-01" : day);
  bind_text (self->round, 13, fold);
  return run (self->round, error);
}

AnsPracticePovertyWriter *
ans_practice_poverty_writer_new (AnsBook *book, guint64 seed, GError **error)
{
  g_autoptr (AnsPracticePovertyWriter) self = g_new0 (AnsPracticePovertyWriter, 1);
  AnsStatement **slots[] = { &self->round, &self->form, &self->status, &self->support,
                             &self->certificate };

  G_STATIC_ASSERT (G_N_ELEMENTS (slots) == G_N_ELEMENTS (statements));
  self->connection = ans_book_get_connection (book);
  ans_random_init (&self->random, seed, G_MAXUINT64 - 1);
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    {
      *slots[i] = ans_connection_prepare (self->connection, statements[i], error);
      if (*slots[i] == NULL)
        return NULL;
    }
  if (!add_round (self, ANS_PRACTICE_ROUND_2021, 2021, 0, error))
    return NULL;
  for (int month = 2; month <= 9; month++)
    if (!add_round (self, ANS_PRACTICE_ROUND_OF (month), 2022, month, error))
      return NULL;
  if (!add_round (self, ANS_PRACTICE_ROUND_2022, 2022, 0, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
ans_practice_poverty_writer_free (AnsPracticePovertyWriter *self)
{
  g_clear_pointer (&self->round, ans_statement_release);
  g_clear_pointer (&self->form, ans_statement_release);
  g_clear_pointer (&self->status, ans_statement_release);
  g_clear_pointer (&self->support, ans_statement_release);
  g_clear_pointer (&self->certificate, ans_statement_release);
  g_free (self);
}

/* The codes of the choices whose bits are set, as a field of several choices keeps them. */
static char *
join_choices (const AnsChoice *choices, guint bits)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; choices[i].code != NULL; i++)
    if (bits & (1u << i))
      g_string_append_printf (text, "%s%s", text->len > 0 ? "|" : "", choices[i].code);
  return g_string_free_and_steal (text);
}

static gboolean
add_form (AnsPracticePovertyWriter *self,
          gint64 household,
          const AnsPracticeForm *form,
          GError **error)
{
  AnsStatement *row = self->form;
  g_autoptr (AnsPovertyVerdict) verdict = ans_poverty_classify_under (
      "CN2022", ANS_POVERTY_AREA_RURAL, form->b1, form->lacks, form->date);
  g_autofree char *causes = join_choices (ans_poverty_causes, form->causes);
  g_autofree char *wishes = join_choices (ans_poverty_wishes, form->wishes);
  gboolean yearly = form->round == ANS_PRACTICE_ROUND_2021;

  ans_statement_bind_int (row, 1, ++self->n_forms);
  bind_uid (self, row);
  ans_statement_bind_int (row, 3, household);
  ans_statement_bind_int (row, 4, form->round);
  bind_text (row, 5, form->date);
  ans_statement_bind_int (row, 6, form->requested);
  ans_statement_bind_int (row, 7, form->no_labour);
  ans_statement_bind_int (row, 8, form->b1);
  for (int i = 0; i < ANS_POVERTY_N_DEPRIVATIONS; i++)
    ans_statement_bind_int (row, 9 + i, (form->lacks >> i) & 1);
  ans_statement_bind_int (row, 21, verdict->b2);
  bind_text (row, 22, verdict->result);
  bind_text (row, 23, verdict->reason);
  bind_text (row, 24, verdict->clause);
  bind_text (row, 25, causes);
  bind_text (row, 26, wishes);
  bind_text (row, 27, yearly ? "THONG_NHAT" : NULL);
  bind_text (row, 28, yearly ? "2021-12-02" : NULL);
  bind_text (row, 29, yearly ? "2021-12-07" : NULL);
  bind_text (row, 30, form->official);
  bind_text (row, 31, form->decision_no);
  bind_text (row, 32, form->decision_date);
  bind_text (row, 33, form->note);
  return run (row, error);
}

static gboolean
add_statuses (AnsPracticePovertyWriter *self,
              gint64 household,
              const AnsPracticeCase *one,
              gint64 first_form,
              GError **error)
{
  AnsPovertyPast past = { 0 };

  for (guint i = 0; i < one->n_statuses; i++)
    {
      const AnsPracticeStatus *status = &one->statuses[i];
      AnsStatement *row = self->status;

      ans_statement_bind_int (row, 1, household);
      bind_uid (self, row);
      bind_text (row, 3, status->from);
      bind_text (row, 4, i + 1 < one->n_statuses ? status[1].from : NULL);
      bind_text (row, 5, status->status);
      bind_text (row, 6, status->standard);
      bind_text (row, 7, status->basis);
      bind_text (row, 8, past.status);
      bind_text (row, 9, past.standard);
      bind_text (row, 10,
                 ans_poverty_change (&past, status->status, status->standard, status->basis));
      ans_statement_bind_id (row, 11, status->round);
      ans_statement_bind_id (row, 12, status->form >= 0 ? first_form + status->form : 0);
      bind_text (row, 13, status->decision_no);
      bind_text (row, 14, status->decision_date);
      if (!run (row, error))
        return FALSE;
      ans_poverty_past_add (&past, status->status, status->standard);
    }
  return TRUE;
}

static gboolean
add_support (AnsPracticePovertyWriter *self,
             gint64 household,
             const AnsPracticeSupport *support,
             GError **error)
{
  AnsStatement *row = self->support;

  ans_statement_bind_int (row, 1, household);
  bind_uid (self, row);
  bind_text (row, 3, support->kind);
  bind_text (row, 4, support->date);
  ans_statement_bind_id (row, 5, support->amount);
  bind_text (row, 6, support->source);
  bind_text (row, 7, support->value);
  return run (row, error);
}

static gboolean
add_certificate (AnsPracticePovertyWriter *self,
                 gint64 household,
                 const AnsPracticeCertificate *certificate,
                 GError **error)
{
  AnsStatement *row = self->certificate;
  g_autofree char *number =
      g_strdup_printf ("%04" G_GINT64_FORMAT "/2022/%s", ++self->n_certificates,
                       g_str_equal (certificate->status, ANS_POVERTY_POOR) ? "HN" : "HCN");

  ans_statement_bind_int (row, 1, household);
  bind_uid (self, row);
  bind_text (row, 3, certificate->status);
  bind_text (row, 4, number);
  bind_text (row, 5, certificate->issued);
  bind_text (row, 6, certificate->received);
  bind_text (row, 7, certificate->withdrawn);
  return run (row, error);
}

gboolean
ans_practice_poverty_writer_add (AnsPracticePovertyWriter *self,
                                 gint64 household,
                                 const AnsPracticeCase *one,
                                 GError **error)
{
  gint64 first_form = self->n_forms + 1;

  for (guint i = 0; i < one->n_forms; i++)
    if (!add_form (self, household, &one->forms[i], error))
      return FALSE;
  if (!add_statuses (self, household, one, first_form, error))
    return FALSE;
  for (guint i = 0; i < one->n_supports; i++)
    if (!add_support (self, household, &one->supports[i], error))
      return FALSE;
  for (guint i = 0; i < one->n_certificates; i++)
    if (!add_certificate (self, household, &one->certificates[i], error))
      return FALSE;
  return TRUE;
}
