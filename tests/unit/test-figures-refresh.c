/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures that are refreshed by difference are those that are computed anew, whatever was done to
 * the book. All people are invented. */
#include <string.h>

#include "plan/ans-figures.h"
#include "plan/ans-plan-registers.h"
#include "random-actions.h"

static void
assert_same_value (const char *code, gint64 village, const AnsFigureValue *a,
                   const AnsFigureValue *b)
{
  if (memcmp (a, b, sizeof *a) == 0)
    return;
  g_test_message ("%s, village %" G_GINT64_FORMAT ": %" G_GINT64_FORMAT "/%" G_GINT64_FORMAT
                  " of state %d, anew %" G_GINT64_FORMAT "/%" G_GINT64_FORMAT " of state %d",
                  code, village, a->numerator, a->denominator, a->state, b->numerator,
                  b->denominator, b->state);
  g_assert_not_reached ();
}

static void
assert_as_new (AnsFigures *figures, const char *day)
{
  g_autoptr (AnsFigures) anew =
      ans_figures_new (ans_figures_get_book (figures), ans_figures_get_plan (figures)->id);
  const GArray *villages = ans_figures_get_villages (figures);

  ans_figures_set_day (anew, day);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (figures)), ==,
                    g_list_model_get_n_items (G_LIST_MODEL (anew)));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (figures)); i++)
    {
      g_autoptr (AnsFigure) figure = g_list_model_get_item (G_LIST_MODEL (figures), i);
      const char *code = ans_figure_get_indicator (figure)->code;
      AnsFigure *same = ans_figures_find (anew, code);

      g_assert_nonnull (same);
      assert_same_value (code, -1, ans_figure_get_value (figure), ans_figure_get_value (same));
      g_assert_cmpstr (ans_figure_get_remark (figure), ==, ans_figure_get_remark (same));
      for (guint j = 0; j < villages->len; j++)
        {
          gint64 village = g_array_index (villages, AnsFigureVillage, j).id;
          const AnsFigureValue *value = ans_figure_get_village_value (figure, village);

          if (value != NULL)
            assert_same_value (
                code, village, value, ans_figure_get_village_value (same, village));
        }
    }
}

static void
random_labour (AnsBook *book, GRand *rand)
{
  static const char *const statuses[] = { "CO_VIEC_LAM", "THAT_NGHIEP", "KHONG_THAM_GIA", NULL };
  static const char *const industries[] = { "NLTS", "DV", NULL };
  static const char *const qualifications[] = { "0", "1", "4", NULL };
  gint64 id = random_id (book, rand, "person", "1");
  g_autoptr (AnsRecord) person =
      id != 0 ? ans_record_load (book, &ans_register_people, id, NULL) : NULL;

  if (person == NULL)
    return;
  ans_record_set (
      person, "labour_status", g_rand_int_range (rand, 0, 20) > 0 ? pick (rand, statuses) : NULL);
  ans_record_set (person, "industry", pick (rand, industries));
  ans_record_set (person, "qualification", pick (rand, qualifications));
  ans_record_save (person, NULL);
}

static void
random_status (AnsBook *book, GRand *rand)
{
  static const char *const statuses[] = { "NGHEO", "CAN_NGHEO", "KHONG", NULL };
  static const char *const bases[] = { "DAU_KY", "CONG_NHAN", "CHUYEN_DEN", NULL };
  const AnsRegister *reg = ans_register_find ("poverty-statuses");
  gint64 id = random_id (book, rand, "poverty_status", "1");
  g_autofree char *day = g_strdup_printf ("%d-%02d-%02d", g_rand_int_range (rand, 2021, 2024),
                                          g_rand_int_range (rand, 1, 13),
                                          g_rand_int_range (rand, 1, 29));
  g_autoptr (AnsRecord) record = NULL;

  if (id != 0 && g_rand_int_range (rand, 0, 4) == 0)
    {
      record = ans_record_load (book, reg, id, NULL);
      ans_record_delete (record, NULL);
      return;
    }
  record = ans_record_new (book, reg);
  set_random_reference (record, "household", rand, "household");
  ans_record_set (record, "from_date", g_rand_boolean (rand) ? "2022-01-01" : day);
  ans_record_set (record, "status", pick (rand, statuses));
  ans_record_set (record, "basis", pick (rand, bases));
  ans_record_save (record, NULL);
}

static void
random_plan_edit (AnsBook *book, GRand *rand)
{
  gint64 id = random_id (book, rand, "indicator", "1");
  g_autofree char *day = random_day (rand);

  if (id == 0)
    return;
  if (g_rand_boolean (rand))
    {
      g_autoptr (AnsRecord) value = ans_record_new (book, &ans_register_indicator_values);

      ans_record_set_int (value, "indicator", id);
      if (g_rand_boolean (rand))
        set_random_reference (value, "village", rand, "village");
      ans_record_set (value, "day", day);
      ans_record_set_int (value, "value", g_rand_int_range (rand, 0, 100));
      ans_record_save (value, NULL);
    }
  else
    {
      g_autoptr (AnsRecord) indicator = ans_record_load (book, &ans_register_indicators, id, NULL);
      static const char *const figures[] = { "people", "households", "poor-households",
                                             "labour-trained", NULL };

      ans_record_set_int (indicator, "target", g_rand_int_range (rand, 0, 100));
      if (g_rand_int_range (rand, 0, 3) == 0)
        ans_record_set (indicator, "figure", pick (rand, figures));
      ans_record_save (indicator, NULL);
    }
}

static void
test_refresh (Fixture *fixture, gconstpointer data)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  AnsBook *book = fixture->book;
  g_autofree char *today = ans_date_to_iso (ans_date_today ());
  gint64 plan = ans_plan_load (book, ANS_PLAN_SHIPPED, NULL);
  g_autoptr (AnsFigures) now = ans_figures_new (book, plan);
  g_autoptr (AnsFigures) past = ans_figures_new (book, plan);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 40; i++)
    random_action (book, rand);
  ans_figures_set_day (now, today);
  ans_figures_set_day (past, "2022-10-15");
  g_assert_true (ans_figures_evaluate (now, NULL));
  g_assert_true (ans_figures_evaluate (past, NULL));
  for (guint i = 0; i < 250; i++)
    {
      switch (g_rand_int_range (rand, 0, 6))
        {
        case 0:
          random_labour (book, rand);
          break;
        case 1:
          random_status (book, rand);
          break;
        case 2:
          random_plan_edit (book, rand);
          break;
        case 3:
          {
            g_autoptr (AnsUndoReport) report = ans_undo (book, 0, FALSE, NULL);

            break;
          }
        default:
          random_action (book, rand);
          break;
        }
      if (ans_connection_get_int (
              ans_book_get_connection (book), "SELECT count(*) FROM plan", 0) == 0)
        {
          /* The plan itself was taken back. */
          g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (now)), ==, 0);
          break;
        }
      assert_as_new (now, today);
      assert_as_new (past, "2022-10-15");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ans_plan_init ();
  g_test_add (
      "/figures/refresh", Fixture, NULL, fixture_set_up, test_refresh, fixture_tear_down);
  return g_test_run ();
}
