/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands above and below every paper of the office: domain.md §6.1–6.3. */
#include "document/ans-letterhead.h"

#include "registry/ans-office.h"
#include "text/ans-name.h"

void
ans_letterhead_add (AnsDocument *document, AnsBook *book, AnsDate date)
{
  g_autofree char *iso = ans_date_to_iso (date);
  g_autoptr (AnsOffice) office = ans_office_on (book, iso);
  g_autofree char *parent = ans_book_get_setting (book, ANS_SETTING_PARENT_LINE);
  g_autofree char *commune =
      office->commune != NULL ? ans_name_upper (office->commune) : g_strdup ("XÃ …………………");
  g_autofree char *day = ans_date_format_long (date);
  g_autofree char *place = NULL;
  const char *agency[] = { "ỦY BAN NHÂN DÂN", commune, NULL };

  if (office->district != NULL && g_strcmp0 (parent, "0") != 0)
    {
      g_autofree char *district = ans_name_upper (office->district);
      g_autofree char *line = g_strdup_printf ("UBND %s", district);

      ans_document_set_parent_agency (document, line);
    }
  ans_document_set_agency (document, agency);
  place = g_strdup_printf ("%s, %s", office->place != NULL ? office->place : "…………", day);
  ans_document_set_place_date (document, place);
}

void
ans_letterhead_add_signatures (AnsDocument *document, AnsBook *book, AnsDate date, gboolean maker)
{
  static const char *const heading_of_maker[] = { "NGƯỜI LẬP BIỂU", NULL };
  g_autofree char *iso = ans_date_to_iso (date);
  g_autoptr (AnsOffice) office = ans_office_on (book, iso);
  g_autofree char *maker_name = ans_book_get_setting (book, ANS_SETTING_MAKER_NAME);
  g_autofree char *signer_name = ans_book_get_setting (book, ANS_SETTING_SIGNER_NAME);
  g_autofree char *heading = ans_book_get_setting (book, ANS_SETTING_SIGNER_HEADING);
  g_auto (GStrv) lines = NULL;

  if (heading == NULL || *heading == '\0')
    {
      g_autofree char *lower =
          office->commune != NULL ? g_utf8_strdown (office->commune, -1) : NULL;
      const char *kind = lower != NULL && g_str_has_prefix (lower, "phường") ? "PHƯỜNG" : "XÃ";

      g_free (heading);
      heading = g_strdup_printf ("TM. ỦY BAN NHÂN DÂN %s\nCHỦ TỊCH", kind);
    }
  lines = g_strsplit (heading, "\n", -1);
  if (maker)
    ans_document_add_signature (document, heading_of_maker, "(Ký, ghi rõ họ tên)", maker_name);
  ans_document_add_signature (document, (const char *const *) lines, NULL, signer_name);
}
