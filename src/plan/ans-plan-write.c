/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing whole plans: one that comes with the program, and one after another of another year. */
#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "plan/ans-plan-choices.h"
#include "plan/ans-plan-registers.h"
#include "plan/ans-plan-resources.h"
#include "plan/ans-plan.h"
#include "text/ans-date.h"

#define PLANS "/vn/soansinh/SoAnSinh/plans"

/* What is being written, and the ids that its records got by their codes. */
typedef struct
{
  AnsBook *book;
  gint64 plan;
  GHashTable *indicators; /* code → id */
  GHashTable *bodies;     /* name → id */
} Writing;

static gint64
known_id (GHashTable *ids, const char *name)
{
  gint64 *id = name != NULL ? g_hash_table_lookup (ids, name) : NULL;

  return id != NULL ? *id : 0;
}

static void
keep_id (GHashTable *ids, const char *name, gint64 id)
{
  g_hash_table_insert (ids, g_strdup (name), g_memdup2 (&id, sizeof id));
}

char **
ans_plan_shipped (void)
{
  g_auto (GStrv) names = g_resource_enumerate_children (ans_plan_get_resource (), PLANS,
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (g_str_has_suffix (names[i], ".json") && !g_str_equal (names[i], "deadlines.json"))
      g_strv_builder_take (ids, g_strndup (names[i], strlen (names[i]) - strlen (".json")));
  return g_strv_builder_end (ids);
}

/* The JSON object of data/plans/@id.json. */
static JsonNode *
read_shipped (const char *id, GError **error)
{
  g_autofree char *path = g_strdup_printf (PLANS "/%s.json", id);
  g_autoptr (GBytes) bytes =
      g_resource_lookup_data (ans_plan_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize length;
  const char *text;

  if (bytes == NULL)
    {
      g_auto (GStrv) shipped = ans_plan_shipped ();
      g_autofree char *all = g_strjoinv (", ", shipped);

      g_set_error (error, ANS_RECORD_ERROR, ANS_RECORD_ERROR_NOT_FOUND,
                   /* Translators: ids of plans that come with the program */
                   _ ("No plan “%s” comes with the program. There are: %s."), id, all);
      return NULL;
    }
  text = g_bytes_get_data (bytes, &length);
  if (!json_parser_load_from_data (parser, text, (gssize) length, error))
    return NULL;
  return json_parser_steal_root (parser);
}

/* A text may be written as a list of its lines. */
static char *
text_of (JsonNode *node)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *lines = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (lines); i++)
        g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                                json_array_get_string_element (lines, i));
      return g_string_free_and_steal (g_steal_pointer (&text));
    }
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_dup_string (node);
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? "1" : "0");
  return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
}

/* A record of @reg with the members of @object that are fields of it; “subset_of” and “owner” are
 * a code and a name there. */
static AnsRecord *
make_record (Writing *self, const AnsRegister *reg, JsonObject *object)
{
  AnsRecord *record = ans_record_new (self->book, reg);
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *l = members; l != NULL; l = l->next)
    {
      const char *name = l->data;
      const AnsField *field = ans_register_get_field (reg, name);
      JsonNode *node = json_object_get_member (object, name);
      g_autofree char *text = NULL;

      if (field == NULL || JSON_NODE_HOLDS_NULL (node))
        continue;
      text = text_of (node);
      if (g_strcmp0 (field->target, "indicators") == 0)
        ans_record_set_int (record, name, known_id (self->indicators, text));
      else if (g_strcmp0 (field->target, "bodies") == 0)
        ans_record_set_int (record, name, known_id (self->bodies, text));
      else
        ans_record_set (record, name, text);
    }
  if (self->plan != 0 && ans_register_get_field (reg, "plan") != NULL)
    ans_record_set_int (record, "plan", self->plan);
  return record;
}

/* All records of @list, in their order, which is kept where the register has a place for it. */
static gboolean
write_list (Writing *self,
            const AnsRegister *reg,
            JsonArray *list,
            GHashTable *ids,
            const char *name,
            GError **error)
{
  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      g_autoptr (AnsRecord) record =
          make_record (self, reg, json_array_get_object_element (list, i));

      if (ans_register_get_field (reg, "position") != NULL)
        ans_record_set_int (record, "position", i + 1);
      if (!ans_record_save (record, error))
        {
          g_prefix_error (error, "%s %u: ", reg->title, i + 1);
          return FALSE;
        }
      if (ids != NULL)
        keep_id (ids, ans_record_get (record, name), ans_record_get_id (record));
    }
  return TRUE;
}

static JsonArray *
list_of (JsonObject *root, const char *name)
{
  return json_object_has_member (root, name) ? json_object_get_array_member (root, name) : NULL;
}

