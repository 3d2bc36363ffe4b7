/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The work of a review round: whom to review, how far it is, and what a household was before. */
#include "areas/ans-poverty-review.h"

#include "policy/ans-poverty-change.h"
#include "registry/ans-choices.h"
#include "text/ans-date.h"

/* Households to review in the round ?1. */
#define LISTED                                                                                     \
  "listed (household) AS (SELECT s.household FROM poverty_round r JOIN poverty_status s ON "       \
  "s.status IN ('" ANS_POVERTY_POOR "', '" ANS_POVERTY_NEAR_POOR "') AND "                         \
  "s.from_date <= r.starts AND (s.to_date IS NULL OR s.to_date > r.starts) WHERE r.id = ?1 AND "   \
  "r.kind = '" ANS_POVERTY_ROUND_YEARLY "' AND EXISTS (SELECT 1 FROM household_state x WHERE "     \
  "x.household = s.household AND x.from_date <= r.starts AND "                                     \
  "(x.to_date IS NULL OR x.to_date > r.starts) AND x.status = '" ANS_HOUSEHOLD_LIVING "') "        \
  "UNION SELECT household FROM poverty_assessment WHERE round = ?1)"

/* Its forms; a second one of the same household is a mistake that recognition refuses. */
#define FORMS                                                                                      \
  "forms (household, result, official) AS (SELECT household, max (coalesce (official, result)), "  \
  "max (official) FROM poverty_assessment WHERE round = ?1 GROUP BY household)"

#define VILLAGE_ORDER "printf ('%06d', coalesce (v.position, 999999)) || coalesce (v.sort_key, '')"

static const char progress_sql[] =
    "WITH " LISTED ", " FORMS " SELECT h.village, v.name, count (*), count (f.result), "
    "sum (f.result IS '" ANS_POVERTY_POOR "'), sum (f.result IS '" ANS_POVERTY_NEAR_POOR "'), "
    "sum (f.result IS '" ANS_POVERTY_NOT_POOR "'), "
    "sum (f.result IS NOT NULL AND f.official IS NULL) "
    "FROM listed l JOIN household h ON h.id = l.household LEFT JOIN village v ON v.id = h.village "
    "LEFT JOIN forms f ON f.household = l.household GROUP BY h.village ORDER BY " VILLAGE_ORDER;

static const char next_sql[] =
    "WITH " LISTED ", here (village, place, code) AS (SELECT h.village, " VILLAGE_ORDER ", h.code "
    "FROM household h LEFT JOIN village v ON v.id = h.village WHERE h.id = ?2) "
    "SELECT h.id FROM listed l JOIN household h ON h.id = l.household "
    "LEFT JOIN village v ON v.id = h.village LEFT JOIN here ON 1 "
    "WHERE h.id <> ?2 AND NOT EXISTS (SELECT 1 FROM poverty_assessment a WHERE a.round = ?1 AND "
    "a.household = h.id) "
    "ORDER BY h.village IS here.village DESC, (" VILLAGE_ORDER
    ", h.code) > (here.place, here.code) "
    "DESC, " VILLAGE_ORDER ", h.code, h.id LIMIT 1";

static void
progress_free (gpointer data)
{
  g_free (((AnsPovertyProgress *) data)->title);
  g_free (data);
}

static void
add_up (AnsPovertyProgress *sum, const AnsPovertyProgress *one)
{
  sum->wanted += one->wanted;
  sum->reviewed += one->reviewed;
  sum->poor += one->poor;
  sum->near_poor += one->near_poor;
  sum->not_poor += one->not_poor;
  sum->open += one->open;
}

GPtrArray *
ans_poverty_review_progress (AnsBook *book, AnsConnection *connection, gint64 round, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (progress_free);
  g_autoptr (AnsStatement) select = ans_connection_prepare (connection, progress_sql, error);
  AnsPovertyProgress *sum = g_new0 (AnsPovertyProgress, 1);
  g_autoptr (GError) local = NULL;

  sum->title = g_strdup ("Tổng cộng");
  if (select == NULL)
    {
      progress_free (sum);
      return NULL;
    }
  ans_statement_bind_int (select, 1, round);
  while (ans_statement_step (select, &local))
    {
      AnsPovertyProgress *row = g_new0 (AnsPovertyProgress, 1);
      const char *name = ans_statement_text (select, 1);

      row->village = ans_statement_int (select, 0);
      row->title = g_strdup (name != NULL ? name : "Chưa rõ thôn");
      row->wanted = (guint) ans_statement_int (select, 2);
      row->reviewed = (guint) ans_statement_int (select, 3);
      row->poor = (guint) ans_statement_int (select, 4);
      row->near_poor = (guint) ans_statement_int (select, 5);
      row->not_poor = (guint) ans_statement_int (select, 6);
      row->open = (guint) ans_statement_int (select, 7);
      add_up (sum, row);
      g_ptr_array_add (rows, row);
    }
  g_ptr_array_add (rows, sum);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return g_steal_pointer (&rows);
}

