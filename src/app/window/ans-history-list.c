/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/ans-history-list.h"

#include <glib/gi18n.h>

#include "app/record/ans-timeline-mark.h"
#include "app/window/ans-undo-dialog.h"
#include "text/ans-date.h"

#define FIRST_SHOWN   5
#define MAX_SENTENCES 4

struct _AnsHistoryList
{
  GtkWidget parent_instance;

  AnsBook *book;
  const AnsRegister *reg;
  gint64 id;
  gboolean all;

  GtkWidget *content;
  GtkBox *rows;
  GtkButton *all_button;
};

G_DEFINE_FINAL_TYPE (AnsHistoryList, ans_history_list, GTK_TYPE_WIDGET)

char *
ans_history_format_time (const char *at)
{
  AnsDate day;
  AnsDate today = ans_date_today ();
  g_autofree char *iso = g_strndup (at, 10);
  g_autofree char *display = NULL;
  const char *clock = strlen (at) > 11 ? at + 11 : "";

  if (!ans_date_parse_iso (iso, &day, NULL))
    return g_strdup (at);
  if (ans_date_compare (day, today) == 0)
    /* Translators: %s is a time such as 08:40. */
    return g_strdup_printf (_ ("Today %s"), clock);
  if (ans_date_compare (day, ans_date_add_days (today, -1)) == 0)
    /* Translators: %s is a time such as 08:40. */
    return g_strdup_printf (_ ("Yesterday %s"), clock);
  display = ans_date_format (day);
  return g_strdup_printf ("%s %s", display, clock);
}

static GtkWidget *
wrapping_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
undo_clicked_cb (GtkButton *button, AnsHistoryList *self)
{
  const gint64 *action = g_object_get_data (G_OBJECT (button), "ans-action");

  ans_undo_dialog_run (GTK_WIDGET (self), self->book, *action);
}

static GtkWidget *
undo_button (AnsHistoryList *self, const AnsHistoryEntry *entry)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  /* Translators: %s is what had been done. */
  g_autofree char *label = g_strdup_printf (_ ("Take back: %s"), entry->label);

  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "ans-small-button");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_set_visible (button, !entry->undone && !ans_book_is_read_only (self->book));
  g_object_set_data_full (G_OBJECT (button), "ans-action",
                          g_memdup2 (&entry->action, sizeof entry->action), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (undo_clicked_cb), self);
  return button;
}

static GtkWidget *
row_new (AnsHistoryList *self, const AnsHistoryEntry *entry, gboolean first, gboolean last)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                                 "spacing", 9, NULL);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  g_autofree char *time = ans_history_format_time (entry->at);
  g_autofree char *heading = g_strdup_printf ("%s · %s", time, entry->who);
  const guint n = g_strv_length (entry->sentences);
  GtkWidget *label;

  gtk_box_append (GTK_BOX (row), ans_timeline_mark_new (first, last, first && !entry->undone));

  label = wrapping_label (heading, "caption");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (text), label);
  for (guint i = 0; i < MIN (n, MAX_SENTENCES); i++)
    {
      label = wrapping_label (entry->sentences[i], "ans-history-sentence");
      if (entry->undone)
        gtk_widget_add_css_class (label, "dimmed");
      gtk_box_append (GTK_BOX (text), label);
    }
  if (n > MAX_SENTENCES)
    {
      g_autofree char *more =
          g_strdup_printf (ngettext ("and %u more value", "and %u more values", n - MAX_SENTENCES),
                           n - MAX_SENTENCES);

      gtk_box_append (GTK_BOX (text), wrapping_label (more, "caption"));
    }
  label = wrapping_label (entry->undone ? _ ("taken back") : entry->label, "caption");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_box_append (GTK_BOX (text), label);

  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_margin_bottom (text, last ? 0 : 10);
  gtk_box_append (GTK_BOX (row), text);
  gtk_box_append (GTK_BOX (row), undo_button (self, entry));
  return row;
}

static void
fill (AnsHistoryList *self)
{
  g_autoptr (GPtrArray) entries = ans_history_of_record (self->book, self->reg, self->id);
  const guint shown = self->all ? entries->len : MIN (entries->len, FIRST_SHOWN);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, child);
  for (guint i = 0; i < shown; i++)
    gtk_box_append (self->rows, row_new (self, entries->pdata[i], i == 0, i == shown - 1));
  if (entries->len == 0)
    {
      GtkWidget *label =
          wrapping_label (_ ("Nothing was changed since the book was filled."), "dimmed");

      gtk_box_append (self->rows, label);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->all_button), shown < entries->len);
  if (shown < entries->len)
    {
      g_autofree char *label = g_strdup_printf (
          ngettext ("See the %u Change", "See All %u Changes", entries->len), entries->len);

      gtk_button_set_label (self->all_button, label);
    }
}

static void
all_clicked_cb (AnsHistoryList *self)
{
  self->all = TRUE;
  fill (self);
}

static void
ans_history_list_dispose (GObject *object)
{
  AnsHistoryList *self = ANS_HISTORY_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ANS_TYPE_HISTORY_LIST);
  g_clear_object (&self->book);
  G_OBJECT_CLASS (ans_history_list_parent_class)->dispose (object);
}

static void
ans_history_list_class_init (AnsHistoryListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ans_history_list_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/soansinh/SoAnSinh/ui/ans-history-list.ui");
  gtk_widget_class_bind_template_child (widget_class, AnsHistoryList, content);
  gtk_widget_class_bind_template_child (widget_class, AnsHistoryList, rows);
  gtk_widget_class_bind_template_child (widget_class, AnsHistoryList, all_button);
  gtk_widget_class_bind_template_callback (widget_class, all_clicked_cb);
}

static void
ans_history_list_init (AnsHistoryList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ans_history_list_show (AnsHistoryList *self, AnsBook *book, const AnsRegister *reg, gint64 id)
{
  g_return_if_fail (ANS_IS_HISTORY_LIST (self));

  if (self->id != id)
    self->all = FALSE;
  g_set_object (&self->book, book);
  self->reg = reg;
  self->id = id;
  fill (self);
}
