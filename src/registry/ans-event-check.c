/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a household event can be as it was described. History only grows at its end: an event
 * before what is already known of the people and the household is refused, since what came after it
 * would contradict it. */
#include <glib/gi18n.h>

#include "registry/ans-choices.h"
#include "registry/ans-event-private.h"
#include "registry/ans-members.h"
#include "registry/ans-period-history.h"
#include "text/ans-date.h"

typedef struct
{
  AnsBook *book;
  const AnsEventKind *kind;
  gint64 household;
  GHashTable *values;
  AnsProblems *problems;
  const char *day; /* (nullable): ISO, if it is a good one */
} Check;

const char *
ans_event_text (GHashTable *values, const char *field)
{
  const char *text = g_hash_table_lookup (values, field);

  return text != NULL && *text != '\0' ? text : NULL;
}

gint64
ans_event_id (GHashTable *values, const char *field)
{
  const char *text = ans_event_text (values, field);

  return text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0;
}

GHashTable *
ans_event_complete (const AnsEventKind *kind, GHashTable *values)
{
  GHashTable *complete = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (const AnsField *field = kind->fields; field->name != NULL; field++)
    {
      const char *text = ans_event_text (values, field->name);

      g_hash_table_insert (complete,
                           (gpointer) field->name,
                           g_strdup (text != NULL ? text : field->default_value));
    }
  return complete;
}

static gboolean
is_kind (const Check *check, const char *id)
{
  return g_str_equal (check->kind->id, id);
}

static const AnsField *
find_field (const AnsEventKind *kind, const char *name)
{
  for (const AnsField *field = kind->fields; field->name != NULL; field++)
    if (g_str_equal (field->name, name))
      return field;
  return NULL;
}

static void
refuse (Check *check, const char *field, const char *message)
{
  ans_problems_add (check->problems, field, ANS_PROBLEM_ERROR, "%s", message);
}

static void
warn (Check *check, const char *field, const char *message)
{
  ans_problems_add (check->problems, field, ANS_PROBLEM_WARNING, "%s", message);
}

static gboolean
is_list_of_ids (const char *text)
{
  return text[strspn (text, "0123456789, ")] == '\0';
}

/* Each answer by itself. */
static void
check_answers (Check *check)
{
  for (const AnsField *field = check->kind->fields; field->name != NULL; field++)
    {
      const char *value = ans_event_text (check->values, field->name);

      if (value == NULL)
        {
          if (field->flags & ANS_FIELD_REQUIRED)
            ans_problems_add (check->problems,
                              field->name,
                              ANS_PROBLEM_ERROR,
                              _ ("“%s” is missing."),
                              field->title);
        }
      else if (g_str_equal (field->name, "members"))
        {
          if (!is_list_of_ids (value))
            refuse (check, "members", _ ("Choose the persons from the members of the household."));
        }
      else
        ans_field_check (check->book, field, value, check->problems);
    }
}

static void
check_date (Check *check)
{
  const char *text = ans_event_text (check->values, "date");
  AnsDate date;

  if (text == NULL || !ans_date_parse_iso (text, &date, NULL) || !ans_date_is_full (date))
    return;
  if (ans_date_compare (date, ans_date_today ()) > 0)
    refuse (check, "date", _ ("The date is in the future."));
  else
    check->day = text;
}

/* Somebody new needs what the register of people needs, and is checked as there. */
static void
check_new_person (Check *check)
{
  static const char *const fields[] = { "full_name", "sex", "birth", "id_no" };
  g_autoptr (AnsRecord) draft = NULL;
  g_autoptr (AnsProblems) problems = NULL;
  gboolean is_birth = is_kind (check, "birth");
  gboolean missing = FALSE;

  if (find_field (check->kind, "full_name") == NULL ||
      ans_event_text (check->values, "person") != NULL)
    return;
  draft = ans_record_new (check->book, &ans_register_people);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *name = is_birth && g_str_equal (fields[i], "birth") ? "date" : fields[i];
      const char *value = ans_event_text (check->values, name);

      ans_record_set (draft, fields[i], value);
      if (value == NULL && !is_birth && !g_str_equal (fields[i], "id_no"))
        {
          refuse (check,
                  fields[i],
                  _ ("Choose somebody in the register, or give name, sex and date of birth."));
          missing = TRUE;
        }
    }
  if (missing)
    return;
  problems = ans_record_check (draft);
  for (guint i = 0; i < ans_problems_get_n (problems); i++)
    {
      const AnsProblem *problem = ans_problems_get (problems, i);

      /* A birth asks for the date only, which is checked above; what is missing was said. */
      for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
        if (g_strcmp0 (problem->field, fields[f]) == 0 &&
            ans_record_get (draft, fields[f]) != NULL &&
            !(is_birth && g_str_equal (fields[f], "birth")))
          ans_problems_add (
              check->problems, problem->field, problem->severity, "%s", problem->message);
    }
}

