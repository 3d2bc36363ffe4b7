/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/ans-personal-id.h"

#include <glib/gi18n.h>
#include <string.h>

#include "text/ans-fold.h"
#include "text/ans-letter.h"

/* Annex I of Circular 07/2016/TT-BCA. Codes don't change when provinces merge. From 100 on:
 * countries. */
static const struct
{
  guint8 code;
  const char *name;
} provinces[] = {
  { 1, "Hà Nội" },
  { 2, "Hà Giang" },
  { 4, "Cao Bằng" },
  { 6, "Bắc Kạn" },
  { 8, "Tuyên Quang" },
  { 10, "Lào Cai" },
  { 11, "Điện Biên" },
  { 12, "Lai Châu" },
  { 14, "Sơn La" },
  { 15, "Yên Bái" },
  { 17, "Hòa Bình" },
  { 19, "Thái Nguyên" },
  { 20, "Lạng Sơn" },
  { 22, "Quảng Ninh" },
  { 24, "Bắc Giang" },
  { 25, "Phú Thọ" },
  { 26, "Vĩnh Phúc" },
  { 27, "Bắc Ninh" },
  { 30, "Hải Dương" },
  { 31, "Hải Phòng" },
  { 33, "Hưng Yên" },
  { 34, "Thái Bình" },
  { 35, "Hà Nam" },
  { 36, "Nam Định" },
  { 37, "Ninh Bình" },
  { 38, "Thanh Hóa" },
  { 40, "Nghệ An" },
  { 42, "Hà Tĩnh" },
  { 44, "Quảng Bình" },
  { 45, "Quảng Trị" },
  { 46, "Thừa Thiên Huế" },
  { 48, "Đà Nẵng" },
  { 49, "Quảng Nam" },
  { 51, "Quảng Ngãi" },
  { 52, "Bình Định" },
  { 54, "Phú Yên" },
  { 56, "Khánh Hòa" },
  { 58, "Ninh Thuận" },
  { 60, "Bình Thuận" },
  { 62, "Kon Tum" },
  { 64, "Gia Lai" },
  { 66, "Đắk Lắk" },
  { 67, "Đắk Nông" },
  { 68, "Lâm Đồng" },
  { 70, "Bình Phước" },
  { 72, "Tây Ninh" },
  { 74, "Bình Dương" },
  { 75, "Đồng Nai" },
  { 77, "Bà Rịa - Vũng Tàu" },
  { 79, "Hồ Chí Minh" },
  { 80, "Long An" },
  { 82, "Tiền Giang" },
  { 83, "Bến Tre" },
  { 84, "Trà Vinh" },
  { 86, "Vĩnh Long" },
  { 87, "Đồng Tháp" },
  { 89, "An Giang" },
  { 91, "Kiên Giang" },
  { 92, "Cần Thơ" },
  { 93, "Hậu Giang" },
  { 94, "Sóc Trăng" },
  { 95, "Bạc Liêu" },
  { 96, "Cà Mau" },
};

#define FIRST_COUNTRY 100

static int
to_number (const char *digits, int n)
{
  int number = 0;

  for (int i = 0; i < n; i++)
    number = number * 10 + digits[i] - '0';
  return number;
}

static const char *
province_name (int code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (provinces); i++)
    {
      if (provinces[i].code == code)
        return provinces[i].name;
    }
  return NULL;
}

static gboolean
is_digits (const char *text)
{
  return text[strspn (text, "0123456789")] == '\0';
}

/* Whether a number of digits is followed by “.0” or “.00” only. */
static gboolean
has_zero_decimals (const char *text)
{
  gsize whole = strspn (text, "0123456789");
  gsize zeros;

  if (whole == 0 || text[whole] != '.')
    return FALSE;
  zeros = strspn (text + whole + 1, "0");
  return zeros > 0 && zeros < 3 && text[whole + 1 + zeros] == '\0';
}

char *
ans_personal_id_normalize (const char *typed)
{
  g_autofree char *text = ans_normalize (typed);
  char *out = text;
  const char *p = text;

  while (ans_char_is_apostrophe (g_utf8_get_char (p)) || *p == ' ')
    p = g_utf8_next_char (p);
  if (has_zero_decimals (p))
    *strrchr (text, '.') = '\0';

  while (*p != '\0')
    {
      /* Before the move, which can write over this character. */
      const char *next = g_utf8_next_char (p);
      gsize n = (gsize) (next - p);

      if (*p != ' ' && *p != '.' && *p != '-' &&
          (out != text || !ans_char_is_apostrophe (g_utf8_get_char (p))))
        {
          memmove (out, p, n);
          out += n;
        }
      p = next;
    }
  *out = '\0';
  /* A letter and a mark may have met. */
  return ans_normalize (text);
}

const char *
ans_personal_id_province (const char *id_no)
{
  if (id_no == NULL || strlen (id_no) != 12 || !is_digits (id_no))
    return NULL;
  return province_name (to_number (id_no, 3));
}

