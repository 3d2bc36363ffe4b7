/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "registry/ans-office.h"

#include "text/ans-fold.h"

void
ans_office_free (AnsOffice *self)
{
  if (self == NULL)
    return;
  g_free (self->commune);
  g_free (self->place);
  g_free (self->district);
  g_free (self->province);
  g_free (self);
}

/* “xã Hoằng Phụ” is the place Hoằng Phụ. */
static char *
strip_kind (const char *name)
{
  static const char *const kinds[] = { "xa ", "phuong ", "thi tran ", "dac khu " };
  g_autofree char *folded = ans_fold (name);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (folded, kinds[i]))
      return g_strdup (g_utf8_offset_to_pointer (name, (glong) strlen (kinds[i])));
  return g_strdup (name);
}

AnsOffice *
ans_office_on (AnsBook *book, const char *day)
{
  AnsOffice *self = g_new0 (AnsOffice, 1);
  g_autoptr (AnsStatement) select = ans_connection_prepare (
      ans_book_get_connection (book),
      "WITH RECURSIVE chain (id, name, level, parent, depth) AS ("
      "  SELECT id, name, level, parent, 0 FROM ("
      "    SELECT * FROM unit WHERE level = 'XA' AND coalesce(valid_from, '') <= ?1 AND "
      "    (valid_to IS NULL OR valid_to >= ?1) ORDER BY id LIMIT 1)"
      "  UNION ALL"
      "  SELECT u.id, u.name, u.level, u.parent, depth + 1 FROM unit u, chain"
      "  WHERE u.id = chain.parent AND depth < 5)"
      "SELECT name, level FROM chain",
      NULL);

  if (select == NULL)
    return self;
  ans_statement_bind_text (select, 1, day);
  while (ans_statement_step (select, NULL))
    {
      const char *name = ans_statement_text (select, 0);
      const char *level = ans_statement_text (select, 1);

      if (g_strcmp0 (level, "XA") == 0)
        {
          g_set_str (&self->commune, name);
          g_free (self->place);
          self->place = strip_kind (name);
        }
      else if (g_strcmp0 (level, "HUYEN") == 0)
        g_set_str (&self->district, name);
      else
        g_set_str (&self->province, name);
    }
  return self;
}
