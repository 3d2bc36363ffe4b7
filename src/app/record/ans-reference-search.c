/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/record/ans-reference-search.h"

#include "listing/ans-listing.h"
#include "text/ans-fold.h"

#define MAX_DETAILS 3

struct _AnsReferenceHit
{
  GObject parent_instance;

  gint64 id;
  char *title;
  char *subtitle;
};

G_DEFINE_FINAL_TYPE (AnsReferenceHit, ans_reference_hit, G_TYPE_OBJECT)

static void
ans_reference_hit_finalize (GObject *object)
{
  AnsReferenceHit *self = ANS_REFERENCE_HIT (object);

  g_free (self->title);
  g_free (self->subtitle);
  G_OBJECT_CLASS (ans_reference_hit_parent_class)->finalize (object);
}

static void
ans_reference_hit_class_init (AnsReferenceHitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ans_reference_hit_finalize;
}

static void
ans_reference_hit_init (AnsReferenceHit *self)
{
}

static AnsReferenceHit *
hit_new (gint64 id, const char *title, const char *subtitle)
{
  AnsReferenceHit *self = g_object_new (ANS_TYPE_REFERENCE_HIT, NULL);

  self->id = id;
  self->title = g_strdup (title != NULL ? title : "");
  self->subtitle = g_strdup (subtitle != NULL ? subtitle : "");
  return self;
}

gint64
ans_reference_hit_get_id (AnsReferenceHit *self)
{
  return self->id;
}

const char *
ans_reference_hit_get_title (AnsReferenceHit *self)
{
  return self->title;
}

const char *
ans_reference_hit_get_subtitle (AnsReferenceHit *self)
{
  return self->subtitle;
}

/* --- through a listing ----------------------------------------------------------------------- */

static const AnsListingInfo *
listing_of (const AnsRegister *target)
{
  guint n;
  const AnsListingInfo *const *infos = ans_listing_infos (&n);

  for (guint i = 0; i < n; i++)
    if (ans_register_is (infos[i]->reg, target))
      return infos[i];
  return NULL;
}

typedef struct
{
  AnsBook *book;
  const AnsRegister *target;
  const AnsListingColumn *columns[MAX_DETAILS];
  GListStore *hits;
} Fetch;

static gboolean
add_row (gint64 id, const char *const *values, gpointer data)
{
  Fetch *fetch = data;
  g_autofree char *title = ans_register_title_of (fetch->book, fetch->target, id);
  g_autoptr (GString) details = g_string_new (NULL);
  g_autoptr (AnsReferenceHit) hit = NULL;

  for (guint i = 0; i < MAX_DETAILS && fetch->columns[i] != NULL; i++)
    {
      g_autofree char *display =
          ans_listing_column_display (fetch->book, fetch->columns[i], values[i]);

      if (display == NULL || *display == '\0')
        continue;
      if (details->len > 0)
        g_string_append (details, " · ");
      g_string_append (details, display);
    }
  hit = hit_new (id, title != NULL ? title : "", details->str);
  g_list_store_append (fetch->hits, hit);
  return TRUE;
}

/* The columns that tell records of one name apart: the usual ones that anybody may see. */
static void
choose_details (Fetch *fetch, const AnsListingInfo *info)
{
  guint n = 0;

  for (const AnsField *field = info->reg->fields; field->name != NULL && n < MAX_DETAILS; field++)
    {
      const AnsListingColumn *column;

      if ((field->flags & ANS_FIELD_DEFAULT_COLUMN) == 0 ||
          (field->flags & ANS_FIELD_SENSITIVE) != 0 ||
          g_strcmp0 (field->name, info->reg->name_field) == 0)
        continue;
      column = ans_listing_info_get_column (info, field->name);
      if (column != NULL)
        fetch->columns[n++] = column;
    }
}

static void
fetch_rows (Fetch *fetch, AnsListing *listing, const gint64 *ids, guint n_ids)
{
  const char *names[MAX_DETAILS + 1] = { NULL };

  choose_details (fetch, ans_listing_get_info (listing));
  for (guint i = 0; i < MAX_DETAILS && fetch->columns[i] != NULL; i++)
    names[i] = fetch->columns[i]->id;
  ans_listing_fetch (listing, ans_book_get_connection (fetch->book), ids, n_ids, names, add_row,
                     fetch, NULL);
}

static void
search_listing (Fetch *fetch, const AnsListingInfo *info, const char *text, guint limit)
{
  g_autoptr (AnsListing) listing = ans_listing_new (fetch->book, info);
  g_autoptr (AnsListingResult) result = NULL;

  ans_listing_set_search (listing, text);
  result = ans_listing_run (listing, ans_book_get_connection (fetch->book), limit, NULL);
  if (result == NULL || result->ids->len == 0)
    return;
  fetch_rows (fetch, listing, (const gint64 *) (gpointer) result->ids->data, result->ids->len);
}

/* --- without one: registers that are always short -------------------------------------------- */

static void
search_table (Fetch *fetch, const char *text, guint limit)
{
  g_autofree char *wanted = ans_fold (text);
  g_autofree char *sql = g_strdup_printf ("SELECT id, %s FROM %s ORDER BY id",
                                          fetch->target->name_field, fetch->target->table);
  g_autoptr (AnsStatement) select =
      ans_connection_prepare (ans_book_get_connection (fetch->book), sql, NULL);

  while (select != NULL && ans_statement_step (select, NULL))
    {
      g_autofree char *name = g_strdup (ans_statement_text (select, 1));
      g_autofree char *folded = ans_fold (name);
      const gint64 id = ans_statement_int (select, 0);

      if (strstr (folded, wanted) != NULL)
        {
          g_autofree char *title = ans_register_title_of (fetch->book, fetch->target, id);
          g_autoptr (AnsReferenceHit) hit = hit_new (id, title != NULL ? title : name, NULL);

          g_list_store_append (fetch->hits, hit);
        }
      if (g_list_model_get_n_items (G_LIST_MODEL (fetch->hits)) >= limit)
        break;
    }
}

GListModel *
ans_reference_search (AnsBook *book, const AnsRegister *target, const char *text, guint limit)
{
  const AnsListingInfo *info = listing_of (target);
  Fetch fetch = { .book = book, .target = target };

  fetch.hits = g_list_store_new (ANS_TYPE_REFERENCE_HIT);
  if (info != NULL)
    search_listing (&fetch, info, text != NULL ? text : "", limit);
  else
    search_table (&fetch, text, limit);
  return G_LIST_MODEL (fetch.hits);
}

AnsReferenceHit *
ans_reference_describe (AnsBook *book, const AnsRegister *target, gint64 id)
{
  const AnsListingInfo *info = listing_of (target);
  g_autofree char *title = NULL;

  if (id == 0)
    return NULL;
  if (info != NULL)
    {
      g_autoptr (AnsListing) listing = ans_listing_new (book, info);
      g_autoptr (GListStore) hits = g_list_store_new (ANS_TYPE_REFERENCE_HIT);
      Fetch fetch = { .book = book, .target = target, .hits = hits };

      fetch_rows (&fetch, listing, &id, 1);
      if (g_list_model_get_n_items (G_LIST_MODEL (hits)) > 0)
        return g_list_model_get_item (G_LIST_MODEL (hits), 0);
    }
  title = ans_register_title_of (book, target, id);
  return title != NULL ? hit_new (id, title, NULL) : NULL;
}