/* One number; parameters are @a and @b. */
static gint64
ask (AnsBook *book, const char *sql, gint64 a, gint64 b)
{
  g_autoptr (AnsStatement) select =
      ans_connection_prepare (ans_book_get_connection (book), sql, NULL);

  if (select == NULL)
    return 0;
  ans_statement_bind_int (select, 1, a);
  ans_statement_bind_int (select, 2, b);
  return ans_statement_step (select, NULL) ? ans_statement_int (select, 0) : 0;
}

gint64
ans_poverty_review_next (AnsBook *book, gint64 round, gint64 household)
{
  g_return_val_if_fail (ANS_IS_BOOK (book), 0);
  return ask (book, next_sql, round, household);
}

gint64
ans_poverty_review_find (AnsBook *book, gint64 round, gint64 household)
{
  g_return_val_if_fail (ANS_IS_BOOK (book), 0);
  return ask (book,
              "SELECT id FROM poverty_assessment WHERE round = ?1 AND household = ?2 "
              "ORDER BY id LIMIT 1",
              round, household);
}

gint64
ans_poverty_review_current (AnsBook *book)
{
  g_return_val_if_fail (ANS_IS_BOOK (book), 0);
  return ans_connection_get_int (ans_book_get_connection (book),
                                 "SELECT id FROM poverty_round ORDER BY step = 'CONG_NHAN', "
                                 "starts DESC, id DESC LIMIT 1",
                                 0);
}

AnsRecord *
ans_poverty_review_draft (AnsBook *book, gint64 round, gint64 household)
{
  AnsRecord *draft = ans_record_new (book, &ans_register_poverty_assessments);
  g_autofree char *today = ans_date_to_iso (ans_date_today ());

  if (round == 0)
    round = ans_poverty_review_current (book);
  if (round != 0)
    ans_record_set_int (draft, "round", round);
  if (household != 0)
    {
      g_autoptr (AnsRecord) of = ans_record_load (book, &ans_register_households, household, NULL);

      ans_record_set_int (draft, "household", household);
      if (of != NULL && ans_record_get (of, "area") != NULL)
        ans_record_set (draft, "area", ans_record_get (of, "area"));
    }
  ans_record_set (draft, "date", today);
  return draft;
}

/* --- what a household was ----------------------------------------------------------------------
 */

void
ans_poverty_standing_free (AnsPovertyStanding *self)
{
  g_free (self->status);
  g_free (self->standard);
  g_free (self->from_date);
  g_free (self->decision_no);
  g_free (self->decision_date);
  g_free (self->poor_until);
  g_free (self);
}

AnsPovertyStanding *
ans_poverty_standing_on (AnsBook *book, gint64 household, const char *day, gint64 except_form)
{
  AnsPovertyStanding *self = g_new0 (AnsPovertyStanding, 1);
  g_autoptr (AnsStatement) select = ans_connection_prepare (
      ans_book_get_connection (book),
      "SELECT id, status, standard, from_date, decision_no, decision_date, to_date FROM "
      "poverty_status WHERE household = ?1 AND from_date <= ?2 AND assessment IS NOT ?3 "
      "ORDER BY from_date DESC",
      NULL);

  if (select == NULL)
    return self;
  ans_statement_bind_int (select, 1, household);
  ans_statement_bind_text (select, 2, day);
  ans_statement_bind_id (select, 3, except_form != 0 ? except_form : -1);
  while (ans_statement_step (select, NULL))
    {
      const char *status = ans_statement_text (select, 1);
      const gboolean poor = g_strcmp0 (status, ANS_POVERTY_POOR) == 0;

      if (self->id == 0)
        {
          self->id = ans_statement_int (select, 0);
          self->status = g_strdup (status);
          self->standard = g_strdup (ans_statement_text (select, 2));
          self->from_date = g_strdup (ans_statement_text (select, 3));
          self->decision_no = g_strdup (ans_statement_text (select, 4));
          self->decision_date = g_strdup (ans_statement_text (select, 5));
        }
      else if (poor && self->poor_until == NULL && g_strcmp0 (self->status, ANS_POVERTY_POOR) != 0)
        self->poor_until = g_strdup (ans_statement_text (select, 6));
      self->was_poor |= poor;
      self->was_near_poor |= g_strcmp0 (status, ANS_POVERTY_NEAR_POOR) == 0;
    }
  return self;
}

const char *
ans_poverty_standing_change (const AnsPovertyStanding *self,
                             const char *status,
                             const char *standard)
{
  const AnsPovertyPast past = { self->status, self->standard, self->was_poor, self->was_near_poor };

  return ans_poverty_change (&past, status, standard, ANS_POVERTY_RECOGNISED);
}
