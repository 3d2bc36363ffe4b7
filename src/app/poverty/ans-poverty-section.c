/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/poverty/ans-poverty-section.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/list/ans-list-page.h"
#include "app/poverty/ans-review-form.h"
#include "app/poverty/ans-review-panel.h"
#include "app/print/ans-print-page.h"
#include "app/record/ans-period-list.h"
#include "app/record/ans-record-form.h"
#include "areas/ans-poverty-review.h"
#include "registry/ans-period-rows.h"
#include "text/ans-date.h"

/* Of each kind so many are shown, the newest; the others are behind a row. */
#define MAX_ROWS 3

#define ANS_TYPE_POVERTY_SECTION (ans_poverty_section_get_type ())
G_DECLARE_FINAL_TYPE (AnsPovertySection, ans_poverty_section, ANS, POVERTY_SECTION, GtkBox)

struct _AnsPovertySection
{
  GtkBox parent_instance;

  AnsBook *book;
  gint64 household;
  gint64 certificate; /* that holds now, or 0 */
};

G_DEFINE_FINAL_TYPE (AnsPovertySection, ans_poverty_section, GTK_TYPE_BOX)

static char *
display_day (const char *iso)
{
  AnsDate date = ANS_DATE_NONE;

  return iso != NULL && ans_date_parse_iso (iso, &date, NULL) ? ans_date_format (date) : NULL;
}

/* “104/QĐ-UBND, 20/12/2021”; NULL if there is none. */
static char *
describe_decision (const char *number, const char *date)
{
  g_autofree char *day = display_day (date);

  if (number == NULL)
    return NULL;
  return day != NULL ? g_strdup_printf (_ ("decision %s of %s"), number, day)
                     /* Translators: %s is the number of a decision */
                     : g_strdup_printf (_ ("decision %s"), number);
}

/* --- what it is, and was ---------------------------------------------------------------------- */

static GtkWidget *
make_status (AnsPovertySection *self, const AnsPovertyStanding *standing)
{
  GtkWidget *box = adw_wrap_box_new ();
  GtkWidget *mark = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new ();
  GtkWidget *word = gtk_label_new (NULL);
  GtkWidget *since = gtk_label_new (NULL);
  g_autofree char *from = display_day (standing->from_date);
  g_autofree char *decision = describe_decision (standing->decision_no, standing->decision_date);
  g_autoptr (GString) text = g_string_new (NULL);

  ans_review_result_show (GTK_IMAGE (icon), GTK_LABEL (word), standing->status);
  if (standing->status == NULL)
    gtk_label_set_label (GTK_LABEL (word), _ ("Never recognised as poor or near-poor"));
  else
    /* Translators: the day from which a status holds */
    g_string_append_printf (text, _ ("since %s"), from != NULL ? from : "…");
  if (decision != NULL)
    g_string_append_printf (text, ", %s", decision);
  gtk_widget_add_css_class (mark, "ans-mark");
  gtk_box_append (GTK_BOX (mark), icon);
  gtk_box_append (GTK_BOX (mark), word);
  gtk_label_set_label (GTK_LABEL (since), text->str);
  gtk_label_set_wrap (GTK_LABEL (since), TRUE);
  gtk_label_set_xalign (GTK_LABEL (since), 0);
  gtk_widget_add_css_class (since, "ans-secondary");
  gtk_widget_add_css_class (since, "numeric");
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 10);
  adw_wrap_box_append (ADW_WRAP_BOX (box), mark);
  if (text->len > 0)
    adw_wrap_box_append (ADW_WRAP_BOX (box), since);
  return box;
}

static void
add_status (AnsPeriodList *list, AnsRecord *status, gboolean is_last)
{
  g_autofree char *word = ans_record_display (status, "status");
  g_autofree char *change = ans_record_display (status, "change");
  g_autofree char *standard = ans_record_display (status, "standard");
  const char *to = ans_record_get (status, "to_date");
  g_autofree char *span = ans_period_describe_span (ans_record_get (status, "from_date"), to);
  g_autofree char *decision = describe_decision (ans_record_get (status, "decision_no"),
                                                 ans_record_get (status, "decision_date"));
  g_autoptr (GString) what = g_string_new (word);
  g_autoptr (GString) when = g_string_new (span);

  if (*change != '\0' && g_strcmp0 (change, word) != 0)
    g_string_append_printf (what, " · %s", change);
  if (decision != NULL)
    g_string_append_printf (when, " · %s", decision);
  if (*standard != '\0')
    g_string_append_printf (when, " · %s", standard);
  ans_period_list_add (list, what->str, when->str, is_last, to == NULL);
}

