/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people are called, their numbers, and what they do. */
#include "practice/ans-practice-model.h"

#include <string.h>

#include "practice/ans-practice.h"
#include "registry/ans-choices.h"

/* Provinces in which the birth of others than the natives was registered, by the codes of
 * TT 07/2016/TT-BCA. */
static const char *const other_provinces[] = { "040", "037", "001", "036", "079", "034", "042" };
#define SEVEN_DIGITS 10000000u
#define EIGHT_DIGITS 100000000u

static const char home_province[] = "038";

static const char *const work_places[] = {
  "Đi làm tại Bình Dương",      "Đi làm tại Hà Nội",    "Đi làm tại Bắc Ninh",
  "Đi làm tại TP. Hồ Chí Minh", "Đi làm tại Hải Phòng", "Đi làm tại Đồng Nai",
};

static const char *const long_names[] = {
  "Công Tằng Tôn Nữ Hoàng Thị Phương Quỳnh Diễm Khánh Ngọc Bảo Châu",
  "Nguyễn Lê Hoàng Trần Phạm Vũ Đặng Minh Nhật Thiên Phúc Gia Bảo Long",
  "H'Hen Niê Buôn Krông Y Thị Thanh Thúy Nguyệt",
};

/* Hoàng Hoàng Minh would be a mistake of a clerk. */
static const char *
draw_middle_name (const AnsWeightedList *list, guint cohort, const char *surname, AnsRandom *random)
{
  const char *middle;

  do
    middle = ans_weighted_list_text (list, ans_weighted_list_pick (list, cohort, random));
  while (strcmp (middle, surname) == 0);
  return middle;
}

static void
make_name (AnsPracticeHousehold *self,
           AnsPracticePerson *person,
           const AnsPracticeLists *lists,
           AnsRandom *random)
{
  int year = ANS_PRACTICE_TODAY_YEAR - person->age;
  guint cohort = ans_practice_cohort (year);
  const AnsWeightedList *given = &lists->given[person->male];
  const char *surname = ans_weighted_list_text (&lists->surnames, person->surname);
  const char *middle = draw_middle_name (&lists->middle[person->male], cohort, surname, random);

  /* A family does not give a child the name of an elder. */
  for (guint attempt = 0; attempt < 12; attempt++)
    {
      gboolean taken = FALSE;

      person->given = ans_weighted_list_pick (given, cohort, random);
      taken = strcmp (middle, ans_weighted_list_text (given, person->given)) == 0;
      for (const AnsPracticePerson *other = self->people; other < person; other++)
        taken = taken || strcmp (ans_weighted_list_text (&lists->given[other->male], other->given),
                                 ans_weighted_list_text (given, person->given)) == 0;
      if (!taken)
        break;
    }
  g_snprintf (person->name, sizeof person->name, "%s%s%s %s", surname, *middle != '\0' ? " " : "",
              middle, ans_weighted_list_text (given, person->given));
  if (person->age >= 60 && ans_random_chance (random, 15))
    person->other_name =
        ans_weighted_list_text (given, ans_weighted_list_pick (given, cohort, random));
}

/* PPP G YY NNNNNN of NĐ 137/2015 điều 13. Numbers of one sex, century and year never repeat. */
static void
make_personal_number (AnsPracticePerson *person,
                      AnsPracticeCounters *counters,
                      gboolean male,
                      int year,
                      AnsRandom *random)
{
  gboolean native =
      person->homes[0].reason == NULL || strcmp (person->homes[0].reason, "Sinh") == 0;
  int century = (year - 1900) / 100;
  guint *used = &counters->numbers[male][century][year % 100];
  guint64 key = counters->seed ^ (guint64) (year * 2 + male) << 20;
  guint number = (guint) ans_random_shuffle ((*used)++, 1000000, key);
  const char *province = home_province;

  if (ans_random_chance (random, native ? 15 : 250))
    province = other_provinces[ans_random_between (random, 0, G_N_ELEMENTS (other_provinces) - 1)];
  g_snprintf (person->id_no, sizeof person->id_no, "%s%d%02d%06u", province,
              century * 2 + (male ? 0 : 1), year % 100, number % 1000000);
}