/* Nothing may be known of a person's home or residence after the day. */
static void
check_history_of (Check *check, gint64 person)
{
  g_autofree char *name = ans_register_title_of (check->book, &ans_register_people, person);

  if (check->day == NULL || name == NULL)
    return;
  for (const AnsPeriod *period = ans_register_people.periods; period->name != NULL; period++)
    {
      g_autofree char *last = ans_period_last_change (check->book, period, person);
      AnsDate date;

      if (last != NULL && strcmp (last, check->day) > 0 && ans_date_parse_iso (last, &date, NULL))
        {
          g_autofree char *day = ans_date_format (date);

          ans_problems_add (check->problems,
                            "date",
                            ANS_PROBLEM_ERROR,
                            /* Translators: a person, what changed (“Nơi ở”), a day */
                            _ ("%s: “%s” changed on %s already. Give that day or a later one, or "
                               "take the later change back first."),
                            name,
                            period->title,
                            day);
          return;
        }
    }
}

/* The household must be there on the day, and nothing known of it after. */
static void
check_household (Check *check)
{
  const AnsPeriod *state = ans_register_get_period (&ans_register_households, "household_state");
  g_autofree char *last = NULL;
  g_autofree char *status = NULL;

  if (check->day == NULL || check->household == 0)
    return;
  last = ans_period_last_change (check->book, state, check->household);
  if (last != NULL && strcmp (last, check->day) > 0)
    {
      refuse (check,
              "date",
              _ ("The household was made, ended or changed its status after this day. Give a later "
                 "day."));
      return;
    }
  status = ans_period_value_on (check->book, state, check->household, "status", check->day);
  if (g_strcmp0 (status, ANS_HOUSEHOLD_LIVING) != 0 && !is_kind (check, "move-in"))
    refuse (check, "date", _ ("The household does not live here any more."));
}

/* A household has one head. */
static void
check_relation (Check *check)
{
  if (g_strcmp0 (ans_event_text (check->values, "relation"), ANS_RELATION_HEAD) == 0 &&
      check->household != 0 && ans_members_get_head (check->book, check->household) != 0)
    refuse (
        check, "relation", _ ("The household has a head already. Use “New head” to change it."));
}

/* A named member must be one now, and of all that is known until the day. */
static void
check_member (Check *check, const char *field)
{
  gint64 id = ans_event_id (check->values, field);

  if (id == 0 || check->household == 0)
    return;
  if (!ans_members_contain (check->book, check->household, id))
    refuse (check, field, _ ("This person is not a member of the household."));
  else
    check_history_of (check, id);
}

/* Relations to a new head are told of all who live there on the day or later: no other head may
 * have come since. */
static void
check_new_head (Check *check, const char *field)
{
  g_autoptr (AnsStatement) later = NULL;

  if (ans_event_id (check->values, field) == 0 || check->day == NULL)
    return;
  later = ans_connection_prepare (
      ans_book_get_connection (check->book),
      "SELECT 1 FROM person_home WHERE household = ?1 AND relation = 'CHU_HO' AND from_date > ?2",
      NULL);
  if (later == NULL)
    return;
  ans_statement_bind_int (later, 1, check->household);
  ans_statement_bind_text (later, 2, check->day);
  if (ans_statement_step (later, NULL))
    refuse (check, "date", _ ("The household got another head after this day."));
}

/* Whoever leaves as head must be followed by somebody who stays. */
static void
check_leaving (Check *check, const char *field, GArray *leaving)
{
  gint64 head = ans_members_get_head (check->book, check->household);
  gint64 new_head = ans_event_id (check->values, "new_head");

  for (guint i = 0; i < leaving->len; i++)
    {
      gint64 id = g_array_index (leaving, gint64, i);

      if (ans_members_contain (check->book, check->household, id))
        check_history_of (check, id);
      else
        refuse (check, field, _ ("One of the chosen persons is not a member of the household."));
    }
  if (new_head != 0 && ans_members_include (leaving, new_head))
    refuse (check, "new_head", _ ("The new head must be one of those who stay."));
  if (new_head == 0 && ans_members_include (leaving, head) &&
      ans_members_count (check->book, check->household) > leaving->len)
    warn (check,
          "new_head",
          _ ("The head leaves: choose who follows, or the household has no head."));
}

