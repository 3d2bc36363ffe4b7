/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/poverty/ans-review-form.h"

#include <glib/gi18n.h>

#include "app/poverty/ans-deprivation-grid.h"
#include "app/poverty/ans-review-panel.h"
#include "app/record/ans-form-fields.h"
#include "app/record/ans-form-grid.h"
#include "app/window/ans-undo-dialog.h"
#include "areas/ans-poverty-review.h"
#include "registry/ans-extra-field.h"

struct _AnsReviewForm
{
  AdwDialog parent_instance;

  AnsFormFields *fields;
  gint64 household; /* whose past is shown */

  AdwWindowTitle *title;
  AdwBanner *read_only_banner;
  AnsProblemList *problems;
  GtkScrolledWindow *scrolled;
  AnsFormGrid *household_grid;
  AnsFormGrid *score_grid;
  GtkLabel *limit;
  GtkLabel *points;
  AnsDeprivationGrid *deprivations;
  AnsFormGrid *reason_grid;
  AnsFormGrid *meeting_grid;
  AnsFormGrid *official_grid;
  AnsReviewPanel *panel;
  GtkImage *short_icon;
  GtkLabel *short_result;
};

G_DEFINE_FINAL_TYPE (AnsReviewForm, ans_review_form, ADW_TYPE_DIALOG)

AnsRecord *
ans_review_form_get_record (AnsReviewForm *self)
{
  g_return_val_if_fail (ANS_IS_REVIEW_FORM (self), NULL);
  return ans_form_fields_get_record (self->fields);
}

/* --- what is shown ----------------------------------------------------------------------------- */

/* “4 deprivations × 10 = 40 points” */
static void
show_points (AnsReviewForm *self, AnsRecord *record)
{
  g_autoptr (AnsPovertyVerdict) verdict = ans_poverty_assessment_judge (record);
  const char *day = ans_record_get (record, "date");
  guint mask = ans_poverty_assessment_deprivations (record);
  AnsPovertyLimits limits;
  gboolean known = verdict->standard != NULL &&
                   ans_poverty_limits (verdict->standard, ans_record_get (record, "area"),
                                       day != NULL ? day : "", &limits);
  g_autofree char *area = ans_record_display (record, "area");
  guint n = 0;

  for (; mask != 0; mask &= mask - 1)
    n++;
  gtk_widget_set_visible (GTK_WIDGET (self->points), known);
  gtk_widget_set_visible (GTK_WIDGET (self->limit), known);
  if (known)
    {
      /* Translators: number of deprivations, points for each, all points */
      g_autofree char *points = g_strdup_printf (
          ngettext ("%u deprivation × %d = %d points", "%u deprivations × %d = %d points", n), n,
          limits.points, (int) n * limits.points);
      /* Translators: a number of points; rural or urban */
      g_autofree char *limit = g_strdup_printf (_ ("limit %d, %s"), limits.b1, area);

      gtk_label_set_label (self->points, points);
      gtk_label_set_label (self->limit, limit);
    }
  ans_review_result_show (self->short_icon, self->short_result, verdict->result);
}

static void
show_title (AnsReviewForm *self, AnsRecord *record)
{
  AnsBook *book = ans_record_get_book (record);
  const gint64 household = ans_record_get_int (record, "household");
  g_autofree char *round = ans_record_display (record, "round");
  g_autoptr (AnsRecord) of =
      household != 0 ? ans_record_load (book, &ans_register_households, household, NULL) : NULL;
  g_autoptr (GString) subtitle = g_string_new (NULL);

  if (of != NULL)
    {
      g_autofree char *head = ans_record_display (of, "head");
      g_autofree char *code = ans_record_get_title (of);
      g_autofree char *village = ans_record_display (of, "village");

      g_string_append_printf (subtitle, "%s · %s · %s", head, code, village);
    }
  if (*round != '\0')
    g_string_append_printf (subtitle, "%s%s", subtitle->len > 0 ? " · " : "", round);
  adw_window_title_set_subtitle (self->title, subtitle->str);
}

static void
show (AnsReviewForm *self)
{
  AnsRecord *record = ans_review_form_get_record (self);

  show_points (self, record);
  ans_review_panel_show (self->panel, record);
  ans_deprivation_grid_set_before (self->deprivations, ans_review_panel_get_before (self->panel));
}

/* Another household: where it lies says by which limit it is judged. */
static void
take_household (AnsReviewForm *self, AnsRecord *record)
{
  g_autoptr (AnsRecord) of = NULL;

  self->household = ans_record_get_int (record, "household");
  if (self->household == 0 || ans_record_get_id (record) != 0)
    return;
  of = ans_record_load (ans_record_get_book (record), &ans_register_households, self->household,
                        NULL);
  if (of != NULL && ans_record_get (of, "area") != NULL)
    ans_record_set (record, "area", ans_record_get (of, "area"));
}

