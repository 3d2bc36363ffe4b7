/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "text/ans-personal-id.h"

/* All numbers here are invented. */

static void
test_warnings (void)
{
  static const struct
  {
    const char *id;
    char sex;
    AnsDate birth;
    const char *warnings; /* joined by | */
  } cases[] = {
    { "038162001234", 'F', { 1962, 3, 10 }, "" },
    { "038062001234", 'M', { 1962, 0, 0 }, "" },
    { "038305001234", 'F', { 2005, 1, 1 }, "" },
    { "038205001234", 'M', { 2005, 1, 1 }, "" },
    { "038162001234", 0, { 0, 0, 0 }, "" },
    { "'038 162 001 234", 'F', { 1962, 0, 0 }, "" },
    { "001199000001", 'F', { 1999, 12, 31 }, "" },
    { "096300000001", 'F', { 2000, 1, 1 }, "" },
    { "101162001234", 'F', { 1962, 0, 0 }, "" },
    { "123456789", 'M', { 1950, 0, 0 }, "" },
    { "", 'M', { 1950, 0, 0 }, "" },
    { NULL, 'M', { 1950, 0, 0 }, "" },
    { "038162001234",
      'M',
      { 1962, 3, 10 },
      "Digit 4 is 1, which is for women, but the sex is Nam." },
    { "038062001234", 'F', { 1962, 3, 10 }, "Digit 4 is 0, which is for men, but the sex is Nữ." },
    { "038175001234", 'F', { 1962, 3, 10 }, "Digits 5–6 are 75 but the year of birth is 1962." },
    { "038105001234",
      'F',
      { 2005, 3, 10 },
      "Digit 4 is 1, which is for people born in 1900–1999, but the year of birth is 2005." },
    { "038205001234",
      'F',
      { 1962, 3, 10 },
      "Digit 4 is 2, which is for men, but the sex is Nữ.|Digit 4 is 2, which is for people born "
      "in "
      "2000–2099, but the year of birth is 1962.|Digits 5–6 are 05 but the year of birth is "
      "1962." },
    { "038405001234", 0, { 0, 0, 0 }, "Digit 4 is 4, which is for people born in 2100 or later." },
    { "003162001234",
      'F',
      { 1962, 0, 0 },
      "The first three digits, 003, are not the code of a province or a country." },
    { "000162001234",
      'F',
      { 1962, 0, 0 },
      "The first three digits, 000, are not the code of a province or a country." },
    { "099162001234",
      'F',
      { 1962, 0, 0 },
      "The first three digits, 099, are not the code of a province or a country." },
    { "38162001234",
      'F',
      { 1962, 0, 0 },
      "The number has 11 digits: a leading zero may have been lost. Should it be 038162001234?" },
    { "1199000001",
      'F',
      { 1999, 0, 0 },
      "The number has 10 digits: leading zeros may have been lost. Should it be 001199000001?" },
    { "12345678",
      'F',
      { 1962, 0, 0 },
      "The number has 8 digits: a leading zero may have been lost. Should it be 012345678?" },
    { "0381620012345",
      'F',
      { 1962, 0, 0 },
      "The number has 13 digits; a personal number has 12, an old identity card 9." },
    { "7",
      'F',
      { 1962, 0, 0 },
      "The number has 1 digit; a personal number has 12, an old identity card 9." },
    { "03816200123A", 'F', { 1962, 0, 0 }, "A personal number has digits only." },
    { "٠٣٨١٦٢٠٠١٢٣٤", 'F', { 1962, 0, 0 }, "A personal number has digits only." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) warnings =
          ans_personal_id_warnings (cases[i].id, cases[i].sex, cases[i].birth);
      g_autofree char *joined = g_strjoinv ("|", warnings);

      g_assert_cmpstr (joined, ==, cases[i].warnings);
    }
}

