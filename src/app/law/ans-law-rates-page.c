/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/law/ans-law-rates-page.h"

#include <glib/gi18n.h>

#include "app/law/ans-law-answer-view.h"
#include "app/law/ans-law-rate-dialog.h"
#include "app/window/ans-page-tabs.h"
#include "areas/ans-law-book.h"
#include "policy/ans-poverty-standard.h"
#include "text/ans-fold.h"
#include "text/ans-number.h"

#define MOST_SHOWN 120 /* figures; more are found by a search */

#define ANS_TYPE_LAW_RATES_PAGE (ans_law_rates_page_get_type ())
G_DECLARE_FINAL_TYPE (AnsLawRatesPage, ans_law_rates_page, ANS, LAW_RATES_PAGE, AdwNavigationPage)

struct _AnsLawRatesPage
{
  AdwNavigationPage parent_instance;

  AnsWindow *window; /* not owned: the page lives in it */
  AnsBook *book;
  AnsLaw *law;
  gulong changed_id;

  AnsPageTabs *tabs;
  AdwComboRow *scheme;
  AdwEntryRow *search;
  AdwBin *figures;
};

G_DEFINE_FINAL_TYPE (AnsLawRatesPage, ans_law_rates_page, ADW_TYPE_NAVIGATION_PAGE)

static char *
show_value (const AnsRate *rate)
{
  g_autofree char *number = NULL;

  if (g_str_equal (rate->unit, "tuoi-thang"))
    return g_strdup_printf ("%d tuổi %d tháng", (int) rate->value / 12, (int) rate->value % 12);
  number = rate->hundredths % 100 == 0 ? ans_number_format (rate->value)
                                       : ans_decimal_display (rate->text);
  if (g_str_has_prefix (rate->unit, "dong"))
    return g_strdup_printf ("%s đồng", number);
  if (g_str_has_prefix (rate->unit, "lan"))
    return g_strdup_printf ("× %s", number);
  if (g_str_equal (rate->unit, "phan_tram"))
    return g_strdup_printf ("%s %%", number);
  return g_steal_pointer (&number);
}

static char *
show_day (const char *iso)
{
  AnsDate date;

  return ans_date_parse_iso (iso, &date, NULL) ? ans_date_format (date) : g_strdup ("…");
}

/* One row of the timeline. */
static GtkWidget *
make_period (const AnsRate *rate, const AnsRate *next)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *from = show_day (rate->from);
  g_autofree char *to = *rate->to != '\0' ? show_day (rate->to) : NULL;
  g_autofree char *until = next != NULL && to == NULL ? show_day (next->from) : NULL;
  g_autofree char *value = show_value (rate);
  const char *check = ans_law_check_label (rate->check);
  GtkWidget *label = gtk_label_new (value);
  g_autoptr (GString) subtitle = g_string_new (rate->legal_basis);
  /* Translators: a period: from a day to another, from a day until before another, from a day on.
   */
  g_autofree char *title = to != NULL      ? g_strdup_printf (_ ("%s – %s"), from, to)
                           : until != NULL ? g_strdup_printf (_ ("%s – before %s"), from, until)
                                           : g_strdup_printf (_ ("from %s"), from);

  if (*rate->in_force != '\0' && !g_str_equal (rate->in_force, rate->from))
    {
      g_autofree char *in_force = show_day (rate->in_force);

      g_string_append_printf (subtitle, "\n%s ", _ ("The text is in force from"));
      g_string_append (subtitle, in_force);
    }
  if (check != NULL)
    g_string_append_printf (subtitle, "\n⚠ %s", check);
  if (check != NULL && *rate->source != '\0')
    g_string_append_printf (subtitle, ": %s", rate->source);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle->str);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  return row;
}

static void
add_clicked_cb (AnsLawRatesPage *self, GtkButton *button)
{
  const AnsRate *rate = g_object_get_data (G_OBJECT (button), "rate");

  ans_law_rate_dialog_present (self->window, self->book, rate);
}

static GtkWidget *
make_figure (AnsLawRatesPage *self, const AnsRate *const *series, guint n, gboolean can_add)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *title = ans_law_rate_title (self->law, series[n - 1]);
  g_autofree char *value = show_value (series[n - 1]);
  g_autofree char *from = show_day (series[n - 1]->from);
  g_autofree char *subtitle =
      g_strdup_printf (_ ("%s, from %s (%s)"), value, from, series[n - 1]->legal_basis);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  for (guint i = n; i > 0; i--)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                              make_period (series[i - 1], i < n ? series[i] : NULL));
  if (can_add)
    {
      GtkWidget *button = gtk_button_new_from_icon_name ("ans-add-symbolic");
      g_autofree char *tooltip = g_strdup_printf (_ ("Add a rate of a new decree: %s"), title);

      gtk_widget_set_tooltip_text (button, tooltip);
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
      g_object_set_data (G_OBJECT (button), "rate", (gpointer) series[n - 1]);
      g_signal_connect_object (button, "clicked", G_CALLBACK (add_clicked_cb), self,
                               G_CONNECT_SWAPPED);
      adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), button);
    }
  return row;
}

