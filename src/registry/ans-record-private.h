/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "registry/ans-record.h"

G_BEGIN_DECLS

/* The SQL of a register, made once and kept while the program runs. */
typedef struct
{
  char *load;
  char *insert;
  GArray *inserted;   /* indexes of the fields that an insert writes */
  GHashTable *places; /* name of a field → its index + 1 */
} AnsRegisterSql;

/* For the files that write records. */
struct _AnsRecord
{
  GObject parent_instance;

  AnsBook *book;
  const AnsRegister *reg;
  const AnsRegisterSql *sql;
  gint64 id;
  guint n_fields;
  char **values; /* by index of the field */
  char **loaded; /* as they stand in the book; in one piece of memory with them */
  char *effective_date;
  GHashTable *period_dates; /* (nullable) period name → ISO day */
  gboolean stale; /* saved in a larger action: derived values are read when they are asked for */
};

/* First day of the period that a save writes, if one was set. */
const char *ans_record_period_date (AnsRecord *self, const AnsPeriod *period);

G_END_DECLS