gboolean
ans_personal_id_restore_zero (const char *digits, char **restored)
{
  g_autofree char *id = ans_personal_id_normalize (digits);
  g_autofree char *longer = NULL;
  gsize n = strlen (id);

  if (restored != NULL)
    *restored = NULL;
  if (!is_digits (id) || id[0] == '0')
    return FALSE;

  if (n == 10 || n == 11)
    {
      longer = g_strconcat (n == 10 ? "00" : "0", id, NULL);
      if (ans_personal_id_province (longer) == NULL)
        return FALSE;
    }
  else if (n == 8)
    longer = g_strconcat ("0", id, NULL);
  else
    return FALSE;

  if (restored != NULL)
    *restored = g_steal_pointer (&longer);
  return TRUE;
}

static void
warn_of_length (GStrvBuilder *warnings, const char *id)
{
  g_autofree char *restored = NULL;
  int n = (int) strlen (id);

  if (ans_personal_id_restore_zero (id, &restored))
    {
      int lost = (int) strlen (restored) - n;

      g_strv_builder_take (
          warnings, g_strdup_printf (
                        g_dngettext (GETTEXT_PACKAGE,
                                     /* Translators: a count of digits, then the whole number */
                                     "The number has %d digits: a leading zero may have been lost. "
                                     "Should it be %s?",
                                     "The number has %d digits: leading zeros may have been lost. "
                                     "Should it be %s?",
                                     (gulong) lost),
                        n, restored));
      return;
    }
  g_strv_builder_take (
      warnings,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                    /* Translators: %d is a count of digits */
                                    "The number has %d digit; a personal number has 12, an old "
                                    "identity card 9.",
                                    "The number has %d digits; a personal number has 12, an old "
                                    "identity card 9.",
                                    (gulong) n),
                       n));
}

/* The fourth digit tells the century and the sex: 0 nam, 1 nữ of 1900–1999, 2 and 3 of 2000–2099 …
 */
static void
warn_of_person (GStrvBuilder *warnings, const char *id, char sex, AnsDate birth)
{
  int digit = id[3] - '0';
  int century = 1900 + digit / 2 * 100;
  int year = to_number (id + 4, 2);

  if (sex == 'M' && digit % 2 == 1)
    g_strv_builder_take (
        warnings,
        /* Translators: %d is a digit; Nam and Nữ are the sexes as in the form */
        g_strdup_printf (_ ("Digit 4 is %d, which is for women, but the sex is Nam."), digit));
  if (sex == 'F' && digit % 2 == 0)
    g_strv_builder_take (
        warnings,
        /* Translators: %d is a digit; Nam and Nữ are the sexes as in the form */
        g_strdup_printf (_ ("Digit 4 is %d, which is for men, but the sex is Nữ."), digit));

  if (ans_date_is_none (birth))
    {
      if (digit >= 4)
        g_strv_builder_take (warnings,
                             /* Translators: a digit, then a year */
                             g_strdup_printf (_ ("Digit 4 is %d, which is for people born in %d or "
                                                 "later."),
                                              digit, century));
      return;
    }
  if (birth.year / 100 * 100 != century)
    g_strv_builder_take (
        warnings,
        /* Translators: a digit, two years and the year of birth */
        g_strdup_printf (_ ("Digit 4 is %d, which is for people born in %d–%d, but "
                            "the year of birth is %d."),
                         digit, century, century + 99, birth.year));
  if (birth.year % 100 != year)
    g_strv_builder_take (
        warnings,
        /* Translators: two digits, then the year of birth */
        g_strdup_printf (_ ("Digits 5–6 are %02d but the year of birth is %d."), year, birth.year));
}

char **
ans_personal_id_warnings (const char *id_no, char sex, AnsDate birth)
{
  g_autoptr (GStrvBuilder) warnings = g_strv_builder_new ();
  g_autofree char *id = ans_personal_id_normalize (id_no);
  int code;

  if (id[0] == '\0')
    return g_strv_builder_end (warnings);
  if (!is_digits (id))
    {
      g_strv_builder_add (warnings, _ ("A personal number has digits only."));
      return g_strv_builder_end (warnings);
    }
  if (strlen (id) == 9)
    return g_strv_builder_end (warnings);
  if (strlen (id) != 12)
    {
      warn_of_length (warnings, id);
      return g_strv_builder_end (warnings);
    }

  code = to_number (id, 3);
  if (code < FIRST_COUNTRY && province_name (code) == NULL)
    g_strv_builder_take (warnings,
                         /* Translators: %03d is the first three digits of a personal number */
                         g_strdup_printf (_ ("The first three digits, %03d, are not the code of a "
                                             "province or a country."),
                                          code));
  warn_of_person (warnings, id, sex, birth);
  return g_strv_builder_end (warnings);
}

/* --- hiding ----------------------------------------------------------------------------------- */

static char *
mask (const char *text, glong front, glong back)
{
  g_autoptr (GString) masked = g_string_new (NULL);
  glong length = g_utf8_strlen (text, -1);
  glong i = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), i++)
    {
      if (length > front + back && (i < front || i >= length - back))
        g_string_append_unichar (masked, g_utf8_get_char (p));
      else
        g_string_append_c (masked, 'x');
    }
  return g_string_free (g_steal_pointer (&masked), FALSE);
}

char *
ans_personal_id_mask (const char *id_no)
{
  g_autofree char *id = ans_personal_id_normalize (id_no);

  return mask (id, 3, 3);
}

char *
ans_phone_mask (const char *phone)
{
  g_autofree char *number = ans_personal_id_normalize (phone);

  return mask (number, 2, 3);
}
