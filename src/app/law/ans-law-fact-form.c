/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/law/ans-law-fact-form.h"

#include <glib/gi18n.h>

#include "text/ans-number.h"

struct _AnsLawFactForm
{
  AdwBin parent_instance;

  GtkWidget *rows[ANS_FACT_N]; /* those of the scheme; NULL */
  char *texts[ANS_FACT_N];     /* codes of choices, and what was typed; NULL: not known */
  gboolean building;
};

G_DEFINE_FINAL_TYPE (AnsLawFactForm, ans_law_fact_form, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- what is typed ---------------------------------------------------------------------------- */

static char *
day_to_canonical (const char *typed)
{
  AnsDate date;

  return ans_date_parse (typed, &date, NULL) ? ans_date_to_iso (date) : g_strdup (typed);
}

/* “3/2015, 2006 học” as the law reads it: 2015-03,2006/hoc */
static char *
children_to_canonical (const char *typed)
{
  g_auto (GStrv) items = g_strsplit_set (typed, ",;", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; items[i] != NULL; i++)
    {
      char *studies = strstr (items[i], "học");
      g_autofree char *day = NULL;

      if (studies == NULL)
        studies = strstr (items[i], "hoc");
      if (studies != NULL)
        {
          *studies = '\0';
          g_strdelimit (items[i], "(", ' ');
          if (strlen (items[i]) > 0 && items[i][strlen (items[i]) - 1] == '/')
            items[i][strlen (items[i]) - 1] = '\0';
        }
      g_strstrip (items[i]);
      if (*items[i] == '\0')
        continue;
      day = day_to_canonical (items[i]);
      g_string_append_printf (text, "%s%s%s", text->len > 0 ? "," : "", day,
                              studies != NULL ? "/hoc" : "");
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
to_canonical (const AnsFactInfo *info, const char *text)
{
  gint64 number;

  switch (info->kind)
    {
    case ANS_FACT_KIND_DATE:
    case ANS_FACT_KIND_PARTIAL_DATE:
    case ANS_FACT_KIND_MONTH:
      return day_to_canonical (text);
    case ANS_FACT_KIND_NUMBER:
      return ans_number_parse (text, &number, NULL) ? g_strdup_printf ("%" G_GINT64_FORMAT, number)
                                                    : g_strdup (text);
    case ANS_FACT_KIND_CHILDREN:
      return children_to_canonical (text);
    case ANS_FACT_KIND_CHOICE:
    case ANS_FACT_KIND_NUMBERS:
    case ANS_FACT_KIND_CATEGORIES:
    default:
      return g_strdup (text);
    }
}

/* Marks the row of a value that can't be read. */
static void
mark (AnsLawFactForm *self, AnsFact fact, const GError *error)
{
  GtkWidget *row = self->rows[fact];

  if (row == NULL || !ADW_IS_ENTRY_ROW (row))
    return;
  if (error != NULL)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");
  gtk_widget_set_tooltip_text (row, error != NULL ? error->message : NULL);
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
      error != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

void
ans_law_fact_form_get_facts (AnsLawFactForm *self, AnsLawFacts *facts)
{
  g_return_if_fail (ANS_IS_LAW_FACT_FORM (self));

  *facts = (AnsLawFacts) { 0 };
  for (guint i = 0; i < ANS_FACT_N; i++)
    {
      const AnsFactInfo *info = ans_fact_info (i);
      g_autoptr (GError) error = NULL;

      if (self->rows[i] == NULL)
        continue;
      if (self->texts[i] != NULL)
        {
          g_autofree char *value = to_canonical (info, self->texts[i]);

          ans_law_facts_set (facts, info->name, value, &error);
        }
      mark (self, i, error);
    }
}

/* --- rows ------------------------------------------------------------------------------------- */

static AnsFact
fact_of (GtkWidget *row)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "fact"));
}

static void
keep (AnsLawFactForm *self, AnsFact fact, const char *text)
{
  g_set_str (&self->texts[fact], text != NULL && *text != '\0' ? text : NULL);
  if (!self->building)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
entry_changed_cb (AnsLawFactForm *self, GtkEditable *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (row)));

  keep (self, fact_of (GTK_WIDGET (row)), text);
}

/* The categories of the law are choices too, but of its tables. */
static GPtrArray *
codes_of (AnsFact fact)
{
  const AnsFactChoice *choices = ans_fact_info (fact)->choices;
  GPtrArray *codes;

  if (fact == ANS_FACT_CATEGORY)
    return ans_law_categories (ans_law_get_default ());
  codes = g_ptr_array_new ();
  for (guint i = 0; choices[i].code != NULL; i++)
    g_ptr_array_add (codes, (gpointer) choices[i].code);
  return codes;
}

static void
combo_selected_cb (AnsLawFactForm *self, GParamSpec *pspec, AdwComboRow *row)
{
  AnsFact fact = fact_of (GTK_WIDGET (row));
  g_autoptr (GPtrArray) codes = codes_of (fact);
  guint selected = adw_combo_row_get_selected (row);

  keep (self, fact, selected > 0 && selected <= codes->len ? codes->pdata[selected - 1] : NULL);
}

