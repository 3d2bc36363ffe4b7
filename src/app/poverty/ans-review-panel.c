/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/poverty/ans-review-panel.h"

#include <glib/gi18n.h>

#include "app/poverty/ans-poverty-look.h"
#include "app/poverty/ans-review-quadrant.h"
#include "areas/ans-poverty-review.h"
#include "text/ans-date.h"

struct _AnsReviewPanel
{
  GtkWidget parent_instance;

  int before; /* deprivations of the form before */

  GtkWidget *box;
  GtkImage *icon;
  GtkLabel *result;
  GtkLabel *reason;
  AnsReviewQuadrant *quadrant;
  GtkWidget *past_card;
  GtkLabel *past;
  GtkLabel *poor_before;
  GtkWidget *change_box;
  GtkImage *change_icon;
  GtkLabel *change;
  GtkLabel *clause;
};

G_DEFINE_FINAL_TYPE (AnsReviewPanel, ans_review_panel, GTK_TYPE_WIDGET)

/* Icon, word and colour of @code of @choices. */
static void
take_look (const AnsChoice *choices, const char *code, GtkImage *icon, GtkLabel *label)
{
  static const char *const classes[] = { "ans-good", "ans-going", "ans-late", "ans-bad",
                                         "ans-waiting" };
  const AnsPovertyLook *look = ans_poverty_look_find (choices, code);

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (icon), classes[i]);
      gtk_widget_remove_css_class (GTK_WIDGET (label), classes[i]);
    }
  gtk_image_set_from_icon_name (icon, look->icon);
  gtk_widget_add_css_class (GTK_WIDGET (icon), look->css_class);
  gtk_widget_add_css_class (GTK_WIDGET (label), look->css_class);
}

static const char *
label_of (const AnsChoice *choices, const char *code)
{
  for (; code != NULL && choices->code != NULL; choices++)
    if (g_str_equal (choices->code, code))
      return choices->label;
  return "";
}

void
ans_review_result_show (GtkImage *icon, GtkLabel *label, const char *code)
{
  take_look (ans_poverty_statuses, code, icon, label);
  gtk_label_set_label (label, code != NULL ? label_of (ans_poverty_statuses, code)
                                           /* Translators: no result of a review yet */
                                           : _ ("No result yet"));
}

/* --- the form before ---------------------------------------------------------------------------
 */

typedef struct
{
  int b1, b2;
  int mask; /* -1: there is none */
  char year[5];
} Before;

static Before
find_before (AnsRecord *assessment)
{
  g_autoptr (AnsStatement) select = ans_connection_prepare (
      ans_book_get_connection (ans_record_get_book (assessment)),
      "SELECT substr (date, 1, 4), coalesce (b1, -1), coalesce (b2, -1), "
      "coalesce (d1, 0) | coalesce (d2, 0) << 1 | coalesce (d3, 0) << 2 | coalesce (d4, 0) << 3 | "
      "coalesce (d5, 0) << 4 | coalesce (d6, 0) << 5 | coalesce (d7, 0) << 6 | "
      "coalesce (d8, 0) << 7 | coalesce (d9, 0) << 8 | coalesce (d10, 0) << 9 | "
      "coalesce (d11, 0) << 10 | coalesce (d12, 0) << 11 FROM poverty_assessment "
      "WHERE household = ?1 AND date <= ?2 AND id <> ?3 ORDER BY date DESC, id DESC LIMIT 1",
      NULL);
  const char *day = ans_record_get (assessment, "date");
  Before before = { -1, -1, -1, "" };

  if (select == NULL || ans_record_get (assessment, "household") == NULL || day == NULL)
    return before;
  ans_statement_bind_int (select, 1, ans_record_get_int (assessment, "household"));
  ans_statement_bind_text (select, 2, day);
  ans_statement_bind_int (select, 3, ans_record_get_id (assessment));
  if (ans_statement_step (select, NULL))
    {
      const char *year = ans_statement_text (select, 0);

      g_strlcpy (before.year, year != NULL ? year : "", sizeof before.year);
      before.b1 = (int) ans_statement_int (select, 1);
      before.b2 = (int) ans_statement_int (select, 2);
      before.mask = (int) ans_statement_int (select, 3);
    }
  return before;
}

/* --- what is shown -----------------------------------------------------------------------------
 */

static void
show_result (AnsReviewPanel *self, AnsRecord *assessment, const AnsPovertyVerdict *verdict)
{
  const Before before = find_before (assessment);
  const char *b1 = ans_record_get (assessment, "b1");
  const AnsReviewScore now = { b1 != NULL ? (int) ans_record_get_int (assessment, "b1") : -1,
                               verdict->b2, /* Translators: beside a point of a map: the present */
                               _ ("now") };
  const AnsReviewScore then = { before.b2 >= 0 ? before.b1 : -1, before.b2, before.year };
  const char *day = ans_record_get (assessment, "date");
  AnsPovertyLimits limits = { -1, -1, 0 };

  if (verdict->standard == NULL ||
      !ans_poverty_limits (verdict->standard, ans_record_get (assessment, "area"),
                           day != NULL ? day : "", &limits))
    limits.b1 = limits.b2 = -1;
  self->before = before.mask;
  ans_review_result_show (self->icon, self->result, verdict->result);
  gtk_label_set_label (self->reason, verdict->reason);
  gtk_label_set_label (self->clause, verdict->clause);
  gtk_widget_set_visible (GTK_WIDGET (self->clause), *verdict->clause != '\0');
  ans_review_quadrant_set (self->quadrant, limits.b1, limits.b2, &now, &then);
}