static void
check_death (Check *check)
{
  gint64 id = ans_event_id (check->values, "person");
  g_autoptr (AnsRecord) person =
      id != 0 ? ans_record_load (check->book, &ans_register_people, id, NULL) : NULL;
  g_autoptr (GArray) leaving = g_array_new (FALSE, FALSE, sizeof (gint64));
  AnsDate birth, day;

  if (person == NULL)
    return;
  g_array_append_val (leaving, id);
  check_leaving (check, "person", leaving);
  if (check->day != NULL && ans_record_get (person, "birth") != NULL &&
      ans_date_parse_iso (ans_record_get (person, "birth"), &birth, NULL) &&
      ans_date_parse_iso (check->day, &day, NULL) &&
      ans_date_compare (day, ans_date_first_day (birth)) < 0)
    refuse (check, "date", _ ("The date of death is before the date of birth."));
}

static void
check_split (Check *check, GArray *leaving)
{
  gint64 head = ans_event_id (check->values, "head");

  if (head != 0 && leaving->len > 0 && !ans_members_include (leaving, head))
    refuse (
        check, "head", _ ("The head of the new household must be one of those who leave."));
}

/* Somebody in the register who comes to live in the household. */
static void
check_arriving (Check *check)
{
  gint64 id = ans_event_id (check->values, "person");
  g_autoptr (AnsRecord) person =
      id != 0 ? ans_record_load (check->book, &ans_register_people, id, NULL) : NULL;
  gint64 home;

  if (person == NULL)
    return;
  home = ans_record_get_int (person, "household");
  if (g_strcmp0 (ans_record_get (person, "residence"), ANS_RESIDENCE_DEAD) == 0)
    refuse (check, "person", _ ("This person has died."));
  else if (home != 0 && home == check->household)
    refuse (check, "person", _ ("This person is a member of the household already."));
  else
    check_history_of (check, id);
  if (home != 0 && home != check->household && ans_members_get_head (check->book, home) == id &&
      ans_members_count (check->book, home) > 1)
    warn (check,
          "person",
          _ ("This person is the head of another household, which has no head then."));
}

/* Nobody moves before they are born. */
static void
check_birth_of_arriving (Check *check)
{
  const char *text = ans_event_text (check->values, "birth");
  AnsDate birth, day;

  if (ans_event_text (check->values, "person") == NULL && text != NULL && check->day != NULL &&
      ans_date_parse_iso (text, &birth, NULL) && ans_date_parse_iso (check->day, &day, NULL) &&
      ans_date_compare (ans_date_first_day (birth), day) > 0)
    refuse (check, "birth", _ ("The date of birth is after the day of the event."));
}

static void
check_residence (Check *check)
{
  const char *residence = ans_event_text (check->values, "residence");

  if (g_strcmp0 (residence, ANS_RESIDENCE_DEAD) == 0 ||
      g_strcmp0 (residence, ANS_RESIDENCE_MOVED_AWAY) == 0)
    refuse (check, "residence", _ ("Whoever moves in lives here: choose another residence."));
}

static void
check_kind (Check *check)
{
  check_relation (check);
  check_member (check, "new_head");
  check_new_head (check, "new_head");
  if (is_kind (check, "death"))
    check_death (check);
  else if (is_kind (check, "move-out") || is_kind (check, "split"))
    {
      g_autoptr (GArray) leaving =
          ans_members_parse (ans_event_text (check->values, "members"));

      check_leaving (check, "members", leaving);
      if (is_kind (check, "split"))
        check_split (check, leaving);
    }
  else if (is_kind (check, "new-head"))
    {
      check_member (check, "head");
      check_new_head (check, "head");
    }
  else if (is_kind (check, "marriage"))
    check_member (check, "spouse");
  if (is_kind (check, "move-in") || is_kind (check, "marriage"))
    {
      check_arriving (check);
      check_birth_of_arriving (check);
      check_residence (check);
    }
}

AnsProblems *
ans_event_check (AnsBook *book, const AnsEventKind *kind, gint64 household, GHashTable *values)
{
  AnsProblems *problems = ans_problems_new ();
  g_autoptr (GHashTable) complete = NULL;
  Check check = { book, kind, household, NULL, problems, NULL };
  g_autofree char *code = NULL;

  g_return_val_if_fail (ANS_IS_BOOK (book), problems);
  g_return_val_if_fail (kind != NULL && values != NULL, problems);

  complete = ans_event_complete (kind, values);
  check.values = complete;
  check_answers (&check);
  check_date (&check);
  check_new_person (&check);
  if (household == 0 && !is_kind (&check, "move-in"))
    {
      refuse (&check, NULL, _ ("Choose a household first."));
      return problems;
    }
  code = ans_register_title_of (book, &ans_register_households, household);
  if (household != 0 && code == NULL)
    {
      refuse (&check, NULL, _ ("There is no such household."));
      return problems;
    }
  check_household (&check);
  check_kind (&check);
  return problems;
}