/* The chosen scheme; the last choice is everything else. */
static gboolean
is_of_scheme (guint selected, const char *rate_scheme)
{
  if (selected < ANS_LAW_N_SCHEMES)
    return ans_law_scheme_has_rate (selected, rate_scheme);
  for (guint i = 0; i < ANS_LAW_N_SCHEMES; i++)
    if (ans_law_scheme_has_rate (i, rate_scheme))
      return FALSE;
  return TRUE;
}

static gboolean
matches (AnsLawRatesPage *self, const AnsRate *rate, const char *wanted)
{
  g_autofree char *title = ans_law_rate_title (self->law, rate);
  g_autofree char *text = g_strdup_printf ("%s %s %s", title, rate->code, rate->legal_basis);
  g_autofree char *folded = ans_fold (text);

  return strstr (folded, wanted) != NULL;
}

static guint
add_table (AnsLawRatesPage *self,
           AdwPreferencesGroup *group,
           AnsRateTable *table,
           const char *wanted,
           guint shown,
           gboolean bases,
           gboolean can_add)
{
  guint selected = adw_combo_row_get_selected (self->scheme);

  for (guint i = 0; i < ans_rate_table_get_n (table) && shown < MOST_SHOWN;)
    {
      const AnsRate *rate = ans_rate_table_get (table, i);
      guint n;
      const AnsRate *const *series = ans_rate_table_series (table, rate->scheme, rate->code, &n);

      i += n;
      if (g_str_has_prefix (rate->code, "base") != bases ||
          !is_of_scheme (selected, rate->scheme) ||
          (*wanted != '\0' && !matches (self, rate, wanted)))
        continue;
      adw_preferences_group_add (group, make_figure (self, series, n, can_add));
      shown++;
    }
  return shown;
}

static void
show_cb (AnsLawRatesPage *self)
{
  AdwPreferencesGroup *group;
  g_autofree char *wanted = NULL;
  guint shown = 0;

  if (self->law == NULL)
    return;
  wanted = ans_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  g_strstrip (wanted);
  group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  /* The standards first: everything else is a multiple of them. */
  for (int bases = TRUE; bases >= FALSE; bases--)
    shown = add_table (self, group, ans_law_get_rates (self->law), wanted, shown, bases,
                       !ans_book_is_read_only (self->book));
  shown = add_table (self, group, ans_poverty_standards (), wanted, shown, FALSE, FALSE);
  if (shown == 0)
    adw_preferences_group_set_description (group, _ ("No figure is called so."));
  else if (shown == MOST_SHOWN)
    adw_preferences_group_set_description (
        group, _ ("These are the first ones; find the others by their name."));
  adw_bin_set_child (self->figures, GTK_WIDGET (group));
}

static void
reload (AnsLawRatesPage *self)
{
  adw_bin_set_child (self->figures, NULL); /* its buttons point into the old table */
  g_clear_pointer (&self->law, ans_law_free);
  self->law = ans_law_book_get (self->book);
  show_cb (self);
}

static void
book_changed_cb (AnsLawRatesPage *self, AnsChanges *changes)
{
  if (changes->many || ans_changes_get_rows (changes, "setting") != NULL)
    reload (self);
}

static void
ans_law_rates_page_dispose (GObject *object)
{
  AnsLawRatesPage *self = ANS_LAW_RATES_PAGE (object);

  if (self->book != NULL)
    g_clear_signal_handler (&self->changed_id, self->book);
  gtk_widget_dispose_template (GTK_WIDGET (object), ANS_TYPE_LAW_RATES_PAGE);
  g_clear_pointer (&self->law, ans_law_free);
  g_clear_object (&self->book);
  G_OBJECT_CLASS (ans_law_rates_page_parent_class)->dispose (object);
}

static void
ans_law_rates_page_class_init (AnsLawRatesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ans_law_rates_page_dispose;

  g_type_ensure (ANS_TYPE_PAGE_TABS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/soansinh/SoAnSinh/ui/ans-law-rates-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AnsLawRatesPage, tabs);
  gtk_widget_class_bind_template_child (widget_class, AnsLawRatesPage, scheme);
  gtk_widget_class_bind_template_child (widget_class, AnsLawRatesPage, search);
  gtk_widget_class_bind_template_child (widget_class, AnsLawRatesPage, figures);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
}

static void
ans_law_rates_page_init (AnsLawRatesPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < ANS_LAW_N_SCHEMES; i++)
    gtk_string_list_append (names, ans_law_scheme_title (i));
  /* Translators: wages, retirement ages, gifts … */
  gtk_string_list_append (names, _ ("Wages, ages, gifts and other figures"));
  adw_combo_row_set_model (self->scheme, G_LIST_MODEL (names));
}

AdwNavigationPage *
ans_law_rates_page_new (AnsWindow *window, AnsBook *book)
{
  AnsLawRatesPage *self = g_object_new (ANS_TYPE_LAW_RATES_PAGE, NULL);

  self->window = window;
  ans_page_tabs_set_page (self->tabs, window, "law-rates");
  self->book = g_object_ref (book);
  self->changed_id = g_signal_connect_swapped (book, "changed", G_CALLBACK (book_changed_cb), self);
  reload (self);
  return ADW_NAVIGATION_PAGE (self);
}
