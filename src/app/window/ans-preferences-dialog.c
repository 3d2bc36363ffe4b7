/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/ans-preferences-dialog.h"

#include <glib/gi18n.h>

#include "app/window/ans-extra-fields-page.h"
#include "document/ans-listing-document.h"
#include "registry/ans-words-setting.h"

/* An amount in which every custom shows: lẻ/linh, bốn/tư, nghìn/ngàn. */
#define SAMPLE_AMOUNT 24105000

#define ANS_TYPE_PREFERENCES_DIALOG (ans_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    AnsPreferencesDialog, ans_preferences_dialog, ANS, PREFERENCES_DIALOG, AdwPreferencesDialog)

struct _AnsPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  AnsWindow *window; /* not owned: the dialog is shown in it */
  AnsBook *book;

  AdwPreferencesPage *page;
  AdwEntryRow *maker;
  AdwEntryRow *signer_heading;
  AdwEntryRow *signer_position;
  AdwEntryRow *signer_name;
  AdwSwitchRow *parent_line;
  AdwComboRow *zero;
  AdwComboRow *four;
  AdwComboRow *thousand;
  AdwSwitchRow *even;
  AdwActionRow *sample;
};

G_DEFINE_FINAL_TYPE (AnsPreferencesDialog, ans_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static AnsWordsFlags
read_words (AnsPreferencesDialog *self)
{
  return (adw_combo_row_get_selected (self->zero) == 1 ? ANS_WORDS_LINH : 0) |
         (adw_combo_row_get_selected (self->four) == 1 ? ANS_WORDS_TU : 0) |
         (adw_combo_row_get_selected (self->thousand) == 1 ? ANS_WORDS_NGAN : 0) |
         (adw_switch_row_get_active (self->even) ? ANS_WORDS_CHAN : 0);
}

static void
words_changed_cb (AnsPreferencesDialog *self)
{
  g_autofree char *words = ans_money_in_words (SAMPLE_AMOUNT, read_words (self));

  adw_action_row_set_subtitle (self->sample, words);
}

static void
fill_entry (AdwEntryRow *row, AnsBook *book, const char *setting)
{
  g_autofree char *value = ans_book_get_setting (book, setting);

  gtk_editable_set_text (GTK_EDITABLE (row), value != NULL ? value : "");
}

static void
fill (AnsPreferencesDialog *self)
{
  const AnsWordsFlags words = ans_words_setting_get (self->book);
  g_autofree char *heading = ans_book_get_setting (self->book, ANS_SETTING_SIGNER_HEADING);
  g_autofree char *parent = ans_book_get_setting (self->book, ANS_SETTING_PARENT_LINE);
  g_auto (GStrv) lines = g_strsplit (heading != NULL ? heading : "", "\n", 2);

  fill_entry (self->maker, self->book, ANS_SETTING_MAKER_NAME);
  fill_entry (self->signer_name, self->book, ANS_SETTING_SIGNER_NAME);
  gtk_editable_set_text (GTK_EDITABLE (self->signer_heading), lines[0] != NULL ? lines[0] : "");
  gtk_editable_set_text (GTK_EDITABLE (self->signer_position),
                         lines[0] != NULL && lines[1] != NULL ? lines[1] : "");
  adw_switch_row_set_active (self->parent_line, g_strcmp0 (parent, "0") != 0);
  adw_combo_row_set_selected (self->zero, (words & ANS_WORDS_LINH) != 0);
  adw_combo_row_set_selected (self->four, (words & ANS_WORDS_TU) != 0);
  adw_combo_row_set_selected (self->thousand, (words & ANS_WORDS_NGAN) != 0);
  adw_switch_row_set_active (self->even, (words & ANS_WORDS_CHAN) != 0);
  words_changed_cb (self);
}

static gboolean
put (AnsPreferencesDialog *self, const char *setting, const char *text, GError **error)
{
  g_autofree char *value = g_strstrip (g_strdup (text));
  g_autofree char *old = ans_book_get_setting (self->book, setting);
  const char *new = *value != '\0' ? value : NULL;

  return g_strcmp0 (old, new) == 0 || ans_book_set_setting (self->book, setting, new, error);
}

static gboolean
put_all (AnsPreferencesDialog *self, GError **error)
{
  g_autofree char *first =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->signer_heading))));
  g_autofree char *second =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->signer_position))));
  g_autofree char *heading = *first != '\0' && *second != '\0'
                                 ? g_strdup_printf ("%s\n%s", first, second)
                                 : g_strdup (*first != '\0' ? first : second);

  return put (self, ANS_SETTING_MAKER_NAME, gtk_editable_get_text (GTK_EDITABLE (self->maker)),
              error) &&
         put (self, ANS_SETTING_SIGNER_HEADING, heading, error) &&
         put (self, ANS_SETTING_SIGNER_NAME,
              gtk_editable_get_text (GTK_EDITABLE (self->signer_name)), error) &&
         put (self, ANS_SETTING_PARENT_LINE,
              adw_switch_row_get_active (self->parent_line) ? "" : "0", error) &&
         ans_words_setting_set (self->book, read_words (self), error);
}