static GtkWidget *
make_combo (AnsLawFactForm *self, AnsFact fact)
{
  const AnsFactInfo *info = ans_fact_info (fact);
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GPtrArray) codes = codes_of (fact);
  /* Translators: a fact about a person that nobody has said. */
  g_autoptr (GtkStringList) names =
      gtk_string_list_new ((const char *[]) { _ ("Not known"), NULL });
  guint selected = 0;

  for (guint i = 0; i < codes->len; i++)
    {
      gtk_string_list_append (names,
                              fact == ANS_FACT_CATEGORY
                                  ? ans_law_category_title (ans_law_get_default (), codes->pdata[i])
                                  : info->choices[i].label);
      if (g_strcmp0 (self->texts[fact], codes->pdata[i]) == 0)
        selected = i + 1;
    }
  /* Long names have a line of their own. */
  if (codes->len > 6)
    adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (row), TRUE);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), info->label);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (combo_selected_cb), self,
                           G_CONNECT_SWAPPED);
  return row;
}

static const char *
hint_of (const AnsFactInfo *info)
{
  switch (info->kind)
    {
    case ANS_FACT_KIND_PARTIAL_DATE:
      return _ ("day, month or year");
    case ANS_FACT_KIND_DATE:
      return _ ("day/month/year");
    case ANS_FACT_KIND_MONTH:
      return _ ("month/year");
    case ANS_FACT_KIND_CHILDREN:
      /* Translators: “học” marks a child who studies; leave it as it is. */
      return _ ("births, such as 3/2015, 2006 học");
    case ANS_FACT_KIND_CHOICE:
    case ANS_FACT_KIND_NUMBER:
    case ANS_FACT_KIND_NUMBERS:
    case ANS_FACT_KIND_CATEGORIES:
    default:
      return NULL;
    }
}

static GtkWidget *
make_entry (AnsLawFactForm *self, AnsFact fact)
{
  const AnsFactInfo *info = ans_fact_info (fact);
  const char *hint = hint_of (info);
  g_autofree char *title =
      hint != NULL ? g_strdup_printf ("%s – %s", info->label, hint) : g_strdup (info->label);
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), self->texts[fact] != NULL ? self->texts[fact] : "");
  g_signal_connect_object (row, "changed", G_CALLBACK (entry_changed_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
add_row (AnsLawFactForm *self, AdwPreferencesGroup *group, AnsFact fact)
{
  AnsFactKind kind = ans_fact_info (fact)->kind;
  GtkWidget *row = kind == ANS_FACT_KIND_CHOICE || kind == ANS_FACT_KIND_CATEGORIES
                       ? make_combo (self, fact)
                       : make_entry (self, fact);

  g_object_set_data (G_OBJECT (row), "fact", GINT_TO_POINTER (fact));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  self->rows[fact] = row;
  adw_preferences_group_add (group, row);
}

void
ans_law_fact_form_set_scheme (AnsLawFactForm *self, AnsLawScheme scheme)
{
  guint64 facts;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *person = adw_preferences_group_new (), *events = adw_preferences_group_new ();

  g_return_if_fail (ANS_IS_LAW_FACT_FORM (self));

  facts = ans_law_facts_of (ans_law_get_default (), scheme);
  self->building = TRUE;
  memset (self->rows, 0, sizeof self->rows);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (person), _ ("What is known"));
  /* Translators: dates of decisions, of death, of suspension */
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (events), _ ("Decisions and events"));
  for (guint i = 0; i < ANS_FACT_N; i++)
    if (facts & ANS_FACT_BIT (i))
      add_row (self, ADW_PREFERENCES_GROUP (i < ANS_FACT_DECISION ? person : events), i);
  gtk_box_append (GTK_BOX (box), person);
  if (facts >> ANS_FACT_DECISION != 0)
    gtk_box_append (GTK_BOX (box), events);
  else
    g_object_unref (g_object_ref_sink (events));
  adw_bin_set_child (ADW_BIN (self), box);
  self->building = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
ans_law_fact_form_set_text (AnsLawFactForm *self, AnsFact fact, const char *text)
{
  GtkWidget *row;

  g_return_if_fail (ANS_IS_LAW_FACT_FORM (self));

  row = self->rows[fact];
  if (row == NULL)
    keep (self, fact, text);
  else if (ADW_IS_ENTRY_ROW (row))
    gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  else
    {
      g_autoptr (GPtrArray) codes = codes_of (fact);
      guint selected = 0;

      for (guint i = 0; i < codes->len; i++)
        if (g_strcmp0 (codes->pdata[i], text) == 0)
          selected = i + 1;
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
    }
}

void
ans_law_fact_form_clear (AnsLawFactForm *self)
{
  g_return_if_fail (ANS_IS_LAW_FACT_FORM (self));

  self->building = TRUE;
  for (guint i = 0; i < ANS_FACT_N; i++)
    ans_law_fact_form_set_text (self, i, NULL);
  self->building = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
ans_law_fact_form_finalize (GObject *object)
{
  AnsLawFactForm *self = ANS_LAW_FACT_FORM (object);

  for (guint i = 0; i < ANS_FACT_N; i++)
    g_free (self->texts[i]);
  G_OBJECT_CLASS (ans_law_fact_form_parent_class)->finalize (object);
}

static void
ans_law_fact_form_class_init (AnsLawFactFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ans_law_fact_form_finalize;

  signals[CHANGED] = g_signal_new ("changed", ANS_TYPE_LAW_FACT_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ans_law_fact_form_init (AnsLawFactForm *self)
{
}

GtkWidget *
ans_law_fact_form_new (void)
{
  return g_object_new (ANS_TYPE_LAW_FACT_FORM, NULL);
}