/* Ids of the entries of @table that are of the household, the newest first. */
static GArray *
list_entries (AnsPovertySection *self, const char *table, const char *date)
{
  g_autofree char *sql = g_strdup_printf ("SELECT t.id FROM %s t WHERE t.household = ?1 "
                                          "ORDER BY t.%s DESC, t.id DESC",
                                          table, date);
  g_autoptr (AnsStatement) select =
      ans_connection_prepare (ans_book_get_connection (self->book), sql, NULL);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (select == NULL)
    return ids;
  ans_statement_bind_int (select, 1, self->household);
  while (ans_statement_step (select, NULL))
    {
      gint64 id = ans_statement_int (select, 0);

      g_array_append_val (ids, id);
    }
  return ids;
}

static GtkWidget *
make_history (AnsPovertySection *self)
{
  g_autoptr (GArray) ids = list_entries (self, "poverty_status", "from_date");
  AnsPeriodList *list;

  if (ids->len == 0)
    return NULL;
  list = ans_period_list_new_empty (_ ("History of statuses"));
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (AnsRecord) status = ans_record_load (self->book, &ans_register_poverty_statuses,
                                                      g_array_index (ids, gint64, i), NULL);

      if (status != NULL)
        add_status (list, status, i + 1 == ids->len);
    }
  return GTK_WIDGET (list);
}

/* --- forms, supports, certificates ------------------------------------------------------------ */

typedef struct
{
  const AnsRegister *reg;
  const char *heading; /* English source */
  const char *list;    /* id of the list of them */
  const char *date;    /* field */
  const char *title;   /* field */
  const char *fields[4];
} Kind;

static const Kind kinds[] = {
  { &ans_register_poverty_assessments,
    N_ ("Review forms"),
    "poverty-assessments",
    "date",
    "round",
    { "date", "b1", "b2", "official" } },
  { &ans_register_household_supports,
    N_ ("Supports"),
    "household-supports",
    "date",
    "kind",
    { "date", "amount", "value", "source" } },
  { &ans_register_poverty_certificates,
    N_ ("Certificates"),
    "poverty-certificates",
    "issued",
    "number",
    { "status", "issued", "year", "withdrawn" } },
};

/* “20/09/2022 · B1 points 121 · Hộ nghèo”: numbers and days that don't speak for themselves are
 * named. */
static char *
describe_entry (const Kind *kind, AnsRecord *record)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kind->fields); i++)
    {
      const AnsField *field = ans_register_get_field (kind->reg, kind->fields[i]);
      g_autofree char *shown = ans_record_display (record, kind->fields[i]);
      const gboolean is_named =
          field->kind == ANS_FIELD_INTEGER ||
          (field->kind == ANS_FIELD_DATE && g_strcmp0 (field->name, kind->date) != 0);

      if (*shown == '\0')
        continue;
      g_string_append_printf (text, "%s%s%s%s%s", text->len > 0 ? " · " : "",
                              is_named ? _ (field->label) : "", is_named ? " " : "", shown,
                              field->kind == ANS_FIELD_MONEY ? " đ" : "");
    }
  return g_string_free (text, FALSE);
}

static GtkWidget *
make_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_add_css_class (row, "ans-member-row");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

static void
add_print_button (GtkWidget *row, gint64 certificate)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("ans-print-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Print this certificate"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", certificate);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "poverty.print");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
make_entry (const Kind *kind, AnsRecord *record)
{
  g_autofree char *title = ans_record_display (record, kind->title);
  g_autofree char *subtitle = describe_entry (kind, record);
  GtkWidget *row = make_row (title, subtitle);

  if (kind->reg == &ans_register_poverty_certificates)
    add_print_button (row, ans_record_get_id (record));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(sx)", kind->reg->id,
                                    ans_record_get_id (record));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "poverty.open");
  return row;
}

