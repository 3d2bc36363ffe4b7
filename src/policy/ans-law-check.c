/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Run by the build: says what is wrong with the tables of the law, and fails. */
#include "policy/ans-law.h"
#include "policy/ans-poverty-standard.h"

static guint
tell (GPtrArray *wrong)
{
  for (guint i = 0; i < wrong->len; i++)
    g_printerr ("data/policy: %s\n", (char *) wrong->pdata[i]);
  return wrong->len;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsLaw) law = ans_law_new (NULL, NULL, &error);
  g_autoptr (GPtrArray) rates = NULL;
  g_autoptr (GPtrArray) standards = NULL;

  if (law == NULL)
    {
      g_printerr ("data/policy: %s\n", error->message);
      return 1;
    }
  rates = ans_law_check (law);
  standards = ans_poverty_standards_check (ans_poverty_standards ());
  if (tell (rates) + tell (standards) > 0)
    return 1;
  return argc > 1 && !g_file_set_contents (argv[1], "sound\n", -1, NULL);
}