static char *
format_day (const char *iso)
{
  AnsDate date = ANS_DATE_NONE;

  ans_date_parse_iso (iso, &date, NULL);
  return ans_date_format (date);
}

static char *
describe_standing (const AnsPovertyStanding *standing)
{
  g_autofree char *from = format_day (standing->from_date);
  g_autofree char *decided = format_day (standing->decision_date);
  GString *text = g_string_new (label_of (ans_poverty_statuses, standing->status));

  /* Translators: a status, and the day from which it holds */
  g_string_append_printf (text, _ (" since %s"), from);
  if (standing->decision_no != NULL)
    g_string_append_printf (text, " (%s%s%s)", standing->decision_no,
                            decided != NULL && *decided != '\0' ? ", " : "",
                            decided != NULL ? decided : "");
  if (standing->standard != NULL)
    g_string_append_printf (text, " · %s",
                            label_of (ans_poverty_standard_choices, standing->standard));
  return g_string_free (text, FALSE);
}

static void
show_past (AnsReviewPanel *self, AnsRecord *assessment, const AnsPovertyVerdict *verdict)
{
  const char *day = ans_record_get (assessment, "date");
  const gint64 household = ans_record_get_int (assessment, "household");
  g_autoptr (AnsPovertyStanding) standing = NULL;
  const char *change = NULL;

  gtk_widget_set_visible (self->past_card, household != 0 && day != NULL);
  gtk_label_set_label (self->change, "");
  if (household == 0 || day == NULL)
    return;
  standing = ans_poverty_standing_on (ans_record_get_book (assessment), household, day,
                                      ans_record_get_id (assessment));
  if (standing->id != 0)
    {
      g_autofree char *text = describe_standing (standing);

      gtk_label_set_label (self->past, text);
    }
  else
    gtk_label_set_label (self->past, _ ("Never recognised as poor or near-poor in this book."));
  gtk_widget_set_visible (GTK_WIDGET (self->poor_before), standing->poor_until != NULL);
  if (standing->poor_until != NULL)
    {
      g_autofree char *until = format_day (standing->poor_until);
      /* Translators: %s is a day */
      g_autofree char *text = g_strdup_printf (_ ("Was a poor household until %s."), until);

      gtk_label_set_label (self->poor_before, text);
    }
  if (verdict->result != NULL)
    change = ans_poverty_standing_change (standing, verdict->result, verdict->standard);
  gtk_widget_set_visible (self->change_box, change != NULL);
  if (change == NULL)
    return;
  take_look (ans_poverty_changes, change, self->change_icon, self->change);
  if (g_str_equal (change, ANS_POVERTY_BASELINE))
    gtk_label_set_label (self->change,
                         _ ("Another poverty standard than before: a new start, not a movement"));
  else
    {
      /* Translators: %s is a movement: left poverty, poor again … */
      g_autofree char *text =
          g_strdup_printf (_ ("Movement: %s"), label_of (ans_poverty_changes, change));

      gtk_label_set_label (self->change, text);
    }
}

void
ans_review_panel_show (AnsReviewPanel *self, AnsRecord *assessment)
{
  g_autoptr (AnsPovertyVerdict) verdict = NULL;

  g_return_if_fail (ANS_IS_REVIEW_PANEL (self) && ANS_IS_RECORD (assessment));

  verdict = ans_poverty_assessment_judge (assessment);
  show_result (self, assessment, verdict);
  show_past (self, assessment, verdict);
}

const char *
ans_review_panel_get_result (AnsReviewPanel *self)
{
  g_return_val_if_fail (ANS_IS_REVIEW_PANEL (self), NULL);
  return gtk_label_get_label (self->result);
}

const char *
ans_review_panel_get_reason (AnsReviewPanel *self)
{
  g_return_val_if_fail (ANS_IS_REVIEW_PANEL (self), NULL);
  return gtk_label_get_label (self->reason);
}

const char *
ans_review_panel_get_change (AnsReviewPanel *self)
{
  g_return_val_if_fail (ANS_IS_REVIEW_PANEL (self), NULL);
  return gtk_label_get_label (self->change);
}

int
ans_review_panel_get_before (AnsReviewPanel *self)
{
  g_return_val_if_fail (ANS_IS_REVIEW_PANEL (self), -1);
  return self->before;
}

/* --- the object --------------------------------------------------------------------------------
 */

static void
ans_review_panel_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ANS_TYPE_REVIEW_PANEL);
  G_OBJECT_CLASS (ans_review_panel_parent_class)->dispose (object);
}

static void
ans_review_panel_class_init (AnsReviewPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ans_review_panel_dispose;
  g_type_ensure (ANS_TYPE_REVIEW_QUADRANT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/soansinh/SoAnSinh/ui/ans-review-panel.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, AnsReviewPanel, name)
  BIND (box);
  BIND (icon);
  BIND (result);
  BIND (reason);
  BIND (quadrant);
  BIND (past_card);
  BIND (past);
  BIND (poor_before);
  BIND (change_box);
  BIND (change_icon);
  BIND (change);
  BIND (clause);
#undef BIND
}

static void
ans_review_panel_init (AnsReviewPanel *self)
{
  self->before = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}