static void
edited_cb (AnsReviewForm *self)
{
  AnsRecord *record = ans_review_form_get_record (self);

  if (ans_record_get_int (record, "household") != self->household)
    take_household (self, record);
  show_title (self, record);
  show (self);
}

static void
deprivation_toggled_cb (AnsReviewForm *self, int i)
{
  const gboolean lacks = (ans_deprivation_grid_get (self->deprivations) >> i & 1) != 0;

  ans_form_fields_set (self->fields, ans_poverty_deprivations[i].field, lacks ? "1" : "0");
}

static void
fill (AnsReviewForm *self, AnsRecord *record)
{
  const gboolean can_write = !ans_book_is_read_only (ans_record_get_book (record));

  ans_form_fields_set_record (self->fields, record);
  self->household = ans_record_get_int (record, "household");
  ans_form_fields_fill (self->fields);
  ans_deprivation_grid_set (self->deprivations, ans_poverty_assessment_deprivations (record));
  show_title (self, record);
  show (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.save", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.save-next", can_write);
}

/* Who knows the household goes straight to its scores. */
static gboolean
focus_first_cb (gpointer data)
{
  AnsReviewForm *self = data;
  const char *name = self->household == 0 ? "household" : "b1";

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (ans_form_fields_find (self->fields, name)));
  return G_SOURCE_REMOVE;
}

static void
focus_first (AnsReviewForm *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, focus_first_cb, g_object_ref (self), g_object_unref);
}

/* --- saving ------------------------------------------------------------------------------------ */

gboolean
ans_review_form_save (AnsReviewForm *self)
{
  gint64 action;
  AnsRecord *record;
  g_autofree char *household = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (ANS_IS_REVIEW_FORM (self), FALSE);

  if (!ans_form_fields_validate (self->fields))
    return FALSE;
  if (!ans_form_fields_save (self->fields, &action))
    {
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
      return FALSE;
    }
  record = ans_review_form_get_record (self);
  household = ans_record_display (record, "household");
  text = action != 0
             /* Translators: code of a household, result of its review */
             ? g_strdup_printf (_ ("Reviewed: %s · %s"), household,
                                ans_review_panel_get_result (self->panel))
             : g_strdup_printf (_ ("Nothing to save: %s"), household);
  ans_undo_dialog_toast (GTK_WIDGET (self), text, action);
  return TRUE;
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (ans_review_form_save (ANS_REVIEW_FORM (widget)))
    adw_dialog_force_close (ADW_DIALOG (widget));
}

/* What a reviewer has in hand for a whole evening stays. */
static AnsRecord *
next_draft (AnsRecord *record)
{
  static const char *const kept[] = { "date", "reviewer", NULL };
  AnsBook *book = ans_record_get_book (record);
  const gint64 round = ans_record_get_int (record, "round");
  const gint64 next =
      ans_poverty_review_next (book, round, ans_record_get_int (record, "household"));
  AnsRecord *draft;

  if (next == 0)
    return NULL;
  draft = ans_poverty_review_draft (book, round, next);
  for (guint i = 0; kept[i] != NULL; i++)
    ans_record_set (draft, kept[i], ans_record_get (record, kept[i]));
  return draft;
}

static void
save_next_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsReviewForm *self = ANS_REVIEW_FORM (widget);
  g_autoptr (AnsRecord) next = NULL;

  if (!ans_review_form_save (self))
    return;
  next = next_draft (ans_review_form_get_record (self));
  if (next == NULL)
    {
      ans_undo_dialog_toast (widget, _ ("Every household to review in this round has its form."), 0);
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  fill (self, next);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  focus_first (self);
}

/* --- closing ----------------------------------------------------------------------------------- */

static gboolean
save_form (AdwDialog *dialog)
{
  return ans_review_form_save (ANS_REVIEW_FORM (dialog));
}

static void
ans_review_form_close_attempt (AdwDialog *dialog)
{
  ans_form_fields_close_attempt (ANS_REVIEW_FORM (dialog)->fields, dialog, save_form);
}

static void
cancel_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

/* --- making it --------------------------------------------------------------------------------- */

static void
add_fields (AnsReviewForm *self, AnsBook *book, AnsFormGrid *grid, const char *const *names)
{
  const AnsRegister *reg = ans_book_get_register (book, &ans_register_poverty_assessments);

  for (; *names != NULL; names++)
    {
      const AnsField *field = ans_register_get_field (reg, *names);
      AnsFieldEdit *edit = ans_field_edit_new (book, field);
      const gboolean wide =
          field->kind == ANS_FIELD_CHOICES || field->kind == ANS_FIELD_LONG_TEXT;

      ans_form_grid_append (grid, GTK_WIDGET (edit), wide);
      ans_form_fields_add (self->fields, edit);
    }
}