/* Cards of nine digits; those of the province began with 17. */
static void
make_old_number (AnsPracticePerson *person, AnsPracticeCounters *counters)
{
  g_snprintf (
      person->old_id_no, sizeof person->old_id_no, "17%07u",
      (guint) ans_random_shuffle (counters->old_numbers++, SEVEN_DIGITS, counters->seed ^ 0x17) %
          SEVEN_DIGITS);
}

static void
make_card (AnsPracticePerson *person, AnsRandom *random)
{
  gboolean with_chip = ans_random_chance (random, 760);
  AnsDate fourteen = ans_date_birthday (person->birth, 14);
  int first = ans_date_to_days (with_chip ? ans_date_new (2021, 3, 1) : ans_date_new (2016, 2, 1));
  int last =
      ans_date_to_days (with_chip ? ans_date_new (2022, 8, 31) : ans_date_new (2020, 12, 20));
  AnsDate day;

  first = MAX (first, ans_date_to_days (fourteen) + 7);
  if (first > last)
    return;
  day = ans_date_from_days (ans_random_between (random, first, last));
  g_snprintf (person->id_date, sizeof person->id_date, "%04d-%02d-%02d", day.year, day.month,
              day.day);
  person->id_place =
      with_chip ? "Cục Cảnh sát QLHC về TTXH" : "Cục Cảnh sát ĐKQL cư trú và DLQG về dân cư";
}

static void
make_numbers (AnsPracticePerson *person, AnsPracticeCounters *counters, AnsRandom *random)
{
  AnsPracticeFlaw flaw =
      person->living ? ans_practice_flaw_of (counters->people) : ANS_PRACTICE_FLAW_NONE;
  int year = ANS_PRACTICE_TODAY_YEAR - person->age;
  gboolean had_old_card = year < 1998;

  if (flaw == ANS_PRACTICE_FLAW_LONG_NAME)
    g_strlcpy (person->name, long_names[counters->people / 2000 % G_N_ELEMENTS (long_names)],
               sizeof person->name);

  if (flaw == ANS_PRACTICE_FLAW_NO_NUMBER)
    ;
  else if (flaw == ANS_PRACTICE_FLAW_OLD_NUMBER && year < 1990)
    make_old_number (person, counters);
  else
    {
      int typed = year;

      if (flaw == ANS_PRACTICE_FLAW_WRONG_YEAR)
        typed += year % 100 < 99 ? 1 : -1;
      make_personal_number (person, counters,
                            flaw == ANS_PRACTICE_FLAW_WRONG_SEX ? !person->male : person->male,
                            typed, random);
      if (person->age >= 14)
        make_card (person, random);
      if (had_old_card && ans_random_chance (random, 90))
        make_old_number (person, counters);
    }

  if (person->living && person->age >= 16 &&
      ans_random_chance (random, person->age < 65   ? 900
                                 : person->age < 80 ? 500
                                                    : 120))
    /* 095: the range of a network that closed. */
    g_snprintf (
        person->phone, sizeof person->phone, "095%07u",
        (guint) ans_random_shuffle (counters->phones++, SEVEN_DIGITS, counters->seed ^ 0x95) %
            SEVEN_DIGITS);
  if (ans_random_chance (random, person->age < 6 || person->age >= 80 ? 995 : 920))
    g_snprintf (person->bhyt_no, sizeof person->bhyt_no, "38%08u",
                (guint) ans_random_shuffle (counters->insurance_numbers++, EIGHT_DIGITS,
                                            counters->seed ^ 0x38) %
                    EIGHT_DIGITS);
}

static void
make_pension (AnsPracticePerson *person, AnsRandom *random)
{
  int draw = ans_random_between (random, 0, 999);

  if (person->age < (person->male ? 60 : 56))
    {
      if (person->age >= 50)
        person->pension = "KHONG";
      return;
    }
  if (draw < 140)
    {
      person->pension = "LUONG_HUU";
      person->pension_amount = ans_random_between (random, 2900, 8600) * 1000;
    }
  else if (draw < 180)
    {
      person->pension = "TRO_CAP_BHXH";
      person->pension_amount = ans_random_between (random, 2000, 3100) * 1000;
    }
  else if (draw < 200)
    {
      person->pension = "TUAT";
      person->pension_amount = ans_random_between (random, 745, 1300) * 1000;
    }
  else
    person->pension = "KHONG";
  if (person->pension_amount > 0 && ans_random_chance (random, 600))
    g_snprintf (person->bank, sizeof person->bank, "Ngân hàng mẫu 0000%06d",
                ans_random_between (random, 0, 999999));
}

