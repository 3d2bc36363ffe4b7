/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/law/ans-law-answer-view.h"

#include <glib/gi18n.h>

#include "text/ans-number.h"

struct _AnsLawAnswerView
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (AnsLawAnswerView, ans_law_answer_view, ADW_TYPE_BIN)

const char *
ans_law_check_label (const char *check)
{
  static const struct
  {
    const char *check, *label;
  } labels[] = {
    { "verified-press", N_ ("from the press, the text was not read") },
    { "verified-code", N_ ("from public software that applies it") },
    { "computed", N_ ("reckoned, the annex was not read") },
    { "partly", N_ ("partly checked") },
    { "inferred", N_ ("inferred, not checked") },
    { "unverified", N_ ("not checked") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_strcmp0 (labels[i].check, check) == 0)
      return _ (labels[i].label);
  return NULL;
}

static GtkWidget *
add_label (GtkBox *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
  return label;
}

/* Only what the law gives is good news; nothing known is none yet. */
static void
add_verdict (GtkBox *box, const AnsLawAnswer *answer)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  const char *icon = answer->eligible       ? "ans-ok-symbolic"
                     : answer->missing != 0 ? "ans-info-symbolic"
                                            : "ans-close-small-symbolic";
  const char *text = answer->eligible       ? _ ("Entitled")
                     : answer->missing != 0 ? _ ("Not entitled by what is known")
                                            : _ ("Not entitled");
  GtkWidget *image = gtk_image_new_from_icon_name (icon);
  GtkWidget *title;

  gtk_widget_add_css_class (image, answer->eligible ? "ans-good" : "ans-waiting");
  gtk_image_set_icon_size (GTK_IMAGE (image), GTK_ICON_SIZE_LARGE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  gtk_box_append (GTK_BOX (row), image);
  title = add_label (GTK_BOX (row), text, "title-3");
  gtk_widget_set_hexpand (title, TRUE);
  if (answer->n_lines > 0 && answer->total > 0)
    {
      g_autofree char *total = ans_number_format (answer->total);
      g_autofree char *money = g_strdup_printf ("%s đồng", total);
      GtkWidget *label = gtk_label_new (money);

      gtk_widget_add_css_class (label, "ans-big-number");
      gtk_widget_add_css_class (label, "numeric");
      gtk_box_append (GTK_BOX (row), label);
    }
  gtk_box_append (box, row);
}

static void
add_line (AdwPreferencesGroup *group, const AnsLawLine *line)
{
  GtkWidget *row = adw_action_row_new ();
  const char *check = ans_law_check_label (ans_law_line_check (line));
  g_autofree char *basis = ans_law_line_basis (line);
  g_autofree char *subtitle = check != NULL
                                  ? g_strdup_printf ("%s\n%s\n⚠ %s", line->who, basis, check)
                                  : g_strdup_printf ("%s\n%s", line->who, basis);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), line->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (line->amount > 0)
    {
      g_autofree char *amount = ans_number_format (line->amount);
      GtkWidget *label = gtk_label_new (amount);

      gtk_widget_add_css_class (label, "numeric");
      gtk_widget_add_css_class (label, "ans-strong");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  adw_preferences_group_add (group, row);
}

static void
add_reasons (GtkBox *box, const AnsLawAnswer *answer)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  add_label (box, _ ("Why"), "heading");
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "ans-card");
  for (guint i = 0; i < answer->reasons->len; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u. %s", i + 1, (char *) answer->reasons->pdata[i]);

      add_label (GTK_BOX (card), text, NULL);
    }
  gtk_box_append (box, card);
}

static void
add_unpaid (GtkBox *box, const AnsLawAnswer *answer)
{
  GtkWidget *card;

  if (answer->n_unpaid == 0)
    return;
  card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  add_label (box, _ ("Not paid"), "heading");
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "ans-card");
  for (guint i = 0; i < answer->n_unpaid; i++)
    add_label (GTK_BOX (card), answer->unpaid[i].reason, NULL);
  gtk_box_append (box, card);
}

static GtkBox *
start (AnsLawAnswerView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_BOX (box);
}

void
ans_law_answer_view_set_answer (AnsLawAnswerView *self,
                                AnsLawScheme scheme,
                                const AnsLawAnswer *answer)
{
  GtkBox *box;

  g_return_if_fail (ANS_IS_LAW_ANSWER_VIEW (self));
  g_return_if_fail (answer->reasons != NULL);

  box = start (self);
  add_label (box, ans_law_scheme_title (scheme), "ans-secondary");
  add_verdict (box, answer);
  if (answer->estimated_age)
    add_label (box, _ ("The age is estimated: the day of birth is not fully known."), "ans-late");
  if (answer->n_lines > 0)
    {
      GtkWidget *group = adw_preferences_group_new ();

      for (guint i = 0; i < answer->n_lines; i++)
        add_line (ADW_PREFERENCES_GROUP (group), &answer->lines[i]);
      gtk_box_append (box, group);
    }
  add_reasons (box, answer);
  add_unpaid (box, answer);
}

void
ans_law_answer_view_set_error (AnsLawAnswerView *self, const char *message)
{
  g_return_if_fail (ANS_IS_LAW_ANSWER_VIEW (self));

  add_label (start (self), message, "ans-bad");
}

static void
ans_law_answer_view_class_init (AnsLawAnswerViewClass *klass)
{
}

static void
ans_law_answer_view_init (AnsLawAnswerView *self)
{
}

GtkWidget *
ans_law_answer_view_new (void)
{
  return g_object_new (ANS_TYPE_LAW_ANSWER_VIEW, NULL);
}