/* Bodies that the book has already are the same ones. */
static gboolean
write_bodies (Writing *self, JsonArray *list, GError **error)
{
  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonObject *object = json_array_get_object_element (list, i);
      const char *name = json_object_get_string_member (object, "name");
      gint64 id = ans_register_lookup (self->book, &ans_register_bodies, name);

      if (id <= 0)
        {
          g_autoptr (AnsRecord) record = make_record (self, &ans_register_bodies, object);

          ans_record_set_int (record, "position", i + 1);
          if (!ans_record_save (record, error))
            return FALSE;
          id = ans_record_get_id (record);
        }
      keep_id (self->bodies, name, id);
    }
  return TRUE;
}

static gboolean
write_deadlines (Writing *self, GError **error)
{
  g_autoptr (JsonNode) root = NULL;

  if (ans_connection_get_int (ans_book_get_connection (self->book), "SELECT count(*) FROM deadline",
                              0) > 0)
    return TRUE;
  root = read_shipped ("deadlines", error);
  return root != NULL &&
         write_list (self, &ans_register_deadlines, json_node_get_array (root), NULL, NULL, error);
}

static gboolean
write_plan (Writing *self, JsonObject *root, GError **error)
{
  g_autoptr (AnsRecord) plan =
      make_record (self, &ans_register_plans, json_object_get_object_member (root, "plan"));

  if (!ans_record_save (plan, error))
    return FALSE;
  self->plan = ans_record_get_id (plan);
  return write_bodies (self, list_of (root, "bodies"), error) &&
         write_list (self, &ans_register_indicators, list_of (root, "indicators"), self->indicators,
                     "code", error) &&
         write_list (self, &ans_register_tasks, list_of (root, "tasks"), NULL, NULL, error) &&
         write_list (self, &ans_register_plan_documents, list_of (root, "documents"), NULL, NULL,
                     error) &&
         write_deadlines (self, error);
}

static void
writing_init (Writing *self, AnsBook *book)
{
  *self = (Writing) { .book = book };
  self->indicators = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->bodies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static gint64
writing_end (Writing *self, gboolean done, GError **error)
{
  if (done)
    done = ans_book_commit (self->book, error) >= 0;
  else
    ans_book_rollback (self->book);
  g_hash_table_unref (self->indicators);
  g_hash_table_unref (self->bodies);
  return done ? self->plan : 0;
}

gint64
ans_plan_load (AnsBook *book, const char *id, GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *label = NULL;
  JsonObject *plan;
  Writing writing;

  g_return_val_if_fail (ANS_IS_BOOK (book), 0);
  g_return_val_if_fail (id != NULL, 0);

  root = read_shipped (id, error);
  if (root == NULL)
    return 0;
  plan = json_object_get_object_member (json_node_get_object (root), "plan");
  /* Translators: the year of a plan that comes with the program */
  label = g_strdup_printf (_ ("Loaded the plan of %d"),
                           (int) json_object_get_int_member (plan, "year"));
  if (!ans_book_begin (book, label, error))
    return 0;
  writing_init (&writing, book);
  return writing_end (&writing, write_plan (&writing, json_node_get_object (root), error), error);
}

/* --- another year ----------------------------------------------------------------------------- */

static GArray *
ids_of (AnsBook *book, const char *sql, gint64 plan)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (AnsStatement) select =
      ans_connection_prepare (ans_book_get_connection (book), sql, NULL);

  if (select == NULL)
    return ids;
  ans_statement_bind_int (select, 1, plan);
  while (ans_statement_step (select, NULL))
    {
      gint64 id = ans_statement_int (select, 0);

      g_array_append_val (ids, id);
    }
  return ids;
}

/* A draft that says what @id says, its days moved by @years. */
static AnsRecord *
copy_record (AnsBook *book, const AnsRegister *reg, gint64 id, int years, GError **error)
{
  g_autoptr (AnsRecord) old = ans_record_load (book, reg, id, error);
  AnsRecord *copy;

  if (old == NULL)
    return NULL;
  copy = ans_record_new (book, reg);
  for (const AnsField *field = reg->fields; field->name != NULL; field++)
    {
      const char *value = ans_record_get (old, field->name);
      AnsDate day;

      if ((field->flags & (ANS_FIELD_COMPUTED | ANS_FIELD_DERIVED)) != 0)
        continue;
      if (field->kind == ANS_FIELD_DATE && value != NULL && ans_date_parse_iso (value, &day, NULL))
        {
          g_autofree char *moved = ans_date_to_iso (ans_date_add_years (day, years));

          ans_record_set (copy, field->name, moved);
        }
      else
        ans_record_set (copy, field->name, value);
    }
  return copy;
}