static void
add_kind (AnsPovertySection *self, const Kind *kind)
{
  g_autoptr (GArray) ids = list_entries (self, kind->reg->table, kind->date);
  GtkWidget *heading, *list;

  if (ids->len == 0)
    return;
  heading = gtk_label_new (_ (kind->heading));
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "ans-field-title");
  list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (kind->heading), -1);
  for (guint i = 0; i < MIN (ids->len, MAX_ROWS); i++)
    {
      g_autoptr (AnsRecord) record =
          ans_record_load (self->book, kind->reg, g_array_index (ids, gint64, i), NULL);

      if (record != NULL)
        gtk_list_box_append (GTK_LIST_BOX (list), make_entry (kind, record));
    }
  if (ids->len > MAX_ROWS)
    {
      /* Translators: how many review forms, supports … there are */
      g_autofree char *text =
          g_strdup_printf (ngettext ("Show all %u", "Show all %u", ids->len), ids->len);
      GtkWidget *row = make_row (text, NULL);

      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", kind->list);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "poverty.show-all");
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  gtk_box_append (GTK_BOX (self), heading);
  gtk_box_append (GTK_BOX (self), list);
}

/* --- what can be done ------------------------------------------------------------------------- */

static AnsWindow *
window_of (gpointer widget)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (widget));

  return ANS_IS_WINDOW (root) ? ANS_WINDOW (root) : NULL;
}

static void
open_entry (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsWindow *window = window_of (widget);
  const char *reg;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &reg, &id);
  if (window != NULL)
    ans_window_open_record (window, ans_register_find (reg), id, NULL);
}

static void
show_all (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsPovertySection *self = ANS_POVERTY_SECTION (widget);
  const AnsListingInfo *info = ans_listing_info_find (g_variant_get_string (parameter, NULL));
  g_autoptr (AnsListing) listing = ans_listing_new (self->book, info);
  g_autofree char *household = g_strdup_printf ("%" G_GINT64_FORMAT, self->household);
  g_autofree char *code =
      ans_register_title_of (self->book, &ans_register_households, self->household);
  g_autofree char *title = g_strdup_printf ("%s · %s", _ (info->label), code);
  AnsWindow *window = window_of (widget);

  ans_listing_set_filter (listing, "household", household);
  if (window != NULL)
    ans_window_push_page (window, ans_list_page_new_of (window, listing, title));
}

/* One form in a round: that of the round that is under way is opened if it is there. */
static void
review (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsPovertySection *self = ANS_POVERTY_SECTION (widget);
  const gint64 round = ans_poverty_review_current (self->book);
  const gint64 form = ans_poverty_review_find (self->book, round, self->household);
  g_autoptr (AnsRecord) record =
      form != 0 ? ans_record_load (self->book, &ans_register_poverty_assessments, form, NULL)
                : ans_poverty_review_draft (self->book, round, self->household);

  if (record != NULL)
    ans_review_form_present (widget, record);
}

static AnsRecord *
draft_of (AnsPovertySection *self, const AnsRegister *reg, const char *date)
{
  AnsRecord *draft = ans_record_new (self->book, reg);
  g_autofree char *today = ans_date_to_iso (ans_date_today ());

  ans_record_set_int (draft, "household", self->household);
  ans_record_set (draft, date, today);
  return draft;
}

static void
support (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (AnsRecord) draft =
      draft_of (ANS_POVERTY_SECTION (widget), &ans_register_household_supports, "date");

  ans_record_form_present (widget, draft, NULL, NULL);
}

static void
certify (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsPovertySection *self = ANS_POVERTY_SECTION (widget);
  g_autofree char *today = ans_date_to_iso (ans_date_today ());
  g_autoptr (AnsPovertyStanding) standing =
      ans_poverty_standing_on (self->book, self->household, today, 0);
  g_autoptr (AnsRecord) draft = draft_of (self, &ans_register_poverty_certificates, "issued");

  ans_record_set (draft, "status", standing->status);
  ans_record_form_present (widget, draft, NULL, NULL);
}

static void
print (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const AnsReportRequest request = { .record = g_variant_get_int64 (parameter) };
  const AnsReportInfo *report = ans_report_find ("poverty-certificate");
  AnsWindow *window = window_of (widget);

  if (window != NULL && report != NULL)
    ans_window_push_full (window, ans_print_page_new_report (window, report, &request));
}