/* Fields that the office added stand with the official result. */
static void
add_own_fields (AnsReviewForm *self, AnsBook *book)
{
  const AnsRegister *reg = ans_book_get_register (book, &ans_register_poverty_assessments);

  for (const AnsField *field = reg->fields; field->name != NULL; field++)
    if (ans_register_get_field (&ans_register_poverty_assessments, field->name) == NULL)
      {
        const char *const names[] = { field->name, NULL };

        add_fields (self, book, self->official_grid, names);
      }
}

static void
build (AnsReviewForm *self, AnsBook *book)
{
  static const char *const household[] = { "household", "round",     "date", "reviewer", "area",
                                           "requested", "no_labour", "ncc",  NULL };
  static const char *const scores[] = { "b1", NULL };
  static const char *const reasons[] = { "causes", "wishes", NULL };
  static const char *const meeting[] = { "meeting_result", "meeting_attendees", "meeting_agreed",
                                         "posted_from", "posted_to", NULL };
  static const char *const official[] = { "official", "decision_no", "decision_date", "note", NULL };

  add_fields (self, book, self->household_grid, household);
  add_fields (self, book, self->score_grid, scores);
  add_fields (self, book, self->reason_grid, reasons);
  add_fields (self, book, self->meeting_grid, meeting);
  add_fields (self, book, self->official_grid, official);
  add_own_fields (self, book);
}

static void
ans_review_form_dispose (GObject *object)
{
  AnsReviewForm *self = ANS_REVIEW_FORM (object);

  ans_form_fields_close (self->fields);
  /* libadwaita 1.7 keeps the sheet of a closed dialog, and what is in it. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), ANS_TYPE_REVIEW_FORM);
  G_OBJECT_CLASS (ans_review_form_parent_class)->dispose (object);
}

static void
ans_review_form_finalize (GObject *object)
{
  g_object_unref (ANS_REVIEW_FORM (object)->fields);
  G_OBJECT_CLASS (ans_review_form_parent_class)->finalize (object);
}

static void
ans_review_form_class_init (AnsReviewFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ans_review_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = ans_review_form_finalize;
  ADW_DIALOG_CLASS (klass)->close_attempt = ans_review_form_close_attempt;

  g_type_ensure (ANS_TYPE_DEPRIVATION_GRID);
  g_type_ensure (ANS_TYPE_FORM_GRID);
  g_type_ensure (ANS_TYPE_PROBLEM_LIST);
  g_type_ensure (ANS_TYPE_REVIEW_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/soansinh/SoAnSinh/ui/ans-review-form.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, AnsReviewForm, name)
  BIND (title);
  BIND (read_only_banner);
  BIND (problems);
  BIND (scrolled);
  BIND (household_grid);
  BIND (score_grid);
  BIND (limit);
  BIND (points);
  BIND (deprivations);
  BIND (reason_grid);
  BIND (meeting_grid);
  BIND (official_grid);
  BIND (panel);
  BIND (short_icon);
  BIND (short_result);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, deprivation_toggled_cb);

  gtk_widget_class_install_action (widget_class, "review.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "review.save-next", NULL, save_next_cb);
  gtk_widget_class_install_action (widget_class, "review.cancel", NULL, cancel_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "review.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "review.save-next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK,
                                       "review.save-next", NULL);
}

static void
ans_review_form_init (AnsReviewForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->fields = ans_form_fields_new (self->problems);
  g_signal_connect_swapped (self->fields, "edited", G_CALLBACK (edited_cb), self);
}

AnsReviewForm *
ans_review_form_new (AnsRecord *assessment)
{
  AnsReviewForm *self;
  AnsBook *book;

  g_return_val_if_fail (ANS_IS_RECORD (assessment), NULL);

  self = g_object_new (ANS_TYPE_REVIEW_FORM, NULL);
  book = ans_record_get_book (assessment);
  build (self, book);
  fill (self, assessment);
  if (ans_book_is_read_only (book))
    {
      const char *reason = ans_book_get_read_only_reason (book);

      adw_banner_set_title (self->read_only_banner,
                            reason != NULL ? reason : _ ("This book is open for reading only."));
      adw_banner_set_revealed (self->read_only_banner, TRUE);
    }
  return self;
}

static void
closed_cb (GtkWidget *parent)
{
  GtkRoot *root = gtk_widget_get_root (parent);

  if (ANS_IS_WINDOW (root))
    ans_window_focus_page (ANS_WINDOW (root));
}

AdwDialog *
ans_review_form_present (GtkWidget *parent, AnsRecord *assessment)
{
  AnsReviewForm *self = ans_review_form_new (assessment);

  g_signal_connect_object (self, "closed", G_CALLBACK (closed_cb), parent, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (self), parent);
  focus_first (self);
  return ADW_DIALOG (self);
}

GtkWidget *
ans_review_form_get_edit (AnsReviewForm *self, const char *name)
{
  g_return_val_if_fail (ANS_IS_REVIEW_FORM (self), NULL);
  return (GtkWidget *) ans_form_fields_find (self->fields, name);
}