/* All that was changed is one action, when the dialog closes. */
static void
save (AnsPreferencesDialog *self)
{
  g_autoptr (GError) error = NULL;
  gint64 action = -1;

  if (ans_book_is_read_only (self->book))
    return;
  if (ans_book_begin (self->book, _ ("Changed the preferences"), &error))
    {
      if (put_all (self, &error))
        action = ans_book_commit (self->book, &error);
      else
        ans_book_rollback (self->book);
    }
  if (action < 0)
    ans_window_show_error (self->window, _ ("The Preferences Were Not Saved"), error);
  else if (action > 0)
    ans_window_toast (self->window, _ ("Preferences saved"), action);
}

static void
ans_preferences_dialog_closed (AdwDialog *dialog)
{
  save (ANS_PREFERENCES_DIALOG (dialog));
}

static void
units_activated_cb (AnsPreferencesDialog *self)
{
  AnsWindow *window = self->window;

  adw_dialog_close (ADW_DIALOG (self));
  ans_window_show_area (window, ans_register_units.id);
}

static void
ans_preferences_dialog_dispose (GObject *object)
{
  AnsPreferencesDialog *self = ANS_PREFERENCES_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ANS_TYPE_PREFERENCES_DIALOG);
  g_clear_object (&self->book);
  G_OBJECT_CLASS (ans_preferences_dialog_parent_class)->dispose (object);
}

static void
ans_preferences_dialog_class_init (AnsPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ans_preferences_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = ans_preferences_dialog_closed;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/vn/soansinh/SoAnSinh/ui/ans-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AnsPreferencesDialog, page);
  gtk_widget_class_bind_template_child (widget_class, AnsPreferencesDialog, maker);
  gtk_widget_class_bind_template_child (widget_class, AnsPreferencesDialog, signer_heading);
  gtk_widget_class_bind_template_child (widget_class, AnsPreferencesDialog, signer_position);
  gtk_widget_class_bind_template_child (widget_class, AnsPreferencesDialog, signer_name);
  gtk_widget_class_bind_template_child (widget_class, AnsPreferencesDialog, parent_line);
  gtk_widget_class_bind_template_child (widget_class, AnsPreferencesDialog, zero);
  gtk_widget_class_bind_template_child (widget_class, AnsPreferencesDialog, four);
  gtk_widget_class_bind_template_child (widget_class, AnsPreferencesDialog, thousand);
  gtk_widget_class_bind_template_child (widget_class, AnsPreferencesDialog, even);
  gtk_widget_class_bind_template_child (widget_class, AnsPreferencesDialog, sample);
  gtk_widget_class_bind_template_callback (widget_class, words_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, units_activated_cb);
}

static void
ans_preferences_dialog_init (AnsPreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
ans_preferences_dialog_present (AnsWindow *window)
{
  AnsPreferencesDialog *self;
  AnsBook *book = ans_window_get_book (window);

  g_return_val_if_fail (book != NULL, NULL);

  self = g_object_new (ANS_TYPE_PREFERENCES_DIALOG, NULL);
  self->window = window;
  self->book = g_object_ref (book);
  fill (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->page), !ans_book_is_read_only (book));
  adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (self), ans_extra_fields_page_new (book));
  adw_dialog_present (ADW_DIALOG (self), GTK_WIDGET (window));
  return ADW_DIALOG (self);
}