/* “năm 2022” of a title becomes “năm 2023”. */
static char *
replace_year (const char *text, int old, int year)
{
  g_autofree char *before = g_strdup_printf ("%d", old);
  g_autofree char *after = g_strdup_printf ("%d", year);
  g_auto (GStrv) parts = g_strsplit (text, before, -1);

  return g_strjoinv (after, parts);
}

static gboolean
copy_plan (Writing *self, gint64 plan, int year, int *years, GError **error)
{
  g_autoptr (AnsRecord) old = ans_record_load (self->book, &ans_register_plans, plan, error);
  g_autoptr (AnsRecord) copy = NULL;
  g_autofree char *title = NULL;
  int old_year;

  if (old == NULL)
    return FALSE;
  old_year = (int) ans_record_get_int (old, "year");
  *years = year - old_year;
  copy = copy_record (self->book, &ans_register_plans, plan, *years, error);
  if (copy == NULL)
    return FALSE;
  title = replace_year (ans_record_get (old, "title"), old_year, year);
  ans_record_set_int (copy, "year", year);
  ans_record_set (copy, "title", title);
  ans_record_set (copy, "number", NULL);
  ans_record_set (copy, "date", NULL);
  ans_record_set (copy, "signer", NULL);
  if (!ans_record_save (copy, error))
    return FALSE;
  self->plan = ans_record_get_id (copy);
  return TRUE;
}

static gboolean
copy_allocations (Writing *self, gint64 old, gint64 copied, GError **error)
{
  g_autoptr (GArray) ids =
      ids_of (self->book, "SELECT id FROM allocation WHERE indicator = ?1 ORDER BY id", old);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (AnsRecord) copy = copy_record (self->book, &ans_register_allocations,
                                                g_array_index (ids, gint64, i), 0, error);

      if (copy == NULL)
        return FALSE;
      ans_record_set_int (copy, "indicator", copied);
      if (!ans_record_save (copy, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
copy_indicators (Writing *self, gint64 plan, GError **error)
{
  /* Wholes before their parts. */
  g_autoptr (GArray) ids = ids_of (self->book,
                                   "WITH RECURSIVE d (id, depth) AS (SELECT id, 0 FROM indicator "
                                   "WHERE plan = ?1 AND subset_of IS NULL UNION ALL SELECT x.id, "
                                   "d.depth + 1 FROM indicator x JOIN d ON x.subset_of = d.id) "
                                   "SELECT d.id FROM d JOIN indicator x ON x.id = d.id ORDER BY "
                                   "depth, x.position, x.id",
                                   plan);
  g_autoptr (GHashTable) copies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 old = g_array_index (ids, gint64, i);
      g_autofree char *name = g_strdup_printf ("%" G_GINT64_FORMAT, old);
      g_autoptr (AnsRecord) copy =
          copy_record (self->book, &ans_register_indicators, old, 0, error);

      if (copy == NULL)
        return FALSE;
      ans_record_set_int (copy, "plan", self->plan);
      if (ans_record_get (copy, "subset_of") != NULL)
        ans_record_set_int (copy, "subset_of",
                            known_id (copies, ans_record_get (copy, "subset_of")));
      if (!ans_record_save (copy, error))
        return FALSE;
      keep_id (copies, name, ans_record_get_id (copy));
      if (!copy_allocations (self, old, ans_record_get_id (copy), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
copy_of_plan (Writing *self, const AnsRegister *reg, gint64 plan, int years, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT id FROM %s WHERE plan = ?1 ORDER BY position, id", reg->table);
  g_autoptr (GArray) ids = ids_of (self->book, sql, plan);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (AnsRecord) copy =
          copy_record (self->book, reg, g_array_index (ids, gint64, i), years, error);

      if (copy == NULL)
        return FALSE;
      ans_record_set_int (copy, "plan", self->plan);
      if (reg == &ans_register_tasks)
        {
          ans_record_set (copy, "status", ANS_TASK_NOT_STARTED);
          ans_record_set (copy, "done_on", NULL);
          ans_record_set (copy, "progress_note", NULL);
        }
      if (!ans_record_save (copy, error))
        return FALSE;
    }
  return TRUE;
}

gint64
ans_plan_copy_to_year (AnsBook *book, gint64 plan, int year, GError **error)
{
  g_autofree char *label = g_strdup_printf (_ ("Made the plan of %d after another"), year);
  Writing writing;
  gboolean done;
  int years = 0;

  g_return_val_if_fail (ANS_IS_BOOK (book), 0);

  if (!ans_book_begin (book, label, error))
    return 0;
  writing_init (&writing, book);
  done = copy_plan (&writing, plan, year, &years, error) &&
         copy_indicators (&writing, plan, error) &&
         copy_of_plan (&writing, &ans_register_tasks, plan, years, error) &&
         copy_of_plan (&writing, &ans_register_plan_documents, plan, 0, error);
  return writing_end (&writing, done, error);
}