static const char *
draw_qualification (int age, AnsRandom *random)
{
  static const guint young[] = { 170, 520, 580, 650, 740, 830, 980, 1000 };
  static const guint grown[] = { 270, 660, 710, 800, 885, 935, 992, 1000 };
  static const guint old[] = { 520, 830, 860, 910, 960, 975, 999, 1000 };
  static const char *const codes[] = { "0", "1", "2", "3", "4", "5", "6", "7" };
  const guint *table = age < 35 ? young : age < 60 ? grown : old;

  return codes[ans_random_pick (random, table, G_N_ELEMENTS (codes))];
}

static const char *
draw_industry (const AnsPracticePerson *person, AnsRandom *random)
{
  /* Farming and fishing, industry and building, services, by age. */
  static const guint young[] = { 110, 620, 1000 };
  static const guint grown[] = { 240, 580, 1000 };
  static const guint old[] = { 580, 690, 1000 };
  static const char *const codes[] = { "NLTS", "CNXD", "DV" };
  const guint *table = person->age < 35 ? young : person->age < 58 ? grown : old;

  return codes[ans_random_pick (random, table, G_N_ELEMENTS (codes))];
}

static void
make_work (AnsPracticePerson *person, AnsRandom *random)
{
  gboolean away = strcmp (person->stays[person->n_stays - 1].residence, "TAM_VANG") == 0;
  int works, jobless;

  if (person->age < 15)
    return;
  if (person->age < 18)
    works = 40, jobless = 10;
  else if (person->age < 23)
    works = 520, jobless = 35;
  else if (person->age < 55)
    works = person->male ? 945 : 870, jobless = 20;
  else if (person->age < 62)
    works = person->male ? 860 : 700, jobless = 10;
  else if (person->age < 70)
    works = 480, jobless = 0;
  else
    works = person->age < 78 ? 150 : 0, jobless = 0;
  if (away)
    works = 960;

  if (ans_random_chance (random, works))
    {
      person->labour_status = "CO_VIEC_LAM";
      person->industry = draw_industry (person, random);
    }
  else
    person->labour_status =
        ans_random_chance (random, jobless * 10) ? "THAT_NGHIEP" : "KHONG_THAM_GIA";
  person->qualification = person->age >= 18 ? draw_qualification (person->age, random) : "0";
  if (away)
    person->note = work_places[ans_random_between (random, 0, G_N_ELEMENTS (work_places) - 1)];
}

static void
make_people_of_the_house (AnsPracticeHousehold *self, AnsRandom *random)
{
  static const guint peoples[] = { 9915, 9965, 9984, 9994, 10000 };
  static const char *const names[] = { "Kinh", "Mường", "Thái", "Thổ", "Tày" };
  int draw = ans_random_between (random, 0, 999);

  if (self->ethnicity != NULL)
    return; /* that of the parents next door */
  self->ethnicity = names[ans_random_pick (random, peoples, G_N_ELEMENTS (names))];
  self->religion = draw < 12 ? "Công giáo" : draw < 20 ? "Phật giáo" : NULL;
}

void
ans_practice_details_make (AnsPracticeHousehold *self,
                           AnsPracticeCounters *counters,
                           const AnsPracticeLists *lists,
                           AnsRandom *random)
{
  make_people_of_the_house (self, random);
  for (guint i = 0; i < self->n_people; i++)
    {
      AnsPracticePerson *person = &self->people[i];

      if (person->living)
        counters->people++;
      person->ethnicity = self->ethnicity;
      person->religion = self->religion;
      make_name (self, person, lists, random);
      make_numbers (person, counters, random);
      make_pension (person, random);
      if (person->living)
        make_work (person, random);
    }
}