/* The newest one that was not withdrawn. */
static gint64
find_certificate (AnsPovertySection *self)
{
  g_autoptr (AnsStatement) select = ans_connection_prepare (
      ans_book_get_connection (self->book),
      "SELECT id FROM poverty_certificate WHERE household = ?1 AND withdrawn IS NULL "
      "ORDER BY issued DESC, id DESC LIMIT 1",
      NULL);

  if (select == NULL)
    return 0;
  ans_statement_bind_int (select, 1, self->household);
  return ans_statement_step (select, NULL) ? ans_statement_int (select, 0) : 0;
}

static GtkWidget *
add_button (GtkWidget *box, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_button_set_can_shrink (GTK_BUTTON (button), TRUE);
  if (action != NULL)
    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  adw_wrap_box_append (ADW_WRAP_BOX (box), button);
  return button;
}

static GtkWidget *
make_buttons (AnsPovertySection *self, const AnsPovertyStanding *standing)
{
  GtkWidget *box = adw_wrap_box_new ();
  const gint64 round = ans_poverty_review_current (self->book);
  const gboolean is_reviewed = ans_poverty_review_find (self->book, round, self->household) != 0;
  const gboolean is_poor = g_strcmp0 (standing->status, ANS_POVERTY_POOR) == 0 ||
                           g_strcmp0 (standing->status, ANS_POVERTY_NEAR_POOR) == 0;

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 8);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 8);
  add_button (box, is_reviewed ? _ ("Open the _review form") : _ ("New _review form"),
              "poverty.review");
  add_button (box, _ ("New _support"), "poverty.support");
  if (self->certificate != 0)
    {
      GtkWidget *button = add_button (box, _ ("Print the _certificate"), NULL);

      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", self->certificate);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "poverty.print");
    }
  else if (is_poor)
    add_button (box, _ ("New _certificate"), "poverty.certify");
  return box;
}

/* --- object ----------------------------------------------------------------------------------- */

static void
ans_poverty_section_dispose (GObject *object)
{
  g_clear_object (&ANS_POVERTY_SECTION (object)->book);
  G_OBJECT_CLASS (ans_poverty_section_parent_class)->dispose (object);
}

static void
ans_poverty_section_class_init (AnsPovertySectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ans_poverty_section_dispose;
  gtk_widget_class_install_action (widget_class, "poverty.open", "(sx)", open_entry);
  gtk_widget_class_install_action (widget_class, "poverty.show-all", "s", show_all);
  gtk_widget_class_install_action (widget_class, "poverty.review", NULL, review);
  gtk_widget_class_install_action (widget_class, "poverty.support", NULL, support);
  gtk_widget_class_install_action (widget_class, "poverty.certify", NULL, certify);
  gtk_widget_class_install_action (widget_class, "poverty.print", "x", print);
}

static void
ans_poverty_section_init (AnsPovertySection *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
}

static void
fill (AnsPovertySection *self)
{
  g_autofree char *today = ans_date_to_iso (ans_date_today ());
  g_autoptr (AnsPovertyStanding) standing =
      ans_poverty_standing_on (self->book, self->household, today, 0);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *history = make_history (self);
  const gboolean writable = !ans_book_is_read_only (self->book);

  self->certificate = find_certificate (self);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "ans-card");
  gtk_box_append (GTK_BOX (card), make_status (self, standing));
  if (history != NULL)
    gtk_box_append (GTK_BOX (card), history);
  gtk_box_append (GTK_BOX (card), make_buttons (self, standing));
  gtk_box_append (GTK_BOX (self), card);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    add_kind (self, &kinds[i]);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "poverty.review", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "poverty.support", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "poverty.certify", writable);
}

/* A commune that never reviewed nor listed poor households does not work with the area. */
static gboolean
is_used (AnsBook *book)
{
  return ans_connection_get_int (ans_book_get_connection (book),
                                 "SELECT EXISTS (SELECT 1 FROM poverty_round) OR "
                                 "EXISTS (SELECT 1 FROM poverty_status)",
                                 0) != 0;
}

static GtkWidget *
make (AnsRecord *household)
{
  AnsPovertySection *self;

  if (!is_used (ans_record_get_book (household)))
    return NULL;
  self = g_object_new (ANS_TYPE_POVERTY_SECTION, NULL);
  self->book = g_object_ref (ans_record_get_book (household));
  self->household = ans_record_get_id (household);
  fill (self);
  return GTK_WIDGET (self);
}

const AnsHouseholdSection ans_poverty_section = { .area = "poverty", .make = make };