static void
test_normalize (void)
{
  static const char *const cases[][2] = {
    { "038162001234", "038162001234" },
    { " 038 162 001 234 ", "038162001234" },
    { "038.162.001.234", "038162001234" },
    { "038-162-001-234", "038162001234" },
    { "'038162001234", "038162001234" },
    { "\u2019038162001234", "038162001234" },
    { "038\u00a0162\u200b001234", "038162001234" },
    /* A decimal of a number, not a thirteenth digit. */
    { "38162001234.0", "38162001234" },
    { "38162001234.00", "38162001234" },
    { "38162001.234", "38162001234" },
    { "038162001.000", "038162001000" },
    { "'38162001234.0", "38162001234" },
    { "1 \u4e2d2", "1\u4e2d2" },
    { "A12", "A12" },
    { ".", "" },
    { "", "" },
    { NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = ans_personal_id_normalize (cases[i][0]);

      g_assert_cmpstr (id, ==, cases[i][1]);
    }
}

static void
test_restore_zero (void)
{
  static const char *const cases[][2] = {
    { "38162001234", "038162001234" },
    { "38162001234.0", "038162001234" },
    { "96300000001", "096300000001" },
    { "1199000001", "001199000001" },
    { "12345678", "012345678" },
    /* Whole numbers, and those whose code would be none. */
    { "038162001234", NULL },
    { "123456789", NULL },
    { "99162001234", NULL },
    { "3162001234", NULL },
    { "0912345214", NULL },
    { "1", NULL },
    { "3816200123A", NULL },
    { "", NULL },
    { NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *restored = NULL;

      g_assert_true (ans_personal_id_restore_zero (cases[i][0], &restored) ==
                     (cases[i][1] != NULL));
      g_assert_cmpstr (restored, ==, cases[i][1]);
    }
  g_assert_true (ans_personal_id_restore_zero ("38162001234", NULL));
}

static void
test_provinces (void)
{
  int n = 0;

  for (int code = 0; code < 1000; code++)
    {
      g_autofree char *id = g_strdup_printf ("%03d162001234", code);
      const char *name = ans_personal_id_province (id);

      n += name != NULL;
      g_assert_true (name == NULL || code < 100);
    }
  g_assert_cmpint (n, ==, 63);
  g_assert_cmpstr (ans_personal_id_province ("038162001234"), ==, "Thanh Hóa");
  g_assert_cmpstr (ans_personal_id_province ("001162001234"), ==, "Hà Nội");
  g_assert_cmpstr (ans_personal_id_province ("031162001234"), ==, "Hải Phòng");
  g_assert_cmpstr (ans_personal_id_province ("037162001234"), ==, "Ninh Bình");
  g_assert_cmpstr (ans_personal_id_province ("040162001234"), ==, "Nghệ An");
  g_assert_cmpstr (ans_personal_id_province ("048162001234"), ==, "Đà Nẵng");
  g_assert_cmpstr (ans_personal_id_province ("079162001234"), ==, "Hồ Chí Minh");
  g_assert_null (ans_personal_id_province ("38162001234"));
  g_assert_null (ans_personal_id_province (NULL));
}

static void
test_masks (void)
{
  static const char *const ids[][2] = {
    { "038162001234", "038xxxxxx234" },
    { "123456789", "123xxx789" },
    { "038 162 001 234", "038xxxxxx234" },
    { "123456", "xxxxxx" },
    { "1", "x" },
    { "", "" },
    { NULL, "" },
  };
  static const char *const phones[][2] = {
    { "0912345214", "09xxxxx214" },
    { "0912 345 214", "09xxxxx214" },
    { "12345", "xxxxx" },
    { "113", "xxx" },
    { NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *masked = ans_personal_id_mask (ids[i][0]);

      g_assert_cmpstr (masked, ==, ids[i][1]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (phones); i++)
    {
      g_autofree char *masked = ans_phone_mask (phones[i][0]);

      g_assert_cmpstr (masked, ==, phones[i][1]);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/personal-id/warnings", test_warnings);
  g_test_add_func ("/personal-id/normalize", test_normalize);
  g_test_add_func ("/personal-id/restore-zero", test_restore_zero);
  g_test_add_func ("/personal-id/provinces", test_provinces);
  g_test_add_func ("/personal-id/masks", test_masks);
  return g_test_run ();
}
